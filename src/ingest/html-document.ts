import { parseHTML } from "linkedom";
import { InvalidArticleError } from "../model/errors.ts";
import { MAX_HTML_DEPTH, MAX_HTML_ELEMENTS } from "./limits.ts";

/** What is used of a DOM node. `src/` is compiled without the DOM library, and linkedom's own types lean on it. */
export interface HtmlNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument
  extends Omit<HtmlElement, "localName" | "getAttribute" | "hasAttribute" | "remove"> {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
}

/**
 * Parses HTML as browsers do, broken markup included. Nothing is loaded and no script runs.
 *
 * @throws {@link InvalidArticleError} where the page has more elements or levels than any news page
 */
export function parseHtml(source: string, location: string): HtmlDocument {
  // Counted before parsing, so that a bomb is refused before it becomes a tree.
  const elements = countTags(source);
  if (elements > MAX_HTML_ELEMENTS) {
    throw new InvalidArticleError(
      location,
      `the page has over ${MAX_HTML_ELEMENTS} elements, which no article has; save its text as .txt`,
    );
  }
  const whole = /<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`;
  // linkedom's document has these members; its declared type needs the DOM library.
  const document = parseHTML(whole).document as unknown as HtmlDocument;
  refuseDeepNesting(document, location);
  return document;
}

function countTags(source: string): number {
  const tag = /<[a-z]/gi;
  let count = 0;
  while (count <= MAX_HTML_ELEMENTS && tag.test(source)) count++;
  return count;
}

/** Walks without recursion: the depth is what is in doubt. */
function refuseDeepNesting(document: HtmlDocument, location: string): void {
  let depth = 0;
  let node: HtmlNode | null = document.documentElement;
  while (node !== null) {
    if (depth > MAX_HTML_DEPTH) {
      throw new InvalidArticleError(
        location,
        `the page nests elements more than ${MAX_HTML_DEPTH} deep, which no article does; save its text as .txt`,
      );
    }
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
}
