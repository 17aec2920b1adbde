import type { FactMatcher } from "./fact-matching.ts";
import type { GoldFact, Passage } from "./gold.ts";
import { type Accuracy, accuracy, ratio, round4, sum } from "./rates.ts";
import type { SystemFact } from "./system-fact.ts";
import { numbersIn } from "./text-normalisation.ts";

/** A gold fact and the system fact assigned to it. */
export interface MatchedPair {
  readonly gold: GoldFact;
  readonly system: SystemFact;
  /** Positions in gold and system. */
  readonly row: number;
  readonly column: number;
  readonly strict: boolean;
}

export interface AttributionScore extends Accuracy {
  /** Of the speakers given, those that are right. */
  readonly p: number | null;
  /** Of the speakers in gold, those that are found. */
  readonly r: number | null;
}

export function scoreAttribution(pairs: readonly MatchedPair[], matcher: FactMatcher): AttributionScore {
  const right = pairs.filter(({ gold, system }) => matcher.speakerRight(gold, system));
  const inGold = pairs.filter(({ gold }) => gold.speaker !== null).length;
  const given = pairs.filter(({ system }) => system.speaker !== null).length;
  const found = right.filter(({ gold, system }) => gold.speaker !== null && system.speaker !== null).length;
  return { ...accuracy(right.length, pairs.length), p: ratio(found, given), r: ratio(found, inGold) };
}

export interface ClassCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export interface FactualityScore extends Accuracy {
  /** Mean F1 over the values that occur in gold; accuracy alone flatters, since most facts are certain. */
  readonly macroF1: number | null;
  /** The worst error: a fact given as certain that its source does not present so. */
  readonly assertedThoughNotCertain: number;
  readonly notCertainMatched: number;
  readonly perClass: Readonly<Record<string, ClassCounts>>;
}

/** @param overAsserted further facts given as certain, unmatched, whose triple gold has only as not certain */
export function scoreFactuality(
  pairs: readonly MatchedPair[],
  matcher: FactMatcher,
  overAsserted: number,
): FactualityScore {
  const counts = new Map<string, { tp: number; fp: number; fn: number }>();
  const countsOf = (factuality: string) => {
    const known = counts.get(factuality) ?? { tp: 0, fp: 0, fn: 0 };
    counts.set(factuality, known);
    return known;
  };
  let wronglyCertain = 0;
  for (const { gold, system } of pairs) {
    const expected = countsOf(gold.factuality);
    if (matcher.factualityRight(gold, system)) {
      expected.tp++;
      continue;
    }
    expected.fn++;
    countsOf(system.factuality).fp++;
    if (gold.factuality !== "certain" && system.factuality === "certain") wronglyCertain++;
  }
  const f1s = [...counts.values()]
    .filter(({ tp, fn }) => tp + fn > 0)
    .map(({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn));
  const right = sum([...counts.values()].map(({ tp }) => tp));
  return {
    ...accuracy(right, pairs.length),
    macroF1: ratio(sum(f1s), f1s.length),
    assertedThoughNotCertain: wronglyCertain + overAsserted,
    notCertainMatched: pairs.filter(({ gold }) => gold.factuality !== "certain").length,
    perClass: Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}

/** A quantity is right if one of its numbers is given, in the quantity or in the words of subject or object. */
export function scoreQuantities(pairs: readonly MatchedPair[]): Accuracy {
  const counted = pairs.filter(({ gold }) => gold.quantities.length > 0);
  const right = counted.filter(({ gold, system }) => {
    const given = new Set([...numbersIn(system.object), ...numbersIn(system.subject), ...system.quantities]);
    return gold.quantities.some((number) => given.has(number));
  });
  return accuracy(right.length, counted.length);
}

export interface EvidenceScore extends Accuracy {
  /** Mean, over facts with a passage, of the overlap with the best gold passage: intersection over union. */
  readonly meanIou: number | null;
}

export function scoreEvidence(pairs: readonly MatchedPair[]): EvidenceScore {
  const overlaps = pairs.flatMap(({ gold, system }) => {
    const { evidence } = system;
    if (!evidence) return [];
    return [
      Math.max(0, ...[gold.evidence, ...gold.moreEvidence].map((passage) => overlap(evidence, passage))),
    ];
  });
  return {
    ...accuracy(overlaps.filter((share) => share > 0).length, overlaps.length),
    meanIou: overlaps.length === 0 ? null : round4(sum(overlaps) / overlaps.length),
  };
}

function overlap(left: Passage, right: Passage): number {
  const shared = Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
  return shared / Math.max(1, Math.max(left.end, right.end) - Math.min(left.start, right.start));
}
