import { EndFeatures, MAX_END_FEATURES } from "../annotate/sentences/end-features.ts";
import { ENDS, GOES_ON } from "../annotate/sentences/sentence-ends.ts";
import { INNER_STOP, type LineWords, readStops } from "../annotate/sentences/stops.ts";
import type { HashedWeights } from "../annotate/weights/hashed-weights.ts";
import { AveragedWeights } from "./averaged-weights.ts";
import { seededRandom, shuffled } from "./random.ts";
import type { TreebankSentence } from "./read-treebank.ts";

export interface SentenceEndOptions {
  readonly epochs: number;
  readonly seed: number;
  /** log2 of the rows of the weight table. */
  readonly bits: number;
}

/** A paragraph as one line, with the offsets where its sentences end. */
interface TrainingLine {
  readonly words: LineWords;
  readonly ends: ReadonlySet<number>;
}

/** Learns from the treebanks' paragraphs where sentences end: an averaged perceptron that is shown the true ends before each place. */
export function trainSentenceEnds(
  treebank: readonly TreebankSentence[],
  { epochs, seed, bits }: SentenceEndOptions,
): HashedWeights {
  const lines = trainingLines(treebank);
  const weights = new AveragedWeights(bits, 2);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const line of shuffled(lines, random)) learnLine(line, weights);
  }
  return weights.quantised();
}

/** The paragraphs of a treebank as raw text, one a line, without and with the space that ends each sentence. */
export function paragraphsOf(treebank: readonly TreebankSentence[]): string[][] {
  const paragraphs: string[][] = [];
  for (const { text, startsParagraph, tokens } of treebank) {
    const sentence = tokens.at(-1)?.spaceAfter === false ? text : `${text} `;
    const current = paragraphs.at(-1);
    if (startsParagraph || current === undefined) paragraphs.push([sentence]);
    else current.push(sentence);
  }
  return paragraphs;
}

function trainingLines(treebank: readonly TreebankSentence[]): TrainingLine[] {
  return paragraphsOf(treebank).map((sentences) => {
    const ends = new Set<number>();
    let offset = 0;
    for (const sentence of sentences) {
      ends.add(offset + sentence.trimEnd().length);
      offset += sentence.length;
    }
    return { words: readStops(sentences.join("")), ends };
  });
}

const rows = new Int32Array(MAX_END_FEATURES);
const scores = new Int32Array(2);

function learnLine({ words, ends }: TrainingLine, weights: AveragedWeights): void {
  const features = new EndFeatures(words);
  let first = 0;
  for (let index = 0; index < words.words.length - 1; index++) {
    // The rules have the word there.
    if (words.stops[index] === INNER_STOP) continue;
    features.collect(index, first);
    for (let at = 0; at < features.count; at++) rows[at] = weights.current.row(features.hashes[at] as number);
    weights.current.score(rows, features.count, scores);
    const guess = (scores[ENDS] as number) > (scores[GOES_ON] as number) ? ENDS : GOES_ON;
    const gold = ends.has(words.words[index]?.end ?? -1) ? ENDS : GOES_ON;
    weights.step();
    if (guess !== gold) weights.update(rows, features.count, gold, guess);
    if (gold === ENDS) first = index + 1;
  }
}
