import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { labelOf, type ViewIndex } from "../state/view-index.ts";
import { relationLabel } from "../state/wording.ts";

function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not have these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
  );
}

/** Facts for Gephi: GEXF 1.3, one edge per fact. */
export function toGexf(index: ViewIndex, facts: readonly GraphViewFact[]): string {
  const ids = [...new Set(facts.flatMap(({ source, target }) => [source, target]))];
  const nodes = ids.map(
    (id) =>
      `<node id="${escapeXml(id)}" label="${escapeXml(labelOf(index, id))}"><attvalues><attvalue for="type" value="${escapeXml(index.nodes.get(id)?.type ?? "")}"/></attvalues></node>`,
  );
  const edges = facts.map((fact) => {
    const values = {
      relation: relationLabel(index, fact),
      factuality: fact.factuality,
      date: fact.date ?? "",
      quote: fact.evidence.quote,
    };
    const attributes = Object.entries(values)
      .map(([name, value]) => `<attvalue for="${name}" value="${escapeXml(value)}"/>`)
      .join("");
    return `<edge id="${escapeXml(fact.id)}" source="${escapeXml(fact.source)}" target="${escapeXml(fact.target)}" label="${escapeXml(values.relation)}"><attvalues>${attributes}</attvalues></edge>`;
  });
  const declare = (name: string): string => `<attribute id="${name}" title="${name}" type="string"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="static">
<attributes class="node">${declare("type")}</attributes>
<attributes class="edge">${["relation", "factuality", "date", "quote"].map(declare).join("")}</attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${edges.join("\n")}
</edges>
</graph>
</gexf>
`;
}
