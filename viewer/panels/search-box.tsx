import { useEffect, useRef } from "preact/hooks";
import type { SearchHit } from "../state/search-index.ts";
import { groupOfNode } from "../state/view-index.ts";
import { countOf } from "../state/wording.ts";
import { Combobox, type ComboboxOption } from "./combobox.tsx";
import { LineSample, NodeSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

interface Hit extends ComboboxOption {
  readonly kind: SearchHit["kind"] | "filter";
  readonly id: string;
}

function HitSample({ viewer, hit }: { viewer: Viewer; hit: Hit }) {
  const node = viewer.index.nodes.get(hit.id);
  const fact = viewer.index.facts.get(hit.id);
  if (fact !== undefined) return <LineSample factuality={fact.factuality} />;
  return node === undefined ? <span /> : <NodeSample group={groupOfNode(viewer.index, node)} />;
}

function toHit(hit: SearchHit): Hit {
  const detail = hit.kind === "fact" ? `“${hit.detail}”` : hit.detail;
  return { ...hit, detail, key: `${hit.kind} ${hit.id}`, className: `hit-${hit.kind}` };
}

/** Whether a key was pressed while writing somewhere. */
export function isTyping(event: KeyboardEvent): boolean {
  // The innermost element: the query editor stands in a shadow tree, whose host is all that `target` tells.
  const [target] = event.composedPath();
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, .cm-editor") !== null
  );
}

/** Search with suggestions. "/" leads to it; the last suggestion leaves only facts with the words. */
export function SearchBox({ viewer }: { viewer: Viewer }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  const find = (query: string): Hit[] => {
    const hits = viewer.search.find(query).map(toHit);
    if (hits.length === 0) return hits;
    const count = viewer.search.findFacts(query).size;
    const title = `Only facts with “${query.trim()}”`;
    if (count > 0)
      hits.push({ kind: "filter", key: "filter", id: query.trim(), title, detail: countOf(count, "fact") });
    return hits;
  };
  return (
    <search class="search">
      <Combobox
        id="search"
        label="Search names and words"
        input={input}
        find={find}
        sample={(hit) => <HitSample viewer={viewer} hit={hit} />}
        nothing={(query) => `Nothing has “${query}” in its name or words.`}
        // What was chosen stands in the panel or the filters: the field is free for the next search.
        textAfter={() => ""}
        onChoose={(hit) => {
          if (hit.kind === "node") viewer.dispatch({ type: "select-node", id: hit.id });
          else if (hit.kind === "fact") viewer.dispatch({ type: "select-fact", id: hit.id });
          else viewer.dispatch({ type: "set-words", words: hit.id });
        }}
      />
      <span class="key-hint" aria-hidden="true">
        /
      </span>
    </search>
  );
}
