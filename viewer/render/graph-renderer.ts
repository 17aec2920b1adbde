import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { GraphViewFact, GraphViewNode } from "../../src/view/graph-view.ts";
import type { Box, Point } from "../layout/layout-input.ts";
import { nodeRadius } from "../state/node-size.ts";
import { groupOfNode, type ViewIndex } from "../state/view-index.ts";
import { isDenied, lineStyle } from "../state/wording.ts";
import { findCamera, OVERVIEW } from "./camera-target.ts";
import { dragNodes, type NodeDrag } from "./drag-nodes.ts";
import { makeEntityNodeProgram, SHAPE_OF_GROUP } from "./entity-node-program.ts";
import { FactEdgeProgram } from "./fact-edge-program.ts";
import { type DrawnNode, Overlay } from "./overlay.ts";
import { mixColors, PALETTES, type Palette, type Theme } from "./palette.ts";
import type { Scene } from "./scene.ts";

export interface RendererEvents {
  onNode(id: string): void;
  onFact(id: string): void;
  onGround(): void;
  /** The browser took the graphics context away; the renderer is of no more use. */
  onLost(): void;
}

export interface RendererOptions {
  readonly container: HTMLElement;
  readonly index: ViewIndex;
  readonly positions: ReadonlyMap<string, Point>;
  readonly scene: Scene;
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  readonly events: RendererEvents;
}

const OVERLAY = "overlay";
const PADDING = 44;
/** A small graph is not blown up beyond this. */
const MAX_ENLARGEMENT = 1.3;
/** Above this many facts, lines answer no pointer: finding the one under it draws all of them twice. */
const EDGE_EVENTS_UP_TO = 5000;
/** Height of the legend of lines over that of the picture. */
const LEGEND_SHARE = 0.045;
const SMALLEST = 0.6;
const MOVE_MS = 350;
const DASHES = { solid: 0, dashed: 1, dotted: 2 } as const;

/** Share of its colour that what is out of focus keeps. */
const DIM_NODE = 0.22;
const DIM_EDGE = 0.16;

/** The picture: sigma for nodes, lines, camera and pointer, and an overlay for text. Knows the scene, not the panels. */
export class GraphRenderer {
  readonly #options: RendererOptions;
  readonly #sigma: Sigma;
  readonly #overlay: Overlay;
  /** Node ids, the best connected first: the order in which labels are placed. */
  readonly #ranked: readonly string[];
  readonly #resizing: ResizeObserver;
  #scene: Scene;
  #palette: Palette;
  #hoveredNode: string | null = null;
  #hoveredFact: string | null = null;
  #reserved: readonly Box[] = [];
  /** Nodes and lines are drawn smaller where the whole graph has to fit a small place. */
  #sizeFactor = 1;

  constructor(options: RendererOptions) {
    this.#options = options;
    this.#scene = options.scene;
    this.#palette = PALETTES[options.theme];
    const { index, container } = options;
    this.#ranked = [...index.view.nodes]
      .sort((left, right) => right.degree - left.degree || (left.id < right.id ? -1 : 1))
      .map((node) => node.id);
    const graph = this.#makeGraph();
    this.#sigma = new Sigma(graph, container, {
      renderLabels: false,
      enableEdgeEvents: index.view.facts.length <= EDGE_EVENTS_UP_TO,
      zIndex: true,
      stagePadding: PADDING,
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / this.#sizeFactor,
      minCameraRatio: 0.05,
      maxCameraRatio: 3,
      enableCameraRotation: false,
      defaultNodeType: "entity",
      defaultEdgeType: "fact",
      nodeProgramClasses: { entity: makeEntityNodeProgram(() => this.#palette.ground) },
      edgeProgramClasses: { fact: FactEdgeProgram },
      defaultDrawNodeHover: () => undefined,
      nodeReducer: (id, data) => ({ ...data, ...this.#styleNode(id) }),
      edgeReducer: (id, data) => ({ ...data, ...this.#styleFact(id) }),
    });
    this.#sigma.createCanvasContext(OVERLAY, { style: { pointerEvents: "none" } });
    const context = this.#sigma.getCanvases()[OVERLAY]?.getContext("2d");
    if (!context) throw new Error("the browser gives no canvas to draw on");
    this.#overlay = new Overlay(context, index);
    this.#sigma.resize(true);
    this.#frameGraph();
    this.#listen(dragNodes(this.#sigma, graph));
    this.#resizing = new ResizeObserver(() => {
      if (container.offsetWidth === 0 || container.offsetHeight === 0) return;
      this.#frameGraph();
      this.#sigma.scheduleRender();
    });
    this.#resizing.observe(container);
    this.#sigma.refresh();
  }

  /** Shows another scene. @param options.moveCamera brings what is in focus into the free part of the picture */
  setScene(scene: Scene, options: { readonly moveCamera: boolean }): void {
    this.#scene = scene;
    this.#sigma.refresh({ skipIndexation: true });
    if (options.moveCamera && scene.focus !== null) this.#lookAt([...scene.focus.nodes]);
  }

  setTheme(theme: Theme): void {
    this.#palette = PALETTES[theme];
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Tells which parts of the picture panels lie over, in pixels of the container. */
  setReserved(reserved: readonly Box[]): void {
    this.#reserved = reserved;
    this.#sigma.scheduleRender();
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    this.#moveTo({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio / factor) });
  }

  showAll(): void {
    this.#moveTo(OVERVIEW);
  }

  /** The visible node nearest to another in a direction on screen (y downwards); the best connected to start with. */
  findNeighbour(from: string | null, direction: Point): string | null {
    const nodes = this.#drawnNodes();
    const start = nodes.find((node) => node.id === from);
    if (start === undefined) return nodes[0]?.id ?? null;
    let best: { id: string; cost: number } | null = null;
    for (const node of nodes) {
      const [dx, dy] = [node.x - start.x, node.y - start.y];
      const ahead = dx * direction.x + dy * direction.y;
      const aside = Math.abs(dx * direction.y - dy * direction.x);
      if (node === start || ahead <= 0 || aside > ahead * 1.5) continue;
      const cost = ahead + aside * 2;
      if (best === null || cost < best.cost) best = { id: node.id, cost };
    }
    return best?.id ?? null;
  }

  kill(): void {
    this.#resizing.disconnect();
    this.#sigma.kill();
  }

  #makeGraph(): MultiDirectedGraph {
    const { index, positions } = this.#options;
    const graph = new MultiDirectedGraph();
    for (const node of index.view.nodes) {
      const position = positions.get(node.id) ?? { x: 0, y: 0 };
      graph.addNode(node.id, { x: position.x, y: -position.y });
    }
    for (const fact of index.view.facts) graph.addEdgeWithKey(fact.id, fact.source, fact.target);
    return graph;
  }

  #styleNode(id: string): Record<string, unknown> {
    const { index } = this.#options;
    const node = index.nodes.get(id) as GraphViewNode;
    const { focus, visible, selectedNode } = this.#scene;
    const group = groupOfNode(index, node);
    const inFocus = focus === null || focus.nodes.has(id);
    const color = this.#palette.node[group];
    const radius = nodeRadius(node.degree, index.view.nodes.length);
    return {
      hidden: !visible.nodeIds.has(id) && id !== selectedNode && focus?.nodes.has(id) !== true,
      size: node.kind === "literal" ? radius * 0.8 : radius,
      color: inFocus ? color : mixColors(color, this.#palette.ground, DIM_NODE),
      shape: SHAPE_OF_GROUP[group],
      hollow: node.kind === "named" ? 0 : 1,
      zIndex: inFocus ? 1 : 0,
    };
  }

  #styleFact(id: string): Record<string, unknown> {
    const { index } = this.#options;
    const fact = index.facts.get(id) as GraphViewFact;
    const { focus, visible, bends, selectedFact } = this.#scene;
    const family = index.relations.get(fact.relation)?.family ?? "other";
    const color = isDenied(fact.factuality) ? this.#palette.denied : this.#palette.edge[family];
    const inFocus = focus === null || focus.facts.has(id);
    const bend = bends.get(id);
    return {
      hidden: !visible.factIds.has(id) && id !== selectedFact,
      size: id === selectedFact ? 2.6 : focus !== null && inFocus ? 2 : 1.5,
      color: inFocus ? color : mixColors(color, this.#palette.ground, DIM_EDGE),
      curvature: bend?.curvature ?? 0,
      loop: bend?.loop ?? 0,
      dash: DASHES[lineStyle(fact.factuality)],
      zIndex: inFocus ? 1 : 0,
    };
  }

  /** Fixes the frame to the nodes that are visible at first, so that filters do not move the picture. */
  #frameGraph(): void {
    const { positions, scene, container } = this.#options;
    const points = [...scene.visible.nodeIds].map((id) => positions.get(id) ?? { x: 0, y: 0 });
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => -point.y);
    const x: [number, number] = points.length === 0 ? [-1, 1] : [Math.min(...xs), Math.max(...xs)];
    const y: [number, number] = points.length === 0 ? [-1, 1] : [Math.min(...ys), Math.max(...ys)];
    const grow = (range: [number, number], room: number): void => {
      const missing = (room - PADDING * 2) / MAX_ENLARGEMENT - (range[1] - range[0]);
      if (missing <= 0) return;
      range[0] -= missing / 2;
      range[1] += missing / 2;
    };
    grow(x, container.offsetWidth);
    grow(y, container.offsetHeight);
    // Room beneath for the lowest labels and the legend of lines.
    y[0] -= (y[1] - y[0]) * LEGEND_SHARE;
    const fit = Math.min(
      (container.offsetWidth - PADDING * 2) / (x[1] - x[0]),
      (container.offsetHeight - PADDING * 2) / (y[1] - y[0]),
    );
    this.#sizeFactor = Math.min(1, Math.max(SMALLEST, fit ** 0.3));
    this.#sigma.setCustomBBox({ x, y });
  }

  #listen(drag: NodeDrag): void {
    const sigma = this.#sigma;
    const { events, container } = this.#options;
    const hover = (node: string | null, fact: string | null): void => {
      this.#hoveredNode = node;
      this.#hoveredFact = fact;
      container.style.cursor = node === null && fact === null ? "" : "pointer";
      this.#drawOverlay();
    };
    sigma.on("enterNode", ({ node }) => hover(node, null));
    sigma.on("leaveNode", () => hover(null, null));
    sigma.on("enterEdge", ({ edge }) => hover(null, edge));
    sigma.on("leaveEdge", () => hover(null, null));
    sigma.on("clickNode", ({ node }) => {
      if (!drag.hasMoved()) events.onNode(node);
    });
    sigma.on("clickEdge", ({ edge }) => events.onFact(edge));
    sigma.on("clickStage", () => events.onGround());
    sigma.on("doubleClickNode", ({ preventSigmaDefault }) => preventSigmaDefault());
    sigma.on("afterRender", () => this.#drawOverlay());
    for (const canvas of Object.values(sigma.getCanvases()))
      canvas.addEventListener("webglcontextlost", () => events.onLost());
  }

  #drawnNodes(): DrawnNode[] {
    const sigma = this.#sigma;
    const nodes: DrawnNode[] = [];
    for (const id of this.#ranked) {
      const data = sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      nodes.push({ id, x, y, radius: sigma.scaleSize(data.size) });
    }
    return nodes;
  }

  #drawOverlay(): void {
    const { width, height } = this.#sigma.getDimensions();
    this.#overlay.draw({
      width,
      height,
      scale: this.#sigma.scaleSize(1),
      nodes: this.#drawnNodes(),
      scene: this.#scene,
      hoveredNode: this.#hoveredNode,
      hoveredFact: this.#hoveredFact,
      reserved: this.#reserved,
      palette: this.#palette,
    });
  }

  #lookAt(ids: readonly string[]): void {
    const sigma = this.#sigma;
    const places = ids.flatMap((id) => {
      const data = sigma.getNodeDisplayData(id);
      return data === undefined ? [] : [{ x: data.x, y: data.y }];
    });
    const next = findCamera(places, {
      ...sigma.getDimensions(),
      reserved: this.#reserved,
      camera: sigma.getCamera().getState(),
      toScreen: (place, camera) => sigma.framedGraphToViewport(place, camera && { cameraState: camera }),
    });
    if (next !== undefined) this.#moveTo(next);
  }

  #moveTo(state: CameraState): void {
    const camera = this.#sigma.getCamera();
    if (this.#options.reducedMotion) camera.setState(state);
    else void camera.animate(state, { duration: MOVE_MS, easing: "quadraticInOut" });
  }
}
