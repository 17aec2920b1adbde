import { useMemo } from "preact/hooks";
import type { Viewer } from "../panels/viewer.ts";
import { findCommunities } from "../state/communities.ts";
import { labelOf } from "../state/view-index.ts";

/** Communities as an overview: each with its name and foremost members, and the way to see it alone. */
export function CommunitiesDialog({ viewer, close }: { viewer: Viewer; close: () => void }) {
  const { facts } = viewer.visible.value;
  const communities = useMemo(() => findCommunities(viewer.index, facts), [viewer, facts]);
  return (
    <>
      <p class="quiet">
        Things that have more to do with each other than with the rest, among the facts that are shown.
      </p>
      <ul class="communities">
        {communities.map(({ name, nodes }) => (
          <li key={nodes[0]}>
            <button
              type="button"
              class="fact"
              onClick={() => {
                close();
                viewer.dispatch({ type: "show-only", ids: nodes });
              }}
            >
              <span class="count">{nodes.length}</span>
              <span class="fact-words">
                <b>{name}</b>
                <span class="fact-source">
                  {nodes
                    .slice(2, 7)
                    .map((id) => labelOf(viewer.index, id))
                    .join(", ")}
                  {nodes.length > 7 && ` and ${nodes.length - 7} more`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {communities.length === 0 && <p>There are none among the facts that are shown.</p>}
    </>
  );
}
