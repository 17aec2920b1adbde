import { strToU8 } from "fflate";
import { ModelError } from "../../model/errors.ts";
import { HashedWeights } from "../weights/hashed-weights.ts";
import { byteSection, packModel, textSection, unpackModel } from "../weights/model-file.ts";
import { EndFeatures, MAX_END_FEATURES } from "./end-features.ts";
import { ABBREVIATION_STOP, INNER_STOP, type LineWords, NO_STOP } from "./stops.ts";

/** The two answers of the model. */
export const GOES_ON = 0;
export const ENDS = 1;

/**
 * What the weights must say at least. Without a stop it is more: prose that is torn costs more facts than two
 * lines of a list that stay together (60 costs 0.002 of F1 on EWT's e-mails).
 */
const LEAD = { withStop: 0, without: 60 };

/**
 * Finds the words of a line that end a sentence: a linear model over what the rules read, the words around, and how
 * far the sentence has come. It knows what rules don't: headings, captions, signatures and lists that were run together.
 */
export class SentenceEnds {
  readonly #weights: HashedWeights;
  readonly #rows = new Int32Array(MAX_END_FEATURES);
  readonly #scores = new Int32Array(2);

  constructor(weights: HashedWeights) {
    this.#weights = weights;
  }

  /** Whether a sentence ends with each word. The last one always does; inner stops and those of abbreviations never. */
  find(line: LineWords): boolean[] {
    const features = new EndFeatures(line);
    const ends: boolean[] = [];
    let first = 0;
    for (let index = 0; index < line.words.length - 1; index++) {
      const stop = line.stops[index] ?? NO_STOP;
      const end =
        stop !== INNER_STOP &&
        stop !== ABBREVIATION_STOP &&
        this.#lead(features, index, first) > (stop === NO_STOP ? LEAD.without : LEAD.withStop);
      ends.push(end);
      if (end) first = index + 1;
    }
    if (line.words.length > 0) ends.push(true);
    return ends;
  }

  /** By how much the weights speak for an end. */
  #lead(features: EndFeatures, index: number, first: number): number {
    features.collect(index, first);
    for (let at = 0; at < features.count; at++) {
      this.#rows[at] = this.#weights.row(features.hashes[at] as number);
    }
    this.#weights.score(this.#rows, features.count, this.#scores);
    return (this.#scores[ENDS] as number) - (this.#scores[GOES_ON] as number);
  }
}

/** Writes the weights, which must be bytes already, as one file. */
export function saveSentenceEnds({ bits, table }: HashedWeights): Uint8Array {
  if (!(table instanceof Int8Array)) throw new ModelError("weights must be quantised before they are saved");
  return packModel(
    new Map([
      ["bits", strToU8(String(bits))],
      ["weights", new Uint8Array(table.buffer, table.byteOffset, table.length)],
    ]),
  );
}

/** Reads a file that {@link saveSentenceEnds} wrote. Throws {@link ModelError} where it cannot be used. */
export function loadSentenceEnds(file: Uint8Array): SentenceEnds {
  const sections = unpackModel(file);
  const bytes = byteSection(sections, "weights");
  // The bytes are signed weights; the view shares their memory.
  const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return new SentenceEnds(new HashedWeights(Number(textSection(sections, "bits")), 2, table));
}
