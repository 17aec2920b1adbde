import type { GraphView } from "../../src/view/graph-view.ts";

export interface Opposition {
  readonly fact: string;
  readonly reason: string;
}

/** Who says the same as a fact, and who says otherwise. */
export interface Agreement {
  /** Other facts that say the same. */
  readonly agreeing: ReadonlyMap<string, readonly string[]>;
  /** Facts that exclude it. A fact that is not listed is not contested. */
  readonly opposing: ReadonlyMap<string, readonly Opposition[]>;
}

/**
 * Spreads the view's pairs over all the facts they hold of: `supports` names for each fact only the first that says the
 * same, `conflicts` only the first on each side.
 */
export function findAgreement(view: GraphView): Agreement {
  const firstOf = new Map(view.supports.map(({ left, right }) => [right, left]));
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = firstOf.get(leader); next !== undefined && next !== leader; next = firstOf.get(leader))
      leader = next;
    return leader;
  };
  const groups = new Map<string, string[]>();
  for (const id of new Set(view.supports.flatMap(({ left, right }) => [left, right]))) {
    const leader = leaderOf(id);
    groups.set(leader, [...(groups.get(leader) ?? []), id]);
  }
  const agreeing = new Map<string, readonly string[]>();
  for (const group of groups.values())
    for (const id of group)
      agreeing.set(
        id,
        group.filter((other) => other !== id),
      );
  const membersOf = (id: string): readonly string[] => groups.get(leaderOf(id)) ?? [id];
  const opposing = new Map<string, Opposition[]>();
  for (const { left, right, reason } of view.conflicts)
    for (const one of membersOf(left))
      for (const other of membersOf(right))
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const)
          opposing.set(from, [...(opposing.get(from) ?? []), { fact: to, reason }]);
  return { agreeing, opposing };
}
