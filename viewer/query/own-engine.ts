import { ENGINE_ID } from "../data/has-own-engine.ts";
import EngineWorker from "./engine-worker.ts?worker&inline";

export type EngineRequest =
  | { readonly ask: "open"; readonly engine: ArrayBuffer; readonly quads: string }
  | { readonly ask: "query"; readonly query: string };

export type EngineReply =
  | { readonly kind: "open" }
  | { readonly kind: "answered"; readonly isTable: boolean; readonly text: string }
  | { readonly kind: "failed"; readonly message: string };

/** What the page carries: both compressed, in base64. */
interface Carried {
  readonly engine: string;
  readonly quads: string;
  /** `PREFIX` declarations of all that is known, in one line. */
  readonly prologue: string;
}

const LIMIT_MS = 30_000;

function unpack(text: string): Response {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** Puts one request to the worker and waits for its reply, no longer than the limit. */
function put(worker: Worker, request: EngineRequest): Promise<EngineReply> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`The query was ended after ${LIMIT_MS / 1000} seconds; add a LIMIT.`)),
      LIMIT_MS,
    );
    worker.onmessage = (event: MessageEvent<EngineReply>) => {
      clearTimeout(limit);
      resolve(event.data);
    };
    worker.onerror = (event) => {
      clearTimeout(limit);
      reject(new Error(event.message));
    };
    worker.postMessage(request);
  });
}

/** The engine counts the line of declarations, and lists every letter that could follow. */
function explain(message: string): string {
  return message
    .replace(/^error at (\d+):/, (_, line: string) => `error at line ${Number(line) - 1}, column `)
    .replace(/(expected one of .{40}).*/s, "$1 …");
}

let opened: Promise<Worker> | undefined;
let prologue = "";

async function open(): Promise<Worker> {
  const carried = JSON.parse(document.getElementById(ENGINE_ID)?.textContent ?? "") as Carried;
  prologue = carried.prologue;
  const [engine, quads] = await Promise.all([
    unpack(carried.engine).arrayBuffer(),
    unpack(carried.quads).text(),
  ]);
  const worker = new EngineWorker();
  const reply = await put(worker, { ask: "open", engine, quads });
  if (reply.kind === "failed") throw new Error(reply.message);
  return worker;
}

/** Asks the engine that the page carries, which is started with the first query, and anew after one that had to be ended. */
export async function askOwnEngine(
  query: string,
): Promise<{ readonly isTable: boolean; readonly text: string }> {
  opened ??= open();
  const worker = await opened;
  let reply: EngineReply;
  try {
    reply = await put(worker, { ask: "query", query: `${prologue}\n${query}` });
  } catch (error) {
    worker.terminate();
    opened = undefined;
    throw error;
  }
  if (reply.kind === "answered") return reply;
  throw new Error(reply.kind === "failed" ? explain(reply.message) : "The engine does not answer.");
}
