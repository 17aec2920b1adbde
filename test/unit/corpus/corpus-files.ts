import { readdirSync, readFileSync } from "node:fs";

const DATA = new URL("../../../data/", import.meta.url);

/** A stretch of a gold text, in code points, with the words that must stand there. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly quote?: string;
  readonly text?: string;
}

export interface GoldFact {
  readonly id: string;
  readonly subject: string;
  readonly subject_id: string | null;
  readonly relation: string;
  readonly object: string;
  readonly object_id: string | null;
  readonly speaker: string | null;
  readonly factuality: string;
  readonly temporality: string;
  readonly level: string;
  readonly evidence: GoldSpan;
  readonly evidence_more?: readonly GoldSpan[];
}

export interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly members?: readonly string[];
  readonly mentions: readonly (GoldSpan & { readonly kind: string })[];
}

export interface GoldDocument {
  readonly slug: string;
  readonly text: string;
  readonly facts: readonly GoldFact[];
  readonly entities: readonly GoldEntity[];
}

export const ARTICLE_SLUGS: readonly string[] = listSlugs("articles/", ".md");

/** Every file of the folder that `dateline build data/articles` reads, to notice one that is no article. */
export const ARTICLE_FILES: readonly string[] = readdirSync(new URL("articles/", DATA)).sort();

export const GOLD_SLUGS: readonly string[] = listSlugs("gold/", ".facts.jsonl");

export const SPLIT = JSON.parse(readData("gold/split.json")) as Record<string, readonly string[]>;

export function readData(path: string): string {
  return readFileSync(new URL(path, DATA), "utf8");
}

export function readGold(slug: string): GoldDocument {
  return {
    slug,
    text: readData(`gold/${slug}.txt`),
    facts: readLines(`gold/${slug}.facts.jsonl`) as GoldFact[],
    entities: readLines(`gold/${slug}.entities.jsonl`) as GoldEntity[],
  };
}

/** Path of the article that gold annotates: in the sample corpus, or else beside its gold. */
export function goldArticlePath(slug: string): string {
  return `${ARTICLE_SLUGS.includes(slug) ? "articles" : "gold"}/${slug}.md`;
}

function readLines(path: string): unknown[] {
  return readData(path)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function listSlugs(folder: string, extension: string): string[] {
  return readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length))
    .sort();
}
