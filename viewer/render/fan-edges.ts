import type { GraphViewFact } from "../../src/view/graph-view.ts";

/** How one fact's line bends; for a loop, which of the node's loops it is. */
export interface EdgeBend {
  readonly curvature: number;
  readonly loop: number;
}

/** Bend between neighbours in a fan, as a share of the chord, and the widest a fan gets. */
const STEP = 0.17;
const WIDEST = 0.62;

/**
 * Fans the facts between each two nodes out, so that none hides another: an odd one runs straight, the others bend to
 * both sides. To be called again when filters change what is drawn.
 */
export function fanEdges(facts: readonly GraphViewFact[]): Map<string, EdgeBend> {
  const pairs = new Map<string, GraphViewFact[]>();
  for (const fact of facts) {
    const [first, second] =
      fact.source < fact.target ? [fact.source, fact.target] : [fact.target, fact.source];
    const key = `${first}\n${second}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [fact]);
    else pair.push(fact);
  }
  const bends = new Map<string, EdgeBend>();
  for (const pair of pairs.values()) {
    const middle = (pair.length - 1) / 2;
    const step = middle === 0 ? 0 : Math.min(STEP, WIDEST / middle);
    pair.forEach((fact, ordinal) => {
      // Bends are to the right of source → target: one that runs the other way needs the other sign.
      const bend = fact.source < fact.target ? ordinal - middle : middle - ordinal;
      bends.set(fact.id, { curvature: bend * step, loop: ordinal });
    });
  }
  return bends;
}
