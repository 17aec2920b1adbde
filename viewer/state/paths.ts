import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { otherEnd } from "./view-index.ts";

/** One way from a node to another: the nodes on it, and for each step the facts between the two, the surest first. */
export interface Path {
  readonly nodes: readonly string[];
  readonly hops: readonly (readonly GraphViewFact[])[];
}

/** How many ways are looked for. */
const MAX_PATHS = 5;
const MAX_HOPS = 6;
/**
 * What passing a well-connected node costs, per doubling of its connections: a way over a lesser-known thing says more
 * than one over what all are joined to. Small, so that a shorter way nearly always wins.
 */
const HUB_COST = 0.08;

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, readonly GraphViewFact[]>>;

function findNeighbours(facts: readonly GraphViewFact[]): Neighbours {
  const neighbours = new Map<string, Map<string, GraphViewFact[]>>();
  for (const fact of facts) {
    if (fact.source === fact.target) continue;
    for (const from of [fact.source, fact.target]) {
      const to = otherEnd(fact, from);
      const around = neighbours.get(from) ?? new Map<string, GraphViewFact[]>();
      neighbours.set(from, around);
      const between = around.get(to);
      if (between === undefined) around.set(to, [fact]);
      else between.push(fact);
    }
  }
  return neighbours;
}

interface Way {
  readonly nodes: readonly string[];
  readonly cost: number;
}

/** A queue that gives the cheapest first: a binary heap. */
class Frontier {
  readonly #heap: { readonly id: string; readonly cost: number }[] = [];

  push(id: string, cost: number): void {
    const heap = this.#heap;
    let at = heap.push({ id, cost }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((heap[above]?.cost ?? 0) <= cost) break;
      [heap[at], heap[above]] = [heap[above] as never, heap[at] as never];
      at = above;
    }
  }

  pop(): { readonly id: string; readonly cost: number } | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [at * 2 + 1, at * 2 + 2])
        if ((heap[below]?.cost ?? Number.POSITIVE_INFINITY) < (heap[least]?.cost ?? 0)) least = below;
      if (least === at) return first;
      [heap[at], heap[least]] = [heap[least] as never, heap[at] as never];
      at = least;
    }
  }
}

interface Closed {
  readonly nodes: ReadonlySet<string>;
  /** Steps that may not be taken, as "from\nto". */
  readonly steps: ReadonlySet<string>;
}

/** Dijkstra's algorithm; among equally cheap ways the one that was seen first. */
function cheapestWay(neighbours: Neighbours, from: string, to: string, closed: Closed): Way | undefined {
  const costs = new Map([[from, 0]]);
  const before = new Map<string, string>();
  const frontier = new Frontier();
  frontier.push(from, 0);
  for (let next = frontier.pop(); next !== undefined; next = frontier.pop()) {
    const { id, cost } = next;
    if (cost > (costs.get(id) ?? 0)) continue;
    if (id === to) {
      const nodes = [to];
      for (let at = before.get(to); at !== undefined; at = before.get(at)) nodes.unshift(at);
      return { nodes, cost };
    }
    for (const neighbour of neighbours.get(id)?.keys() ?? []) {
      if (closed.nodes.has(neighbour) || closed.steps.has(`${id}\n${neighbour}`)) continue;
      const passing = neighbour === to ? 0 : HUB_COST * Math.log2(1 + (neighbours.get(neighbour)?.size ?? 0));
      const total = cost + 1 + passing;
      if (total >= (costs.get(neighbour) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(neighbour, total);
      before.set(neighbour, id);
      frontier.push(neighbour, total);
    }
  }
  return undefined;
}

function costOf(neighbours: Neighbours, nodes: readonly string[]): number {
  return nodes
    .slice(1, -1)
    .reduce((sum, id) => sum + HUB_COST * Math.log2(1 + (neighbours.get(id)?.size ?? 0)), nodes.length - 1);
}

/** The surest statement of a step: certain before the rest, then the one that most sources make. */
function bySureness(left: GraphViewFact, right: GraphViewFact): number {
  const rank = (fact: GraphViewFact): number =>
    (fact.factuality === "certain" ? 0 : 1) - fact.independent / 1000;
  return rank(left) - rank(right);
}

/**
 * The shortest ways between two nodes over the given facts, whichever way these point (Yen 1971).
 *
 * @returns up to {@link MAX_PATHS}, the best first; none where the two are the same or not connected
 */
export function findPaths(facts: readonly GraphViewFact[], from: string, to: string): Path[] {
  if (from === to) return [];
  const neighbours = findNeighbours(facts);
  const found: Way[] = [];
  const candidates: Way[] = [];
  const first = cheapestWay(neighbours, from, to, { nodes: new Set(), steps: new Set() });
  if (first !== undefined) found.push(first);
  const isKnown = (nodes: readonly string[]): boolean =>
    [...found, ...candidates].some((way) => way.nodes.join("\n") === nodes.join("\n"));
  for (let last = found[0]; last !== undefined && found.length < MAX_PATHS; last = found.at(-1)) {
    for (let turn = 0; turn + 1 < last.nodes.length; turn++) {
      const root = last.nodes.slice(0, turn + 1);
      const steps = new Set(
        found
          .filter((way) => way.nodes.slice(0, turn + 1).join("\n") === root.join("\n"))
          .map((way) => `${way.nodes[turn]}\n${way.nodes[turn + 1]}`),
      );
      const rest = cheapestWay(neighbours, root.at(-1) ?? from, to, {
        nodes: new Set(root.slice(0, -1)),
        steps,
      });
      if (rest === undefined) continue;
      const nodes = [...root.slice(0, -1), ...rest.nodes];
      if (nodes.length - 1 <= MAX_HOPS && !isKnown(nodes))
        candidates.push({ nodes, cost: costOf(neighbours, nodes) });
    }
    candidates.sort((left, right) => left.cost - right.cost);
    const best = candidates.shift();
    if (best === undefined) break;
    found.push(best);
  }
  return found.map(({ nodes }) => ({
    nodes,
    hops: nodes
      .slice(1)
      .map((id, at) => [...(neighbours.get(nodes[at] ?? "")?.get(id) ?? [])].sort(bySureness)),
  }));
}
