import type { GraphView } from "../view/graph-view.ts";
import { addSatellites, layoutInputOf } from "./arrange-view.ts";
import { computeLayout } from "./layout.ts";

/** A view with a place for every node, so that who draws it need not arrange it. @param shape width over height */
export function withPositions(view: GraphView, shape: number): GraphView {
  const places = addSatellites(view, computeLayout(layoutInputOf(view, shape)));
  return {
    ...view,
    positions: view.nodes.map(({ id }) => ({ node: id, ...(places.get(id) ?? { x: 0, y: 0 }) })),
  };
}
