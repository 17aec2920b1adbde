import { parse as parseYaml, YAMLParseError } from "yaml";
import { InvalidArticleError } from "../model/errors.ts";
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
 * The YAML between two lines of `---` at the top of a text, if there is any, and the rest.
 *
 * @throws {@link InvalidArticleError} where it is not closed
 */
export function splitFrontMatter(source: string, location: string): { frontMatter?: string; rest: string } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) {
    // A rule at the top is Markdown too; one with `name: value` right below it was meant as front matter.
    if (/^\ufeff?---[ \t]*\r?\n[ \t]*\w[\w-]*:(?:[ \t]|\r?\n)/.test(source)) {
      throw new InvalidArticleError(location, "the front matter is not closed; end it with a line of ---");
    }
    return { rest: source };
  }
  return { frontMatter: match[1] ?? "", rest: source.slice(match[0].length) };
}

/** Metadata of an article in YAML. @throws {@link InvalidArticleError} where it is no YAML mapping */
export function readFrontMatter(yaml: string, location: string): Partial<SourceDocument> {
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
