import type { GraphView } from "../../../src/view/graph-view.ts";

/* One library draws the view of the server, with its positions, in the plainest way; `?sigma`, `?cytoscape` or `?vis`. */

interface Bench {
  readyAt?: number;
  labels?: () => number;
  /** How often the pointer came upon a node. */
  met?: number;
  place?: (id: string) => { x: number; y: number };
}
const bench: Bench = {};
Object.assign(window, { bench });
const container = document.getElementById("graph") as HTMLElement;
const ready = (): void => {
  // Two frames on, what was drawn stands on the screen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      bench.readyAt ??= performance.now();
    }),
  );
};

async function drawSigma(
  { nodes, facts }: GraphView,
  at: ReadonlyMap<string, { x: number; y: number }>,
): Promise<void> {
  const [{ MultiDirectedGraph }, { default: Sigma }] = await Promise.all([
    import("graphology"),
    import("sigma"),
  ]);
  const graph = new MultiDirectedGraph();
  for (const { id, label, degree } of nodes) {
    const { x, y } = at.get(id) ?? { x: 0, y: 0 };
    graph.addNode(id, { x, y: -y, label, size: 4 + 2.2 * Math.sqrt(degree), color: "#3b78c4" });
  }
  for (const { id, source, target } of facts) graph.addEdgeWithKey(id, source, target);
  const sigma = new Sigma(graph, container, { labelRenderedSizeThreshold: 4, labelDensity: 1 });
  bench.labels = () => sigma.getNodeDisplayedLabels().size;
  bench.place = (id) => sigma.graphToViewport(graph.getNodeAttributes(id) as { x: number; y: number });
  sigma.on("enterNode", () => {
    bench.met = (bench.met ?? 0) + 1;
  });
  sigma.once("afterRender", ready);
  sigma.refresh();
}

async function drawCytoscape({ nodes, facts }: GraphView, at: ReadonlyMap<string, { x: number; y: number }>) {
  const { default: cytoscape } = await import("cytoscape");
  const cy = cytoscape({
    container,
    elements: [
      ...nodes.map(({ id, label }) => ({
        data: { id, label },
        position: { ...(at.get(id) ?? { x: 0, y: 0 }) },
      })),
      ...facts.map(({ id, source, target }) => ({ data: { id, source, target } })),
    ],
    layout: { name: "preset" },
    style: [{ selector: "node", style: { label: "data(label)", width: 12, height: 12, "font-size": 11 } }],
  });
  cy.one("render", ready);
}

async function drawVis(
  { nodes, facts }: GraphView,
  at: ReadonlyMap<string, { x: number; y: number }>,
): Promise<void> {
  const { Network } = await import("vis-network/standalone");
  const network = new Network(
    container,
    {
      nodes: nodes.map(({ id, label }) => ({ id, label, ...at.get(id), shape: "dot", size: 6 })),
      edges: facts.map(({ id, source, target }) => ({ id, from: source, to: target })),
    },
    { physics: false },
  );
  network.once("afterDrawing", ready);
}

const view = (await (await fetch("./api/graph-view")).json()) as GraphView;
const at = new Map(view.positions.map(({ node, x, y }) => [node, { x, y }]));
const draw = { "?sigma": drawSigma, "?cytoscape": drawCytoscape, "?vis": drawVis }[location.search];
await draw?.(view, at);
