const MAX_ROUNDS = 30;

/** Neighbours of a node, with the weight of what joins them. */
export type Weights = Map<number, number>;

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
 * Which community each node belongs to (Blondel and others 2008), as numbers from 0. Nodes are looked at in their order,
 * so that the same graph gives the same communities.
 *
 * @param graph - per node its neighbours, both ways; no node is its own
 */
export function findMembership(graph: readonly Weights[]): number[] {
  let total = 0;
  for (const around of graph) for (const weight of around.values()) total += weight;
  let links = graph;
  let membership = graph.map((_, node) => node);
  for (let count = Number.POSITIVE_INFINITY; links.length < count; ) {
    count = links.length;
    const merged = mergeNodes(links, moveNodes(links, total));
    membership = membership.map((community) => merged.of[community] as number);
    links = merged.links;
  }
  return membership;
}
