/// <reference path="./forceatlas2-iterate.d.ts" />
import iterate, { type IterateSettings } from "graphology-layout-forceatlas2/iterate.js";
import { findMembership, type Weights } from "./communities.ts";
import type { Component, WeightedEdge } from "./components.ts";
import { countCrossings } from "./crossings.ts";
import { startByDistance } from "./distance-start.ts";
import type { Body, LayoutNode, Point } from "./layout-input.ts";
import { startPoint } from "./seed.ts";
import { separateBoxes } from "./separate.ts";
import { alignTo, holdBack, placeNewcomers } from "./warm-start.ts";

/** Columns of the matrices that `iterate` works on. */
const NODE_COLUMNS = 10;
const EDGE_COLUMNS = 3;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;

/** Below this, exact repulsion is faster than the Barnes-Hut approximation. */
const BARNES_HUT_FROM = 1500;
const START_SPREAD = 100;
/** Chance starts need many rounds: several are tried where a round costs little, one where many lines cross. */
const MOST_CHANCES = 8;
const CHANCE_PAIRS = 30_000;
const CHANCE_UP_TO = 400;
const CHANCE_ITERATIONS = 400;
/** Rounds for large ones, which start from their communities: enough to unfold these, too few to mix them again. */
const UNFOLDING_ITERATIONS = 30;
const COMMUNITY_ITERATIONS = 300;
/** Share of its extent that a community keeps in the end: gaps between them let a crowd of thousands be read by its parts. */
const COMMUNITY_EXTENT = 0.72;

/** Median length of an edge after scaling: room for a label beside a node. */
const EDGE_LENGTH = 95;

/** Enough for newcomers to find their place, few enough for the others to keep theirs. */
const WARM_ITERATIONS = 30;
/** Share of the diagonal that nodes known before move at most, in the mean: beyond, a person no longer knows the picture again. */
const MOST_MOVED = 0.06;

/** How often progress is told, in iterations. */
const TELL_EVERY = 10;

/** The package's `inferSettings`, with exact repulsion for longer. */
function settingsFor(nodeCount: number): IterateSettings {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(nodeCount),
    barnesHutOptimize: nodeCount > BARNES_HUT_FROM,
    barnesHutTheta: 0.5,
  };
}

/** Rounds from a start that knows the graph's shape: a fixed number, so that the clock has no say in the picture. */
function roundsFor(nodeCount: number): number {
  if (nodeCount > BARNES_HUT_FROM) return UNFOLDING_ITERATIONS;
  return Math.max(60, Math.min(120, Math.round(40_000 / nodeCount)));
}

/** About how much work it is to lay so many nodes out. */
export function costOf(nodeCount: number): number {
  return nodeCount * roundsFor(nodeCount);
}

function medianEdgeLength(component: Component, bodies: ReadonlyMap<string, Point>): number {
  const lengths = component.edges
    .map((edge) => {
      const source = bodies.get(edge.source);
      const target = bodies.get(edge.target);
      return source && target ? Math.hypot(source.x - target.x, source.y - target.y) : 0;
    })
    .sort((left, right) => left - right);
  return lengths[lengths.length >> 1] ?? 0;
}

/** Turns the long axis of the cloud of points to the horizontal, or to the vertical where the picture is tall. */
function turnAxis(bodies: readonly Body[], isTall: boolean): void {
  const mean = { x: 0, y: 0 };
  for (const body of bodies) {
    mean.x += body.x / bodies.length;
    mean.y += body.y / bodies.length;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (const body of bodies) {
    const [dx, dy] = [body.x - mean.x, body.y - mean.y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2 + (isTall ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const body of bodies) {
    const [dx, dy] = [body.x - mean.x, body.y - mean.y];
    body.x = dx * cos - dy * sin;
    body.y = dx * sin + dy * cos;
  }
}

/**
 * The factor by which places in pixels become places at which these forces are about in balance.
 *
 * @remarks
 * By the virial theorem: the forces neither swell nor shrink the whole where the sum of force times place is zero.
 * Repulsion gives a constant per pair, attraction and gravity grow with the square of the factor.
 */
function balancedScale(
  component: Component,
  starts: ReadonlyMap<string, Point>,
  settings: IterateSettings,
  masses: readonly number[],
): number {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const squares = masses.reduce((sum, mass) => sum + mass * mass, 0);
  const repulsion = (settings.scalingRatio * (total * total - squares)) / 2;
  let pull = 0;
  component.nodes.forEach((node, row) => {
    const { x, y } = starts.get(node.id) ?? { x: 0, y: 0 };
    pull += settings.gravity * (masses[row] ?? 1) * (x * x + y * y);
  });
  for (const edge of component.edges) {
    const [source, target] = [starts.get(edge.source), starts.get(edge.target)];
    if (source && target) pull += edge.weight * ((source.x - target.x) ** 2 + (source.y - target.y) ** 2);
  }
  return pull > 0 ? Math.sqrt(repulsion / pull) : 1;
}

/** Runs ForceAtlas2 over nodes from where they start. @param spread - what the starts are multiplied by */
function runForces(
  nodes: readonly LayoutNode[],
  edges: readonly WeightedEdge[],
  starts: ReadonlyMap<string, Point>,
  spread: number | "balanced",
  rounds: number,
  tell: (share: number) => void = () => {},
): Body[] {
  const settings = settingsFor(nodes.length);
  const rows = new Map(nodes.map((node, row) => [node.id, row * NODE_COLUMNS]));
  const edgeMatrix = new Float32Array(edges.length * EDGE_COLUMNS);
  const masses = nodes.map(() => 1);
  edges.forEach(({ source, target, weight }, row) => {
    const ends = [rows.get(source) ?? 0, rows.get(target) ?? 0];
    edgeMatrix.set([...ends, weight], row * EDGE_COLUMNS);
    for (const at of ends) masses[at / NODE_COLUMNS] = (masses[at / NODE_COLUMNS] ?? 1) + weight;
  });
  const factor = spread === "balanced" ? balancedScale({ nodes, edges }, starts, settings, masses) : spread;
  const nodeMatrix = new Float32Array(nodes.length * NODE_COLUMNS);
  nodes.forEach((node, row) => {
    const start = starts.get(node.id) ?? { x: 0, y: 0 };
    const at = row * NODE_COLUMNS;
    nodeMatrix[at] = start.x * factor;
    nodeMatrix[at + 1] = start.y * factor;
    nodeMatrix[at + MASS] = masses[row] ?? 1;
    nodeMatrix[at + CONVERGENCE] = 1;
    nodeMatrix[at + SIZE] = 1;
  });
  for (let round = 0; round < rounds && nodes.length > 1; round++) {
    iterate(settings, nodeMatrix, edgeMatrix);
    if (round % TELL_EVERY === 0) tell(round / rounds);
  }
  return nodes.map((node, row) => ({
    node,
    x: nodeMatrix[row * NODE_COLUMNS] ?? 0,
    y: nodeMatrix[row * NODE_COLUMNS + 1] ?? 0,
  }));
}

/** Which community each node of a component belongs to, in the order of its nodes. */
function communitiesOf({ nodes, edges }: Component): number[] {
  const rows = new Map(nodes.map((node, row) => [node.id, row]));
  const links: Weights[] = nodes.map(() => new Map());
  for (const { source, target, weight } of edges) {
    const [from, to] = [rows.get(source) ?? 0, rows.get(target) ?? 0];
    links[from]?.set(to, weight);
    links[to]?.set(from, weight);
  }
  return findMembership(links);
}

/** Draws each community together about its middle, in place. */
function gather(bodies: readonly Body[], membership: readonly number[]): void {
  const middles = new Map<number, { x: number; y: number; count: number }>();
  bodies.forEach(({ x, y }, row) => {
    const middle = middles.get(membership[row] ?? 0) ?? { x: 0, y: 0, count: 0 };
    middle.x += x;
    middle.y += y;
    middle.count++;
    middles.set(membership[row] ?? 0, middle);
  });
  bodies.forEach((body, row) => {
    const { x, y, count } = middles.get(membership[row] ?? 0) ?? { x: 0, y: 0, count: 1 };
    body.x = x / count + (body.x - x / count) * COMMUNITY_EXTENT;
    body.y = y / count + (body.y - y / count) * COMMUNITY_EXTENT;
  });
}

/**
 * Where the nodes of a large component start: its communities are laid out first, as if each were one node, and each
 * node stands about the middle of its own. From chance starts the forces would take thousands of rounds to part them.
 */
function startByCommunity({ nodes, edges }: Component, membership: readonly number[]): Map<string, Point> {
  const rows = new Map(nodes.map((node, row) => [node.id, row]));
  const sizes = new Map<number, number>();
  for (const community of membership) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const between = new Map<string, { source: string; target: string; weight: number }>();
  for (const { source, target, weight } of edges) {
    const ends = [membership[rows.get(source) ?? 0] ?? 0, membership[rows.get(target) ?? 0] ?? 0].sort(
      (left, right) => left - right,
    );
    const [first, second] = ends.map(String) as [string, string];
    if (first === second) continue;
    const joined = between.get(`${first} ${second}`) ?? { source: first, target: second, weight: 0 };
    joined.weight += weight;
    between.set(`${first} ${second}`, joined);
  }
  const heaviest = Math.max(1, ...[...between.values()].map(({ weight }) => weight));
  const joins: WeightedEdge[] = [...between.values()].map((edge) => ({
    ...edge,
    weight: edge.weight / heaviest,
  }));
  const centres = new Map(
    runForces(
      [...sizes.keys()].map((community) => ({ id: String(community), radius: 1, labelWidth: 0 })),
      joins,
      new Map(
        [...sizes.keys()].map((community) => [String(community), startPoint(`community ${community}`)]),
      ),
      START_SPREAD,
      COMMUNITY_ITERATIONS,
    ).map(({ node, x, y }) => [node.id, { x, y }]),
  );
  // As much room for each as it has nodes, in all about as much as the centres take.
  const reach = Math.max(1, ...[...centres.values()].map(({ x, y }) => Math.hypot(x, y)));
  return new Map(
    nodes.map((node, row) => {
      const community = membership[row] ?? 0;
      const centre = centres.get(String(community)) ?? { x: 0, y: 0 };
      const radius = reach * Math.sqrt((sizes.get(community) ?? 1) / nodes.length);
      const scatter = startPoint(node.id);
      return [node.id, { x: centre.x + scatter.x * radius, y: centre.y + scatter.y * radius }];
    }),
  );
}

const placesOf = (bodies: readonly Body[]): Map<string, Point> =>
  new Map(bodies.map((body) => [body.node.id, body]));

/** In pixels, with the long axis along that of the picture. */
function scaleToPicture(component: Component, bodies: readonly Body[], aspect: number): void {
  const median = medianEdgeLength(component, placesOf(bodies));
  const scale = median > 0 ? EDGE_LENGTH / median : 1;
  for (const body of bodies) {
    body.x *= scale;
    body.y *= scale;
  }
  turnAxis(bodies, aspect < 1);
}

/** How many lines will cross: for few nodes once their labels have room, which is worked out in no time. */
function crossingsOf(component: Component, bodies: readonly Body[]): number {
  const final = bodies.map((body) => ({ ...body }));
  if (affordableChances(bodies.length) === MOST_CHANCES) separateBoxes(component, final, new Set());
  return countCrossings(component.edges, placesOf(final));
}

const affordableChances = (nodeCount: number): number =>
  Math.min(MOST_CHANCES, Math.floor(CHANCE_PAIRS / nodeCount ** 2));

/** Where forces end depends on where they start: of several starts, that whose lines cross least is kept. */
function tryStarts(component: Component, aspect: number, tell: (share: number) => void): Body[] {
  const { nodes, edges } = component;
  const rounds = roundsFor(nodes.length);
  let best: { readonly bodies: Body[]; readonly crossings: number } | undefined;
  const attempt = (starts: ReadonlyMap<string, Point>, spread: number | "balanced", count: number): void => {
    if (best?.crossings === 0) return;
    const bodies = runForces(nodes, edges, starts, spread, count);
    scaleToPicture(component, bodies, aspect);
    const crossings = crossingsOf(component, bodies);
    if (best === undefined || crossings < best.crossings) best = { bodies, crossings };
  };
  attempt(startByDistance(component), "balanced", rounds);
  tell(0.25);
  attempt(startByCommunity(component, communitiesOf(component)), "balanced", rounds);
  tell(0.5);
  const isTangled = (best?.crossings ?? 0) > edges.length && nodes.length <= CHANCE_UP_TO;
  const chances = Math.max(affordableChances(nodes.length), isTangled ? 1 : 0);
  for (let chance = 0; chance < chances; chance++) {
    const salt = chance === 0 ? "" : `${chance} `;
    const starts = new Map(nodes.map(({ id }) => [id, startPoint(salt + id)]));
    attempt(starts, START_SPREAD, CHANCE_ITERATIONS);
  }
  return best?.bodies ?? [];
}

/** A crowd of thousands: from its communities, which are parted again in the end. */
function layoutCrowd(component: Component, aspect: number, tell: (share: number) => void): Body[] {
  const { nodes, edges } = component;
  const communities = communitiesOf(component);
  const starts = startByCommunity(component, communities);
  const bodies = runForces(nodes, edges, starts, "balanced", UNFOLDING_ITERATIONS, tell);
  gather(bodies, communities);
  scaleToPicture(component, bodies, aspect);
  // A crowd fills the window: a stretch along one axis makes no two lines cross that did not.
  for (const body of bodies) body.x *= aspect;
  return bodies;
}

/**
 * Lays one component out by ForceAtlas2 (Jacomy and others 2014), in pixels: from scratch with its long axis along that
 * of the picture, or, where at least half of its nodes stood somewhere before, from there and turned back to there.
 * The same component gives the same positions.
 *
 * @param tell - called now and then with the share that is done, 0 to 1
 */
export function layoutComponent(
  component: Component,
  aspect: number,
  previous: ReadonlyMap<string, Point>,
  tell: (share: number) => void = () => {},
): Body[] {
  const { nodes, edges } = component;
  const known = nodes.filter((node) => previous.has(node.id)).length;
  if (known === nodes.length) return nodes.map((node) => ({ node, ...(previous.get(node.id) as Point) }));
  if (known > 0 && known * 2 >= nodes.length) {
    const starts = placeNewcomers(component, previous);
    const bodies = runForces(nodes, edges, starts, "balanced", WARM_ITERATIONS, tell);
    alignTo(bodies, previous);
    holdBack(bodies, starts, previous, MOST_MOVED);
    return bodies;
  }
  return nodes.length > BARNES_HUT_FROM
    ? layoutCrowd(component, aspect, tell)
    : tryStarts(component, aspect, tell);
}
