import { describe, expect, it } from "vitest";
import { createMemoryGraph, openGraph } from "../../../src/library/open-graph.ts";
import { extract, extractArticle, readArticle } from "../../../src/library/read-article.ts";
import { InvalidArticleError, UsageError } from "../../../src/model/errors.ts";
import { makeArticle } from "../../../src/model/ids.ts";

describe("extract", () => {
  it("tells who is who as a graph does: Paris by Lamar County is not the capital of France", async () => {
    const text = "The Lamar County fair opened in Texas on Friday. Governor Greg Abbott visited Paris.";
    const article = makeArticle({ text, title: "", language: "en", published: "2025-03-07" });
    const graph = await createMemoryGraph();
    await graph.add(await extractArticle(article), { location: "" });

    const records = await extract(article);

    const visit = records.find(({ relation, object }) => relation === "visited" && object === "Paris");
    expect(visit?.objectId).toBe(graph.find({ relation: "visited" })[0]?.objectId);
    expect(visit?.objectId).not.toBe((await extract("Greg Abbott visited Paris."))[0]?.objectId);
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
