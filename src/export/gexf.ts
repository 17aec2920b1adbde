import type { FactExporter } from "./fact-exporter.ts";
import {
  EDGE_ATTRIBUTES,
  edgeSpan,
  type NetworkEdge,
  type NetworkNode,
  NODE_ATTRIBUTES,
  networkEdges,
  networkNodes,
} from "./network.ts";
import { escapeXml } from "./xml-text.ts";

/** GEXF 1.3, for Gephi: one edge per fact, dated ones on the time line. */
export const gexf: FactExporter = {
  mediaType: "application/gexf+xml",
  extension: "gexf",
  *write(records) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n';
    yield declare("node", NODE_ATTRIBUTES);
    yield declare("edge", EDGE_ATTRIBUTES);
    yield "<nodes>\n";
    for (const node of networkNodes(records)) {
      yield `<node ${attributes({ id: node.id, label: node.label })}>${values(node, NODE_ATTRIBUTES)}</node>\n`;
    }
    yield "</nodes>\n<edges>\n";
    for (const edge of networkEdges(records)) {
      const { id, source, target, label, weight } = edge;
      const { from, to } = edgeSpan(edge);
      const span = { ...(from && { start: from }), ...(to && { end: to }) };
      const own = attributes({ id, source, target, label, weight: String(weight), ...span });
      yield `<edge ${own}>${values(edge, EDGE_ATTRIBUTES)}</edge>\n`;
    }
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function declare(of: "node" | "edge", names: readonly string[]): string {
  const declarations = names.map((name) => {
    const type = name === "asserted" ? "boolean" : "string";
    return `<attribute ${attributes({ id: name, title: name, type })}/>`;
  });
  return `<attributes class="${of}">${declarations.join("")}</attributes>\n`;
}

function values<Item extends NetworkNode | NetworkEdge>(
  item: Item,
  names: readonly (keyof Item & string)[],
): string {
  const written = names
    .filter((name) => item[name] !== "")
    .map((name) => `<attvalue ${attributes({ for: name, value: String(item[name]) })}/>`);
  return `<attvalues>${written.join("")}</attvalues>`;
}

function attributes(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(" ");
}
