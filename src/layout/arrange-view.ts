import type { GraphView, GraphViewNode } from "../view/graph-view.ts";
import type { LayoutInput, Point } from "./layout-input.ts";
import { nodeRadius, shortLabel } from "./node-size.ts";

/** Mean width of a character of a label, in pixels: measured text would differ from machine to machine. */
const CHARACTER_WIDTH = 6.2;
/** Scripts whose letters are as wide as they are high. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;
/** Proportions that pictures are made in: a window a little wider gives the same picture. */
const ASPECTS = [0.6, 1, 1.4, 1.9];
/** How far a value that is hidden at first stands from what it is said of, and the turn from one to the next. */
const SATELLITE_DISTANCE = 60;
const SATELLITE_TURN = 2.4;

function labelWidth(node: GraphViewNode): number {
  return [...shortLabel(node.label)].reduce(
    (sum, letter) => sum + CHARACTER_WIDTH * (WIDE.test(letter) ? 1.9 : 1),
    0,
  );
}

/** Values other than quantities are hidden at first: dates and figures would crowd out who did what. */
export function isHiddenAtFirst(node: GraphViewNode): boolean {
  return node.kind === "literal" && node.valueKind !== "quantity";
}

/** What is to be arranged of a view: that which is visible at first. */
export function layoutInputOf(
  view: GraphView,
  shape: number,
  kept: Pick<LayoutInput, "previous" | "pinned"> = {},
): LayoutInput {
  const hidden = new Set(view.nodes.filter(isHiddenAtFirst).map((node) => node.id));
  const edges = view.facts.filter((fact) => !hidden.has(fact.source) && !hidden.has(fact.target));
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return {
    ...kept,
    aspect: ASPECTS.reduce((best, next) => (Math.abs(next - shape) < Math.abs(best - shape) ? next : best)),
    nodes: view.nodes
      .filter((node) => joined.has(node.id))
      .map((node) => ({
        id: node.id,
        radius: nodeRadius(node.degree, view.nodes.length),
        labelWidth: labelWidth(node),
      })),
    edges: edges.map(({ source, target }) => ({ source, target })),
  };
}

/** Positions for the rest: what is hidden at first stands close to what it is said of. */
export function addSatellites(view: GraphView, arranged: ReadonlyMap<string, Point>): Map<string, Point> {
  const positions = new Map(arranged);
  const anchors = new Map<string, Point>();
  for (const { source, target } of view.facts) {
    for (const [id, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const place = arranged.get(other);
      if (place !== undefined && !anchors.has(id)) anchors.set(id, place);
    }
  }
  for (const { id } of view.nodes) {
    if (positions.has(id)) continue;
    const anchor = anchors.get(id) ?? { x: 0, y: 0 };
    const turn = positions.size * SATELLITE_TURN;
    positions.set(id, {
      x: Math.round((anchor.x + Math.cos(turn) * SATELLITE_DISTANCE) * 10) / 10,
      y: Math.round((anchor.y + Math.sin(turn) * SATELLITE_DISTANCE) * 10) / 10,
    });
  }
  return positions;
}
