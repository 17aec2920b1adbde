import type { Viewer } from "./viewer.ts";

/** Said where the filters leave nothing. */
export function NoFacts({ viewer }: { viewer: Viewer }) {
  return (
    <div class="notice" role="status">
      <p>No fact passes the filters.</p>
      <button type="button" class="clear" onClick={() => viewer.dispatch({ type: "show-all" })}>
        Clear filters
      </button>
    </div>
  );
}
