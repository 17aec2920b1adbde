import { HashedWeights, tableLength } from "../annotate/weights/hashed-weights.ts";

/**
 * Weights of an averaged perceptron in training. The average over all steps is kept lazily: with `total` the sum of
 * step × change, it is weight − total / steps (Daumé 2006, section 2.3).
 */
export class AveragedWeights {
  readonly current: HashedWeights;
  readonly #table: Int32Array;
  readonly #totals: Float64Array;
  #steps = 1;

  constructor(bits: number, classes: number) {
    this.#table = new Int32Array(tableLength(bits, classes));
    this.#totals = new Float64Array(this.#table.length);
    this.current = new HashedWeights(bits, classes, this.#table);
  }

  /** Counts one example, whether or not it changed anything. */
  step(): void {
    this.#steps++;
  }

  /** Moves the weights of the features towards one class and away from another. */
  update(rows: Int32Array, count: number, right: number, wrong: number): void {
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      this.#add(row + right, 1);
      this.#add(row + wrong, -1);
    }
  }

  #add(index: number, change: number): void {
    this.#table[index] = (this.#table[index] as number) + change;
    this.#totals[index] = (this.#totals[index] as number) + change * this.#steps;
  }

  /**
   * The averages as bytes. They are scaled so that all but one in 5,000 of the weights in use fit; the rest are cut off
   * at ±127. Averages under half a unit become 0, which is most of what is noise.
   */
  quantised(): HashedWeights {
    const averages = new Float64Array(this.#table.length);
    const sizes: number[] = [];
    for (let index = 0; index < averages.length; index++) {
      const average = (this.#table[index] as number) - (this.#totals[index] as number) / this.#steps;
      averages[index] = average;
      if (average !== 0) sizes.push(Math.abs(average));
    }
    const sorted = Float64Array.from(sizes).sort();
    const largest = sorted[Math.floor(sorted.length * 0.9998)] ?? 1;
    const scale = 127 / Math.max(largest, 1e-9);
    const bytes = Int8Array.from(averages, (average) =>
      Math.max(-127, Math.min(127, Math.round(average * scale))),
    );
    return new HashedWeights(this.current.bits, this.current.classes, bytes);
  }
}
