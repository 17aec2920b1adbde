import type { Component } from "./components.ts";
import { type Body, boxOf } from "./layout-input.ts";

/** Side of a cell of the packing grid. */
const CELL = 28;
/** Cells kept free around what is packed. */
const MARGIN = 1;

interface Piece {
  readonly bodies: readonly Body[];
  /** Occupied cells relative to the piece's own origin. */
  readonly cells: readonly (readonly [number, number])[];
}

function cellKey(x: number, y: number): number {
  return (x + 32768) * 65536 + (y + 32768);
}

/** The cells under the boxes of nodes and labels and under the edges, grown by the margin. */
function outline(component: Component, bodies: readonly Body[]): Piece["cells"] {
  const cells = new Map<number, readonly [number, number]>();
  const fill = (left: number, top: number, right: number, bottom: number): void => {
    for (let x = Math.floor(left / CELL) - MARGIN; x <= Math.floor(right / CELL) + MARGIN; x++)
      for (let y = Math.floor(top / CELL) - MARGIN; y <= Math.floor(bottom / CELL) + MARGIN; y++)
        cells.set(cellKey(x, y), [x, y]);
  };
  const byId = new Map(bodies.map((body) => [body.node.id, body]));
  for (const body of bodies) {
    const box = boxOf(body);
    fill(box.left, box.top, box.right, box.bottom);
  }
  for (const edge of component.edges) {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const steps = Math.ceil(Math.hypot(target.x - source.x, target.y - source.y) / CELL);
    for (let step = 1; step < steps; step++) {
      const x = source.x + ((target.x - source.x) * step) / steps;
      const y = source.y + ((target.y - source.y) * step) / steps;
      fill(x, y, x, y);
    }
  }
  return [...cells.values()];
}

/** Grid points from the middle outwards, in frames of the wanted proportions. */
function* outwards(aspect: number): Generator<readonly [number, number]> {
  yield [0, 0];
  for (let frame = 1; frame < 4000; frame++) {
    const width = Math.round(frame * Math.max(1, aspect));
    const height = Math.round(frame * Math.max(1, 1 / aspect));
    for (let x = -width; x <= width; x++) {
      yield [x, height];
      yield [x, -height];
    }
    for (let y = -height + 1; y < height; y++) {
      yield [width, y];
      yield [-width, y];
    }
  }
}

function centre(bodies: readonly Body[]): void {
  const boxes = bodies.map(boxOf);
  const x = (Math.min(...boxes.map((box) => box.left)) + Math.max(...boxes.map((box) => box.right))) / 2;
  const y = (Math.min(...boxes.map((box) => box.top)) + Math.max(...boxes.map((box) => box.bottom))) / 2;
  for (const body of bodies) {
    body.x -= x;
    body.y -= y;
  }
}

/**
 * Packs components into one picture, in place, the largest in the middle and the others into the nearest free space
 * around it: polyomino packing (Freivalds, Dogrusoz, Kikusts 2001) on a coarse grid.
 */
export function packComponents(
  components: readonly { readonly component: Component; readonly bodies: Body[] }[],
  aspect: number,
): void {
  const taken = new Set<number>();
  for (const { component, bodies } of components) {
    centre(bodies);
    const piece: Piece = { bodies, cells: outline(component, bodies) };
    for (const [dx, dy] of outwards(aspect)) {
      if (piece.cells.some(([x, y]) => taken.has(cellKey(x + dx, y + dy)))) continue;
      for (const [x, y] of piece.cells) taken.add(cellKey(x + dx, y + dy));
      for (const body of bodies) {
        body.x += dx * CELL;
        body.y += dy * CELL;
      }
      break;
    }
  }
}
