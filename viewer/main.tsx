import { signal } from "@preact/signals";
import { createRef, render } from "preact";
import { ArticleTexts, LoadError, loadView } from "./data/load-view.ts";
import type { Box, LayoutInput, Point } from "./layout/layout-input.ts";
import { requestLayout } from "./layout/request-layout.ts";
import { App } from "./panels/app.tsx";
import { Notice } from "./panels/notice.tsx";
import { bridgeStore, type ThemeChoice, type Viewer } from "./panels/viewer.ts";
import { GraphRenderer } from "./render/graph-renderer.ts";
import type { Theme } from "./render/palette.ts";
import { makeScene } from "./render/scene.ts";
import { nodeRadius, shortLabel } from "./state/node-size.ts";
import { SearchIndex } from "./state/search-index.ts";
import { Store } from "./state/store.ts";
import { fromFragment, toFragment } from "./state/url-state.ts";
import { indexView, type ViewIndex } from "./state/view-index.ts";
import { INITIAL_STATE } from "./state/view-state.ts";
import { findVisible } from "./state/visible.ts";

const THEME_KEY = "dateline-theme";
/** Mean width of a character of a label, in pixels: measured text would differ from machine to machine. */
const CHARACTER_WIDTH = 6.2;
/** Proportions that pictures are made in: a window a little wider gives the same picture. */
const ASPECTS = [0.6, 1, 1.4, 1.9];

const darkScheme = matchMedia("(prefers-color-scheme: dark)");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

function readTheme(): ThemeChoice {
  const stored = localStorage.getItem(THEME_KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** The initial picture holds what is visible at first; values hidden then stand close to what they are said of. */
async function findPositions(index: ViewIndex, box: HTMLElement): Promise<ReadonlyMap<string, Point>> {
  const given = new Map(index.view.positions.map(({ node, x, y }) => [node, { x, y }]));
  if (index.view.nodes.every((node) => given.has(node.id))) return given;
  const initial = findVisible(index, INITIAL_STATE);
  const shape = box.offsetWidth / Math.max(1, box.offsetHeight);
  const aspect = ASPECTS.reduce((best, next) =>
    Math.abs(next - shape) < Math.abs(best - shape) ? next : best,
  );
  const input: LayoutInput = {
    aspect,
    nodes: index.view.nodes
      .filter((node) => initial.nodeIds.has(node.id))
      .map((node) => ({
        id: node.id,
        radius: nodeRadius(node.degree, index.view.nodes.length),
        labelWidth: [...shortLabel(node.label)].length * CHARACTER_WIDTH,
      })),
    edges: initial.facts.map(({ source, target }) => ({ source, target })),
  };
  const positions = new Map(await requestLayout(input));
  for (const node of index.view.nodes) {
    if (positions.has(node.id)) continue;
    const facts = index.factsOf.get(node.id) ?? [];
    const anchor = facts
      .map((fact) => positions.get(fact.source) ?? positions.get(fact.target))
      .find(Boolean);
    const turn = positions.size * 2.4;
    positions.set(node.id, {
      x: (anchor?.x ?? 0) + Math.cos(turn) * 60,
      y: (anchor?.y ?? 0) + Math.sin(turn) * 60,
    });
  }
  return positions;
}

async function start(root: HTMLElement): Promise<void> {
  const view = await loadView();
  if (view.facts.length === 0) {
    render(
      <Notice
        title="This graph has no facts yet."
        advice="Add articles with `dateline build FILE …`, then reload this page."
      />,
      root,
    );
    return;
  }
  const index = indexView(view);
  const texts = new ArticleTexts(view);
  const store = new Store(fromFragment(location.hash, index));
  const bridge = bridgeStore(store, index);
  const theme = signal(readTheme());
  const hasPicture = signal(true);
  let renderer: GraphRenderer | undefined;

  const shownTheme = (): Theme =>
    theme.value === "system" ? (darkScheme.matches ? "dark" : "light") : theme.value;
  const applyTheme = (): void => {
    document.documentElement.dataset["theme"] = shownTheme();
    renderer?.setTheme(shownTheme());
  };
  applyTheme();
  darkScheme.addEventListener("change", applyTheme);

  const viewer: Viewer = {
    index,
    search: new SearchIndex(index),
    ...bridge,
    theme,
    hasPicture,
    dispatch: (command) => store.dispatch(command),
    undo: () => store.undo(),
    redo: () => store.redo(),
    setTheme: (choice) => {
      theme.value = choice;
      localStorage.setItem(THEME_KEY, choice);
      applyTheme();
    },
    loadText: (articleId) => texts.load(articleId),
    zoom: (factor) => renderer?.zoom(factor),
    showAll: () => renderer?.showAll(),
    walk: (direction) => {
      const { selection } = store.state;
      const next = renderer?.findNeighbour(selection.kind === "node" ? selection.id : null, direction);
      if (next) store.dispatch({ type: "select-node", id: next });
    },
  };
  const canvas = createRef<HTMLDivElement>();
  const panel = createRef<HTMLElement>();
  render(<App viewer={viewer} canvas={canvas} panel={panel} />, root);
  const container = canvas.current;
  if (container === null) return;

  const reserved = (): Box[] => {
    const origin = container.getBoundingClientRect();
    return [panel.current, ...root.querySelectorAll(".zoom, .line-legend")].flatMap((element) => {
      if (!element) return [];
      const box = element.getBoundingClientRect();
      return [
        {
          left: box.left - origin.left,
          right: box.right - origin.left,
          top: box.top - origin.top,
          bottom: box.bottom - origin.top,
        },
      ];
    });
  };
  const positions = await findPositions(index, container);
  const scene = () => makeScene(index, store.state, bridge.visible.value);
  const mount = (): void => {
    renderer?.kill();
    try {
      renderer = new GraphRenderer({
        container,
        index,
        positions,
        scene: makeScene(index, INITIAL_STATE, findVisible(index, INITIAL_STATE)),
        theme: shownTheme(),
        reducedMotion: reducedMotion.matches,
        events: {
          onNode: (id) => store.dispatch({ type: "select-node", id }),
          onFact: (id) => store.dispatch({ type: "select-fact", id, from: fromNode() }),
          onGround: () => store.dispatch({ type: "clear-selection" }),
          onLost: () => setTimeout(mount, 500),
        },
      });
      renderer.setReserved(reserved());
      renderer.setScene(scene(), { moveCamera: true });
    } catch (error) {
      hasPicture.value = false;
      reportError(error);
    }
  };
  const fromNode = (): string | null =>
    store.state.selection.kind === "node" ? store.state.selection.id : null;
  mount();

  store.subscribe((state, before, origin) => {
    if (origin !== "address") {
      const address = `#${toFragment(state)}`;
      // A new selection is a step that the Back button takes back; a filter is not.
      if (state.selection !== before.selection && origin === "command") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    // The panel is drawn first: the picture moves into what it leaves free.
    requestAnimationFrame(() => {
      renderer?.setReserved(reserved());
      renderer?.setScene(scene(), { moveCamera: state.selection !== before.selection });
    });
  });
  addEventListener("popstate", () => store.restore(fromFragment(location.hash, index)));
  addEventListener("resize", () => requestAnimationFrame(() => renderer?.setReserved(reserved())));
  document.documentElement.dataset["ready"] = "true";
}

const root = document.getElementById("app");
if (root !== null)
  start(root).catch((error: unknown) => {
    const title = error instanceof Error ? error.message : "The graph cannot be shown.";
    const advice = error instanceof LoadError ? error.advice : "Reload this page.";
    render(<Notice title={title} advice={advice} />, root);
  });
