import type { Store } from "./store.ts";
import type { Selection } from "./view-state.ts";

const MAX_STOPS = 50;

/** The things that were looked at, in order, and where in that order the person is: a browser's history within the viewer. */
export class Trail {
  readonly #store: Store;
  #stops: Selection[] = [];
  #at = -1;
  /** Set while a step of the trail itself changes the selection. */
  #isStepping = false;

  constructor(store: Store) {
    this.#store = store;
    this.#visit(store.state.selection);
    store.subscribe((state, before) => {
      if (state.selection !== before.selection && !this.#isStepping) this.#visit(state.selection);
    });
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at + 1 < this.#stops.length;
  }

  /** @param by - -1 back, 1 forward */
  step(by: -1 | 1): void {
    const stop = this.#stops[this.#at + by];
    if (stop === undefined) return;
    this.#at += by;
    this.#isStepping = true;
    if (stop.kind === "node") this.#store.dispatch({ type: "select-node", id: stop.id });
    if (stop.kind === "fact") this.#store.dispatch({ type: "select-fact", id: stop.id, from: stop.from });
    if (stop.kind === "path") this.#store.dispatch({ ...stop, type: "select-path" });
    this.#isStepping = false;
  }

  #visit(selection: Selection): void {
    if (selection.kind === "none") return;
    this.#stops = [...this.#stops.slice(0, this.#at + 1), selection].slice(-MAX_STOPS);
    this.#at = this.#stops.length - 1;
  }
}
