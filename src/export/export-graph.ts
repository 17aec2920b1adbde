import type * as RDF from "@rdfjs/types";
import { UsageError } from "../model/errors.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Graph, GraphFact } from "../query/graph.ts";
import { makeIris } from "../rdf/iris.ts";
import * as p from "../rdf/properties.ts";
import { defaultGraph, iri } from "../rdf/terms.ts";
import { EXPORTERS, type ExportFormat, type ExportOptions, exportDataset } from "./export-dataset.ts";
import type { FactExporter, GraphRecords } from "./fact-exporter.ts";
import { followTheMoney } from "./follow-the-money.ts";
import { gexf } from "./gexf.ts";
import { graphMl } from "./graphml.ts";
import { quickStatements } from "./quick-statements.ts";
import { report } from "./report.ts";
import { edgeTable, factTable, nodeTable } from "./tables.ts";

/** Formats of facts, beside those of RDF. A new one is one file and one line here. */
export const FACT_EXPORTERS = {
  graphml: graphMl,
  gexf,
  csv: factTable,
  "csv-nodes": nodeTable,
  "csv-edges": edgeTable,
  ftm: followTheMoney,
  quickstatements: quickStatements,
  markdown: report,
} as const satisfies Record<string, FactExporter>;

export type FactExportFormat = keyof typeof FACT_EXPORTERS;
export type GraphExportFormat = ExportFormat | FactExportFormat;

export const GRAPH_EXPORT_FORMATS = [
  ...Object.keys(EXPORTERS),
  ...Object.keys(FACT_EXPORTERS),
] as readonly GraphExportFormat[];

/** Which part of a graph is written. */
export interface ExportSelection {
  /** Id of an article: its facts. */
  readonly article?: string;
  /** Label, alias or IRI: the facts about it. */
  readonly entity?: string;
  /** With `entity`: also the facts about what these facts name, and so on this many times; default 1, the facts about it. */
  readonly hops?: number;
}

export interface GraphExportOptions extends ExportOptions, ExportSelection {
  /** Needed for formats that are not RDF. */
  readonly ontology?: Ontology;
}

export function isFactFormat(format: GraphExportFormat): format is FactExportFormat {
  return Object.hasOwn(FACT_EXPORTERS, format);
}

/**
 * Writes a graph, or a part of it, in any format. The same graph gives the same bytes.
 *
 * @throws {@link UsageError} where the selection names nothing, or an option does not fit the format
 */
export function exportGraph(
  graph: Graph,
  format: GraphExportFormat,
  options: GraphExportOptions,
): Iterable<string> {
  const { article, entity, only, ontology } = options;
  const isWhole = article === undefined && entity === undefined;
  const facts = isWhole && !isFactFormat(format) ? [] : selectFacts(graph, options);
  if (isFactFormat(format)) {
    if (ontology === undefined) throw new UsageError(`${format} needs the ontology`);
    const kept = only === "asserted" ? facts.filter((fact) => fact.asserted) : facts;
    return FACT_EXPORTERS[format].write(toRecords(graph, kept, ontology));
  }
  const base = graph.base === undefined ? {} : { base: graph.base };
  return exportDataset(isWhole ? graph.match() : quadsOf(graph, facts), format, { ...base, ...options });
}

function selectFacts(graph: Graph, { article, entity, hops = 1 }: ExportSelection): readonly GraphFact[] {
  if (article !== undefined && graph.article(article) === undefined)
    throw new UsageError(`there is no article ${article}; dateline articles lists their ids`);
  const inArticle = article === undefined ? {} : { article };
  if (entity === undefined) return graph.find(inArticle);
  const found = new Map<string, GraphFact>();
  const asked = new Set<string>();
  let names: readonly string[] = [entity];
  for (let hop = 0; hop < hops; hop++) {
    const reached = new Set<string>();
    for (const name of names) {
      asked.add(name);
      for (const side of ["subject", "object"] as const) {
        for (const fact of graph.find({ ...inArticle, [side]: name })) {
          found.set(fact.id, fact);
          reached.add(fact.subjectNode);
          if (fact.objectNode !== null) reached.add(fact.objectNode);
        }
      }
    }
    names = [...reached].filter((node) => !asked.has(node));
  }
  if (found.size === 0)
    throw new UsageError(`no fact is about "${entity}"; look names up with dateline entities`);
  return graph.find(inArticle).filter(({ id }) => found.has(id));
}

function toRecords(graph: Graph, facts: readonly GraphFact[], ontology: Ontology): GraphRecords {
  const nodes = new Set(facts.flatMap(({ subjectNode, objectNode }) => [subjectNode, objectNode]));
  const articles = new Set(facts.map(({ article }) => article.id));
  return {
    facts,
    entities: graph.entities().filter(({ iri }) => nodes.has(iri)),
    articles: graph.articles().filter(({ id }) => articles.has(id)),
    ontology,
  };
}

/** What is said of a thing, a relation or an article in its own right, rather than of two things. */
const DESCRIBING = new Set(
  [
    ...[p.TYPE, p.LABEL, p.PREF_LABEL, p.ALT_LABEL, p.ENTITY_KIND, p.SAME_AS, p.CLOSE_MATCH],
    ...[p.GROUP_MEMBER, p.LEMMA, p.SUB_PROPERTY_OF],
  ].map(({ value }) => value),
);

/** The quads that tell these facts: their nodes with all that hangs on them, their articles, plain triples and the things named. */
function* quadsOf(graph: Graph, facts: readonly GraphFact[]): Iterable<RDF.Quad> {
  const iris = makeIris(graph.base ?? "");
  const things = new Set<string>();
  for (const fact of facts) {
    const { subjectNode, objectNode, relationIri, article } = fact;
    for (const node of [subjectNode, relationIri, ...(objectNode === null ? [] : [objectNode])])
      things.add(node);
    if (fact.asserted) {
      for (const plain of graph.match(iri(subjectNode), iri(relationIri), null, null)) {
        const { termType, value } = plain.object;
        if (termType === "Literal" ? objectNode === null && value === fact.object : value === objectNode)
          yield plain;
      }
    }
    const articleNode = iris.article(article.id);
    yield* describe(graph, iris.fact(fact.id), articleNode, things);
    yield* graph.match(iri(articleNode), null, null, iri(articleNode));
  }
  for (const thing of things) {
    if (!thing.includes(":")) continue;
    for (const quad of graph.match(iri(thing), null, null, defaultGraph()))
      if (DESCRIBING.has(quad.predicate.value)) yield quad;
  }
}

/** A node of an article's graph, and the nodes of that graph that it leads to: sources, passages, mentions. */
function* describe(
  graph: Graph,
  start: string,
  articleNode: string,
  things: Set<string>,
): Iterable<RDF.Quad> {
  const visited = new Set<string>();
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    for (const quad of graph.match(iri(node), null, null, iri(articleNode))) {
      yield quad;
      const { termType, value } = quad.object;
      if (termType !== "NamedNode" || value === articleNode) continue;
      if (value.startsWith(start) || value.startsWith(`${articleNode}-`)) waiting.push(value);
      else things.add(value);
    }
  }
}
