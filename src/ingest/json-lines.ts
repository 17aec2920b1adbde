import { InvalidArticleError } from "../model/errors.ts";
import { decodeText } from "./decode-text.ts";
import { MAX_LINE_LENGTH } from "./limits.ts";
import type { SourceDocument } from "./source-document.ts";

/** One article of a file of JSON lines. */
export interface JsonLineDocument {
  readonly document: SourceDocument;
  /** 1-based. */
  readonly line: number;
  /** The record's own `id`, where it has one. */
  readonly id?: string;
}

const FIELD_NAMES = {
  body: ["text", "body", "content"],
  title: ["title", "headline"],
  published: ["date", "published"],
  outlet: ["outlet", "publisher", "source"],
  url: ["url"],
  byline: ["author", "authors", "byline"],
  language: ["language", "lang"],
} as const;

/**
 * Reads JSON lines, one article a line: `text`, and where known `id`, `title`, `date` or `published`, `outlet`, `url`,
 * `author`. Empty lines are passed over. A line that cannot be used is an error in its place; the others are read.
 */
export function* readJsonLines(
  bytes: Uint8Array,
  location: string,
): Generator<JsonLineDocument | InvalidArticleError> {
  let line = 0;
  for (const lineBytes of splitLines(bytes)) {
    line++;
    if (lineBytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
    try {
      yield readRecord(lineBytes, line, `${location}:${line}`);
    } catch (error) {
      if (!(error instanceof InvalidArticleError)) throw error;
      yield error;
    }
  }
}

function* splitLines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

function readRecord(bytes: Uint8Array, line: number, location: string): JsonLineDocument {
  if (bytes.length > MAX_LINE_LENGTH) {
    throw new InvalidArticleError(
      location,
      `the line has ${bytes.length} bytes, more than the ${MAX_LINE_LENGTH} of one article`,
    );
  }
  const value = parseLine(decodeText(bytes, { location }).text, location);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidArticleError(location, "the line is not a JSON object; write one article a line");
  }
  const fields = new Map(Object.entries(value));
  const find = (names: readonly string[]) =>
    names.map((name) => toLabel(fields.get(name))).find((label) => label !== undefined);
  const body = find(FIELD_NAMES.body);
  if (body === undefined) throw new InvalidArticleError(location, 'the line has no "text"');
  const id = toLabel(fields.get("id"));
  return {
    document: {
      body,
      title: find(FIELD_NAMES.title),
      published: find(FIELD_NAMES.published),
      outlet: find(FIELD_NAMES.outlet),
      url: find(FIELD_NAMES.url),
      byline: find(FIELD_NAMES.byline),
      language: find(FIELD_NAMES.language),
    },
    line,
    ...(id !== undefined && { id }),
  };
}

function parseLine(text: string, location: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidArticleError(location, "the line is not valid JSON", { cause });
  }
}

function toLabel(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return undefined;
  const labels = value.map(toLabel).filter((label) => label !== undefined);
  return labels.length === 0 ? undefined : labels.join(", ");
}
