import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { Community } from "./communities.ts";

/** Facts that join two communities. */
export interface CommunityLine {
  /** Places in the list of communities, the lower one first. */
  readonly from: number;
  readonly to: number;
  readonly facts: number;
}

/** Of each community the lines to those it has most to do with; more would hide one another. */
const LINES_EACH = 3;

/**
 * Lines between communities: of each its strongest, up to three, in the order of the communities.
 *
 * @param facts - the facts that the communities were found in
 */
export function joinCommunities(
  communities: readonly Community[],
  facts: readonly GraphViewFact[],
): CommunityLine[] {
  const communityOf = new Map(communities.flatMap(({ nodes }, at) => nodes.map((id) => [id, at] as const)));
  const lines = new Map<string, CommunityLine>();
  for (const { source, target } of facts) {
    const ends = [communityOf.get(source), communityOf.get(target)];
    const [from, to] = ends.sort((left, right) => (left ?? -1) - (right ?? -1));
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to}`;
    lines.set(key, { from, to, facts: (lines.get(key)?.facts ?? 0) + 1 });
  }
  const ranked = [...lines.values()].sort(
    (left, right) => right.facts - left.facts || left.from - right.from || left.to - right.to,
  );
  const strongest = new Set(
    communities.flatMap((_, at) =>
      ranked.filter(({ from, to }) => from === at || to === at).slice(0, LINES_EACH),
    ),
  );
  return [...strongest];
}
