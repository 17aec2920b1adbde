import type { FactRecord } from "../model/fact-record.ts";
import { codePointOffsets } from "../model/span.ts";
import { calibrationOf, type JudgedConfidence, judgeConfidences } from "./calibration.ts";
import type { SuiteArticle, SuitePart } from "./gold-suite.ts";
import { type ArticleScore, scoreArticle } from "./score.ts";
import { averageScores, commonestErrors, type ErrorKind, type SuiteAverage } from "./suite.ts";

/** What one article was read as. */
export interface ReadFacts {
  /** The text that the offsets of the records count in, in UTF-16 code units. */
  readonly text: string;
  readonly records: readonly FactRecord[];
}

/** The scores of a gold suite. */
export interface Evaluation {
  /** By slug, in alphabetical order. */
  readonly scores: ReadonlyMap<string, ArticleScore>;
  readonly average: SuiteAverage;
  readonly parts: ReadonlyMap<SuitePart, SuiteAverage>;
  /** Of each part, how sure the system was of each fact that counts, and whether it was right. */
  readonly confidences: ReadonlyMap<SuitePart, readonly JudgedConfidence[]>;
  /** Of the development part alone: errors on held-out articles are not to be learnt from. */
  readonly errorKinds: readonly ErrorKind[];
}

/** Reads every article of the suite and scores its facts. The suite has at least one article. */
export async function evaluateSuite(
  suite: readonly SuiteArticle[],
  readFacts: (article: SuiteArticle) => Promise<ReadFacts>,
): Promise<Evaluation> {
  const scored: {
    readonly article: SuiteArticle;
    readonly score: ArticleScore;
    readonly judged: readonly JudgedConfidence[];
  }[] = [];
  for (const article of suite) {
    const { text, records } = await readFacts(article);
    const lines = scorableLines(records, text);
    const judged = judgeConfidences(article, records, lines);
    scored.push({ article, score: scoreArticle(article, lines), judged });
  }
  const scoresOf = (part?: SuitePart) =>
    scored.filter(({ article }) => part === undefined || article.part === part).map(({ score }) => score);
  const parts = (["development", "heldOut"] as const).filter((part) => scoresOf(part).length > 0);
  return {
    scores: new Map(scored.map(({ article, score }) => [article.slug, score])),
    average: averageScores(scoresOf()),
    parts: new Map(parts.map((part) => [part, averageScores(scoresOf(part))])),
    confidences: new Map(
      parts.map((part) => [
        part,
        scored.filter(({ article }) => article.part === part).flatMap(({ judged }) => judged),
      ]),
    ),
    errorKinds: commonestErrors(scoresOf("development")),
  };
}

/** Records as lines of a system file: gold counts code points, records count code units. */
export function scorableLines(
  records: readonly FactRecord[],
  text: string,
): readonly Readonly<Record<string, unknown>>[] {
  const offsets = codePointOffsets(text);
  return records.map((record) => ({
    ...record,
    evidence: {
      start: offsets.toCodePoints(record.evidence.start),
      end: offsets.toCodePoints(record.evidence.end),
    },
  }));
}

/** The evaluation as the JSON report: figures of every article, and lists of errors of the development part. */
export function evaluationJson(evaluation: Evaluation, suite: readonly SuiteArticle[]): unknown {
  const heldOut = new Set(suite.filter(({ part }) => part === "heldOut").map(({ slug }) => slug));
  const documents = [...evaluation.scores].map(([slug, score]) => [
    slug,
    heldOut.has(slug) ? figures(score) : score,
  ]);
  return {
    average: evaluation.average,
    parts: Object.fromEntries(evaluation.parts),
    calibration: Object.fromEntries(
      [...evaluation.confidences].map(([part, judged]) => [part, calibrationOf(judged)]),
    ),
    documents: Object.fromEntries(documents),
  };
}

function figures({
  counts,
  strict,
  lenient,
  attribution,
  factuality,
  date,
  quantity,
  evidence,
}: ArticleScore) {
  return { counts, strict, lenient, attribution, factuality, date, quantity, evidence };
}
