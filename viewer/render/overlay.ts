import type { ViewIndex } from "../state/view-index.ts";
import { type DrawnNode, fontOf, type Marks, type TextStyle } from "./drawn.ts";
import type { Curve } from "./edge-geometry.ts";
import { curveOf, type Frame, MarkPlacer } from "./marks.ts";
import { paintHighlight, paintMarks } from "./paint.ts";
import { shiftMarks } from "./shift-marks.ts";

/** Pixels that the picture is pushed before labels are placed anew, so that what comes in is named as well. */
const SHIFT_UP_TO = 60;

const isSameView = (one: Frame, other: Frame): boolean =>
  one.scene === other.scene &&
  one.scale === other.scale &&
  one.palette === other.palette &&
  one.width === other.width &&
  one.height === other.height;

/**
 * What is drawn over sigma's layers: texts and signs, placed once per frame, and on a canvas of its own what follows the
 * pointer, so that a hover never places anything anew.
 */
export class Overlay {
  readonly #index: ViewIndex;
  readonly #still: CanvasRenderingContext2D;
  readonly #hover: CanvasRenderingContext2D;
  readonly #widths = new Map<TextStyle, Map<string, number>>();
  #frame: Frame | undefined;
  #placer: MarkPlacer | undefined;
  #marks: Marks = { labels: [], pills: [], bars: [], signs: [] };
  #isHoverShown = false;
  #placed: { readonly frame: Frame; readonly marks: Marks } | undefined;
  #isShifted = false;

  constructor(index: ViewIndex, still: CanvasRenderingContext2D, hover: CanvasRenderingContext2D) {
    this.#index = index;
    this.#still = still;
    this.#hover = hover;
  }

  /** What the last frame showed. */
  get marks(): Marks {
    return this.#marks;
  }

  /** Whether the last frame only moved the marks of an earlier one. */
  get isShifted(): boolean {
    return this.#isShifted;
  }

  /** @param isPushed - the picture is being pushed about: marks go with it a little way before they are placed anew */
  draw(frame: Frame, isPushed: boolean): void {
    this.#frame = frame;
    const placed = this.#placed;
    const by = {
      x: frame.origin.x - (placed?.frame.origin.x ?? 0),
      y: frame.origin.y - (placed?.frame.origin.y ?? 0),
    };
    const way = Math.hypot(by.x, by.y);
    // Where nothing was pushed, a node may have been dragged.
    const isNear = way > 0 && way < SHIFT_UP_TO;
    this.#isShifted = isPushed && isNear && placed !== undefined && isSameView(placed.frame, frame);
    if (this.#isShifted && placed !== undefined) this.#marks = shiftMarks(placed.marks, by, frame);
    else {
      this.#placer = new MarkPlacer(frame, this.#index, (text, style) => this.#measure(text, style));
      this.#marks = this.#placer.place();
      this.#placed = { frame, marks: this.#marks };
    }
    const context = this.#still;
    context.clearRect(0, 0, frame.width, frame.height);
    const { selectedFact, selectedNode } = frame.scene;
    paintHighlight(context, this.#curves(selectedFact), this.#nodes(selectedNode), frame.palette);
    paintMarks(context, this.#marks, frame.palette);
  }

  drawHover(node: string | null, fact: string | null): void {
    const frame = this.#frame;
    if (frame === undefined || this.#placer === undefined) return;
    const context = this.#hover;
    if (this.#isHoverShown) context.clearRect(0, 0, frame.width, frame.height);
    this.#isHoverShown = node !== null || fact !== null;
    if (!this.#isHoverShown) return;
    paintHighlight(context, this.#curves(fact), this.#nodes(node), frame.palette);
    paintMarks(context, this.#placer.hover(node, fact), frame.palette);
  }

  #curves(factId: string | null): Curve[] {
    const fact = factId === null ? undefined : this.#index.facts.get(factId);
    const curve = fact === undefined || this.#frame === undefined ? undefined : curveOf(this.#frame, fact);
    return curve === undefined ? [] : [curve];
  }

  #nodes(id: string | null): DrawnNode[] {
    const node = id === null ? undefined : this.#frame?.nodeAt(id);
    return node === undefined ? [] : [node];
  }

  #measure(text: string, style: TextStyle): number {
    const widths = this.#widths.get(style) ?? new Map<string, number>();
    const known = widths.get(text);
    if (known !== undefined) return known;
    this.#widths.set(style, widths);
    this.#still.font = fontOf(style);
    const width = this.#still.measureText(text).width;
    widths.set(text, width);
    return width;
  }
}
