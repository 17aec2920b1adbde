import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readArticle } from "../../../src/ingest/read-article.ts";
import { ARTICLE_FILES, ARTICLE_SLUGS, readData } from "./corpus-files.ts";

const MIN_WORDS = 180;
const MAX_WORDS = 350;

const samples = ARTICLE_SLUGS.map((slug) => {
  const [, frontMatter = "", body = ""] = readData(`articles/${slug}.md`).split(/^---\n/m);
  return { slug, frontMatter: parse(frontMatter) as Record<string, unknown>, body: body.trim() };
});

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

describe("the sample corpus", () => {
  it("has at least twelve articles and nothing else in its folder", () => {
    expect(ARTICLE_SLUGS.length).toBeGreaterThanOrEqual(12);
    expect(ARTICLE_FILES).toEqual(ARTICLE_SLUGS.map((slug) => `${slug}.md`));
  });

  it("comes from four outlets or more, and no two articles share a headline", () => {
    expect(new Set(samples.map(({ frontMatter }) => frontMatter["outlet"])).size).toBeGreaterThanOrEqual(4);
    expect(new Set(samples.map(({ frontMatter }) => frontMatter["title"])).size).toBe(samples.length);
  });

  it.each(samples)("$slug states headline, day and an outlet that says it is a sample", ({ frontMatter }) => {
    expect(frontMatter["title"]).toMatch(/\S{2,} \S/);
    expect(String(frontMatter["date"])).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(frontMatter["outlet"]).toMatch(/ \(sample\)$/);
  });

  it.each(samples)("$slug is a short article of plain paragraphs", ({ body }) => {
    const words = wordsOf(body).length;
    expect(words).toBeGreaterThanOrEqual(MIN_WORDS);
    expect(words).toBeLessThanOrEqual(MAX_WORDS);
    expect(body).not.toMatch(/^[#>*\-\d]|[[\]<*_`|]/m);
    expect(body.split(/\n/).filter((line) => line !== "" && !/[.!?]["”]?$/.test(line))).toEqual([]);
  });

  it.each(samples)("$slug loses nothing when it is read", ({ slug, frontMatter, body }) => {
    const [article, ...more] = readArticle(readData(`articles/${slug}.md`), { name: `${slug}.md` });
    expect(more).toEqual([]);
    expect(article).toMatchObject({
      title: frontMatter["title"],
      published: String(frontMatter["date"]),
      outlet: frontMatter["outlet"],
    });
    expect(wordsOf(article?.text ?? "")).toEqual(wordsOf(`${frontMatter["title"]} ${body}`));
  });
});
