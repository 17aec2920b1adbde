import { beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/model/errors.ts";
import type { FactFilter, Graph } from "../../../src/query/graph.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../../samples.ts";

describe("find", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = createMemoryGraph({ resources: RESOURCES });
    await graph.add(kyivVisit(), { location: "a" });
    await graph.add(warsawReport(), { location: "b" });
    await graph.add(tbilisiReport(), { location: "c" });
  });

  const triples = (filter: FactFilter) =>
    graph.find(filter).map(({ subject, relation, object }) => `${subject} ${relation} ${object}`);

  it("gives the whole record of a fact, with offsets in code units of its text", () => {
    const [fact] = graph.find({ subject: "Rutte", relation: "met", article: kyivVisit().article.id });
    expect(fact).toEqual({
      id: kyivVisit().facts[0]?.id,
      subject: "Mark Rutte",
      relation: "met",
      object: "Volodymyr Zelensky",
      subjectId: "https://w3id.org/dateline/data/entity/Mark_Rutte",
      objectId: "https://w3id.org/dateline/data/entity/Volodymyr_Zelensky",
      speaker: "Andriy Yermak",
      speakerChain: [
        {
          speaker: "Andriy Yermak",
          verb: "tell",
          addressee: "reporters",
          setting: "briefing",
          date: "2025-08-22",
        },
      ],
      factuality: "certain",
      temporality: "non-future",
      date: "2025-08-22",
      statementDate: "2025-08-22",
      quantity: null,
      confidence: 0.93,
      reasons: ["verb frame met", "arc 0.93"],
      plover: "CONSULT",
      asserted: true,
      evidence: {
        start: 19,
        end: 81,
        quote: "Mark Rutte met President Volodymyr Zelensky in Kyiv on Aug. 22",
      },
      spans: { subject: { start: 19, end: 29 }, object: { start: 44, end: 62 } },
      surface: {
        subject: "Mark Rutte",
        relation: "met",
        object: "Volodymyr Zelensky",
        more: ["in Kyiv", "on Aug. 22"],
      },
      article: {
        id: kyivVisit().article.id,
        title: "🇺🇦 Rutte in Kyiv",
        url: "https://courier.example/kyiv?a=1&b=ü",
        outlet: "Northern Courier",
        published: "2025-08-22",
      },
      subjectNode: "https://w3id.org/dateline/data/entity/Mark_Rutte",
      speakerNodes: ["https://w3id.org/dateline/data/entity/Andriy_Yermak"],
      objectNode: "https://w3id.org/dateline/data/entity/Volodymyr_Zelensky",
      relationIri: "https://w3id.org/dateline/ontology#met",
    });
  });

  it("keeps numbers, open periods and literals, and gives phrases no id", () => {
    const [size] = graph.find({ relation: "hasSize" });
    expect(size).toMatchObject({
      object: "30+",
      objectId: null,
      objectNode: null,
      quantity: { min: 30, exclusive: true, unit: "countries", text: "over 30" },
      spans: { object: { start: 299, end: 316 } },
    });
    expect(graph.find({ object: "Kyiv" })[0]?.quantity).toEqual({
      value: 2.5e9,
      approximate: true,
      currency: "EUR",
      text: "2.5bn euros",
    });
    const [proposed] = graph.find({ factuality: "proposed" });
    expect(proposed).toMatchObject({
      date: "2026-01-01/..",
      objectId: null,
      temporality: "future",
      reasons: [],
    });
    expect(proposed?.objectNode).toContain("monitoring_the_border");
    expect(graph.find({ article: tbilisiReport().article.id })[0]?.date).toBe("--02-03");
  });

  it("orders facts by the date of their article, undated first, and by position", () => {
    expect(triples({}).map((triple) => triple.split(" ").slice(0, 3).join(" "))).toEqual([
      "Mark Rutte met",
      "Mark Rutte visited",
      "Officials criticized Donald",
      "Georgia provided Atlanta",
      "Officials rel:setUpWatchOver Kyiv",
      "Mark Rutte praised",
      "Mark Rutte met",
      "Donald Trump ruledOut",
      "United States provided",
      "Coalition of the",
      "Russia agreedTo the",
      "Mark Rutte rel:setUpWatchOver",
    ]);
  });

  it.each<[string, FactFilter, number]>([
    ["an alias, without regard to case", { subject: "rutte" }, 5],
    ["diacritics left out", { object: "Zoe Rutte-Łukasz" }, 1],
    ["an IRI", { subject: "https://w3id.org/dateline/data/entity/Mark_Rutte" }, 5],
    ["a prefixed name", { subject: "ent:Mark_Rutte", relation: "news:met" }, 2],
    ["an alias of the curated table", { subject: "U.S." }, 1],
    ["the label of a relation", { relation: "ruled out" }, 1],
    ["a minted relation by name", { relation: "rel:setUpWatchOver" }, 2],
    ["a minted relation by its words", { relation: "set up watch over" }, 2],
    ["refinements of a relation", { relation: "rejected" }, 1],
    ["a literal", { object: "30+" }, 1],
    ["a word of a speaker's name", { speaker: "Yermak" }, 1],
    ["a speaker by full name", { speaker: "andriy yermak" }, 1],
    ["an outlet", { outlet: "northern courier" }, 9],
    ["what is not asserted", { asserted: false }, 3],
    ["a factuality", { factuality: "negated" }, 1],
    ["a start: dates of facts, of statements, of articles", { since: "2025-08-20" }, 6],
    ["an end", { until: "2024" }, 3],
    ["a range within a year-long date", { since: "2025-03", until: "2025-03" }, 1],
    ["a limit", { limit: 2 }, 2],
    ["no facts for a limit of none", { limit: 0 }, 0],
    ["nothing for an unknown name", { subject: "Nobody" }, 0],
    ["nothing for a part of a word", { subject: "Zelen" }, 0],
    ["words within a description", { object: "air support" }, 1],
    ["words of a name, where what is called just that is never an object", { object: "U.S." }, 1],
    ["an article's path", { article: "a" }, 6],
    ["an article's IRI", { article: `https://w3id.org/dateline/data/article/${kyivVisit().article.id}` }, 6],
    ["an article's path as typed from elsewhere", { article: "./a" }, 6],
  ])("finds by %s", (_, filter, count) => {
    expect(graph.find(filter)).toHaveLength(count);
  });

  it("refuses dates and limits that mean nothing", () => {
    expect(() => graph.find({ since: "yesterday" })).toThrow(UsageError);
    expect(() => graph.find({ limit: -1 })).toThrow(UsageError);
    expect(() => graph.explain({ until: "2025-8" })).toThrow(UsageError);
  });

  it("says that there is no such article, and that a condition is empty", () => {
    expect(() => graph.find({ article: "nowhere.txt" })).toThrow(
      new UsageError('there is no article "nowhere.txt"; dateline articles lists them'),
    );
    expect(() => graph.explain({ article: 'x> } { ?s ?p "' })).toThrow(UsageError);
    expect(() => graph.find({ subject: " " })).toThrow(/^the subject to look for is empty/);
  });

  it("says that no relation has a name, and which are called nearly so", () => {
    expect(() => graph.find({ relation: "mett" })).toThrow(
      /^no relation is called "mett"; did you mean met\b/,
    );
    expect(() => graph.find({ relation: "setsUpWatchOver" })).toThrow(/did you mean rel:setUpWatchOver/);
    expect(() => graph.explain({ relation: "teleportedTo" })).toThrow(UsageError);
  });

  it.each<[string, FactFilter]>([
    ["no condition", {}],
    ["subject and relation", { subject: "Rutte", relation: "met" }],
    ["a refined relation", { relation: "rejected" }],
    ["a minted relation", { relation: "set up watch over" }],
    ["a literal object", { object: "30+" }],
    ["an object and a factuality", { object: "air support", factuality: "possible" }],
    ["a speaker", { speaker: "Donald Trump" }],
    ["an outlet", { outlet: "Northern courier" }],
    ["an article", { article: warsawReport().article.id }],
    ["assertion", { asserted: false }],
    ["since a day", { since: "2025-08-20" }],
    ["until a year", { until: "2024" }],
    ["between months", { since: "2024-02", until: "2025-12" }],
    ["after an open period began", { since: "2030" }],
    ["a limit", { subject: "Rutte", limit: 3 }],
    ["an unknown name", { subject: 'No "body" \\' }],
    ["a name that is wider as an object", { object: "U.S." }],
    ["a word of a name", { speaker: "Yermak" }],
    ["an unknown speaker", { speaker: "Nobody" }],
  ])("explains itself as SPARQL that returns the same facts in the same order: %s", async (_, filter) => {
    const result = await graph.query(graph.explain(filter));
    if (result.kind !== "bindings") throw new Error("not a SELECT");
    const found = result.rows.map((row) => `fact:${row.get("fact")?.value.split("/").at(-1)}`);
    expect(found).toEqual(graph.find(filter).map(({ id }) => id));
  });

  it("says which names stand in the SPARQL", () => {
    expect(graph.explain({ subject: "Mark Rutte", relation: "met" })).toContain(
      "  VALUES ?subject { ent:Mark_Rutte }\n  VALUES ?named { news:met }\n",
    );
  });
});
