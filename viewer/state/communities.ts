import { findMembership, type Weights } from "../../src/layout/communities.ts";
import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "./view-index.ts";

/** A group of nodes that have more to do with each other than with the rest. */
export interface Community {
  /** The best connected within it first. */
  readonly nodes: readonly string[];
  /** Named after its best connected members. */
  readonly name: string;
}

/**
 * The communities among some facts (Blondel and others 2008), largest first, of three nodes or more. Nodes are looked at
 * in the order of the facts, so that the same facts give the same communities.
 */
export function findCommunities(index: ViewIndex, facts: readonly GraphViewFact[]): Community[] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  const links: Weights[] = [];
  for (const fact of facts) {
    if (fact.source === fact.target) continue;
    const [from, to] = [numberOf(fact.source), numberOf(fact.target)];
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      links[one] ??= new Map();
      (links[one] as Weights).set(other, ((links[one] as Weights).get(other) ?? 0) + 1);
    }
  }
  const ids = [...numbers.keys()];
  const membership = findMembership(links);
  const members = new Map<number, string[]>();
  ids.forEach((id, node) => {
    const community = membership[node] as number;
    members.set(community, [...(members.get(community) ?? []), id]);
  });
  const degree = (id: string): number => index.nodes.get(id)?.degree ?? 0;
  return [...members.values()]
    .filter((nodes) => nodes.length >= 3)
    .map((nodes) => {
      nodes.sort((left, right) => degree(right) - degree(left) || (left < right ? -1 : 1));
      const named = nodes.filter((id) => index.nodes.get(id)?.kind === "named");
      const name = [...named, ...nodes].slice(0, 2).map((id) => index.nodes.get(id)?.label ?? id);
      return { nodes, name: [...new Set(name)].join(", ") };
    })
    .sort((left, right) => right.nodes.length - left.nodes.length || (left.name < right.name ? -1 : 1));
}
