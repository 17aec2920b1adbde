import type { IncomingMessage } from "node:http";
import type * as RDF from "@rdfjs/types";
import { type ExportFormat, exportDataset } from "../export/export-dataset.ts";
import { RdfSyntaxError, UsageError } from "../model/errors.ts";
import type { Graph } from "../query/graph.ts";
import { moveToGraph } from "../rdf/imported-quads.ts";
import { canonicalLines } from "../rdf/n-quads.ts";
import { RDF_FILE_FORMATS, type RdfFormatName } from "../rdf/rdf-formats.ts";
import { readRdf } from "../rdf/read-rdf.ts";
import { defaultGraph, iri, quad } from "../rdf/terms.ts";
import { importedGraphId } from "../store/imported-graphs.ts";
import { type Answer, NO_CONTENT } from "./answer.ts";
import { contentTypeOf, readBody } from "./guard.ts";
import { negotiate } from "./negotiate.ts";
import { Refusal } from "./refusal.ts";

export const GRAPH_STORE_PATH = "/graph-store";
const MAX_BODY_BYTES = 256 * 1024 * 1024;

const OFFERED: Readonly<Record<string, ExportFormat>> = {
  "text/turtle": "turtle",
  "application/n-triples": "ntriples",
  "application/ld+json": "jsonld",
};

/** A graph by its IRI; null is the default graph. */
type GraphName = string | null;

/**
 * The graph that an address means: by `?graph=`, `?default`, or directly, as the resource of that very address.
 * Undefined for the store itself.
 */
function graphOf(url: URL): GraphName | undefined {
  const names = url.searchParams.getAll("graph");
  if (url.searchParams.has("default")) {
    if (names.length > 0) throw new Refusal(400, "Give graph=… or default, not both.");
    return null;
  }
  const [name, another] = names;
  if (another !== undefined) throw new Refusal(400, "Give one graph at a time.");
  if (name === undefined) {
    return url.pathname === GRAPH_STORE_PATH || url.pathname === `${GRAPH_STORE_PATH}/`
      ? undefined
      : url.origin + url.pathname;
  }
  return absolute(name, url);
}

function absolute(name: string, url: URL): string {
  try {
    return iri(/^[a-z][a-z0-9+.-]*:/i.test(name) ? name : new URL(name, url).href).value;
  } catch {
    throw new Refusal(400, `graph=${name} is not an IRI.`);
  }
}

/** Answers a request of the SPARQL 1.1 Graph Store HTTP Protocol. @throws {@link Refusal} */
export async function answerGraphStore(
  graph: Graph,
  request: IncomingMessage,
  url: URL,
  isWritable: boolean,
): Promise<Answer> {
  const name = graphOf(url);
  const { method } = request;
  if (method === "GET" || method === "HEAD") return readGraph(graph, request, name);
  if (!isWritable) throw new Refusal(403, "This graph store is read-only.");
  if (method === "DELETE") {
    if (name === undefined) throw new Refusal(400, "Say which graph: ?graph=… or ?default.");
    await removeGraph(graph, name);
    return NO_CONTENT;
  }
  const sent = await readQuads(request, name ?? url.href);
  const target = name === undefined ? mintGraph(url, sent) : name;
  // By id: the list of graphs would be made anew after each write.
  const isNew = target !== null && graph.article(importedGraphId(target)) === undefined;
  await importInto(graph, target, sent, method === "POST");
  if (name === undefined) return { ...NO_CONTENT, status: 201, headers: { location: target ?? "" } };
  return isNew ? { ...NO_CONTENT, status: 201 } : NO_CONTENT;
}

function readGraph(graph: Graph, request: IncomingMessage, name: GraphName | undefined): Answer {
  if (name === undefined) throw new Refusal(400, "Say which graph: ?graph=… or ?default.");
  if (name !== null && !holds(graph, name)) throw new Refusal(404, `There is no graph <${name}>.`);
  const mediaType = negotiate(request.headers.accept, Object.keys(OFFERED));
  const format = OFFERED[mediaType ?? ""];
  if (mediaType === undefined || format === undefined)
    throw new Refusal(406, `Graphs are given as ${Object.keys(OFFERED).join(", ")}.`);
  const options = graph.base === undefined ? {} : { base: graph.base };
  const quads = graph.match(null, null, null, name === null ? defaultGraph() : iri(name));
  return { body: [...exportDataset(inDefaultGraph(quads), format, options)].join(""), mediaType };
}

/** A graph is sent as triples: what it is called, the request has said. */
function* inDefaultGraph(quads: Iterable<RDF.Quad>): Iterable<RDF.Quad> {
  for (const { subject, predicate, object } of quads) yield quad(subject, predicate, object);
}

function holds(graph: Graph, name: GraphName): boolean {
  return name === null || graph.articles().some((article) => article.iri === name);
}

async function importInto(
  graph: Graph,
  name: GraphName,
  quads: readonly RDF.Quad[],
  add: boolean,
): Promise<void> {
  try {
    await graph.importGraph(name, quads, { location: "Graph Store Protocol", add });
  } catch (error) {
    if (error instanceof UsageError) throw new Refusal(403, error.message);
    throw error;
  }
}

async function removeGraph(graph: Graph, name: GraphName): Promise<void> {
  const removed = await graph.remove(name ?? importedGraphId(null));
  if (removed === undefined && name !== null) throw new Refusal(404, `There is no graph <${name}>.`);
}

/** A name for a graph that was sent without one; the same graph sent again gets the same name. */
function mintGraph(url: URL, quads: readonly RDF.Quad[]): string {
  const id = importedGraphId(canonicalLines(quads).join("\n"));
  return `${url.origin}${GRAPH_STORE_PATH}/${id}`;
}

async function readQuads(request: IncomingMessage, base: string): Promise<readonly RDF.Quad[]> {
  const { mediaType, header } = contentTypeOf(request);
  const body = await readBody(request, MAX_BODY_BYTES);
  if (mediaType !== "multipart/form-data") return parseBody(body, mediaType, base);
  const form = await new Response(body, { headers: { "content-type": header } }).formData().catch(() => {
    throw new Refusal(400, "The form cannot be read.");
  });
  const parts: RDF.Quad[] = [];
  for (const [, part] of form) {
    if (typeof part === "string") continue;
    const type = part.type.split(";")[0]?.trim() ?? "";
    const quads = await parseBody(await part.text(), type, base);
    parts.push(...moveToGraph(quads, defaultGraph(), `part${parts.length}`));
  }
  return parts;
}

async function parseBody(body: string, mediaType: string, base: string): Promise<RDF.Quad[]> {
  const format: RdfFormatName | undefined = RDF_FILE_FORMATS.find(
    (known) => known.mediaType === mediaType,
  )?.name;
  if (format === undefined) {
    const known = RDF_FILE_FORMATS.map((one) => one.mediaType).join(", ");
    throw new Refusal(415, `Send RDF as one of ${known}.`);
  }
  try {
    return await readRdf(body, format, "the body", base);
  } catch (error) {
    if (error instanceof RdfSyntaxError) throw new Refusal(400, error.message);
    throw error;
  }
}
