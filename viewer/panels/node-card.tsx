import { useSignal } from "@preact/signals";
import type { GraphViewFact, GraphViewNode } from "../../src/view/graph-view.ts";
import { EXPAND_LIMIT, findExpansions, neighboursOf } from "../state/neighbourhood.ts";
import { filterType, groupOfNode, otherEnd, outletOf, relationHeading } from "../state/view-index.ts";
import { countOf } from "../state/wording.ts";
import { FactButton, NodeSample } from "./fact-parts.tsx";
import { HiddenAtFirst } from "./hidden-at-first.tsx";
import type { Viewer } from "./viewer.ts";

/** The same said by several articles: one line, with all who say it. */
export interface Statement {
  readonly fact: GraphViewFact;
  readonly more: readonly GraphViewFact[];
}

interface FactGroup {
  readonly heading: string;
  readonly statements: readonly Statement[];
}

/** By relation and direction, the largest group first. */
function groupFacts(viewer: Viewer, node: GraphViewNode, facts: readonly GraphViewFact[]): FactGroup[] {
  const groups = new Map<string, Map<string, GraphViewFact[]>>();
  for (const fact of facts) {
    const heading = relationHeading(viewer.index, fact, node.id);
    const group = groups.get(heading) ?? new Map<string, GraphViewFact[]>();
    groups.set(heading, group);
    const key = `${otherEnd(fact, node.id)}\n${fact.factuality}`;
    group.set(key, [...(group.get(key) ?? []), fact]);
  }
  return [...groups]
    .map(([heading, same]) => ({
      heading,
      statements: [...same.values()].flatMap(([fact, ...more]) =>
        fact === undefined ? [] : [{ fact, more }],
      ),
    }))
    .sort(
      (left, right) =>
        right.statements.length - left.statements.length || (left.heading < right.heading ? -1 : 1),
    );
}

/** The other articles that say the same, folded away. */
function More({ viewer, facts, from }: { viewer: Viewer; facts: readonly GraphViewFact[]; from: string }) {
  return (
    <details class="more-facts">
      <summary>{countOf(facts.length, "more article")} say so</summary>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact.id}>
            <FactButton viewer={viewer} fact={fact} from={from} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Note({ viewer, id }: { viewer: Viewer; id: string }) {
  const isOpen = useSignal(false);
  const text = viewer.state.value.notes.get(id) ?? "";
  if (text === "" && !isOpen.value)
    return (
      <button
        type="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        Note
      </button>
    );
  return (
    <textarea
      class="note"
      aria-label="Note"
      rows={2}
      placeholder="Your note; it stays in this browser's address and its exports"
      // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
      autoFocus={isOpen.value}
      value={text}
      onChange={(event) => viewer.dispatch({ type: "note", id, text: event.currentTarget.value })}
    />
  );
}

/** What to do from here: a path, the neighbourhood alone, more of it. */
function Actions({
  viewer,
  node,
  facts,
}: {
  viewer: Viewer;
  node: GraphViewNode;
  facts: readonly GraphViewFact[];
}) {
  const { index, dispatch } = viewer;
  const state = viewer.state.value;
  const around = neighboursOf(index, node.id, facts);
  const expansions = findExpansions(index, state, node.id);
  const missing = new Set(expansions.flatMap(({ ids }) => ids));
  return (
    <>
      <div class="actions">
        <button
          type="button"
          onClick={() => dispatch({ type: "select-path", from: node.id, to: null })}
          disabled={around.length === 0}
        >
          Path to …
        </button>
        {state.only === null && around.length > 0 && (
          <button
            type="button"
            onClick={() => dispatch({ type: "show-only", ids: [node.id, ...around.slice(0, EXPAND_LIMIT)] })}
          >
            Only its neighbourhood
            {around.length > EXPAND_LIMIT && ` (${EXPAND_LIMIT} of ${around.length})`}
          </button>
        )}
        <Note key={node.id} viewer={viewer} id={node.id} />
      </div>
      {missing.size > 0 && (
        <details class="expand" open>
          <summary>{countOf(missing.size, "neighbour")} not shown</summary>
          <div class="actions">
            <button
              type="button"
              onClick={() => dispatch({ type: "show-more", ids: [...missing].slice(0, EXPAND_LIMIT) })}
            >
              Add {missing.size > EXPAND_LIMIT ? `${EXPAND_LIMIT} of ${missing.size}` : "all"}
            </button>
            {expansions.slice(0, 6).map(({ heading, ids }) => (
              <button
                key={heading}
                type="button"
                onClick={() => dispatch({ type: "show-more", ids: ids.slice(0, EXPAND_LIMIT) })}
              >
                {heading} +{Math.min(ids.length, EXPAND_LIMIT)}
              </button>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** All that is known of one node: its names, and its facts by relation. */
export function NodeCard({ viewer, node }: { viewer: Viewer; node: GraphViewNode }) {
  const { index } = viewer;
  const all = index.factsOf.get(node.id) ?? [];
  const shown = all.filter((fact) => viewer.visible.value.factIds.has(fact.id));
  const aliases = node.aliases.filter((alias) => alias !== node.label);
  const listable = new Set(viewer.listed.value);
  const listed = all.filter((fact) => listable.has(fact));
  const withheld = all.length - listed.length;
  const outlets = new Set(all.map((fact) => outletOf(index, fact))).size;
  return (
    <article class="card" aria-labelledby="card-title">
      <header>
        <NodeSample group={groupOfNode(index, node)} />
        <div>
          <h2 id="card-title" tabIndex={-1}>
            {node.label}
          </h2>
          <p class="quiet">
            {index.types.get(filterType(node))?.label ?? node.type}
            {node.kind === "described" && ", known by description only"}
            {" · "}
            {countOf(all.length, "fact")} · {countOf(outlets, "outlet")}
          </p>
        </div>
      </header>
      {aliases.length > 0 && <p class="aliases">Also: {aliases.join(", ")}</p>}
      <Actions viewer={viewer} node={node} facts={shown} />
      {groupFacts(viewer, node, listed).map((group) => (
        <section key={group.heading}>
          <h3>
            {group.heading} <span class="count">{group.statements.length}</span>
          </h3>
          <ul class="facts">
            {group.statements.map(({ fact, more }) => (
              <li key={fact.id}>
                <FactButton viewer={viewer} fact={fact} from={node.id} />
                {more.length > 0 && <More viewer={viewer} facts={more} from={node.id} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <HiddenAtFirst viewer={viewer} of={all} />
      {withheld > 0 && (
        <p class="quiet">
          {countOf(withheld, "fact")} hidden by the filters.{" "}
          <button type="button" class="link" onClick={() => viewer.dispatch({ type: "show-all" })}>
            Clear filters
          </button>
        </p>
      )}
    </article>
  );
}
