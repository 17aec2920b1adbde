import type { FactRecord } from "../model/fact-record.ts";
import { toCsvLine } from "./delimited.ts";
import type { FactExporter } from "./fact-exporter.ts";
import { EDGE_ATTRIBUTES, networkEdges, networkNodes } from "./network.ts";

/** Columns of a table of facts. */
export const FACT_COLUMNS: readonly (readonly [name: string, value: (fact: FactRecord) => string])[] = [
  ["subject", (fact) => fact.subject],
  ["relation", (fact) => fact.relation],
  ["object", (fact) => fact.object],
  ["speaker", (fact) => fact.speaker ?? ""],
  ["factuality", (fact) => fact.factuality],
  ["temporality", (fact) => fact.temporality],
  ["date", (fact) => fact.date ?? ""],
  ["statementDate", (fact) => fact.statementDate ?? ""],
  ["confidence", (fact) => String(fact.confidence)],
  ["asserted", (fact) => String(fact.asserted)],
  ["quote", (fact) => fact.evidence.quote],
  ["start", (fact) => String(fact.evidence.start)],
  ["end", (fact) => String(fact.evidence.end)],
  ["article", (fact) => fact.article.title],
  ["outlet", (fact) => fact.article.outlet ?? ""],
  ["published", (fact) => fact.article.published ?? ""],
  ["url", (fact) => fact.article.url ?? ""],
  ["subjectId", (fact) => fact.subjectId ?? ""],
  ["objectId", (fact) => fact.objectId ?? ""],
  ["articleId", (fact) => fact.article.id],
  ["id", (fact) => fact.id],
];

/** The facts, a line each: the table of `find --format csv`. */
export const factTable: FactExporter = {
  mediaType: "text/csv",
  extension: "csv",
  *write({ facts }) {
    yield toCsvLine(FACT_COLUMNS.map(([name]) => name));
    for (const fact of facts) yield toCsvLine(FACT_COLUMNS.map(([, value]) => value(fact)));
  },
};

/** The things and values that facts join, with the heads that Gephi and others look for. */
export const nodeTable: FactExporter = {
  mediaType: "text/csv",
  extension: "nodes.csv",
  *write(records) {
    yield toCsvLine(["Id", "Label", "type", "wikidata"]);
    for (const { id, label, type, wikidata } of networkNodes(records))
      yield toCsvLine([id, label, type, wikidata]);
  },
};

/** The facts as edges between the lines of {@link nodeTable}. */
export const edgeTable: FactExporter = {
  mediaType: "text/csv",
  extension: "edges.csv",
  *write(records) {
    yield toCsvLine(["Source", "Target", "Type", "Id", "Label", "Weight", ...EDGE_ATTRIBUTES]);
    for (const edge of networkEdges(records)) {
      const { source, target, id, label, weight } = edge;
      const rest = EDGE_ATTRIBUTES.map((name) => String(edge[name]));
      yield toCsvLine([source, target, "Directed", id, label, String(weight), ...rest]);
    }
  },
};
