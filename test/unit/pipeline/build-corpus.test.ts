import { describe, expect, it } from "vitest";
import { FetchError } from "../../../src/io/input-errors.ts";
import { StoreError, UsageError } from "../../../src/model/errors.ts";
import { type BuildOptions, type BuildProgress, buildCorpus } from "../../../src/pipeline/build-corpus.ts";
import { FakeGraph, fakeReader } from "../cli/fake-world.ts";

const input = (location: string, text: string) => ({ location, bytes: new TextEncoder().encode(text) });

function options(more: Partial<BuildOptions> = {}): BuildOptions & { graph: FakeGraph } {
  return { reader: fakeReader, graph: new FakeGraph(), now: () => 0, ...more } as BuildOptions & {
    graph: FakeGraph;
  };
}

describe("buildCorpus", () => {
  it("counts what it read, kept and refused", async () => {
    let clock = 0;
    const report = await buildCorpus(
      [
        input("a.txt", "Anna met Bo. Bo phoned nobody."),
        input("b.jsonl", '{"text": "Cy met Di."}\nbad\n{"text": "Di met Ed."}'),
        { location: "https://post.example/", error: new FetchError("https://post.example/", "no answer") },
      ],
      options({ now: () => (clock += 1500) }),
    );
    expect(report).toEqual({
      articles: { read: 3, added: 3, replaced: 0, unchanged: 0, undated: 3, refused: 2 },
      words: 12,
      sentences: 3,
      facts: { kept: 4, minted: 1, refused: 1 },
      diagnostics: { "argument-unresolved": 1 },
      examples: { "argument-unresolved": "nobody" },
      refused: [
        { location: "b.jsonl:2", code: "invalid-article", message: "b.jsonl:2: the line is not valid JSON" },
        {
          location: "https://post.example/",
          code: "fetch-failed",
          message: "https://post.example/: no answer",
        },
      ],
      seconds: 1.5,
      interrupted: false,
    });
  });

  it("tells of its progress after each article", async () => {
    const seen: BuildProgress[] = [];
    await buildCorpus(
      [input("a.txt", "Anna met Bo."), input("b.txt", "")],
      options({ onProgress: (progress) => seen.push(progress) }),
    );
    expect(seen.map(({ inputs, articles, facts, refused }) => [inputs, articles, facts, refused])).toEqual([
      [0, 1, 1, 0],
      [1, 1, 1, 0],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
    ]);
  });

  it("keeps articles in the order of the inputs, however many are read at once", async () => {
    const texts = ["Anna met Bo.", "Cy met Di.", "Ed met Fay.", "Gus met Hal."];
    let begun = 0;
    const latestFirst = {
      extract: async (article: Parameters<typeof fakeReader.extract>[0]) => {
        const turns = texts.length - ++begun;
        for (let turn = 0; turn < 20 * turns; turn++) await Promise.resolve();
        return fakeReader.extract(article);
      },
    };
    const run = options({ reader: latestFirst, atOnce: 3 });
    const seen: string[] = [];
    await buildCorpus(
      texts.map((text, index) => input(`${index}.txt`, text)),
      { ...run, onProgress: ({ location, inputs }) => seen.push(`${inputs} ${location}`) },
    );
    expect([...run.graph.kept.keys()]).toEqual(["0.txt", "1.txt", "2.txt", "3.txt"]);
    expect(seen).toEqual(texts.flatMap((_, index) => [`${index} ${index}.txt`, `${index + 1} ${index}.txt`]));
  });

  it("stops after the article at hand when told to", async () => {
    const stop = new AbortController();
    const run = options({ signal: stop.signal, onProgress: () => stop.abort() });
    const report = await buildCorpus(
      [input("a.jsonl", '{"text": "Anna met Bo."}\n{"text": "Cy met Di."}')],
      run,
    );
    expect(report).toMatchObject({ interrupted: true, articles: { added: 1 } });
    expect(run.graph.kept.size).toBe(1);
  });

  it("refuses one article whose extraction contradicts itself, and keeps the others", async () => {
    const run = options();
    const add = run.graph.add.bind(run.graph);
    run.graph.add = async (extraction, source) => {
      if (source.location === "a.txt") throw new StoreError("article 1: names what it does not have");
      return add(extraction, source);
    };
    const report = await buildCorpus([input("a.txt", "Anna met Bo."), input("b.txt", "Cy met Di.")], run);
    expect(report.articles).toMatchObject({ added: 1, refused: 1 });
    expect(report.refused[0]).toMatchObject({ code: "internal", location: "a.txt" });
  });

  it("throws where the graph cannot keep what was read, rather than lose the rest", async () => {
    const graph = {
      add: () => Promise.reject(new StoreError("no space left", { cause: new Error("ENOSPC") })),
    };
    await expect(buildCorpus([input("a.txt", "Anna met Bo.")], options({ graph } as never))).rejects.toThrow(
      StoreError,
    );
  });

  it("throws for metadata that no article can have", async () => {
    const run = options({ metadata: { published: "soon" } });
    await expect(buildCorpus([input("a.txt", "Anna met Bo.")], run)).rejects.toThrow(UsageError);
  });
});
