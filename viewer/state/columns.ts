import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { dayOf } from "./days.ts";
import type { Facet } from "./view-state.ts";

/** The values of one facet as numbers, one or two per fact: what filters and counts run over. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
  /** Second value of a fact, where it has two: the types of both ends. */
  readonly second: Uint32Array | null;
}

export interface Columns {
  readonly facets: Readonly<Record<Facet, Column>>;
  /** Days since 1970 on which a fact holds and on which it was published; {@link NO_DAY} where unknown. */
  readonly event: Int32Array;
  readonly published: Int32Array;
}

export const NO_DAY = -(2 ** 31);

function makeColumn(
  facts: readonly GraphViewFact[],
  firstOf: (fact: GraphViewFact) => string,
  secondOf?: (fact: GraphViewFact) => string,
): Column {
  const known = new Map<string, number>();
  const codeOf = (value: string): number => {
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  };
  const codes = Uint32Array.from(facts, (fact) => codeOf(firstOf(fact)));
  const second = secondOf === undefined ? null : Uint32Array.from(facts, (fact) => codeOf(secondOf(fact)));
  return { values: [...known.keys()], codes, second };
}

export interface ColumnSources {
  readonly typeOf: (nodeId: string) => string;
  readonly outletOf: (fact: GraphViewFact) => string;
  readonly publishedOf: (fact: GraphViewFact) => string | null;
  readonly speakerOf: (fact: GraphViewFact) => string;
}

export function makeColumns(facts: readonly GraphViewFact[], of: ColumnSources): Columns {
  return {
    facets: {
      type: makeColumn(
        facts,
        (fact) => of.typeOf(fact.source),
        (fact) => of.typeOf(fact.target),
      ),
      relation: makeColumn(facts, (fact) => fact.relation),
      factuality: makeColumn(facts, (fact) => fact.factuality),
      outlet: makeColumn(facts, of.outletOf),
      speaker: makeColumn(facts, of.speakerOf),
    },
    event: Int32Array.from(facts, (fact) => dayOf(fact.date ?? "") ?? NO_DAY),
    published: Int32Array.from(facts, (fact) => dayOf(of.publishedOf(fact) ?? "") ?? NO_DAY),
  };
}
