import { type Conflict, findConflicts } from "./conflicts.ts";
import { type CopyPair, groupCopies } from "./copies.ts";
import {
  type Comparison,
  foldOutlet,
  groupStatements,
  type StatedFact,
  type Statement,
} from "./statements.ts";

/** What the articles of a graph agree on, where they contradict each other, and which of them are one text. */
export interface Corroboration {
  /** Every fact is in one. */
  readonly statements: readonly Statement[];
  readonly conflicts: readonly Conflict[];
  readonly copies: readonly CopyPair[];
}

/**
 * Compares what articles say. Pure: the same facts in the same order give the same answer.
 *
 * @param facts in the order of the graph
 * @param outletNames of the articles: a speaker of that name is an outlet quoted
 */
export function corroborate(
  facts: readonly StatedFact[],
  outletNames: readonly string[],
  copies: readonly CopyPair[],
  comparison: Comparison,
): Corroboration {
  const outlets = new Set(outletNames.map(foldOutlet));
  const statements = groupStatements(facts, comparison, {
    copies: groupCopies(copies),
    outletOf: ({ speaker }) => {
      const name = foldOutlet(speaker);
      return outlets.has(name) ? name : undefined;
    },
  });
  return { statements, conflicts: findConflicts(statements, comparison), copies };
}
