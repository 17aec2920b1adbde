import { ModelError } from "../../model/errors.ts";
import type { Fact } from "../../model/fact.ts";

/** Turns the score of a reading into the share of readings with that score that are right. */
export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
}

/** The lexicon file that holds it; `npm run train:confidence` makes it. */
export const CALIBRATION_FILE = "fact-confidence.tsv";

/**
 * @returns undefined where the lexicon has none: then confidence is the bare score
 * @throws {@link ModelError} where it cannot be read
 */
export function readCalibration(lexicon: ReadonlyMap<string, string>): Calibration | undefined {
  const text = lexicon.get(CALIBRATION_FILE);
  if (text === undefined) return undefined;
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const rows = new Map(lines.map((line) => line.split("\t") as [string, string]));
  const [intercept, slope] = [Number(rows.get("intercept")), Number(rows.get("score"))];
  if (!Number.isFinite(intercept) || !Number.isFinite(slope))
    throw new ModelError(`${CALIBRATION_FILE} has not its two numbers`);
  return { intercept, slope };
}

/** The confidence of a reading: two decimals, for no one should read more into it. */
export function calibrated({ intercept, slope }: Calibration, score: number): number {
  return Math.round(100 / (1 + Math.exp(-(intercept + slope * score)))) / 100;
}

/** The fact with its score made a probability; the score stays among the reasons. */
export function calibrateFact(calibration: Calibration | undefined, fact: Fact): Fact {
  if (!calibration) return fact;
  const score = `score ${fact.confidence.toFixed(2)} before calibration`;
  return {
    ...fact,
    confidence: calibrated(calibration, fact.confidence),
    reasons: [...fact.reasons, score],
  };
}
