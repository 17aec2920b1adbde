import { describe, expect, it } from "vitest";
import { featureRows, type LabelledFeatures, learnLogistic } from "../../../src/training/logistic.ts";

const OPTIONS = { classes: 2, bits: 8, epochs: 20, rate: 0.2, decay: 0, exclusive: false, seed: 1 };
const example = (names: readonly string[], right: readonly number[], asked = [0, 1]): LabelledFeatures => ({
  features: featureRows(names, OPTIONS.bits),
  right,
  asked,
});

describe("a logistic model", () => {
  const examples = [
    example(["bias", "born"], [0]),
    example(["bias", "lives"], [1]),
    example(["bias", "born", "lives"], [0, 1]),
    example(["bias"], []),
  ];

  it("tells classes apart by the features that come with them", () => {
    const classify = learnLogistic(examples, OPTIONS);
    const [born = 0, lives = 0] = classify(featureRows(["bias", "born"], OPTIONS.bits));
    expect(born).toBeGreaterThan(0.5);
    expect(lives).toBeLessThan(0.5);
  });

  it("learns nothing about a class that was not asked for", () => {
    const classify = learnLogistic([example(["bias", "born"], [0], [0])], OPTIONS);
    expect(classify(featureRows(["bias", "born"], OPTIONS.bits))[1]).toBe(0.5);
  });

  it("gives probabilities that sum to 1 where an example has one class", () => {
    const classify = learnLogistic(examples.slice(0, 2), { ...OPTIONS, exclusive: true });
    const scores = classify(featureRows(["bias", "born"], OPTIONS.bits));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1);
    expect(scores[0]).toBeGreaterThan(0.7);
  });

  it("is the same each time", () => {
    const [once, again] = [learnLogistic(examples, OPTIONS), learnLogistic(examples, OPTIONS)];
    const rows = featureRows(["bias", "lives"], OPTIONS.bits);
    expect(once(rows)).toEqual(again(rows));
  });
});
