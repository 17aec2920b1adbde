import type * as RDF from "@rdfjs/types";
import type { Article } from "../model/article.ts";
import { StoreError } from "../model/errors.ts";
import { hashText, makeArticle } from "../model/ids.ts";
import { canonicalLines } from "../rdf/n-quads.ts";
import { parseQuads } from "../rdf/parse.ts";
import { checkedText, withChecksum } from "./checksum.ts";

/** What the graph keeps of one article. */
export interface StoredArticle {
  readonly article: Article;
  /** URL or path it was read from. */
  readonly location: string;
  readonly sentences: number;
  readonly words: number;
  readonly facts: number;
  /** Its own graph, with its entities by their local IRIs. */
  readonly quads: readonly RDF.Quad[];
}

/** The three files of an article; the last one commits. */
export interface ArticleFiles {
  readonly text: string;
  readonly metadata: string;
  readonly graph: string;
}

const ID = /^[0-9a-f]{16}$/;
const FOLDER = /^articles\/[0-9a-f]{2}\/([0-9a-f]{16})\.nq$/;

/** Paths of an article's files, in 256 folders so that none grows long. */
export function articlePaths(id: string): ArticleFiles {
  if (!ID.test(id)) throw new StoreError(`"${id}" is not the id of an article: it takes 16 hex digits`);
  const stem = `articles/${id.slice(0, 2)}/${id}`;
  return { text: `${stem}.txt`, metadata: `${stem}.json`, graph: `${stem}.nq` };
}

/** The article whose graph file this is; undefined for other files. */
export function committedArticle(path: string): string | undefined {
  return FOLDER.exec(path)?.[1];
}

/** Contents of the files. The same article and facts give the same bytes. */
export function serializeArticle(stored: StoredArticle): ArticleFiles {
  const { article, location, sentences, words, facts, quads } = stored;
  const { text, ...metadata } = article;
  const sha256 = hashText(text);
  const entries = Object.entries({ ...metadata, location, sha256, sentences, words, facts });
  const sorted = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  const lines = canonicalLines(quads)
    .map((line) => `${line}\n`)
    .join("");
  return {
    text,
    metadata: `${JSON.stringify(sorted, null, 2)}\n`,
    graph: withChecksum(lines),
  };
}

/**
 * Reads an article back and checks it: the text against its hash, all of it against the id, the graph against its checksum.
 *
 * @throws {@link StoreError} naming the file that is not as it was written
 */
export function parseArticle(id: string, files: Partial<ArticleFiles>, folder: string): StoredArticle {
  const paths = articlePaths(id);
  const damaged = (path: string, what: string): never => {
    throw new StoreError(`${folder}/${path}: ${what}`);
  };
  const { graph } = files;
  const held = parseArticleText(id, files, folder);
  if (graph === undefined) return damaged(paths.graph, "missing");
  const lines = checkedText(graph);
  if (lines === undefined)
    return damaged(paths.graph, "was changed or cut off after it was stored (its checksum does not fit)");
  return { ...held, quads: parseQuads(lines, "nquads", `${folder}/${paths.graph}`) };
}

/** The article without what was read of it. @throws {@link StoreError} as {@link parseArticle} */
export function parseArticleText(
  id: string,
  { text, metadata }: Partial<ArticleFiles>,
  folder: string,
): Omit<StoredArticle, "quads"> {
  const paths = articlePaths(id);
  const damaged = (path: string, what: string): never => {
    throw new StoreError(`${folder}/${path}: ${what}`);
  };
  if (text === undefined) return damaged(paths.text, "missing");
  if (metadata === undefined) return damaged(paths.metadata, "missing");
  const { sha256, location, sentences, words, facts, ...held } = parseMetadata(metadata, () =>
    damaged(paths.metadata, "not the JSON object that was written"),
  );
  if (hashText(text) !== sha256) damaged(paths.text, "the text was changed after it was stored");
  const { id: heldId, ...draft } = { ...held, text };
  if (heldId !== id || makeArticle(draft).id !== id)
    damaged(paths.metadata, "was changed after it was stored");
  return { article: { id, ...draft }, location, sentences, words, facts };
}

interface Metadata extends Omit<Article, "text"> {
  readonly sha256: string;
  readonly location: string;
  readonly sentences: number;
  readonly words: number;
  readonly facts: number;
}

function parseMetadata(json: string, fail: () => never): Metadata {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail();
  }
  if (typeof value !== "object" || value === null) return fail();
  const fields = value as Readonly<Record<string, unknown>>;
  const texts = ["id", "title", "language", "sha256", "location"].every(
    (key) => typeof fields[key] === "string",
  );
  const optional = ["url", "outlet", "byline", "published"].every((key) =>
    ["string", "undefined"].includes(typeof fields[key]),
  );
  const numbers = ["sentences", "words", "facts"].every((key) => typeof fields[key] === "number");
  return texts && optional && numbers ? (value as Metadata) : fail();
}
