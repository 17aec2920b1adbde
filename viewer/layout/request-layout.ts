import type { LayoutInput, Point } from "../../src/layout/layout-input.ts";

/** A published file has no other file beside it: its worker starts from the source within the script. */
async function startWorker(): Promise<Worker> {
  const { startLayoutWorker } = import.meta.env.PUBLISHED
    ? await import("./start-worker-inline.ts")
    : await import("./start-worker.ts");
  return startLayoutWorker();
}

/** Computes a layout in a worker; in this thread where a worker cannot start. */
export async function requestLayout(
  input: LayoutInput,
  onProgress: (share: number) => void,
): Promise<ReadonlyMap<string, Point>> {
  const inThisThread = async (): Promise<ReadonlyMap<string, Point>> => {
    const { computeLayout } = await import("../../src/layout/layout.ts");
    return computeLayout(input);
  };
  let worker: Worker;
  try {
    worker = await startWorker();
  } catch {
    return inThisThread();
  }
  return new Promise((resolve) => {
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
      resolve(inThisThread());
    });
    worker.postMessage(input);
  });
}
