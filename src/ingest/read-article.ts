import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { InvalidArticleError, UsageError } from "../model/errors.ts";
import { makeArticle } from "../model/ids.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./html.ts";
import { charsetOf, charsetOfHtml, detectFormat, type InputFormat } from "./input-format.ts";
import { readJsonLines } from "./json-lines.ts";
import { MAX_ARTICLE_BYTES, MAX_JSON_LINES_BYTES } from "./limits.ts";
import { readMarkdown } from "./markdown.ts";
import { normaliseLabel, normaliseLine } from "./normalise-text.ts";
import { readPlainText } from "./plain-text.ts";
import { parsePublished } from "./published-date.ts";
import { type SourceDocument, toDraft, toHttpUrl } from "./source-document.ts";

/** What the caller knows of an article. It wins over what the input says, and never changes the text. */
export interface ArticleMetadata {
  /** A day or date-time, ISO 8601 or as newspapers write it. */
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** http or https. */
  readonly url?: string;
}

export interface ReadOptions extends ArticleMetadata {
  /** File path or URL: stands in messages, and its extension tells the format. */
  readonly name?: string;
  /** As a server sent it, e.g. "text/html; charset=utf-8". */
  readonly mediaType?: string;
  /** The URL that answered, for a page that was fetched. */
  readonly fetchedFrom?: string;
}

/** An article with the place it was read from, or why there is none. */
export type ReadOutcome =
  | {
      readonly kind: "article";
      readonly article: Article;
      readonly location: string;
      /** What of the input could not be used. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "refused"; readonly error: InvalidArticleError };

/**
 * Reads an input into articles: one of plain text, Markdown or HTML, any number of JSON lines.
 *
 * The location of an article is the input's name, or for JSON lines the name with the record's id or line
 * (`news.jsonl#a17`, `news.jsonl#L3`): what tells a new version of an article from another article.
 *
 * @throws {@link UsageError} where the caller's metadata cannot be used; what is wrong with the input is an outcome
 */
export function* readArticles(bytes: Uint8Array, options: ReadOptions = {}): Generator<ReadOutcome> {
  const location = options.name ?? "text";
  const metadata = checkMetadata(options);
  const format = detectFormat(bytes, location, options.mediaType);
  if (format === "jsonl" && (metadata.title !== undefined || metadata.url !== undefined)) {
    throw new UsageError(`${location}: a title or URL can be given for one article only, not for JSON lines`);
  }
  try {
    refuseLargeFile(bytes, format, location);
    if (format === "jsonl") yield* readLines(bytes, location, metadata);
    else yield readOne(bytes, format, location, metadata, options);
  } catch (error) {
    if (!(error instanceof InvalidArticleError)) throw error;
    yield { kind: "refused", error };
  }
}

/**
 * Reads an input into articles, all or nothing.
 *
 * @throws {@link InvalidArticleError} for the first article that cannot be read; its `location` says which
 * @throws {@link UsageError} where the metadata given cannot be used
 * @example
 * const [article] = readArticle("Ferry runs again\n\nThe ferry to Aland sailed on Monday.", { published: "2025-03-04" });
 */
export function readArticle(input: Uint8Array | string, options: ReadOptions = {}): Article[] {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  return Array.from(readArticles(bytes, options), (outcome) => {
    if (outcome.kind === "refused") throw outcome.error;
    return outcome.article;
  });
}

/**
 * Makes an article of one line, such as a sentence of a test set. Offsets into its text are offsets into the line.
 *
 * @throws {@link UsageError} where the metadata given cannot be used
 */
export function articleFromLine(line: string, options: ArticleMetadata = {}): Article {
  const { title = "", ...metadata } = checkMetadata(options);
  return makeArticle({ text: normaliseLine(line), title, language: "en", ...metadata });
}

function readOne(
  bytes: Uint8Array,
  format: Exclude<InputFormat, "jsonl">,
  location: string,
  metadata: ArticleMetadata,
  options: ReadOptions,
): ReadOutcome {
  const document = readDocument(bytes, format, location, options);
  const article = makeArticle({ ...toDraft(document, location), ...metadata });
  return { kind: "article", article, location, diagnostics: findUnused(document, article) };
}

function readDocument(
  bytes: Uint8Array,
  format: Exclude<InputFormat, "jsonl">,
  location: string,
  options: ReadOptions,
): SourceDocument {
  const sent = charsetOf(options.mediaType);
  if (format === "html") return readHtmlBytes(bytes, location, sent, options.fetchedFrom);
  const { text } = decodeText(bytes, { location, ...(sent !== undefined && { charset: sent }) });
  const document = format === "markdown" ? readMarkdown(text, location) : readPlainText(text);
  return { ...document, url: document.url ?? options.fetchedFrom };
}

/**
 * Web pages are decoded as browsers do: by the encoding sent or declared, else UTF-8 where it fits, else windows-1252.
 * A stray bad byte in a script or comment does no harm; one in the article's words refuses the page.
 */
function readHtmlBytes(
  bytes: Uint8Array,
  location: string,
  sent?: string,
  fetchedFrom?: string,
): SourceDocument {
  const declared = sent ?? charsetOfHtml(bytes);
  let decoded = decodeText(bytes, {
    location,
    lenient: true,
    ...(declared !== undefined && { charset: declared }),
  });
  if (decoded.invalidAt !== undefined && declared === undefined) {
    decoded = decodeText(bytes, { location, lenient: true, charset: "windows-1252" });
  }
  const document = readHtml(decoded.text, location, fetchedFrom);
  if (decoded.invalidAt !== undefined && `${document.title}${document.body}`.includes("\ufffd")) {
    throw new InvalidArticleError(
      location,
      `wrong encoding: byte ${decoded.invalidAt} is not valid ${(declared ?? "utf-8").toUpperCase()}, as which the page is declared`,
    );
  }
  return document;
}

/** A date of publication that is none of those that can be read: the article goes without, and somebody should know. */
function findUnused({ published }: SourceDocument, article: Article): Diagnostic[] {
  if (published === undefined || article.published !== undefined) return [];
  const message = `published: "${published}" is not a date; write it as 2025-08-22 or 2025-08-22T10:30:00Z`;
  return [{ code: "unreadable-published", severity: "warning", message }];
}

function* readLines(bytes: Uint8Array, location: string, metadata: ArticleMetadata): Generator<ReadOutcome> {
  let found = false;
  for (const record of readJsonLines(bytes, location)) {
    found = true;
    if (record instanceof InvalidArticleError) {
      yield { kind: "refused", error: record };
      continue;
    }
    try {
      const article = makeArticle({ ...toDraft(record.document, `${location}:${record.line}`), ...metadata });
      yield {
        kind: "article",
        article,
        location: `${location}#${record.id ?? `L${record.line}`}`,
        diagnostics: findUnused(record.document, article),
      };
    } catch (error) {
      if (!(error instanceof InvalidArticleError)) throw error;
      yield { kind: "refused", error };
    }
  }
  if (!found) throw new InvalidArticleError(location, "the file is empty");
}

function refuseLargeFile(bytes: Uint8Array, format: InputFormat, location: string): void {
  const limit = format === "jsonl" ? MAX_JSON_LINES_BYTES : MAX_ARTICLE_BYTES;
  if (bytes.length <= limit) return;
  throw new InvalidArticleError(
    location,
    `the file has ${bytes.length} bytes, more than the ${limit} allowed; split it`,
  );
}

/**
 * Brings what a caller says of an article into the form that articles keep.
 *
 * @throws {@link UsageError} where the date is no date, or the URL not http
 */
export function checkMetadata({ published, outlet, title, url }: ArticleMetadata): ArticleMetadata {
  const day = published === undefined ? undefined : parsePublished(published);
  if (published !== undefined && day === undefined) {
    throw new UsageError(
      `published: "${published}" is not a date; write it as 2025-08-22 or 2025-08-22T10:30:00Z`,
    );
  }
  const address = toHttpUrl(url);
  if (url !== undefined && address === undefined) {
    throw new UsageError(`url: "${url}" is not an http or https URL`);
  }
  return {
    ...(day !== undefined && { published: day }),
    ...(outlet !== undefined && { outlet: normaliseLabel(outlet) }),
    ...(title !== undefined && { title: normaliseLabel(title) }),
    ...(address !== undefined && { url: address }),
  };
}
