import type { LayoutEdge, Point } from "./layout-input.ts";

/** On which side of the line from one point to another a third one lies. */
function side(from: Point, to: Point, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}

/** How many pairs of lines cross, those that meet in a node not counted. */
export function countCrossings(edges: readonly LayoutEdge[], places: ReadonlyMap<string, Point>): number {
  const lines = edges.flatMap(({ source, target }) => {
    const [from, to] = [places.get(source), places.get(target)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  let count = 0;
  lines.forEach(({ from: a, to: b }, first) => {
    for (let second = first + 1; second < lines.length; second++) {
      const { from: c, to: d } = lines[second] as { from: Point; to: Point };
      if (a === c || a === d || b === c || b === d) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
    }
  });
  return count;
}
