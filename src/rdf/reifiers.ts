import type * as RDF from "@rdfjs/types";
import { DataFactory } from "n3";
import { tripleToLine } from "./n-quads.ts";
import * as p from "./properties.ts";
import { iri, quad } from "./terms.ts";

const REIFIES = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");

const PARTS: readonly string[] = [p.SUBJECT, p.PREDICATE, p.OBJECT].map(({ value }) => value);

/**
 * RDF 1.2: each fact node reifies a triple term, in the place of its `rdf:subject`, `rdf:predicate` and `rdf:object`.
 * Nodes without one of each stay as they are.
 */
export function* toReifiers(quads: Iterable<RDF.Quad>): Iterable<RDF.Quad> {
  const nodes = new Map<string, Map<string, RDF.Quad>>();
  for (const one of quads) {
    if (!PARTS.includes(one.predicate.value)) {
      yield one;
      continue;
    }
    const key = `${one.subject.value} ${one.graph.value}`;
    const parts = nodes.get(key) ?? new Map<string, RDF.Quad>();
    nodes.set(key, parts.set(tripleToLine(one), one));
  }
  for (const parts of nodes.values()) {
    const [subject, predicate, object] = PARTS.map((part) =>
      [...parts.values()].find((one) => one.predicate.value === part),
    );
    if (subject === undefined || predicate === undefined || object === undefined || parts.size > 3) {
      yield* parts.values();
      continue;
    }
    const term = DataFactory.quad(subject.object as never, predicate.object as never, object.object as never);
    yield quad(subject.subject, REIFIES, term as unknown as RDF.Quad_Object, subject.graph);
  }
}
