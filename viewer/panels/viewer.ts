import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { GraphView, GraphViewFact } from "../../src/view/graph-view.ts";
import type { DataSource } from "../data/load-view.ts";
import type { findPaths, Path } from "../state/paths.ts";
import type { SearchIndex } from "../state/search-index.ts";
import type { Store } from "../state/store.ts";
import { Trail } from "../state/trail.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { type Command, differsBeyondCamera, type ViewState } from "../state/view-state.ts";
import { findListed, findVisible, type Visible } from "../state/visible.ts";

/** `none`: the browser has no WebGL to draw with. */
export type PictureStatus =
  | { readonly kind: "arranging"; readonly share: number }
  | {
      readonly kind: "drawn";
      /** Lines are left out while the picture moves. */
      readonly linesWait: boolean;
    }
  | { readonly kind: "none" };
export type ThemeChoice = "system" | "light" | "dark";

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Dialogs over everything; at most one is open. */
export type DialogName = "commands" | "export" | "add" | "keys" | "communities" | "identity";

/** What the panels are given: the state as signals, and what they may ask for. They know no renderer. */
export interface Viewer {
  readonly index: ViewIndex;
  readonly search: SearchIndex;
  readonly state: ReadonlySignal<ViewState>;
  readonly visible: ReadonlySignal<Visible>;
  /** What lists show: more than the picture, which leaves values out at first. */
  readonly listed: ReadonlySignal<readonly GraphViewFact[]>;
  /** Ways between the two nodes of a selected path. */
  readonly paths: ReadonlySignal<readonly Path[]>;
  readonly theme: ReadonlySignal<ThemeChoice>;
  readonly picture: ReadonlySignal<PictureStatus>;
  readonly dialog: Signal<DialogName | null>;
  /** Files that were dropped on the viewer and wait to be read. */
  readonly dropped: Signal<readonly File[]>;
  /** Said once to screen readers, and shown for a while. */
  readonly message: Signal<string>;
  readonly source: DataSource;
  /** Whether a server answers questions and reads articles; a published file has none. */
  readonly hasServer: boolean;
  /** Whether questions in SPARQL can be asked. */
  readonly canQuery: boolean;
  /** With more things than this, communities stand for them. */
  readonly mostThings: number;
  /** Whether the page's title says what is selected: not where the viewer is a guest in another page. */
  readonly namesPage: boolean;
  dispatch(command: Command): void;
  undo(): void;
  redo(): void;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Back (-1) and forward (1) along what was looked at. */
  step(by: -1 | 1): void;
  readonly canGoBack: ReadonlySignal<boolean>;
  readonly canGoForward: ReadonlySignal<boolean>;
  setTheme(theme: ThemeChoice): void;
  loadText(articleId: string): Promise<string>;
  zoom(factor: number): void;
  showAll(): void;
  /** Forgets where nodes were dragged and stood, and lays the graph out anew. */
  arrangeAnew(): void;
  /** Selects the next node in a direction on screen. */
  walk(direction: { readonly x: number; readonly y: number }): void;
  /** Adds what was read of other articles to the graph that is shown. @param message - said once that is done */
  merge(read: GraphView, message: string): Promise<void>;
  /** What stands in the picture now as SVG, with a line of credit; undefined where there is no picture. */
  draw(credit: string): Promise<Drawing | undefined>;
}

/** The store's state as signals, and what follows from it. @param onFinder - called once paths can be found, if any is looked for */
export function bridgeStore(store: Store, index: ViewIndex, search: SearchIndex, onFinder: () => void) {
  const state = signal(store.state);
  const trail = new Trail(store);
  const steps = {
    canUndo: signal(store.canUndo),
    canRedo: signal(store.canRedo),
    canGoBack: signal(trail.canGoBack),
    canGoForward: signal(trail.canGoForward),
  };
  store.subscribe((next) => {
    // No panel reads the camera: `store.state` has it.
    if (differsBeyondCamera(next, state.value)) state.value = next;
    steps.canUndo.value = store.canUndo;
    steps.canRedo.value = store.canRedo;
    steps.canGoBack.value = trail.canGoBack;
    steps.canGoForward.value = trail.canGoForward;
  });
  // Filters alone decide what is visible: a new selection must not work it out again.
  const hidden = computed(() => state.value.hidden);
  const words = computed(() => state.value.words);
  const period = computed(() => state.value.period);
  const compared = computed(() => state.value.compared);
  const only = computed(() => state.value.only);
  const visible = computed(() =>
    findVisible(
      index,
      {
        ...store.state,
        hidden: hidden.value,
        words: words.value,
        period: period.value,
        compared: compared.value,
        only: only.value,
      },
      (query) => search.findFacts(query),
    ),
  );
  const ends = computed(() => {
    const { selection } = state.value;
    return selection.kind === "path" && selection.to !== null ? `${selection.from}\n${selection.to}` : "";
  });
  // Fetched with the first path: few visits look for one.
  const finder = signal<typeof findPaths | undefined>(undefined);
  const fetchFinder = ({ selection }: ViewState): void => {
    if (selection.kind === "path" && finder.value === undefined)
      void import("../state/paths.ts").then((module) => {
        finder.value = module.findPaths;
        onFinder();
      });
  };
  fetchFinder(store.state);
  store.subscribe(fetchFinder);
  const paths = computed(() => {
    const [from, to] = ends.value.split("\n");
    return from && to ? (finder.value?.(visible.value.facts, from, to) ?? []) : [];
  });
  const listed = computed(() => findListed(index, store.state, visible.value));
  return { state, visible, listed, paths, ...steps, step: (by: -1 | 1) => trail.step(by) };
}
