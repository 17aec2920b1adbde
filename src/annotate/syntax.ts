import type { Article } from "../model/article.ts";
import type { SentenceNetwork } from "../model/effects.ts";
import { ModelError } from "../model/errors.ts";
import type { AnnotatedArticle, ModelName, Sentence, Token } from "../model/layers.ts";
import { Lemmatiser, readLemmaRules } from "./lemmas/lemmatiser.ts";
import type { TaggedName } from "./reading/name-tags.ts";
import { parseReaderDescription } from "./reading/reader-description.ts";
import { SentenceReader } from "./reading/sentence-reader.ts";
import { WordPieces } from "./reading/word-pieces.ts";
import { loadSentenceEnds } from "./sentences/sentence-ends.ts";
import { splitSentences } from "./sentences/split-sentences.ts";
import { splitTokens } from "./tokens/split-tokens.ts";

type SyntaxLayers = "sentences" | "tokens" | "modelNames";

/** Finds sentences and tokens, and reads them with the neural network. */
export interface SyntaxAnnotator {
  annotate(article: Article): Promise<AnnotatedArticle<SyntaxLayers>>;
}

/**
 * Adds sentences and tokens with tags, lemmas and dependency trees, and the names that the network sees.
 *
 * @param model files of `data/model/` by name
 * @throws {@link ModelError} where a file is missing or not a model of this version
 */
export function createSyntaxAnnotator(
  model: ReadonlyMap<string, Uint8Array>,
  network: SentenceNetwork,
): SyntaxAnnotator {
  const ends = loadSentenceEnds(fileOf(model, "sentences.bin"));
  const readWords = createWordReader(model, network);
  return {
    async annotate(article) {
      const sentences: Sentence[] = [];
      const tokens: Token[] = [];
      const modelNames: ModelName[] = [];
      for (const span of splitSentences(article.text, ends, article.title)) {
        const places = splitTokens(article.text, span);
        const forms = places.map(({ start, end }) => article.text.slice(start, end));
        const { words, names } = await readWords(forms);
        const firstToken = tokens.length;
        for (const [index, place] of places.entries())
          tokens.push({ ...place, ...(words[index] as TokenReading) });
        for (const { first, last, type, confidence } of names) {
          const start = places[first]?.start ?? 0;
          const end = places[last - 1]?.end ?? start;
          modelNames.push({ start, end, type, confidence: Math.round(confidence * 100) / 100 });
        }
        sentences.push({ ...span, index: sentences.length, firstToken, lastToken: tokens.length });
      }
      return { article, sentences, tokens, modelNames };
    },
  };
}

/** What is read about one token. */
export type TokenReading = Omit<Token, "start" | "end">;

/**
 * Reads the words of one sentence, however they were found.
 *
 * @param model files of `data/model/` by name
 * @throws {@link ModelError} where a file is missing or not a model of this version
 */
export function createWordReader(
  model: ReadonlyMap<string, Uint8Array>,
  network: SentenceNetwork,
): (
  forms: readonly string[],
) => Promise<{ readonly words: TokenReading[]; readonly names: readonly TaggedName[] }> {
  const text = (name: string): string => new TextDecoder().decode(fileOf(model, name));
  const lemmatiser = new Lemmatiser(readLemmaRules(text("lemmas.txt")));
  const reader = new SentenceReader(
    parseReaderDescription(text("english.json")),
    new WordPieces(text("english.vocab.txt").trimEnd().split("\n")),
    network,
  );
  return async (forms) => {
    const { words, names } = await reader.read(forms);
    return {
      words: words.map((word, index) => ({
        ...word,
        lemma: lemmatiser.lemma(forms[index] as string, word.xpos),
        // Two decimals: no one should read more into it.
        arcConfidence: Math.round(word.arcConfidence * 100) / 100,
      })),
      names,
    };
  };
}

function fileOf(model: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = model.get(name);
  if (bytes === undefined) throw new ModelError(`the language model has no file ${name}`);
  return bytes;
}
