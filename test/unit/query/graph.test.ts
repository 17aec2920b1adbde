import { beforeEach, describe, expect, it } from "vitest";
import { QueryError, StoreError, UsageError } from "../../../src/model/errors.ts";
import type { Graph } from "../../../src/query/graph.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { validateShapes } from "../../../src/query/validate.ts";
import { makeIris } from "../../../src/rdf/iris.ts";
import { canonicalLines } from "../../../src/rdf/n-quads.ts";
import { prefixesFor } from "../../../src/rdf/namespaces.ts";
import { parseQuads } from "../../../src/rdf/parse.ts";
import { iri } from "../../../src/rdf/terms.ts";
import { kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../../samples.ts";

const ENT = "https://w3id.org/dateline/data/entity/";

describe("a graph", () => {
  let graph: Graph;
  beforeEach(async () => {
    graph = createMemoryGraph({ resources: RESOURCES });
    await graph.add(kyivVisit(), { location: "kyiv.md" });
    await graph.add(warsawReport(), { location: "warsaw.md" });
  });

  async function select(sparql: string): Promise<readonly string[]> {
    const result = await graph.query(sparql);
    if (result.kind !== "bindings") throw new Error("not a SELECT");
    return result.rows.map((row) => result.variables.map((name) => row.get(name)?.value ?? "").join(" "));
  }

  describe("answers SPARQL", () => {
    it("over plain triples, each once though two articles state it, without PREFIX lines", async () => {
      expect(await select("SELECT ?who { ent:Mark_Rutte news:met ?who }")).toEqual([
        `${ENT}Volodymyr_Zelensky`,
      ]);
      expect(await select("SELECT ?what { ent:Donald_Trump news:ruledOut ?what }")).toEqual([
        `${ENT}deploying_US_ground_troops`,
      ]);
      expect(await select("SELECT ?size { ent:Coalition_of_the_Willing news:hasSize ?size }")).toEqual([
        "30+",
      ]);
      expect(await select("SELECT (COUNT(*) AS ?n) { ?f rdf:predicate news:met }")).toEqual(["2"]);
    });

    it("with no plain triple for what is possible, denied or proposed", async () => {
      expect(await select("SELECT ?s { { ?s news:provided ?o } UNION { ?s news:agreedTo ?o } }")).toEqual([]);
      expect(
        await select(
          "SELECT ?o { ?f news:factuality news:Possible ; rdf:object ?o ; news:attributedTo ent:Donald_Trump }",
        ),
      ).toHaveLength(1);
    });

    it("along the relations' hierarchy, which the ontology holds", async () => {
      expect(await select("SELECT ?s ?o { ?p rdfs:subPropertyOf* news:rejected . ?s ?p ?o }")).toEqual([
        `${ENT}Donald_Trump ${ENT}deploying_US_ground_troops`,
      ]);
      expect(
        await select("SELECT ?label { ?p rdfs:subPropertyOf news:openRelation ; rdfs:label ?label }"),
      ).toEqual(["set up watch over"]);
    });

    it("within one article by GRAPH", async () => {
      const [article] = graph.articles();
      expect(await select(`SELECT (COUNT(?f) AS ?n) { GRAPH <${article?.iri}> { ?f a news:Fact } }`)).toEqual(
        ["3"],
      );
    });

    it("in every form, and as text of every kind", async () => {
      expect(await graph.query("ASK { ent:Mark_Rutte news:met ?x }")).toEqual({
        kind: "boolean",
        value: true,
      });
      const built = await graph.query("CONSTRUCT { ?s news:met ?o } WHERE { ?s news:met ?o }");
      expect(built.kind === "quads" ? canonicalLines(built.quads) : []).toEqual([
        `<${ENT}Mark_Rutte> <https://w3id.org/dateline/ontology#met> <${ENT}Volodymyr_Zelensky> .`,
      ]);
      const sparql = "SELECT ?x { ent:Mark_Rutte news:visited ?x }";
      expect(await graph.queryText(sparql, "text/csv")).toBe(`x\r\n${ENT}Ukraine\r\n`);
      expect(JSON.parse(await graph.queryText(sparql, "application/sparql-results+json"))).toMatchObject({
        results: { bindings: [{ x: { type: "uri", value: `${ENT}Ukraine` } }] },
      });
    });

    it("after each change anew", async () => {
      expect(await select("SELECT ?x { ?x news:praised ?y }")).toEqual([]);
      await graph.add(tbilisiReport(), { location: "tbilisi.md" });
      expect(await select("SELECT ?x { ?x news:praised ?y }")).toEqual([`${ENT}Mark_Rutte`]);
    });

    it("or says what is wrong, and where", async () => {
      await expect(graph.query("SELECT ?x\nWHERE { ?x news:met }")).rejects.toThrow(
        'line 2, column 21: "}" is not expected here',
      );
      await expect(graph.query("SELECT ?x { ?x foo:bar ?y }")).rejects.toThrow(
        "no PREFIX line declares foo:",
      );
      await expect(graph.query("SELEC ?x {}")).rejects.toMatchObject({ code: "query-syntax" });
      await expect(graph.query("DROP ALL")).rejects.toMatchObject({ code: "query-refused" });
      await expect(
        graph.query("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }"),
      ).rejects.toMatchObject({
        code: "query-refused",
      });
      await expect(graph.queryText("ASK {}", "text/turtle")).rejects.toThrow(QueryError);
    });
  });

  it("matches quads, of all graphs or one", () => {
    const met = iri("https://w3id.org/dateline/ontology#met");
    expect([...graph.match(null, met)]).toHaveLength(1);
    expect([...graph.match(null, null, met)]).toHaveLength(2);
    const [article] = graph.articles();
    expect([...graph.match(null, null, met, iri(article?.iri ?? ""))]).toHaveLength(1);
  });

  it("lists entities with what is known of them", () => {
    const entities = graph.entities();
    expect(entities.map(({ iri: node }) => node)).toEqual(entities.map(({ iri: node }) => node).toSorted());
    expect(entities.find(({ label }) => label === "Ukraine")).toEqual({
      iri: `${ENT}Ukraine`,
      label: "Ukraine",
      aliases: [],
      type: "Country",
      kind: "named",
      wikidata: "Q212",
    });
    expect(entities.find(({ label }) => label === "the plan")).toMatchObject({
      kind: "described",
      wikidata: null,
    });
  });

  it("lists articles without their text, and gives one with it", () => {
    const { text, ...metadata } = kyivVisit().article;
    expect(graph.articles().at(-1)).toEqual({
      ...metadata,
      iri: `https://w3id.org/dateline/data/article/${metadata.id}`,
      location: "kyiv.md",
      words: kyivVisit().counts.words,
      facts: 6,
    });
    expect(graph.article(metadata.id)?.text).toBe(text);
    expect(graph.article("kyiv.md")?.text).toBe(text);
    expect(graph.article("0000000000000000")).toBeUndefined();
  });

  it("counts what it holds", () => {
    expect(graph.stats()).toMatchObject({
      articles: 2,
      facts: 9,
      asserted: 6,
      byRelation: { met: 2, ruledOut: 1 },
      byFactuality: { certain: 6, negated: 1, possible: 1, proposed: 1 },
      byOutlet: { "Harbour Post": 1, "Northern Courier": 1 },
      minted: { "rel:setUpWatchOver": 1 },
    });
    expect(graph.stats().quads).toBe([...graph.match()].length);
  });

  it("removes an article by id, URL, location or title, and nothing else", async () => {
    const names = [
      kyivVisit().article.id,
      "https://courier.example/kyiv?a=1&b=ü",
      "kyiv.md",
      "./kyiv.md",
      "/home/somebody/kyiv.md",
      "kyiv",
      "🇺🇦 Rutte in Kyiv",
    ];
    for (const name of names) {
      expect(await graph.remove(name)).toBe(kyivVisit().article.id);
      expect(graph.articles()).toHaveLength(1);
      expect([
        ...graph.match(iri(`${ENT}Donald_Trump`), iri("https://w3id.org/dateline/ontology#ruledOut")),
      ]).toEqual([]);
      // The other article states the meeting too.
      expect(await select("SELECT ?x { ?x news:met ?y }")).toHaveLength(1);
      await graph.add(kyivVisit(), { location: "kyiv.md" });
    }
    expect(await graph.remove("no such article")).toBeUndefined();
  });

  it("asks which one, where a title is borne by two", async () => {
    const { id: _, ...draft } = warsawReport().article;
    const { makeArticle } = await import("../../../src/model/ids.ts");
    const copy = { ...warsawReport(), article: makeArticle({ ...draft, outlet: "Echo" }), facts: [] };
    await graph.add(copy, { location: "copy.md" });
    await expect(graph.remove("Talks in Kyiv")).rejects.toThrow(UsageError);
  });

  it("refuses an article whose id does not fit", async () => {
    const wrong = { ...kyivVisit(), article: { ...kyivVisit().article, title: "Another" } };
    await expect(graph.add(wrong, { location: "x" })).rejects.toThrow(StoreError);
    expect(graph.articles()).toHaveLength(2);
  });

  it("conforms to the shapes, and says in words what does not", async () => {
    await graph.add(tbilisiReport(), { location: "tbilisi.md" });
    expect(await graph.validate()).toEqual([]);
    const base = "https://w3id.org/dateline/data/";
    const [fact] = graph.find({ relation: "hasSize" });
    const node = makeIris(base).fact(fact?.id ?? "");
    const broken = [...graph.match()]
      .map((quad) => canonicalLines([quad])[0] ?? "")
      .map((line) =>
        line.startsWith(`<${node}> `) ? line.replace('"0.9"', '"7"').replace("#Certain", "#Sure") : line,
      );
    const shapes = parseQuads(RESOURCES.shapes, "turtle");
    const issues = await validateShapes(parseQuads(broken.join("\n"), "nquads"), shapes, prefixesFor(base));
    expect(issues).toContainEqual({
      severity: "violation",
      message: `${fact?.id}, news:confidence: A confidence is one decimal number from 0 to 1. Found: 7.`,
      node,
      path: "https://w3id.org/dateline/ontology#confidence",
      value: "7",
    });
    expect(issues.some(({ message }) => message.includes("one of the eight factuality values"))).toBe(true);
  });
});
