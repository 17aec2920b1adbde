import { extname } from "node:path";
import { Worker } from "node:worker_threads";

/**
 * Starts a script of this folder in a thread. From sources, it needs a loader for TypeScript, which only development has.
 *
 * @param name of the script without its ending
 */
export function startWorker(name: string): Worker {
  const ending = extname(import.meta.url);
  const file = new URL(`./${name}${ending}`, import.meta.url);
  if (ending !== ".ts") return new Worker(file);
  const loader = import.meta.resolve("tsx/esm/api");
  const script = `import { register } from "${loader}"; register(); await import("${file}");`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
}
