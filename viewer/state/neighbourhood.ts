import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { otherEnd, relationHeading, type ViewIndex } from "./view-index.ts";
import type { ViewState } from "./view-state.ts";

/** Neighbours that one step brings in: more would bury what is there. */
export const EXPAND_LIMIT = 25;

/** The nodes one fact away, the best connected first. @param facts - those that count */
export function neighboursOf(index: ViewIndex, id: string, facts: readonly GraphViewFact[]): string[] {
  const around = new Set(facts.map((fact) => otherEnd(fact, id)));
  around.delete(id);
  const degree = (node: string): number => index.nodes.get(node)?.degree ?? 0;
  return [...around].sort((left, right) => degree(right) - degree(left) || (left < right ? -1 : 1));
}

export interface Expansion {
  readonly heading: string;
  /** Neighbours that are not shown yet. */
  readonly ids: readonly string[];
}

/** What could be added around a node to the part that is shown, by relation, the most first. */
export function findExpansions(index: ViewIndex, state: ViewState, id: string): Expansion[] {
  const { only } = state;
  if (only === null) return [];
  const groups = new Map<string, GraphViewFact[]>();
  for (const fact of index.factsOf.get(id) ?? []) {
    if (only.has(otherEnd(fact, id))) continue;
    const heading = relationHeading(index, fact, id);
    groups.set(heading, [...(groups.get(heading) ?? []), fact]);
  }
  return [...groups]
    .map(([heading, facts]) => ({ heading, ids: neighboursOf(index, id, facts) }))
    .sort((left, right) => right.ids.length - left.ids.length || (left.heading < right.heading ? -1 : 1));
}
