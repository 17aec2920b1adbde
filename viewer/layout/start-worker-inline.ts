import LayoutWorker from "./layout-worker.ts?worker&inline";

/** Starts the worker from its source within the script. */
export function startLayoutWorker(): Worker {
  return new LayoutWorker();
}
