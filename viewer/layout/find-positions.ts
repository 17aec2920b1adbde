import { nodeRadius, shortLabel } from "../state/node-size.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { INITIAL_STATE } from "../state/view-state.ts";
import { findVisible } from "../state/visible.ts";
import type { LayoutInput, Point } from "./layout-input.ts";
import { requestLayout } from "./request-layout.ts";

/** Mean width of a character of a label, in pixels: measured text would differ from machine to machine. */
const CHARACTER_WIDTH = 6.2;
/** Proportions that pictures are made in: a window a little wider gives the same picture. */
const ASPECTS = [0.6, 1, 1.4, 1.9];
/** How far a value that is hidden at first stands from what it is said of, and the turn from one to the next. */
const SATELLITE_DISTANCE = 60;
const SATELLITE_TURN = 2.4;

function layoutInputOf(index: ViewIndex, shape: number): LayoutInput {
  const initial = findVisible(index, INITIAL_STATE);
  const aspect = ASPECTS.reduce((best, next) =>
    Math.abs(next - shape) < Math.abs(best - shape) ? next : best,
  );
  return {
    aspect,
    nodes: index.view.nodes
      .filter((node) => initial.nodeIds.has(node.id))
      .map((node) => ({
        id: node.id,
        radius: nodeRadius(node.degree, index.view.nodes.length),
        labelWidth: [...shortLabel(node.label)].length * CHARACTER_WIDTH,
      })),
    edges: initial.facts.map(({ source, target }) => ({ source, target })),
  };
}

/**
 * Positions for all nodes: those that the view brings, else computed ones.
 *
 * @remarks
 * The layout holds what is visible at first, and stays as it is when filters change; what is hidden at first stands
 * close to what it is said of.
 *
 * @param shape width over height of the place for the picture
 */
export async function findPositions(index: ViewIndex, shape: number): Promise<ReadonlyMap<string, Point>> {
  const given = new Map(index.view.positions.map(({ node, x, y }) => [node, { x, y }]));
  if (index.view.nodes.every((node) => given.has(node.id))) return given;
  const positions = new Map(await requestLayout(layoutInputOf(index, shape)));
  for (const node of index.view.nodes) {
    if (positions.has(node.id)) continue;
    const facts = index.factsOf.get(node.id) ?? [];
    const anchor = facts
      .map((fact) => positions.get(fact.source) ?? positions.get(fact.target))
      .find(Boolean);
    const turn = positions.size * SATELLITE_TURN;
    positions.set(node.id, {
      x: (anchor?.x ?? 0) + Math.cos(turn) * SATELLITE_DISTANCE,
      y: (anchor?.y ?? 0) + Math.sin(turn) * SATELLITE_DISTANCE,
    });
  }
  return positions;
}
