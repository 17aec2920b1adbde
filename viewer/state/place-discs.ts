import type { Point } from "../../src/layout/layout-input.ts";
import type { Community } from "./communities.ts";
import type { CommunityLine } from "./community-lines.ts";

/** More are no overview. */
export const MOST_DISCS = 30;
/** Share of the place that all discs with their names take: fuller ones cannot be told apart. */
const FILLED_SHARE = 0.38;
/** Share of it that the discs alone take. */
const DISC_SHARE = 0.11;
const GAP = 6;
/** Rounds in which what overlaps is moved apart; a dozen is common. */
const ROUNDS = 400;
const SMALLEST_RADIUS = 9;
const LABEL_WIDTH = 132;
/** Height of a label of three lines. */
const LABEL_HEIGHT = 48;
const MARGIN = 16;
/** Height of the note over the discs. */
const NOTE_HEIGHT = 56;
/** The note takes more lines in a narrower place. */
const NARROW = 720;
const noteHeight = (width: number): number => (width < NARROW ? 92 : NOTE_HEIGHT);

export interface Disc extends Point {
  readonly community: Community;
  readonly radius: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How many discs of some size have room with their names. */
export function countDiscs({ width, height }: Size): number {
  const radius = Math.sqrt((width * height * DISC_SHARE) / Math.PI / MOST_DISCS);
  const area = LABEL_WIDTH * (2 * radius + LABEL_HEIGHT);
  return Math.max(4, Math.min(MOST_DISCS, Math.floor((width * height * FILLED_SHARE) / area)));
}

/** Moves discs with their names apart, each pair by the way that is shorter, and keeps them in the place. */
function moveApart(discs: readonly Disc[], { width, height }: Size): Disc[] {
  const boxes = discs.map(({ x, y, radius }) => ({
    x,
    y,
    radius,
    half: Math.max(radius, LABEL_WIDTH / 2) + GAP / 2,
  }));
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1)) {
        const overX = one.half + other.half - Math.abs(other.x - one.x);
        const [upper, lower] = one.y - one.radius <= other.y - other.radius ? [one, other] : [other, one];
        const overY = upper.y + upper.radius + LABEL_HEIGHT + GAP - (lower.y - lower.radius);
        if (overX <= 0.5 || overY <= 0.5) continue;
        moved = true;
        if (overX < overY) {
          const way = (one.x <= other.x ? 1 : -1) * (overX / 2);
          one.x -= way;
          other.x += way;
        } else {
          upper.y -= overY / 2;
          lower.y += overY / 2;
        }
      }
    for (const box of boxes) {
      box.x = Math.min(width - box.half, Math.max(box.half, box.x));
      box.y = Math.min(height - box.radius - LABEL_HEIGHT, Math.max(noteHeight(width) + box.radius, box.y));
    }
  }
  return discs.map((disc, at) => ({ ...disc, x: boxes[at]?.x ?? disc.x, y: boxes[at]?.y ?? disc.y }));
}

/** Discs where the layout of the graph has them, spread over the place for the picture. */
export async function placeDiscs(
  communities: readonly Community[],
  lines: readonly CommunityLine[],
  size: Size,
): Promise<Disc[]> {
  const things = communities.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const areaOfThing = (size.width * size.height * DISC_SHARE) / Math.max(1, things);
  const radii = communities.map(({ nodes }) =>
    Math.max(SMALLEST_RADIUS, Math.sqrt((areaOfThing * nodes.length) / Math.PI)),
  );
  const idOf = ({ nodes }: Community): string => nodes[0] ?? "";
  const ids = communities.map(idOf);
  // Fetched apart, as whoever else arranges has it.
  const { computeLayout } = await import("../../src/layout/layout.ts");
  const places = computeLayout({
    nodes: ids.map((id, at) => ({
      id,
      radius: (radii[at] as number) + LABEL_HEIGHT / 2,
      labelWidth: LABEL_WIDTH,
    })),
    edges: lines.map(({ from, to }) => ({ source: ids[from] as string, target: ids[to] as string })),
    aspect: size.width / Math.max(1, size.height),
  });
  const points = ids.map((id) => places.get(id) ?? { x: 0, y: 0 });
  /** Spreads one coordinate over the room that discs and labels leave. */
  const spread = (values: readonly number[], first: number, last: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.map((value) =>
      high === low ? (first + last) / 2 : first + ((value - low) / (high - low)) * (last - first),
    );
  };
  const edge = Math.max(LABEL_WIDTH / 2, ...radii) + MARGIN;
  const largest = Math.max(0, ...radii) + MARGIN;
  const xs = spread(
    points.map(({ x }) => x),
    edge,
    size.width - edge,
  );
  const ys = spread(
    points.map(({ y }) => y),
    noteHeight(size.width) + largest,
    size.height - largest - LABEL_HEIGHT,
  );
  const discs = communities.map((community, at) => ({
    community,
    radius: radii[at] as number,
    x: xs[at] as number,
    y: ys[at] as number,
  }));
  return moveApart(discs, size);
}
