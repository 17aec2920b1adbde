import type { Box, Point } from "../layout/layout-input.ts";

/** A text that asks for a place beside a disc. Lengths are pixels on screen. */
export interface LabelCandidate {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** May cover the discs of other nodes, if it finds no better place: for what the person looks at, and for hubs. */
  readonly overprints: boolean;
}

export interface PlacedLabel {
  readonly key: string;
  readonly box: Box;
}

const GAP = 3;
const CELL = 80;

export function boxesTouch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Boxes by the cells of a coarse grid that they reach into. */
class SpatialHash {
  readonly #cells = new Map<string, { readonly box: Box; readonly key: string }[]>();

  *#reach(box: Box): Generator<string> {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) yield `${x},${y}`;
  }

  add(box: Box, key: string): void {
    for (const cell of this.#reach(box)) {
      const entries = this.#cells.get(cell);
      if (entries === undefined) this.#cells.set(cell, [{ box, key }]);
      else entries.push({ box, key });
    }
  }

  /** Keys of the boxes, other than its own, that the box touches. */
  touched(box: Box, ownKey: string): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const cell of this.#reach(box))
      for (const entry of this.#cells.get(cell) ?? [])
        if (entry.key !== ownKey && boxesTouch(entry.box, box)) keys.add(entry.key);
    return keys;
  }

  isTaken(box: Box, ownKey: string): boolean {
    return this.touched(box, ownKey).size > 0;
  }
}

/** Places beneath, right, left, above, and at the lower corners; the first free one is taken. */
function anchors({ x, y, radius, width, height }: LabelCandidate): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const diagonal = radius * 0.72;
  return [
    at(x - width / 2, y + radius + GAP - 1),
    at(x + radius + GAP, y - height / 2),
    at(x - radius - GAP - width, y - height / 2),
    at(x - width / 2, y - radius - GAP - height),
    at(x + diagonal, y + diagonal),
    at(x - diagonal - width, y + diagonal),
  ];
}

/** Labels and what they must keep clear of, one frame long. */
export class LabelPlacer {
  readonly #labels = new SpatialHash();
  readonly #discs = new SpatialHash();
  readonly #bounds: Box;

  /** @param reserved panels that lie over the picture */
  constructor(bounds: Box, reserved: readonly Box[]) {
    this.#bounds = bounds;
    reserved.forEach((box, index) => {
      this.#labels.add(box, `reserved ${index}`);
    });
  }

  addDisc(key: string, { x, y }: Point, radius: number): void {
    this.#discs.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, key);
  }

  /** Places a label at its first free anchor. @returns undefined where there is none: it is not drawn */
  place(candidate: LabelCandidate): PlacedLabel | undefined {
    const places = anchors(candidate).filter((box) => this.#isInside(box));
    const free = places
      .filter((box) => !this.#labels.isTaken(box, candidate.key))
      .map((box) => ({ box, covered: this.#discs.touched(box, candidate.key).size }));
    // Stable: among places that cover equally few discs, the first anchor.
    const best = free.sort((left, right) => left.covered - right.covered)[0];
    if (best === undefined || (best.covered > 0 && !candidate.overprints)) return undefined;
    const { box } = best;
    this.#labels.add(box, candidate.key);
    return { key: candidate.key, box };
  }

  /** Places a box centred on the first of the points where it touches nothing. */
  placeCentred(
    key: string,
    points: readonly Point[],
    width: number,
    height: number,
  ): PlacedLabel | undefined {
    for (const { x, y } of points) {
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      if (!this.#isInside(box) || this.#labels.isTaken(box, key) || this.#discs.isTaken(box, key)) continue;
      this.#labels.add(box, key);
      return { key, box };
    }
    return undefined;
  }

  #isInside(box: Box): boolean {
    const bounds = this.#bounds;
    return (
      box.left >= bounds.left &&
      box.right <= bounds.right &&
      box.top >= bounds.top &&
      box.bottom <= bounds.bottom
    );
  }
}
