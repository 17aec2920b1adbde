import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/ingest/read-article.ts";
import { FACTUALITIES } from "../../../src/model/fact.ts";
import { NEWS_ONTOLOGY } from "../ontology/news-ttl.ts";
import { GOLD_SLUGS, type GoldSpan, goldArticlePath, readData, readGold, SPLIT } from "./corpus-files.ts";

const documents = GOLD_SLUGS.map(readGold);
const allFacts = documents.flatMap(({ facts }) => facts);
const allEntities = documents.flatMap(({ entities }) => entities);

/** What stands at a span of code points; undefined where the span lies outside or cuts into blanks or a word. */
function wordsAt(codePoints: readonly string[], { start, end }: GoldSpan): string | undefined {
  const words = codePoints.slice(start, end).join("");
  const isWord = (index: number) => /[\p{L}\p{N}]/u.test(codePoints[index] ?? "");
  const cutsWord = (index: number) => isWord(index - 1) && isWord(index);
  const inside = 0 <= start && start < end && end <= codePoints.length;
  return inside && words === words.trim() && !cutsWord(start) && !cutsWord(end) ? words : undefined;
}

describe("gold facts", () => {
  it("are split into development and held-out articles, each in one part", () => {
    expect(Object.keys(SPLIT)).toEqual(["development", "heldOut"]);
    expect(Object.values(SPLIT).flat().sort()).toEqual(GOLD_SLUGS);
    expect(Math.min(...Object.values(SPLIT).map((slugs) => slugs.length))).toBeGreaterThanOrEqual(3);
  });

  it("have ids of their own", () => {
    for (const items of [allFacts, allEntities]) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });

  it("show all eight factuality values, in development and held-out articles alike where they can", () => {
    expect(new Set(allFacts.map(({ factuality }) => factuality))).toEqual(new Set(FACTUALITIES));
    for (const slugs of Object.values(SPLIT)) {
      const shown = new Set(slugs.flatMap((slug) => readGold(slug).facts.map((fact) => fact.factuality)));
      expect(shown.size).toBeGreaterThanOrEqual(7);
    }
  });

  it("use relations and classes of the ontology, and minted names in one form", () => {
    const relations = new Set(NEWS_ONTOLOGY.relations.map(({ name }) => name));
    const classes = new Set(NEWS_ONTOLOGY.classes.map(({ name }) => name));
    const unknown = allFacts.map(({ relation }) => relation).filter((name) => !relations.has(name));
    expect(unknown.filter((name) => !/^rel:[a-z][A-Za-z0-9]{0,63}$/.test(name))).toEqual([]);
    expect(allEntities.map(({ type }) => type).filter((type) => !classes.has(type))).toEqual([]);
  });

  it("never mint a name that the ontology already has", () => {
    const relations = new Set(NEWS_ONTOLOGY.relations.map(({ name }) => `rel:${name}`));
    expect(allFacts.map(({ relation }) => relation).filter((name) => relations.has(name))).toEqual([]);
  });
});

describe.each(documents)("gold of $slug", ({ slug, text, facts, entities }) => {
  const codePoints = Array.from(text);
  const byId = new Map(entities.map((entity) => [entity.id, entity.name]));
  const names = new Set(entities.map(({ name }) => name));

  it("stands on the text that ingest makes of a dated sample article", () => {
    const [article] = readArticle(readData(goldArticlePath(slug)), { name: `${slug}.md` });
    expect(article?.text).toBe(text);
    expect(article?.published).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(article?.outlet).toMatch(/ \(sample\)$/);
  });

  it("has its words at every offset", () => {
    const spans: GoldSpan[] = [
      ...facts.flatMap(({ evidence, evidence_more = [] }) => [evidence, ...evidence_more]),
      ...entities.flatMap(({ mentions }) => mentions),
    ];
    expect(spans.map((span) => wordsAt(codePoints, span))).toEqual(
      spans.map(({ quote, text: words }) => quote ?? words),
    );
  });

  it("covers the article: every paragraph is evidence for some fact", () => {
    const evidence = facts.flatMap((fact) => [fact.evidence, ...(fact.evidence_more ?? [])]);
    let start = 0;
    for (const line of text.split("\n")) {
      const end = start + Array.from(line).length;
      const within = evidence.filter((span) => start <= span.start && span.end <= end);
      if (line !== "") expect(within.length, line).toBeGreaterThan(0);
      start = end + 1;
    }
    expect(facts.length).toBeGreaterThanOrEqual(30);
  });

  it("names entities by their own names", () => {
    for (const fact of facts) {
      if (fact.subject_id !== null) expect(byId.get(fact.subject_id)).toBe(fact.subject);
      if (fact.object_id !== null) expect(byId.get(fact.object_id)).toBe(fact.object);
      if (fact.speaker !== null) expect(names).toContain(fact.speaker);
    }
    expect(names.size).toBe(entities.length);
    expect(entities.flatMap(({ members = [] }) => members).filter((member) => !names.has(member))).toEqual(
      [],
    );
  });

  it("gives every entity a mention, and no stretch to one entity twice", () => {
    for (const { name, mentions } of entities) {
      expect(mentions.length, name).toBeGreaterThan(0);
      expect(new Set(mentions.map(({ start, end }) => `${start}-${end}`)).size, name).toBe(mentions.length);
    }
  });
});
