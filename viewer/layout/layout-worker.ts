import { computeLayout } from "./layout.ts";
import type { LayoutInput } from "./layout-input.ts";

// A module worker: one request in, one answer out.
addEventListener("message", (event: MessageEvent<LayoutInput>) => {
  postMessage(computeLayout(event.data));
});
