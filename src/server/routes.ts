import type { IncomingMessage } from "node:http";
import { DatelineError, UsageError } from "../model/errors.ts";
import { FACTUALITIES } from "../model/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { FactFilter, Graph } from "../query/graph.ts";
import { type Answer, toJson } from "./answer.ts";
import { answerGraphStore, GRAPH_STORE_PATH } from "./graph-store.ts";
import { answerIdentity, IDENTITY_PATH } from "./identity.ts";
import { answerRead, type TextReader } from "./read-text.ts";
import { Refusal } from "./refusal.ts";
import { answerSparql } from "./sparql-endpoint.ts";
import { readStatic } from "./static-files.ts";

export interface Routes {
  /** @throws DatelineError where it cannot be opened */
  readonly graph: () => Promise<Graph>;
  readonly isOpen: () => boolean;
  readonly ontology: Ontology | undefined;
  readonly viewerFolder: string;
  readonly writable: boolean;
  readonly reader: TextReader | undefined;
  /** JSON of the GraphView. */
  readonly view: () => Promise<string>;
}

const TEXT_FIELDS = [
  "subject",
  "relation",
  "object",
  "speaker",
  "since",
  "until",
  "outlet",
  "article",
] as const;
const FILTER_FIELDS = new Set<string>([...TEXT_FIELDS, "factuality", "asserted", "limit"]);

/** The filter that an address asks for. @throws {@link Refusal} naming the parameter and the value that do not fit */
export function readFilter(parameters: URLSearchParams): FactFilter {
  const filter: Record<string, string | number | boolean> = {};
  for (const name of parameters.keys())
    if (!FILTER_FIELDS.has(name))
      throw new Refusal(400, `There is no parameter "${name}". Known: ${[...FILTER_FIELDS].join(", ")}.`);
  for (const name of TEXT_FIELDS) {
    const value = parameters.get(name);
    if (value !== null) filter[name] = value;
  }
  const factuality = parameters.get("factuality");
  if (factuality !== null) {
    const known = FACTUALITIES.find((value) => value === factuality);
    if (known === undefined)
      throw new Refusal(400, `factuality=${factuality} is none of ${FACTUALITIES.join(", ")}.`);
    filter["factuality"] = known;
  }
  const asserted = parameters.get("asserted");
  if (asserted !== null) {
    if (asserted !== "true" && asserted !== "false")
      throw new Refusal(400, `asserted=${asserted} is not true or false.`);
    filter["asserted"] = asserted === "true";
  }
  const limit = parameters.get("limit");
  if (limit !== null) {
    if (!/^[1-9]\d{0,8}$/.test(limit))
      throw new Refusal(400, `limit=${limit} is not a whole number above 0.`);
    filter["limit"] = Number(limit);
  }
  return filter;
}

function answerFind(graph: Graph, filter: FactFilter): Answer {
  try {
    return toJson(graph.find(filter));
  } catch (error) {
    if (error instanceof UsageError) throw new Refusal(400, error.message);
    throw error;
  }
}

function decodeId(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Refusal(400, "The article's id is not well encoded.");
  }
}

/** By its id alone: `remove` would take a title or address as well, which no address of this server means. */
async function removeArticle(graph: Graph, encodedId: string): Promise<Answer> {
  const id = decodeId(encodedId);
  if (graph.article(id) === undefined) throw new Refusal(404, `There is no article "${id}".`);
  return toJson({ removed: await graph.remove(id) });
}

function answerArticle(graph: Graph, encodedId: string): Answer {
  const id = decodeId(encodedId);
  const article = graph.article(id);
  if (article === undefined) throw new Refusal(404, `There is no article "${id}".`);
  return toJson(article);
}

/** Tells whether the graph has to be opened before anything else is answered. */
const OPENED_HEADER = "dateline-graph";

/** What depends on files that may be damaged, or gone, by now. @throws {@link Refusal} */
async function availableNow<T>(given: () => Promise<T>): Promise<T> {
  try {
    return await given();
  } catch (error) {
    if (error instanceof DatelineError) throw new Refusal(503, error.message);
    throw error;
  }
}

async function answerView({ view, isOpen }: Routes): Promise<Answer> {
  const body = await availableNow(view);
  return {
    body,
    mediaType: "application/json",
    headers: { [OPENED_HEADER]: isOpen() ? "open" : "opened-when-asked" },
  };
}

/**
 * Finds what an address asks for.
 *
 * @param signal aborted when the asker is gone
 * @throws {@link Refusal}
 */
export async function answerRequest(
  routes: Routes,
  request: IncomingMessage,
  url: URL,
  signal: AbortSignal,
): Promise<Answer> {
  const { ontology, viewerFolder, writable } = routes;
  const graph = () => availableNow(routes.graph);
  const path = url.pathname;
  if (path === "/sparql") return answerSparql(await graph(), request, url, writable, signal);
  if (path === GRAPH_STORE_PATH || path.startsWith(`${GRAPH_STORE_PATH}/`))
    return answerGraphStore(await graph(), request, url, writable);
  if (path === "/api/read") return answerRead(request, routes.reader, graph, ontology, writable);
  if (path === IDENTITY_PATH || path.startsWith(`${IDENTITY_PATH}/`))
    return answerIdentity(await graph(), request, path, writable);
  const articleId = /^\/api\/articles\/([^/]+)$/.exec(path)?.[1];
  if (request.method === "DELETE" && articleId !== undefined) return removeArticle(await graph(), articleId);
  if (request.method !== "GET" && request.method !== "HEAD")
    throw new Refusal(405, `${request.method} is not for ${path}.`, { allow: "GET, HEAD" });
  if (path === "/api/graph-view") return answerView(routes);
  if (path === "/api/abilities") return toJson({ canRead: routes.reader !== undefined, canWrite: writable });
  if (path === "/api/find") {
    const filter = readFilter(url.searchParams);
    return answerFind(await graph(), filter);
  }
  if (articleId !== undefined) return answerArticle(await graph(), articleId);
  if (path.startsWith("/api/")) throw new Refusal(404, `There is no ${path}.`);
  const file = await readStatic(viewerFolder, path);
  const { body, mediaType } = file;
  return file.isHashed
    ? { body, mediaType, cache: "public, max-age=31536000, immutable" }
    : { body, mediaType };
}
