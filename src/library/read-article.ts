import { fetchArticle } from "../io/fetch-article.ts";
import { planInputs } from "../io/read-inputs.ts";
import type { Article } from "../model/article.ts";
import { InvalidArticleError, UsageError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import type { FactRecord } from "../model/fact-record.ts";
import { type ArticleMetadata, readArticles } from "../pipeline/read-source.ts";
import { refuseArgument } from "./check-argument.ts";
import { loadEngine } from "./engine.ts";

/**
 * Reads the article in a file (`.txt`, `.md`, `.html`) or at a public http(s) URL. Its text is normalised once; what
 * `metadata` gives wins over what the source says.
 *
 * @throws {@link InvalidArticleError} where there is no article in it, {@link UsageError} where it names several inputs
 */
export async function readArticle(location: string, metadata: ArticleMetadata = {}): Promise<Article> {
  if (typeof location !== "string" || location === "") {
    refuseArgument("readArticle", "the path of a file, or a URL", location);
  }
  const plan = await planInputs([location], {
    workingFolder: process.cwd(),
    readStandardInput: () => Promise.reject(new UsageError("standard input is no file")),
    fetch: (url) => fetchArticle(url),
  });
  const [input, another] = plan.inputs;
  if (input === undefined || another !== undefined)
    throw new UsageError(`${location}: ${plan.inputs.length} inputs; readArticle takes one`);
  const { bytes, ...source } = await input.read();
  const [outcome, more] = readArticles(bytes, { ...source, name: input.location, ...metadata });
  if (outcome === undefined || more !== undefined)
    throw new UsageError(`${location}: not one article; use dateline build for JSON lines`);
  if (outcome.kind === "refused") throw outcome.error;
  return outcome.article;
}

/**
 * Reads an article into mentions, entities and facts: what `Graph.add` takes.
 */
export async function extractArticle(article: Article): Promise<Extraction> {
  if (!isArticle(article)) refuseArgument("extractArticle", "an article", article);
  return (await loadEngine()).reader.extract(article);
}

/**
 * The facts of a text, or of an article, in the form of `find`: labels and IRIs, offsets, speakers. Keeps nothing.
 *
 * @throws {@link UsageError} for what is neither, {@link InvalidArticleError} for a text without an article
 * @example
 * const facts = await extract("Rutte met Zelensky in Kyiv on Friday.", { published: "2025-08-22" });
 */
export async function extract(
  source: string | Article,
  metadata: ArticleMetadata = {},
): Promise<readonly FactRecord[]> {
  if (typeof source !== "string" && !isArticle(source)) {
    refuseArgument("extract", "a text or an article", source);
  }
  const article = typeof source === "string" ? articleOf(source, metadata) : source;
  const { reader, toRecords } = await loadEngine();
  return toRecords(await reader.extract(article));
}

function isArticle(value: unknown): value is Article {
  return typeof (value as Article | null | undefined)?.text === "string";
}

function articleOf(text: string, metadata: ArticleMetadata): Article {
  if (text.trim() === "") throw new InvalidArticleError("the text", "it holds no words");
  const [outcome] = readArticles(new TextEncoder().encode(text), { name: "text.txt", ...metadata });
  if (outcome?.kind === "article") return outcome.article;
  throw outcome?.error ?? new UsageError("the text holds no article");
}
