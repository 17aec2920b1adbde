import type { Box, Point } from "../../src/layout/layout-input.ts";
import type { Marks } from "./drawn.ts";
import { boxesTouch } from "./label-placement.ts";

/**
 * The marks of an earlier frame where the picture was pushed to since: what did not overlap still does not. What would
 * leave the picture, or come under a panel, is left out.
 */
export function shiftMarks(
  { labels, pills, bars, signs }: Marks,
  by: Point,
  { width, height, reserved }: { width: number; height: number; reserved: readonly Box[] },
): Marks {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const moveBoxes = <T extends { readonly box: Box }>(marks: readonly T[]): T[] =>
    marks
      .map((mark) => ({
        ...mark,
        box: {
          left: mark.box.left + by.x,
          right: mark.box.right + by.x,
          top: mark.box.top + by.y,
          bottom: mark.box.bottom + by.y,
        },
      }))
      .filter(
        ({ box }) =>
          box.left >= 2 &&
          box.top >= 2 &&
          box.right <= width - 2 &&
          box.bottom <= height - 2 &&
          !reserved.some((panel) => boxesTouch(panel, box)),
      );
  return {
    labels: moveBoxes(labels),
    pills: moveBoxes(pills),
    bars: bars.map((bar) => ({ ...bar, from: move(bar.from), to: move(bar.to) })),
    signs: signs.map((sign) => ({ ...sign, ...move(sign) })),
  };
}
