import type { Point } from "../../src/layout/layout-input.ts";
import {
  type DrawnNode,
  fontOf,
  HALO_WIDTH,
  type Marks,
  PILL,
  runsLeftwards,
  type TextStyle,
} from "./drawn.ts";
import type { Curve } from "./edge-geometry.ts";
import type { Palette } from "./palette.ts";

/** Writes a text around its middle, with a halo where it lies on the picture itself. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  style: TextStyle,
  middle: Point,
  color: string,
  halo?: string,
): void {
  context.font = fontOf(style);
  context.direction = runsLeftwards(text) ? "rtl" : "ltr";
  context.textAlign = "center";
  context.textBaseline = "middle";
  if (halo !== undefined) {
    context.lineWidth = HALO_WIDTH;
    context.strokeStyle = halo;
    context.strokeText(text, middle.x, middle.y);
  }
  context.fillStyle = color;
  context.fillText(text, middle.x, middle.y);
}

/** Paints texts and signs on a canvas, over nodes and lines. */
export function paintMarks(context: CanvasRenderingContext2D, marks: Marks, palette: Palette): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const { from, to, color } of marks.bars) {
    context.strokeStyle = color;
    context.lineWidth = 1.8;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  for (const { kind, x, y, color } of marks.signs) {
    context.beginPath();
    context.arc(x, y, kind === "note" ? 3.5 : 4, 0, Math.PI * 2);
    context.fillStyle = kind === "note" ? color : palette.ground;
    context.fill();
    context.lineWidth = 1.6;
    context.strokeStyle = kind === "note" ? palette.ground : color;
    context.stroke();
  }
  for (const { text, style, box, color, isRaised } of marks.labels) {
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + 0.5 };
    if (isRaised) {
      context.beginPath();
      context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 6);
      context.fillStyle = palette.ground;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = palette.quietText;
      context.stroke();
    }
    write(context, text, style, middle, color, isRaised ? undefined : palette.ground);
  }
  for (const { text, box, fill, stroke, color, isStrong } of marks.pills) {
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, PILL.height / 2);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = isStrong ? 2 : 1;
    context.strokeStyle = stroke;
    context.stroke();
    write(context, text, PILL, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + 0.5 }, color);
  }
}

/** A broad line under the line that is selected or pointed at, and a ring around such a node. */
export function paintHighlight(
  context: CanvasRenderingContext2D,
  curves: readonly Curve[],
  nodes: readonly DrawnNode[],
  palette: Palette,
): void {
  context.globalAlpha = 0.28;
  context.strokeStyle = palette.accent;
  context.lineWidth = 8;
  context.lineCap = "round";
  for (const [from, control1, control2, to] of curves) {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.bezierCurveTo(control1.x, control1.y, control2.x, control2.y, to.x, to.y);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.lineWidth = 2.5;
  for (const { x, y, radius } of nodes) {
    context.beginPath();
    context.arc(x, y, radius + 4, 0, Math.PI * 2);
    context.stroke();
  }
}
