import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { compareWindows, type WindowDifference } from "../state/compare-windows.ts";
import type { Path } from "../state/paths.ts";
import { endsOf, type ViewIndex } from "../state/view-index.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Visible } from "../state/visible.ts";
import { isDenied } from "../state/wording.ts";
import { type EdgeBend, fanEdges } from "./fan-edges.ts";

/** What a frame shows, worked out once per change of state. */
export interface Scene extends WindowDifference {
  readonly visible: Visible;
  readonly bends: ReadonlyMap<string, EdgeBend>;
  readonly selectedNode: string | null;
  readonly selectedFact: string | null;
  /** What stands out from the rest; null where nothing is selected and all is equal. */
  readonly focus: { readonly nodes: ReadonlySet<string>; readonly facts: ReadonlySet<string> } | null;
  /** Whether only a part of the graph was asked for. */
  readonly isPart: boolean;
  /** Nodes with a note. */
  readonly noted: ReadonlySet<string>;
  /** Visible facts that carry a sign on their line: denied ones and contested ones. */
  readonly marked: readonly GraphViewFact[];
}

export interface SceneSources {
  readonly index: ViewIndex;
  readonly state: ViewState;
  readonly visible: Visible;
  readonly paths: readonly Path[];
}

type Focus = NonNullable<Scene["focus"]>;

function focusOn(facts: readonly GraphViewFact[], more: readonly string[]): Focus {
  return { nodes: new Set([...endsOf(facts), ...more]), facts: new Set(facts.map((fact) => fact.id)) };
}

function focusOf({ index, state, visible, paths }: SceneSources): Scene["focus"] {
  const { selection } = state;
  if (selection.kind === "node") {
    const facts = (index.factsOf.get(selection.id) ?? []).filter((fact) => visible.factIds.has(fact.id));
    return focusOn(facts, [selection.id]);
  }
  if (selection.kind === "fact") {
    const fact = index.facts.get(selection.id);
    return focusOn(fact === undefined ? [] : [fact], []);
  }
  if (selection.kind === "path") {
    const path = paths[selection.rank];
    return focusOn(path?.hops.flat() ?? [], path?.nodes ?? [selection.from]);
  }
  return null;
}

export function makeScene(sources: SceneSources): Scene {
  const { index, state, visible } = sources;
  const { selection } = state;
  return {
    visible,
    bends: fanEdges(visible.facts),
    selectedNode: selection.kind === "node" ? selection.id : null,
    selectedFact: selection.kind === "fact" ? selection.id : null,
    focus: focusOf(sources),
    ...compareWindows(index, state, visible.facts),
    isPart: state.only !== null,
    noted: new Set(state.notes.keys()),
    marked: visible.facts.filter(
      (fact) => isDenied(fact.factuality) || index.agreement.opposing.has(fact.id),
    ),
  };
}
