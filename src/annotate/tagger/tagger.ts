import type { HashedWeights } from "../weights/hashed-weights.ts";
import { MAX_TAGGER_FEATURES, TaggerFeatures } from "./tagger-features.ts";
import { type SentenceFeatures, wordKey } from "./word-features.ts";

/** What a tagger knows besides weights. */
export interface TagInventory {
  /** Penn tags by class. */
  readonly xpos: readonly string[];
  /** Universal tags by class. */
  readonly upos: readonly string[];
  /** For each Penn tag the classes of the universal tags it was seen with. */
  readonly uposOfXpos: readonly (readonly number[])[];
  /** Frequent words with one Penn tag only, by {@link wordKey}. */
  readonly settled: ReadonlyMap<string, number>;
}

/** Tags of one sentence, as classes of the {@link TagInventory}. */
export interface SentenceTags {
  readonly xpos: Uint8Array;
  readonly upos: Uint8Array;
}

/** Stands for the tag before the first word. */
const NO_TAG = 255;

/**
 * Greedy averaged-perceptron tagger (Collins 2002), left to right: first Penn tags, then universal tags, which
 * follow from the Penn tag but for a few (IN is ADP or SCONJ, VBD is VERB or AUX).
 */
export class Tagger {
  readonly inventory: TagInventory;
  readonly #xpos: HashedWeights;
  readonly #upos: HashedWeights;
  readonly #features = new TaggerFeatures();
  readonly #rows = new Int32Array(MAX_TAGGER_FEATURES);
  readonly #xposScores: Int32Array;
  readonly #uposScores: Int32Array;

  constructor(inventory: TagInventory, xpos: HashedWeights, upos: HashedWeights) {
    this.inventory = inventory;
    this.#xpos = xpos;
    this.#upos = upos;
    this.#xposScores = new Int32Array(xpos.classes);
    this.#uposScores = new Int32Array(upos.classes);
  }

  tag(forms: readonly string[], sentence: SentenceFeatures): SentenceTags {
    const xpos = new Uint8Array(forms.length);
    const upos = new Uint8Array(forms.length);
    for (const [index, form] of forms.entries()) {
      xpos[index] = this.inventory.settled.get(wordKey(form)) ?? this.#xposAt(sentence, index, xpos);
    }
    for (let index = 0; index < forms.length; index++) {
      const choices = this.inventory.uposOfXpos[xpos[index] as number] ?? [];
      upos[index] = choices.length === 1 ? (choices[0] as number) : this.#uposAt(sentence, index, xpos, upos);
    }
    return { xpos, upos };
  }

  #xposAt(sentence: SentenceFeatures, index: number, xpos: Uint8Array): number {
    this.#features.collectXpos(sentence, index, xpos[index - 1] ?? NO_TAG, xpos[index - 2] ?? NO_TAG);
    this.#score(this.#xpos, this.#xposScores);
    let best = 0;
    for (let tag = 1; tag < this.#xposScores.length; tag++) {
      if ((this.#xposScores[tag] as number) > (this.#xposScores[best] as number)) best = tag;
    }
    return best;
  }

  #uposAt(sentence: SentenceFeatures, index: number, xpos: Uint8Array, upos: Uint8Array): number {
    this.#features.collectUpos(sentence, index, xpos, upos[index - 1] ?? NO_TAG);
    this.#score(this.#upos, this.#uposScores);
    const choices = this.inventory.uposOfXpos[xpos[index] as number] ?? [];
    let best = choices[0] ?? 0;
    for (const tag of choices) {
      if ((this.#uposScores[tag] as number) > (this.#uposScores[best] as number)) best = tag;
    }
    return best;
  }

  #score(weights: HashedWeights, scores: Int32Array): void {
    const { hashes, count } = this.#features;
    for (let index = 0; index < count; index++) this.#rows[index] = weights.row(hashes[index] as number);
    weights.score(this.#rows, count, scores);
  }
}
