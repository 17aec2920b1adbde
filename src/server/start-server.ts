import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Ontology } from "../ontology/ontology.ts";
import type { Graph } from "../query/graph.ts";
import { projectGraphView } from "../view/project-graph-view.ts";
import type { Answer } from "./answer.ts";
import { guardRequest, SECURITY_HEADERS } from "./guard.ts";
import type { TextReader } from "./read-text.ts";
import { Refusal } from "./refusal.ts";
import { answerRequest, type Routes } from "./routes.ts";

export interface ServerOptions {
  /** Asked for by each request that needs it, where it is a function: it may be opened then, or be another by then. */
  readonly graph: Graph | (() => Promise<Graph>);
  /** Whether the graph is at hand; default always. What waits for it is told so. */
  readonly isOpen?: () => boolean;
  /** 0 takes any free port. */
  readonly port: number;
  /** Default 127.0.0.1; other machines cannot reach it. */
  readonly host?: string;
  /** Folder of the built viewer, e.g. `dist/viewer`. */
  readonly viewerFolder: string;
  /** Gives the viewer labels, families of relations and groups of classes. */
  readonly ontology?: Ontology;
  /** Lets articles be removed, and imported graphs be changed by SPARQL update and the Graph Store Protocol. Default false. */
  readonly writable?: boolean;
  /** Reads texts that the viewer sends; without it, none are taken. */
  readonly reader?: TextReader;
  /** JSON of the GraphView that is shown; by default made of the graph. @throws DatelineError where there is none now */
  readonly view?: () => Promise<string>;
  /** Shown in the viewer's heading. */
  readonly title?: string;
  /** Told of requests that failed by a fault of the program, e.g. to log them. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** E.g. `http://127.0.0.1:4173/`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;

function addressOf(request: IncomingMessage): URL {
  try {
    return new URL(request.url ?? "/", `http://${request.headers.host}`);
  } catch {
    throw new Refusal(400, "The address cannot be read.");
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status ?? 200, {
    ...SECURITY_HEADERS,
    ...answer.headers,
    ...(answer.mediaType === ""
      ? {}
      : { "content-type": answer.mediaType, "content-length": Buffer.byteLength(answer.body) }),
    "cache-control": answer.cache ?? "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}

function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  onError: ServerOptions["onError"],
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const refusal = error instanceof Refusal ? error : new Refusal(500, "The server failed to answer.");
  if (refusal !== error) onError?.(error);
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  send(request, response, {
    status: refusal.status,
    body: `${refusal.message}\n`,
    mediaType: "text/plain; charset=utf-8",
  });
}

/** Aborted when the connection closes before the answer is sent. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/**
 * Serves the viewer, the graph it shows, look-ups and a SPARQL endpoint: read-only unless `writable`.
 *
 * @remarks
 * `GET /` viewer · `GET /api/graph-view` · `GET /api/articles/:id` · `GET /api/find?subject=…` ·
 * `POST /api/read` (a text, which is kept only where `writable`) ·
 * `GET /api/identity`, `POST /api/identity/preview` and, where `writable`, `POST /api/identity/decisions` ·
 * `GET` and `POST /sparql` (SPARQL 1.1 Protocol) · `/graph-store` (Graph Store Protocol) · `DELETE /api/articles/:id` where
 * `writable`.
 *
 * @throws the system's error where the port is taken (`EADDRINUSE`) or not allowed
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    host = "127.0.0.1",
    viewerFolder,
    ontology,
    title = "Dateline",
    writable = false,
    onError,
    reader,
    graph: given,
    isOpen = () => true,
    view = async () =>
      JSON.stringify(
        projectGraphView(await graph(), { title, ...(ontology === undefined ? {} : { ontology }) }),
      ),
  } = options;
  const graph = typeof given === "function" ? given : async () => given;
  const routes: Routes = {
    graph,
    isOpen,
    ontology,
    viewerFolder,
    writable,
    reader,
    view,
  };
  const methods = ["GET", "HEAD", "POST", ...(writable ? ["PUT", "DELETE"] : [])];
  const server = createServer(async (request, response) => {
    try {
      guardRequest(request, host, (server.address() as AddressInfo).port, methods);
      send(request, response, await answerRequest(routes, request, addressOf(request), goneSignal(response)));
    } catch (error) {
      sendFailure(request, response, error, onError);
    }
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
