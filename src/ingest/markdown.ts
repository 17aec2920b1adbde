import { marked } from "marked";
import { InvalidArticleError } from "../model/errors.ts";
import { toTextLines } from "./dom-text.ts";
import { readFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { parseHtml } from "./html-document.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";
import type { SourceDocument } from "./source-document.ts";

/**
 * Reads Markdown (CommonMark with GitHub's tables): YAML front matter as metadata, the markup stripped, one line for
 * each paragraph, heading and list item. Raw HTML in it is read as HTML is; nothing of it runs.
 *
 * @throws {@link InvalidArticleError} where the front matter is no YAML mapping, or the markup nests too deeply
 */
export function readMarkdown(source: string, location: string): SourceDocument {
  const { frontMatter, rest: markdown } = splitFrontMatter(source, location);
  const fields = frontMatter === undefined ? {} : readFrontMatter(frontMatter, location);
  const document = parseHtml(toHtml(markdown, location), location);
  const heading = /^\s*#\s|^\s*[^\n]+\n=+\s*(\n|$)/.test(markdown) ? document.querySelector("h1") : null;
  return { title: heading?.textContent ?? undefined, ...fields, body: toTextLines(document.body) };
}

function toHtml(markdown: string, location: string): string {
  if (markdown.length > MAX_TEXT_LENGTH) {
    throw new InvalidArticleError(
      location,
      `the text has ${markdown.length} characters, more than the ${MAX_TEXT_LENGTH} of one article; split it`,
    );
  }
  try {
    return marked.parse(markdown, { async: false, gfm: true });
  } catch (cause) {
    throw new InvalidArticleError(location, "the Markdown cannot be read; its markup may nest too deeply", {
      cause,
    });
  }
}
