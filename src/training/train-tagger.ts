import { Tagger, type TagInventory } from "../annotate/tagger/tagger.ts";
import { MAX_TAGGER_FEATURES, TaggerFeatures } from "../annotate/tagger/tagger-features.ts";
import { type SentenceFeatures, wordKey } from "../annotate/tagger/word-features.ts";
import type { HashedWeights } from "../annotate/weights/hashed-weights.ts";
import { AveragedWeights } from "./averaged-weights.ts";
import { seededRandom, shuffled } from "./random.ts";
import type { TreebankSentence } from "./read-treebank.ts";

export interface TaggerOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly xposBits: number;
  readonly uposBits: number;
}

/** A sentence with what the models see of it. */
export interface TrainingSentence extends SentenceFeatures {
  readonly sentence: TreebankSentence;
  readonly forms: readonly string[];
}

export interface TrainedTagger {
  readonly tagger: Tagger;
  readonly inventory: TagInventory;
  readonly xposWeights: HashedWeights;
  readonly uposWeights: HashedWeights;
}

const NO_TAG = 255;
/** A word is settled where it was seen this often, with one tag in nearly all cases. */
const SETTLED_COUNT = 40;
const SETTLED_SHARE = 0.997;

/** Collects tags, their pairs and the words that need no decision. */
export function collectTags(sentences: readonly TrainingSentence[]): TagInventory {
  const xpos = new Set<string>();
  const upos = new Set<string>();
  const pairs = new Map<string, number>();
  const words = new Map<string, Map<string, number>>();
  for (const { sentence } of sentences) {
    for (const token of sentence.tokens) {
      xpos.add(token.xpos);
      upos.add(token.upos);
      const pair = `${token.xpos} ${token.upos}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      const key = wordKey(token.form);
      const tags = words.get(key) ?? new Map<string, number>();
      tags.set(token.xpos, (tags.get(token.xpos) ?? 0) + 1);
      words.set(key, tags);
    }
  }
  const xposNames = [...xpos].sort();
  const uposNames = [...upos].sort();
  const uposOfXpos = xposNames.map((tag) => {
    const seen = uposNames.map((name) => pairs.get(`${tag} ${name}`) ?? 0);
    const enough = Math.max(...seen) * 0.0005;
    return seen.flatMap((count, index) => (count > enough ? [index] : []));
  });
  const settled = new Map<string, number>();
  for (const [word, tags] of [...words].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    const [tag, count] = [...tags].reduce((best, item) => (item[1] > best[1] ? item : best));
    if (total >= SETTLED_COUNT && count / total >= SETTLED_SHARE) settled.set(word, xposNames.indexOf(tag));
  }
  return { xpos: xposNames, upos: uposNames, uposOfXpos, settled };
}

/** Trains both taggers; the second learns from gold Penn tags of the treebank. */
export function trainTagger(sentences: readonly TrainingSentence[], options: TaggerOptions): TrainedTagger {
  const inventory = collectTags(sentences);
  const xpos = new AveragedWeights(options.xposBits, inventory.xpos.length);
  const upos = new AveragedWeights(options.uposBits, inventory.upos.length);
  const random = seededRandom(options.seed);
  const learner = new SequenceLearner(inventory);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sentence of shuffled(sentences, random)) {
      learner.learnXpos(sentence, xpos);
      learner.learnUpos(sentence, upos);
    }
  }
  const xposWeights = xpos.quantised();
  const uposWeights = upos.quantised();
  return { tagger: new Tagger(inventory, xposWeights, uposWeights), inventory, xposWeights, uposWeights };
}

class SequenceLearner {
  readonly #inventory: TagInventory;
  readonly #features = new TaggerFeatures();
  readonly #rows = new Int32Array(MAX_TAGGER_FEATURES);
  readonly #scores: { readonly xpos: Int32Array; readonly upos: Int32Array };
  readonly #xposOf: ReadonlyMap<string, number>;
  readonly #uposOf: ReadonlyMap<string, number>;

  constructor(inventory: TagInventory) {
    this.#inventory = inventory;
    this.#scores = {
      xpos: new Int32Array(inventory.xpos.length),
      upos: new Int32Array(inventory.upos.length),
    };
    this.#xposOf = new Map(inventory.xpos.map((name, index) => [name, index]));
    this.#uposOf = new Map(inventory.upos.map((name, index) => [name, index]));
  }

  /** Follows its own predictions, as the tagger will. */
  learnXpos(example: TrainingSentence, weights: AveragedWeights): void {
    const scores = this.#scores.xpos;
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (const [index, token] of example.sentence.tokens.entries()) {
      const gold = this.#xposOf.get(token.xpos) ?? 0;
      let predicted = this.#inventory.settled.get(wordKey(token.form));
      if (predicted === undefined) {
        this.#features.collectXpos(example, index, previous, beforePrevious);
        this.#score(weights, scores);
        predicted = 0;
        for (let tag = 1; tag < scores.length; tag++) {
          if ((scores[tag] as number) > (scores[predicted] as number)) predicted = tag;
        }
        weights.step();
        if (predicted !== gold) weights.update(this.#rows, this.#features.count, gold, predicted);
      }
      beforePrevious = previous;
      previous = predicted;
    }
  }

  learnUpos(example: TrainingSentence, weights: AveragedWeights): void {
    const scores = this.#scores.upos;
    const xpos = Uint8Array.from(example.sentence.tokens, (token) => this.#xposOf.get(token.xpos) ?? 0);
    let previous = NO_TAG;
    for (const [index, token] of example.sentence.tokens.entries()) {
      const gold = this.#uposOf.get(token.upos) ?? 0;
      const choices = this.#inventory.uposOfXpos[xpos[index] as number] ?? [];
      let predicted = choices[0] ?? 0;
      if (choices.length > 1) {
        this.#features.collectUpos(example, index, xpos, previous);
        this.#score(weights, scores);
        for (const tag of choices) {
          if ((scores[tag] as number) > (scores[predicted] as number)) predicted = tag;
        }
        weights.step();
        if (predicted !== gold) weights.update(this.#rows, this.#features.count, gold, predicted);
      }
      previous = predicted;
    }
  }

  #score(weights: AveragedWeights, scores: Int32Array): void {
    const { hashes, count } = this.#features;
    for (let index = 0; index < count; index++) {
      this.#rows[index] = weights.current.row(hashes[index] as number);
    }
    weights.current.score(this.#rows, count, scores);
  }
}
