import type { Box, Point } from "../../src/layout/layout-input.ts";
import type { LineStyle } from "../state/wording.ts";
import type { Curve } from "./edge-geometry.ts";

/** What stands on screen, in pixels of the picture: what the canvas shows and what an export writes. */
export interface DrawnNode extends Point {
  readonly id: string;
  readonly radius: number;
}

export interface StyledNode extends DrawnNode {
  readonly color: string;
  /** See `SHAPE_OF_GROUP`. */
  readonly shape: number;
  readonly hollow: boolean;
}

export interface DrawnLine {
  readonly id: string;
  readonly curve: Curve;
  readonly color: string;
  readonly width: number;
  readonly style: LineStyle;
  readonly sourceRadius: number;
  readonly targetRadius: number;
}

export interface TextStyle {
  readonly weight: number;
  readonly size: number;
  readonly height: number;
}

export interface DrawnLabel {
  readonly id: string;
  readonly text: string;
  readonly style: TextStyle;
  readonly box: Box;
  readonly color: string;
  /** On a ground of its own, over whatever is beneath. */
  readonly isRaised: boolean;
}

export interface DrawnPill {
  readonly id: string;
  readonly text: string;
  readonly box: Box;
  readonly fill: string;
  readonly stroke: string;
  readonly color: string;
  readonly isStrong: boolean;
}

/** A short bar across a line. */
export interface DrawnBar {
  readonly from: Point;
  readonly to: Point;
  readonly color: string;
}

/** A sign beside a node or on a line: a note, or that others say otherwise. */
export interface DrawnSign extends Point {
  readonly kind: "note" | "contested";
  readonly color: string;
}

export interface Marks {
  readonly labels: readonly DrawnLabel[];
  readonly pills: readonly DrawnPill[];
  readonly bars: readonly DrawnBar[];
  readonly signs: readonly DrawnSign[];
}

export const FONT_FAMILY = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;
export const LABEL: TextStyle = { weight: 500, size: 11.5, height: 15 };
export const HUB_LABEL: TextStyle = { weight: 600, size: 13, height: 17 };
export const PILL: TextStyle = { weight: 500, size: 10.5, height: 16 };
export const PILL_PADDING = 6;
export const HALO_WIDTH = 3.5;

export const fontOf = ({ weight, size }: TextStyle): string => `${weight} ${size}px ${FONT_FAMILY}`;

/** Whether a text begins with a letter that is written from right to left. */
export function runsLeftwards(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
