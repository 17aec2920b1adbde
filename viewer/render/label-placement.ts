import type { Box, Point } from "../../src/layout/layout-input.ts";

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

const GAP = 3;
/** Among more discs, sliding finds few more places and takes twice the time. */
const SLIDING_UP_TO = 600;
/** So many labels may all find a place on one screen: for those that do not at first, other orders are tried. */
const RETRIED_UP_TO = 90;
const MOST_RETRIED = 8;
const RETRIES = 8;
const CELL = 80;
/** Cells of one row of the grid; places beyond are far outside of any picture. */
const ROW = 4096;

export function boxesTouch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

interface Entry {
  readonly box: Box;
  readonly key: string;
}

/** Boxes by the cells of a coarse grid that they reach into. */
class SpatialHash {
  readonly #cells = new Map<number, Entry[]>();

  /** @returns the cells it was added to */
  add(box: Box, key: string): Entry[][] {
    const added: Entry[][] = [];
    const entry = { box, key };
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const cell = this.#cells.get(x * ROW + y);
        if (cell === undefined) this.#cells.set(x * ROW + y, [entry]);
        else cell.push(entry);
        added.push(this.#cells.get(x * ROW + y) as Entry[]);
      }
    return added;
  }

  /** How many boxes, other than its own, the box touches; one that reaches into several cells may count more than once. */
  countTouched(box: Box, ownKey: string, atMost: number): number {
    let count = 0;
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++)
        for (const entry of this.#cells.get(x * ROW + y) ?? [])
          if (entry.key !== ownKey && boxesTouch(entry.box, box) && ++count >= atMost) return count;
    return count;
  }

  isTaken(box: Box, ownKey: string): boolean {
    return this.countTouched(box, ownKey, 1) > 0;
  }
}

/**
 * Places beneath, right, left, above, and at the four corners; then, outside of crowds, some between these, where labels slide along the disc
 * (van Kreveld, Strijk and Wolff 1999). The first free one is taken.
 */
function* anchors({ x, y, radius, width, height }: LabelCandidate, slides: boolean): Generator<Box> {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const diagonal = radius * 0.72;
  const [beneath, above] = [y + radius + GAP - 1, y - radius - GAP - height];
  const [right, left] = [x + radius + GAP, x - radius - GAP - width];
  yield at(x - width / 2, beneath);
  yield at(right, y - height / 2);
  yield at(left, y - height / 2);
  yield at(x - width / 2, above);
  yield at(x + diagonal, y + diagonal);
  yield at(x - diagonal - width, y + diagonal);
  yield at(x + diagonal, y - diagonal - height);
  yield at(x - diagonal - width, y - diagonal - height);
  if (!slides) return;
  for (const share of [0.25, 0.75, 0.1, 0.9]) {
    yield at(x - width * share, beneath);
    yield at(x - width * share, above);
  }
  for (const share of [0.15, 0.85]) {
    yield at(right, y - height * share);
    yield at(left, y - height * share);
  }
}

/** Labels and what they must keep clear of, for one frame. */
export class LabelPlacer {
  readonly #labels = new SpatialHash();
  readonly #discs = new SpatialHash();
  readonly #bounds: Box;
  #discCount = 0;
  #trial: Entry[][] | null = null;

  /** @param reserved - panels that lie over the picture */
  constructor(bounds: Box, reserved: readonly Box[]) {
    this.#bounds = bounds;
    reserved.forEach((box, index) => {
      this.#labels.add(box, `reserved ${index}`);
    });
  }

  addDisc(key: string, { x, y }: Point, radius: number): void {
    this.#discCount++;
    this.#discs.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, key);
  }

  /** Places a label at its first free anchor. @returns undefined where there is none: it is not drawn */
  place(candidate: LabelCandidate): Box | undefined {
    let best: Box | undefined;
    let fewest = candidate.overprints ? Number.POSITIVE_INFINITY : 1;
    for (const box of anchors(candidate, this.#discCount <= SLIDING_UP_TO)) {
      if (!this.#isInside(box) || this.#labels.isTaken(box, candidate.key)) continue;
      const covered = this.#discs.countTouched(box, candidate.key, fewest);
      if (covered >= fewest) continue;
      best = box;
      fewest = covered;
      if (covered === 0) break;
    }
    if (best !== undefined) this.#take(best, candidate.key);
    return best;
  }

  /**
   * Places labels in their order. Where only few find no place, these come first in some further attempts, and the first
   * attempt that leaves none out holds.
   *
   * @returns a box for each, undefined for those that are not drawn
   */
  placeAll(candidates: readonly LabelCandidate[]): (Box | undefined)[] {
    let order = candidates;
    const failed = (): readonly LabelCandidate[] =>
      this.try(() => order.filter((candidate) => this.place(candidate) === undefined));
    if (candidates.length <= RETRIED_UP_TO) {
      for (let attempt = 0; attempt <= RETRIES; attempt++) {
        const left = failed();
        if (left.length === 0) break;
        if (left.length > MOST_RETRIED || attempt === RETRIES) {
          order = candidates;
          break;
        }
        order = [...left, ...order.filter((candidate) => !left.includes(candidate))];
      }
    }
    const boxes = new Map(order.map((candidate) => [candidate, this.place(candidate)]));
    return candidates.map((candidate) => boxes.get(candidate));
  }

  /** Places a box centred on the first of the points where it touches nothing. */
  placeCentred(key: string, points: readonly Point[], width: number, height: number): Box | undefined {
    for (const { x, y } of points) {
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      if (!this.#isInside(box) || this.#labels.isTaken(box, key) || this.#discs.isTaken(box, key)) continue;
      this.#take(box, key);
      return box;
    }
    return undefined;
  }

  /** Places what `place` asks for, and forgets it again: for what comes and goes with the pointer. */
  try<T>(place: () => T): T {
    this.#trial = [];
    try {
      return place();
    } finally {
      for (const cell of this.#trial.reverse()) cell.pop();
      this.#trial = null;
    }
  }

  #take(box: Box, key: string): void {
    const cells = this.#labels.add(box, key);
    this.#trial?.push(...cells);
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
