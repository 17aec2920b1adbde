import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { type Column, NO_DAY } from "./columns.ts";
import { dayOf } from "./days.ts";
import { endsOf, filterType, type ViewIndex } from "./view-index.ts";
import { FACETS, type Facet, INITIAL_STATE, type Period, type ViewState, type Window } from "./view-state.ts";

/** What passes the filters. */
export interface Visible {
  /** In the order of the view. */
  readonly facts: readonly GraphViewFact[];
  readonly factIds: ReadonlySet<string>;
  /** Nodes that a visible fact joins. */
  readonly nodeIds: ReadonlySet<string>;
  /** Per fact of the view, one bit for each filter that hides it: those of {@link FACETS}, then {@link FILTERS}. */
  readonly hiddenBy: Uint8Array;
}

export interface FacetValue {
  readonly value: string;
  /** How many facts (for types: nodes) the value has while every *other* filter holds. */
  readonly count: number;
  readonly hidden: boolean;
}

/** Filters besides the facets. */
const FILTERS = ["words", "period", "only"] as const;

const bitOf = (filter: Facet | (typeof FILTERS)[number]): number =>
  1 << [...FACETS, ...FILTERS].indexOf(filter);

export const PERIOD_BIT = bitOf("period");

/** The facts that some words are in; asked only where there are words to filter by. */
export type FindWords = (words: string) => ReadonlySet<string>;

function hideValues(hiddenBy: Uint8Array, column: Column, hidden: ReadonlySet<string>, bit: number): void {
  if (hidden.size === 0) return;
  const isHidden = Uint8Array.from(column.values, (value) => (hidden.has(value) ? bit : 0));
  const { codes, second } = column;
  for (let fact = 0; fact < codes.length; fact++) {
    let bits = isHidden[codes[fact] as number] as number;
    if (second !== null) bits |= isHidden[second[fact] as number] as number;
    hiddenBy[fact] = (hiddenBy[fact] as number) | bits;
  }
}

/** First and last day of a window. */
function daysOf({ from, to }: Window): readonly [number, number] {
  return [dayOf(from) ?? Number.NEGATIVE_INFINITY, dayOf(to) ?? Number.POSITIVE_INFINITY];
}

/** Whether each fact lies in a window; one without a date lies in none. */
export function inWindow(index: ViewIndex, by: Period["by"], window: Window): (fact: number) => boolean {
  const days = index.columns[by];
  const [first, last] = daysOf(window);
  return (fact) => {
    const day = days[fact] as number;
    return day !== NO_DAY && day >= first && day <= last;
  };
}

export function findVisible(index: ViewIndex, state: ViewState, findWords: FindWords): Visible {
  const all = index.view.facts;
  const hiddenBy = new Uint8Array(all.length);
  for (const facet of FACETS)
    hideValues(hiddenBy, index.columns.facets[facet], state.hidden[facet], bitOf(facet));
  const hideUnless = (passes: (fact: number) => boolean, bit: number): void => {
    for (let fact = 0; fact < all.length; fact++)
      if (!passes(fact)) hiddenBy[fact] = (hiddenBy[fact] as number) | bit;
  };
  if (state.words !== "") {
    const found = findWords(state.words);
    hideUnless((fact) => found.has((all[fact] as GraphViewFact).id), bitOf("words"));
  }
  if (state.period !== null) {
    const { by } = state.period;
    const first = inWindow(index, by, state.period);
    const second = state.compared === null ? undefined : inWindow(index, by, state.compared);
    hideUnless((fact) => first(fact) || second?.(fact) === true, PERIOD_BIT);
  }
  const { only } = state;
  if (only !== null)
    hideUnless((fact) => {
      const { source, target } = all[fact] as GraphViewFact;
      return only.has(source) && only.has(target);
    }, bitOf("only"));
  const facts = all.filter((_, fact) => hiddenBy[fact] === 0);
  return { facts, factIds: new Set(facts.map((fact) => fact.id)), nodeIds: endsOf(facts), hiddenBy };
}

/** The facts that only the view's own choice hides, which leaves out some kinds at first; no filter that a person set. */
export function findHiddenAtFirst(
  index: ViewIndex,
  state: ViewState,
  { hiddenBy }: Visible,
): readonly GraphViewFact[] {
  const atFirst = INITIAL_STATE.hidden.type;
  const byChoice = [...state.hidden.type].filter((type) => !atFirst.has(type));
  const typeOf = (id: string) => {
    const node = index.nodes.get(id);
    return node === undefined ? "" : filterType(node);
  };
  return index.view.facts.filter(
    ({ source, target }, fact) =>
      hiddenBy[fact] === bitOf("type") &&
      !byChoice.includes(typeOf(source)) &&
      !byChoice.includes(typeOf(target)),
  );
}

/** The facts that lists show: those of the picture, and those that only the picture has no room for. */
export function findListed(index: ViewIndex, state: ViewState, visible: Visible): readonly GraphViewFact[] {
  const atFirst = new Set(findHiddenAtFirst(index, state, visible));
  if (atFirst.size === 0) return visible.facts;
  return index.view.facts.filter((fact) => visible.factIds.has(fact.id) || atFirst.has(fact));
}

/** All values of a facet, hidden ones included, the most frequent first. */
export function countFacet(
  index: ViewIndex,
  state: ViewState,
  { hiddenBy }: Visible,
  facet: Facet,
): FacetValue[] {
  const { values, codes } = index.columns.facets[facet];
  const counts = new Uint32Array(values.length);
  const others = ~bitOf(facet);
  if (facet === "type") {
    const codeOf = new Map(values.map((value, code) => [value, code]));
    const under = index.view.facts.filter((_, fact) => ((hiddenBy[fact] as number) & others) === 0);
    for (const id of endsOf(under)) {
      const node = index.nodes.get(id);
      const code = node === undefined ? undefined : codeOf.get(filterType(node));
      if (code !== undefined) counts[code] = (counts[code] as number) + 1;
    }
  } else {
    for (let fact = 0; fact < codes.length; fact++) {
      const code = codes[fact] as number;
      if (((hiddenBy[fact] as number) & others) === 0) counts[code] = (counts[code] as number) + 1;
    }
  }
  return values
    .map((value, code) => ({ value, count: counts[code] as number, hidden: state.hidden[facet].has(value) }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}
