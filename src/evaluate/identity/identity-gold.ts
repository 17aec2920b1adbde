import type { Span } from "../../model/span.ts";
import { EvaluationInputError } from "../input-error.ts";

/** A mention of a named thing; the same `entity` in any story is the same thing. */
export interface GoldMention extends Span {
  readonly entity: string;
  readonly text: string;
}

export interface StoryArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly outlet: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Words of one article. */
export interface GoldPassage extends Span {
  readonly article: string;
}

export type ConflictKind = "contradiction" | "update";

/** Two sides that cannot both hold, each with every passage that states it. */
export interface GoldConflict {
  readonly kind: ConflictKind;
  readonly sides: readonly [readonly GoldPassage[], readonly GoldPassage[]];
}

/** Articles that tell of one thing, and what people found in them. The format is told in `data/gold/identity/README.md`. */
export interface Story {
  readonly name: string;
  readonly articles: readonly StoryArticle[];
  /** Groups of things that share a name, of this and other stories. */
  readonly namesakes: readonly (readonly string[])[];
  /** Groups of article ids that are versions of one text. */
  readonly copies: readonly (readonly string[])[];
  readonly conflicts: readonly GoldConflict[];
}

const GOLD_SECTION = "gold";

/** @throws {@link EvaluationInputError} naming the file and what is wrong with it */
export function parseStory(markdown: string, name: string): Story {
  const sections = markdown.split(/^## /m).slice(1);
  const articles = sections.filter((section) => titleOf(section) !== GOLD_SECTION).map(parseArticle);
  const lines = (sections.find((section) => titleOf(section) === GOLD_SECTION) ?? "").split("\n");
  const byId = new Map(articles.map((article) => [article.id, article]));
  const namesakes: string[][] = [];
  const copies: string[][] = [];
  const conflicts: GoldConflict[] = [];
  for (const line of lines) {
    const [, keyword, kind, rest = ""] = /^- (namesakes|copy|conflict)(?: (\w+))?: (.*)$/.exec(line) ?? [];
    if (keyword === "namesakes") namesakes.push(rest.split(" "));
    if (keyword === "copy") copies.push(rest.split(" "));
    if (keyword === "conflict") {
      if (kind !== "contradiction" && kind !== "update")
        throw new EvaluationInputError(name, `no kind of conflict: ${line}`);
      const [left, right] = rest.split(" / ").map((side) => parseSide(side, byId, name));
      if (left === undefined || right === undefined)
        throw new EvaluationInputError(name, `two sides with " / " between them, not: ${line}`);
      conflicts.push({ kind, sides: [left, right] });
    }
  }
  return { name, articles, namesakes, copies, conflicts };
}

function titleOf(section: string): string {
  return section.slice(0, section.indexOf("\n")).trim();
}

function parseArticle(section: string): StoryArticle {
  const [head = "", ...paragraphs] = section.trim().split(/\n\n/);
  const [id = "", ...fields] = head.split("\n");
  const metadata = new Map(
    fields.map((field) => {
      const colon = field.indexOf(": ");
      return [field.slice(0, colon), field.slice(colon + 2)] as const;
    }),
  );
  const title = metadata.get("title") ?? "";
  const { text, mentions } = readMarkup(paragraphs.join("\n\n"), `${title}\n\n`);
  return {
    id: id.trim(),
    title,
    date: metadata.get("date") ?? "",
    outlet: metadata.get("outlet") ?? "",
    text,
    mentions,
  };
}

/** Takes the marks off, and counts where the words then stand. */
function readMarkup(marked: string, before: string): { text: string; mentions: GoldMention[] } {
  let text = before;
  let read = 0;
  const mentions: GoldMention[] = [];
  for (const match of marked.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)) {
    const [whole, words = "", entity = ""] = match;
    text += marked.slice(read, match.index);
    mentions.push({ start: text.length, end: text.length + words.length, text: words, entity });
    text += words;
    read = match.index + whole.length;
  }
  return { text: text + marked.slice(read), mentions };
}

function parseSide(side: string, articles: ReadonlyMap<string, StoryArticle>, name: string): GoldPassage[] {
  return side.split(" | ").map((statement) => {
    const [, article = "", words = ""] = /^(\S+) "(.*)"$/.exec(statement.trim()) ?? [];
    const start = articles.get(article)?.text.indexOf(words) ?? -1;
    if (start < 0 || words === "")
      throw new EvaluationInputError(name, `${statement} does not stand in ${article}`);
    return { article, start, end: start + words.length };
  });
}
