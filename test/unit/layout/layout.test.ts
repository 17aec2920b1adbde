import { describe, expect, test } from "vitest";
import { computeLayout } from "../../../src/layout/layout.ts";
import { boxOf, type LayoutInput, type Point } from "../../../src/layout/layout-input.ts";
import { nodeRadius } from "../../../src/layout/node-size.ts";
import { hashText } from "../../../src/layout/seed.ts";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { boxesTouch } from "../../../viewer/render/label-placement.ts";
import { fixtureGraph } from "../../fixtures/graph-view/fixture-graph.ts";

const view = projectGraphView(fixtureGraph());
const fixtureInput: LayoutInput = {
  aspect: 1.4,
  nodes: view.nodes.map((node) => ({
    id: node.id,
    radius: nodeRadius(node.degree, view.nodes.length),
    labelWidth: Math.min(26, node.label.length) * 6.2,
  })),
  edges: view.facts,
};

/** A news-like graph: each new node joins an older one, which is the likelier the better it is connected. */
function growGraph(count: number): LayoutInput {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: `n${index}`, radius: 7, labelWidth: 70 }));
  const edges = nodes.slice(1).flatMap((node, index) => {
    const pick = (salt: string): string =>
      `n${Math.floor((hashText(`${node.id} ${salt}`) / 2 ** 32) ** 2 * (index + 1))}`;
    return [
      { source: node.id, target: pick("first") },
      { source: pick("second"), target: node.id },
    ];
  });
  return { aspect: 1.4, nodes, edges };
}

function overlaps(input: LayoutInput, positions: ReadonlyMap<string, Point>): number {
  const boxes = input.nodes.map((node) => boxOf({ node, ...(positions.get(node.id) ?? { x: 0, y: 0 }) }));
  let count = 0;
  boxes.forEach((box, first) => {
    for (const other of boxes.slice(first + 1)) if (boxesTouch(box, other)) count++;
  });
  return count;
}

describe("the layout", () => {
  test("places every node at finite coordinates", () => {
    const positions = computeLayout(fixtureInput);
    expect(positions.size).toBe(view.nodes.length);
    for (const { x, y } of positions.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  test("is the same for the same graph, in whatever order its parts come", () => {
    const positions = computeLayout(fixtureInput);
    const shuffled = computeLayout({
      ...fixtureInput,
      nodes: [...fixtureInput.nodes].reverse(),
      edges: [...fixtureInput.edges].reverse(),
    });
    for (const node of view.nodes) expect(shuffled.get(node.id)).toEqual(positions.get(node.id));
  });

  test.each([
    ["the fixture", fixtureInput],
    ["30 nodes", growGraph(30)],
    ["60 nodes", growGraph(60)],
    ["120 nodes", growGraph(120)],
  ])("leaves no overlap of nodes and labels on %s", (_, input) => {
    expect(overlaps(input, computeLayout(input))).toBe(0);
  });

  test.each([20, 30, 60, 120])(
    "moves what stood by at most 8 %% of the diagonal when %i things become a tenth more",
    (count) => {
      const grown = growGraph(Math.round(count * 1.1));
      const known = new Set(grown.nodes.slice(0, count).map(({ id }) => id));
      const before = computeLayout({
        ...grown,
        nodes: grown.nodes.filter(({ id }) => known.has(id)),
        edges: grown.edges.filter(({ source, target }) => known.has(source) && known.has(target)),
      });
      const after = computeLayout({ ...grown, previous: before });
      const places = [...before.values()];
      const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
      const diagonal = Math.hypot(extent(places.map(({ x }) => x)), extent(places.map(({ y }) => y)));
      const moves = [...before].map(([id, { x, y }]) => {
        const now = after.get(id) ?? { x: 0, y: 0 };
        return Math.hypot(now.x - x, now.y - y) / diagonal;
      });
      expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThan(0.08);
      expect(after.size).toBe(grown.nodes.length);
    },
  );

  test("keeps apart what is not connected, and packs it close", () => {
    const pairs = Array.from({ length: 12 }, (_, index) => [`a${index}`, `b${index}`] as const);
    const input: LayoutInput = {
      aspect: 1.4,
      nodes: pairs.flat().map((id) => ({ id, radius: 6, labelWidth: 60 })),
      edges: pairs.map(([source, target]) => ({ source, target })),
    };
    const positions = computeLayout(input);
    expect(overlaps(input, positions)).toBe(0);
    const xs = [...positions.values()].map((point) => point.x);
    const ys = [...positions.values()].map((point) => point.y);
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(1100);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(800);
  });

  test("bears loops, a lone node and no node", () => {
    const node = { id: "n", radius: 5, labelWidth: 20 };
    expect(
      computeLayout({ aspect: 1, nodes: [node], edges: [{ source: "n", target: "n" }] }).get("n"),
    ).toBeDefined();
    expect(computeLayout({ aspect: 1, nodes: [], edges: [] }).size).toBe(0);
  });
});

test("a crowd of thousands stands community by community", () => {
  const COMMUNITIES = 8;
  const communityOf = (node: number): number => node % COMMUNITIES;
  const nodes = Array.from({ length: 1600 }, (_, node) => ({ id: `c${node}`, radius: 4, labelWidth: 60 }));
  const edges = nodes.slice(COMMUNITIES).flatMap(({ id }, at) => {
    const node = at + COMMUNITIES;
    const earlier = (salt: string): number => hashText(`${id} ${salt}`) % node;
    const inside = ["one", "two", "three"].map((salt) => {
      const own = Math.floor(earlier(salt) / COMMUNITIES) * COMMUNITIES + communityOf(node);
      return { source: id, target: `c${own < node ? own : own - COMMUNITIES}` };
    });
    return node % 10 === 0 ? [...inside, { source: id, target: `c${earlier("other")}` }] : inside;
  });
  const positions = computeLayout({ aspect: 1.4, nodes, edges });
  const middles = Array.from({ length: COMMUNITIES }, (_, community) => {
    const own = nodes.flatMap(({ id }, node) =>
      communityOf(node) === community ? [positions.get(id) ?? { x: 0, y: 0 }] : [],
    );
    return {
      x: own.reduce((sum, { x }) => sum + x, 0) / own.length,
      y: own.reduce((sum, { y }) => sum + y, 0) / own.length,
    };
  });
  const nearest = nodes.filter(({ id }, node) => {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
    const distances = middles.map((middle) => Math.hypot(middle.x - x, middle.y - y));
    return distances.indexOf(Math.min(...distances)) === communityOf(node);
  });
  expect(nearest.length / nodes.length).toBeGreaterThan(0.7);
});
