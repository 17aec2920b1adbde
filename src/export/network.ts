import { dateBounds } from "../query/date-bounds.ts";
import type { GraphFact } from "../query/graph.ts";
import type { GraphRecords } from "./fact-exporter.ts";

/** A thing, or the value of a literal, as network formats have it. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  /** Class name; "Literal" for a value. */
  readonly type: string;
  readonly wikidata: string;
}

/** A fact: one edge each, so that nothing is drawn twice and what is denied can be told from what is so. */
export interface NetworkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  /** The fact's confidence: programs that join parallel edges add these up. */
  readonly weight: number;
  readonly factuality: string;
  readonly temporality: string;
  readonly asserted: boolean;
  readonly speaker: string;
  readonly date: string;
  readonly statementDate: string;
  readonly published: string;
  readonly outlet: string;
  readonly article: string;
  readonly quote: string;
}

export const NODE_ATTRIBUTES = ["type", "wikidata"] as const satisfies readonly (keyof NetworkNode)[];

export const EDGE_ATTRIBUTES = [
  "factuality",
  "temporality",
  "asserted",
  "speaker",
  "date",
  "statementDate",
  "published",
  "outlet",
  "article",
  "quote",
] as const satisfies readonly (keyof NetworkEdge)[];

/** The ends of all facts, each once, in the order in which the facts name them. */
export function* networkNodes({ facts, entities }: GraphRecords): Iterable<NetworkNode> {
  const known = new Map(entities.map((entity) => [entity.iri, entity]));
  const written = new Set<string>();
  for (const fact of facts) {
    for (const [id, label] of [
      [fact.subjectNode, fact.subject],
      [targetOf(fact), fact.object],
    ] as const) {
      if (written.has(id)) continue;
      written.add(id);
      const entity = known.get(id);
      const type = entity?.type ?? (id.startsWith("literal:") ? "Literal" : "Thing");
      yield { id, label, type, wikidata: entity?.wikidata ?? "" };
    }
  }
}

export function* networkEdges({ facts, ontology }: GraphRecords): Iterable<NetworkEdge> {
  for (const fact of facts) {
    yield {
      id: fact.id,
      source: fact.subjectNode,
      target: targetOf(fact),
      label: ontology.findRelation(fact.relation)?.label ?? fact.surface.relation,
      weight: fact.confidence,
      factuality: fact.factuality,
      temporality: fact.temporality,
      asserted: fact.asserted,
      speaker: fact.speaker ?? "",
      date: fact.date ?? "",
      statementDate: fact.statementDate ?? "",
      published: fact.article.published ?? "",
      outlet: fact.article.outlet ?? "",
      article: fact.article.id,
      quote: fact.evidence.quote,
    };
  }
}

/** First and last day of an edge that has a date; open ends are undefined. */
export function edgeSpan({ date }: NetworkEdge): { readonly from?: string; readonly to?: string } {
  const bounds = dateBounds(date);
  if (bounds === undefined) return {};
  return {
    ...(bounds.from > "0000-12-31" && { from: bounds.from }),
    ...(bounds.to < "9999-01-01" && { to: realDay(bounds.to) }),
  };
}

/** The last day that its month has, where bounds name the 31st of any. */
function realDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(date) <= length ? day : `${year}-${month}-${length}`;
}

function targetOf({ objectNode, object }: GraphFact): string {
  return objectNode ?? `literal:${object}`;
}
