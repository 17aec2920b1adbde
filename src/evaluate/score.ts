import { assign, type Weights } from "./assignment.ts";
import { type FactMatcher, makeFactMatcher } from "./fact-matching.ts";
import type { GoldEntity, GoldFact, Passage } from "./gold.ts";
import { MATCHING_LEXICON } from "./matching-lexicon.ts";
import {
  type Accuracy,
  accuracy,
  harmonicMean,
  type PrecisionRecall,
  precisionRecall,
  round4,
  share,
} from "./rates.ts";
import { analyseWording, type MatchingLexicon } from "./relation-wording.ts";
import {
  type AttributionScore,
  type EvidenceScore,
  type FactualityScore,
  type MatchedPair,
  scoreAttribution,
  scoreEvidence,
  scoreFactuality,
  scoreQuantities,
} from "./score-qualifiers.ts";
import { readSystemFact, type SystemFact } from "./system-fact.ts";
import { normalised, stem } from "./text-normalisation.ts";
import { NAMING_RELATIONS, REPORTING_VERBS } from "./word-lists.ts";

const REPORTING_STEMS: ReadonlySet<string> = new Set(REPORTING_VERBS.split(" ").map(stem));

/** Precision and recall in lenient matching, and over the core facts of gold. */
export interface LenientScore extends PrecisionRecall {
  readonly coreR: number;
  readonly coreTp: number;
  readonly coreGold: number;
  readonly coreF1: number;
}

/** A gold fact in a list of errors; members that it has not are absent. */
export interface ListedGoldFact {
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly speaker?: string;
  readonly factuality: string;
  readonly level: string;
}

export type ListedSystemFact = Pick<SystemFact, "subject" | "relation" | "object">;

/** Everything that is measured on one article. */
export interface ArticleScore {
  readonly counts: {
    readonly gold: number;
    readonly goldCore: number;
    readonly system: number;
    /** Lines that are no fact. */
    readonly invalid: number;
    readonly matched: number;
    /** Further facts for a gold fact that has its match: they count neither way. */
    readonly duplicates: number;
    /** "X said something" of a source in gold, and what a thing is called: they count neither way. */
    readonly neutral: number;
    readonly spurious: number;
  };
  readonly strict: PrecisionRecall;
  readonly lenient: LenientScore;
  readonly attribution: AttributionScore;
  readonly factuality: FactualityScore;
  readonly date: Accuracy;
  readonly quantity: Accuracy;
  readonly evidence: EvidenceScore;
  readonly missed: readonly ListedGoldFact[];
  readonly spurious: readonly (ListedSystemFact & Pick<SystemFact, "speaker" | "factuality">)[];
  readonly duplicates: readonly ListedSystemFact[];
  readonly neutral: readonly ListedSystemFact[];
  readonly wrongAttribution: readonly (ListedGoldFact & { readonly systemSpeaker: string | null })[];
  readonly wrongFactuality: readonly (ListedGoldFact & { readonly systemFactuality: string })[];
  readonly matches: readonly {
    readonly gold: string;
    readonly system: readonly [string, string, string];
    readonly strict: boolean;
  }[];
}

/** The gold of one article. */
export interface GoldArticle {
  readonly facts: readonly GoldFact[];
  readonly entities: readonly GoldEntity[];
}

/**
 * Scores the facts of a system on one article. Each system fact matches at most one gold fact, by the assignment that
 * matches most; among equals, the one with the most speakers, factualities, dates and passages right.
 *
 * @param lines one JSON object for each fact; see {@link readSystemFact}
 * @param unreadable lines that were no JSON object
 */
export function scoreArticle(
  gold: GoldArticle,
  lines: readonly Readonly<Record<string, unknown>>[],
  unreadable = 0,
  lexicon: MatchingLexicon = MATCHING_LEXICON,
): ArticleScore {
  const { system, matcher, strict, lenientMatching, unmatched } = matchFacts(gold, lines, lexicon);
  const invalid = unreadable + lines.length - system.length;
  const strictMatching = assign(strict, gold.facts.length, system.length);
  const pairs = pairsOf(gold.facts, system, lenientMatching, strict);
  const counted = pairs.length + unmatched.spurious.length + invalid;
  return {
    counts: {
      gold: gold.facts.length,
      goldCore: gold.facts.filter(isCore).length,
      system: system.length,
      invalid,
      matched: pairs.length,
      duplicates: unmatched.duplicates.length,
      neutral: unmatched.neutral.length,
      spurious: unmatched.spurious.length,
    },
    strict: scoreStrictly(gold.facts, system, strictMatching, unmatched, invalid),
    lenient: scoreLeniently(gold.facts, pairs, counted),
    attribution: scoreAttribution(pairs, matcher),
    factuality: scoreFactuality(pairs, matcher, unmatched.overAsserted),
    date: scoreDates(pairs, matcher),
    quantity: scoreQuantities(pairs),
    evidence: scoreEvidence(pairs),
    ...listErrors(gold.facts, system, pairs, unmatched, matcher),
  };
}

/** The facts of a system beside those of gold, matched leniently: what every score rests on. */
function matchFacts(
  gold: GoldArticle,
  lines: readonly Readonly<Record<string, unknown>>[],
  lexicon: MatchingLexicon,
) {
  const read = lines.map(readSystemFact);
  const system = read.filter((fact) => fact !== null);
  const matcher = makeFactMatcher(gold.facts, gold.entities, lexicon);
  const { strict, lenient } = weighPairs(gold.facts, system, matcher);
  const lenientMatching = assign(lenient, gold.facts.length, system.length);
  const unmatched = judgeUnmatched(gold.facts, system, matcher, lenient, lenientMatching);
  return { read, system, matcher, strict, lenientMatching, unmatched };
}

/** Whether a fact of a system is right; `uncounted` where it counts neither way. */
export type Verdict = "right" | "wrong" | "uncounted";

/** The verdict in lenient matching on each line, as {@link scoreArticle} counts it. */
export function judgeFacts(
  gold: GoldArticle,
  lines: readonly Readonly<Record<string, unknown>>[],
  lexicon: MatchingLexicon = MATCHING_LEXICON,
): readonly Verdict[] {
  const { read, system, lenientMatching, unmatched } = matchFacts(gold, lines, lexicon);
  const [right, wrong] = [new Set(lenientMatching.values()), new Set(unmatched.spurious)];
  return read.map((fact) => {
    if (fact === null) return "wrong";
    const column = system.indexOf(fact);
    return right.has(column) ? "right" : wrong.has(column) ? "wrong" : "uncounted";
  });
}

function isCore({ level }: GoldFact): boolean {
  return level === "core";
}

/** 1 for a match, and small bonuses that decide which of several matches is the one. */
function weighPairs(
  gold: readonly GoldFact[],
  system: readonly SystemFact[],
  matcher: FactMatcher,
): { readonly strict: Weights; readonly lenient: Weights } {
  const strict = new Map<number, Map<number, number>>();
  const lenient = new Map<number, Map<number, number>>();
  const put = (weights: Map<number, Map<number, number>>, row: number, column: number, weight: number) =>
    weights.set(row, (weights.get(row) ?? new Map<number, number>()).set(column, weight));
  for (const [row, fact] of gold.entries()) {
    for (const [column, candidate] of system.entries()) {
      const isStrict = matcher.matchesStrictly(fact, candidate);
      if (!isStrict && !matcher.matchesLeniently(fact, candidate)) continue;
      const bonus = matchBonus(fact, candidate, matcher);
      put(lenient, row, column, 1 + bonus + (isStrict ? 0.01 : 0));
      if (isStrict) put(strict, row, column, 1 + bonus);
    }
  }
  return { strict, lenient };
}

function matchBonus(gold: GoldFact, system: SystemFact, matcher: FactMatcher): number {
  const bonus =
    (matcher.speakerRight(gold, system) ? 0.02 : 0) +
    (matcher.factualityRight(gold, system) ? 0.02 : 0) +
    (matcher.dateRight(gold, system) ? 0.005 : 0) +
    (isCore(gold) ? 0.001 : 0);
  return system.evidence && passagesOverlap(system.evidence, gold.evidence) ? bonus + 0.01 : bonus;
}

function passagesOverlap(left: Passage, right: Passage): boolean {
  return left.start < right.end && right.start < left.end;
}

function pairsOf(
  gold: readonly GoldFact[],
  system: readonly SystemFact[],
  matching: ReadonlyMap<number, number>,
  strict: Weights,
): readonly MatchedPair[] {
  return [...matching].flatMap(([row, column]) => {
    const [fact, candidate] = [gold[row], system[column]];
    return fact && candidate
      ? [{ gold: fact, system: candidate, row, column, strict: strict.get(row)?.has(column) ?? false }]
      : [];
  });
}

interface Unmatched {
  readonly duplicates: readonly number[];
  readonly neutral: readonly number[];
  readonly spurious: readonly number[];
  /** Of the spurious: given as certain where gold has the same triple as not certain. */
  readonly overAsserted: number;
}

function judgeUnmatched(
  gold: readonly GoldFact[],
  system: readonly SystemFact[],
  matcher: FactMatcher,
  lenient: Weights,
  matching: ReadonlyMap<number, number>,
): Unmatched {
  const used = new Set(matching.values());
  const sources = new Set(gold.flatMap(({ speaker }) => (speaker ? [speaker] : [])));
  const [duplicates, neutral, spurious]: [number[], number[], number[]] = [[], [], []];
  let overAsserted = 0;
  for (const [column, fact] of system.entries()) {
    if (used.has(column)) continue;
    const same = gold.filter((_fact, row) => lenient.get(row)?.has(column));
    const repeats = (other: GoldFact) =>
      matcher.factualityRight(other, fact) && matcher.speakerRight(other, fact);
    if (same.some(repeats)) {
      duplicates.push(column);
    } else if (same.length > 0) {
      // The same triple again, with a reading that gold does not have: wrong, not a repeat.
      spurious.push(column);
      const neverCertain = same.every(
        (other) => other.factuality !== "certain" && !matcher.factualityRight(other, fact),
      );
      if (fact.factuality === "certain" && neverCertain) overAsserted++;
    } else if (isReport(fact, sources, matcher) || NAMING_RELATIONS.has(normalised(fact.relation))) {
      neutral.push(column);
    } else {
      spurious.push(column);
    }
  }
  return { duplicates, neutral, spurious, overAsserted };
}

/** Whether the fact says no more than that a source in gold spoke. */
function isReport(fact: SystemFact, sources: ReadonlySet<string>, matcher: FactMatcher): boolean {
  const { key } = analyseWording(fact.relation);
  return (
    key !== "" &&
    key.split(" ").every((word) => REPORTING_STEMS.has(word)) &&
    [...sources].some((source) => matcher.labels.matches(fact.subject, source))
  );
}

/** A fact that is right only leniently is wrong here; duplicates and neutral facts stay out. */
function scoreStrictly(
  gold: readonly GoldFact[],
  system: readonly SystemFact[],
  matching: ReadonlyMap<number, number>,
  { duplicates, neutral }: Unmatched,
  invalid: number,
): PrecisionRecall {
  const uncounted = new Set([...matching.values(), ...duplicates, ...neutral]);
  const wrong = system.filter((_fact, column) => !uncounted.has(column)).length;
  return precisionRecall(matching.size, matching.size + wrong + invalid, gold.length);
}

function scoreLeniently(
  gold: readonly GoldFact[],
  pairs: readonly MatchedPair[],
  counted: number,
): LenientScore {
  const score = precisionRecall(pairs.length, counted, gold.length);
  const coreGold = gold.filter(isCore).length;
  const coreTp = pairs.filter((pair) => isCore(pair.gold)).length;
  const coreRecall = share(coreTp, coreGold);
  return {
    ...score,
    coreR: round4(coreRecall),
    coreTp,
    coreGold,
    coreF1: round4(harmonicMean(score.p, coreRecall)),
  };
}

function scoreDates(pairs: readonly MatchedPair[], matcher: FactMatcher): Accuracy {
  const dated = pairs.filter(({ gold }) => gold.date !== null);
  return accuracy(dated.filter(({ gold, system }) => matcher.dateRight(gold, system)).length, dated.length);
}

type ErrorLists = Pick<
  ArticleScore,
  "missed" | "spurious" | "duplicates" | "neutral" | "wrongAttribution" | "wrongFactuality" | "matches"
>;

function listErrors(
  gold: readonly GoldFact[],
  system: readonly SystemFact[],
  pairs: readonly MatchedPair[],
  unmatched: Unmatched,
  matcher: FactMatcher,
): ErrorLists {
  const found = new Set(pairs.map((pair) => pair.gold));
  const at = (columns: readonly number[]) => system.filter((_fact, column) => columns.includes(column));
  const triple = ({ subject, relation, object }: SystemFact) => ({ subject, relation, object });
  return {
    missed: gold.filter((fact) => !found.has(fact)).map(listed),
    spurious: at(unmatched.spurious).map((fact) => ({
      ...triple(fact),
      speaker: fact.speaker,
      factuality: fact.factuality,
    })),
    duplicates: at(unmatched.duplicates).map(triple),
    neutral: at(unmatched.neutral).map(triple),
    wrongAttribution: pairs
      .filter((pair) => !matcher.speakerRight(pair.gold, pair.system))
      .map((pair) => ({ ...listed(pair.gold), systemSpeaker: pair.system.speaker })),
    wrongFactuality: pairs
      .filter((pair) => !matcher.factualityRight(pair.gold, pair.system))
      .map((pair) => ({ ...listed(pair.gold), systemFactuality: pair.system.factuality })),
    matches: [...pairs]
      .sort((left, right) => left.row - right.row)
      .map((pair) => ({
        gold: pair.gold.id,
        system: [pair.system.subject, pair.system.relation, pair.system.object],
        strict: pair.strict,
      })),
  };
}

function listed({ id, subject, relation, object, speaker, factuality, level }: GoldFact): ListedGoldFact {
  return { id, subject, relation, object, ...(speaker !== null && { speaker }), factuality, level };
}
