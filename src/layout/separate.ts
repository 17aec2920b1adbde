import type { Component } from "./components.ts";
import { type Body, type Box, LABEL_HEIGHT, boxOf as wholeBoxOf } from "./layout-input.ts";
import { makeRoomForLines } from "./line-room.ts";

const GAP = 5;
const MAX_ROUNDS = 200;
/** Rounds in which lines get room as well. */
const LINE_ROUNDS = 40;

/** Up to this many nodes a screen has room for all labels; of more, only a share is shown, and room is made for that share. */
const ALL_LABELS_UP_TO = 120;

/** Moves two overlapping boxes apart along the axis on which they overlap less. @returns whether they overlapped */
function push(left: Body, right: Body, pinned: ReadonlySet<string>, boxOf: (body: Body) => Box): boolean {
  const a = boxOf(left);
  const b = boxOf(right);
  const overlapX = Math.min(a.right, b.right) - Math.max(a.left, b.left) + GAP;
  const overlapY = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + GAP;
  if (overlapX <= 0 || overlapY <= 0) return false;
  const [leftStays, rightStays] = [pinned.has(left.node.id), pinned.has(right.node.id)];
  if (leftStays && rightStays) return false;
  // Half of the overlap each, and a little more, so that rounding does not keep the loop alive.
  const leftShare = leftStays ? 0 : rightStays ? 2 : 1;
  if (overlapY <= overlapX) {
    const by = (overlapY / 2 + 0.01) * (left.y <= right.y ? 1 : -1);
    left.y -= by * leftShare;
    right.y += by * (2 - leftShare);
  } else {
    const by = (overlapX / 2 + 0.01) * (left.x <= right.x ? 1 : -1);
    left.x -= by * leftShare;
    right.x += by * (2 - leftShare);
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
  const order = [...bodies];
  const share = Math.min(1, (ALL_LABELS_UP_TO / bodies.length) ** 1.5);
  const boxOf = (body: Body): Box => {
    if (share === 1) return wholeBoxOf(body);
    const { radius, labelWidth } = body.node;
    const half = Math.max(radius, (labelWidth / 2) * share);
    return {
      left: body.x - half,
      right: body.x + half,
      top: body.y - radius,
      bottom: body.y + radius + LABEL_HEIGHT * share,
    };
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    order.sort(
      (left, right) => boxOf(left).left - boxOf(right).left || (left.node.id < right.node.id ? -1 : 1),
    );
    // The last rounds are for the labels alone: no overlap may be left for the sake of a line.
    if (round < LINE_ROUNDS) makeRoomForLines(component, bodies);
    let moved = round < LINE_ROUNDS;
    for (let first = 0; first < order.length; first++) {
      const left = order[first] as Body;
      for (let second = first + 1; second < order.length; second++) {
        const right = order[second] as Body;
        if (boxOf(right).left > boxOf(left).right + GAP) break;
        if (push(left, right, pinned, boxOf)) moved = true;
      }
    }
    if (!moved) return;
  }
}
