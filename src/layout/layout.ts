import { findComponents } from "./components.ts";
import { costOf, layoutComponent } from "./forces.ts";
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
 * Deterministic: starts are hashed from ids and iterations are counted, so the same graph gives the same picture, and
 * where all nodes stood somewhere before they are left there.
 *
 * @param onProgress - called now and then with the share that is done, 0 to 1
 */
export function computeLayout(
  input: LayoutInput,
  onProgress: (share: number) => void = () => {},
): Map<string, Point> {
  const { aspect, previous = new Map(), pinned = new Set() } = input;
  const found = findComponents(input);
  const all = found.reduce((sum, { nodes }) => sum + costOf(nodes.length), 0);
  let done = 0;
  const components = found.map((component) => {
    const own = costOf(component.nodes.length);
    const bodies = layoutComponent(component, aspect, previous, (share) =>
      onProgress((done + share * own) / all),
    );
    done += own;
    const keepsPlace = bodies.some((body) => previous.has(body.node.id));
    const isUnchanged = bodies.every((body) => previous.has(body.node.id));
    if (bodies.length <= SEPARATE_UP_TO && !isUnchanged) separateBoxes(component, bodies, pinned);
    return { component, bodies, keepsPlace };
  });
  packComponents(components, aspect);
  const positions = new Map<string, Point>();
  for (const { bodies } of components)
    for (const body of bodies)
      positions.set(body.node.id, { x: Math.round(body.x * 10) / 10, y: Math.round(body.y * 10) / 10 });
  for (const id of pinned) {
    const place = previous.get(id);
    if (place !== undefined && positions.has(id)) positions.set(id, place);
  }
  return positions;
}
