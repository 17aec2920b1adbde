import { useEffect } from "preact/hooks";
import type { ViewIndex } from "../state/view-index.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Visible } from "../state/visible.ts";
import { countOf, FACTUALITY_WORDS, factSentence } from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

/** What a screen reader says of a state, e.g. "Leila Haddad, person, 12 facts". */
export function announcementOf(index: ViewIndex, state: ViewState, visible: Visible): string {
  const { selection } = state;
  const node = selection.kind === "node" ? index.nodes.get(selection.id) : undefined;
  const fact = selection.kind === "fact" ? index.facts.get(selection.id) : undefined;
  if (node !== undefined)
    return `${node.label}, ${index.types.get(node.type)?.label ?? node.type}, ${countOf(node.degree, "fact")}`;
  if (fact !== undefined)
    return `${factSentence(index, fact)}, ${FACTUALITY_WORDS[fact.factuality].name}. “${fact.evidence.quote}”`;
  return `${countOf(visible.facts.length, "fact")} shown of ${index.view.facts.length}`;
}

/** A live region, and the page's title in step with it. */
export function Announcer({ viewer }: { viewer: Viewer }) {
  const { index } = viewer;
  const { selection } = viewer.state.value;
  const words = announcementOf(index, viewer.state.value, viewer.visible.value);
  useEffect(() => {
    const name =
      selection.kind === "node"
        ? index.nodes.get(selection.id)?.label
        : selection.kind === "fact"
          ? words.replace(/\. “.*$/s, "")
          : undefined;
    document.title = name === undefined ? `${index.view.title} – Dateline` : `${name} – Dateline`;
  }, [index, selection, words]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {words}
    </p>
  );
}
