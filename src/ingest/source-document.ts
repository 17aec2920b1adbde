import type { ArticleDraft } from "../model/article.ts";
import { InvalidArticleError } from "../model/errors.ts";
import { MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from "./limits.ts";
import { normaliseLabel, normaliseText } from "./normalise-text.ts";
import { parsePublished } from "./published-date.ts";

/** What a reader of one format found, before normalisation. Fields that the source does not state are left out. */
export interface SourceDocument {
  /** Running text, paragraphs separated by newlines; it may begin with the headline. */
  readonly body: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
}

/** A title made of the first words stays below this many code units. */
const MADE_TITLE_LENGTH = 80;

/**
 * Makes an article of what a format's reader found: normalises text and labels, puts the headline on the first line,
 * and drops what cannot be used (a date that cannot be read, a URL that is not http).
 *
 * Without a headline the title is the first words and "…", so that it never passes for a line of the text.
 *
 * @throws {@link InvalidArticleError} where no word is left, or text or line are over their limits
 */
export function toDraft(source: SourceDocument, location: string): ArticleDraft {
  const body = normaliseText(source.body);
  const headline = normaliseLabel(source.title ?? "");
  const { title, text } = placeHeadline(headline, body);
  checkText(text, location);
  const url = toHttpUrl(source.url);
  const outlet = normaliseLabel(source.outlet ?? "");
  const byline = normaliseLabel(source.byline ?? "").replace(/^by\s+/i, "");
  const published = source.published === undefined ? undefined : parsePublished(source.published);
  return {
    text,
    title: title === "" ? firstWords(text) : title,
    ...(url !== undefined && { url }),
    ...(outlet !== "" && { outlet }),
    ...(byline !== "" && { byline }),
    ...(published !== undefined && { published }),
    language: toLanguage(source.language),
  };
}

function placeHeadline(headline: string, body: string): { title: string; text: string } {
  if (headline === "" || body === "") return { title: headline, text: headline === "" ? body : headline };
  const lines = body.split("\n");
  // A kicker or date line may stand above the headline, and the case may differ from the page's metadata.
  const shown = lines.slice(0, 4).findIndex((line) => sameWords(line, headline));
  if (shown === 0) {
    const title = lines[0] ?? headline;
    return { title, text: `${title}\n\n${lines.slice(1).join("\n").trimStart()}`.trim() };
  }
  if (shown > 0) lines.splice(shown, 1);
  return { title: headline, text: normaliseText(`${headline}\n\n${lines.join("\n")}`) };
}

function sameWords(left: string, right: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return fold(left) === fold(right);
}

function checkText(text: string, location: string): void {
  if (!/\p{L}/u.test(text)) throw new InvalidArticleError(location, "holds no words");
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    if (line.length <= MAX_LINE_LENGTH) continue;
    throw new InvalidArticleError(
      location,
      `line ${number} has ${line.length} characters, more than the ${MAX_LINE_LENGTH} of one paragraph; break it into lines`,
    );
  }
  if (text.length > MAX_TEXT_LENGTH) {
    throw new InvalidArticleError(
      location,
      `the text has ${text.length} characters, more than the ${MAX_TEXT_LENGTH} of one article; split it`,
    );
  }
}

function firstWords(text: string): string {
  const line = text.slice(0, text.indexOf("\n") === -1 ? text.length : text.indexOf("\n"));
  if (line.length <= MADE_TITLE_LENGTH) return `${line} …`;
  const cut = line.lastIndexOf(" ", MADE_TITLE_LENGTH);
  return `${line.slice(0, cut <= 0 ? MADE_TITLE_LENGTH : cut).replace(/\p{Surrogate}/gu, "")} …`;
}

/** @returns undefined for anything but http and https: a `javascript:` address must not reach a viewer's link */
export function toHttpUrl(value: string | undefined, base?: string): string | undefined {
  if (value === undefined || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  url.username = "";
  url.password = "";
  url.hash = "";
  return url.href;
}

function toLanguage(value: string | undefined): string {
  const tag = value?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : "en";
}
