/** Starts the worker from its own file on the server. */
export function startLayoutWorker(): Worker {
  return new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
}
