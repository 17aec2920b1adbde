import { computeLayout } from "../../src/layout/layout.ts";
import type { LayoutInput } from "../../src/layout/layout-input.ts";

/** Progress is told at most this often. */
const TELL_MS = 100;

// A module worker: one request in, numbers from 0 to 1 while it works, then the positions.
addEventListener("message", (event: MessageEvent<LayoutInput>) => {
  let told = performance.now();
  const positions = computeLayout(event.data, (share) => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    postMessage(share);
  });
  postMessage(positions);
});
