import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync, strToU8 } from "fflate";
import { exportDataset } from "../export/export-dataset.ts";
import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import type { Graph } from "../query/graph.ts";
import { prefixesFor } from "../rdf/namespaces.ts";
import type { SparqlParts } from "../view/published-page.ts";

/** No time of its own in what is compressed: the same bytes each time. */
const COMPRESSION = { level: 9, mtime: 0 } as const;

/** What a published file needs to answer SPARQL: the engine as browsers run it, and all quads of the graph. */
export async function sparqlForPage(graph: Graph): Promise<SparqlParts> {
  const engine = await readFile(createRequire(import.meta.url).resolve("oxigraph/web_bg.wasm"));
  const quads = [...exportDataset(graph.match(), "nquads")].join("");
  return {
    engine: gzipSync(engine, COMPRESSION),
    quads: gzipSync(strToU8(quads), COMPRESSION),
    prefixes: prefixesFor(graph.base ?? DEFAULT_BASE),
  };
}
