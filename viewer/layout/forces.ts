/// <reference path="./forceatlas2-iterate.d.ts" />
import iterate, { type IterateSettings } from "graphology-layout-forceatlas2/iterate.js";
import type { Component } from "./components.ts";
import type { Body } from "./layout-input.ts";
import { startPoint } from "./seed.ts";

/** Columns of the matrices that `iterate` works on. */
const NODE_COLUMNS = 10;
const EDGE_COLUMNS = 3;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;

/** Below this, exact repulsion is faster than the Barnes-Hut approximation. */
const BARNES_HUT_FROM = 1500;
const START_SPREAD = 100;

/** Median length of an edge after scaling: room for a label beside a node. */
const EDGE_LENGTH = 95;

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

/** A fixed number, so that the clock has no say in the picture. */
function iterationsFor(nodeCount: number): number {
  return Math.max(60, Math.min(1000, Math.round(300_000 / nodeCount)));
}

function medianEdgeLength(component: Component, bodies: ReadonlyMap<string, Body>): number {
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
 * Lays one component out by ForceAtlas2 (Jacomy and others 2014), in pixels, its long axis along that of the picture.
 * The same component gives the same positions.
 */
export function layoutComponent(component: Component, aspect: number): Body[] {
  const { nodes, edges } = component;
  const rows = new Map(nodes.map((node, row) => [node.id, row * NODE_COLUMNS]));
  const nodeMatrix = new Float32Array(nodes.length * NODE_COLUMNS);
  const edgeMatrix = new Float32Array(edges.length * EDGE_COLUMNS);
  nodes.forEach((node, row) => {
    const start = startPoint(node.id);
    const at = row * NODE_COLUMNS;
    nodeMatrix[at] = start.x * START_SPREAD;
    nodeMatrix[at + 1] = start.y * START_SPREAD;
    nodeMatrix[at + MASS] = 1;
    nodeMatrix[at + CONVERGENCE] = 1;
    nodeMatrix[at + SIZE] = 1;
  });
  edges.forEach(({ source, target, weight }, row) => {
    const ends = [rows.get(source) ?? 0, rows.get(target) ?? 0];
    edgeMatrix.set([...ends, weight], row * EDGE_COLUMNS);
    for (const at of ends) nodeMatrix[at + MASS] = (nodeMatrix[at + MASS] ?? 0) + weight;
  });
  const settings = settingsFor(nodes.length);
  for (let left = iterationsFor(nodes.length); left > 0 && nodes.length > 1; left--)
    iterate(settings, nodeMatrix, edgeMatrix);

  const bodies = nodes.map((node, row) => ({
    node,
    x: nodeMatrix[row * NODE_COLUMNS] ?? 0,
    y: nodeMatrix[row * NODE_COLUMNS + 1] ?? 0,
  }));
  const median = medianEdgeLength(component, new Map(bodies.map((body) => [body.node.id, body])));
  const scale = median > 0 ? EDGE_LENGTH / median : 1;
  for (const body of bodies) {
    body.x *= scale;
    body.y *= scale;
  }
  turnAxis(bodies, aspect < 1);
  return bodies;
}
