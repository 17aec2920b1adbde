import type { LayoutEdge, LayoutInput, LayoutNode } from "./layout-input.ts";

export interface WeightedEdge extends LayoutEdge {
  readonly weight: number;
}

export interface Component {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly WeightedEdge[];
}

/** Each further fact between two nodes draws them this much closer. */
const EXTRA_FACT_WEIGHT = 0.4;

/** Parallel edges as one weighted edge; loops are dropped, since they pull nowhere. */
function mergeParallel(edges: readonly LayoutEdge[]): WeightedEdge[] {
  const merged = new Map<string, { source: string; target: string; weight: number }>();
  for (const { source, target } of edges) {
    if (source === target) continue;
    const [first, second] = source < target ? [source, target] : [target, source];
    const key = `${first}\n${second}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { source: first, target: second, weight: 1 });
    else known.weight += EXTRA_FACT_WEIGHT;
  }
  return [...merged.values()];
}

/** How many facts a merged edge stands for. */
export function factCount(edge: WeightedEdge): number {
  return Math.round((edge.weight - 1) / EXTRA_FACT_WEIGHT) + 1;
}

/** The connected components, largest first, then by the smallest id; nodes and edges in the order of their ids. */
export function findComponents(input: LayoutInput): Component[] {
  const parent = new Map(input.nodes.map((node) => [node.id, node.id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    parent.set(id, root);
    return root;
  };
  const edges = mergeParallel(input.edges).filter(
    (edge) => parent.has(edge.source) && parent.has(edge.target),
  );
  for (const edge of edges) parent.set(rootOf(edge.source), rootOf(edge.target));

  const byId = (left: { id: string }, right: { id: string }): number => (left.id < right.id ? -1 : 1);
  const components = new Map<string, { nodes: LayoutNode[]; edges: WeightedEdge[] }>();
  for (const node of [...input.nodes].sort(byId)) {
    const root = rootOf(node.id);
    const component = components.get(root) ?? { nodes: [], edges: [] };
    component.nodes.push(node);
    components.set(root, component);
  }
  const byEnds = (left: LayoutEdge, right: LayoutEdge): number =>
    left.source === right.source
      ? byId({ id: left.target }, { id: right.target })
      : byId({ id: left.source }, { id: right.source });
  for (const edge of edges.sort(byEnds)) components.get(rootOf(edge.source))?.edges.push(edge);
  // Insertion order is by smallest id, and the sort is stable.
  return [...components.values()].sort((left, right) => right.nodes.length - left.nodes.length);
}
