import type { ViewIndex } from "./view-index.ts";
import { FACETS, INITIAL_STATE, type Selection, type ViewState } from "./view-state.ts";

/**
 * The state as the fragment of an address, e.g. `node=https%3A…&hide-factuality=negated`; empty for the initial state.
 * The fragment never reaches a server, and works for a file too.
 */
export function toFragment(state: ViewState): string {
  const parameters = new URLSearchParams();
  if (state.tab !== "graph") parameters.set("tab", state.tab);
  if (state.selection.kind === "node") parameters.set("node", state.selection.id);
  if (state.selection.kind === "fact") {
    parameters.set("fact", state.selection.id);
    if (state.selection.from !== null) parameters.set("from", state.selection.from);
  }
  for (const facet of FACETS) {
    const hidden = [...state.hidden[facet]].sort();
    if (hidden.join("\n") === [...INITIAL_STATE.hidden[facet]].sort().join("\n")) continue;
    if (hidden.length === 0) parameters.append(`hide-${facet}`, "");
    for (const value of hidden) parameters.append(`hide-${facet}`, value);
  }
  return parameters.toString();
}

function selectionOf(parameters: URLSearchParams, index: ViewIndex): Selection {
  const fact = parameters.get("fact");
  if (fact !== null && index.facts.has(fact)) {
    const from = parameters.get("from");
    return { kind: "fact", id: fact, from: from !== null && index.nodes.has(from) ? from : null };
  }
  const node = parameters.get("node");
  return node !== null && index.nodes.has(node) ? { kind: "node", id: node } : { kind: "none" };
}

/** Reads a fragment; ids that the graph does not have are ignored. */
export function fromFragment(fragment: string, index: ViewIndex): ViewState {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const hidden = Object.fromEntries(
    FACETS.map((facet) => {
      const name = `hide-${facet}`;
      const values = parameters.getAll(name).filter((value) => value !== "");
      return [facet, parameters.has(name) ? new Set(values) : INITIAL_STATE.hidden[facet]];
    }),
  ) as ViewState["hidden"];
  return {
    selection: selectionOf(parameters, index),
    tab: parameters.get("tab") === "facts" ? "facts" : "graph",
    hidden,
  };
}
