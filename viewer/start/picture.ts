import type { Box, Point } from "../../src/layout/layout-input.ts";
import type { PictureStatus } from "../panels/viewer.ts";
import { GraphRenderer } from "../render/graph-renderer.ts";
import type { Theme } from "../render/palette.ts";
import { makeScene, type Scene } from "../render/scene.ts";
import type { Path } from "../state/paths.ts";
import type { Store } from "../state/store.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { differsBeyondCamera, INITIAL_STATE } from "../state/view-state.ts";
import { findVisible, type Visible } from "../state/visible.ts";

export interface PictureOptions {
  readonly container: HTMLElement;
  readonly index: ViewIndex;
  readonly store: Store;
  readonly positions: ReadonlyMap<string, Point>;
  readonly theme: () => Theme;
  readonly visible: () => Visible;
  readonly paths: () => readonly Path[];
  /** What lies over the picture at present. */
  readonly covers: () => Iterable<Element>;
  readonly onStatus: (status: PictureStatus) => void;
}

/** Time for the browser to give a graphics context back before a new one is asked for. */
const RECOVERY_MS = 500;

/** Mounts a renderer, keeps it in step with the store, and mounts another when its graphics context is lost. */
export class Picture {
  readonly #options: PictureOptions;
  readonly #endings: (() => void)[] = [];
  #renderer: GraphRenderer | undefined;

  constructor(options: PictureOptions) {
    this.#options = options;
    this.#mount();
    const end = options.store.subscribe((state, before, origin) => {
      // The camera was moved by hand, or came to rest: the picture is there already.
      if (origin === "settled" || (origin === "command" && !differsBeyondCamera(state, before))) return;
      if (state.pins !== before.pins) this.#renderer?.setPins(state.pins);
      // The panel is drawn first: the picture moves into what it leaves free.
      requestAnimationFrame(() => {
        if (origin === "command")
          this.#show(state.selection !== before.selection || state.only !== before.only);
        else this.#restore();
      });
    });
    const onResize = (): void => {
      requestAnimationFrame(() => this.#renderer?.setReserved(this.#reserved()));
    };
    addEventListener("resize", onResize);
    this.#endings.push(end, () => removeEventListener("resize", onResize));
  }

  get renderer(): GraphRenderer | undefined {
    return this.#renderer;
  }

  /** Shows the present state again, where what follows from it came later. */
  refresh(): void {
    this.#show(this.#options.store.state.camera === null);
  }

  kill(): void {
    for (const end of this.#endings) end();
    this.#renderer?.kill();
    this.#renderer = undefined;
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
        scene: this.#scene(),
        framed: findVisible(index, INITIAL_STATE, () => new Set()).nodeIds,
        reserved: this.#reserved(),
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
          onDragged: (id, place) => store.dispatch({ type: "pin", id, place }),
          onCamera: (camera, byHand) => {
            if (byHand) store.dispatch({ type: "move-camera", camera });
            else store.settle(camera);
          },
          onLost: () => setTimeout(() => this.#mount(), RECOVERY_MS),
        },
      });
      this.#renderer.setPins(store.state.pins);
      const { camera } = store.state;
      if (camera === null) this.#renderer.lookAtFocus();
      else this.#renderer.setCamera(camera);
      onStatus({ kind: "drawn", linesWait: this.#renderer.linesWait });
    } catch (error) {
      onStatus({ kind: "none" });
      reportError(error);
    }
  }

  #scene(): Scene {
    const { index, store, visible, paths } = this.#options;
    return makeScene({ index, state: store.state, visible: visible(), paths: paths() });
  }

  #show(moveCamera: boolean): void {
    this.#renderer?.setReserved(this.#reserved());
    this.#renderer?.setScene(this.#scene(), { moveCamera });
  }

  /** Shows a state that came as a whole: with its camera, where it has one. */
  #restore(): void {
    const { camera } = this.#options.store.state;
    this.#show(camera === null);
    if (camera !== null) this.#renderer?.setCamera(camera);
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
