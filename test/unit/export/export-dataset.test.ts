import { beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS, type ExportFormat, exportDataset } from "../../../src/export/export-dataset.ts";
import { RdfSyntaxError } from "../../../src/model/errors.ts";
import type { Graph } from "../../../src/query/graph.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { compareCodePoints } from "../../../src/rdf/n-quads.ts";
import { iri, quad, text, typed } from "../../../src/rdf/terms.ts";
import { CONTEXT, kyivVisit, RESOURCES, warsawReport } from "../../samples.ts";

describe("exportDataset", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = createMemoryGraph({ resources: RESOURCES });
    await graph.add(kyivVisit(), { location: "a" });
    await graph.add(warsawReport(), { location: "b" });
  });

  const write = (format: ExportFormat, only: "asserted" | "all" = "all") =>
    [...exportDataset(graph.match(), format, { only, context: CONTEXT })].join("");

  it("writes Turtle for people: prefixes, one block per subject, names first", () => {
    const turtle = write("turtle", "asserted");
    expect(turtle).toContain("@prefix ent: <https://w3id.org/dateline/data/entity/> .\n");
    expect(turtle).toContain(
      [
        "ent:Mark_Rutte a schema:Person ;",
        '    skos:prefLabel "Mark Rutte" ;',
        '    skos:altLabel "Rutte" ;',
        '    news:entityKind "named" ;',
        "    news:met ent:Volodymyr_Zelensky ;",
        "    news:visited ent:Ukraine .",
      ].join("\n"),
    );
    const all = write("turtle");
    expect(all.indexOf("\nent:")).toBeLessThan(all.indexOf("\nart:"));
    expect(all.indexOf("\nart:")).toBeLessThan(all.indexOf("\nfact:"));
    expect(all).toContain("    news:confidence 0.93 ;");
    expect(all).not.toContain("{");
  });

  it("writes TriG with one block per article", () => {
    const blocks = write("trig").match(/^art:[0-9a-f]{16} \{$/gm);
    expect(blocks).toEqual(
      graph
        .articles()
        .map(({ id }) => `art:${id} {`)
        .sort(),
    );
  });

  it("writes N-Triples without a fourth term, and both line formats sorted", () => {
    for (const line of write("ntriples").trim().split("\n")) {
      expect(line).toMatch(/^<[^>]+> <[^>]+> (?:<[^>]+>|"(?:[^"\\]|\\.)*"(?:@[a-z-]+|\^\^<[^>]+>)?) \.$/);
    }
    for (const format of ["ntriples", "nquads"] as const) {
      const lines = write(format).trim().split("\n");
      expect(lines).toEqual([...new Set(lines)].sort(compareCodePoints));
    }
  });

  it("writes JSON-LD with the ontology's context, a node a line", () => {
    const document = JSON.parse(write("jsonld", "asserted"));
    expect(document["@context"]).toMatchObject({ ...JSON.parse(CONTEXT)["@context"] });
    expect(document["@graph"]).toContainEqual({
      "@id": "ent:Mark_Rutte",
      "@type": "schema:Person",
      "skos:prefLabel": "Mark Rutte",
      "skos:altLabel": "Rutte",
      "news:entityKind": "named",
      "news:met": { "@id": "ent:Volodymyr_Zelensky" },
      "news:visited": { "@id": "ent:Ukraine" },
    });
    expect(write("jsonld")).toContain('"news:confidence":"0.93"');
  });

  it.each(EXPORT_FORMATS)(
    "writes what is only possible, denied or proposed in no plain triple: %s",
    (format) => {
      // Beside their names, which the context of JSON-LD holds too.
      const body = write(format, "asserted").split('"@graph"').at(-1) ?? "";
      expect(body).toContain("ruledOut");
      expect(body).not.toMatch(/provided|agreedTo|Fact\b|evidence/);
      expect(write(format)).toContain("Possible");
    },
  );

  it.each(EXPORT_FORMATS)("gives the same bytes whatever the order of quads: %s", (format) => {
    const backwards = [...graph.match()].reverse();
    const again = [...backwards, ...backwards.slice(0, 50)];
    expect([...exportDataset(again, format, { context: CONTEXT })].join("")).toBe(write(format));
  });

  it.each(EXPORT_FORMATS)("writes an empty dataset as a valid empty file: %s", (format) => {
    const empty = [...exportDataset([], format, { context: CONTEXT })].join("");
    if (format === "jsonld") expect(JSON.parse(empty)["@graph"]).toEqual([]);
    else expect(empty.replace(/^@prefix .*\n/gm, "")).toBe("");
  });

  it("takes prefixes from the base of the graph", () => {
    const data = [quad(iri("https://kg.example/entity/Ana"), iri("https://kg.example/p"), text("x"))];
    expect([...exportDataset(data, "turtle", { base: "https://kg.example/" })].join("")).toContain(
      "ent:Ana ",
    );
  });

  it("refuses what JSON-LD would read as something else, and a context that is none", () => {
    const data = [quad(iri("news:1984"), iri("https://kg.example/p"), text("x"))];
    expect(() => [...exportDataset(data, "jsonld")]).toThrow(RdfSyntaxError);
    expect(() => exportDataset([], "jsonld", { context: "[]" })).toThrow(RdfSyntaxError);
    expect(() => exportDataset([], "jsonld", { context: "{" })).toThrow(RdfSyntaxError);
  });

  it("keeps terms of the context with other meanings than their name out of the way", () => {
    const context = JSON.stringify({
      "@context": { "schema:name": { "@id": "schema:name", "@container": "@set" } },
    });
    const data = [
      quad(
        iri("https://kg.example/a"),
        iri("http://schema.org/name"),
        typed("1", "http://www.w3.org/2001/XMLSchema#integer"),
      ),
    ];
    const [node] = JSON.parse([...exportDataset(data, "jsonld", { context })].join(""))["@graph"];
    expect(node["http://schema.org/name"]).toEqual({ "@value": "1", "@type": "xsd:integer" });
  });
});
