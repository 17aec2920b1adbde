import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { GraphViewFact, GraphViewNode } from "../../src/view/graph-view.ts";
import { groupOfNode, labelOf, otherEnd, relationHeading, type ViewIndex } from "../state/view-index.ts";
import type { Selection } from "../state/view-state.ts";
import type { Visible } from "../state/visible.ts";
import { sureness } from "../state/wording.ts";
import { nodeAnnouncement } from "./announcer.tsx";
import { NodeSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

/** Rows of nodes that are drawn at once; the search box finds the rest. */
const MAX_ROWS = 200;

/** One row of the tree: a node, or below an opened node one of its facts. */
type Row =
  | { readonly key: string; readonly level: 1; readonly node: GraphViewNode; readonly isOpen: boolean }
  | { readonly key: string; readonly level: 2; readonly node: GraphViewNode; readonly fact: GraphViewFact };

function findRows(
  index: ViewIndex,
  { nodeIds, factIds }: Visible,
  selection: Selection,
  opened: ReadonlySet<string>,
): Row[] {
  const shown = index.view.nodes
    .filter((node) => nodeIds.has(node.id))
    .sort((left, right) => right.degree - left.degree || (left.label < right.label ? -1 : 1));
  const first = shown.slice(0, MAX_ROWS);
  const selected = selection.kind === "node" ? index.nodes.get(selection.id) : undefined;
  if (selected !== undefined && !first.includes(selected)) first.unshift(selected);
  return first.flatMap((node): Row[] => {
    const isOpen = opened.has(node.id);
    const head: Row = { key: node.id, level: 1, node, isOpen };
    if (!isOpen) return [head];
    const facts = (index.factsOf.get(node.id) ?? []).filter((fact) => factIds.has(fact.id));
    return [head, ...facts.map((fact): Row => ({ key: `${node.id}\n${fact.id}`, level: 2, node, fact }))];
  });
}

/**
 * The graph as a tree, in step with the picture: things, the best connected first, and under each its facts.
 * The tree pattern of the ARIA Authoring Practices: arrows walk, right opens, left closes, Enter selects.
 */
export function Outline({ viewer }: { viewer: Viewer }) {
  const opened = useSignal<ReadonlySet<string>>(new Set());
  const active = useSignal<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const { index } = viewer;
  const { selection } = viewer.state.value;
  const visible = viewer.visible.value;
  const openedIds = opened.value;
  const rows = useMemo(
    () => findRows(index, visible, selection, openedIds),
    [index, visible, selection, openedIds],
  );
  const selectedKey =
    selection.kind === "node"
      ? selection.id
      : selection.kind === "fact" && selection.from !== null
        ? `${selection.from}\n${selection.id}`
        : null;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === (active.value ?? selectedKey)),
  );

  useEffect(() => {
    if (selectedKey === null) return;
    active.value = selectedKey;
    tree.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [selectedKey, active]);

  const setOpen = (id: string, isOpen: boolean): void => {
    const next = new Set(opened.value);
    if (isOpen) next.add(id);
    else next.delete(id);
    opened.value = next;
  };
  const goTo = (place: number): void => {
    const row = rows[Math.min(Math.max(place, 0), rows.length - 1)];
    if (row === undefined) return;
    active.value = row.key;
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus());
  };
  const select = (row: Row): void => {
    active.value = row.key;
    if (row.level === 1) viewer.dispatch({ type: "select-node", id: row.node.id });
    else viewer.dispatch({ type: "select-fact", id: row.fact.id, from: row.node.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") goTo(at + 1);
    else if (event.key === "ArrowUp") goTo(at - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(rows.length - 1);
    else if (event.key === "ArrowRight") {
      if (row.level === 1 && !row.isOpen) setOpen(row.node.id, true);
      else goTo(at + 1);
    } else if (event.key === "ArrowLeft") {
      if (row.level === 1) setOpen(row.node.id, false);
      else goTo(rows.findIndex((other) => other.key === row.node.id));
    } else if (event.key === "Enter" || event.key === " ") select(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="outline" role="tree" aria-label="Things and their facts" ref={tree} onKeyDown={onKeyDown}>
      {rows.map((row, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
        <div
          key={row.key}
          role="treeitem"
          aria-level={row.level}
          aria-selected={row.key === selectedKey}
          aria-expanded={row.level === 1 ? row.isOpen : undefined}
          tabIndex={place === at ? 0 : -1}
          class={`row level-${row.level}`}
          onClick={() => select(row)}
        >
          {row.level === 1 ? (
            <>
              <button
                type="button"
                class="twist"
                tabIndex={-1}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  setOpen(row.node.id, !row.isOpen);
                }}
              >
                {row.isOpen ? "▾" : "▸"}
              </button>
              <NodeSample group={groupOfNode(viewer.index, row.node)} />
              <span class="row-label">{row.node.label}</span>
              <span class="visually-hidden">
                {nodeAnnouncement(viewer.index, row.node).slice(row.node.label.length)}
              </span>
              <span class="count" aria-hidden="true">
                {row.node.degree}
              </span>
            </>
          ) : (
            <span class="row-label">
              <span class="fact-relation">{relationHeading(viewer.index, row.fact, row.node.id)}</span>{" "}
              {labelOf(viewer.index, otherEnd(row.fact, row.node.id))}
              <span class="visually-hidden">, {sureness(row.fact).name}</span>
            </span>
          )}
        </div>
      ))}
      {rows.length === 0 && <p class="quiet">Nothing passes the filters.</p>}
    </div>
  );
}
