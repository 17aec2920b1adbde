import { findComponents } from "./components.ts";
import { layoutComponent } from "./forces.ts";
import type { LayoutInput, Point } from "./layout-input.ts";
import { packComponents } from "./pack.ts";
import { separateBoxes } from "./separate.ts";

/** Above this many nodes one screen has no room for all labels, and making room would only spread the nodes. */
const SEPARATE_UP_TO = 2000;

/**
 * Positions for all nodes, in pixels around (0, 0), y downwards.
 *
 * @remarks
 * Each connected component is laid out on its own, its labels are pulled apart, and the components are packed.
 * Deterministic: starts are hashed from ids and iterations are counted, so the same graph gives the same picture.
 */
export function computeLayout(input: LayoutInput): Map<string, Point> {
  const components = findComponents(input).map((component) => {
    const bodies = layoutComponent(component, input.aspect);
    if (bodies.length <= SEPARATE_UP_TO) separateBoxes(component, bodies);
    return { component, bodies };
  });
  packComponents(components, input.aspect);
  const positions = new Map<string, Point>();
  for (const { bodies } of components)
    for (const body of bodies)
      positions.set(body.node.id, { x: Math.round(body.x * 10) / 10, y: Math.round(body.y * 10) / 10 });
  return positions;
}
