import type { Store } from "../state/store.ts";
import { fromFragment, toFragment } from "../state/url-state.ts";
import type { ViewIndex } from "../state/view-index.ts";

/** Keeps the address and the state in step, both ways. */
export function followAddress(store: Store, index: ViewIndex): void {
  store.subscribe((state, before, origin) => {
    if (origin === "address") return;
    const address = `#${toFragment(state)}`;
    // A new selection is a step that the Back button takes back; a filter is not.
    if (state.selection !== before.selection && origin === "command") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  });
  addEventListener("popstate", () => store.restore(fromFragment(location.hash, index)));
}
