import type { LayoutInput, Point } from "../../src/layout/layout-input.ts";
import { startLayoutWorker } from "./start-worker.ts";

/** Computes a layout in a worker; in this thread where a worker cannot start. */
export function requestLayout(
  input: LayoutInput,
  onProgress: (share: number) => void,
): Promise<ReadonlyMap<string, Point>> {
  return new Promise((resolve) => {
    const inThisThread = async (): Promise<void> => {
      const { computeLayout } = await import("../../src/layout/layout.ts");
      resolve(computeLayout(input));
    };
    let worker: Worker;
    try {
      worker = startLayoutWorker();
    } catch {
      void inThisThread();
      return;
    }
    worker.addEventListener("message", (event: MessageEvent<number | Map<string, Point>>) => {
      if (typeof event.data === "number") {
        onProgress(event.data);
        return;
      }
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener("error", () => {
      worker.terminate();
      void inThisThread();
    });
    worker.postMessage(input);
  });
}
