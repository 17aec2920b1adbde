import type { Component } from "./components.ts";
import type { Point } from "./layout-input.ts";
import { hashText, startPoint } from "./seed.ts";

/** Nodes whose distances to all others are looked at: more change the picture hardly. */
const PIVOTS = 50;
const POWER_ROUNDS = 60;
/** Parts nodes that are equally far from everything, as the leaves of one hub are. */
const SCATTER = 0.05;

/** Steps from one node to each other. */
function distancesFrom(start: number, neighbours: readonly (readonly number[])[]): Float64Array {
  const distances = new Float64Array(neighbours.length).fill(-1);
  distances[start] = 0;
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    for (const next of neighbours[node] as readonly number[]) {
      if (distances[next] !== -1) continue;
      distances[next] = (distances[node] as number) + 1;
      queue.push(next);
    }
  }
  return distances;
}

/** Distances from nodes far apart: the best connected one, then always the one farthest from those before. */
function pivotDistances(neighbours: readonly (readonly number[])[]): Float64Array[] {
  const nearest = new Float64Array(neighbours.length).fill(Number.POSITIVE_INFINITY);
  let pivot = neighbours.reduce(
    (best, around, node) => (around.length > (neighbours[best]?.length ?? 0) ? node : best),
    0,
  );
  return Array.from({ length: Math.min(PIVOTS, neighbours.length) }, () => {
    const distances = distancesFrom(pivot, neighbours);
    pivot = 0;
    distances.forEach((distance, node) => {
      nearest[node] = Math.min(nearest[node] as number, distance);
      if ((nearest[node] as number) > (nearest[pivot] as number)) pivot = node;
    });
    return distances;
  });
}

/** Squared distances, double centred: what they have in common with places in a plane. */
function centre(columns: readonly Float64Array[], nodes: number): Float64Array[] {
  const squares = columns.map((column) => column.map((distance) => distance * distance));
  const ofColumn = squares.map((column) => column.reduce((sum, value) => sum + value, 0) / nodes);
  const ofNode = new Float64Array(nodes);
  for (const column of squares)
    column.forEach((value, node) => {
      ofNode[node] = (ofNode[node] as number) + value / squares.length;
    });
  const ofAll = ofColumn.reduce((sum, value) => sum + value, 0) / squares.length;
  return squares.map((column, at) =>
    column.map((value, node) => -(value - (ofColumn[at] as number) - (ofNode[node] as number) + ofAll) / 2),
  );
}

const dot = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
};

/** Places along the two directions in which the columns differ most, by power iteration. */
function project(columns: readonly Float64Array[], nodes: number): [Float64Array, Float64Array] {
  const known: Float64Array[] = [];
  const along = (axis: number): Float64Array => {
    let weights = Float64Array.from(columns, (_, at) => hashText(`${axis} ${at}`) / 2 ** 32 - 0.5);
    let places = new Float64Array(nodes);
    for (let round = 0; round < POWER_ROUNDS; round++) {
      for (const other of known) {
        const share = dot(weights, other);
        weights = weights.map((weight, at) => weight - share * (other[at] as number));
      }
      places = new Float64Array(nodes);
      columns.forEach((column, at) => {
        const weight = weights[at] as number;
        for (let node = 0; node < nodes; node++)
          places[node] = (places[node] as number) + weight * (column[node] as number);
      });
      weights = Float64Array.from(columns, (column) => dot(column, places));
      const length = Math.sqrt(dot(weights, weights)) || 1;
      weights = weights.map((weight) => weight / length);
    }
    known.push(weights);
    return places;
  };
  return [along(0), along(1)];
}

/**
 * Where the nodes of a component start so that their distances on paper are about those in the graph: classical scaling
 * on a few pivots (Brandes and Pich 2007), within about one unit of the middle.
 */
export function startByDistance({ nodes, edges }: Component): Map<string, Point> {
  const rows = new Map(nodes.map((node, row) => [node.id, row]));
  const neighbours: number[][] = nodes.map(() => []);
  for (const { source, target } of edges) {
    const [from, to] = [rows.get(source) ?? 0, rows.get(target) ?? 0];
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const [xs, ys] = project(centre(pivotDistances(neighbours), nodes.length), nodes.length);
  let reach = 0;
  for (const axis of [xs, ys]) for (const value of axis) reach = Math.max(reach, Math.abs(value));
  const scale = reach > 0 ? 1 / reach : 0;
  return new Map(
    nodes.map(({ id }, row) => {
      const scatter = startPoint(id);
      const x = (xs[row] as number) * scale + scatter.x * SCATTER;
      const y = (ys[row] as number) * scale + scatter.y * SCATTER;
      return [id, { x, y }];
    }),
  );
}
