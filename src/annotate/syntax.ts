import { ModelError } from "../model/errors.ts";
import type { AnnotatedArticle, Sentence, Token } from "../model/layers.ts";
import type { Annotator } from "./annotator.ts";
import { type LanguageModel, loadModel } from "./language-model.ts";
import { parserInput } from "./parser/parser-features.ts";
import { loadSentenceEnds } from "./sentences/sentence-ends.ts";
import { splitSentences } from "./sentences/split-sentences.ts";
import { sentenceFeatures } from "./tagger/word-features.ts";
import { splitTokens } from "./tokens/split-tokens.ts";

/**
 * Adds sentences and tokens with tags, lemmas and dependency trees.
 *
 * @param model files of `data/model/` by name
 * @throws {@link ModelError} where a file is missing or not a model of this version
 */
export function createSyntaxAnnotator(
  model: ReadonlyMap<string, Uint8Array>,
): Annotator<never, "sentences" | "tokens"> {
  const language = loadModel(fileOf(model, "english.bin"));
  const ends = loadSentenceEnds(fileOf(model, "sentences.bin"));
  return {
    id: "perceptron-parser@1",
    requires: [],
    assigns: ["sentences", "tokens"],
    annotate({ article }) {
      const sentences: Sentence[] = [];
      const tokens: Token[] = [];
      for (const span of splitSentences(article.text, ends, article.title)) {
        const read = readSentence(article.text, splitTokens(article.text, span), language);
        const firstToken = tokens.length;
        tokens.push(...read);
        sentences.push({ ...span, index: sentences.length, firstToken, lastToken: tokens.length });
      }
      return { article, sentences, tokens } satisfies AnnotatedArticle<"sentences" | "tokens">;
    },
  };
}

function fileOf(model: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = model.get(name);
  if (bytes === undefined) throw new ModelError(`the language model has no file ${name}`);
  return bytes;
}

function readSentence(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  { tagger, parser, lemmatiser, clusters, calibration }: LanguageModel,
): Token[] {
  const forms = spans.map(({ start, end }) => text.slice(start, end));
  const features = sentenceFeatures(forms, clusters);
  const tags = tagger.tag(forms, features);
  const tree = parser.parse(parserInput(forms, features.words, tags.xpos, tags.upos));
  return spans.map(({ start, end }, index) => {
    const xpos = tagger.inventory.xpos[tags.xpos[index] as number] ?? "";
    const margin = tree.margins[index] as number;
    const sure = 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.offset)));
    return {
      start,
      end,
      lemma: lemmatiser.lemma(forms[index] as string, xpos),
      upos: tagger.inventory.upos[tags.upos[index] as number] ?? "",
      xpos,
      head: tree.heads[index] as number,
      relation: parser.inventory.relations[tree.relations[index] as number] ?? "dep",
      // Two decimals: no one should read more into a squashed margin.
      arcConfidence: Math.round(sure * 100) / 100,
    };
  });
}
