import type { IncomingMessage } from "node:http";
import { QueryError } from "../model/errors.ts";
import type { Graph } from "../query/graph.ts";
import { readBody } from "./guard.ts";
import { negotiate } from "./negotiate.ts";
import { Refusal } from "./refusal.ts";

/** Longer than any query a person writes, shorter than what would keep the parser busy for long. */
const MAX_QUERY_BYTES = 128 * 1024;

const RESULT_TYPES = [
  "application/sparql-results+json",
  "application/json",
  "application/sparql-results+xml",
  "application/xml",
  "text/csv",
  "text/tab-separated-values",
];
const GRAPH_TYPES = ["text/turtle", "application/n-triples", "application/ld+json"];
/** Names that clients use for a type, and the one it is answered with. */
const SAME_AS: Readonly<Record<string, string>> = {
  "application/json": "application/sparql-results+json",
  "application/xml": "application/sparql-results+xml",
};

/** The form of a query or update: its first keyword after comments and the prologue. */
export function formOf(sparql: string): string {
  const withoutPrologue = sparql
    // An IRI may hold a "#", which begins no comment there.
    .replace(/<[^<>"{}|^`\\\s]*>|#[^\n\r]*/g, (found) => (found.startsWith("#") ? " " : "<>"))
    .replace(/\b(?:PREFIX\s+[^\s:]*:\s*<>|BASE\s+<>|VERSION\s+(?:"[^"]*"|'[^']*'))/gi, " ");
  return /[a-z]+/i.exec(withoutPrologue)?.[0]?.toUpperCase() ?? "";
}

const UPDATE_FORMS = ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"];

function refuseUpdate(): never {
  throw new Refusal(403, "This endpoint is read-only: updates are refused.");
}

/** The query text of a request, in the three ways of the SPARQL 1.1 Protocol. */
async function readQuery(request: IncomingMessage, url: URL): Promise<string> {
  let parameters = url.searchParams;
  if (request.method === "POST") {
    const body = await readBody(request, MAX_QUERY_BYTES);
    const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    if (type === "application/sparql-query") return body;
    if (type === "application/sparql-update") refuseUpdate();
    if (type !== "application/x-www-form-urlencoded")
      throw new Refusal(415, "Send application/sparql-query, or a form with the field `query`.");
    parameters = new URLSearchParams(body);
  }
  if (parameters.has("update")) refuseUpdate();
  const query = parameters.get("query");
  if (query === null)
    throw new Refusal(400, "There is no query. Send it as `?query=…` or as the body of a POST.");
  if (Buffer.byteLength(query) > MAX_QUERY_BYTES)
    throw new Refusal(413, `The query is larger than ${MAX_QUERY_BYTES} bytes.`);
  return query;
}

export interface SparqlAnswer {
  readonly body: string;
  readonly mediaType: string;
}

/**
 * Answers a request of the SPARQL 1.1 Protocol: queries only.
 *
 * @throws {@link Refusal} for updates, for queries that do not parse, and where no media type is acceptable
 */
export async function answerSparql(graph: Graph, request: IncomingMessage, url: URL): Promise<SparqlAnswer> {
  const query = await readQuery(request, url);
  const form = formOf(query);
  if (UPDATE_FORMS.includes(form)) refuseUpdate();
  const offered = form === "CONSTRUCT" || form === "DESCRIBE" ? GRAPH_TYPES : RESULT_TYPES;
  const wanted = negotiate(request.headers.accept, offered);
  if (wanted === undefined) throw new Refusal(406, `This query can be answered as ${offered.join(", ")}.`);
  const mediaType = SAME_AS[wanted] ?? wanted;
  try {
    return { body: await graph.queryText(query, mediaType), mediaType };
  } catch (error) {
    if (error instanceof QueryError)
      throw new Refusal(error.code === "query-refused" ? 403 : 400, error.message);
    throw error;
  }
}
