import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { Path } from "../state/paths.ts";
import { groupOfNode, labelOf, outletOf } from "../state/view-index.ts";
import type { Selection } from "../state/view-state.ts";
import { countOf, factSentence, isPlain } from "../state/wording.ts";
import { Combobox, type ComboboxOption } from "./combobox.tsx";
import { FactualityBadge, LineSample, NodeSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

type PathSelection = Extract<Selection, { kind: "path" }>;

/** A step of the path with the sentence that says so. */
function Hop({ viewer, facts }: { viewer: Viewer; facts: readonly GraphViewFact[] }) {
  const [fact] = facts;
  if (fact === undefined) return null;
  const { index } = viewer;
  return (
    <li>
      <button
        type="button"
        class="fact"
        data-fact={fact.id}
        onClick={() => viewer.dispatch({ type: "select-fact", id: fact.id })}
      >
        <LineSample factuality={fact.factuality} />
        <span class="fact-words">
          <b>{factSentence(index, fact)}</b>
          <q class="hop-quote">{fact.evidence.quote}</q>
          <span class="fact-source">
            {isPlain(fact) ? null : <FactualityBadge fact={fact} />}
            {outletOf(index, fact)}
            {facts.length > 1 && ` · and ${countOf(facts.length - 1, "more fact")} between the two`}
          </span>
        </span>
      </button>
    </li>
  );
}

function nameOf(viewer: Viewer, path: Path): string {
  const between = path.nodes.slice(1, -1).map((id) => labelOf(viewer.index, id));
  return between.length === 0 ? "directly" : `over ${between.join(", ")}`;
}

/** Where a path leads to: a field that looks up names. */
function Destination({ viewer, from }: { viewer: Viewer; from: string }) {
  const find = (query: string): ComboboxOption[] =>
    viewer.search
      .find(query)
      .filter((hit) => hit.kind === "node" && hit.id !== from)
      .map((hit) => ({ key: hit.id, title: hit.title, detail: hit.detail }));
  return (
    <div class="search destination">
      <Combobox
        id="destination"
        label="Path to: a name"
        autoFocus
        find={find}
        sample={({ key }) => {
          const node = viewer.index.nodes.get(key);
          return node === undefined ? null : <NodeSample group={groupOfNode(viewer.index, node)} />;
        }}
        nothing={(query) => `No name has “${query}” in it.`}
        onChoose={({ key }) => viewer.dispatch({ type: "select-path", from, to: key })}
      />
    </div>
  );
}

/** The ways between two things, each step with its sentence. */
export function PathPanel({ viewer, selection }: { viewer: Viewer; selection: PathSelection }) {
  const { from, to, rank } = selection;
  const paths = viewer.paths.value;
  const path = paths[rank];
  const label = (id: string): string => labelOf(viewer.index, id);
  if (to === null)
    return (
      <article class="card" aria-labelledby="card-title">
        <h2 id="card-title" tabIndex={-1}>
          Path from {label(from)}
        </h2>
        <Destination viewer={viewer} from={from} />
      </article>
    );
  return (
    <article class="card" aria-labelledby="card-title">
      <h2 id="card-title" tabIndex={-1}>
        {label(from)} → {label(to)}
      </h2>
      {path === undefined ? (
        <p class="quiet">
          {from === to
            ? "These are one and the same."
            : "No path joins the two among the facts that are shown."}
        </p>
      ) : (
        <>
          <ol class="ways" aria-label="Paths, the shortest first">
            {paths.map((way, place) => (
              <li key={way.nodes.join(" ")}>
                <button
                  type="button"
                  aria-pressed={place === rank}
                  onClick={() => viewer.dispatch({ type: "select-path", from, to, rank: place })}
                >
                  {countOf(way.hops.length, "step")}, {nameOf(viewer, way)}
                </button>
              </li>
            ))}
          </ol>
          <h3>Step by step</h3>
          <ol class="facts">
            {path.hops.map((facts) => (
              <Hop key={facts[0]?.id} viewer={viewer} facts={facts} />
            ))}
          </ol>
        </>
      )}
      <div class="actions">
        <button type="button" onClick={() => viewer.dispatch({ type: "select-path", from: to, to: from })}>
          Turn round
        </button>
        {path !== undefined && (
          <button type="button" onClick={() => viewer.dispatch({ type: "show-only", ids: path.nodes })}>
            Show only these
          </button>
        )}
        <button type="button" onClick={() => viewer.dispatch({ type: "select-path", from, to: null })}>
          Another destination
        </button>
      </div>
    </article>
  );
}
