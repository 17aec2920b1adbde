import type * as RDF from "@rdfjs/types";
import { compareCodePoints, termToNT } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";

/** A subject with its predicates and their objects, each sorted. */
export interface SubjectGroup {
  readonly subject: RDF.Term;
  readonly predicates: readonly { readonly predicate: RDF.Term; readonly objects: readonly RDF.Term[] }[];
}

export interface GraphGroup {
  /** The default graph, or a graph's name. */
  readonly graph: RDF.Term;
  readonly subjects: readonly SubjectGroup[];
}

/** The default graph first, then the others by name. Quads that come twice count once. */
export function groupByGraph(quads: Iterable<RDF.Quad>, prefixes: Prefixes): readonly GraphGroup[] {
  const graphs = new Map<string, { graph: RDF.Term; quads: RDF.Quad[] }>();
  for (const quad of quads) {
    // The default graph has no name, and the empty text sorts first.
    const key = quad.graph.termType === "DefaultGraph" ? "" : termToNT(quad.graph);
    const held = graphs.get(key);
    if (held === undefined) graphs.set(key, { graph: quad.graph, quads: [quad] });
    else held.quads.push(quad);
  }
  return [...graphs]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, group]) => ({ graph: group.graph, subjects: groupBySubject(group.quads, prefixes) }));
}

/** Groups triples for reading: entities before relations, articles and facts; types and labels before other properties. */
export function groupBySubject(quads: Iterable<RDF.Quad>, prefixes: Prefixes): readonly SubjectGroup[] {
  const subjects = new Map<string, { subject: RDF.Term; predicates: Map<string, PredicateEntry> }>();
  for (const { subject, predicate, object } of quads) {
    const key = termToNT(subject);
    let entry = subjects.get(key);
    if (entry === undefined) {
      entry = { subject, predicates: new Map() };
      subjects.set(key, entry);
    }
    let values = entry.predicates.get(predicate.value);
    if (values === undefined) {
      values = { predicate, objects: new Map() };
      entry.predicates.set(predicate.value, values);
    }
    values.objects.set(termToNT(object), object);
  }
  const rank = makeRank(prefixes);
  return [...subjects.values()]
    .sort((a, b) => rank.subject(a.subject) - rank.subject(b.subject) || compareTerms(a.subject, b.subject))
    .map(({ subject, predicates }) => ({
      subject,
      predicates: [...predicates.values()]
        .sort(
          (a, b) =>
            rank.predicate(a.predicate) - rank.predicate(b.predicate) ||
            compareTerms(a.predicate, b.predicate),
        )
        .map(({ predicate, objects }) => ({ predicate, objects: [...objects.values()].sort(compareTerms) })),
    }));
}

interface PredicateEntry {
  readonly predicate: RDF.Term;
  readonly objects: Map<string, RDF.Term>;
}

function compareTerms(a: RDF.Term, b: RDF.Term): number {
  // By value first: in angle brackets, "fact:5-quote" would come before "fact:5".
  return compareCodePoints(a.value, b.value) || compareCodePoints(termToNT(a), termToNT(b));
}

function makeRank(prefixes: Prefixes) {
  const order = ["ent", "rel", "art", "fact"].flatMap((prefix) => prefixes[prefix] ?? []);
  const first = [
    `${prefixes["rdf"]}type`,
    `${prefixes["skos"]}prefLabel`,
    `${prefixes["rdfs"]}label`,
    `${prefixes["skos"]}altLabel`,
    `${prefixes["rdf"]}subject`,
    `${prefixes["rdf"]}predicate`,
    `${prefixes["rdf"]}object`,
  ];
  const place = (index: number, length: number) => (index < 0 ? length : index);
  return {
    subject: (term: RDF.Term) =>
      place(
        order.findIndex((namespace) => term.value.startsWith(namespace)),
        order.length,
      ),
    predicate: (term: RDF.Term) => place(first.indexOf(term.value), first.length),
  };
}
