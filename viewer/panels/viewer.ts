import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SearchIndex } from "../state/search-index.ts";
import type { Store } from "../state/store.ts";
import type { ViewIndex } from "../state/view-index.ts";
import type { Command, ViewState } from "../state/view-state.ts";
import { findVisible, type Visible } from "../state/visible.ts";

/** `none`: the browser has no WebGL to draw with. */
export type PictureStatus = "arranging" | "drawn" | "none";
export type ThemeChoice = "system" | "light" | "dark";

/** What the panels are given: the state as signals, and what they may ask for. They know no renderer. */
export interface Viewer {
  readonly index: ViewIndex;
  readonly search: SearchIndex;
  readonly state: ReadonlySignal<ViewState>;
  readonly visible: ReadonlySignal<Visible>;
  readonly theme: ReadonlySignal<ThemeChoice>;
  readonly picture: ReadonlySignal<PictureStatus>;
  dispatch(command: Command): void;
  undo(): void;
  redo(): void;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  setTheme(theme: ThemeChoice): void;
  loadText(articleId: string): Promise<string>;
  zoom(factor: number): void;
  showAll(): void;
  /** Selects the next node in a direction on screen. */
  walk(direction: { readonly x: number; readonly y: number }): void;
}

/** The store's state as a signal, and what follows from it. */
export function bridgeStore(store: Store, index: ViewIndex) {
  const state = signal(store.state);
  const canUndo = signal(store.canUndo);
  const canRedo = signal(store.canRedo);
  store.subscribe((next) => {
    state.value = next;
    canUndo.value = store.canUndo;
    canRedo.value = store.canRedo;
  });
  // Filters alone decide what is visible: a new selection must not work it out again.
  const hidden = computed(() => state.value.hidden);
  const visible = computed(() => findVisible(index, { ...store.state, hidden: hidden.value }));
  return { state, visible, canUndo, canRedo };
}
