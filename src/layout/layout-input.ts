/** What a layout is made of: plain data, so that it can be posted to a worker. Lengths are CSS pixels. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Width over height that the whole should have. */
  readonly aspect: number;
  /** Where nodes stood before: they stay about there, and new ones are put beside what they are joined to. */
  readonly previous?: ReadonlyMap<string, Point>;
  /** Nodes of `previous` that stay exactly where they are. */
  readonly pinned?: ReadonlySet<string>;
}

export interface LayoutNode {
  readonly id: string;
  readonly radius: number;
  /** Width of its label. */
  readonly labelWidth: number;
}

export interface LayoutEdge {
  readonly source: string;
  readonly target: string;
}

/** Screen axes: y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Mutable while a layout is being made. */
export interface Body {
  readonly node: LayoutNode;
  x: number;
  y: number;
}

/** Height of a line of label with its gap to the node. */
export const LABEL_HEIGHT = 17;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The node with its label beneath it. */
export function boxOf(body: Body): Box {
  const { radius, labelWidth } = body.node;
  const half = Math.max(radius, labelWidth / 2);
  return {
    left: body.x - half,
    right: body.x + half,
    top: body.y - radius,
    bottom: body.y + radius + LABEL_HEIGHT,
  };
}
