import type { Point } from "../../src/layout/layout-input.ts";
import type { LineStyle } from "../state/wording.ts";
import type { DrawnLine } from "./drawn.ts";
import { directionAt, findOnCurve, pointOn } from "./edge-geometry.ts";

/* Shapes as paths and arrow heads as points: the same as the shaders draw, for drawings that are not made by WebGL. */

const f = (value: number): string => String(Math.round(value * 100) / 100);

function polygon(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${f(x)} ${f(y)}`).join("L")}z`;
}

function roundedBox(x: number, y: number, halfWidth: number, halfHeight: number, corner: number): string {
  const [w, h] = [halfWidth * 2 - corner * 2, halfHeight * 2 - corner * 2];
  const c = f(corner);
  return `M${f(x - halfWidth + corner)} ${f(y - halfHeight)}h${f(w)}a${c} ${c} 0 0 1 ${c} ${c}v${f(h)}a${c} ${c} 0 0 1-${c} ${c}h-${f(w)}a${c} ${c} 0 0 1-${c}-${c}v-${f(h)}a${c} ${c} 0 0 1 ${c}-${c}z`;
}

/** The outline of a node, by the number of its shape. */
export function shapePath(shape: number, x: number, y: number, radius: number): string {
  switch (shape) {
    case 1:
      return roundedBox(x, y, radius * 0.88, radius * 0.88, radius * 0.3);
    case 2: {
      const reach = radius * 1.1;
      return polygon([
        { x, y: y - reach },
        { x: x + reach, y },
        { x, y: y + reach },
        { x: x - reach, y },
      ]);
    }
    case 3:
      return polygon(
        [0, 1, 2, 3, 4, 5].map((corner) => ({
          x: x + Math.cos((corner * Math.PI) / 3) * radius * 1.04,
          y: y + Math.sin((corner * Math.PI) / 3) * radius * 1.04,
        })),
      );
    case 4:
      return roundedBox(x, y, radius, radius * 0.62, radius * 0.3);
    default: {
      const r = f(radius);
      return `M${f(x - radius)} ${f(y)}a${r} ${r} 0 1 0 ${f(radius * 2)} 0a${r} ${r} 0 1 0-${f(radius * 2)} 0z`;
    }
  }
}

/** Lengths of dashes and gaps; null for a solid line. */
export function dashesOf(style: LineStyle, width: number): readonly [number, number] | null {
  const unit = Math.max(1, width * 0.75);
  if (style === "solid") return null;
  return style === "dashed" ? [unit * 5.8, unit * 3.7] : [0.01, unit * 4.4];
}

export interface Arrow {
  readonly tip: Point;
  readonly left: Point;
  readonly right: Point;
  /** Where the line ends and the head begins. */
  readonly base: { readonly place: Point; readonly t: number };
}

/** The arrow head of a line, short of the node that it points at. */
export function arrowOf({ curve, width, targetRadius }: DrawnLine): Arrow {
  const headLength = width * 3.2 + 3.4;
  const headHalf = width * 1.15 + 1.5;
  const end = findOnCurve(curve, targetRadius + 2, "end");
  const tip = pointOn(curve, end);
  const baseAt = findOnCurve(curve, targetRadius + 2 + headLength, "end");
  const place = pointOn(curve, baseAt);
  const along = directionAt(curve, (baseAt + end) / 2);
  return {
    tip,
    left: { x: place.x - along.y * headHalf, y: place.y + along.x * headHalf },
    right: { x: place.x + along.y * headHalf, y: place.y - along.x * headHalf },
    base: { place, t: baseAt },
  };
}
