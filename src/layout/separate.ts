import type { Component } from "./components.ts";
import { type Body, LABEL_HEIGHT } from "./layout-input.ts";
import { makeRoomForLines } from "./line-room.ts";

const GAP = 5;
const MAX_ROUNDS = 200;
/** Rounds in which lines get room as well. */
const LINE_ROUNDS = 40;

/** Up to this many nodes a screen has room for all labels; of more, only a share is shown, and room is made for that share. */
const ALL_LABELS_UP_TO = 120;

/** A node with its label, and how far it reaches from its place to either side, upwards and downwards. */
interface Boxed {
  readonly body: Body;
  readonly half: number;
  readonly above: number;
  readonly below: number;
}

/** Moves two overlapping boxes apart along the axis on which they overlap less. @returns whether they overlapped */
function push(left: Boxed, right: Boxed, pinned: ReadonlySet<string>): boolean {
  const [a, b] = [left.body, right.body];
  const overlapX =
    Math.min(a.x + left.half, b.x + right.half) - Math.max(a.x - left.half, b.x - right.half) + GAP;
  if (overlapX <= 0) return false;
  const overlapY =
    Math.min(a.y + left.below, b.y + right.below) - Math.max(a.y - left.above, b.y - right.above) + GAP;
  if (overlapY <= 0) return false;
  const [leftStays, rightStays] = [pinned.has(a.node.id), pinned.has(b.node.id)];
  if (leftStays && rightStays) return false;
  // Half of the overlap each, and a little more, so that rounding does not keep the loop alive.
  const leftShare = leftStays ? 0 : rightStays ? 2 : 1;
  if (overlapY <= overlapX) {
    const by = (overlapY / 2 + 0.01) * (a.y <= b.y ? 1 : -1);
    a.y -= by * leftShare;
    b.y += by * (2 - leftShare);
  } else {
    const by = (overlapX / 2 + 0.01) * (a.x <= b.x ? 1 : -1);
    a.x -= by * leftShare;
    b.x += by * (2 - leftShare);
  }
  return true;
}

/**
 * Makes room for lines, and removes overlaps of nodes and their labels, in place, moving them as little as it can: a sweep along x, repeated.
 *
 * @remarks Gives up after a fixed number of rounds; the labels of what still overlaps are culled when drawn.
 */
export function separateBoxes(
  component: Component,
  bodies: readonly Body[],
  pinned: ReadonlySet<string>,
): void {
  const share = Math.min(1, (ALL_LABELS_UP_TO / bodies.length) ** 1.5);
  const order = bodies.map((body): Boxed => {
    const { radius, labelWidth } = body.node;
    const half = Math.max(radius, (labelWidth / 2) * share);
    return { body, half, above: radius, below: radius + LABEL_HEIGHT * share };
  });
  const leftOf = ({ body, half }: Boxed): number => body.x - half;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    order.sort(
      (one, other) => leftOf(one) - leftOf(other) || (one.body.node.id < other.body.node.id ? -1 : 1),
    );
    // The last rounds are for the labels alone: no overlap may be left for the sake of a line.
    if (round < LINE_ROUNDS) makeRoomForLines(component, bodies);
    let moved = round < LINE_ROUNDS;
    for (let first = 0; first < order.length; first++) {
      const left = order[first] as Boxed;
      for (let second = first + 1; second < order.length; second++) {
        const right = order[second] as Boxed;
        if (leftOf(right) > left.body.x + left.half + GAP) break;
        if (push(left, right, pinned)) moved = true;
      }
    }
    if (!moved) return;
  }
}
