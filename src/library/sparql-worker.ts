import { parentPort } from "node:worker_threads";
import { QueryError, type QueryErrorCode } from "../model/errors.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { OxigraphStore, type QueryDataset, type UpdateEffect } from "../store/oxigraph-store.ts";

/** What the pool asks of a worker; see `sparql-pool.ts`. */
export type WorkerRequest =
  | { readonly ask: "open"; readonly prefixes: Prefixes }
  | { readonly ask: "empty"; readonly graphs: readonly string[] }
  | { readonly ask: "load"; readonly nQuads: string }
  | {
      readonly ask: "query";
      readonly sparql: string;
      readonly mediaType: string;
      readonly dataset: QueryDataset;
      readonly maxCharacters: number;
    }
  | { readonly ask: "update"; readonly sparql: string; readonly base: string | undefined };

export type WorkerReply =
  | {
      readonly kind: "done";
      readonly value: string | UpdateEffect | undefined;
      /** Bytes of WebAssembly memory, which grows and never shrinks. */
      readonly memory: number;
    }
  | { readonly kind: "failed"; readonly message: string; readonly code: QueryErrorCode | undefined };

let store: OxigraphStore | undefined;

async function answer(request: WorkerRequest): Promise<string | UpdateEffect | undefined> {
  if (request.ask === "open" || store === undefined) {
    store = await OxigraphStore.open(request.ask === "open" ? request.prefixes : {});
    return undefined;
  }
  switch (request.ask) {
    case "empty":
      store.emptyGraphs(request.graphs);
      return undefined;
    case "load":
      store.load(request.nQuads);
      return undefined;
    case "query": {
      const text = store.queryText(request.sparql, request.mediaType, request.dataset);
      if (text.length <= request.maxCharacters) return text;
      const megabytes = Math.round(request.maxCharacters / 1e6);
      throw new QueryError(`the answer is larger than ${megabytes} MB; add a LIMIT`, "query-limit");
    }
    case "update":
      return store.update(request.sparql, request.base);
  }
}

parentPort?.on("message", async (request: WorkerRequest) => {
  let reply: WorkerReply;
  try {
    const value = await answer(request);
    reply = { kind: "done", value, memory: process.memoryUsage().external };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply = { kind: "failed", message, code: error instanceof QueryError ? error.code : undefined };
  }
  parentPort?.postMessage(reply);
});
