import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { INITIAL_STATE } from "../state/view-state.ts";
import { findHiddenAtFirst } from "../state/visible.ts";
import { countOf } from "../state/wording.ts";
import type { Viewer } from "./viewer.ts";

/** Says what the picture leaves out of itself though nobody filtered it out, and brings it back. */
export function HiddenAtFirst({ viewer, of }: { viewer: Viewer; of?: readonly GraphViewFact[] }) {
  const hidden = findHiddenAtFirst(viewer.index, viewer.state.value, viewer.visible.value);
  const among = of === undefined ? hidden : hidden.filter((fact) => of.includes(fact));
  if (among.length === 0) return null;
  return (
    <p class="part">
      {countOf(among.length, "fact")} with dates and other values {among.length === 1 ? "is" : "are"} not in
      the picture.{" "}
      <button
        type="button"
        class="link"
        onClick={() =>
          viewer.dispatch({
            type: "set-hidden",
            facet: "type",
            values: [...INITIAL_STATE.hidden.type],
            hidden: false,
          })
        }
      >
        Show {among.length === 1 ? "it" : "them"}
      </button>
    </p>
  );
}
