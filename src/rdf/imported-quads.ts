import type * as RDF from "@rdfjs/types";
import { DataFactory } from "n3";
import { quad } from "./terms.ts";

/**
 * Puts quads into one graph, whatever graphs they stood in. Blank nodes get labels that no other graph has, numbered in
 * the order in which they come: the same file gives the same labels.
 *
 * @param scope what the labels begin with, e.g. a hash of the graph's name
 */
export function moveToGraph(
  quads: Iterable<RDF.Quad>,
  graph: RDF.Quad_Graph,
  scope: string,
): readonly RDF.Quad[] {
  const labels = new Map<string, RDF.BlankNode>();
  const rename = (term: RDF.Term): RDF.Term => {
    if (term.termType === "Quad") return move(term as RDF.Quad, DataFactory.defaultGraph());
    if (term.termType !== "BlankNode") return term;
    let label = labels.get(term.value);
    if (label === undefined) {
      label = DataFactory.blankNode(`g${scope}b${labels.size + 1}`);
      labels.set(term.value, label);
    }
    return label;
  };
  const move = ({ subject, predicate, object }: RDF.Quad, to: RDF.Quad_Graph): RDF.Quad =>
    quad(rename(subject) as RDF.Quad_Subject, predicate, rename(object) as RDF.Quad_Object, to);
  return [...quads].map((one) => move(one, graph));
}
