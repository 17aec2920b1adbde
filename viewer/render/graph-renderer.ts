import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Box, Point } from "../../src/layout/layout-input.ts";
import { nodeRadius } from "../../src/layout/node-size.ts";
import type { GraphViewFact, GraphViewNode } from "../../src/view/graph-view.ts";
import { groupOfNode, type ViewIndex } from "../state/view-index.ts";
import type { CameraPlace } from "../state/view-state.ts";
import { isDenied, lineStyle } from "../state/wording.ts";
import { findCamera, OVERVIEW } from "./camera-target.ts";
import { dragNodes, type NodeDrag } from "./drag-nodes.ts";
import type { DrawnLine, StyledNode } from "./drawn.ts";
import { makeEntityNodeProgram, SHAPE_OF_GROUP } from "./entity-node-program.ts";
import { FactEdgeProgram, StraightFactEdgeProgram } from "./fact-edge-program.ts";
import { curveOf, type Frame, MAX_DISCS } from "./marks.ts";
import { NodePlaces } from "./node-places.ts";
import { Overlay } from "./overlay.ts";
import { mixColors, PALETTES, type Palette, type Theme } from "./palette.ts";
import type { Scene } from "./scene.ts";
import type { Snapshot } from "./snapshot.ts";

export interface RendererEvents {
  onNode(id: string): void;
  onFact(id: string): void;
  onGround(): void;
  /** A node was put somewhere else. */
  onDragged(id: string, place: Point): void;
  /** The camera came to rest. @param byHand - moved by the person, not by the picture itself */
  onCamera(camera: CameraPlace, byHand: boolean): void;
  /** The browser took the graphics context away; the renderer is of no more use. */
  onLost(): void;
}

export interface RendererOptions {
  readonly container: HTMLElement;
  readonly index: ViewIndex;
  readonly positions: ReadonlyMap<string, Point>;
  readonly scene: Scene;
  /** Nodes that the whole picture is framed by: those that are visible at first. */
  readonly framed: ReadonlySet<string>;
  /** Where panels lie over the picture, in pixels of the container. */
  readonly reserved: readonly Box[];
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  readonly events: RendererEvents;
}

const OVERLAY = "overlay";
const HOVER = "hover";
const PADDING = 44;
/** A small graph is not blown up beyond this. */
const MAX_ENLARGEMENT = 1.3;
/** Above this many facts, lines answer no pointer: finding the one under it draws all of them twice. */
const EDGE_EVENTS_UP_TO = 5000;
/** Above this many facts, lines wait until the camera rests, where no graphics card draws them. */
const STEADY_LINES_UP_TO = 4000;
/** Height of the legend of lines over that of the picture. */
const LEGEND_SHARE = 0.045;
const SMALLEST = 0.6;
const MOVE_MS = 350;
/** A camera that has not moved for so long rests. */
const REST_MS = 250;
const DASHES = { solid: 0, dashed: 1, dotted: 2 } as const;

/** Share of its colour that what is out of focus keeps. */
const DIM_NODE = 0.22;
const DIM_EDGE = 0.16;

/** Share of its colour that a line keeps in the overview: less where thousands cross. */
const edgeShare = (facts: number): number => Math.min(1, Math.max(0.28, (1500 / Math.max(1, facts)) ** 0.7));

/** Width of a line: grows with the number of independent sources that say so. */
const lineWidth = (sources: number): number => 1.05 + 0.45 * Math.sqrt(sources);

/** Whether the browser draws WebGL without a graphics card. */
function isSoftwareDrawn(): boolean {
  const context = document.createElement("canvas").getContext("webgl");
  const info = context?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(context?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software/i.test(name);
}

/** Fine enough that the picture comes back to the pixel, short enough for an address. */
const round = (value: number): number => Number(value.toPrecision(9));

/** The picture: sigma for nodes, lines, camera and pointer, and an overlay for text. Knows the scene, not the panels. */
export class GraphRenderer {
  readonly #options: RendererOptions;
  readonly #graph: MultiDirectedGraph;
  readonly #sigma: Sigma;
  readonly #overlay: Overlay;
  readonly #places: NodePlaces;
  readonly #resizing: ResizeObserver;
  /** Whether lines are left out while the picture moves. */
  readonly linesWait: boolean;
  #scene: Scene;
  #palette: Palette;
  #pins: ReadonlyMap<string, Point> = new Map();
  #reserved: readonly Box[];
  /** Nodes and lines are drawn smaller where the whole graph has to fit a small place. */
  #sizeFactor = 1;
  /** Set while the picture moves its own camera. */
  #isMoving = false;
  #isKilled = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RendererOptions) {
    this.#options = options;
    this.#scene = options.scene;
    this.#reserved = options.reserved;
    this.#palette = PALETTES[options.theme];
    const { index, container } = options;
    const ranked = [...index.view.nodes]
      .sort((left, right) => right.degree - left.degree || (left.id < right.id ? -1 : 1))
      .map((node) => node.id);
    this.#graph = this.#makeGraph();
    const factCount = index.view.facts.length;
    this.linesWait = factCount > STEADY_LINES_UP_TO && isSoftwareDrawn();
    // Filled once all is set up: each thing that is set on a full graph would style and index all of it anew.
    this.#sigma = new Sigma(new MultiDirectedGraph(), container, {
      renderLabels: false,
      enableEdgeEvents: factCount <= EDGE_EVENTS_UP_TO,
      hideEdgesOnMove: this.linesWait,
      zIndex: true,
      stagePadding: PADDING,
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / this.#sizeFactor,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      enableCameraRotation: false,
      defaultNodeType: "entity",
      defaultEdgeType: "fact",
      nodeProgramClasses: { entity: makeEntityNodeProgram(() => this.#palette.ground) },
      // In the order in which they are drawn.
      edgeProgramClasses: { straight: StraightFactEdgeProgram, fact: FactEdgeProgram },
      defaultDrawNodeHover: () => undefined,
      nodeReducer: (id, data) => ({ ...data, ...this.#styleNode(id) }),
      edgeReducer: (id, data) => ({ ...data, ...this.#styleFact(id) }),
    });
    this.#places = new NodePlaces(this.#sigma, ranked);
    this.#overlay = new Overlay(index, this.#canvas(OVERLAY), this.#canvas(HOVER));
    this.#sigma.resize(true);
    this.#frameGraph();
    this.#listen(dragNodes(this.#sigma, this.#graph, (id) => this.#tellDragged(id)));
    this.#sigma.setGraph(this.#graph);
    let framedSize = [container.offsetWidth, container.offsetHeight].join();
    this.#resizing = new ResizeObserver(() => {
      const size = [container.offsetWidth, container.offsetHeight].join();
      if (container.offsetWidth === 0 || container.offsetHeight === 0 || size === framedSize) return;
      framedSize = size;
      this.#frameGraph();
      this.#sigma.scheduleRender();
    });
    this.#resizing.observe(container);
  }

  /** Shows another scene. @param options.moveCamera - brings what is in focus into the free part of the picture */
  setScene(scene: Scene, options: { readonly moveCamera: boolean }): void {
    this.#scene = scene;
    this.#sigma.refresh({ skipIndexation: true });
    if (options.moveCamera) this.lookAtFocus();
  }

  /** Brings what is in focus, or the part that was asked for, into the free part of the picture. */
  lookAtFocus(): void {
    const scene = this.#scene;
    if (scene.focus !== null) this.#lookAt([...scene.focus.nodes]);
    else if (scene.visible.nodeIds.size > 0 && scene.isPart) this.#lookAt([...scene.visible.nodeIds]);
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

  /** Puts nodes where they were dragged to, and all others where the layout has them. */
  setPins(pins: ReadonlyMap<string, Point>): void {
    for (const id of new Set([...pins.keys(), ...this.#pins.keys()])) {
      const place = pins.get(id) ?? this.#options.positions.get(id);
      if (place !== undefined && this.#graph.hasNode(id))
        this.#graph.mergeNodeAttributes(id, { x: place.x, y: -place.y });
    }
    this.#pins = pins;
  }

  /** Moves the camera at once, without telling anybody. Null shows the whole graph. */
  setCamera(camera: CameraPlace | null): void {
    this.#isMoving = true;
    this.#sigma.getCamera().setState({ ...OVERVIEW, ...camera });
    this.#isMoving = false;
  }

  /** What stands on screen now, for exports. */
  snapshot(): Snapshot {
    const frame = this.#frame();
    const nodes = this.#places.within(frame.width, frame.height).map((node): StyledNode => {
      const { color, shape, hollow } = this.#styleNode(node.id);
      return { ...node, color, shape, hollow: hollow === 1 };
    });
    const lines = this.#scene.visible.facts.flatMap((fact): DrawnLine[] => {
      const curve = curveOf(frame, fact);
      if (curve === undefined) return [];
      const { color, size } = this.#styleFact(fact.id);
      return [
        {
          id: fact.id,
          curve,
          color,
          width: Math.max(1.15, size * frame.scale),
          style: lineStyle(fact.factuality),
          sourceRadius: frame.nodeAt(fact.source)?.radius ?? 0,
          targetRadius: frame.nodeAt(fact.target)?.radius ?? 0,
        },
      ];
    });
    const { width, height, scale, palette } = frame;
    return { width, height, scale, palette, nodes, lines, marks: this.#overlay.marks };
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    this.#moveTo({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio / factor) }, true);
  }

  showAll(): void {
    this.#moveTo(OVERVIEW, true);
  }

  /** The visible node nearest to another in a direction on screen (y downwards); the best connected to start with. */
  findNeighbour(from: string | null, direction: Point): string | null {
    const nodes = this.#places.all();
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
    this.#isKilled = true;
    clearTimeout(this.#rest);
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

  #styleNode(id: string) {
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

  #styleFact(id: string) {
    const { index } = this.#options;
    const fact = index.facts.get(id) as GraphViewFact;
    const { focus, visible, bends, selectedFact } = this.#scene;
    const family = index.relations.get(fact.relation)?.family ?? "other";
    const color = isDenied(fact.factuality) ? this.#palette.denied : this.#palette.edge[family];
    const inFocus = focus === null || focus.facts.has(id);
    const bend = bends.get(id);
    const curvature = bend?.curvature ?? 0;
    // What is in focus is drawn last, over all the others, whatever its form.
    const isPlain = curvature === 0 && fact.source !== fact.target && (focus === null || !inFocus);
    return {
      type: isPlain ? "straight" : "fact",
      hidden: !visible.factIds.has(id) && id !== selectedFact,
      size:
        lineWidth(fact.independent) +
        (id === selectedFact ? 1.1 : (focus !== null && inFocus) || this.#scene.added.has(id) ? 0.5 : 0),
      color: mixColors(
        color,
        this.#palette.ground,
        inFocus
          ? this.#scene.gone.has(id)
            ? 0.4
            : focus === null
              ? edgeShare(visible.facts.length)
              : 1
          : DIM_EDGE,
      ),
      curvature,
      loop: bend?.loop ?? 0,
      dash: DASHES[lineStyle(fact.factuality)],
      zIndex: inFocus ? 1 : 0,
    };
  }

  /** Fixes the frame to the nodes that are visible at first, so that filters do not move the picture. */
  #frameGraph(): void {
    const { positions, framed, container } = this.#options;
    const points = [...framed].map((id) => positions.get(id) ?? { x: 0, y: 0 });
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
    const hovered: { node: string | null; fact: string | null } = { node: null, fact: null };
    const hover = (node: string | null, fact: string | null): void => {
      Object.assign(hovered, { node, fact });
      container.style.cursor = node === null && fact === null ? "" : "pointer";
      this.#overlay.drawHover(node, fact);
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
    sigma.on("afterProcess", () => this.#places.read());
    sigma.on("afterRender", () => {
      this.#places.project();
      const isPushed = sigma.getMouseCaptor().isMouseDown && hovered.node === null && hovered.fact === null;
      this.#overlay.draw(this.#frame(), isPushed);
      this.#overlay.drawHover(hovered.node, hovered.fact);
    });
    const awaitRest = (): void => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        // The picture is still held: what tells of a rest would be in the way of the next movement.
        if (sigma.getMouseCaptor().isMouseDown) awaitRest();
        else {
          if (this.#overlay.isShifted) this.#overlay.draw(this.#frame(), false);
          this.#tellCamera(true);
        }
      }, REST_MS);
    };
    sigma.getCamera().on("updated", () => {
      if (!this.#isMoving) awaitRest();
    });
    for (const canvas of Object.values(sigma.getCanvases()))
      canvas.addEventListener("webglcontextlost", () => {
        // Sigma gives its contexts back when it is killed: these are not lost.
        if (!this.#isKilled) events.onLost();
      });
  }

  #canvas(name: string): CanvasRenderingContext2D {
    this.#sigma.createCanvasContext(name, { style: { pointerEvents: "none" } });
    const context = this.#sigma.getCanvases()[name]?.getContext("2d");
    if (!context) throw new Error("the browser gives no canvas to draw on");
    return context;
  }

  #frame(): Frame {
    const { width, height } = this.#sigma.getDimensions();
    return {
      width,
      height,
      scale: this.#sigma.scaleSize(1),
      nodes: this.#places.within(width, height, MAX_DISCS),
      nodeAt: (id) => this.#places.find(id),
      origin: this.#places.origin,
      scene: this.#scene,
      reserved: this.#reserved,
      palette: this.#palette,
    };
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

  #moveTo(state: CameraState, byHand = false): void {
    const camera = this.#sigma.getCamera();
    clearTimeout(this.#rest);
    this.#isMoving = true;
    const arrive = (): void => {
      this.#isMoving = false;
      this.#tellCamera(byHand);
    };
    if (this.#options.reducedMotion) {
      camera.setState(state);
      arrive();
    } else void camera.animate(state, { duration: MOVE_MS, easing: "quadraticInOut" }).then(arrive);
  }

  #tellCamera(byHand: boolean): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    this.#options.events.onCamera({ x: round(x), y: round(y), ratio: round(ratio) }, byHand);
  }

  #tellDragged(id: string): void {
    const { x, y } = this.#graph.getNodeAttributes(id);
    this.#options.events.onDragged(id, { x: Math.round(x), y: Math.round(-y) });
  }
}
