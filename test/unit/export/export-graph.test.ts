import { defaultModel, Model } from "@alephdata/followthemoney";
import { MultiDirectedGraph } from "graphology";
import readGexf from "graphology-gexf";
import readGraphMl from "graphology-graphml";
import { beforeAll, describe, expect, it } from "vitest";
import {
  exportGraph,
  type GraphExportFormat,
  type GraphExportOptions,
} from "../../../src/export/export-graph.ts";
import { UsageError } from "../../../src/model/errors.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import type { Graph } from "../../../src/query/graph.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { canonicalLines } from "../../../src/rdf/n-quads.ts";
import { parseQuads } from "../../../src/rdf/parse.ts";
import { articleOf, extractionOf, person } from "../../builders.ts";
import { kyivVisit, RESOURCES, warsawReport } from "../../samples.ts";

const ontology = loadOntology(RESOURCES.ontology);
const NATO = { label: "NATO", type: "Organization", known: "NATO" };
const ENT = "https://w3id.org/dateline/data/entity/";

let graph: Graph;
beforeAll(async () => {
  graph = createMemoryGraph({ resources: RESOURCES });
  await graph.add(kyivVisit(), { location: "a" });
  await graph.add(warsawReport(), { location: "b" });
  const membership = extractionOf(
    articleOf('Members\nTürkiye is a member of NATO & "friends". Ann Lee works for NATO.', {
      published: "2025-03-06",
      url: "https://kg.example/members",
    }),
    [{ label: "Türkiye", type: "Country", known: "TR" }, NATO, person("Ann Lee")],
    [
      {
        subject: "Türkiye",
        relation: "memberOf",
        object: "NATO",
        quote: 'Türkiye is a member of NATO & "friends"',
        date: "1952-02",
      },
      { subject: "Ann Lee", relation: "worksFor", object: "NATO", quote: "Ann Lee works for NATO" },
    ],
  );
  await graph.add(membership, { location: "c" });
});

function write(format: GraphExportFormat, options: GraphExportOptions = {}): string {
  return [...exportGraph(graph, format, { ontology, ...options })].join("");
}

describe("GEXF and GraphML", () => {
  it.each([
    ["gexf", (text: string) => readGexf.parse(MultiDirectedGraph, text, { addMissingNodes: false })],
    ["graphml", (text: string) => readGraphMl.parse(MultiDirectedGraph, text)],
  ] as const)("open in graphology with labels, types, weights and dates: %s", (format, read) => {
    const network = read(write(format));
    const facts = graph.find();
    expect(network.size).toBe(facts.length);
    expect(network.getNodeAttributes(`${ENT}Mark_Rutte`)).toMatchObject({
      label: "Mark Rutte",
      type: "Person",
    });
    for (const fact of facts) {
      const [edge] = network.filterEdges((_, { label, ...rest }) => rest["quote"] === fact.evidence.quote);
      expect(network.getEdgeAttributes(edge)).toMatchObject({
        weight: fact.confidence,
        factuality: fact.factuality,
        asserted: fact.asserted,
        ...(fact.date !== null && { date: fact.date }),
      });
      expect(network.source(edge)).toBe(fact.subjectNode);
    }
  });

  it("put dated facts on Gephi's time line", () => {
    expect(write("gexf")).toMatch(/<edge [^>]*start="1952-02-01" end="1952-02-29"/);
    expect(write("gexf")).toMatch(/<edge [^>]*start="2026-01-01">/);
  });
});

describe("CSV", () => {
  it("has a line for each fact, node and edge, whose ends are nodes", () => {
    const lines = (format: GraphExportFormat) => write(format).trimEnd().split("\n");
    expect(lines("csv")).toHaveLength(1 + graph.find().length);
    expect(lines("csv")[0]).toContain("subject,relation,object,speaker,factuality");
    expect(write("csv")).toContain('"Türkiye is a member of NATO & ""friends"""');
    const nodes = new Set(lines("csv-nodes").map((line) => line.split(",")[0]));
    for (const line of lines("csv-edges").slice(1)) {
      const [source = "", target = ""] = line.split(",");
      expect([nodes.has(source), nodes.has(target)]).toEqual([true, true]);
    }
  });
});

describe("FollowTheMoney", () => {
  const model = new Model(defaultModel);
  const read = () =>
    write("ftm")
      .trimEnd()
      .split("\n")
      .map(
        (line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> },
      );

  it("uses its schemata and properties, with ends of the kinds that these allow", () => {
    const entities = read();
    const schemata = new Map(entities.map(({ id, schema }) => [id, model.getSchema(schema)]));
    for (const { schema, properties } of entities) {
      const declared = model.getSchema(schema);
      expect(declared.abstract, schema).not.toBe(true);
      for (const required of declared.required) expect(properties, schema).toHaveProperty(required);
      for (const [name, values] of Object.entries(properties)) {
        const property = declared.getProperty(name);
        if (property.type.name !== "entity") continue;
        for (const value of values)
          expect(schemata.get(value)?.isA(property.getRange()), `${schema}.${name}`).toBe(true);
      }
    }
  });

  it("tells people, bodies, memberships, and how sure each link is", () => {
    const entities = read();
    const schemaOf = (name: string) =>
      entities.find(({ properties }) => properties["name"]?.includes(name))?.schema;
    expect([schemaOf("Mark Rutte"), schemaOf("Ukraine"), schemaOf("NATO")]).toEqual([
      "Person",
      "PublicBody",
      "Organization",
    ]);
    expect(entities.filter(({ schema }) => schema === "Membership")).toMatchObject([
      { properties: { date: ["1952-02"], status: ["certain"] } },
    ]);
    expect(entities.filter(({ schema }) => schema === "Employment")).toHaveLength(1);
    const denied = entities.find(({ properties }) => properties["status"]?.includes("negated"));
    expect(denied).toMatchObject({ schema: "UnknownLink", properties: { summary: ["negated"] } });
    expect(schemaOf("Donald Trump ruled out deploying U.S. ground troops")).toBe("Event");
  });
});

describe("QuickStatements", () => {
  it("states what is asserted between linked things, with date and reference", () => {
    expect(write("quickstatements")).toBe(
      `${[
        ...["Q43", "P463", "Q7184", "P585", "+1952-02-00T00:00:00Z/10"],
        ...["S854", '"https://kg.example/members"', "S1476", 'en:"Members"'],
        ...["S577", "+2025-03-06T00:00:00Z/11"],
        ...["S1683", 'en:"Türkiye is a member of NATO & ”friends”"'],
      ].join("\t")}\n`,
    );
  });
});

describe("the Markdown report", () => {
  it("gives facts by subject with their words, and the articles with addresses", () => {
    const text = write("markdown");
    expect(text).toContain("\n## Mark Rutte\n\n");
    expect(text).toContain(
      "- Mark Rutte **met** Volodymyr Zelensky (2025-08-22; says Andriy Yermak): “Mark Rutte met",
    );
    expect(text).toContain("(negated): “Moscow has not accepted the plan”");
    expect(text).toMatch(/^\d\. \[Members\]\(https:\/\/kg\.example\/members\)\. 2025-03-06$/m);
  });
});

describe("a part of a graph", () => {
  const [, , members] = ["a", "b", "c"];
  const idOf = (location: string) =>
    graph.articles().find((article) => article.location === location)?.id ?? "";

  it("is one article, in RDF with what it names and nothing else", () => {
    const article = idOf(members ?? "");
    const quads = parseQuads(write("nquads", { article }), "nquads");
    expect(quads.filter(({ predicate }) => predicate.value.endsWith("#factuality"))).toHaveLength(2);
    const text = write("turtle", { article, only: "asserted" });
    expect(text).toContain("news:memberOf ent:NATO");
    expect(text).toContain('skos:prefLabel "Ann Lee"');
    expect(text).not.toContain("Rutte");
    const whole = new Set(canonicalLines(graph.match()));
    expect(canonicalLines(quads).filter((line) => !whole.has(line))).toEqual([]);
  });

  it("is what is said of one thing, and of what that leads to", () => {
    const rows = (hops: number) => write("csv", { entity: "Ukraine", hops }).trimEnd().split("\n").length - 1;
    expect(rows(1)).toBe(graph.find({ object: "Ukraine" }).length);
    expect(rows(2)).toBeGreaterThan(rows(1));
    expect(write("csv", { entity: "Ukraine", hops: 5 })).not.toContain("Ann Lee");
  });

  it("leaves out what is alleged, denied or to come where only asserted facts are asked", () => {
    const asserted = graph.find({ asserted: true });
    expect(write("csv", { only: "asserted" }).trimEnd().split("\n")).toHaveLength(1 + asserted.length);
    expect(write("graphml", { only: "asserted" })).not.toContain("Moscow has not accepted");
  });

  it("must be something", () => {
    expect(() => write("csv", { entity: "Nobody" })).toThrow(UsageError);
    expect(() => write("csv", { article: "Nobody" })).toThrow(UsageError);
  });
});

describe("RDF 1.2", () => {
  it.each(["nquads", "trig"] as const)("reifies triple terms and loses nothing: %s", (format) => {
    const quads = parseQuads(write(format, { rdf: "1.2" }), format);
    const facts = quads.filter(({ predicate }) => predicate.value.endsWith("#reifies"));
    expect(facts).toHaveLength(graph.find().length);
    expect(facts.every(({ object }) => object.termType === "Quad")).toBe(true);
    expect(quads).toHaveLength([...graph.match()].length - 2 * facts.length);
  });

  it("is read back by `import` into the same terms, and is not for JSON-LD", async () => {
    const copy = createMemoryGraph({ resources: RESOURCES });
    const quads = parseQuads(write("turtle", { rdf: "1.2" }), "turtle");
    await copy.importGraph("https://kg.example/copy", quads, { location: "copy.ttl" });
    const found = await copy.query(
      "SELECT ?o { ?fact rdf:reifies <<( ent:Mark_Rutte news:met ?o )>> } ORDER BY ?o",
    );
    expect(found).toMatchObject({ kind: "bindings", rows: { length: 2 } });
    expect(() => write("jsonld", { rdf: "1.2" })).toThrow(UsageError);
  });
});
