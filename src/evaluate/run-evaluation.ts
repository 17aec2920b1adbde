import type { Extraction } from "../model/extraction.ts";
import type { FactRecord } from "../model/fact-record.ts";
import { calibrationOf, calibrationReport } from "./calibration.ts";
import { type Evaluation, evaluateSuite, evaluationJson } from "./evaluate-suite.ts";
import { AVERAGE, breachedFloors, type FloorBreach, floorsAt, readFloors } from "./floors.ts";
import { readGoldSuite, type SuiteArticle } from "./gold-suite.ts";
import { EvaluationInputError } from "./input-error.ts";
import { articleReport, averageReport, breachReport, errorKindReport, snakeCaseMembers } from "./report.ts";

export const FLOORS_FILE = "floors.json";

/** How many kinds of errors the report names. */
const ERROR_KINDS = 12;

/** What a run needs of the world. */
export interface EvaluationInputs {
  /** Path of the gold folder, for errors. */
  readonly folder: string;
  /** Text files of the gold folder by name. */
  readonly gold: ReadonlyMap<string, string>;
  /**
   * Articles with their metadata (`SLUG.md`) by name. An article that is not here is read from the gold folder: from
   * its `SLUG.md`, or, without a date, from its `SLUG.txt`.
   */
  readonly articles: ReadonlyMap<string, string>;
  /** Reads one article. `name` tells the format by its ending. */
  readonly extract: (name: string, content: string) => Promise<Extraction>;
  readonly toRecords: (extraction: Extraction) => readonly FactRecord[];
}

export interface EvaluationRun {
  readonly suite: readonly SuiteArticle[];
  readonly evaluation: Evaluation;
  readonly breaches: readonly FloorBreach[];
}

/**
 * Reads every gold article, scores what was read, and compares with `floors.json` where the folder has one.
 *
 * @throws {@link EvaluationInputError} where gold cannot be used, or counts in another text than the article's
 */
export async function runEvaluation({
  folder,
  gold,
  articles,
  extract,
  toRecords,
}: EvaluationInputs): Promise<EvaluationRun> {
  const suite = readGoldSuite(gold, folder);
  const evaluation = await evaluateSuite(suite, async (article) => {
    const file = `${article.slug}.md`;
    const dated = articles.get(file) ?? gold.get(file);
    const content = dated ?? article.text;
    if (content === null) {
      throw new EvaluationInputError(article.slug, `neither ${article.slug}.txt nor an article ${file}`);
    }
    const extraction = await extract(dated === undefined ? `${article.slug}.txt` : file, content);
    const { text } = extraction.article;
    if (article.text !== null && text.trimEnd() !== article.text.trimEnd()) {
      throw new EvaluationInputError(`${article.slug}.txt`, `not the text that ${file} is read as`);
    }
    return { text, records: toRecords(extraction) };
  });
  const floors = gold.get(FLOORS_FILE);
  const breaches =
    floors === undefined ? [] : breachedFloors(readFloors(floors, FLOORS_FILE), evaluation.scores);
  return { suite, evaluation, breaches };
}

/** The floors that this run just meets, as text of `floors.json`. */
export function floorsText({ evaluation }: EvaluationRun): string {
  return `${JSON.stringify(floorsAt(evaluation.scores, evaluation.average), null, 2)}\n`;
}

/**
 * The run as text for people. Errors of held-out articles are never listed: who sees them tunes on them.
 *
 * @param listed how many errors of each kind to list for an article
 */
export function runReport({ suite, evaluation, breaches }: EvaluationRun, listed: number): string {
  const lines = suite.flatMap(({ slug, part }) => {
    const score = evaluation.scores.get(slug);
    return score
      ? articleReport(`${slug} (${PART_NAMES[part]})`, score, part === "heldOut" ? 0 : listed)
      : [];
  });
  const parts = evaluation.parts.size > 1 ? [...evaluation.parts] : [];
  return [
    ...lines,
    "",
    ...parts.flatMap(([part, average]) =>
      averageReport(
        `${PART_NAMES[part]}, ${suite.filter((article) => article.part === part).length} articles`,
        average,
      ),
    ),
    ...[...evaluation.confidences].flatMap(([part, judged]) =>
      calibrationReport(PART_NAMES[part], calibrationOf(judged)),
    ),
    ...averageReport(`${AVERAGE} of ${suite.length} articles`, evaluation.average),
    "",
    ...errorKindReport(evaluation.errorKinds, ERROR_KINDS),
    ...breachReport(breaches),
    "",
  ].join("\n");
}

const PART_NAMES = { development: "development", heldOut: "held out" } as const;

/** The run as JSON, members named as in the gold files. */
export function runJson({ suite, evaluation, breaches }: EvaluationRun): string {
  const json = snakeCaseMembers(evaluationJson(evaluation, suite));
  return `${JSON.stringify({ ...(json as object), breaches }, null, 1)}\n`;
}
