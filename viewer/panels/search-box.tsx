import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { SearchHit } from "../state/search-index.ts";
import { groupOfNode } from "../state/view-index.ts";
import { LineSample, NodeSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

function HitSample({ viewer, hit }: { viewer: Viewer; hit: SearchHit }) {
  const node = viewer.index.nodes.get(hit.id);
  const fact = viewer.index.facts.get(hit.id);
  if (fact !== undefined) return <LineSample factuality={fact.factuality} />;
  return node === undefined ? null : <NodeSample group={groupOfNode(viewer.index, node)} />;
}

/** Search with suggestions: the combobox pattern of the ARIA Authoring Practices, keys included. "/" leads to it. */
export function SearchBox({ viewer }: { viewer: Viewer }) {
  const query = useSignal("");
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const hits = isOpen.value ? viewer.search.find(query.value) : [];
  const isAsking = isOpen.value && query.value.trim() !== "";

  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const target = event.target;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof HTMLElement && target.closest("input, textarea, select")) return;
      event.preventDefault();
      input.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    isOpen.value = false;
    query.value = hit.kind === "node" ? hit.title : query.value;
    viewer.dispatch(
      hit.kind === "node" ? { type: "select-node", id: hit.id } : { type: "select-fact", id: hit.id },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      isOpen.value = true;
      active.value = hits.length === 0 ? 0 : (active.value + step + hits.length) % hits.length;
    } else if (event.key === "Enter") choose(hits[active.value]);
    else if (event.key === "Escape" && isOpen.value) {
      isOpen.value = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <search class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search names and words"
        aria-expanded={isAsking}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={hits[active.value] === undefined ? undefined : `hit-${active.value}`}
        placeholder="Search names and words"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          isOpen.value = true;
        }}
        onFocus={() => {
          isOpen.value = true;
        }}
        onBlur={() => {
          isOpen.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      <span class="key-hint">/</span>
      {isAsking && (
        <div id="search-hits" class="hits" role="listbox" aria-label="Found">
          {hits.map((hit, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input, which keeps the focus
            <div
              key={hit.id}
              id={`hit-${position}`}
              role="option"
              tabIndex={-1}
              aria-selected={position === active.value}
              class={`hit hit-${hit.kind}`}
              // The input must not lose the focus before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => {
                active.value = position;
              }}
              onClick={() => choose(hit)}
            >
              <HitSample viewer={viewer} hit={hit} />
              <span class="hit-title">{hit.title}</span>
              <span class="hit-detail">{hit.kind === "fact" ? `“${hit.detail}”` : hit.detail}</span>
            </div>
          ))}
          {hits.length === 0 && <p class="nothing">Nothing has “{query.value}” in its name or words.</p>}
        </div>
      )}
    </search>
  );
}
