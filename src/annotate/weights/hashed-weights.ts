import { ModelError } from "../../model/errors.ts";

/** Storage of one weight per (feature, class): bytes where the model is used, wider numbers where it is trained. */
export type WeightTable = Int8Array | Int32Array;

/**
 * A multi-class linear model over hashed features ("hashing trick", Weinberger et al. 2009).
 *
 * A feature is a 32-bit hash. Its weights for all classes lie side by side in the table, from its row on. Rows
 * overlap and collide: the learner lives with that as with noise, and no list of features has to be kept.
 */
export class HashedWeights {
  /** log2 of the number of rows. */
  readonly bits: number;
  readonly classes: number;
  readonly table: WeightTable;

  constructor(bits: number, classes: number, table: WeightTable) {
    if (table.length !== tableLength(bits, classes)) {
      throw new ModelError(`weight table of ${table.length} entries, expected ${tableLength(bits, classes)}`);
    }
    this.bits = bits;
    this.classes = classes;
    this.table = table;
  }

  /** Where the weights of a feature begin. */
  row(featureHash: number): number {
    return featureHash >>> (32 - this.bits);
  }

  /** Sums the weights of `count` features, given by their rows, into `scores[0..classes)`. */
  score(rows: Int32Array, count: number, scores: Int32Array): void {
    const { table, classes } = this;
    scores.fill(0);
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number;
      for (let item = 0; item < classes; item++) {
        scores[item] = (scores[item] as number) + (table[row + item] as number);
      }
    }
  }
}

/** Rows plus room for the classes of the last one. */
export function tableLength(bits: number, classes: number): number {
  return 2 ** bits + classes;
}
