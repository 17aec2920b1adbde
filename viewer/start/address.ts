import type { Store } from "../state/store.ts";
import { fromFragment, toFragment } from "../state/url-state.ts";
import type { ViewIndex } from "../state/view-index.ts";

/** Keeps the address and the state in step, both ways. @returns a function that ends it */
export function followAddress(store: Store, index: ViewIndex): () => void {
  const end = store.subscribe((state, before, origin) => {
    if (origin === "address") return;
    const fragment = toFragment(state, index);
    const address = fragment === "" ? location.pathname + location.search : `#${fragment}`;
    // A new selection is a step that the Back button takes back; a filter is not.
    if (state.selection !== before.selection && origin === "command") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  });
  const restore = (): void => store.restore(fromFragment(location.hash, index));
  addEventListener("popstate", restore);
  return () => {
    end();
    removeEventListener("popstate", restore);
  };
}
