import type { Box, Point } from "../../src/layout/layout-input.ts";
import { shortLabel } from "../../src/layout/node-size.ts";
import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { isDenied, relationLabel } from "../state/wording.ts";
import {
  type DrawnBar,
  type DrawnLabel,
  type DrawnNode,
  type DrawnPill,
  type DrawnSign,
  HUB_LABEL,
  LABEL,
  type Marks,
  PILL,
  PILL_PADDING,
  type TextStyle,
} from "./drawn.ts";
import { type Curve, directionAt, edgeCurve, loopCurve, pointOn } from "./edge-geometry.ts";
import { LabelPlacer } from "./label-placement.ts";
import { mixColors, type Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** How large nodes are drawn: 1 at the camera's initial zoom. */
  readonly scale: number;
  /** Nodes in the picture, the best connected first; of thousands, those that bear a mark or keep clear of one. */
  readonly nodes: readonly DrawnNode[];
  /** All visible nodes, those outside of the picture included. */
  readonly nodeAt: (id: string) => DrawnNode | undefined;
  /** Where the corner of the graph's frame stands: the picture is pushed as far as this moves. */
  readonly origin: Point;
  readonly scene: Scene;
  readonly reserved: readonly Box[];
  readonly palette: Palette;
}

export type Measure = (text: string, style: TextStyle) => number;

/** Share of the nodes that get the larger label, and the share that may cover the discs of others. */
const HUB_SHARE = 0.1;
const MAX_HUBS = 16;
const OVERPRINT_SHARE = 0.2;
/** So many nodes in the picture ask for a label, and so many keep their discs clear: a screen shows about 100 labels. */
const MAX_CANDIDATES = 300;
export const MAX_DISCS = 1000;
/** Relations are named on all lines once the nodes are drawn this large, or where there are so few lines. */
const PILLS_FROM_SCALE = 1.5;
const PILLS_UP_TO = 24;
const MAX_PILLS = 300;
const PILL_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66];
/** In a crowd seen from afar the colour of denied lines has to do without the bar across. */
const MAX_BARS = 250;

export function curveOf(
  frame: Pick<Frame, "nodeAt" | "scene" | "scale">,
  fact: GraphViewFact,
): Curve | undefined {
  const source = frame.nodeAt(fact.source);
  const target = frame.nodeAt(fact.target);
  const bend = frame.scene.bends.get(fact.id);
  if (source === undefined || target === undefined || bend === undefined) return undefined;
  return source.id === target.id
    ? loopCurve(source, bend.loop, frame.scale)
    : edgeCurve(source, target, bend.curvature);
}

/** Nodes whose labels come before the names of relations: those in focus. */
function isForemost({ scene }: Frame, node: DrawnNode): boolean {
  return scene.focus?.nodes.has(node.id) === true;
}

/** Decides what text and signs a frame shows, and where. What finds no free place is left out. */
export class MarkPlacer {
  readonly #frame: Frame;
  readonly #index: ViewIndex;
  readonly #measure: Measure;
  readonly #placer: LabelPlacer;
  /** Nodes whose whole label stands in the picture. */
  readonly #written = new Set<string>();

  constructor(frame: Frame, index: ViewIndex, measure: Measure) {
    this.#frame = frame;
    this.#index = index;
    this.#measure = measure;
    this.#placer = new LabelPlacer(
      { left: 2, top: 2, right: frame.width - 2, bottom: frame.height - 2 },
      frame.reserved,
    );
    for (const node of frame.nodes) this.#placer.addDisc(node.id, node, node.radius + 1);
  }

  place(): Marks {
    const { scene } = this.#frame;
    const { bars, signs } = this.#signs();
    const foremost = this.#labels((node) => isForemost(this.#frame, node));
    const pills = this.#pills(this.#factsWithPills());
    const others = scene.focus === null ? this.#labels((node) => !isForemost(this.#frame, node)) : [];
    return { labels: [...foremost, ...others], pills, bars, signs };
  }

  /** What the pointer brings up: the name of a node and the relations at it, or those of a line. */
  hover(nodeId: string | null, factId: string | null): Marks {
    return this.#placer.try(() => {
      const node = nodeId === null ? undefined : this.#frame.nodeAt(nodeId);
      const labels = node === undefined || this.#written.has(node.id) ? [] : [this.#raisedLabel(node)];
      const facts =
        factId !== null
          ? [this.#index.facts.get(factId) as GraphViewFact]
          : (this.#index.factsOf.get(nodeId ?? "") ?? [])
              .filter((fact) => this.#frame.scene.visible.factIds.has(fact.id))
              .slice(0, PILLS_UP_TO);
      const isNew = (fact: GraphViewFact): boolean => !this.#frame.scene.focus?.facts.has(fact.id);
      return { labels, pills: this.#pills(facts.filter(isNew)), bars: [], signs: [] };
    });
  }

  #raisedLabel(node: DrawnNode): DrawnLabel {
    const { palette, width } = this.#frame;
    const text = this.#index.nodes.get(node.id)?.label ?? "";
    const half = this.#measure(text, HUB_LABEL) / 2 + 6;
    const x = Math.min(Math.max(node.x, half + 2), Math.max(half + 2, width - half - 2));
    const top = node.y + node.radius + 5;
    const box = { left: x - half, right: x + half, top, bottom: top + HUB_LABEL.height + 2 };
    return { id: node.id, text, style: HUB_LABEL, box, color: palette.text, isRaised: true };
  }

  #labels(wanted: (node: DrawnNode) => boolean): DrawnLabel[] {
    const { nodes, palette, scene } = this.#frame;
    const hubs = Math.min(MAX_HUBS, Math.max(3, Math.round(nodes.length * HUB_SHARE)));
    const overprinting = Math.min(MAX_HUBS * 2, Math.max(2, Math.round(nodes.length * OVERPRINT_SHARE)));
    const asking = nodes.slice(0, MAX_CANDIDATES).flatMap((node, rank) => {
      const entity = wanted(node) ? this.#index.nodes.get(node.id) : undefined;
      if (entity === undefined) return [];
      const selected = node.id === scene.selectedNode;
      const style = rank < hubs || selected ? HUB_LABEL : LABEL;
      const text = selected ? entity.label : shortLabel(entity.label);
      const candidate = {
        key: node.id,
        x: node.x,
        y: node.y,
        radius: node.radius,
        width: this.#measure(text, style) + 2,
        height: style.height,
        overprints: isForemost(this.#frame, node) || rank < overprinting,
      };
      return [{ entity, text, style, candidate }];
    });
    const boxes = this.#placer.placeAll(asking.map(({ candidate }) => candidate));
    return asking.flatMap(({ entity, text, style }, at): DrawnLabel[] => {
      const box = boxes[at];
      if (box === undefined) return [];
      if (text === entity.label) this.#written.add(entity.id);
      const quiet = entity.kind === "phrase" || entity.kind === "literal";
      return [
        { id: entity.id, text, style, box, color: quiet ? palette.quietText : palette.text, isRaised: false },
      ];
    });
  }

  #factsWithPills(): readonly GraphViewFact[] {
    const { scene, scale } = this.#frame;
    const { facts } = scene.visible;
    const { focus } = scene;
    if (focus !== null) return facts.filter((fact) => focus.facts.has(fact.id));
    if (facts.length <= PILLS_UP_TO) return facts;
    if (scale < PILLS_FROM_SCALE) return [];
    const inPicture = new Set(this.#frame.nodes.map((node) => node.id));
    return facts
      .filter((fact) => inPicture.has(fact.source) || inPicture.has(fact.target))
      .slice(0, MAX_PILLS);
  }

  #pills(facts: readonly GraphViewFact[]): DrawnPill[] {
    const { palette, scene } = this.#frame;
    return facts.flatMap((fact) => {
      const curve = curveOf(this.#frame, fact);
      if (curve === undefined) return [];
      const text = shortLabel(relationLabel(this.#index, fact));
      const width = this.#measure(text, PILL) + PILL_PADDING * 2;
      const points = PILL_PLACES.map((t) => pointOn(curve, t));
      const box = this.#placer.placeCentred(`fact ${fact.id}`, points, width, PILL.height);
      if (box === undefined) return [];
      const denied = isDenied(fact.factuality);
      const family = this.#index.relations.get(fact.relation)?.family ?? "other";
      const color = denied ? palette.denied : palette.edge[family];
      return [
        {
          id: fact.id,
          text,
          box,
          fill: mixColors(color, palette.ground, 0.14),
          stroke: mixColors(color, palette.ground, 0.75),
          color: denied ? palette.denied : palette.text,
          isStrong: fact.id === scene.selectedFact,
        },
      ];
    });
  }

  /** Bars across denied lines: dashes alone mean "not certain", not "not so". Rings on contested ones; dots at notes. */
  #signs(): { bars: DrawnBar[]; signs: DrawnSign[] } {
    const { scene, palette, scale } = this.#frame;
    const bars: DrawnBar[] = [];
    const signs: DrawnSign[] = [];
    for (const id of scene.noted) {
      const node = this.#frame.nodeAt(id);
      if (node === undefined) continue;
      const away = node.radius * 0.75 + 2;
      signs.push({ kind: "note", x: node.x + away, y: node.y - away, color: palette.accent });
    }
    const marked = scene.marked.length > MAX_BARS && scale < 1 ? [] : scene.marked;
    for (const fact of marked) {
      const curve = curveOf(this.#frame, fact);
      if (curve === undefined) continue;
      const dimmed = scene.focus !== null && !scene.focus.facts.has(fact.id);
      const color = dimmed ? mixColors(palette.denied, palette.ground, 0.2) : palette.denied;
      const middle = pointOn(curve, 0.5);
      if (!this.#isInPicture(middle)) continue;
      if (this.#index.agreement.opposing.has(fact.id)) {
        const place = pointOn(curve, 0.36);
        signs.push({ kind: "contested", x: place.x, y: place.y, color });
      }
      if (!isDenied(fact.factuality)) continue;
      const along = directionAt(curve, 0.5);
      const reach = 4 * Math.min(1.3, scale);
      bars.push({
        from: { x: middle.x - along.y * reach, y: middle.y + along.x * reach },
        to: { x: middle.x + along.y * reach, y: middle.y - along.x * reach },
        color,
      });
    }
    return { bars, signs };
  }

  #isInPicture({ x, y }: Point): boolean {
    return x > -20 && y > -20 && x < this.#frame.width + 20 && y < this.#frame.height + 20;
  }
}
