/// <reference path="../../src/layout/forceatlas2-iterate.d.ts" />
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { layoutInputOf } from "../../src/layout/arrange-view.ts";
import { countCrossings } from "../../src/layout/crossings.ts";
import { computeLayout } from "../../src/layout/layout.ts";
import type { LayoutEdge, Point } from "../../src/layout/layout-input.ts";
import { startPoint } from "../../src/layout/seed.ts";
import type { GraphView } from "../../src/view/graph-view.ts";
import { newsLikeGraph, unit } from "./news-like-graph.ts";

/* Layout in figures: crossings against ForceAtlas2 with inferred settings, and how far a grown graph moves what stood. */

type Positions = ReadonlyMap<string, Point>;

const at = (positions: Positions, id: string): Point => positions.get(id) ?? { x: 0, y: 0 };

/** One edge per pair of joined nodes. */
function pairsOf(view: GraphView): LayoutEdge[] {
  const pairs = new Set(
    view.facts
      .filter((fact) => fact.source !== fact.target)
      .map((fact) => [fact.source, fact.target].sort().join(" ")),
  );
  return [...pairs].map((pair) => {
    const [source = "", target = ""] = pair.split(" ");
    return { source, target };
  });
}

/** The package's own way: all in one, `inferSettings`, 500 iterations, from the same seeded starts. */
function plainForceAtlas2(view: GraphView): Positions {
  const rows = new Map(view.nodes.map((node, row) => [node.id, row * 10]));
  const nodes = new Float32Array(view.nodes.length * 10);
  for (const [id, row] of rows) {
    const start = startPoint(id);
    nodes.set([start.x * 100, start.y * 100, 0, 0, 0, 0, 1, 1, 1, 0], row);
  }
  const edges = new Float32Array(view.facts.length * 3);
  view.facts.forEach((fact, row) => {
    const ends = [rows.get(fact.source) ?? 0, rows.get(fact.target) ?? 0];
    edges.set([...ends, 1], row * 3);
    for (const end of ends) nodes[end + 6] = (nodes[end + 6] ?? 0) + 1;
  });
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(view.nodes.length),
    barnesHutOptimize: view.nodes.length > 2000,
    barnesHutTheta: 0.5,
  };
  for (let round = 0; round < 500; round++) iterate(settings, nodes, edges);
  return new Map([...rows].map(([id, row]) => [id, { x: nodes[row] ?? 0, y: nodes[row + 1] ?? 0 }]));
}

function diagonal(positions: Positions): number {
  const [xs, ys] = [[...positions.values()].map(({ x }) => x), [...positions.values()].map(({ y }) => y)];
  return Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

function meanDisplacement(before: Positions, after: Positions): number {
  const moves = [...before].map(([id, from]) =>
    Math.hypot(at(after, id).x - from.x, at(after, id).y - from.y),
  );
  return moves.reduce((sum, move) => sum + move, 0) / moves.length / diagonal(before);
}

/** The view without a tenth of its nodes, chosen by hash. */
function withoutTenth(view: GraphView): GraphView {
  const kept = new Set(view.nodes.map((node) => node.id).filter((id) => unit(`${id} drop`) >= 0.1));
  const facts = view.facts.filter((fact) => kept.has(fact.source) && kept.has(fact.target));
  const joined = new Set(facts.flatMap(({ source, target }) => [source, target]));
  return { ...view, facts, nodes: view.nodes.filter((node) => joined.has(node.id)) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Seeds that the layout was worked on with, and seeds that nothing was ever chosen by. */
const SEED_SETS = {
  known: ["0 ", "1 ", "2 ", "3 ", "4 "],
  fresh: [5, 6, 7, 8, 9].map((seed) => `fresh ${seed} `),
};
const CROSSINGS_UP_TO = 3000;

interface Measured {
  /** Crossings over those of plain ForceAtlas2. */
  readonly crossings: number;
  /** Shares of the diagonal. */
  readonly unchanged: number;
  readonly grown: number;
  readonly seconds: number;
}

function measure(size: number, seed: string): Measured {
  const view = newsLikeGraph(size, seed);
  const start = performance.now();
  const positions = computeLayout(layoutInputOf(view, 1.4));
  const seconds = (performance.now() - start) / 1000;
  const again = [
    computeLayout(layoutInputOf(view, 1.4)),
    computeLayout(layoutInputOf(view, 1.4, { previous: positions })),
  ];
  const before = computeLayout(layoutInputOf(withoutTenth(view), 1.4));
  return {
    seconds,
    unchanged: Math.max(...again.map((other) => meanDisplacement(positions, other))),
    grown: meanDisplacement(before, computeLayout(layoutInputOf(view, 1.4, { previous: before }))),
    crossings:
      size <= CROSSINGS_UP_TO
        ? countCrossings(pairsOf(view), positions) / countCrossings(pairsOf(view), plainForceAtlas2(view))
        : Number.NaN,
  };
}

const rows = [
  {
    nodes: "bar",
    seeds: "",
    "crossings ÷ ForceAtlas2": "≤ 1.10",
    "same graph": "0.0 %",
    "+10 % nodes": "≤ 8.0 %",
    "layout, s": "",
  },
];
for (const size of (process.argv[2] ?? "30,60,120,300,1000").split(",").map(Number))
  for (const [name, seeds] of Object.entries(SEED_SETS)) {
    const all = (size <= 300 ? seeds : seeds.slice(0, 1)).map((seed) => measure(size, seed));
    const [ratios, moves] = [all.map(({ crossings }) => crossings), all.map(({ grown }) => grown)];
    process.stderr.write(`${size} nodes, ${name} seeds: measured\n`);
    rows.push({
      nodes: String(size),
      seeds: name,
      "crossings ÷ ForceAtlas2": `${mean(ratios).toFixed(2)} (worst ${Math.max(...ratios).toFixed(2)})`,
      "same graph": percent(Math.max(...all.map(({ unchanged }) => unchanged))),
      "+10 % nodes": `${percent(mean(moves))} (worst ${percent(Math.max(...moves))})`,
      "layout, s": mean(all.map(({ seconds }) => seconds)).toFixed(2),
    });
  }
console.table(rows);
