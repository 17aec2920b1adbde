import type { Component } from "./components.ts";
import { type Body, boxOf, type Point } from "./layout-input.ts";

/** Side of a cell of the packing grid. */
const CELL = 28;
/** Cells kept free around what is packed. */
const MARGIN = 1;

function cellKey(x: number, y: number): number {
  return (x + 32768) * 65536 + (y + 32768);
}

/** The keys of the cells under the boxes of nodes and labels and under the edges, grown by the margin. */
function outline(component: Component, bodies: readonly Body[]): number[] {
  const cells = new Set<number>();
  const fill = (left: number, top: number, right: number, bottom: number): void => {
    for (let x = Math.floor(left / CELL) - MARGIN; x <= Math.floor(right / CELL) + MARGIN; x++)
      for (let y = Math.floor(top / CELL) - MARGIN; y <= Math.floor(bottom / CELL) + MARGIN; y++)
        cells.add(cellKey(x, y));
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
  return [...cells];
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

function middleOf(bodies: readonly Body[]): Point {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of bodies.map(boxOf)) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

export interface PackedComponent {
  readonly component: Component;
  readonly bodies: Body[];
  /** It stood somewhere before, and goes no farther from there than it must. */
  readonly keepsPlace: boolean;
}

/**
 * Packs components into one picture, in place: those that stood somewhere before stay about there, then, if none did,
 * the largest goes into the middle, and the others into the nearest free space around: polyomino packing (Freivalds,
 * Dogrusoz, Kikusts 2001) on a coarse grid.
 */
export function packComponents(components: readonly PackedComponent[], aspect: number): void {
  const taken = new Set<number>();
  const settled = components.filter((component) => component.keepsPlace);
  const others = components.filter((component) => !component.keepsPlace);
  for (const { component, bodies, keepsPlace } of [...settled, ...others]) {
    if (!keepsPlace) {
      const middle = middleOf(bodies);
      for (const body of bodies) {
        body.x -= middle.x;
        body.y -= middle.y;
      }
    }
    const cells = outline(component, bodies);
    // What stood there before stays, even where others come close: labels that would overlap are culled when drawn.
    const steps = keepsPlace ? [[0, 0] as const] : outwards(aspect);
    // What was in the way at one step mostly is at the next one too, and is looked at first.
    let inTheWay: number | undefined;
    for (const [dx, dy] of steps) {
      // Keys are linear in the cell.
      const by = cellKey(dx, dy) - cellKey(0, 0);
      if (!keepsPlace) {
        if (inTheWay !== undefined && taken.has(inTheWay + by)) continue;
        inTheWay = cells.find((cell) => taken.has(cell + by));
        if (inTheWay !== undefined) continue;
      }
      for (const cell of cells) taken.add(cell + by);
      for (const body of bodies) {
        body.x += dx * CELL;
        body.y += dy * CELL;
      }
      break;
    }
  }
}
