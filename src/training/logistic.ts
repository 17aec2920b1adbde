import { hashString } from "../annotate/weights/feature-hash.ts";
import { seededRandom, shuffled } from "./random.ts";

/** What an example has, and which of the classes it belongs to. */
export interface LabelledFeatures {
  readonly features: Int32Array;
  /** Classes it belongs to. */
  readonly right: readonly number[];
  /** Classes of which it is known whether it belongs to them. */
  readonly asked: readonly number[];
}

export interface LogisticOptions {
  readonly classes: number;
  /** log2 of the number of rows that features are hashed to. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull of weights in use towards 0. */
  readonly decay: number;
  /** Whether an example has exactly one class, so that probabilities sum to 1. */
  readonly exclusive: boolean;
  readonly seed: number;
}

/** Probability of each class for the features of one example. */
export type Classify = (features: Int32Array) => Float64Array;

/** Features by name as rows of a table of weights; each once, in a fixed order. */
export function featureRows(names: Iterable<string>, bits: number): Int32Array {
  return Int32Array.from(new Set([...names].map((name) => mixed(hashString(name)) >>> (32 - bits)))).sort();
}

/** FNV-1a alone leaves the upper bits of short strings too much alike. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** Logistic regression by AdaGrad (Duchi et al. 2011), an example at a time in an order that the seed decides. */
export function learnLogistic(examples: readonly LabelledFeatures[], options: LogisticOptions): Classify {
  const { classes, bits, epochs, rate, decay, exclusive, seed } = options;
  const weights = new Float64Array(2 ** bits * classes);
  const squares = new Float64Array(weights.length);
  const classify: Classify = (features) => probabilities(weights, features, classes, exclusive);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, right, asked } of shuffled(examples, random)) {
      const found = classify(features);
      for (const asking of asked) {
        const error = (found[asking] as number) - (right.includes(asking) ? 1 : 0);
        for (const feature of features) {
          const place = feature * classes + asking;
          const slope = error + decay * (weights[place] as number);
          squares[place] = (squares[place] as number) + slope * slope;
          weights[place] =
            (weights[place] as number) - (rate * slope) / Math.sqrt((squares[place] as number) + 1e-6);
        }
      }
    }
  }
  return classify;
}

function probabilities(
  weights: Float64Array,
  features: Int32Array,
  classes: number,
  exclusive: boolean,
): Float64Array {
  const scores = new Float64Array(classes);
  for (const feature of features) {
    const row = feature * classes;
    for (let item = 0; item < classes; item++)
      scores[item] = (scores[item] as number) + (weights[row + item] as number);
  }
  if (!exclusive) return scores.map((score) => 1 / (1 + Math.exp(-score)));
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
