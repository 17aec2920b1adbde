import type { IncomingMessage } from "node:http";
import { QueryError } from "../model/errors.ts";
import type { Graph } from "../query/graph.ts";
import { queryForm } from "../store/sparql-text.ts";
import { type Answer, NO_CONTENT } from "./answer.ts";
import { contentTypeOf, readBody } from "./guard.ts";
import { negotiate } from "./negotiate.ts";
import { Refusal } from "./refusal.ts";

/** Longer than any query a person writes, shorter than what would keep the parser busy for long. */
const MAX_QUERY_BYTES = 128 * 1024;
/** An update may carry data. */
const MAX_UPDATE_BYTES = 32 * 1024 * 1024;

const RESULT_TYPES = [
  "application/sparql-results+json",
  "application/json",
  "application/sparql-results+xml",
  "application/xml",
  "text/csv",
  "text/tab-separated-values",
];
const TRIPLE_TYPES = [
  "text/turtle",
  "application/n-triples",
  "application/ld+json",
  "application/rdf+xml",
  "application/n-quads",
  "application/trig",
];
/** Names that clients use for a type, and the one it is answered with. */
const SAME_AS: Readonly<Record<string, string>> = {
  "application/json": "application/sparql-results+json",
  "application/xml": "application/sparql-results+xml",
};

interface Operation {
  readonly kind: "query" | "update";
  readonly text: string;
  readonly parameters: URLSearchParams;
}

/** What a request asks, in each way of the SPARQL 1.1 Protocol. @throws {@link Refusal} */
async function readOperation(request: IncomingMessage, url: URL): Promise<Operation> {
  const inUrl = url.searchParams;
  if (request.method !== "POST") {
    if (request.method !== "GET" && request.method !== "HEAD")
      throw new Refusal(405, `${request.method} is not for SPARQL.`, { allow: "GET, HEAD, POST" });
    if (inUrl.has("update")) throw new Refusal(400, "An update is sent by POST.");
    return { kind: "query", text: onlyOne(inUrl, "query"), parameters: inUrl };
  }
  const { mediaType, charset } = contentTypeOf(request);
  if (charset !== undefined && charset !== "utf-8") {
    throw new Refusal(415, `charset=${charset} is not read; send UTF-8.`);
  }
  const body = (limit: number) => readBody(request, limit);
  if (mediaType === "application/sparql-query") {
    return { kind: "query", text: await body(MAX_QUERY_BYTES), parameters: inUrl };
  }
  if (mediaType === "application/sparql-update") {
    return { kind: "update", text: await body(MAX_UPDATE_BYTES), parameters: inUrl };
  }
  if (mediaType !== "application/x-www-form-urlencoded") {
    const kinds = "application/sparql-query, application/sparql-update or a form";
    throw new Refusal(415, `Send ${kinds} with the field query or update.`);
  }
  const form = new URLSearchParams(await body(MAX_UPDATE_BYTES));
  const kind = form.has("update") ? "update" : "query";
  if (form.has("update") && form.has("query")) throw new Refusal(400, "Send a query or an update, not both.");
  return { kind, text: onlyOne(form, kind), parameters: form };
}

function onlyOne(parameters: URLSearchParams, name: string): string {
  const [value, another] = parameters.getAll(name);
  if (value === undefined)
    throw new Refusal(400, `There is no ${name}. Send it as ${name}=… or as the body of a POST.`);
  if (another !== undefined) throw new Refusal(400, `There is more than one ${name}.`);
  return value;
}

/**
 * Answers a request of the SPARQL 1.1 Protocol.
 *
 * @param isWritable without it, updates are refused
 * @param signal ends the query when nobody waits for its answer any more
 * @throws {@link Refusal}
 */
export async function answerSparql(
  graph: Graph,
  request: IncomingMessage,
  url: URL,
  isWritable: boolean,
  signal: AbortSignal,
): Promise<Answer> {
  const hasNone = request.method !== "POST" && [...url.searchParams.keys()].length === 0;
  if (hasNone) return describeService(request, url, isWritable);
  const operation = await readOperation(request, url);
  const { text, parameters } = operation;
  const form = queryForm(text);
  if (operation.kind === "update" || form === "update") {
    if (!isWritable) throw new Refusal(403, "This endpoint is read-only: updates are refused.");
    if (operation.kind === "query") throw new Refusal(400, "This is an update; send it as one.");
    await explained(() => graph.update(withUsing(text, parameters), url.href));
    return NO_CONTENT;
  }
  if (Buffer.byteLength(text) > MAX_QUERY_BYTES)
    throw new Refusal(413, `The query is larger than ${MAX_QUERY_BYTES} bytes.`);
  const offered = form === "construct" || form === "describe" ? TRIPLE_TYPES : RESULT_TYPES;
  const wanted = negotiate(request.headers.accept, offered);
  if (wanted === undefined) throw new Refusal(406, `This query can be answered as ${offered.join(", ")}.`);
  const mediaType = SAME_AS[wanted] ?? wanted;
  const [defaultGraphs, namedGraphs] = ["default-graph-uri", "named-graph-uri"].map((name) =>
    parameters.getAll(name),
  );
  const dataset =
    defaultGraphs?.length || namedGraphs?.length
      ? { defaultGraphs: defaultGraphs ?? [], namedGraphs: namedGraphs ?? [] }
      : {};
  const body = await explained(() =>
    graph.queryText(text, mediaType, { ...dataset, base: url.origin + url.pathname, signal }),
  );
  return { body, mediaType };
}

/** The graphs that the protocol's parameters name, said in SPARQL: as `USING` in every operation that has a WHERE part. */
function withUsing(update: string, parameters: URLSearchParams): string {
  const clauses = [
    ...parameters.getAll("using-graph-uri").map((graph) => `USING <${checkedIri(graph)}>`),
    ...parameters.getAll("using-named-graph-uri").map((graph) => `USING NAMED <${checkedIri(graph)}>`),
  ].join("\n");
  if (clauses === "") return update;
  const { text, hasDataset } = insertBeforeWhere(update, clauses);
  if (hasDataset) {
    throw new Refusal(400, "The update names its graphs by USING or WITH; leave using-graph-uri out.");
  }
  return text;
}

function checkedIri(value: string): string {
  if (/[\s<>"{}|\\^`]/.test(value)) throw new Refusal(400, `"${value}" is not an IRI.`);
  return value;
}

/** Nothing else may be mistaken for a keyword: texts, IRIs and comments are passed over. */
function insertBeforeWhere(update: string, clauses: string): { text: string; hasDataset: boolean } {
  const parts =
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$][\p{L}\p{N}_]+|[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.:-]*|\b(?:where|using|with)\b/giu;
  let hasDataset = false;
  const text = update.replace(parts, (part) => {
    if (/^(?:using|with)$/i.test(part)) hasDataset = true;
    return /^where$/i.test(part) ? `${clauses}\n${part}` : part;
  });
  return { text, hasDataset };
}

async function explained<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const status = { "query-syntax": 400, "query-refused": 403, "query-limit": 503 }[error.code];
    throw new Refusal(status, error.message);
  }
}

/** SPARQL 1.1 Service Description: what a GET without parameters asks for. */
function describeService(request: IncomingMessage, url: URL, isWritable: boolean): Answer {
  const mediaType = negotiate(request.headers.accept, ["text/turtle"]);
  if (mediaType === undefined) throw new Refusal(406, "The service is described in text/turtle.");
  const formats = [...RESULT_TYPES.filter((type) => !(type in SAME_AS)), ...TRIPLE_TYPES];
  const languages = ["sd:SPARQL11Query", ...(isWritable ? ["sd:SPARQL11Update"] : [])];
  const body = `@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
    sd:endpoint <${url.href}> ;
    sd:supportedLanguage ${languages.join(", ")} ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat ${FORMAT_NAMES.filter(([type]) => formats.includes(type))
      .map(([, name]) => `formats:${name}`)
      .join(", ")} .
`;
  return { body, mediaType };
}

const FORMAT_NAMES: readonly (readonly [string, string])[] = [
  ["application/sparql-results+json", "SPARQL_Results_JSON"],
  ["application/sparql-results+xml", "SPARQL_Results_XML"],
  ["text/csv", "SPARQL_Results_CSV"],
  ["text/tab-separated-values", "SPARQL_Results_TSV"],
  ["text/turtle", "Turtle"],
  ["application/n-triples", "N-Triples"],
  ["application/ld+json", "JSON-LD"],
  ["application/rdf+xml", "RDF_XML"],
  ["application/n-quads", "N-Quads"],
  ["application/trig", "TriG"],
];
