import type { GraphView, GraphViewNode } from "../../src/view/graph-view.ts";

/** Entries of both lists, each key once; the later list wins. */
function union<T>(left: readonly T[], right: readonly T[], keyOf: (entry: T) => string): T[] {
  return [...new Map([...left, ...right].map((entry) => [keyOf(entry), entry])).values()];
}

/** One view with what two say. The title and positions are those of the first. */
export function mergeViews(view: GraphView, more: GraphView): GraphView {
  const facts = union(view.facts, more.facts, (fact) => fact.id);
  const degrees = new Map<string, number>();
  for (const { source, target } of facts)
    for (const id of new Set([source, target])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const known = new Map(view.nodes.map((node) => [node.id, node]));
  const withAliases = (node: GraphViewNode): GraphViewNode => {
    const before = known.get(node.id);
    if (before === undefined) return node;
    return { ...before, aliases: [...new Set([...before.aliases, ...node.aliases])].sort() };
  };
  return {
    ...view,
    facts,
    nodes: union(view.nodes, more.nodes.map(withAliases), (node) => node.id).map((node) => ({
      ...node,
      degree: degrees.get(node.id) ?? 0,
    })),
    articles: union(view.articles, more.articles, (article) => article.id),
    types: union(view.types, more.types, (type) => type.name),
    relations: union(view.relations, more.relations, (relation) => relation.name),
    supports: [...view.supports, ...more.supports],
    conflicts: [...view.conflicts, ...more.conflicts],
  };
}
