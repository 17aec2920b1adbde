import type { Corroboration } from "../corroborate/corroborate.ts";
import type { ArticleSummary, EntityRecord, GraphFact, GraphStats } from "./graph.ts";

export function computeStats(
  facts: readonly GraphFact[],
  entities: readonly EntityRecord[],
  articles: readonly ArticleSummary[],
  quads: number,
  { statements, conflicts, copies }: Corroboration,
): GraphStats {
  const byRelation = countBy(facts, ({ relation }) => relation);
  return {
    articles: articles.filter(({ imported }) => imported !== true).length,
    facts: facts.length,
    asserted: facts.filter(({ asserted }) => asserted).length,
    entities: entities.filter(({ kind }) => kind !== "phrase").length,
    quads,
    corroborated: statements.filter(({ independent }) => independent > 1).length,
    conflicts: {
      contradictions: conflicts.filter(({ kind }) => kind === "contradiction").length,
      updates: conflicts.filter(({ kind }) => kind === "update").length,
    },
    copies: new Set(copies.map(({ copy }) => copy)).size,
    byRelation,
    byFactuality: countBy(facts, ({ factuality }) => factuality),
    byOutlet: countBy(articles, ({ outlet }) => outlet),
    minted: Object.fromEntries(
      Object.entries(byRelation).filter(([relation]) => relation.startsWith("rel:")),
    ),
  };
}

/** Counts by key, the most frequent first, equal ones by name; items without a key are left out. */
function countBy<T>(
  items: readonly T[],
  key: (item: T) => string | undefined,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)),
  );
}
