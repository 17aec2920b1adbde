import type { FactExporter } from "./fact-exporter.ts";
import {
  EDGE_ATTRIBUTES,
  type NetworkEdge,
  type NetworkNode,
  NODE_ATTRIBUTES,
  networkEdges,
  networkNodes,
} from "./network.ts";
import { escapeXml } from "./xml-text.ts";

const NODE_DATA = ["label", ...NODE_ATTRIBUTES] as const;
const EDGE_DATA = ["label", "weight", ...EDGE_ATTRIBUTES] as const;

/** GraphML, for yEd, igraph, NetworkX, Cytoscape: one edge per fact. */
export const graphMl: FactExporter = {
  mediaType: "application/graphml+xml",
  extension: "graphml",
  *write(records) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield declare("node", NODE_DATA);
    yield declare("edge", EDGE_DATA);
    yield '<graph edgedefault="directed">\n';
    for (const node of networkNodes(records)) {
      yield `<node id="${escapeXml(node.id)}">${data(node, "node", NODE_DATA)}</node>\n`;
    }
    for (const edge of networkEdges(records)) {
      const [id, source, target] = [edge.id, edge.source, edge.target].map(escapeXml);
      yield `<edge id="${id}" source="${source}" target="${target}">${data(edge, "edge", EDGE_DATA)}</edge>\n`;
    }
    yield "</graph>\n</graphml>\n";
  },
};

function declare(of: "node" | "edge", names: readonly string[]): string {
  const types: Readonly<Record<string, string>> = { weight: "double", asserted: "boolean" };
  return names
    .map((name) => {
      const type = types[name] ?? "string";
      return `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
    })
    .join("");
}

function data<Item extends NetworkNode | NetworkEdge>(
  item: Item,
  of: "node" | "edge",
  names: readonly (keyof Item & string)[],
): string {
  return names
    .filter((name) => item[name] !== "")
    .map((name) => `<data key="${of}-${name}">${escapeXml(String(item[name]))}</data>`)
    .join("");
}
