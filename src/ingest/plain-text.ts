import { InvalidArticleError } from "../model/errors.ts";
import { readFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { normaliseText } from "./normalise-text.ts";
import type { SourceDocument } from "./source-document.ts";

/** Headlines are shorter than this many code units. */
const MAX_HEADLINE_LENGTH = 200;

/** Margins at which people and programs wrap lines. */
const MARGINS = { least: 40, most: 100 };

/**
 * Reads a plain text file. Its first line is the headline where it looks like one and an empty line follows. Above it may
 * stand front matter as in Markdown, if it names a field of an article: any other text between rules is text.
 */
export function readPlainText(source: string): SourceDocument {
  const { fields, text } = takeFrontMatter(source);
  const body = joinWrappedLines(normaliseText(text));
  const headline = findHeadline(body);
  return { ...(headline === undefined ? {} : { title: headline }), ...fields, body };
}

function takeFrontMatter(source: string): { fields: Partial<SourceDocument>; text: string } {
  const asText = { fields: {}, text: source };
  try {
    const { frontMatter, rest } = splitFrontMatter(source, "");
    const fields = frontMatter === undefined ? {} : readFrontMatter(frontMatter, "");
    return Object.keys(fields).length === 0 ? asText : { fields, text: rest };
  } catch (error) {
    if (error instanceof InvalidArticleError) return asText;
    throw error;
  }
}

/** A headline is a short first line, set off by an empty line, that does not end as a sentence does. */
function findHeadline(text: string): string | undefined {
  const [first = "", second, third] = text.split("\n", 3);
  if (second !== "" || third === undefined) return undefined;
  if (first.length > MAX_HEADLINE_LENGTH || !/\p{L}/u.test(first)) return undefined;
  const endsAsSentence = /[.;:,]["'”’)\]]*$/.test(first) && !/\b(\p{L}\.){2,}["'”’)\]]*$/u.test(first);
  return endsAsSentence ? undefined : first;
}

/**
 * Joins lines that were broken only to fit a margin, as mail programs and typewriter-minded editors do, so that a
 * paragraph is one line. Each newline becomes one space: nothing moves.
 *
 * A block of lines counts as wrapped if at each of its breaks the next word would not have fitted on the line before,
 * the margin being the longest line of the text. Verse, lists and addresses fail that test and keep their lines.
 */
export function joinWrappedLines(text: string): string {
  const margin = text.split("\n").reduce((longest, line) => Math.max(longest, line.length), 0);
  if (margin < MARGINS.least || margin > MARGINS.most) return text;
  return text
    .split("\n\n")
    .map((block) => (isWrapped(block.split("\n"), margin) ? block.replaceAll("\n", " ") : block))
    .join("\n\n");
}

function isWrapped(lines: readonly string[], margin: number): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return true;
    const word = next.split(" ", 1)[0] ?? "";
    return line.length + 1 + word.length > margin;
  });
}
