import { addSatellites, layoutInputOf } from "../../src/layout/arrange-view.ts";
import type { Point } from "../../src/layout/layout-input.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { requestLayout } from "./request-layout.ts";

export interface FindPositionsOptions {
  /** Width over height of the place for the picture. */
  readonly shape: number;
  /** Places of an earlier visit: what is new is fitted in. */
  readonly kept: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  /** Whether all is to be arranged from scratch, whatever the view brings. */
  readonly anew: boolean;
  readonly onProgress: (share: number) => void;
}

export interface FoundPositions {
  readonly positions: ReadonlyMap<string, Point>;
  /** They are those that the view brings: nothing has to be kept here. */
  readonly areGiven: boolean;
}

/** So many are soon arranged: a narrow window need not take a picture that was made for a broad one. */
const ARRANGED_SOON = 2000;

/** Times that a picture may be broader than the place for it. */
const MISFIT = 1.5;

/** Whether a picture is broad and the place for it is high, on a telephone. */
function isTooBroad(places: ReadonlyMap<string, Point>, shape: number): boolean {
  if (shape >= 0.8 || places.size > ARRANGED_SOON) return false;
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const points = [...places.values()];
  return extent(points.map(({ x }) => x)) > extent(points.map(({ y }) => y)) * shape * MISFIT;
}

/**
 * Positions for all nodes: kept ones, else those that the view brings, else computed ones, warm from what there is of these.
 * Kept and brought ones are never mixed: they are of two pictures.
 *
 * @remarks
 * The layout holds what is visible at first, and stays as it is when filters change.
 */
export async function findPositions(
  { view }: ViewIndex,
  { shape, kept, pinned, anew, onProgress }: FindPositionsOptions,
): Promise<FoundPositions> {
  const isWhole = (places: ReadonlyMap<string, Point>): boolean =>
    view.nodes.every((node) => places.has(node.id));
  const brought = new Map(view.positions.map(({ node, x, y }) => [node, { x, y }]));
  const given = anew || isTooBroad(brought, shape) ? new Map<string, Point>() : brought;
  if (isWhole(kept)) return { positions: kept, areGiven: false };
  if (isWhole(given) && pinned.size === 0) return { positions: given, areGiven: true };
  const input = layoutInputOf(view, shape, { previous: kept.size > 0 ? kept : given, pinned });
  return { positions: addSatellites(view, await requestLayout(input, onProgress)), areGiven: false };
}
