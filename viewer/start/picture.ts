import type { Box, Point } from "../layout/layout-input.ts";
import type { PictureStatus } from "../panels/viewer.ts";
import { GraphRenderer } from "../render/graph-renderer.ts";
import type { Theme } from "../render/palette.ts";
import { makeScene } from "../render/scene.ts";
import type { Store } from "../state/store.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { INITIAL_STATE } from "../state/view-state.ts";
import { findVisible, type Visible } from "../state/visible.ts";

export interface PictureOptions {
  readonly container: HTMLElement;
  readonly index: ViewIndex;
  readonly store: Store;
  readonly positions: ReadonlyMap<string, Point>;
  readonly theme: () => Theme;
  readonly visible: () => Visible;
  /** What lies over the picture at present. */
  readonly covers: () => Iterable<Element>;
  readonly onStatus: (status: PictureStatus) => void;
}

/** Time for the browser to give a graphics context back before a new one is asked for. */
const RECOVERY_MS = 500;

/** Mounts a renderer, keeps it in step with the store, and mounts another when its graphics context is lost. */
export class Picture {
  readonly #options: PictureOptions;
  #renderer: GraphRenderer | undefined;

  constructor(options: PictureOptions) {
    this.#options = options;
    this.#mount();
    options.store.subscribe((state, before) => {
      // The panel is drawn first: the picture moves into what it leaves free.
      requestAnimationFrame(() => this.#show(state.selection !== before.selection));
    });
    addEventListener("resize", () =>
      requestAnimationFrame(() => this.#renderer?.setReserved(this.#reserved())),
    );
  }

  get renderer(): GraphRenderer | undefined {
    return this.#renderer;
  }

  #mount(): void {
    const { container, index, store, positions, theme, onStatus } = this.#options;
    this.#renderer?.kill();
    this.#renderer = undefined;
    try {
      this.#renderer = new GraphRenderer({
        container,
        index,
        positions,
        scene: makeScene(index, INITIAL_STATE, findVisible(index, INITIAL_STATE)),
        theme: theme(),
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        events: {
          onNode: (id) => store.dispatch({ type: "select-node", id }),
          onFact: (id) => {
            const { selection } = store.state;
            store.dispatch({
              type: "select-fact",
              id,
              from: selection.kind === "node" ? selection.id : null,
            });
          },
          onGround: () => store.dispatch({ type: "clear-selection" }),
          onLost: () => setTimeout(() => this.#mount(), RECOVERY_MS),
        },
      });
      this.#show(true);
      onStatus("drawn");
    } catch (error) {
      onStatus("none");
      reportError(error);
    }
  }

  #show(moveCamera: boolean): void {
    const { index, store, visible } = this.#options;
    this.#renderer?.setReserved(this.#reserved());
    this.#renderer?.setScene(makeScene(index, store.state, visible()), { moveCamera });
  }

  #reserved(): Box[] {
    const origin = this.#options.container.getBoundingClientRect();
    return [...this.#options.covers()].map((element) => {
      const box = element.getBoundingClientRect();
      return {
        left: box.left - origin.left,
        right: box.right - origin.left,
        top: box.top - origin.top,
        bottom: box.bottom - origin.top,
      };
    });
  }
}
