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
  readonly onProgress: (share: number) => void;
}

/**
 * Positions for all nodes: kept ones, else those that the view brings, else computed ones.
 *
 * @remarks
 * The layout holds what is visible at first, and stays as it is when filters change.
 */
export async function findPositions(
  { view }: ViewIndex,
  { shape, kept, pinned, onProgress }: FindPositionsOptions,
): Promise<ReadonlyMap<string, Point>> {
  const previous = new Map<string, Point>();
  for (const { node, x, y } of view.positions) previous.set(node, { x, y });
  for (const [node, place] of kept) previous.set(node, place);
  if (view.nodes.every((node) => previous.has(node.id))) return previous;
  const input = layoutInputOf(view, shape, { previous, pinned });
  return addSatellites(view, await requestLayout(input, onProgress));
}
