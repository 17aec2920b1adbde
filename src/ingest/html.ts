import { Readability } from "@mozilla/readability";
import { InvalidArticleError } from "../model/errors.ts";
import { toTextLines } from "./dom-text.ts";
import { type HtmlDocument, type HtmlElement, parseHtml } from "./html-document.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import { takeBoxesOut } from "./page-boxes.ts";
import type { SourceDocument } from "./source-document.ts";

/** Main text below this many code units is doubted, and compared with what else the page holds. */
const SHORT_TEXT = 250;

/**
 * Reads the article that a web page shows: its main text by Readability, one line for each paragraph, and what the
 * page's metadata says of it.
 *
 * @param fetchedFrom - the URL it came from: the article's own where the page's canonical URL names another host
 * @throws {@link InvalidArticleError} where the page holds no text, or is beyond the limits of a page
 */
export function readHtml(source: string, location: string, fetchedFrom?: string): SourceDocument {
  const document = parseHtml(source, location);
  const { articleBody, url, ...metadata } = readHtmlMetadata(document, fetchedFrom);
  takeBoxesOut(document);
  // Readability takes the document apart, so what is asked of the whole page is asked before.
  const fallback = fallbackText(document);
  const main = findMainText(document);
  const body =
    [main, articleBody ?? "", fallback].find(isLongEnough) ?? longest([main, articleBody ?? "", fallback]);
  if (!/\p{L}/u.test(body)) {
    throw new InvalidArticleError(
      location,
      "the page holds no article text (it may need JavaScript to show it)",
    );
  }
  return { ...metadata, url: chooseUrl(url, fetchedFrom), body };
}

function findMainText(document: HtmlDocument): string {
  const reader = new Readability<HtmlElement>(
    // The declared type needs the DOM library; linkedom's document is what Readability's tests run on too.
    document as unknown as ConstructorParameters<typeof Readability>[0],
    {
      charThreshold: SHORT_TEXT,
      disableJSONLD: true,
      serializer: (node) => node as unknown as HtmlElement,
    },
  );
  const content = reader.parse()?.content;
  return content === null || content === undefined ? "" : toTextLines(content);
}

/** The text of `<article>` or `<main>` where there is just one, else of the page's paragraphs. */
function fallbackText(document: HtmlDocument): string {
  for (const selector of ["article", "main"]) {
    const [element, another] = document.querySelectorAll(selector);
    if (element !== undefined && another === undefined) return toTextLines(element);
  }
  const paragraphs = [...document.querySelectorAll("p")].map(toTextLines);
  const text = paragraphs.join("\n");
  return /\p{L}/u.test(text) ? text : toTextLines(document.body);
}

function isLongEnough(text: string): boolean {
  return text.length >= SHORT_TEXT;
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

/**
 * A page may name any URL as its canonical one. A fetched page is believed only for its own host, so that nobody can
 * publish in another outlet's name.
 */
function chooseUrl(canonical: string | undefined, fetchedFrom: string | undefined): string | undefined {
  if (fetchedFrom === undefined) return canonical;
  if (canonical === undefined) return fetchedFrom;
  const host = (url: string) => new URL(url).hostname.replace(/^(www|m|amp|mobile)\./, "");
  return host(canonical) === host(fetchedFrom) ? canonical : fetchedFrom;
}
