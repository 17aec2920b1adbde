import type { Component } from "./components.ts";
import type { Body, Point } from "./layout-input.ts";
import { startPoint } from "./seed.ts";

/** How far from the middle of its neighbours a new node starts, in pixels, so that no two start in one place. */
const SCATTER = 30;

/** Where each node starts: at its earlier place, or beside the middle of its neighbours, nearest first. */
export function placeNewcomers(
  component: Component,
  previous: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const neighbours = new Map<string, string[]>(component.nodes.map((node) => [node.id, []]));
  for (const { source, target } of component.edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const places = new Map<string, Point>();
  for (const { id } of component.nodes) {
    const place = previous.get(id);
    if (place !== undefined) places.set(id, place);
  }
  let waiting = component.nodes.filter((node) => !places.has(node.id));
  while (waiting.length > 0) {
    const found = waiting.flatMap(({ id }) => {
      const around = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
      if (around.length === 0) return [];
      const scatter = startPoint(id);
      const x = around.reduce((sum, point) => sum + point.x, 0) / around.length + scatter.x * SCATTER;
      const y = around.reduce((sum, point) => sum + point.y, 0) / around.length + scatter.y * SCATTER;
      return [[id, { x, y }] as const];
    });
    // A component is connected, so that each round reaches somebody; were it not, the rest would start in the middle.
    if (found.length === 0) for (const { id } of waiting) places.set(id, startPoint(id));
    for (const [id, place] of found) places.set(id, place);
    waiting = waiting.filter((node) => !places.has(node.id));
  }
  return places;
}

/** Moves, turns and scales the whole so that the nodes known before come as close to their places as they can (least squares). */
export function alignTo(bodies: readonly Body[], previous: ReadonlyMap<string, Point>): void {
  const pairs = bodies.flatMap((body) => {
    const place = previous.get(body.node.id);
    return place === undefined ? [] : [{ body, place }];
  });
  const count = pairs.length;
  const mean = { x: 0, y: 0, toX: 0, toY: 0 };
  for (const { body, place } of pairs) {
    mean.x += body.x / count;
    mean.y += body.y / count;
    mean.toX += place.x / count;
    mean.toY += place.y / count;
  }
  let [along, across, square] = [0, 0, 0];
  for (const { body, place } of pairs) {
    const [x, y] = [body.x - mean.x, body.y - mean.y];
    const [toX, toY] = [place.x - mean.toX, place.y - mean.toY];
    along += x * toX + y * toY;
    across += x * toY - y * toX;
    square += x * x + y * y;
  }
  const [cos, sin] = square > 0 ? [along / square, across / square] : [1, 0];
  for (const body of bodies) {
    const [x, y] = [body.x - mean.x, body.y - mean.y];
    body.x = mean.toX + x * cos - y * sin;
    body.y = mean.toY + x * sin + y * cos;
  }
}

/**
 * Where the nodes known before moved far, takes all a part of their way back to where they started, in place: so far that
 * the known ones moved `most` of their diagonal, in the mean.
 */
export function holdBack(
  bodies: readonly Body[],
  starts: ReadonlyMap<string, Point>,
  known: ReadonlyMap<string, Point>,
  most: number,
): void {
  const places = bodies.flatMap(({ node, x, y }) => {
    const from = known.get(node.id);
    return from === undefined ? [] : [{ from, moved: Math.hypot(x - from.x, y - from.y) }];
  });
  const extent = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  const diagonal = Math.hypot(
    extent(places.map(({ from }) => from.x)),
    extent(places.map(({ from }) => from.y)),
  );
  const mean = places.reduce((sum, { moved }) => sum + moved, 0) / places.length;
  const share = (most * diagonal) / mean;
  if (!(share < 1)) return;
  for (const body of bodies) {
    const start = starts.get(body.node.id) ?? body;
    body.x = start.x + (body.x - start.x) * share;
    body.y = start.y + (body.y - start.y) * share;
  }
}
