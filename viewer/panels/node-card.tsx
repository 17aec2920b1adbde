import type { GraphViewFact, GraphViewNode } from "../../src/view/graph-view.ts";
import { filterType, groupOfNode } from "../state/view-index.ts";
import { countOf, relationLabel } from "../state/wording.ts";
import { FactButton, NodeSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

interface FactGroup {
  readonly heading: string;
  readonly facts: readonly GraphViewFact[];
}

/** By relation and direction, the largest group first. */
function groupFacts(viewer: Viewer, node: GraphViewNode, facts: readonly GraphViewFact[]): FactGroup[] {
  const groups = new Map<string, GraphViewFact[]>();
  for (const fact of facts) {
    const label = relationLabel(viewer.index, fact);
    const heading = fact.source === node.id ? label : `${label} · by others`;
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [fact]);
    else group.push(fact);
  }
  return [...groups]
    .map(([heading, members]) => ({ heading, facts: members }))
    .sort((left, right) => right.facts.length - left.facts.length || (left.heading < right.heading ? -1 : 1));
}

/** All that is known of one node: its names, and its facts by relation. */
export function NodeCard({ viewer, node }: { viewer: Viewer; node: GraphViewNode }) {
  const { index } = viewer;
  const all = index.factsOf.get(node.id) ?? [];
  const shown = all.filter((fact) => viewer.visible.value.factIds.has(fact.id));
  const aliases = node.aliases.filter((alias) => alias !== node.label);
  const withheld = all.length - shown.length;
  return (
    <article class="card" aria-labelledby="card-title">
      <header>
        <NodeSample group={groupOfNode(index, node)} />
        <div>
          <h2 id="card-title" tabIndex={-1}>
            {node.label}
          </h2>
          <p class="quiet">
            {index.types.get(filterType(node))?.label ?? node.type}
            {node.kind === "described" && ", known by description only"}
            {" · "}
            {countOf(all.length, "fact")}
          </p>
        </div>
      </header>
      {aliases.length > 0 && <p class="aliases">Also: {aliases.join(", ")}</p>}
      {groupFacts(viewer, node, shown).map((group) => (
        <section key={group.heading}>
          <h3>
            {group.heading} <span class="count">{group.facts.length}</span>
          </h3>
          <ul class="facts">
            {group.facts.map((fact) => (
              <li key={fact.id}>
                <FactButton viewer={viewer} fact={fact} from={node.id} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {withheld > 0 && (
        <p class="quiet">
          {countOf(withheld, "fact")} hidden by the filters.{" "}
          <button type="button" class="link" onClick={() => viewer.dispatch({ type: "show-all" })}>
            Clear filters
          </button>
        </p>
      )}
    </article>
  );
}
