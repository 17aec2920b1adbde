import type { Span } from "../../model/span.ts";
import { harmonicMean, type PrecisionRecall, precisionRecall, round4 } from "../rates.ts";
import { bCubed, type ClusterScore } from "./b-cubed.ts";
import type { ConflictKind, GoldMention, GoldPassage, Story } from "./identity-gold.ts";

/** A mention as the graph has it, with the IRI of the thing that it denotes. */
export interface SystemMention extends Span {
  readonly entity: string;
}

/** Two statements that the graph holds to exclude one another, each by all its passages. */
export interface SystemConflict {
  readonly kind: ConflictKind;
  readonly sides: readonly [readonly GoldPassage[], readonly GoldPassage[]];
}

/** What a graph of the gold's articles says of them; articles by their gold id. */
export interface SystemReading {
  readonly mentions: ReadonlyMap<string, readonly SystemMention[]>;
  readonly copies: readonly (readonly [string, string])[];
  readonly conflicts: readonly SystemConflict[];
}

export interface IdentityScore {
  readonly articles: number;
  /** Over all gold mentions. */
  readonly bCubed: ClusterScore;
  /** Over the gold mentions that the graph has. */
  readonly bCubedOfFound: ClusterScore;
  /** Things of the gold that the graph holds for one: lines of "gold = gold (IRI)". */
  readonly wrongMerges: readonly string[];
  /** Of them, how many hold two of the gold's namesakes. */
  readonly mergedNamesakes: number;
  /** Things of the gold that the graph holds for several. */
  readonly splits: readonly string[];
  readonly copies: PrecisionRecall;
  readonly conflicts: PrecisionRecall;
  /** Of the conflicts found, those whose kind is right. */
  readonly kinds: { readonly correct: number; readonly n: number };
  /** Conflicts that gold has and the graph has not, and the other way round, in words. */
  readonly missed: readonly string[];
  readonly spurious: readonly string[];
}

export function scoreIdentity(stories: readonly Story[], system: SystemReading): IdentityScore {
  const articles = stories.flatMap((story) => story.articles);
  const mentions = articles.flatMap(({ id, mentions }) =>
    mentions.map((mention) => ({
      gold: mention.entity,
      mention,
      system: findMention(mention, system.mentions.get(id) ?? []),
    })),
  );
  const { merged, wrongMerges, splits } = listMistakes(mentions);
  const namesakes = stories.flatMap((story) => story.namesakes);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return {
    articles: articles.length,
    bCubed: bCubed(mentions),
    bCubedOfFound: bCubed(mentions.filter(({ system }) => system !== null)),
    wrongMerges,
    mergedNamesakes: merged.filter((things) =>
      namesakes.some((group) => group.filter((name) => things.has(name)).length > 1),
    ).length,
    splits,
    copies: scoreCopies(stories, system),
    ...scoreConflicts(stories, system, texts),
  };
}

/** Which thing the graph has at a gold mention: the one whose words overlap it most, by at least half of both together. */
function findMention(gold: GoldMention, mentions: readonly SystemMention[]): string | null {
  let best: { entity: string; overlap: number } | undefined;
  for (const { entity, start, end } of mentions) {
    const shared = Math.min(end, gold.end) - Math.max(start, gold.start);
    const overlap = shared / (Math.max(end, gold.end) - Math.min(start, gold.start));
    if (overlap >= 0.5 && overlap > (best?.overlap ?? 0)) best = { entity, overlap };
  }
  return best?.entity ?? null;
}

function listMistakes(
  mentions: readonly { readonly gold: string; readonly system: string | null }[],
): Pick<IdentityScore, "wrongMerges" | "splits"> & { readonly merged: readonly ReadonlySet<string>[] } {
  const bySystem = new Map<string, Set<string>>();
  const byGold = new Map<string, Set<string>>();
  for (const { gold, system } of mentions) {
    add(byGold, gold, system ?? "nothing");
    if (system !== null) add(bySystem, system, gold);
  }
  const several = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...sets]
      .filter(([, set]) => set.size > 1)
      .map(([key, set]) => `${key}: ${[...set].sort().join(", ")}`)
      .sort();
  const merged = [...bySystem.values()].filter((things) => things.size > 1);
  return { merged, wrongMerges: several(bySystem), splits: several(byGold) };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function scoreCopies(stories: readonly Story[], system: SystemReading): PrecisionRecall {
  const pairKey = (left: string, right: string) => [left, right].sort().join(" ");
  const gold = new Set<string>();
  for (const group of stories.flatMap((story) => story.copies)) {
    for (const [index, left] of group.entries())
      for (const right of group.slice(index + 1)) gold.add(pairKey(left, right));
  }
  const found = new Set(system.copies.map(([left, right]) => pairKey(left, right)));
  return precisionRecall([...found].filter((pair) => gold.has(pair)).length, found.size, gold.size);
}

function scoreConflicts(
  stories: readonly Story[],
  system: SystemReading,
  texts: ReadonlyMap<string, string>,
): Pick<IdentityScore, "conflicts" | "kinds" | "missed" | "spurious"> {
  const gold = stories.flatMap((story) => story.conflicts);
  const matches = system.conflicts.map((conflict) =>
    gold.findIndex((candidate) => isSame(conflict, candidate)),
  );
  const hits = matches.filter((match) => match >= 0).length;
  const recalled = new Set(matches.filter((match) => match >= 0));
  const { p } = precisionRecall(hits, system.conflicts.length, gold.length);
  const { r } = precisionRecall(recalled.size, system.conflicts.length, gold.length);
  const kinds = system.conflicts.filter(
    (conflict, index) => gold[matches[index] ?? -1]?.kind === conflict.kind,
  );
  const quote = ({ article, start, end }: GoldPassage) =>
    `${article} "${texts.get(article)?.slice(start, end)}"`;
  const words = ({ kind, sides }: SystemConflict) =>
    `${kind}: ${sides.map((side) => side.map(quote).join(" | ")).join(" / ")}`;
  return {
    // Several statement pairs may find one conflict of the gold: precision counts pairs, recall the gold's conflicts.
    conflicts: {
      tp: recalled.size,
      system: system.conflicts.length,
      gold: gold.length,
      p,
      r,
      f1: round4(harmonicMean(p, r)),
    },
    kinds: { correct: kinds.length, n: hits },
    missed: gold.filter((_, index) => !recalled.has(index)).map(words),
    spurious: system.conflicts.filter((_, index) => (matches[index] ?? -1) < 0).map(words),
  };
}

function isSame(system: SystemConflict, gold: SystemConflict): boolean {
  const [left, right] = system.sides;
  const [goldLeft, goldRight] = gold.sides;
  return (meet(left, goldLeft) && meet(right, goldRight)) || (meet(left, goldRight) && meet(right, goldLeft));
}

function meet(left: readonly GoldPassage[], right: readonly GoldPassage[]): boolean {
  return left.some((a) => right.some((b) => a.article === b.article && a.start < b.end && b.start < a.end));
}
