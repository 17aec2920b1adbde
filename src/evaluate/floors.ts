import { isJsonObject, parseObject } from "./gold.ts";
import { EvaluationInputError } from "./input-error.ts";
import type { ArticleScore } from "./score.ts";
import { averageScores, type SuiteAverage } from "./suite.ts";

/** Scores that may not fall, by measure ("lenient.p"): for each article, and for the average as `average`. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A score below its floor. */
export interface FloorBreach {
  readonly article: string;
  readonly measure: string;
  readonly floor: number;
  readonly score: number;
}

/** Name under which the floors of the average stand. */
export const AVERAGE = "average";

/** The measures that have floors: what is found, what is right of it, who says it and how sure. */
export function floorMeasures(score: ArticleScore | SuiteAverage): Readonly<Record<string, number>> {
  const measures: Record<string, number> = {
    "strict.f1": score.strict.f1,
    "lenient.p": score.lenient.p,
    "lenient.r": score.lenient.r,
    "lenient.core_r": score.lenient.coreR,
  };
  for (const quality of ["attribution", "factuality"] as const) {
    const { accuracy } = score[quality];
    if (accuracy !== null) measures[`${quality}.accuracy`] = accuracy;
  }
  return measures;
}

/** Floors that the given scores just meet. */
export function floorsAt(scores: ReadonlyMap<string, ArticleScore>, average: SuiteAverage): Floors {
  return {
    [AVERAGE]: floorMeasures(average),
    ...Object.fromEntries([...scores].map(([article, score]) => [article, floorMeasures(score)])),
  };
}

/** @throws {@link EvaluationInputError} where the text is not an object of objects of numbers */
export function readFloors(text: string, name: string): Floors {
  const value = parseObject(text, name);
  return Object.fromEntries(
    Object.entries(value).map(([article, measures]) => {
      if (!isJsonObject(measures)) throw new EvaluationInputError(name, `${article} is not an object`);
      return [article, readMeasures(measures, `${name}, ${article}`)];
    }),
  );
}

function readMeasures(
  measures: Readonly<Record<string, unknown>>,
  location: string,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(measures).map(([measure, floor]) => {
      if (typeof floor !== "number") throw new EvaluationInputError(location, `${measure} is not a number`);
      return [measure, floor];
    }),
  );
}

/**
 * Every measure below its floor; an article or measure that was not scored counts as 0. The average is over the
 * articles that have floors, so that new gold is no fall.
 */
export function breachedFloors(
  floors: Floors,
  scores: ReadonlyMap<string, ArticleScore>,
): readonly FloorBreach[] {
  const held = [...scores].filter(([article]) => floors[article] !== undefined).map(([, score]) => score);
  const reached = floorsAt(scores, averageScores(held.length > 0 ? held : [...scores.values()]));
  return Object.entries(floors).flatMap(([article, measures]) =>
    Object.entries(measures)
      .map(([measure, floor]) => ({ article, measure, floor, score: reached[article]?.[measure] ?? 0 }))
      .filter(({ floor, score }) => score < floor),
  );
}
