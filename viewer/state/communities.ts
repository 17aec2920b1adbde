import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "./view-index.ts";

/** A group of nodes that have more to do with each other than with the rest. */
export interface Community {
  /** The best connected within it first. */
  readonly nodes: readonly string[];
  /** Named after its best connected members. */
  readonly name: string;
}

const MAX_ROUNDS = 30;

type Weights = Map<number, number>;

/** One level of Louvain's method: moves nodes to the neighbouring community that gains most, until none gains. */
function moveNodes(links: readonly Weights[], total: number): number[] {
  const strength = links.map((around) => [...around.values()].reduce((sum, weight) => sum + weight, 0));
  const community = links.map((_, node) => node);
  const inside = [...strength];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = false;
    links.forEach((around, node) => {
      const own = community[node] as number;
      const towards = new Map<number, number>();
      for (const [other, weight] of around) {
        if (other === node) continue;
        const there = community[other] as number;
        towards.set(there, (towards.get(there) ?? 0) + weight);
      }
      const mass = strength[node] as number;
      inside[own] = (inside[own] as number) - mass;
      const gainOf = (there: number): number =>
        (towards.get(there) ?? 0) - ((inside[there] as number) * mass) / total;
      let best = own;
      for (const there of towards.keys()) if (gainOf(there) > gainOf(best) + 1e-9) best = there;
      inside[best] = (inside[best] as number) + mass;
      if (best !== own) {
        community[node] = best;
        moved = true;
      }
    });
    if (!moved) break;
  }
  return community;
}

/** Communities as the nodes of a smaller graph. */
function mergeNodes(
  links: readonly Weights[],
  community: readonly number[],
): { links: Weights[]; of: number[] } {
  const numbers = new Map<number, number>();
  const of = community.map((name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  const merged: Weights[] = Array.from({ length: numbers.size }, () => new Map());
  links.forEach((around, node) => {
    const from = merged[of[node] as number] as Weights;
    for (const [other, weight] of around) {
      const to = of[other] as number;
      from.set(to, (from.get(to) ?? 0) + weight);
    }
  });
  return { links: merged, of };
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
  let links: Weights[] = [];
  let total = 0;
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
    total += 2;
  }
  const ids = [...numbers.keys()];
  let membership = ids.map((_, node) => node);
  for (let count = Number.POSITIVE_INFINITY; links.length < count; ) {
    count = links.length;
    const merged = mergeNodes(links, moveNodes(links, total));
    membership = membership.map((community) => merged.of[community] as number);
    links = merged.links;
  }
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
