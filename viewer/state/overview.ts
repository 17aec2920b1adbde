import type { ViewState } from "./view-state.ts";
import type { Visible } from "./visible.ts";

/**
 * With more things in the picture than this, the communities stand for them until all are asked for: at 10,000 things discs
 * are 4 pixels wide, one name in a hundred has room, and without a graphics card a frame takes over a second.
 */
export const MOST_THINGS_AT_ONCE = 10_000;

/** Whether the picture shows communities in the place of things: there are too many, and no part of them was asked for. */
export function showsCommunities(
  { everything, only, selection }: Pick<ViewState, "everything" | "only" | "selection">,
  { nodeIds }: Pick<Visible, "nodeIds">,
  most: number,
): boolean {
  return nodeIds.size > most && !everything && only === null && selection.kind === "none";
}
