import { parserInput } from "../annotate/parser/parser-features.ts";
import { sentenceFeatures, type WordClusters } from "../annotate/tagger/word-features.ts";
import type { TreebankSentence } from "./read-treebank.ts";
import type { ParserExample } from "./train-parser.ts";
import { type TaggerOptions, type TrainingSentence, trainTagger } from "./train-tagger.ts";

/** Adds to sentences what the models see of them. */
export function trainingSentences(
  sentences: readonly TreebankSentence[],
  clusters: WordClusters,
): TrainingSentence[] {
  return sentences.map((sentence) => {
    const forms = sentence.tokens.map((token) => token.form);
    return { ...sentenceFeatures(forms, clusters), sentence, forms };
  });
}

/**
 * Examples for the parser with predicted tags. Each sentence is tagged by a model that has not seen it (jack-knifing):
 * on its own training data a tagger is too good, and the parser would trust it too much.
 */
export function parserExamples(
  sentences: readonly TrainingSentence[],
  options: TaggerOptions,
  folds: number,
  classes: { readonly xpos: readonly string[]; readonly upos: readonly string[] },
): ParserExample[] {
  const examples = new Array<ParserExample>(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const rest = sentences.filter((_, index) => index % folds !== fold);
    const { tagger } = trainTagger(rest, options);
    // A rare tag may be missing from a fold, so classes are carried over by name.
    const xposClass = tagger.inventory.xpos.map((name) => classes.xpos.indexOf(name));
    const uposClass = tagger.inventory.upos.map((name) => classes.upos.indexOf(name));
    for (let index = fold; index < sentences.length; index += folds) {
      const sentence = sentences[index] as TrainingSentence;
      const tags = tagger.tag(sentence.forms, sentence);
      const xpos = tags.xpos.map((tag) => xposClass[tag] as number);
      const upos = tags.upos.map((tag) => uposClass[tag] as number);
      examples[index] = {
        input: parserInput(sentence.forms, sentence.words, xpos, upos),
        heads: Int32Array.from(sentence.sentence.tokens, ({ head }) =>
          head < 0 ? sentence.forms.length : head,
        ),
        relations: sentence.sentence.tokens.map(({ relation }) => relation),
      };
    }
  }
  return examples;
}
