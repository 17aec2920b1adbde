import { describe, expect, it } from "vitest";
import { createMemoryGraph, openGraph } from "../../../src/library/open-graph.ts";
import { extract, extractArticle, readArticle } from "../../../src/library/read-article.ts";
import { InvalidArticleError, UsageError } from "../../../src/model/errors.ts";
import { makeArticle } from "../../../src/model/ids.ts";

describe("extract", () => {
  it.each([
    "The Lamar County fair opened in Texas on Friday. Governor Greg Abbott visited Paris.",
    "Professor William Harper met Anna Lind. On Friday Bill Harper visited Oslo, and Georgia welcomed him.",
  ])("names everything as a graph of the article does: %s", async (text) => {
    const article = makeArticle({ text, title: "", language: "en", published: "2025-03-07" });
    const graph = await createMemoryGraph();
    await graph.add(await extractArticle(article), { location: "" });

    const named = graph
      .find()
      .map(({ subjectId, objectId }) => expect.objectContaining({ subjectId, objectId }));
    expect(named.length).toBeGreaterThan(1);
    expect(await extract(article)).toEqual(named);
  });

  it("says that an empty text holds no words", async () => {
    await expect(extract(" \n")).rejects.toThrow(new InvalidArticleError("the text", "it holds no words"));
  });
});

describe("scripts without a compiler", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what JavaScript lets through
  const nothing = null as any;
  it.each([
    ["extract", () => extract(nothing), "extract takes a text or an article, not null"],
    ["extractArticle", () => extractArticle(nothing), "extractArticle takes an article, not null"],
    ["readArticle", () => readArticle(nothing), "readArticle takes the path of a file, or a URL, not null"],
    [
      "readArticle",
      () => readArticle(""),
      "readArticle takes the path of a file, or a URL, not an empty text",
    ],
    ["openGraph", () => openGraph(nothing), "openGraph takes the path of a folder, not null"],
  ])("are told what %s takes", async (_, call, message) => {
    await expect(call()).rejects.toThrow(new UsageError(message));
  });
});
