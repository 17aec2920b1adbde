import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";

/** A press that moves less than this, in pixels, is a click. */
const CLICK_TOLERANCE = 4;
/** Smaller nodes, in pixels of radius, are not taken hold of: in a crowd seen from afar a press that moves is meant for the whole. */
const SMALLEST_HELD = 3;

export interface NodeDrag {
  /** Whether the last press on a node moved it: then the click that follows is none. */
  hasMoved(): boolean;
}

/**
 * Lets nodes be dragged, by mouse and by finger. The rest of the picture stays: its frame is fixed.
 *
 * @param onDropped - told of each node that was put somewhere else
 */
export function dragNodes(
  sigma: Sigma,
  graph: MultiDirectedGraph,
  onDropped: (node: string) => void,
): NodeDrag {
  let pressed: { readonly node: string; readonly x: number; readonly y: number } | null = null;
  let moved = false;
  const release = (): void => {
    if (pressed !== null && moved) onDropped(pressed.node);
    pressed = null;
  };
  sigma.on("downNode", ({ node, event }) => {
    // Only the main button and single fingers: the wheel and pinches belong to the camera.
    if (event.original instanceof MouseEvent && event.original.button !== 0) return;
    moved = false;
    if (sigma.scaleSize(sigma.getNodeDisplayData(node)?.size ?? 0) < SMALLEST_HELD) return;
    pressed = { node, x: event.x, y: event.y };
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (pressed === null) return;
    preventSigmaDefault();
    event.original.preventDefault();
    moved ||= Math.hypot(event.x - pressed.x, event.y - pressed.y) > CLICK_TOLERANCE;
    if (moved) graph.mergeNodeAttributes(pressed.node, sigma.viewportToGraph(event));
  });
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  addEventListener("pointerup", release);
  sigma.on("kill", () => removeEventListener("pointerup", release));
  return { hasMoved: () => moved };
}
