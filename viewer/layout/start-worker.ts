/** Starts the worker from its own file on the server. A published file has another one of this: see `start-worker-inline.ts`. */
export function startLayoutWorker(): Worker {
  return new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
}
