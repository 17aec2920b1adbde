import type { Point } from "../../src/layout/layout-input.ts";

/**
 * The course of an edge on screen, as a cubic Bézier curve. The vertex shader of `fact-edge-program.ts` has the same
 * formulas; what is drawn over the edges (pills, bars) takes its places from here.
 */
export type Curve = readonly [Point, Point, Point, Point];

/** Half of the angle between the two ends of a loop, in radians, and how far its control points reach. */
export const LOOP_HALF_ANGLE = 0.55;
export const LOOP_REACH = 58;
/** Angle between two loops at one node. */
export const LOOP_STEP = 1.2;

/**
 * @param curvature height of the control point over the chord, as a share of the chord's length; positive bends to the
 *   right of the direction from source to target (y downwards)
 */
export function edgeCurve(source: Point, target: Point, curvature: number): Curve {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const control = {
    x: (source.x + target.x) / 2 - dy * curvature,
    y: (source.y + target.y) / 2 + dx * curvature,
  };
  const towards = (from: Point): Point => ({
    x: from.x + ((control.x - from.x) * 2) / 3,
    y: from.y + ((control.y - from.y) * 2) / 3,
  });
  return [source, towards(source), towards(target), target];
}

/** The curve of the n-th loop at a node; `scale` is how large nodes are drawn. */
export function loopCurve(node: Point, ordinal: number, scale: number): Curve {
  const angle = -Math.PI / 2 + ordinal * LOOP_STEP;
  const reach = LOOP_REACH * scale;
  const at = (turn: number): Point => ({
    x: node.x + Math.cos(angle + turn) * reach,
    y: node.y + Math.sin(angle + turn) * reach,
  });
  return [node, at(-LOOP_HALF_ANGLE), at(LOOP_HALF_ANGLE), node];
}

export function pointOn([p0, p1, p2, p3]: Curve, t: number): Point {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
    y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
  };
}

/** Unit vector along the curve. */
export function directionAt(curve: Curve, t: number): Point {
  const before = pointOn(curve, Math.max(0, t - 0.01));
  const after = pointOn(curve, Math.min(1, t + 0.01));
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  return { x: (after.x - before.x) / length, y: (after.y - before.y) / length };
}

/** Where the curve is so far from one of its ends: its parameter, found by halving. */
export function findOnCurve(curve: Curve, distance: number, from: "start" | "end"): number {
  const origin = from === "start" ? curve[0] : curve[3];
  let [inside, outside] = [from === "start" ? 0 : 1, 0.5];
  for (let step = 0; step < 16; step++) {
    const t = (inside + outside) / 2;
    const { x, y } = pointOn(curve, t);
    if (Math.hypot(x - origin.x, y - origin.y) < distance) inside = t;
    else outside = t;
  }
  return (inside + outside) / 2;
}

/** The part of a curve between the disc it starts at and a place on it (de Casteljau). */
export function trimCurve(curve: Curve, startRadius: number, end: { readonly t: number }): Curve {
  const mix = (a: Point, b: Point, t: number): Point => ({
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
  });
  const split = ([p0, p1, p2, p3]: Curve, t: number): readonly [Curve, Curve] => {
    const [a, b, c] = [mix(p0, p1, t), mix(p1, p2, t), mix(p2, p3, t)];
    const [d, e] = [mix(a, b, t), mix(b, c, t)];
    const middle = mix(d, e, t);
    return [
      [p0, a, d, middle],
      [middle, e, c, p3],
    ];
  };
  const start = findOnCurve(curve, startRadius, "start");
  const [untilEnd] = split(curve, end.t);
  return split(untilEnd, Math.min(1, start / Math.max(end.t, 0.001)))[1];
}
