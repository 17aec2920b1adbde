import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "./view-index.ts";
import type { ViewState } from "./view-state.ts";
import { inWindow } from "./visible.ts";

/** Where two windows of time are compared: facts of the first alone, which fade, and of the second alone. */
export interface WindowDifference {
  readonly gone: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
}

const statementOf = (fact: GraphViewFact): string => `${fact.source}\n${fact.relation}\n${fact.target}`;

/** What only one of two windows says. A statement that both make is in neither set. */
export function compareWindows(
  index: ViewIndex,
  state: ViewState,
  facts: readonly GraphViewFact[],
): WindowDifference {
  const { period, compared } = state;
  if (period === null || compared === null) return { gone: new Set(), added: new Set() };
  const [inFirst, inSecond] = [inWindow(index, period.by, period), inWindow(index, period.by, compared)];
  const shown = new Set(facts);
  const said = { first: new Set<string>(), second: new Set<string>() };
  index.view.facts.forEach((fact, place) => {
    if (!shown.has(fact)) return;
    if (inFirst(place)) said.first.add(statementOf(fact));
    if (inSecond(place)) said.second.add(statementOf(fact));
  });
  const onlyIn = (one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> =>
    new Set(
      facts
        .filter((fact) => one.has(statementOf(fact)) && !other.has(statementOf(fact)))
        .map((fact) => fact.id),
    );
  return { gone: onlyIn(said.first, said.second), added: onlyIn(said.second, said.first) };
}
