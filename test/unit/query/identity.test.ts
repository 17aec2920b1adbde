import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { DecisionError, UsageError } from "../../../src/model/errors.ts";
import type { Graph } from "../../../src/query/graph.ts";
import type { DecisionQuestion } from "../../../src/query/identity.ts";
import { createMemoryGraph, openGraph } from "../../../src/query/open-graph.ts";
import { canonicalLines } from "../../../src/rdf/n-quads.ts";
import { articleOf, extractionOf, person } from "../../builders.ts";
import { MemoryFolder } from "../../memory-folder.ts";

const resources = {
  ontology: readFileSync("ontology/news.ttl", "utf8"),
  shapes: readFileSync("ontology/shapes.ttl", "utf8"),
  identityLexicon: { nicknames: readFileSync("data/lexicon/nicknames.tsv", "utf8") },
};
const ENT = "https://w3id.org/dateline/data/entity/";
const deciding = { by: "Ines", at: "2025-09-01T10:00:00.000Z" };

/** "Ana Hale praised Bo Lind." as an article with that fact. */
function praise(subject: string, object: string, published = "2025-03-01") {
  const sentence = `${subject} praised ${object}`;
  return extractionOf(
    articleOf(`${sentence}. ${published}`, { published }),
    [person(subject), person(object)],
    [{ subject, relation: "praised", object, quote: sentence }],
  );
}

const ARTICLES = [
  praise("Robert Hale", "Ana Lund"),
  praise("Robert Hale", "Ana Lund", "2025-03-02"),
  praise("Lambert Kuhn", "Robert Hale", "2025-03-03"),
  praise("Mia Stone", "R. Hale", "2025-03-04"),
  praise("Hale", "Omar Reyes", "2025-03-05"),
];

async function graphOf(extractions = ARTICLES): Promise<Graph> {
  const graph = createMemoryGraph({ resources });
  for (const extraction of extractions) await graph.add(extraction, { location: extraction.article.id });
  return graph;
}

const bytes = (graph: Graph) => canonicalLines([...graph.match()]).join("\n");
const names = (graph: Graph) => graph.entities().map(({ iri }) => iri.slice(ENT.length));

describe("decisions of identity", () => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await graphOf();
  });
  const decide = (question: DecisionQuestion & { readonly because?: string }) =>
    graph.identity.decide({ ...deciding, ...question });

  it("join two things, and rewrite no fact", async () => {
    const facts = graph.find().map(({ id, evidence }) => [id, evidence]);
    await decide({ verdict: "same", left: "Robert Hale", right: "Lambert Kuhn", because: "a pen name" });
    expect(names(graph)).not.toContain("Lambert_Kuhn");
    expect(graph.find({ subject: "Lambert Kuhn" }).map(({ subjectNode }) => subjectNode)).toContain(
      `${ENT}Robert_Hale`,
    );
    expect(graph.find().map(({ id, evidence }) => [id, evidence])).toEqual(facts);
  });

  it("are told in RDF, with who decided, when and why, and the IRI that is gone", async () => {
    await decide({ verdict: "same", left: "Robert Hale", right: "Lambert Kuhn", because: "a pen name" });
    await decide({ verdict: "different", left: "Mia Stone", right: "Omar Reyes" });
    const lines = canonicalLines([...graph.match()]);
    expect(lines).toContain(
      `<${ENT}Lambert_Kuhn> <http://www.w3.org/2002/07/owl#sameAs> <${ENT}Robert_Hale> .`,
    );
    expect(lines).toContain(
      `<${ENT}Mia_Stone> <http://www.w3.org/2002/07/owl#differentFrom> <${ENT}Omar_Reyes> .`,
    );
    const decision = lines.filter((line) => line.startsWith("<https://w3id.org/dateline/data/decision/d1>"));
    expect(decision.join("\n")).toContain('"Ines"');
    expect(decision.join("\n")).toContain('"a pen name"');
    expect(decision.join("\n")).toContain("2025-09-01T10:00:00.000Z");
  });

  it("take one article's part out of a thing, and undoing gives back exactly what was there", async () => {
    const before = bytes(graph);
    const article = ARTICLES[2]?.article.id;
    await decide({ verdict: "different", left: "Robert Hale", right: `Robert Hale@${article}` });
    expect(graph.identity.find("Robert Hale")).toHaveLength(2);
    await decide({ verdict: "undo" });
    expect(bytes(graph)).toBe(before);
  });

  it("choose a label, and leave the IRI", async () => {
    await decide({ verdict: "rename", left: "Omar Reyes", label: "Omar Reyes Ortiz" });
    const [found] = graph.identity.find("Omar Reyes Ortiz");
    expect(found).toMatchObject({
      iri: `${ENT}Omar_Reyes`,
      label: "Omar Reyes Ortiz",
      aliases: ["Omar Reyes"],
    });
  });

  it("show what they would change, and change nothing", async () => {
    const before = bytes(graph);
    const { before: was, after } = graph.identity.preview({
      ...deciding,
      verdict: "same",
      left: "Mia Stone",
      right: "Omar Reyes",
    });
    expect(was.map(({ label }) => label)).toEqual(["Mia Stone", "Omar Reyes"]);
    expect(after).toHaveLength(1);
    expect(bytes(graph)).toBe(before);
  });

  it("are refused where they contradict one that holds, or name nothing", async () => {
    await decide({ verdict: "different", left: "Mia Stone", right: "Omar Reyes" });
    await expect(decide({ verdict: "same", left: "Mia Stone", right: "Omar Reyes" })).rejects.toThrow(
      /decided to be different by d1; undo that first/,
    );
    await expect(decide({ verdict: "same", left: "Mia Stone", right: "Nobody" })).rejects.toThrow(UsageError);
    await expect(decide({ verdict: "different", left: "Mia Stone", right: "Mia Stone" })).rejects.toThrow(
      DecisionError,
    );
    await expect(decide({ verdict: "undo", undoes: "d9" })).rejects.toThrow("there is no decision d9");
    expect(graph.identity.log()).toHaveLength(1);
  });

  it("outlast the removal of the articles that they speak of, and hold again when these are back", async () => {
    await decide({ verdict: "same", left: "Mia Stone", right: "Omar Reyes" });
    const before = bytes(graph);
    const [, , , fourth] = ARTICLES;
    if (fourth === undefined) throw new Error("four articles");
    await graph.remove(fourth.article.id);
    expect(graph.identity.standing()[0]?.left).toEqual([]);
    await graph.add(fourth, { location: fourth.article.id });
    expect(bytes(graph)).toBe(before);
  });

  it("outlast the program", async () => {
    const folder = new MemoryFolder();
    const first = await openGraph(folder, { resources, access: "create" });
    for (const extraction of ARTICLES) await first.add(extraction, { location: extraction.article.id });
    await first.identity.decide({ ...deciding, verdict: "same", left: "Mia Stone", right: "Omar Reyes" });
    const before = bytes(first);
    await first.close();
    expect(bytes(await openGraph(folder, { resources }))).toBe(before);
  });

  it("return to the same bytes after many random ones and their undoing", async () => {
    const before = bytes(graph);
    const people = ["Robert Hale", "Ana Lund", "Lambert Kuhn", "Mia Stone", "Omar Reyes"].map(
      (name) => graph.identity.find(name)[0]?.iri ?? "",
    );
    let state = 7;
    const pick = (count: number) => {
      // Numerical Recipes' generator: the same sequence on every machine.
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * count);
    };
    const kept: string[] = [];
    for (let made = 0; made < 100; ) {
      const [left = "", right = ""] = [people[pick(5)], people[pick(5)]];
      const roll = pick(5);
      const request: DecisionQuestion =
        roll === 0 && kept.length > 0
          ? { verdict: "undo", undoes: kept.splice(pick(kept.length), 1)[0] ?? "" }
          : roll === 1
            ? { verdict: "rename", left, label: `Name ${pick(9)}` }
            : { verdict: roll === 2 ? "different" : roll === 3 ? "same" : "unsure", left, right };
      try {
        const decision = await decide(request);
        if (decision.verdict !== "undo") kept.push(decision.id);
        made++;
      } catch (error) {
        // Some contradict one another: those are refused, and count for nothing.
        if (!(error instanceof DecisionError || error instanceof UsageError)) throw error;
        if (kept.length > 20) {
          await decide({ verdict: "undo", undoes: kept.pop() ?? "" });
          made++;
        }
      }
    }
    expect(bytes(graph)).not.toBe(before);
    for (const undoes of kept.reverse()) await decide({ verdict: "undo", undoes });
    expect(bytes(graph)).toBe(before);
  });
});

describe("a graph", () => {
  it("is the same to the byte in twenty orders of its articles, added and removed in between", async () => {
    const expected = bytes(await graphOf());
    for (let turn = 1; turn <= 20; turn++) {
      const shuffled = ARTICLES.map(
        (extraction, index) => [((index + 1) * turn * 7919) % 101, extraction] as const,
      )
        .sort(([a], [b]) => a - b)
        .map(([, extraction]) => extraction);
      const graph = await graphOf(shuffled);
      graph.entities();
      const [first] = shuffled;
      if (first !== undefined) {
        await graph.remove(first.article.id);
        graph.entities();
        await graph.add(first, { location: first.article.id });
      }
      expect(bytes(graph)).toBe(expected);
    }
  });

  it("finds what bore an IRI before it got a namesake", async () => {
    const graph = await graphOf([praise("Robert Hale", "Ana Lund")]);
    const [before] = graph.find({ subject: `${ENT}Robert_Hale` });
    const elsewhere = extractionOf(
      articleOf("Robert Hale, a town, praised Bo Lind."),
      [{ label: "Robert Hale", type: "Country", known: "RH" }, person("Bo Lind")],
      [
        {
          subject: "Robert Hale",
          relation: "praised",
          object: "Bo Lind",
          quote: "Robert Hale, a town, praised Bo Lind",
        },
      ],
    );
    await graph.add(elsewhere, { location: "town" });
    expect(names(graph)).not.toContain("Robert_Hale");
    expect(graph.find({ subject: `${ENT}Robert_Hale` }).map(({ id }) => id)).toContain(before?.id);
  });
});
