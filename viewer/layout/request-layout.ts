import { computeLayout } from "./layout.ts";
import type { LayoutInput, Point } from "./layout-input.ts";

/** Computes a layout in a worker; in this thread where a worker cannot start, e.g. in a page opened from a file. */
export function requestLayout(input: LayoutInput): Promise<ReadonlyMap<string, Point>> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    } catch {
      resolve(computeLayout(input));
      return;
    }
    worker.addEventListener("message", (event: MessageEvent<Map<string, Point>>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener("error", () => {
      worker.terminate();
      resolve(computeLayout(input));
    });
    worker.postMessage(input);
  });
}
