import { signal } from "@preact/signals";
import { createRef, render } from "preact";
import { ArticleTexts, LoadError, loadView } from "./data/load-view.ts";
import { findPositions } from "./layout/find-positions.ts";
import { App } from "./panels/app.tsx";
import { Notice } from "./panels/notice.tsx";
import { bridgeStore, type PictureStatus, type Viewer } from "./panels/viewer.ts";
import { followAddress } from "./start/address.ts";
import { Picture } from "./start/picture.ts";
import { controlTheme } from "./start/theme.ts";
import { SearchIndex } from "./state/search-index.ts";
import { Store } from "./state/store.ts";
import { fromFragment } from "./state/url-state.ts";
import { indexView } from "./state/view-index.ts";

async function start(root: HTMLElement): Promise<void> {
  let picture: Picture | undefined;
  const theme = controlTheme((shown) => picture?.renderer?.setTheme(shown));
  const view = await loadView();
  if (view.facts.length === 0) {
    const advice = "Add articles with `dateline build FILE …`, then reload this page.";
    render(<Notice title="This graph has no facts yet." advice={advice} />, root);
    return;
  }
  const index = indexView(view);
  const texts = new ArticleTexts(view);
  const store = new Store(fromFragment(location.hash, index));
  const bridge = bridgeStore(store, index);
  const status = signal<PictureStatus>("arranging");

  const viewer: Viewer = {
    index,
    search: new SearchIndex(index),
    ...bridge,
    theme: theme.choice,
    picture: status,
    dispatch: (command) => store.dispatch(command),
    undo: () => store.undo(),
    redo: () => store.redo(),
    setTheme: theme.choose,
    loadText: (articleId) => texts.load(articleId),
    zoom: (factor) => picture?.renderer?.zoom(factor),
    showAll: () => picture?.renderer?.showAll(),
    walk: (direction) => {
      const { selection } = store.state;
      const from = selection.kind === "node" ? selection.id : null;
      const next = picture?.renderer?.findNeighbour(from, direction);
      if (next) store.dispatch({ type: "select-node", id: next });
    },
  };
  const canvas = createRef<HTMLDivElement>();
  render(<App viewer={viewer} canvas={canvas} />, root);
  followAddress(store, index);
  const container = canvas.current;
  if (container === null) return;
  picture = new Picture({
    container,
    index,
    store,
    positions: await findPositions(index, container.offsetWidth / Math.max(1, container.offsetHeight)),
    theme: theme.shown,
    visible: () => bridge.visible.value,
    covers: () => root.querySelectorAll("[data-covers-picture]"),
    onStatus: (next) => {
      status.value = next;
    },
  });
  document.documentElement.dataset["ready"] = "true";
}

const root = document.getElementById("app");
if (root !== null)
  start(root).catch((error: unknown) => {
    const title = error instanceof Error ? error.message : "The graph cannot be shown.";
    const advice = error instanceof LoadError ? error.advice : "Reload this page.";
    render(<Notice title={title} advice={advice} />, root);
  });
