import { TEXT_VALUE_TYPE } from "./view-index.ts";

/** What the person looks at: everything that undo restores and the address holds. */
export interface ViewState {
  readonly selection: Selection;
  readonly tab: "graph" | "facts";
  readonly hidden: Readonly<Record<Facet, ReadonlySet<string>>>;
}

/** `from` is the node whose card the fact was opened from: the way back. */
export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "fact"; readonly id: string; readonly from: string | null };

export const FACETS = ["type", "relation", "factuality", "outlet", "speaker"] as const;
export type Facet = (typeof FACETS)[number];

/** Values other than quantities are hidden at first: dates and figures would crowd out who did what. */
export const INITIAL_STATE: ViewState = {
  selection: { kind: "none" },
  tab: "graph",
  hidden: {
    type: new Set([TEXT_VALUE_TYPE]),
    relation: new Set(),
    factuality: new Set(),
    outlet: new Set(),
    speaker: new Set(),
  },
};

export type Command =
  | { readonly type: "select-node"; readonly id: string }
  | { readonly type: "select-fact"; readonly id: string; readonly from?: string | null }
  | { readonly type: "clear-selection" }
  | { readonly type: "show-tab"; readonly tab: ViewState["tab"] }
  /** Hides the values, or shows them. */
  | {
      readonly type: "set-hidden";
      readonly facet: Facet;
      readonly values: readonly string[];
      readonly hidden: boolean;
    }
  /** Shows one value of a facet alone. */
  | { readonly type: "only"; readonly facet: Facet; readonly value: string; readonly all: readonly string[] }
  | { readonly type: "show-all"; readonly facet?: Facet };

function withHidden(state: ViewState, facet: Facet, hidden: ReadonlySet<string>): ViewState {
  return { ...state, hidden: { ...state.hidden, [facet]: hidden } };
}

/** The state after a command. Pure; the same object where nothing changes. */
export function applyCommand(state: ViewState, command: Command): ViewState {
  switch (command.type) {
    case "select-node":
      if (state.selection.kind === "node" && state.selection.id === command.id) return state;
      return { ...state, selection: { kind: "node", id: command.id } };
    case "select-fact":
      if (state.selection.kind === "fact" && state.selection.id === command.id) return state;
      return { ...state, selection: { kind: "fact", id: command.id, from: command.from ?? null } };
    case "clear-selection":
      return state.selection.kind === "none" ? state : { ...state, selection: { kind: "none" } };
    case "show-tab":
      return state.tab === command.tab ? state : { ...state, tab: command.tab };
    case "set-hidden": {
      const hidden = new Set(state.hidden[command.facet]);
      for (const value of command.values) {
        if (command.hidden) hidden.add(value);
        else hidden.delete(value);
      }
      return withHidden(state, command.facet, hidden);
    }
    case "only":
      return withHidden(
        state,
        command.facet,
        new Set(command.all.filter((value) => value !== command.value)),
      );
    case "show-all":
      return command.facet === undefined
        ? { ...state, hidden: INITIAL_STATE.hidden }
        : withHidden(state, command.facet, INITIAL_STATE.hidden[command.facet]);
  }
}

/** Whether a facet's filter differs from how it starts. */
export function isFacetFiltered(state: ViewState, facet: Facet): boolean {
  const start = INITIAL_STATE.hidden[facet];
  const now = state.hidden[facet];
  return now.size !== start.size || [...now].some((value) => !start.has(value));
}

/** Whether any filter differs from how it starts. */
export function isFiltered(state: ViewState): boolean {
  return FACETS.some((facet) => isFacetFiltered(state, facet));
}
