import { marked } from "marked";
import { parse as parseYaml, YAMLParseError } from "yaml";
import { InvalidArticleError } from "../model/errors.ts";
import { toTextLines } from "./dom-text.ts";
import { parseHtml } from "./html-document.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";
import type { SourceDocument } from "./source-document.ts";

/** The names under which front matter is found to give each field, the usual one first. */
const FRONT_MATTER_KEYS = {
  title: ["title", "headline"],
  published: ["date", "published", "publishDate", "pubDate"],
  outlet: ["outlet", "publisher", "publication", "source", "site"],
  url: ["url", "canonical", "link", "permalink"],
  byline: ["author", "authors", "byline"],
  language: ["language", "lang"],
} as const;

/**
 * Reads Markdown (CommonMark with GitHub's tables): YAML front matter as metadata, the markup stripped, one line for
 * each paragraph, heading and list item. Raw HTML in it is read as HTML is; nothing of it runs.
 *
 * @throws {@link InvalidArticleError} where the front matter is no YAML mapping, or the markup nests too deeply
 */
export function readMarkdown(source: string, location: string): SourceDocument {
  const { frontMatter, markdown } = splitFrontMatter(source, location);
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

function splitFrontMatter(source: string, location: string): { frontMatter?: string; markdown: string } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) {
    // A rule at the top is Markdown too; one with `name: value` right below it was meant as front matter.
    if (/^\ufeff?---[ \t]*\r?\n[ \t]*\w[\w-]*:(?:[ \t]|\r?\n)/.test(source)) {
      throw new InvalidArticleError(location, "the front matter is not closed; end it with a line of ---");
    }
    return { markdown: source };
  }
  return { frontMatter: match[1] ?? "", markdown: source.slice(match[0].length) };
}

function readFrontMatter(yaml: string, location: string): Partial<SourceDocument> {
  let value: unknown;
  try {
    value = parseYaml(yaml, { logLevel: "error" });
  } catch (cause) {
    const line = cause instanceof YAMLParseError ? cause.linePos?.[0].line : undefined;
    // Line 1 of the file is the opening fence.
    const where = line === undefined ? "" : ` at line ${line + 1}`;
    throw new InvalidArticleError(location, `the front matter is not valid YAML${where}`, { cause });
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new InvalidArticleError(location, "the front matter is not a list of `name: value` lines");
  }
  const entries = new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), toLabel(field)]));
  const fields: Record<string, string> = {};
  for (const [field, keys] of Object.entries(FRONT_MATTER_KEYS)) {
    const found = keys.map((key) => entries.get(key.toLowerCase())).find((label) => label !== undefined);
    if (found !== undefined) fields[field] = found;
  }
  return fields;
}

function toLabel(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const labels = value.map(toLabel).filter((label) => label !== undefined);
    return labels.length === 0 ? undefined : labels.join(", ");
  }
  if (typeof value === "object" && value !== null && "name" in value) return toLabel(value.name);
  return undefined;
}
