import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { endsOf, type ViewIndex } from "../state/view-index.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Visible } from "../state/visible.ts";
import { type EdgeBend, fanEdges } from "./fan-edges.ts";

/** What a frame shows, worked out once per change of state. */
export interface Scene {
  readonly visible: Visible;
  readonly bends: ReadonlyMap<string, EdgeBend>;
  readonly selectedNode: string | null;
  readonly selectedFact: string | null;
  /** What stands out from the rest; null where nothing is selected and all is equal. */
  readonly focus: { readonly nodes: ReadonlySet<string>; readonly facts: ReadonlySet<string> } | null;
}

function focusOf(facts: readonly GraphViewFact[], more: readonly string[]): NonNullable<Scene["focus"]> {
  return { nodes: new Set([...endsOf(facts), ...more]), facts: new Set(facts.map((fact) => fact.id)) };
}

/** A selected fact keeps the neighbourhood it was opened from in focus, so that a step from fact to fact is calm. */
export function makeScene(index: ViewIndex, state: ViewState, visible: Visible): Scene {
  const { selection } = state;
  const bends = fanEdges(visible.facts);
  if (selection.kind === "none")
    return { visible, bends, selectedNode: null, selectedFact: null, focus: null };
  if (selection.kind === "node") {
    const facts = (index.factsOf.get(selection.id) ?? []).filter((fact) => visible.factIds.has(fact.id));
    const focus = focusOf(facts, [selection.id]);
    return { visible, bends, selectedNode: selection.id, selectedFact: null, focus };
  }
  const fact = index.facts.get(selection.id);
  const focus = focusOf(fact === undefined ? [] : [fact], []);
  return { visible, bends, selectedNode: null, selectedFact: selection.id, focus };
}
