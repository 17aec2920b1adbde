import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { Box, Point } from "../layout/layout-input.ts";
import { shortLabel } from "../state/node-size.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { isDenied, relationLabel } from "../state/wording.ts";
import { type Curve, directionAt, edgeCurve, loopCurve, pointOn } from "./edge-geometry.ts";
import { LabelPlacer } from "./label-placement.ts";
import { mixColors, type Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";

/** A node as it stands on screen. */
export interface DrawnNode extends Point {
  readonly id: string;
  readonly radius: number;
}

export interface OverlayFrame {
  readonly width: number;
  readonly height: number;
  /** How large nodes are drawn: 1 at the camera's initial zoom. */
  readonly scale: number;
  /** Visible nodes, the best connected first. */
  readonly nodes: readonly DrawnNode[];
  readonly scene: Scene;
  readonly hoveredNode: string | null;
  readonly hoveredFact: string | null;
  readonly reserved: readonly Box[];
  readonly palette: Palette;
}

const FAMILY = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;
const LABEL = { font: `500 11.5px ${FAMILY}`, height: 15 };
const HUB_LABEL = { font: `600 13px ${FAMILY}`, height: 17 };
const PILL = { font: `500 10.5px ${FAMILY}`, height: 16, padding: 6 };
/** Share of the nodes that get the larger label, and the share that may cover the discs of others. */
const HUB_SHARE = 0.1;
const MAX_HUBS = 16;
const OVERPRINT_SHARE = 0.2;
/** Relations are named on all lines once the nodes are drawn this large, or where there are so few lines. */
const PILLS_FROM_SCALE = 1.5;
const PILLS_UP_TO = 24;
const PILL_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66];

/** Draws over sigma's layers: what needs text, or to be placed where nothing else is. */
export class Overlay {
  readonly #context: CanvasRenderingContext2D;
  readonly #index: ViewIndex;
  readonly #widths = new Map<string, number>();

  constructor(context: CanvasRenderingContext2D, index: ViewIndex) {
    this.#context = context;
    this.#index = index;
  }

  draw(frame: OverlayFrame): void {
    const context = this.#context;
    context.clearRect(0, 0, frame.width, frame.height);
    context.lineJoin = "round";
    context.lineCap = "round";
    const nodes = new Map(frame.nodes.map((node) => [node.id, node]));
    const curves = this.#curves(frame, nodes);
    this.#drawBars(frame, curves);
    this.#drawHighlight(frame, nodes, curves);
    const placer = new LabelPlacer(
      { left: 2, top: 2, right: frame.width - 2, bottom: frame.height - 2 },
      frame.reserved,
    );
    for (const node of frame.nodes) placer.addDisc(node.id, node, node.radius + 1);
    this.#drawLabels(frame, placer, (node) => isForemost(frame, node));
    this.#drawPills(frame, placer, curves);
    if (frame.scene.focus === null) this.#drawLabels(frame, placer, (node) => !isForemost(frame, node));
  }

  #curves(frame: OverlayFrame, nodes: ReadonlyMap<string, DrawnNode>): Map<string, Curve> {
    const curves = new Map<string, Curve>();
    for (const fact of frame.scene.visible.facts) {
      const source = nodes.get(fact.source);
      const target = nodes.get(fact.target);
      const bend = frame.scene.bends.get(fact.id);
      if (source === undefined || target === undefined || bend === undefined) continue;
      curves.set(
        fact.id,
        source === target
          ? loopCurve(source, bend.loop, frame.scale)
          : edgeCurve(source, target, bend.curvature),
      );
    }
    return curves;
  }

  /** A short bar across each denied line: dashes alone mean "not certain", not "not so". */
  #drawBars(frame: OverlayFrame, curves: ReadonlyMap<string, Curve>): void {
    const { scene, palette } = frame;
    for (const fact of scene.visible.facts) {
      const curve = curves.get(fact.id);
      if (curve === undefined || !isDenied(fact.factuality)) continue;
      const dimmed = scene.focus !== null && !scene.focus.facts.has(fact.id);
      const middle = pointOn(curve, 0.5);
      const along = directionAt(curve, 0.5);
      const reach = 4 * Math.min(1.3, frame.scale);
      this.#context.strokeStyle = dimmed ? mixColors(palette.denied, palette.ground, 0.2) : palette.denied;
      this.#context.lineWidth = 1.8;
      this.#context.beginPath();
      this.#context.moveTo(middle.x - along.y * reach, middle.y + along.x * reach);
      this.#context.lineTo(middle.x + along.y * reach, middle.y - along.x * reach);
      this.#context.stroke();
    }
  }

  #drawHighlight(
    frame: OverlayFrame,
    nodes: ReadonlyMap<string, DrawnNode>,
    curves: ReadonlyMap<string, Curve>,
  ): void {
    const { scene, palette } = frame;
    const context = this.#context;
    context.globalAlpha = 0.28;
    context.strokeStyle = palette.accent;
    context.lineWidth = 8;
    for (const id of new Set([frame.hoveredFact, scene.selectedFact])) {
      const curve = id === null ? undefined : curves.get(id);
      if (curve === undefined) continue;
      const [from, control1, control2, to] = curve;
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.bezierCurveTo(control1.x, control1.y, control2.x, control2.y, to.x, to.y);
      context.stroke();
    }
    context.globalAlpha = 1;
    context.lineWidth = 2.5;
    for (const id of new Set([frame.hoveredNode, scene.selectedNode])) {
      const node = id === null ? undefined : nodes.get(id);
      if (node === undefined) continue;
      context.beginPath();
      context.arc(node.x, node.y, node.radius + 4, 0, Math.PI * 2);
      context.stroke();
    }
  }

  #measure(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#context.font = font;
    const width = this.#context.measureText(text).width;
    this.#widths.set(key, width);
    return width;
  }

  #drawLabels(frame: OverlayFrame, placer: LabelPlacer, wanted: (node: DrawnNode) => boolean): void {
    const { palette } = frame;
    const hubs = Math.min(MAX_HUBS, Math.max(3, Math.round(frame.nodes.length * HUB_SHARE)));
    const overprinting = Math.max(2, Math.round(frame.nodes.length * OVERPRINT_SHARE));
    frame.nodes.forEach((node, rank) => {
      const foremost = isForemost(frame, node);
      if (!wanted(node)) return;
      const entity = this.#index.nodes.get(node.id);
      if (entity === undefined) return;
      const selected = node.id === frame.hoveredNode || node.id === frame.scene.selectedNode;
      const style = rank < hubs || selected ? HUB_LABEL : LABEL;
      const text = selected ? entity.label : shortLabel(entity.label);
      const width = this.#measure(text, style.font) + 2;
      const label = placer.place({
        key: node.id,
        x: node.x,
        y: node.y,
        radius: node.radius,
        width,
        height: style.height,
        overprints: foremost || rank < overprinting,
      });
      if (label === undefined) return;
      const quiet = entity.kind === "phrase" || entity.kind === "literal";
      this.#drawText(text, style.font, label.box, quiet ? palette.quietText : palette.text, palette.ground);
    });
  }

  #drawText(text: string, font: string, box: Box, color: string, halo: string): void {
    const context = this.#context;
    context.font = font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5];
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  #factsWithPills(frame: OverlayFrame): readonly GraphViewFact[] {
    const { scene, hoveredFact, hoveredNode } = frame;
    const facts = scene.visible.facts;
    if (hoveredFact !== null || hoveredNode !== null || scene.focus !== null)
      return facts.filter(
        (fact) =>
          fact.id === hoveredFact ||
          fact.source === hoveredNode ||
          fact.target === hoveredNode ||
          scene.focus?.facts.has(fact.id),
      );
    return facts.length <= PILLS_UP_TO || frame.scale >= PILLS_FROM_SCALE ? facts : [];
  }

  #drawPills(frame: OverlayFrame, placer: LabelPlacer, curves: ReadonlyMap<string, Curve>): void {
    const { palette } = frame;
    const context = this.#context;
    for (const fact of this.#factsWithPills(frame)) {
      const curve = curves.get(fact.id);
      if (curve === undefined) continue;
      const text = shortLabel(relationLabel(this.#index, fact));
      const width = this.#measure(text, PILL.font) + PILL.padding * 2;
      const points = PILL_PLACES.map((t) => pointOn(curve, t));
      const pill = placer.placeCentred(fact.id, points, width, PILL.height);
      if (pill === undefined) continue;
      const denied = isDenied(fact.factuality);
      const family = this.#index.relations.get(fact.relation)?.family ?? "other";
      const color = denied ? palette.denied : palette.edge[family];
      const { left, top, right, bottom } = pill.box;
      context.beginPath();
      context.roundRect(left, top, right - left, bottom - top, PILL.height / 2);
      context.fillStyle = mixColors(color, palette.ground, 0.14);
      context.fill();
      context.lineWidth = fact.id === frame.hoveredFact || fact.id === frame.scene.selectedFact ? 2 : 1;
      context.strokeStyle = mixColors(color, palette.ground, 0.75);
      context.stroke();
      context.font = PILL.font;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = denied ? palette.denied : palette.text;
      context.fillText(text, (left + right) / 2, (top + bottom) / 2 + 0.5);
    }
  }
}

/** Nodes whose labels come before the names of relations: in focus, or under the pointer. */
function isForemost(frame: OverlayFrame, node: DrawnNode): boolean {
  return node.id === frame.hoveredNode || frame.scene.focus?.nodes.has(node.id) === true;
}
