import { signal } from "@preact/signals";
import { createRef, render } from "preact";
import { hasOwnEngine } from "../data/has-own-engine.ts";
import { ArticleTexts, type DataSource, LoadError, type LoadedView, loadView } from "../data/load-view.ts";
import { findPositions } from "../layout/find-positions.ts";
import { App } from "../panels/app.tsx";
import { Notice } from "../panels/notice.tsx";
import { bridgeStore, type DialogName, type PictureStatus, type Viewer } from "../panels/viewer.ts";
import { MOST_THINGS_AT_ONCE } from "../state/overview.ts";
import { SearchIndex } from "../state/search-index.ts";
import { Store } from "../state/store.ts";
import { fromFragment, toFragment } from "../state/url-state.ts";
import { indexView } from "../state/view-index.ts";
import { followAddress } from "./address.ts";
import { forgetPlaces, keepPlaces, readPlaces } from "./kept-places.ts";
import { Picture } from "./picture.ts";
import { controlTheme } from "./theme.ts";

const OPENING = "The server opens the graph, which it does once. The answer comes after that.";

/**
 * The viewer as an element: `<dateline-viewer src="https://…/"></dateline-viewer>`.
 *
 * @remarks
 * `src` is the address of a server of `dateline view`; without it, the graph that stands in the page, else the page's own
 * server. With the attribute `address`, the state stands in the page's address and title.
 * With more things than `most-things` (default 10,000) the picture opens with their communities.
 */
export class DatelineViewer extends HTMLElement {
  #endings: (() => void)[] = [];

  connectedCallback(): void {
    this.#start().catch((error: unknown) => {
      const title = error instanceof Error ? error.message : "The graph cannot be shown.";
      const advice = error instanceof LoadError ? error.advice : "Reload this page.";
      render(<Notice title={title} advice={advice} />, this);
    });
  }

  disconnectedCallback(): void {
    this.#end();
    render(null, this);
  }

  #end(): void {
    for (const end of this.#endings) end();
    this.#endings = [];
  }

  async #start(): Promise<void> {
    const source: DataSource = { base: (this.getAttribute("src") ?? ".").replace(/\/?$/, "/") };
    const loaded = await loadView(source);
    if (loaded.view.facts.length === 0) {
      const advice = "Add articles with `dateline build FILE …`, then reload this page.";
      render(<Notice title="This graph has no facts yet." advice={advice} />, this);
      return;
    }
    const fragment = this.hasAttribute("address") ? location.hash : "";
    await this.#show(loaded, source, fragment);
  }

  async #show(
    { view, isEmbedded }: LoadedView,
    source: DataSource,
    fragment: string,
    said = "",
  ): Promise<void> {
    let picture: Picture | undefined;
    const theme = controlTheme(this, (shown) => picture?.renderer?.setTheme(shown));
    const hasAddress = this.hasAttribute("address");
    const index = indexView(view);
    const texts = new ArticleTexts(view, source);
    const store = new Store(fromFragment(fragment, index));
    const search = new SearchIndex(index);
    const bridge = bridgeStore(store, index, search, () => picture?.refresh());
    const status = signal<PictureStatus>({ kind: "arranging", share: 0 });
    const message = signal("");
    source.onWait = (waits) => {
      if (waits) message.value = OPENING;
      else if (message.value === OPENING) message.value = "";
    };
    const canvas = createRef<HTMLDivElement>();

    /** Keeps the places of the present arrangement. */
    let keep = (): void => {};
    const arrange = async (anew = false): Promise<void> => {
      const container = canvas.current;
      if (container === null) return;
      const kept = readPlaces(view.title);
      const { positions, areGiven } = await findPositions(index, {
        shape: container.offsetWidth / Math.max(1, container.offsetHeight),
        kept: kept.places,
        pinned: kept.pinned,
        anew,
        onProgress: (share) => {
          status.value = { kind: "arranging", share };
        },
      });
      if (!this.isConnected) return;
      keep = () => {
        const { pins } = store.state;
        keepPlaces(view.title, {
          places: new Map([...positions, ...pins]),
          pinned: new Set([...kept.pinned, ...pins.keys()]),
        });
      };
      picture?.kill();
      picture = new Picture({
        container,
        index,
        store,
        positions,
        theme: theme.shown,
        visible: () => bridge.visible.value,
        paths: () => bridge.paths.value,
        covers: () => this.querySelectorAll("[data-covers-picture]"),
        onStatus: (next) => {
          status.value = next;
        },
      });
      if (!areGiven) keep();
      this.dataset["ready"] = "true";
    };

    const viewer: Viewer = {
      index,
      search,
      ...bridge,
      theme: theme.choice,
      picture: status,
      dialog: signal<DialogName | null>(null),
      dropped: signal<readonly File[]>([]),
      message,
      source,
      hasServer: !isEmbedded,
      canQuery: !isEmbedded || hasOwnEngine(),
      namesPage: hasAddress,
      mostThings: Number(this.getAttribute("most-things") ?? MOST_THINGS_AT_ONCE),
      dispatch: (command) => store.dispatch(command),
      undo: () => store.undo(),
      redo: () => store.redo(),
      setTheme: theme.choose,
      loadText: (articleId) => texts.load(articleId),
      zoom: (factor) => picture?.renderer?.zoom(factor),
      showAll: () => picture?.renderer?.showAll(),
      arrangeAnew: () => {
        // In this order: what is unpinned is kept, and all that is kept is forgotten.
        store.dispatch({ type: "unpin-all" });
        forgetPlaces(view.title);
        status.value = { kind: "arranging", share: 0 };
        void arrange(true);
      },
      walk: (direction) => {
        const { selection } = store.state;
        const from = selection.kind === "node" ? selection.id : null;
        const next = picture?.renderer?.findNeighbour(from, direction);
        if (next) store.dispatch({ type: "select-node", id: next });
      },
      merge: async (read, said) => {
        const { mergeViews } = await import("../data/merge-views.ts");
        const state = toFragment({ ...store.state, camera: null }, index);
        this.#end();
        render(null, this);
        await this.#show({ view: mergeViews(view, read), isEmbedded }, source, state, said);
      },
      draw: async (credit) => {
        const snapshot = picture?.renderer?.snapshot();
        if (snapshot === undefined) return undefined;
        const { toSvg } = await import("../export/svg.ts");
        return toSvg(snapshot, { title: view.title, credit });
      },
    };
    render(<App viewer={viewer} canvas={canvas} />, this);
    this.#endings.push(
      store.subscribe((state, before, origin) => {
        if (state.pins !== before.pins) keep();
        // A message has been said by the time something else happens.
        if (origin !== "settled") message.value = "";
      }),
    );
    if (hasAddress) this.#endings.push(followAddress(store, index));
    this.#endings.push(theme.end, () => picture?.kill());
    await arrange();
    if (said !== "") message.value = said;
  }
}
