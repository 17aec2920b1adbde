import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { endsOf, filterType, outletOf, type ViewIndex } from "./view-index.ts";
import { FACETS, type Facet, type ViewState } from "./view-state.ts";

/** What passes the filters. */
export interface Visible {
  /** In the order of the view. */
  readonly facts: readonly GraphViewFact[];
  readonly factIds: ReadonlySet<string>;
  /** Nodes that a visible fact joins. */
  readonly nodeIds: ReadonlySet<string>;
}

export interface FacetValue {
  readonly value: string;
  /** How many facts (for types: nodes) the value has while every *other* facet's filter holds. */
  readonly count: number;
  readonly hidden: boolean;
}

/** Facts that the article itself states. */
export const NO_SPEAKER = "the article itself";

/** The values by which one fact is filtered. Only its types are two: those of its ends. */
function valuesOf(index: ViewIndex, fact: GraphViewFact, facet: Facet): string[] {
  switch (facet) {
    case "type":
      return [fact.source, fact.target].map((id) => {
        const node = index.nodes.get(id);
        return node === undefined ? "" : filterType(node);
      });
    case "relation":
      return [fact.relation];
    case "factuality":
      return [fact.factuality];
    case "outlet":
      return [outletOf(index, fact)];
    case "speaker":
      return [fact.speakers[0]?.speaker ?? NO_SPEAKER];
  }
}

function passes(index: ViewIndex, state: ViewState, fact: GraphViewFact, except?: Facet): boolean {
  return FACETS.every(
    (facet) =>
      facet === except || !valuesOf(index, fact, facet).some((value) => state.hidden[facet].has(value)),
  );
}

export function findVisible(index: ViewIndex, state: ViewState): Visible {
  const facts = index.view.facts.filter((fact) => passes(index, state, fact));
  return { facts, factIds: new Set(facts.map((fact) => fact.id)), nodeIds: endsOf(facts) };
}

/** All values of a facet, hidden ones included, the most frequent first. */
export function countFacet(index: ViewIndex, state: ViewState, facet: Facet): FacetValue[] {
  const counts = new Map<string, number>();
  const add = (value: string, by: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + by);
  };
  const under = index.view.facts.filter((fact) => passes(index, state, fact, facet));
  if (facet === "type") {
    for (const node of index.view.nodes) add(filterType(node), 0);
    for (const id of endsOf(under)) {
      const node = index.nodes.get(id);
      if (node !== undefined) add(filterType(node), 1);
    }
  } else {
    for (const fact of index.view.facts) for (const value of valuesOf(index, fact, facet)) add(value, 0);
    for (const fact of under) for (const value of valuesOf(index, fact, facet)) add(value, 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, hidden: state.hidden[facet].has(value) }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}
