import { ENGINE_ID } from "../data/has-own-engine.ts";
import { type EngineReply, type EngineRequest, type EngineThread, takeTurns } from "./engine-turns.ts";
import EngineWorker from "./engine-worker.ts?worker&inline";

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

function startThread(): EngineThread {
  const worker = new EngineWorker();
  return {
    put: (request) =>
      new Promise((resolve, reject) => {
        worker.onmessage = (event: MessageEvent<EngineReply>) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(request);
      }),
    end: () => worker.terminate(),
  };
}

/** The engine counts the line of declarations, and lists every letter that could follow. */
function explain(message: string): string {
  return message
    .replace(/^error at (\d+):/, (_, line: string) => `error at line ${Number(line) - 1}, column `)
    .replace(/(expected one of .{40}).*/s, "$1 …");
}

let prologue = "";

async function gather(): Promise<EngineRequest> {
  const carried = JSON.parse(document.getElementById(ENGINE_ID)?.textContent ?? "") as Carried;
  prologue = carried.prologue;
  const [engine, quads] = await Promise.all([
    unpack(carried.engine).arrayBuffer(),
    unpack(carried.quads).text(),
  ]);
  return { ask: "open", engine, quads };
}

const put = takeTurns({ opening: gather, start: startThread, limitMs: LIMIT_MS });

/** Asks the engine that the page carries, one query after the other. */
export async function askOwnEngine(
  query: string,
): Promise<{ readonly isTable: boolean; readonly text: string }> {
  const reply = await put(() => `${prologue}\n${query}`);
  if (reply.kind === "answered") return reply;
  throw new Error(reply.kind === "failed" ? explain(reply.message) : "The engine does not answer.");
}
