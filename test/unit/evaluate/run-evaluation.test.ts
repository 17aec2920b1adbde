import { describe, expect, it } from "vitest";
import { scorableLines } from "../../../src/evaluate/evaluate-suite.ts";
import { EvaluationInputError } from "../../../src/evaluate/input-error.ts";
import { floorsText, runEvaluation, runJson, runReport } from "../../../src/evaluate/run-evaluation.ts";
import type { Extraction } from "../../../src/model/extraction.ts";
import type { FactRecord } from "../../../src/model/fact-record.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { recordOf } from "../../builders.ts";
import { readFixture } from "./harbour.ts";

const TEXT = readFixture("harbour.txt");

function goldFolder(more: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      "harbour.facts.jsonl": readFixture("harbour.facts.jsonl"),
      "harbour.entities.jsonl": readFixture("harbour.entities.jsonl"),
      "harbour.txt": TEXT,
      ...more,
    }),
  );
}

/** A record as the pipeline gives it, with what scoring does not look at left empty. */
function record(subject: string, relation: string, object: string, quote: string): FactRecord {
  const start = TEXT.indexOf(quote);
  return recordOf(subject, relation, object, { evidence: { start, end: start + quote.length, quote } });
}

const RECORDS = [
  record("Jane Roe", "met", "John Doe", "Port chief Jane Roe met union leader John Doe"),
  record("Freedonia", "attacked", "Lakeside", "Lakeside"),
];

function extractionOf(text: string): Extraction {
  return {
    article: makeArticle({ text, title: "Harbour", language: "en" }),
    mentions: [],
    entities: [],
    facts: [],
    diagnostics: [],
    counts: { sentences: 0, words: 0 },
  };
}

function run(gold: ReadonlyMap<string, string>, text = TEXT) {
  return runEvaluation({
    folder: "gold",
    gold,
    articles: new Map(),
    extract: async (_name, content) => extractionOf(text === TEXT ? content : text),
    toRecords: () => RECORDS,
  });
}

describe("an evaluation run", () => {
  it("scores every gold article and averages", async () => {
    const { evaluation } = await run(goldFolder());
    expect(evaluation.scores.get("harbour")?.counts).toMatchObject({ matched: 1, spurious: 1 });
    expect(evaluation.average.lenient.p).toBe(0.5);
    expect(evaluation.errorKinds).toContainEqual({ kind: "spurious attacked", count: 1 });
  });

  it("reads an article with its date from the gold folder where no other folder has it", async () => {
    const dated = `---\ndate: 2024-05-06\n---\n\n${TEXT}`;
    const read: string[] = [];
    await runEvaluation({
      folder: "gold",
      gold: goldFolder({ "harbour.md": dated }),
      articles: new Map(),
      extract: async (name, content) => {
        read.push(name, content);
        return extractionOf(TEXT);
      },
      toRecords: () => RECORDS,
    });
    expect(read).toEqual(["harbour.md", dated]);
  });

  it("counts offsets of records in code points, as gold does", async () => {
    const cargo = record("cargo", "moves", "now", "Cargo now moves");
    const [line] = scorableLines([cargo], TEXT);
    expect(line?.["evidence"]).toEqual({ start: cargo.evidence.start - 1, end: cargo.evidence.end - 1 });
  });

  it("lists errors on request, but never those of held-out articles", async () => {
    expect(runReport(await run(goldFolder()), 5)).toContain("spurious: Freedonia | attacked");
    const heldOut = await run(goldFolder({ "split.json": '{"heldOut":["harbour"]}' }));
    expect(runReport(heldOut, 5)).not.toContain("attacked");
    expect(runJson(heldOut)).not.toContain("attacked");
    expect(runReport(heldOut, 5)).toContain("harbour (held out)");
  });

  it("names members of its JSON as the gold files do", async () => {
    const { documents } = JSON.parse(runJson(await run(goldFolder()))) as {
      documents: { harbour: { lenient: object } };
    };
    expect(documents.harbour.lenient).toHaveProperty("core_r", 0.1);
  });
});

describe("floors", () => {
  it("hold for the run they were saved from", async () => {
    const floors = floorsText(await run(goldFolder()));
    expect((await run(goldFolder({ "floors.json": floors }))).breaches).toEqual([]);
  });

  it("compare the average over the articles that have floors: new gold is no fall", async () => {
    const floors = floorsText(await run(goldFolder()));
    const missed = readFixture("harbour.facts.jsonl")
      .split("\n")
      .filter((line) => !line.includes('"met"'));
    const withNewGold = goldFolder({
      "floors.json": floors,
      "lighthouse.facts.jsonl": missed.join("\n"),
      "lighthouse.entities.jsonl": readFixture("harbour.entities.jsonl"),
      "lighthouse.txt": TEXT,
    });
    const { evaluation, breaches } = await run(withNewGold);
    expect(evaluation.scores.get("lighthouse")?.counts.matched).toBe(0);
    expect(breaches).toEqual([]);
  });

  it("name the article and measure that fell, and articles that are gone", async () => {
    const { breaches } = await run(
      goldFolder({
        "floors.json": '{"harbour":{"lenient.p":0.6},"lost":{"lenient.r":0.1},"average":{"lenient.p":0.5}}',
      }),
    );
    expect(breaches).toEqual([
      { article: "harbour", measure: "lenient.p", floor: 0.6, score: 0.5 },
      { article: "lost", measure: "lenient.r", floor: 0.1, score: 0 },
    ]);
  });
});

describe("gold that cannot be used is named", () => {
  it.each([
    ["no gold at all", new Map<string, string>(), "no *.facts.jsonl"],
    ["a broken line", goldFolder({ "harbour.facts.jsonl": '{"id":"a"}\n{' }), "harbour.facts.jsonl:2"],
    [
      "a fact without object",
      goldFolder({ "harbour.facts.jsonl": '{"id":"a","subject":"b","relation":"c"}' }),
      "no object",
    ],
    ["evidence past the end", goldFolder({ "harbour.txt": "Short." }), "no passage"],
    [
      "floors that are no numbers",
      goldFolder({ "floors.json": '{"average":{"lenient.p":"high"}}' }),
      "lenient.p",
    ],
  ])("%s", async (_fault, gold, named) => {
    await expect(run(gold)).rejects.toThrow(EvaluationInputError);
    await expect(run(gold)).rejects.toThrow(named);
  });

  it("an article whose text is not the one that gold counts in", async () => {
    await expect(run(goldFolder(), `${TEXT.slice(0, 300)} And more.`)).rejects.toThrow("not the text");
  });
});
