import { type Component, factCount, type WeightedEdge } from "./components.ts";
import type { Body } from "./layout-input.ts";

/** Shortest that a line may be between two discs, and how much each further fact between them adds, up to a few. */
const SHORTEST_LINE = 44;
const FAN_ROOM = 10;
const FAN_FACTS = 5;
/** Free space between a line and the disc of a node that it passes. */
const CLEARANCE = 9;
/** Above this many pairs of line and node, looking at each in each round would take seconds. */
const MAX_PAIRS = 400_000;

/** Moves the ends of a line apart where arrows and the fan of parallel facts would have no room. */
function stretch(edge: WeightedEdge, source: Body, target: Body): void {
  const fan = Math.min(FAN_FACTS, factCount(edge) - 1) * FAN_ROOM;
  const wanted = source.node.radius + target.node.radius + SHORTEST_LINE + fan;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const square = dx * dx + dy * dy;
  if (square >= wanted * wanted) return;
  const length = Math.sqrt(square);
  const by = (wanted - length) / 2 / Math.max(length, 0.01);
  source.x -= dx * by;
  source.y -= dy * by;
  target.x += dx * by;
  target.y += dy * by;
}

/** Moves a node off a line that runs through its disc. */
function stepAside(body: Body, source: Body, target: Body): void {
  const reach = body.node.radius + CLEARANCE;
  if (body.x < Math.min(source.x, target.x) - reach || body.x > Math.max(source.x, target.x) + reach) return;
  if (body.y < Math.min(source.y, target.y) - reach || body.y > Math.max(source.y, target.y) + reach) return;
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < 0.01) return;
  const along = ((body.x - source.x) * dx + (body.y - source.y) * dy) / length;
  if (along <= 0 || along >= length) return;
  const across = ((body.x - source.x) * dy - (body.y - source.y) * dx) / length;
  const missing = reach - Math.abs(across);
  if (missing <= 0) return;
  const by = (missing / 2) * (across < 0 ? -1 : 1);
  body.x += (dy / length) * by;
  body.y -= (dx / length) * by;
}

/** One round of making room for lines, in place: short ones are lengthened, and nodes step off those that pass. */
export function makeRoomForLines(component: Component, bodies: readonly Body[]): void {
  const byId = new Map(bodies.map((body) => [body.node.id, body]));
  const looksAtPairs = component.edges.length * bodies.length <= MAX_PAIRS;
  for (const edge of component.edges) {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (source === undefined || target === undefined) continue;
    stretch(edge, source, target);
    if (!looksAtPairs) continue;
    for (const body of bodies) if (body !== source && body !== target) stepAside(body, source, target);
  }
}
