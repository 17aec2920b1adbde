import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { toDelimited } from "../state/fact-rows.ts";
import { labelOf, outletOf } from "../state/view-index.ts";
import { countOf, dateInWords, relationLabel, sureness } from "../state/wording.ts";
import { FactualityBadge } from "./fact-parts.tsx";
import { NoFacts } from "./no-facts.tsx";
import type { Viewer } from "./viewer.ts";

interface Column {
  readonly title: string;
  readonly text: (viewer: Viewer, fact: GraphViewFact) => string;
}

const COLUMNS: readonly Column[] = [
  { title: "Subject", text: ({ index }, fact) => labelOf(index, fact.source) },
  { title: "Relation", text: ({ index }, fact) => relationLabel(index, fact) },
  { title: "Object", text: ({ index }, fact) => labelOf(index, fact.target) },
  { title: "How sure", text: (_, fact) => sureness(fact).name },
  { title: "Said by", text: (_, fact) => fact.speakers[0]?.speaker ?? "" },
  { title: "Date", text: (_, fact) => fact.date ?? fact.statementDate ?? "" },
  { title: "Outlet", text: ({ index }, fact) => outletOf(index, fact) },
];

const { compare } = new Intl.Collator("en", { numeric: true });

/** Height of a row in pixels; the style sheet has the same. */
const ROW_HEIGHT = 32;
/** Rows kept ready above and below what is seen. */
const SPARE_ROWS = 12;

function countListed(listed: number, all: number): string {
  return listed === all ? countOf(all, "fact") : `${countOf(listed, "fact")} of ${all}`;
}

interface Sorting {
  readonly title: string;
  readonly descending: boolean;
}

function sortFacts(
  viewer: Viewer,
  facts: readonly GraphViewFact[],
  sorting: Sorting | null,
): readonly GraphViewFact[] {
  const column = COLUMNS.find(({ title }) => title === sorting?.title);
  if (column === undefined) return facts;
  const keyed = facts.map((fact) => ({ fact, key: column.text(viewer, fact) }));
  keyed.sort((left, right) => compare(left.key, right.key) * (sorting?.descending ? -1 : 1));
  return keyed.map(({ fact }) => fact);
}

function Cell({ viewer, fact, column }: { viewer: Viewer; fact: GraphViewFact; column: Column }) {
  const text = column.text(viewer, fact);
  if (column.title === "How sure") return <FactualityBadge fact={fact} />;
  return <>{column.title === "Date" ? dateInWords(text) : text}</>;
}

/**
 * The facts that pass the filters, as a table: a second, equal way in, for keyboard and screen reader too. Only the rows
 * in sight are in the page; the grid pattern of the ARIA Authoring Practices: arrows walk, Enter opens.
 */
export function FactsTable({ viewer }: { viewer: Viewer }) {
  const sortBy = useSignal<Sorting | null>(null);
  const active = useSignal(0);
  const scroll = useSignal({ top: 0, height: 800 });
  const box = useRef<HTMLElement>(null);
  const facts = viewer.listed.value;
  const sorting = sortBy.value;
  const sorted = useMemo(() => sortFacts(viewer, facts, sorting), [viewer, facts, sorting]);
  const { selection } = viewer.state.value;
  const first = Math.max(0, Math.floor(scroll.value.top / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(
    sorted.length,
    Math.ceil((scroll.value.top + scroll.value.height) / ROW_HEIGHT) + SPARE_ROWS,
  );
  const current = Math.min(active.value, Math.max(0, sorted.length - 1));

  useEffect(() => {
    const measure = (): void => {
      if (box.current !== null)
        scroll.value = { top: box.current.scrollTop, height: box.current.clientHeight };
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [scroll]);

  const goTo = (place: number): void => {
    const row = Math.min(Math.max(place, 0), sorted.length - 1);
    active.value = row;
    const top = row * ROW_HEIGHT;
    const element = box.current;
    if (element === null) return;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT * 2 > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW_HEIGHT * 2 - element.clientHeight;
    scroll.value = { top: element.scrollTop, height: element.clientHeight };
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>("tr[tabindex='0']")?.focus({ preventScroll: true }),
    );
  };
  const select = (fact: GraphViewFact): void => viewer.dispatch({ type: "select-fact", id: fact.id });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest("tbody") === null) return;
    const page = Math.max(1, Math.floor(scroll.value.height / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: sorted.length - 1,
    };
    const step = steps[event.key];
    const fact = sorted[current];
    if (step !== undefined) goTo(step);
    else if ((event.key === "Enter" || event.key === " ") && fact !== undefined) select(fact);
    else return;
    event.preventDefault();
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(toDelimited(viewer.index, sorted, "\t"));
      viewer.message.value = `${countOf(sorted.length, "fact")} copied.`;
    } catch {
      viewer.message.value = "The browser does not allow copying here; the export dialog writes a file.";
    }
  };
  return (
    <section class="table-page" aria-label="Facts">
      <div class="table-top">
        <p class="quiet">{countListed(facts.length, viewer.index.view.facts.length)}</p>
        <button type="button" onClick={copy}>
          Copy the table
        </button>
      </div>
      <section
        class="table-box"
        aria-label="Table of facts"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const { scrollTop, clientHeight } = event.currentTarget;
          scroll.value = { top: scrollTop, height: clientHeight };
        }}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keys is a grid */}
        <table role="grid" aria-rowcount={sorted.length + 1} aria-label="Facts">
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map(({ title }) => {
                const isSorted = sortBy.value?.title === title;
                const descending = sortBy.value?.descending === true;
                return (
                  <th
                    key={title}
                    scope="col"
                    aria-sort={isSorted ? (descending ? "descending" : "ascending") : "none"}
                  >
                    <button
                      type="button"
                      class="sort"
                      onClick={() => {
                        sortBy.value = { title, descending: isSorted && !descending };
                      }}
                    >
                      {title}
                      <span aria-hidden="true">{isSorted ? (descending ? " ↓" : " ↑") : ""}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {first > 0 && (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it stands for rows that are not in the page
              <tr role="presentation" class="spacer">
                <td role="presentation" colSpan={COLUMNS.length} height={first * ROW_HEIGHT} />
              </tr>
            )}
            {sorted.slice(first, last).map((fact, place) => (
              <tr
                key={fact.id}
                data-fact={fact.id}
                aria-rowindex={first + place + 2}
                aria-selected={selection.kind === "fact" && selection.id === fact.id}
                tabIndex={first + place === current ? 0 : -1}
                onClick={() => {
                  active.value = first + place;
                  select(fact);
                }}
              >
                {COLUMNS.map((column) => (
                  <td key={column.title} title={column.text(viewer, fact)}>
                    <Cell viewer={viewer} fact={fact} column={column} />
                  </td>
                ))}
              </tr>
            ))}
            {last < sorted.length && (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it stands for rows that are not in the page
              <tr role="presentation" class="spacer">
                <td
                  role="presentation"
                  colSpan={COLUMNS.length}
                  height={(sorted.length - last) * ROW_HEIGHT}
                />
              </tr>
            )}
          </tbody>
        </table>
        {sorted.length === 0 && <NoFacts viewer={viewer} />}
      </section>
    </section>
  );
}
