import type { Article } from "../model/article.ts";
import type { SentenceNetwork } from "../model/effects.ts";
import type { Extraction } from "../model/extraction.ts";
import type { AnnotatedArticle } from "../model/layers.ts";
import type { OpenTriple } from "../model/open-triple.ts";

/** Files a reader is made of, as bytes or text: `io/` reads them from the package, a browser fetches them. */
export interface ReaderResources {
  /** Turtle of `ontology/news.ttl`. */
  readonly ontology: string;
  /** Files of the language model by name without folder, e.g. "sentences.bin": `data/model/`. */
  readonly model: ReadonlyMap<string, Uint8Array>;
  /** The network that the language model's `english.onnx` holds, opened. */
  readonly network: SentenceNetwork;
  /** Lexicon files by name without folder, e.g. "known-entities.tsv" → its text. */
  readonly lexicon: ReadonlyMap<string, string>;
}

/** Reads articles: everything between an article's text and its facts. The same article gives the same answer, whatever else is read. */
export interface Reader {
  annotate(article: Article): Promise<AnnotatedArticle>;
  /** @param annotated what `annotate` gave for this article, where it was asked before */
  extract(article: Article, annotated?: AnnotatedArticle): Promise<Extraction>;
  /** Everything each sentence states, in its own words. */
  readOpenTriples(article: Article): Promise<readonly OpenTriple[]>;
}
