import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { RELATION_FAMILIES } from "../../src/view/graph-view.ts";
import { labelOf } from "../state/view-index.ts";
import { countOf } from "../state/wording.ts";
import { Announcer } from "./announcer.tsx";
import { Evidence } from "./evidence.tsx";
import { FactsTable, NoFacts } from "./facts-table.tsx";
import { Filters } from "./filters.tsx";
import { NodeCard } from "./node-card.tsx";
import { SearchBox } from "./search-box.tsx";
import type { ThemeChoice, Viewer } from "./viewer.ts";

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: "light",
  light: "dark",
  dark: "system",
};
const THEME_SIGNS: Readonly<Record<ThemeChoice, string>> = { system: "◐", light: "☀", dark: "☾" };

function Header({ viewer, onFilters }: { viewer: Viewer; onFilters: () => void }) {
  const { view } = viewer.index;
  const { tab } = viewer.state.value;
  const theme = viewer.theme.value;
  return (
    <header class="top">
      <button type="button" class="icon only-narrow" aria-label="Filters" onClick={onFilters}>
        ☰
      </button>
      <h1>{view.title}</h1>
      <SearchBox viewer={viewer} />
      <fieldset class="tabs" aria-label="View">
        {(["graph", "facts"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => viewer.dispatch({ type: "show-tab", tab: name })}
          >
            {name === "graph" ? "Graph" : "Facts"}
          </button>
        ))}
      </fieldset>
      <p class="totals quiet">
        {countOf(view.facts.length, "fact")} · {countOf(view.articles.length, "article")}
      </p>
      <div class="tools">
        <button
          type="button"
          class="icon"
          aria-label="Undo"
          title="Undo (Ctrl+Z)"
          disabled={!viewer.canUndo.value}
          onClick={() => viewer.undo()}
        >
          ↶
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Redo"
          title="Redo (Ctrl+Shift+Z)"
          disabled={!viewer.canRedo.value}
          onClick={() => viewer.redo()}
        >
          ↷
        </button>
        <button
          type="button"
          class="icon"
          aria-label={`Colours: ${theme}. Change to ${NEXT_THEME[theme]}`}
          title={`Colours: ${theme}`}
          onClick={() => viewer.setTheme(NEXT_THEME[theme])}
        >
          {THEME_SIGNS[theme]}
        </button>
      </div>
    </header>
  );
}

/** What is selected, over the right side of the picture. */
function SelectionPanel({ viewer }: { viewer: Viewer }) {
  const { selection } = viewer.state.value;
  const { index } = viewer;
  const node = selection.kind === "node" ? index.nodes.get(selection.id) : undefined;
  const fact = selection.kind === "fact" ? index.facts.get(selection.id) : undefined;
  const from = selection.kind === "fact" ? selection.from : null;
  const id = node?.id ?? fact?.id;
  const before = useRef(id);
  useEffect(() => {
    // The button that was pressed is gone with the panel it stood in: reading goes on at the new heading.
    if (id !== before.current && document.activeElement === document.body)
      document.getElementById("card-title")?.focus({ preventScroll: true });
    before.current = id;
  }, [id]);
  if (id === undefined) return null;
  return (
    <aside class="panel" data-covers-picture aria-label="Selection">
      <div class="panel-top">
        {from !== null && (
          <button
            type="button"
            class="link"
            onClick={() => viewer.dispatch({ type: "select-node", id: from })}
          >
            ← {labelOf(index, from)}
          </button>
        )}
        <button
          type="button"
          class="icon close"
          aria-label="Close"
          title="Close (Escape)"
          onClick={() => viewer.dispatch({ type: "clear-selection" })}
        >
          ×
        </button>
      </div>
      <div class="panel-body" key={id}>
        {node !== undefined && <NodeCard viewer={viewer} node={node} />}
        {fact !== undefined && <Evidence viewer={viewer} fact={fact} />}
      </div>
    </aside>
  );
}

/** What colours of lines mean; what their styles mean stands in the filters. */
function LineLegend() {
  return (
    <ul class="line-legend" data-covers-picture aria-label="Colours of lines">
      {RELATION_FAMILIES.map((family) => (
        <li key={family}>
          <span class={`swatch family-${family.replace(" ", "-")}`} />
          {family === "other" ? "other relation" : family}
        </li>
      ))}
    </ul>
  );
}

function Picture({ viewer, canvas }: { viewer: Viewer; canvas: Ref<HTMLDivElement> }) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = {
      ArrowLeft: { x: -1, y: 0 },
      ArrowRight: { x: 1, y: 0 },
      ArrowUp: { x: 0, y: -1 },
      ArrowDown: { x: 0, y: 1 },
    }[event.key];
    if (direction !== undefined) viewer.walk(direction);
    else if (event.key === "+" || event.key === "=") viewer.zoom(1.4);
    else if (event.key === "-") viewer.zoom(1 / 1.4);
    else if (event.key === "0") viewer.showAll();
    else return;
    event.preventDefault();
  };
  return (
    <section class="picture" aria-label="Graph" inert={viewer.state.value.tab !== "graph"}>
      <div
        class="canvas"
        ref={canvas}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        aria-label="Graph of things and facts. Arrow keys walk from node to node, plus and minus zoom, 0 shows all; the Facts view lists the same as a table."
        onKeyDown={onKeyDown}
      />
      <div class="zoom" data-covers-picture>
        <button type="button" class="icon" aria-label="Zoom in" onClick={() => viewer.zoom(1.4)}>
          +
        </button>
        <button type="button" class="icon" aria-label="Zoom out" onClick={() => viewer.zoom(1 / 1.4)}>
          −
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Show all"
          title="Show all (0)"
          onClick={() => viewer.showAll()}
        >
          ⤢
        </button>
      </div>
      <LineLegend />
      {viewer.visible.value.facts.length === 0 && <NoFacts viewer={viewer} />}
      {viewer.picture.value === "arranging" && <p class="notice quiet">Arranging the graph …</p>}
      {viewer.picture.value === "none" && (
        <p class="notice" role="status">
          This browser gives no WebGL to draw with. The Facts view has the same facts as a table.
        </p>
      )}
    </section>
  );
}

export interface AppProps {
  readonly viewer: Viewer;
  readonly canvas: Ref<HTMLDivElement>;
}

export function App({ viewer, canvas }: AppProps) {
  const showsFilters = useSignal(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest("input[type=text]") !== null;
      if (event.key === "Escape") viewer.dispatch({ type: "clear-selection" });
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping) {
        if (event.shiftKey) viewer.redo();
        else viewer.undo();
        event.preventDefault();
      }
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [viewer]);
  return (
    <div class={`app ${showsFilters.value ? "filters-open" : ""}`}>
      <Header
        viewer={viewer}
        onFilters={() => {
          showsFilters.value = !showsFilters.value;
        }}
      />
      <Filters viewer={viewer} />
      <main>
        <Picture viewer={viewer} canvas={canvas} />
        {viewer.state.value.tab === "facts" && <FactsTable viewer={viewer} />}
        <SelectionPanel viewer={viewer} />
      </main>
      <Announcer viewer={viewer} />
    </div>
  );
}
