import fc from "fast-check";
import jsonld from "jsonld";
import { Parser } from "n3";
import oxigraph from "oxigraph";
import { beforeAll, describe, expect, it } from "vitest";
import { EXPORTERS, type ExportFormat, exportDataset } from "../../src/export/export-dataset.ts";
import type { Graph } from "../../src/query/graph.ts";
import { createMemoryGraph } from "../../src/query/open-graph.ts";
import { canonicalLines, compareCodePoints, quadToLine, tripleToLine } from "../../src/rdf/n-quads.ts";
import { parseQuads } from "../../src/rdf/parse.ts";
import { defaultGraph, iri, languageText, quad, text, typed } from "../../src/rdf/terms.ts";
import { CONTEXT, kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../samples.ts";

type Quads = Iterable<Parameters<typeof quadToLine>[0]>;

/** Readers that are not ours, by format. Each gives back canonical lines. */
const READERS: Readonly<
  Record<ExportFormat, readonly (readonly [string, (text: string) => Quads | Promise<Quads>])[]>
> = {
  turtle: [n3("Turtle"), oxi("text/turtle")],
  ntriples: [n3("N-Triples"), oxi("application/n-triples")],
  nquads: [n3("N-Quads"), oxi("application/n-quads"), oxiStore("application/n-quads")],
  trig: [n3("TriG"), oxi("application/trig")],
  jsonld: [
    [
      "jsonld.js",
      async (document) => {
        const nquads = await jsonld.toRDF(JSON.parse(document), { format: "application/n-quads" });
        return parseQuads(String(nquads), "nquads");
      },
    ],
    oxi("application/ld+json"),
  ],
};

function n3(format: string): readonly [string, (text: string) => Quads] {
  return ["N3.js", (document) => new Parser({ format }).parse(document)];
}

function oxi(format: string): readonly [string, (text: string) => Quads] {
  return ["Oxigraph", (document) => oxigraph.parse(document, { format }) as unknown as Quads];
}

function oxiStore(format: string): readonly [string, (text: string) => Quads] {
  return [
    "Oxigraph's store",
    (document) => {
      const store = new oxigraph.Store();
      store.load(document, { format });
      return store.match() as unknown as Quads;
    },
  ];
}

const CASES = Object.entries(READERS).flatMap(([format, readers]) =>
  readers.map(([name, read]) => [format as ExportFormat, name, read] as const),
);

const lines = (quads: Quads, format: ExportFormat) =>
  canonicalLines(quads, EXPORTERS[format].keepsGraphs ? quadToLine : tripleToLine);

describe("an exported news graph", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = createMemoryGraph({ resources: RESOURCES });
    await graph.add(kyivVisit(), { location: "a" });
    await graph.add(warsawReport(), { location: "b" });
    await graph.add(tbilisiReport(), { location: "c" });
  });

  it.each(CASES)("is read back whole from %s by %s", async (format, reader, read) => {
    for (const only of ["all", "asserted"] as const) {
      const document = [...exportDataset(graph.match(), format, { only, context: CONTEXT })].join("");
      const expected = [...graph.match(null, null, null, only === "all" ? null : defaultGraph())];
      // Oxigraph's store keeps all integers as xsd:integer, and numbers and dates by value: only canonical forms come back.
      const widen = (line: string) =>
        reader === "Oxigraph's store" ? line.replace(/#(?:nonNegative|positive)Integer>/, "#integer>") : line;
      expect(lines(await read(document), format)).toEqual(
        lines(expected, format).map(widen).sort(compareCodePoints),
      );
    }
  });

  it("has no blank node and no triple in two graphs", () => {
    const quads = [...graph.match()];
    for (const { subject, predicate, object } of quads) {
      expect([subject.termType, predicate.termType, object.termType]).not.toContain("BlankNode");
    }
    expect(canonicalLines(quads, tripleToLine)).toHaveLength(quads.length);
  });

  it("uses no property or class of the news vocabulary that the ontology does not declare", () => {
    const news = "https://w3id.org/dateline/ontology#";
    const declared = new Set(parseQuads(RESOURCES.ontology, "turtle").map(({ subject }) => subject.value));
    const used = new Set(
      [...graph.match()]
        .flatMap(({ predicate, object }) => [predicate.value, object.value])
        .filter((value) => value.startsWith(news)),
    );
    expect([...used].filter((term) => !declared.has(term))).toEqual([]);
  });
});

describe("odd terms", () => {
  const namespaces = [
    "https://w3id.org/dateline/data/entity/",
    "https://w3id.org/dateline/ontology#",
    "urn:x:",
    "http://schema.org/",
  ];
  const local = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_.~%&'()*+,;=:@/?#-]{0,12}$/),
    fc.constantFrom(
      "",
      "-a",
      "a.",
      ".",
      "a:b",
      "%41",
      "//x",
      "Зеленський",
      "दिल्ली",
      "東京",
      "😀",
      "a'b",
      "1",
      "é\u0301",
    ),
  );
  const node = fc
    .tuple(fc.constantFrom(...namespaces), local)
    .filter(([, name]) => !/%(?![0-9A-Fa-f]{2})/.test(name) && (name.match(/#/g) ?? []).length === 0)
    .map(([namespace, name]) => iri(namespace + name));
  const words = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      '"',
      '"""',
      "\\",
      "\\u0041",
      "'''",
      "\r\n",
      "\t\b\f\0\u007f",
      "‏مرحبا‎",
      "\u2028",
      "a\n\n",
      " ",
      "👩‍👩‍👧",
      "\ufeff",
    ),
  );
  const xsd = "http://www.w3.org/2001/XMLSchema#";
  // No doubles: jsonld.js rewrites them ("1" becomes "1.0E0"), and the data has none.
  const value = fc.oneof(
    words.map(text),
    words.map((word) => languageText(word, "en-GB")),
    fc
      .tuple(
        fc.constantFrom("1", "-1", "01", "1.", ".5", "1.0", "true", "1e3", "x", "", "NaN", "2025-02-30"),
        fc.constantFrom("integer", "decimal", "boolean", "date", "nonNegativeInteger", "string"),
      )
      .map(([lexical, type]) => typed(lexical, xsd + type)),
  );
  const dataset = fc.array(
    fc
      .tuple(node, node, fc.oneof(node, value), fc.option(node, { nil: undefined }))
      .map(([subject, predicate, object, graph]) =>
        quad(subject, predicate, object, graph ?? defaultGraph()),
      ),
    { maxLength: 6 },
  );

  it.each(CASES.filter(([, name]) => !name.includes("store")))(
    "survive %s, read by %s",
    async (format, _, read) => {
      await fc.assert(
        fc.asyncProperty(dataset, async (quads) => {
          const document = [...exportDataset(quads, format, { context: CONTEXT })].join("");
          expect(lines(await read(document), format)).toEqual(lines(quads, format));
        }),
        { numRuns: 150, seed: 20250822 },
      );
    },
  );
});
