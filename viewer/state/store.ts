import { applyCommand, type Command, INITIAL_STATE, type ViewState } from "./view-state.ts";

/** How a change came about: a command, a step through the history, or the address bar. */
export type ChangeOrigin = "command" | "undo" | "address";
export type Listener = (state: ViewState, before: ViewState, origin: ChangeOrigin) => void;

const MAX_STEPS = 200;

/** Holds the state. States are immutable, so undo is a list of the earlier ones. */
export class Store {
  #state: ViewState;
  #past: ViewState[] = [];
  #future: ViewState[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(state: ViewState = INITIAL_STATE) {
    this.#state = state;
  }

  get state(): ViewState {
    return this.#state;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  dispatch(command: Command): void {
    this.#advance(applyCommand(this.#state, command), "command");
  }

  /** Takes a state from outside, e.g. from the address. */
  restore(state: ViewState): void {
    this.#advance(state, "address");
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#state);
    this.#become(before, "undo");
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#state);
    this.#become(after, "undo");
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #advance(next: ViewState, origin: ChangeOrigin): void {
    if (next === this.#state) return;
    this.#past.push(this.#state);
    if (this.#past.length > MAX_STEPS) this.#past.shift();
    this.#future = [];
    this.#become(next, origin);
  }

  #become(next: ViewState, origin: ChangeOrigin): void {
    const before = this.#state;
    this.#state = next;
    for (const listener of this.#listeners) listener(next, before, origin);
  }
}
