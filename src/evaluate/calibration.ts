import { round4, sum } from "./rates.ts";
import { type GoldArticle, judgeFacts } from "./score.ts";

/** How sure a system was of a fact, and whether it was right; facts that count neither way are left out. */
export interface JudgedConfidence {
  readonly confidence: number;
  readonly right: boolean;
}

/** The facts of one tenth of the scale. */
export interface CalibrationBin {
  readonly from: number;
  readonly facts: number;
  readonly confidence: number;
  readonly right: number;
}

export interface CalibrationScore {
  readonly facts: number;
  /** Expected calibration error: by how much confidence and share of right facts differ, in the mean over facts, by tenths. */
  readonly expectedError: number;
  readonly bins: readonly CalibrationBin[];
}

/** @param records with the confidence of each of the lines, in their order */
export function judgeConfidences<Found extends { readonly confidence: number }>(
  gold: GoldArticle,
  records: readonly Found[],
  lines: readonly Readonly<Record<string, unknown>>[],
): readonly (Found & JudgedConfidence)[] {
  const verdicts = judgeFacts(gold, lines);
  return records.flatMap((record, index) =>
    verdicts[index] === "uncounted" ? [] : { ...record, right: verdicts[index] === "right" },
  );
}

export function calibrationOf(judged: readonly JudgedConfidence[]): CalibrationScore {
  const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) =>
    judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10 + 1e-9)) === tenth),
  );
  const off = tenths.map((facts) =>
    Math.abs(sum(facts.map(({ confidence, right }) => confidence - Number(right)))),
  );
  return {
    facts: judged.length,
    expectedError: round4(sum(off) / Math.max(1, judged.length)),
    bins: tenths.flatMap((facts, tenth) =>
      facts.length === 0
        ? []
        : {
            from: tenth / 10,
            facts: facts.length,
            confidence: round4(sum(facts.map(({ confidence }) => confidence)) / facts.length),
            right: round4(facts.filter(({ right }) => right).length / facts.length),
          },
    ),
  };
}

export function calibrationReport(part: string, score: CalibrationScore): readonly string[] {
  const title = `Confidence, ${part}: expected calibration error ${score.expectedError.toFixed(3)} over ${score.facts} facts`;
  const rows = score.bins.map(
    ({ from, facts, confidence, right }) =>
      `  from ${from.toFixed(1)}: ${String(facts).padStart(4)} facts, confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}`,
  );
  return [title, ...rows];
}
