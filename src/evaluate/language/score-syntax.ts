import { EvaluationInputError } from "../input-error.ts";
import { type PlacedText, type PlacedWord, placeWords } from "./conllu-words.ts";

/** F1 of every layer, 0 to 1, as the CoNLL 2018 shared task defines them. */
export interface SyntaxScores {
  readonly words: number;
  readonly sentences: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemmas: number;
  readonly uas: number;
  readonly las: number;
}

/**
 * Scores CoNLL-U made from raw text against gold: a word answers a gold word if both cover the same characters,
 * white space aside; a sentence likewise. Relations are compared without subtypes.
 *
 * @throws {@link EvaluationInputError} where the two hold different text
 */
export function scoreSyntax(gold: string, system: string): SyntaxScores {
  const [wanted, found] = [placeWords(gold), placeWords(system)];
  if (wanted.characters !== found.characters) {
    const at = [...wanted.characters].findIndex((character, index) => found.characters[index] !== character);
    throw new EvaluationInputError("system", `other text than gold from its character ${at} on`);
  }
  const pairs = align(wanted, found);
  const answered = new Map(pairs.map(({ goldIndex, systemIndex }) => [goldIndex, systemIndex]));
  const f1 = (right: number, left: number, other: number): number =>
    left + other === 0 ? 0 : (2 * right) / (left + other);
  const share = (fits: (gold: PlacedWord, system: PlacedWord) => boolean): number =>
    f1(
      pairs.filter(({ gold, system }) => fits(gold, system)).length,
      wanted.words.length,
      found.words.length,
    );
  const headFits = (gold: PlacedWord, system: PlacedWord): boolean =>
    gold.head < 0 ? system.head < 0 : answered.get(gold.head) === system.head;
  const sentences = new Set(found.sentences);
  return {
    words: share(() => true),
    sentences: f1(
      wanted.sentences.filter((span) => sentences.has(span)).length,
      wanted.sentences.length,
      found.sentences.length,
    ),
    upos: share((one, other) => one.upos === other.upos),
    xpos: share((one, other) => one.xpos === other.xpos),
    lemmas: share((one, other) => one.lemma === "_" || one.lemma === other.lemma),
    uas: share(headFits),
    las: share((one, other) => headFits(one, other) && one.relation === other.relation),
  };
}

function align(gold: PlacedText, system: PlacedText) {
  const places = new Map<string, number[]>();
  const key = ({ start, end, form }: PlacedWord): string => `${start}-${end} ${form}`;
  for (const [index, word] of system.words.entries())
    places.set(key(word), [...(places.get(key(word)) ?? []), index]);
  return gold.words.flatMap((word, goldIndex) => {
    const systemIndex = places.get(key(word))?.shift();
    const answer = systemIndex === undefined ? undefined : system.words[systemIndex];
    return systemIndex === undefined || answer === undefined
      ? []
      : [{ goldIndex, systemIndex, gold: word, system: answer }];
  });
}
