import { describe, expect, it } from "vitest";
import { calibrationOf } from "../../../src/evaluate/calibration.ts";
import { judgeFacts } from "../../../src/evaluate/score.ts";
import { calibrated, readCalibration } from "../../../src/extract/facts/calibration.ts";
import { HARBOUR } from "./harbour.ts";

describe("calibration", () => {
  it("compares confidence with the share of right facts, by tenths", () => {
    const judged = [
      ...[true, true, true, false].map((right) => ({ confidence: 0.75, right })),
      ...[true, false].map((right) => ({ confidence: 0.9, right })),
    ];
    const { expectedError, bins } = calibrationOf(judged);
    expect(bins).toEqual([
      { from: 0.7, facts: 4, confidence: 0.75, right: 0.75 },
      { from: 0.9, facts: 2, confidence: 0.9, right: 0.5 },
    ]);
    expect(expectedError).toBeCloseTo((0 * 4 + 0.4 * 2) / 6, 3);
  });

  it("is 0 for no facts, and puts full confidence in the last tenth", () => {
    expect(calibrationOf([])).toEqual({ facts: 0, expectedError: 0, bins: [] });
    expect(calibrationOf([{ confidence: 1, right: true }]).bins).toMatchObject([{ from: 0.9 }]);
  });

  it("judges facts as the score counts them", () => {
    const met = { subject: "Jane Roe", relation: "met", object: "John Doe", factuality: "certain" };
    expect(judgeFacts(HARBOUR, [met, met, { ...met, object: "nothing of the kind" }])).toEqual([
      "right",
      "uncounted",
      "wrong",
    ]);
  });

  it("keeps the order of scores", () => {
    const calibration = readCalibration(
      new Map([["fact-confidence.tsv", "# a\nintercept\t-1\nscore\t3.5\n"]]),
    );
    const values = [0.2, 0.5, 0.9].map((score) =>
      calibrated(calibration ?? { intercept: 0, slope: 0 }, score),
    );
    expect(values).toEqual([0.43, 0.68, 0.9]);
  });

  it("leaves scores alone without a file, and refuses one that holds no numbers", () => {
    expect(readCalibration(new Map())).toBeUndefined();
    expect(() => readCalibration(new Map([["fact-confidence.tsv", "intercept\tx\n"]]))).toThrow(
      "two numbers",
    );
  });
});
