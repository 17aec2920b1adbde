import { useSignal } from "@preact/signals";
import { countOf } from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

/** Says what a picture of thousands shows and leaves out, and leads to its parts. */
export function CrowdNote({ viewer }: { viewer: Viewer }) {
  const isClosed = useSignal(false);
  const status = viewer.picture.value;
  const { nodeIds } = viewer.visible.value;
  const hasMap = nodeIds.size > viewer.mostThings && viewer.state.value.everything;
  if (isClosed.value || status.kind !== "drawn") return null;
  return (
    <div class="crowd-note" data-covers-picture role="note">
      <p>
        {countOf(nodeIds.size, "thing")}: those that have most to do with each other stand together, and the
        best connected are named.{status.linesWait && " Without a graphics card lines wait while it moves."}
      </p>
      <button
        type="button"
        class="link"
        onClick={() => {
          if (hasMap) viewer.dispatch({ type: "show-everything", on: false });
          else viewer.dialog.value = "communities";
        }}
      >
        {hasMap ? "Show their communities" : "One community at a time"}
      </button>
      <button
        type="button"
        class="icon close"
        aria-label="Close this note"
        onClick={() => {
          isClosed.value = true;
        }}
      >
        ×
      </button>
    </div>
  );
}
