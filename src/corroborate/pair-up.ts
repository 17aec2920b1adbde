import type { Claim } from "./claims.ts";
import { groupBy } from "./group-by.ts";
import { saidOn } from "./said-on.ts";

/** Two claims, the earlier one first. */
export type Pair = readonly [Claim, Claim];

/** Of more claims of one thing than these, only near ones in time are compared. */
const MANY = 40;
const NEIGHBOURS = 12;

/**
 * Pairs claims that have a key in common and fit each other. Takes time in proportion to the claims, however many share a key.
 *
 * @param claims in the order of the graph; so are the pairs
 */
export function pairUp(
  claims: readonly Claim[],
  keysOf: (claim: Claim) => readonly string[],
  fits: (left: Claim, right: Claim) => boolean,
): readonly Pair[] {
  const keyed = claims.flatMap((claim, place) => keysOf(claim).map((key) => ({ key, claim, place })));
  const found = new Map<string, { readonly pair: Pair; readonly from: number; readonly to: number }>();
  for (const group of groupBy(keyed, ({ key }) => key).values()) {
    const byDay = group
      .map((each) => ({ ...each, day: saidOn(each.claim.statement) ?? "" }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const reach = byDay.length > MANY ? NEIGHBOURS : byDay.length;
    for (const [index, left] of byDay.entries()) {
      for (const right of byDay.slice(index + 1, index + 1 + reach)) {
        const both = `${left.place} ${right.place}`;
        if (left.claim.statement === right.claim.statement || found.has(both)) continue;
        if (fits(left.claim, right.claim))
          found.set(both, { pair: [left.claim, right.claim], from: left.place, to: right.place });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from || a.to - b.to).map(({ pair }) => pair);
}
