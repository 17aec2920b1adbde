import type { DrawnLine, Marks, StyledNode } from "./drawn.ts";
import type { Palette } from "./palette.ts";

/** One frame of the picture as data. */
export interface Snapshot {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  /** The best connected first: drawn last, so that they lie on top. */
  readonly nodes: readonly StyledNode[];
  readonly lines: readonly DrawnLine[];
  readonly marks: Marks;
}
