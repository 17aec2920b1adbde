import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { createMemoryGraph } from "../../src/library/open-graph.ts";
import { canonicalLines } from "../../src/rdf/n-quads.ts";
import { parseQuads, type RdfSyntax } from "../../src/rdf/parse.ts";
import { startServer } from "../../src/server/start-server.ts";
import { OxigraphStore, type QueryDataset } from "../../src/store/oxigraph-store.ts";
import { queryTerms, type SparqlResult } from "../../src/store/sparql-engine.ts";
import { queryForm } from "../../src/store/sparql-text.ts";

/*
 * Runs the W3C's suites on our parsers, our SPARQL engine and our server, and names every test that fails.
 *   npm ci --prefix bench/w3c && npx tsx bench/w3c/run.ts <folder of w3c/rdf-tests>
 */

const require = createRequire(import.meta.url);
const { TestSuiteRunner } = require("rdf-test-suite/lib/TestSuiteRunner.js");
const { QueryResultBindings } = require("rdf-test-suite/lib/testcase/sparql/QueryResultBindings.js");
const { QueryResultBoolean } = require("rdf-test-suite/lib/testcase/sparql/QueryResultBoolean.js");
const { QueryResultQuads } = require("rdf-test-suite/lib/testcase/sparql/QueryResultQuads.js");

type Quads = ReturnType<typeof parseQuads>;

interface TestResult {
  readonly test: { readonly uri: string; readonly name: string };
  readonly ok: boolean;
  readonly skipped?: boolean;
  readonly error?: Error;
}

/** Parsers: text in, quads out. */
const parser = (syntax: RdfSyntax) => ({
  parse: async (text: string, base: string) => parseQuads(text, syntax, "test", base),
});

async function storeOf(data: Quads): Promise<OxigraphStore> {
  const store = await OxigraphStore.open({});
  store.load(canonicalLines(data).join("\n"));
  return store;
}

const namesIn = (data: Quads) =>
  [...new Set(data.map(({ graph }) => graph.value))].filter((name) => name !== "");

/** As SPARQL has it, and the suites expect: a default graph of its own, beside the named ones. */
const apart = (names: readonly string[], sparql: string): QueryDataset =>
  /\bfrom\b/i.test(sparql) ? {} : { defaultGraphs: [""], namedGraphs: names };

const withBase = (sparql: string, base: string | undefined) =>
  base === undefined ? sparql : `BASE <${base}>\n${sparql}`;

const engine = {
  async parse(sparql: string, { baseIRI = "http://www.example/" }: { baseIRI?: string }) {
    const store = await storeOf([]);
    if (["update", "unknown"].includes(queryForm(sparql))) {
      try {
        store.update(sparql, baseIRI);
      } catch (error) {
        // Well written, and refused where it runs: there is nothing to LOAD from, CLEAR or DROP.
        if (!/HTTP client|does not exist/.test(String(error))) throw error;
      }
    } else {
      const isGraph = ["construct", "describe"].includes(queryForm(sparql));
      store.queryText(
        withBase(sparql, baseIRI),
        isGraph ? "application/n-triples" : "application/sparql-results+json",
      );
    }
  },
  async query(data: Quads, sparql: string, options: { baseIRI?: string; checkOrder?: boolean }) {
    const store = await storeOf(data);
    const text = withBase(sparql, options.baseIRI);
    const result = await queryTerms(sparql, async (type) =>
      store.queryText(text, type, apart(namesIn(data), sparql)),
    );
    return toSuiteResult(result, options.checkOrder === true);
  },
  async queryResultFormat(data: Quads, sparql: string, mediaType: string, { baseIRI }: { baseIRI?: string }) {
    const store = await storeOf(data);
    return Readable.from([
      store.queryText(withBase(sparql, baseIRI), mediaType, apart(namesIn(data), sparql)),
    ]);
  },
  async update(data: Quads, sparql: string, { baseIRI }: { baseIRI?: string }) {
    const store = await storeOf(data);
    store.update(sparql, baseIRI);
    const all = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
    const names = await termsOf(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", {});
    const graphs = names.map((row) => row.get("g")?.value ?? "");
    const rows = await termsOf(store, all, { defaultGraphs: [""], namedGraphs: graphs });
    const { DataFactory } = require("n3");
    return rows.map((row) => DataFactory.quad(row.get("s"), row.get("p"), row.get("o"), row.get("g")));
  },
  startProtocolEndpoint: () => startEndpoint("sparql"),
  startGraphStoreEndpoint: () => startEndpoint("graph-store"),
};

async function termsOf(store: OxigraphStore, sparql: string, dataset: QueryDataset) {
  const result = await queryTerms(sparql, async (type) => store.queryText(sparql, type, dataset));
  return result.kind === "bindings" ? result.rows : [];
}

function toSuiteResult(result: SparqlResult, checkOrder: boolean) {
  if (result.kind === "boolean") return new QueryResultBoolean(result.value);
  if (result.kind === "quads") return new QueryResultQuads(result.quads);
  const rows = result.rows.map((row) =>
    Object.fromEntries([...row].map(([name, term]) => [`?${name}`, term])),
  );
  return new QueryResultBindings(
    result.variables.map((name) => `?${name}`),
    rows,
    checkOrder,
  );
}

async function startEndpoint(path: string) {
  const graph = await createMemoryGraph();
  const server = await startServer({ graph, port: 0, viewerFolder: "nowhere", writable: true });
  return {
    endpoint: server.url + path,
    async close() {
      await server.close();
      await graph.close();
    },
  };
}

const RDF = "https://w3c.github.io/rdf-tests/";
const TR = "http://www.w3.org/TR/";
const SUITES: readonly (readonly [
  name: string,
  handler: unknown,
  manifest: string,
  specification?: string,
])[] = [
  ["Turtle 1.1", parser("turtle"), "rdf/rdf11/rdf-turtle/manifest.ttl"],
  ["TriG 1.1", parser("trig"), "rdf/rdf11/rdf-trig/manifest.ttl"],
  ["N-Triples 1.1", parser("ntriples"), "rdf/rdf11/rdf-n-triples/manifest.ttl"],
  ["N-Quads 1.1", parser("nquads"), "rdf/rdf11/rdf-n-quads/manifest.ttl"],
  ["SPARQL 1.1 query", engine, "sparql/sparql11/manifest-all.ttl", `${TR}sparql11-query/`],
  ["SPARQL 1.1 update", engine, "sparql/sparql11/manifest-all.ttl", `${TR}sparql11-update/`],
  ["SPARQL 1.1 results JSON", engine, "sparql/sparql11/manifest-all.ttl", `${TR}sparql11-results-json/`],
  [
    "SPARQL 1.1 results CSV, TSV",
    engine,
    "sparql/sparql11/manifest-all.ttl",
    `${TR}sparql11-results-csv-tsv/`,
  ],
  ["SPARQL 1.1 Protocol", engine, "sparql/sparql11/manifest-all.ttl", `${TR}sparql11-protocol/`],
  ["Graph Store Protocol", engine, "sparql/sparql11/manifest-all.ttl", `${TR}sparql11-http-rdf-update/`],
];

const [folder, only = ""] = process.argv.slice(2);
if (folder === undefined) throw new Error("give the folder of w3c/rdf-tests");
for (const [name, handler, manifest, specification] of SUITES) {
  if (!name.includes(only)) continue;
  const results: readonly TestResult[] = await new TestSuiteRunner().runManifest(RDF + manifest, handler, {
    customEngingeOptions: {},
    specification,
    testRegex: /./,
    timeOutDuration: 20_000,
    urlToFileMapping: `${RDF}~${folder.replace(/\/?$/, "/")}`,
  });
  const counted = results.filter(({ skipped }) => skipped !== true);
  console.log(`${name}: ${counted.filter(({ ok }) => ok).length}/${counted.length}`);
  for (const { test, error } of counted.filter(({ ok }) => !ok)) {
    const reason = error?.message.split("\n").find((line) => line.trim() !== "");
    console.log(
      `  ${test.uri.slice(test.uri.lastIndexOf("/") + 1)} (${test.name}): ${reason?.slice(0, 160)}`,
    );
  }
}
process.exit(0);
