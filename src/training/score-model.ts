import type { LanguageModel } from "../annotate/language-model.ts";
import { parserInput } from "../annotate/parser/parser-features.ts";
import type { TrainingSentence } from "./train-tagger.ts";

/** Shares of words that were read right, given the treebank's words. */
export interface ModelScores {
  readonly words: number;
  readonly xpos: number;
  readonly upos: number;
  readonly lemma: number;
  /** Head right. */
  readonly uas: number;
  /** Head and relation right, subtypes left out of account (as the CoNLL 2018 shared task counted). */
  readonly las: number;
  /** Head and relation with subtype right. */
  readonly lasWithSubtypes: number;
}

/** One arc the parser drew, for the calibration of margins. */
export interface ScoredArc {
  readonly margin: number;
  readonly right: boolean;
}

/** Tags, parses and lemmatises sentences of a treebank and counts what is right. */
export function scoreModel(
  model: LanguageModel,
  sentences: readonly TrainingSentence[],
): { readonly scores: ModelScores; readonly arcs: readonly ScoredArc[] } {
  const right = { words: 0, xpos: 0, upos: 0, lemma: 0, uas: 0, las: 0, lasWithSubtypes: 0 };
  const arcs: ScoredArc[] = [];
  const { xpos: xposNames, upos: uposNames } = model.tagger.inventory;
  for (const example of sentences) {
    const tags = model.tagger.tag(example.forms, example);
    const tree = model.parser.parse(parserInput(example.forms, example.words, tags.xpos, tags.upos));
    for (const [index, gold] of example.sentence.tokens.entries()) {
      const xpos = xposNames[tags.xpos[index] as number] ?? "";
      const relation = model.parser.inventory.relations[tree.relations[index] as number] ?? "";
      const headRight = tree.heads[index] === gold.head;
      right.words++;
      if (xpos === gold.xpos) right.xpos++;
      if (uposNames[tags.upos[index] as number] === gold.upos) right.upos++;
      if (gold.lemma === "_" || model.lemmatiser.lemma(gold.form, xpos) === gold.lemma) right.lemma++;
      if (headRight) right.uas++;
      if (headRight && withoutSubtype(relation) === withoutSubtype(gold.relation)) right.las++;
      if (headRight && relation === gold.relation) right.lasWithSubtypes++;
      arcs.push({ margin: tree.margins[index] as number, right: headRight });
    }
  }
  const share = (count: number): number => (100 * count) / Math.max(1, right.words);
  const scores = {
    words: right.words,
    xpos: share(right.xpos),
    upos: share(right.upos),
    lemma: share(right.lemma),
    uas: share(right.uas),
    las: share(right.las),
    lasWithSubtypes: share(right.lasWithSubtypes),
  };
  return { scores, arcs };
}

function withoutSubtype(relation: string): string {
  return relation.replace(/:.*$/, "");
}
