import type { Point } from "../../src/layout/layout-input.ts";
import { TEXT_VALUE_TYPE } from "./view-index.ts";

/** What the person looks at: everything that undo restores and the address holds. */
export interface ViewState {
  readonly selection: Selection;
  readonly tab: Tab;
  readonly hidden: Readonly<Record<Facet, ReadonlySet<string>>>;
  /** Only facts with these words in names or evidence; empty for all. */
  readonly words: string;
  readonly period: Period | null;
  /** A second window of time to compare the first with. */
  readonly compared: Window | null;
  /** Only these nodes and the facts among them; null for the whole graph. */
  readonly only: ReadonlySet<string> | null;
  /** All things are drawn, also where there are so many that their communities would stand for them. */
  readonly everything: boolean;
  /** Nodes that were dragged, and where to. */
  readonly pins: ReadonlyMap<string, Point>;
  readonly notes: ReadonlyMap<string, string>;
  /** Null: as the picture chooses. */
  readonly camera: CameraPlace | null;
}

export const TABS = ["graph", "facts", "query"] as const;
export type Tab = (typeof TABS)[number];

/**
 * `from` of a fact is the node whose card it was opened from: the way back. A path that is still asked for has no `to`.
 */
export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "fact"; readonly id: string; readonly from: string | null }
  | { readonly kind: "path"; readonly from: string; readonly to: string | null; readonly rank: number };

/** ISO days, both included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

export interface Period extends Window {
  /** When it happened, or when it was published. */
  readonly by: "event" | "published";
}

/** Of the framed graph, as sigma has it. */
export interface CameraPlace extends Point {
  readonly ratio: number;
}

export const FACETS = ["type", "relation", "factuality", "outlet", "speaker"] as const;
export type Facet = (typeof FACETS)[number];

/** Values other than quantities are left out of the picture at first: dates and figures would crowd out who did what. Lists have them. */
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
  words: "",
  period: null,
  compared: null,
  only: null,
  everything: false,
  pins: new Map(),
  notes: new Map(),
  camera: null,
};

export type Command =
  | { readonly type: "select-node"; readonly id: string }
  | { readonly type: "select-fact"; readonly id: string; readonly from?: string | null }
  | {
      readonly type: "select-path";
      readonly from: string;
      readonly to: string | null;
      readonly rank?: number;
    }
  | { readonly type: "clear-selection" }
  | { readonly type: "show-tab"; readonly tab: Tab }
  /** Hides the values, or shows them. */
  | {
      readonly type: "set-hidden";
      readonly facet: Facet;
      readonly values: readonly string[];
      readonly hidden: boolean;
    }
  /** Shows one value of a facet alone. */
  | { readonly type: "only"; readonly facet: Facet; readonly value: string; readonly all: readonly string[] }
  | { readonly type: "set-words"; readonly words: string }
  | { readonly type: "set-period"; readonly period: Period | null; readonly compared?: Window | null }
  /** Takes all filters away: those of one facet, or all. */
  | { readonly type: "show-all"; readonly facet?: Facet }
  /** Leaves only these nodes; `more` are added to those that are left already. */
  | { readonly type: "show-only"; readonly ids: Iterable<string> }
  | { readonly type: "show-more"; readonly ids: Iterable<string> }
  | { readonly type: "show-whole" }
  | { readonly type: "show-everything"; readonly on: boolean }
  | { readonly type: "pin"; readonly id: string; readonly place: Point }
  | { readonly type: "unpin-all" }
  /** An empty text takes the note away. */
  | { readonly type: "note"; readonly id: string; readonly text: string }
  | { readonly type: "move-camera"; readonly camera: CameraPlace };

function withHidden(state: ViewState, facet: Facet, hidden: ReadonlySet<string>): ViewState {
  return { ...state, hidden: { ...state.hidden, [facet]: hidden } };
}

function withSelection(state: ViewState, selection: Selection): ViewState {
  const before = state.selection;
  const isSame =
    before.kind === selection.kind &&
    (selection.kind === "none" ||
      (selection.kind === "path"
        ? JSON.stringify(before) === JSON.stringify(selection)
        : "id" in before && before.id === selection.id));
  return isSame ? state : { ...state, selection };
}

function withEntry<T>(
  map: ReadonlyMap<string, T>,
  key: string,
  value: T | undefined,
): ReadonlyMap<string, T> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** The state after a command. Pure; the same object where nothing changes. */
export function applyCommand(state: ViewState, command: Command): ViewState {
  switch (command.type) {
    case "select-node":
      return withSelection(state, { kind: "node", id: command.id });
    case "select-fact":
      return withSelection(state, { kind: "fact", id: command.id, from: command.from ?? null });
    case "select-path":
      return withSelection(state, {
        kind: "path",
        from: command.from,
        to: command.to,
        rank: command.rank ?? 0,
      });
    case "clear-selection":
      return withSelection(state, { kind: "none" });
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
    case "set-words":
      return state.words === command.words ? state : { ...state, words: command.words };
    case "set-period":
      return { ...state, period: command.period, compared: command.compared ?? null };
    case "show-all":
      return command.facet === undefined
        ? { ...state, hidden: INITIAL_STATE.hidden, words: "", period: null, compared: null, only: null }
        : withHidden(state, command.facet, INITIAL_STATE.hidden[command.facet]);
    case "show-only":
      return { ...state, only: new Set(command.ids) };
    case "show-more":
      return { ...state, only: new Set([...(state.only ?? []), ...command.ids]) };
    case "show-whole":
      return state.only === null ? state : { ...state, only: null };
    case "show-everything":
      return state.everything === command.on ? state : { ...state, everything: command.on };
    case "pin":
      return { ...state, pins: withEntry(state.pins, command.id, command.place) };
    case "unpin-all":
      return state.pins.size === 0 ? state : { ...state, pins: INITIAL_STATE.pins };
    case "note": {
      const text = command.text.trim();
      return { ...state, notes: withEntry(state.notes, command.id, text === "" ? undefined : text) };
    }
    case "move-camera":
      return { ...state, camera: command.camera };
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
  return (
    state.words !== "" ||
    state.period !== null ||
    state.only !== null ||
    FACETS.some((facet) => isFacetFiltered(state, facet))
  );
}

/** Whether two states show different things, wherever the camera is: only then is anything drawn or listed anew. */
export function differsBeyondCamera(state: ViewState, before: ViewState): boolean {
  return (Object.keys(state) as (keyof ViewState)[]).some(
    (key) => key !== "camera" && state[key] !== before[key],
  );
}
