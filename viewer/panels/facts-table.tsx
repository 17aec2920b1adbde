import { useSignal } from "@preact/signals";
import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { labelOf, outletOf } from "../state/view-index.ts";
import { dateInWords, FACTUALITY_WORDS, relationLabel } from "../state/wording.ts";
import { FactualityBadge } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

interface Column {
  readonly title: string;
  readonly text: (viewer: Viewer, fact: GraphViewFact) => string;
}

const COLUMNS: readonly Column[] = [
  { title: "Subject", text: ({ index }, fact) => labelOf(index, fact.source) },
  { title: "Relation", text: ({ index }, fact) => relationLabel(index, fact) },
  { title: "Object", text: ({ index }, fact) => labelOf(index, fact.target) },
  { title: "How sure", text: (_, fact) => FACTUALITY_WORDS[fact.factuality].name },
  { title: "Said by", text: (_, fact) => fact.speakers[0]?.speaker ?? "" },
  { title: "Date", text: (_, fact) => fact.date ?? fact.statementDate ?? "" },
  { title: "Outlet", text: ({ index }, fact) => outletOf(index, fact) },
];

const PAGE = 300;

function FactRow({ viewer, fact }: { viewer: Viewer; fact: GraphViewFact }) {
  const { selection } = viewer.state.value;
  const isSelected = selection.kind === "fact" && selection.id === fact.id;
  const select = (): void => viewer.dispatch({ type: "select-fact", id: fact.id });
  return (
    <tr class={isSelected ? "selected" : ""} onClick={select}>
      {COLUMNS.map(({ title, text }) => (
        <td key={title} class={title === "Date" ? "date" : ""}>
          {title === "Relation" ? (
            <button type="button" class="link" data-fact={fact.id} aria-current={isSelected}>
              {text(viewer, fact)}
            </button>
          ) : title === "How sure" ? (
            <FactualityBadge factuality={fact.factuality} />
          ) : title === "Date" ? (
            dateInWords(text(viewer, fact))
          ) : (
            text(viewer, fact)
          )}
        </td>
      ))}
    </tr>
  );
}

/** The facts that pass the filters, as a table: a second, equal way in, for keyboard and screen reader too. */
export function FactsTable({ viewer }: { viewer: Viewer }) {
  const sortBy = useSignal<{ readonly title: string; readonly descending: boolean } | null>(null);
  const limit = useSignal(PAGE);
  const { facts } = viewer.visible.value;
  const column = COLUMNS.find((candidate) => candidate.title === sortBy.value?.title);
  const direction = sortBy.value?.descending ? -1 : 1;
  const sorted =
    column === undefined
      ? facts
      : [...facts].sort(
          (left, right) => column.text(viewer, left).localeCompare(column.text(viewer, right)) * direction,
        );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-box" aria-label="Facts" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ title }) => {
              const isSorted = sortBy.value?.title === title;
              return (
                <th
                  key={title}
                  scope="col"
                  aria-sort={isSorted ? (sortBy.value?.descending ? "descending" : "ascending") : "none"}
                >
                  <button
                    type="button"
                    class="sort"
                    onClick={() => {
                      sortBy.value = { title, descending: isSorted && !sortBy.value?.descending };
                    }}
                  >
                    {title}
                    <span aria-hidden="true">{isSorted ? (sortBy.value?.descending ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, limit.value).map((fact) => (
            <FactRow key={fact.id} viewer={viewer} fact={fact} />
          ))}
        </tbody>
      </table>
      {sorted.length > limit.value && (
        <button
          type="button"
          class="link more"
          onClick={() => {
            limit.value += PAGE;
          }}
        >
          Show {Math.min(PAGE, sorted.length - limit.value)} more of {sorted.length}
        </button>
      )}
      {sorted.length === 0 && <NoFacts viewer={viewer} />}
    </section>
  );
}

export function NoFacts({ viewer }: { viewer: Viewer }) {
  return (
    <div class="notice" role="status">
      <p>No fact passes the filters.</p>
      <button type="button" class="clear" onClick={() => viewer.dispatch({ type: "show-all" })}>
        Clear filters
      </button>
    </div>
  );
}
