import { applyCommand, type CameraPlace, type Command, INITIAL_STATE, type ViewState } from "./view-state.ts";

/** How a change came about: a command, a step through the history, the address bar, or the picture settling. */
export type ChangeOrigin = "command" | "undo" | "address" | "settled";
export type Listener = (state: ViewState, before: ViewState, origin: ChangeOrigin) => void;

const MAX_STEPS = 200;

/** Of these, several in a row are one step. */
const FLOWING: ReadonlySet<Command["type"]> = new Set(["move-camera", "set-words", "set-period", "note"]);

/** Holds the state. States are immutable, so undo is a list of the earlier ones. */
export class Store {
  #state: ViewState;
  #past: ViewState[] = [];
  #future: ViewState[] = [];
  #last: Command["type"] | null = null;
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
    const flows = command.type === this.#last && FLOWING.has(command.type);
    this.#last = command.type;
    this.#advance(applyCommand(this.#state, command), "command", flows);
  }

  /** Takes a state from outside, e.g. from the address. */
  restore(state: ViewState): void {
    this.#last = null;
    this.#advance(state, "address", false);
  }

  /** Notes where the camera came to rest by itself: part of the present step, none of its own. */
  settle(camera: CameraPlace | null): void {
    this.#become({ ...this.#state, camera }, "settled");
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#state);
    this.#last = null;
    this.#become(before, "undo");
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#state);
    this.#last = null;
    this.#become(after, "undo");
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #advance(next: ViewState, origin: ChangeOrigin, flows: boolean): void {
    if (next === this.#state) return;
    if (!flows) this.#past.push(this.#state);
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
