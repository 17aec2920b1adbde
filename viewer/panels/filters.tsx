import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { VIEW_FACTUALITIES } from "../../src/view/graph-view.ts";
import { type Facet, isFacetFiltered, isFiltered } from "../state/view-state.ts";
import { countFacet, type FacetValue } from "../state/visible.ts";
import { countOf, dateInWords, FACTUALITY_WORDS } from "../state/wording.ts";
import { LineSample, NodeSample } from "./fact-parts.tsx";
import { HiddenAtFirst } from "./hidden-at-first.tsx";
import type { Viewer } from "./viewer.ts";

/** Rows shown before "more". */
const FIRST_ROWS = 8;

interface FacetProps {
  readonly viewer: Viewer;
  readonly facet: Facet;
  readonly title: string;
  readonly open?: boolean;
  /** Order other than by count. */
  readonly order?: (left: FacetValue, right: FacetValue) => number;
  readonly sample?: (value: string) => ComponentChildren;
  readonly label: (value: string) => string;
}

/** One list of checkboxes: legend and filter at once. Counts hold under all the other filters. */
function FacetList({ viewer, facet, title, open, order, sample, label }: FacetProps) {
  const showsAll = useSignal(false);
  const counted = countFacet(viewer.index, viewer.state.value, viewer.visible.value, facet);
  const values = order === undefined ? counted : counted.sort(order);
  const rows = showsAll.value ? values : values.slice(0, FIRST_ROWS);
  const all = values.map((value) => value.value);
  return (
    <details class="facet" open={open}>
      <summary>
        <h2>{title}</h2>
        {isFacetFiltered(viewer.state.value, facet) && <span class="dot" title="filtered" />}
      </summary>
      <ul>
        {rows.map(({ value, count, hidden }) => (
          <li key={value} class={count === 0 ? "empty" : ""}>
            <label>
              <input
                type="checkbox"
                checked={!hidden}
                onChange={() =>
                  viewer.dispatch({ type: "set-hidden", facet, values: [value], hidden: !hidden })
                }
              />
              {sample?.(value)}
              <span class="facet-label" title={label(value)}>
                {label(value)}
              </span>
              <span class="count">{count}</span>
            </label>
            <button
              type="button"
              class="only"
              aria-label={`Show ${label(value)} only`}
              onClick={() => viewer.dispatch({ type: "only", facet, value, all })}
            >
              only
            </button>
          </li>
        ))}
      </ul>
      {values.length > FIRST_ROWS && (
        <button
          type="button"
          class="link"
          onClick={() => {
            showsAll.value = !showsAll.value;
          }}
        >
          {showsAll.value ? "fewer" : `${values.length - FIRST_ROWS} more`}
        </button>
      )}
    </details>
  );
}

/** What else is left out of the picture, each with a way to bring it back. */
function PartNotice({ viewer }: { viewer: Viewer }) {
  const { only, words, period } = viewer.state.value;
  return (
    <>
      {only !== null && (
        <p class="part">
          A part: {countOf(only.size, "thing")}.{" "}
          <button type="button" class="link" onClick={() => viewer.dispatch({ type: "show-whole" })}>
            Show the whole graph
          </button>
        </p>
      )}
      {words !== "" && (
        <p class="part">
          Only facts with “{words}”.{" "}
          <button
            type="button"
            class="link"
            onClick={() => viewer.dispatch({ type: "set-words", words: "" })}
          >
            Show all
          </button>
        </p>
      )}
      {period !== null && (
        <p class="part">
          {period.by === "event" ? "Happened" : "Published"} {dateInWords(`${period.from}/${period.to}`)}.{" "}
          <button
            type="button"
            class="link"
            onClick={() => viewer.dispatch({ type: "set-period", period: null })}
          >
            Any time
          </button>
        </p>
      )}
    </>
  );
}

const factualityRank = new Map<string, number>(VIEW_FACTUALITIES.map((value, rank) => [value, rank]));

export function Filters({ viewer }: { viewer: Viewer }) {
  const { index } = viewer;
  const factualityOf = (value: string) => VIEW_FACTUALITIES.find((known) => known === value) ?? "unknown";
  const isValue = (type: string): boolean => index.types.get(type)?.group === "value";
  const family = (value: string) => (index.relations.get(value)?.family ?? "other").replace(" ", "-");
  return (
    <div class="filters">
      <PartNotice viewer={viewer} />
      <HiddenAtFirst viewer={viewer} />
      <FacetList
        viewer={viewer}
        facet="type"
        title="Kinds"
        open
        order={(left, right) => Number(isValue(left.value)) - Number(isValue(right.value))}
        label={(value) => index.types.get(value)?.label ?? value}
        sample={(value) => <NodeSample group={index.types.get(value)?.group ?? "thing"} />}
      />
      <FacetList
        viewer={viewer}
        facet="factuality"
        title="How sure"
        open
        order={(left, right) =>
          (factualityRank.get(left.value) ?? 0) - (factualityRank.get(right.value) ?? 0)
        }
        label={(value) => FACTUALITY_WORDS[factualityOf(value)].name}
        sample={(value) => <LineSample factuality={factualityOf(value)} />}
      />
      <FacetList
        viewer={viewer}
        facet="relation"
        title="Relations"
        open
        label={(value) => index.relations.get(value)?.label ?? value}
        sample={(value) => <span class={`swatch family-${family(value)}`} />}
      />
      <FacetList viewer={viewer} facet="outlet" title="Outlets" label={(value) => value} />
      <FacetList viewer={viewer} facet="speaker" title="Said by" label={(value) => value} />
      {isFiltered(viewer.state.value) && (
        <button type="button" class="clear" onClick={() => viewer.dispatch({ type: "show-all" })}>
          Clear filters
        </button>
      )}
    </div>
  );
}
