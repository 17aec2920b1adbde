import type * as RDF from "@rdfjs/types";
import { termToNT } from "../rdf/n-quads.ts";

type Key = string;

/** IRIs are their own key; literals are keyed with datatype and language, so that they never meet an IRI. */
function keyOf(term: RDF.Term): Key {
  return term.termType === "NamedNode" ? term.value : termToNT(term);
}

/**
 * Quads by subject, predicate, object and graph, for look-ups by pattern.
 *
 * All graphs share one index: a look-up that leaves the graph open costs what its answer costs, however many
 * articles there are. (Stores that index by graph first visit every graph.)
 */
export class QuadIndex {
  readonly #bySubject = new Map<Key, Set<RDF.Quad>>();
  readonly #byPredicate = new Map<Key, Set<RDF.Quad>>();
  readonly #byObject = new Map<Key, Set<RDF.Quad>>();
  readonly #byGraph = new Map<Key, Set<RDF.Quad>>();
  /** Graphs that stand in no index but their own yet: many a graph is opened for its facts, and never matched. */
  readonly #unindexed = new Set<Key>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Puts the quads in the place of all that the graph held. All must stand in `graph`; repeated ones count once. */
  replaceGraph(graph: RDF.Quad_Graph, quads: Iterable<RDF.Quad>): void {
    this.deleteGraph(graph);
    const unique = new Map<string, RDF.Quad>();
    for (const quad of quads) {
      const { subject, predicate, object } = quad;
      unique.set(`${keyOf(subject)} ${keyOf(predicate)} ${keyOf(object)}`, quad);
    }
    if (unique.size === 0) return;
    const members = new Set(unique.values());
    this.#byGraph.set(keyOf(graph), members);
    this.#unindexed.add(keyOf(graph));
    this.#size += members.size;
  }

  deleteGraph(graph: RDF.Quad_Graph): void {
    const members = this.#byGraph.get(keyOf(graph));
    if (members === undefined) return;
    this.#byGraph.delete(keyOf(graph));
    this.#size -= members.size;
    if (this.#unindexed.delete(keyOf(graph))) return;
    for (const quad of members) {
      discard(this.#bySubject, quad.subject, quad);
      discard(this.#byPredicate, quad.predicate, quad);
      discard(this.#byObject, quad.object, quad);
    }
  }

  #indexAll(): void {
    for (const graph of this.#unindexed) {
      for (const quad of this.#byGraph.get(graph) ?? []) {
        insert(this.#bySubject, quad.subject, quad);
        insert(this.#byPredicate, quad.predicate, quad);
        insert(this.#byObject, quad.object, quad);
      }
    }
    this.#unindexed.clear();
  }

  /** Undefined and null are wildcards. */
  *match(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): Iterable<RDF.Quad> {
    if (subject || predicate || object) this.#indexAll();
    const candidates: (ReadonlySet<RDF.Quad> | undefined)[] = [];
    if (subject) candidates.push(this.#bySubject.get(keyOf(subject)));
    if (object) candidates.push(this.#byObject.get(keyOf(object)));
    if (predicate) candidates.push(this.#byPredicate.get(keyOf(predicate)));
    if (graph) candidates.push(this.#byGraph.get(keyOf(graph)));
    if (candidates.length === 0) {
      for (const members of this.#byGraph.values()) yield* members;
      return;
    }
    let smallest: ReadonlySet<RDF.Quad> | undefined = candidates[0];
    for (const candidate of candidates) {
      if (candidate === undefined || smallest === undefined) return;
      if (candidate.size < smallest.size) smallest = candidate;
    }
    for (const quad of smallest ?? []) {
      if (
        (!subject || quad.subject.equals(subject)) &&
        (!predicate || quad.predicate.equals(predicate)) &&
        (!object || quad.object.equals(object)) &&
        (!graph || quad.graph.equals(graph))
      ) {
        yield quad;
      }
    }
  }
}

function insert(index: Map<Key, Set<RDF.Quad>>, term: RDF.Term, quad: RDF.Quad): void {
  const key = keyOf(term);
  const held = index.get(key);
  if (held === undefined) index.set(key, new Set([quad]));
  else held.add(quad);
}

function discard(index: Map<Key, Set<RDF.Quad>>, term: RDF.Term, quad: RDF.Quad): void {
  const key = keyOf(term);
  const held = index.get(key);
  held?.delete(quad);
  if (held?.size === 0) index.delete(key);
}
