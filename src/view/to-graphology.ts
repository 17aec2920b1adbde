import { MultiDirectedGraph } from "graphology";
import type { Factuality } from "../model/fact.ts";
import type { Graph } from "../query/graph.ts";

/** What a node of the graphology graph knows. Its key is the entity's IRI, or `literal:` and the value. */
export interface NodeAttributes {
  label: string;
  /** Class name, e.g. "Person"; "Literal" for a value. Not called `type`: Sigma reads that as the name of a program. */
  entityType: string;
}

/** What an edge knows. Its key is the fact's id. */
export interface EdgeAttributes {
  label: string;
  relation: string;
  factuality: Factuality;
  speaker: string | null;
  date: string | null;
  confidence: number;
  quote: string;
  articleId: string;
}

/**
 * The graph as graphology's directed multigraph: one edge per fact, so that nothing unasserted is lost and nothing is
 * drawn twice. Nodes and edges come in the order of `graph.find()`: the same graph gives the same order.
 *
 * @example
 * toGraphology(graph).degree("https://w3id.org/dateline/data/entity/Mark_Rutte")
 */
export function toGraphology(graph: Graph): MultiDirectedGraph<NodeAttributes, EdgeAttributes> {
  const network = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const types = new Map(graph.entities().map((entity) => [entity.iri, entity.type]));
  const mergeNode = (key: string, label: string, entityType: string): string => {
    if (!network.hasNode(key)) network.addNode(key, { label, entityType });
    return key;
  };
  for (const fact of graph.find()) {
    const source = mergeNode(fact.subjectNode, fact.subject, types.get(fact.subjectNode) ?? "Thing");
    const target =
      fact.objectNode === null
        ? mergeNode(`literal:${fact.object}`, fact.object, "Literal")
        : mergeNode(fact.objectNode, fact.object, types.get(fact.objectNode) ?? "Thing");
    network.addDirectedEdgeWithKey(fact.id, source, target, {
      label: fact.relation,
      relation: fact.relation,
      factuality: fact.factuality,
      speaker: fact.speaker,
      date: fact.date,
      confidence: fact.confidence,
      quote: fact.evidence.quote,
      articleId: fact.article.id,
    });
  }
  return network;
}
