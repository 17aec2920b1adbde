import { readFileSync } from "node:fs";
import { readGoldEntities, readGoldFacts, readSystemLines } from "../../../src/evaluate/gold.ts";
import { type ArticleScore, type GoldArticle, scoreArticle } from "../../../src/evaluate/score.ts";

export function readFixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/evaluate/${name}`, import.meta.url), "utf8");
}

/** An invented article on a strike in a harbour, with fifteen gold facts. */
export const HARBOUR: GoldArticle = {
  facts: readGoldFacts(readFixture("harbour.facts.jsonl"), "harbour.facts.jsonl"),
  entities: readGoldEntities(readFixture("harbour.entities.jsonl"), "harbour.entities.jsonl"),
};

export function scoreSystem(name: string): ArticleScore {
  const { lines, unreadable } = readSystemLines(readFixture(`systems/${name}.jsonl`));
  return scoreArticle(HARBOUR, lines, unreadable);
}
