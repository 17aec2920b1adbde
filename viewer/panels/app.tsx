import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { RELATION_FAMILIES } from "../../src/view/graph-view.ts";
import { showsCommunities } from "../state/overview.ts";
import type { Tab } from "../state/view-state.ts";
import { countOf } from "../state/wording.ts";
import { Announcer } from "./announcer.tsx";
import { Evidence } from "./evidence.tsx";
import { Filters } from "./filters.tsx";
import { lazyPanel } from "./lazy.tsx";
import { NoFacts } from "./no-facts.tsx";
import { NodeCard } from "./node-card.tsx";
import { isTyping, SearchBox } from "./search-box.tsx";
import type { ThemeChoice, Viewer } from "./viewer.ts";

const FactsTable = lazyPanel(async () => (await import("./facts-table.tsx")).FactsTable);
const Outline = lazyPanel(async () => (await import("./outline.tsx")).Outline);
const PathPanel = lazyPanel(async () => (await import("./path-panel.tsx")).PathPanel);
const CrowdNote = lazyPanel(async () => (await import("./crowd-note.tsx")).CrowdNote);
// With the dialogs, which list communities too: a part of its own would split what is fetched first.
const CommunityMap = lazyPanel(async () => (await import("../dialogs/dialogs.tsx")).CommunityMap);
const Dialogs = lazyPanel(async () => (await import("../dialogs/dialogs.tsx")).Dialogs);
const Timeline = lazyPanel(async () => (await import("../timeline/timeline.tsx")).Timeline);
/** A published file has no server to ask, and its own engine only where it was asked for. */
const QueryPage =
  import.meta.env.PUBLISHED && !import.meta.env.CARRIES_SPARQL
    ? () => null
    : lazyPanel(async () => (await import("../query/query-page.tsx")).QueryPage);

/** More things cannot be told apart at once. */
const CROWD = 5000;

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: "light",
  light: "dark",
  dark: "system",
};
const THEME_SIGNS: Readonly<Record<ThemeChoice, string>> = { system: "◐", light: "☀", dark: "☾" };
const TAB_NAMES: Readonly<Record<Tab, string>> = { graph: "Graph", facts: "Facts", query: "Query" };

function Header({ viewer, onSidebar }: { viewer: Viewer; onSidebar: () => void }) {
  const { view } = viewer.index;
  const { tab } = viewer.state.value;
  const theme = viewer.theme.value;
  const shown = viewer.visible.value.facts.length;
  const tabs: readonly Tab[] = viewer.canQuery ? ["graph", "facts", "query"] : ["graph", "facts"];
  return (
    <header class="top">
      <button type="button" class="icon only-narrow" aria-label="Filters and outline" onClick={onSidebar}>
        ☰
      </button>
      <h1>{view.title}</h1>
      <SearchBox viewer={viewer} />
      <fieldset class="tabs" aria-label="View">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => viewer.dispatch({ type: "show-tab", tab: name })}
          >
            {TAB_NAMES[name]}
          </button>
        ))}
      </fieldset>
      <p class="totals quiet">
        {shown < view.facts.length && `${shown.toLocaleString("en")} of `}
        {countOf(view.facts.length, "fact")} · {countOf(view.articles.length, "article")}
      </p>
      <div class="tools">
        <button
          type="button"
          class="icon wide-only"
          aria-label="Undo"
          title="Undo (Ctrl+Z)"
          disabled={!viewer.canUndo.value}
          onClick={() => viewer.undo()}
        >
          ↶
        </button>
        <button
          type="button"
          class="icon wide-only"
          aria-label="Redo"
          title="Redo (Ctrl+Shift+Z)"
          disabled={!viewer.canRedo.value}
          onClick={() => viewer.redo()}
        >
          ↷
        </button>
        <button
          type="button"
          class="icon wide-only"
          aria-label="Export"
          title="Export (e)"
          onClick={() => {
            viewer.dialog.value = "export";
          }}
        >
          ⇩
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Commands"
          title="Commands (Ctrl+K)"
          onClick={() => {
            viewer.dialog.value = "commands";
          }}
        >
          ⋯
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

/** Filters, or the graph as a tree, beside the picture. */
function Sidebar({ viewer }: { viewer: Viewer }) {
  const shown = useSignal<"filters" | "outline">("filters");
  return (
    <nav class="sidebar" aria-label="Filters and outline">
      <fieldset class="tabs" aria-label="Beside the picture">
        {(["filters", "outline"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={shown.value === name}
            onClick={() => {
              shown.value = name;
            }}
          >
            {name === "filters" ? "Filters" : "Outline"}
          </button>
        ))}
      </fieldset>
      {shown.value === "filters" ? <Filters viewer={viewer} /> : <Outline viewer={viewer} />}
    </nav>
  );
}

/** What is selected, over the right side of the picture. */
function SelectionPanel({ viewer }: { viewer: Viewer }) {
  const { selection } = viewer.state.value;
  const { index } = viewer;
  const node = selection.kind === "node" ? index.nodes.get(selection.id) : undefined;
  const fact = selection.kind === "fact" ? index.facts.get(selection.id) : undefined;
  const path = selection.kind === "path" ? selection : undefined;
  const id = node?.id ?? fact?.id ?? (path && `path ${path.from} ${path.to}`);
  const before = useRef(id);
  // At once: a key that is pressed next would still go to the search field.
  useLayoutEffect(() => {
    // The button that was pressed is gone with the panel it stood in, or the search is over: reading goes on here.
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.closest(".search") != null;
    if (id !== before.current && isFree)
      document.getElementById("card-title")?.focus({ preventScroll: true });
    before.current = id;
  }, [id]);
  if (id === undefined) return null;
  return (
    <aside class="panel" data-covers-picture aria-label="Selection">
      <div class="panel-top">
        <button
          type="button"
          class="icon"
          aria-label="Back to what was looked at before"
          title="Back ([)"
          disabled={!viewer.canGoBack.value}
          onClick={() => viewer.step(-1)}
        >
          ←
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Forward"
          title="Forward (])"
          disabled={!viewer.canGoForward.value}
          onClick={() => viewer.step(1)}
        >
          →
        </button>
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
        {path !== undefined && <PathPanel viewer={viewer} selection={path} />}
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

function PictureNotice({ viewer }: { viewer: Viewer }) {
  const status = viewer.picture.value;
  if (status.kind === "none")
    return (
      <p class="notice" role="status">
        This browser gives no WebGL to draw with. The Facts view and the outline have the same facts.
      </p>
    );
  if (status.kind === "drawn") return null;
  return (
    <p class="notice quiet">
      Arranging {countOf(viewer.index.view.nodes.length, "thing")} …
      <progress value={status.share} aria-label="Arranging the graph" />
    </p>
  );
}

function Picture({ viewer, canvas }: { viewer: Viewer; canvas: Ref<HTMLDivElement> }) {
  const visible = viewer.visible.value;
  const isMap = showsCommunities(viewer.state.value, visible, viewer.mostThings);
  const showsTime = useSignal(viewer.state.value.period !== null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = {
      ArrowLeft: { x: -1, y: 0 },
      ArrowRight: { x: 1, y: 0 },
      ArrowUp: { x: 0, y: -1 },
      ArrowDown: { x: 0, y: 1 },
    }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
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
        inert={isMap}
        aria-label="Graph of things and facts. Arrow keys walk from thing to thing, plus and minus zoom, 0 shows all; the outline and the Facts view list the same."
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
        <button
          type="button"
          class="icon"
          aria-label="Timeline"
          title="Timeline (t)"
          aria-pressed={showsTime.value}
          data-command="timeline"
          onClick={() => {
            showsTime.value = !showsTime.value;
          }}
        >
          ◷
        </button>
      </div>
      {showsTime.value ? <Timeline viewer={viewer} /> : <LineLegend />}
      {visible.facts.length === 0 && <NoFacts viewer={viewer} />}
      {isMap ? (
        <CommunityMap viewer={viewer} />
      ) : (
        visible.nodeIds.size > Math.min(CROWD, viewer.mostThings) && <CrowdNote viewer={viewer} />
      )}
      <PictureNotice viewer={viewer} />
    </section>
  );
}

/** Keys that hold everywhere but where something is written. */
function onKey(viewer: Viewer, event: KeyboardEvent): void {
  const withControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (withControl && key === "k") viewer.dialog.value = "commands";
  else if (isTyping(event) || viewer.dialog.value !== null) return;
  else if (withControl && key === "z" && event.shiftKey) viewer.redo();
  else if (withControl && key === "z") viewer.undo();
  else if (withControl || event.altKey) return;
  else if (key === "escape") viewer.dispatch({ type: "clear-selection" });
  else if (key === "[") viewer.step(-1);
  else if (key === "]") viewer.step(1);
  else if (key === "e") viewer.dialog.value = "export";
  else if (key === "?") viewer.dialog.value = "keys";
  else if (key === "p" && viewer.state.value.selection.kind === "node")
    viewer.dispatch({ type: "select-path", from: viewer.state.value.selection.id, to: null });
  else return;
  event.preventDefault();
}

/** Takes files that are dropped anywhere, where a server can read them. */
function onDrop(viewer: Viewer, event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  if (!viewer.hasServer) return;
  viewer.dropped.value = files;
  viewer.dialog.value = "add";
}

export interface AppProps {
  readonly viewer: Viewer;
  readonly canvas: Ref<HTMLDivElement>;
}

export function App({ viewer, canvas }: AppProps) {
  const showsSidebar = useSignal(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => onKey(viewer, event);
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [viewer]);
  const { tab } = viewer.state.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped; by keyboard the dialog takes them
    <div
      class={`app ${showsSidebar.value ? "sidebar-open" : ""}`}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
      }}
      onDrop={(event) => onDrop(viewer, event)}
    >
      <Header
        viewer={viewer}
        onSidebar={() => {
          showsSidebar.value = !showsSidebar.value;
        }}
      />
      <Sidebar viewer={viewer} />
      <main>
        <Picture viewer={viewer} canvas={canvas} />
        {tab === "facts" && <FactsTable viewer={viewer} />}
        {tab === "query" && <QueryPage viewer={viewer} />}
        <SelectionPanel viewer={viewer} />
      </main>
      {viewer.dialog.value !== null && <Dialogs viewer={viewer} />}
      {viewer.message.value !== "" && (
        <p class="toast" aria-hidden="true">
          {viewer.message.value}
        </p>
      )}
      <Announcer viewer={viewer} />
    </div>
  );
}
