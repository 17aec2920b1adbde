import type * as RDF from "@rdfjs/types";
import type { Ontology } from "../ontology/ontology.ts";
import type { Resolution } from "../resolve/resolution.ts";
import { decisionQuads } from "./decision-quads.ts";
import type { Iris } from "./iris.ts";
import { compareCodePoints, tripleToLine } from "./n-quads.ts";
import * as p from "./properties.ts";
import { defaultGraph, iri, quad, text } from "./terms.ts";

/** An article's own graph, split and with its entities by the IRIs that they have in the whole graph. */
export interface PublishedArticle {
  /** Metadata, mentions and facts: what stands in the article's named graph. */
  readonly graph: readonly RDF.Quad[];
  /** Plain triples of the facts that are asserted. */
  readonly plain: readonly RDF.Quad[];
  /** Declarations of minted relations. */
  readonly declarations: readonly RDF.Quad[];
}

/** Puts the entities' IRIs of the whole graph in the place of an article's local ones. */
export function publishArticle(
  quads: readonly RDF.Quad[],
  articleId: string,
  iris: Iris,
  resolution: Resolution,
): PublishedArticle {
  const prefix = iris.localEntity(articleId, "");
  const canonical = new Map<string, RDF.NamedNode>();
  const resolve = <Term extends RDF.Quad_Subject | RDF.Quad_Object>(term: Term): Term | RDF.NamedNode => {
    if (term.termType !== "NamedNode" || !term.value.startsWith(prefix)) return term;
    const known = canonical.get(term.value);
    if (known !== undefined) return known;
    const entity = resolution.find(articleId, term.value.slice(prefix.length));
    if (entity === undefined) return term;
    const node = iri(entity.iri);
    canonical.set(term.value, node);
    return node;
  };
  const graph: RDF.Quad[] = [];
  const declarations: RDF.Quad[] = [];
  for (const { subject, predicate, object, graph: name } of quads) {
    if (iris.mintedRelation(subject.value) !== undefined) {
      declarations.push(quad(subject, predicate, object));
      continue;
    }
    const node = resolve(subject);
    // What a local entity is like is told in the default graph, of the canonical one; here only its mentions remain.
    if (node !== subject && !predicate.equals(p.DENOTED_BY)) continue;
    graph.push(quad(node, predicate, resolve(object), name));
  }
  return { graph, plain: plainTriples(graph), declarations };
}

function plainTriples(graph: readonly RDF.Quad[]): RDF.Quad[] {
  const parts = new Map<string, Partial<Record<"s" | "p" | "o", RDF.Term>>>();
  const asserted = new Set<string>();
  const roles = new Map([
    [p.SUBJECT.value, "s"],
    [p.PREDICATE.value, "p"],
    [p.OBJECT.value, "o"],
  ] as const);
  for (const { subject, predicate, object } of graph) {
    if (predicate.equals(p.ASSERTED) && object.value === "true") asserted.add(subject.value);
    const role = roles.get(predicate.value);
    if (role === undefined) continue;
    const part = parts.get(subject.value);
    if (part === undefined) parts.set(subject.value, { [role]: object });
    else part[role] = object;
  }
  const plain: RDF.Quad[] = [];
  for (const fact of asserted) {
    const { s, p: relation, o } = parts.get(fact) ?? {};
    if (s === undefined || relation === undefined || o === undefined) continue;
    plain.push(quad(s as RDF.Quad_Subject, relation as RDF.Quad_Predicate, o as RDF.Quad_Object));
  }
  return plain;
}

/**
 * The default graph: each plain triple once however many articles state it, the entities, and the minted relations.
 *
 * @param articles in any order: the result does not depend on it
 */
export function defaultGraphQuads(
  articles: Iterable<PublishedArticle>,
  resolution: Resolution,
  ontology: Ontology,
  iris: Iris,
): RDF.Quad[] {
  const byLine = new Map<string, RDF.Quad>();
  const add = (triple: RDF.Quad) => byLine.set(tripleToLine(triple), triple);
  const labels = new Map<string, RDF.Quad>();
  for (const { plain, declarations } of articles) {
    for (const triple of plain) add(triple);
    for (const triple of declarations) {
      if (!triple.predicate.equals(p.LABEL)) {
        add(triple);
        continue;
      }
      // One label each, where two articles word the same relation differently; every wording stays as a lemma.
      const held = labels.get(triple.subject.value);
      if (held === undefined || compareCodePoints(triple.object.value, held.object.value) < 0) {
        labels.set(triple.subject.value, triple);
      }
    }
  }
  for (const triple of labels.values()) add(triple);
  for (const triple of entityQuads(resolution, ontology, iris)) add(triple);
  for (const triple of decisionQuads(resolution, iris)) add(triple);
  return [...byLine.values()];
}

function* entityQuads(resolution: Resolution, ontology: Ontology, iris: Iris): Iterable<RDF.Quad> {
  const graph = defaultGraph();
  const wikidata = "http://www.wikidata.org/entity/";
  for (const entity of resolution.entities) {
    const node = iri(entity.iri);
    yield quad(node, p.TYPE, iri(iris.type(entity.type, ontology)), graph);
    yield quad(node, p.ENTITY_KIND, text(entity.kind), graph);
    yield quad(node, p.PREF_LABEL, text(entity.label), graph);
    for (const alias of entity.aliases) yield quad(node, p.ALT_LABEL, text(alias), graph);
    for (const member of entity.members) yield quad(node, p.GROUP_MEMBER, iri(member), graph);
    if (entity.wikidata !== undefined) yield quad(node, p.SAME_AS, iri(wikidata + entity.wikidata), graph);
  }
}
