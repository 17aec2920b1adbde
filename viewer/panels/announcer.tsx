import { useEffect } from "preact/hooks";
import type { GraphViewNode } from "../../src/view/graph-view.ts";
import type { Path } from "../state/paths.ts";
import { filterType, labelOf, type ViewIndex } from "../state/view-index.ts";
import type { Selection, ViewState } from "../state/view-state.ts";
import type { Visible } from "../state/visible.ts";
import { countOf, countShown, FACTUALITY_WORDS, factSentence } from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

function pathAnnouncement(
  index: ViewIndex,
  selection: Extract<Selection, { kind: "path" }>,
  paths: readonly Path[],
): string {
  if (selection.to === null) return `Path from ${labelOf(index, selection.from)}: choose where to`;
  const path = paths[selection.rank];
  if (path === undefined)
    return `No path from ${labelOf(index, selection.from)} to ${labelOf(index, selection.to)}`;
  const names = path.nodes.map((id) => labelOf(index, id)).join(", ");
  return `Path ${selection.rank + 1} of ${paths.length}, ${countOf(path.hops.length, "step")}: ${names}`;
}

/** "Leila Haddad, person, 12 facts, 2 contested". */
export function nodeAnnouncement(index: ViewIndex, node: GraphViewNode): string {
  const facts = index.factsOf.get(node.id) ?? [];
  const contested = facts.filter((fact) => index.agreement.opposing.has(fact.id)).length;
  const type = index.types.get(filterType(node))?.label ?? node.type;
  const words = `${node.label}, ${type}, ${countOf(facts.length, "fact")}`;
  return contested === 0 ? words : `${words}, ${contested} contested`;
}

/** What a screen reader says of a state, e.g. "Leila Haddad, person, 12 facts". */
export function announcementOf(
  index: ViewIndex,
  state: ViewState,
  visible: Visible,
  paths: readonly Path[],
): string {
  const { selection } = state;
  const node = selection.kind === "node" ? index.nodes.get(selection.id) : undefined;
  const fact = selection.kind === "fact" ? index.facts.get(selection.id) : undefined;
  if (node !== undefined) return nodeAnnouncement(index, node);
  if (fact !== undefined)
    return `${factSentence(index, fact)}, ${FACTUALITY_WORDS[fact.factuality].name}. “${fact.evidence.quote}”`;
  if (selection.kind === "path") return pathAnnouncement(index, selection, paths);
  return countShown(index, state, visible);
}

/** A live region, and the page's title in step with it. */
export function Announcer({ viewer }: { viewer: Viewer }) {
  const { index } = viewer;
  const { selection } = viewer.state.value;
  const words = announcementOf(index, viewer.state.value, viewer.visible.value, viewer.paths.value);
  useEffect(() => {
    if (!viewer.namesPage) return;
    const name =
      selection.kind === "node"
        ? index.nodes.get(selection.id)?.label
        : selection.kind === "fact"
          ? words.replace(/\. “.*$/s, "")
          : undefined;
    document.title = name === undefined ? `${index.view.title} – Dateline` : `${name} – Dateline`;
  }, [viewer, index, selection, words]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {viewer.message.value === "" ? words : viewer.message.value}
    </p>
  );
}
