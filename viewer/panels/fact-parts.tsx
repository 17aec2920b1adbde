import type { GraphViewFact, NodeGroup, ViewFactuality } from "../../src/view/graph-view.ts";
import { labelOf, otherEnd, outletOf } from "../state/view-index.ts";
import {
  dateInWords,
  isDenied,
  isPlain,
  lineStyle,
  nearestSource,
  relationLabel,
  sureness,
} from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

/** The line as the picture draws it: solid, dashed or dotted, red with a bar where denied. */
export function LineSample({ factuality }: { factuality: ViewFactuality }) {
  const style = lineStyle(factuality);
  const dashes = { solid: undefined, dashed: "5 3.5", dotted: "0.1 4.5" }[style];
  return (
    <svg class={`line-sample ${isDenied(factuality) ? "denied" : ""}`} viewBox="0 0 26 10" aria-hidden="true">
      <line x1="2" y1="5" x2="24" y2="5" stroke-dasharray={dashes} />
      {isDenied(factuality) && <line x1="13" y1="1" x2="13" y2="9" />}
    </svg>
  );
}

const SHAPES: Readonly<Record<NodeGroup, string>> = {
  person: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  organization: "M4 2h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
  place: "M7 .8 13.2 7 7 13.2.8 7z",
  event: "M3.8 1.5h6.4L13.4 7l-3.2 5.5H3.8L.6 7z",
  idea: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  thing: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  value: "M3.5 3.6h7a2 2 0 0 1 2 2v2.8a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V5.6a2 2 0 0 1 2-2z",
};

/** The node as the picture draws it. */
export function NodeSample({ group }: { group: NodeGroup }) {
  return (
    <svg class={`node-sample group-${group}`} viewBox="0 0 14 14" aria-hidden="true">
      <path d={SHAPES[group]} />
    </svg>
  );
}

export function FactualityBadge({ fact }: { fact: GraphViewFact }) {
  const { name, meaning } = sureness(fact);
  return (
    <span
      class={`badge ${isDenied(fact.factuality) ? "denied" : isPlain(fact) ? "" : "unsure"}`}
      title={meaning}
    >
      {name}
    </span>
  );
}

/** A fact as one button: on a node's card, under the relation's name, its other end; elsewhere the whole sentence. */
export function FactButton(props: { viewer: Viewer; fact: GraphViewFact; from: string | null }) {
  const { viewer, fact, from } = props;
  const { index } = viewer;
  const date = fact.date ?? fact.statementDate;
  return (
    <button
      type="button"
      class="fact"
      data-fact={fact.id}
      onClick={() => viewer.dispatch({ type: "select-fact", id: fact.id, from })}
    >
      <LineSample factuality={fact.factuality} />
      <span class="fact-words">
        {from === null ? (
          <>
            <b>{labelOf(index, fact.source)}</b>{" "}
            <span class="fact-relation">{relationLabel(index, fact)}</span>{" "}
            <b>{labelOf(index, fact.target)}</b>
          </>
        ) : (
          <b>{labelOf(index, otherEnd(fact, from))}</b>
        )}
        <span class="fact-source">
          {isPlain(fact) ? null : <FactualityBadge fact={fact} />}
          {[
            nearestSource(fact.speakers),
            date === null ? undefined : dateInWords(date),
            outletOf(index, fact),
          ]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </span>
      </span>
    </button>
  );
}
