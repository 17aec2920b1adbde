import type * as RDF from "@rdfjs/types";
import type { Article } from "../model/article.ts";
import { hashParts } from "../model/ids.ts";
import type { Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { NAMESPACES, vocabularyIri } from "../ontology/vocabulary.ts";
import { compareCodePoints } from "../rdf/n-quads.ts";
import { type Prefixes, shorten } from "../rdf/namespaces.ts";
import { type Node, nodesOf } from "../rdf/nodes.ts";
import * as p from "../rdf/properties.ts";
import { iri } from "../rdf/terms.ts";
import { termToTurtle } from "../rdf/turtle-terms.ts";
import { type ImportedGraph, importedGraphId } from "../store/imported-graphs.ts";
import type { ArticleSummary, EntityRecord, GraphFact } from "./graph.ts";

/** An imported graph as text, one statement a line: what its facts point at. */
export interface ImportedDocument {
  readonly article: Article;
  readonly summary: ArticleSummary;
  /** In the order of the text. */
  readonly facts: readonly Statement[];
  /** All subjects of the graph. */
  readonly nodes: ReadonlyMap<string, Node>;
}

interface Statement extends Span {
  readonly quad: RDF.Quad;
  readonly subject: Span;
  readonly object: Span;
}

/** What names a thing, best first. */
const NAMES = [
  p.PREF_LABEL,
  p.LABEL,
  iri(vocabularyIri("schema:name")),
  iri("http://xmlns.com/foaf/0.1/name"),
  p.ALT_LABEL,
  iri(vocabularyIri("schema:alternateName")),
];

/** Vocabularies that describe terms, passages and provenance, rather than relate things. */
const DESCRIBING = [
  NAMESPACES.rdf,
  NAMESPACES.rdfs,
  NAMESPACES.owl,
  NAMESPACES.skos,
  NAMESPACES.sh,
  NAMESPACES.prov,
  NAMESPACES.oa,
  NAMESPACES.sem,
  NAMESPACES.gaf,
  NAMESPACES.graspf,
];

/** Whether a statement relates two things, or a thing and a value, so that it is shown as a fact. */
function isFact({ subject, predicate, object }: RDF.Quad, relations: ReadonlyMap<string, unknown>): boolean {
  return (
    subject.termType === "NamedNode" &&
    (object.termType === "NamedNode" || object.termType === "Literal") &&
    !DESCRIBING.some((namespace) => predicate.value.startsWith(namespace)) &&
    (!predicate.value.startsWith(NAMESPACES.news) || relations.has(predicate.value)) &&
    !NAMES.some((name) => name.equals(predicate))
  );
}

/** Lines in Turtle with the known prefixes, sorted: the text is made, and always the same for the same graph. */
export function readDocument(
  { name, location, quads }: ImportedGraph,
  graphIri: string,
  ontology: Ontology,
  prefixes: Prefixes,
): ImportedDocument {
  const lines = quads
    .map((quad) => {
      const subject = termToTurtle(quad.subject, prefixes);
      const object = termToTurtle(quad.object, prefixes);
      return {
        quad,
        subject,
        object,
        text: `${subject} ${termToTurtle(quad.predicate, prefixes)} ${object} .`,
      };
    })
    .sort((a, b) => compareCodePoints(a.text, b.text));
  let start = 0;
  const statements = lines.map(({ quad, subject, object, text }): Statement => {
    const end = start + text.length;
    const objectEnd = end - " .".length;
    const statement = {
      quad,
      start,
      end,
      subject: { start, end: start + subject.length },
      object: { start: objectEnd - object.length, end: objectEnd },
    };
    start = end + 1;
    return statement;
  });
  const relations = new Map(ontology.relations.map((relation) => [relation.iri, relation]));
  const facts = statements.filter(({ quad }) => isFact(quad, relations));
  const metadata = { id: importedGraphId(name), title: location, language: "en" };
  return {
    article: { ...metadata, text: lines.map(({ text }) => text).join("\n") },
    summary: { ...metadata, iri: graphIri, location, words: 0, facts: facts.length, imported: true },
    facts,
    nodes: nodesOf(quads),
  };
}

/** What imported graphs say of things: names for those that articles speak of too, and things of their own. */
export function addImportedEntities(
  entities: readonly EntityRecord[],
  documents: readonly ImportedDocument[],
  ontology: Ontology,
): readonly EntityRecord[] {
  const known = new Map(entities.map((entity) => [entity.iri, entity]));
  const classNames = new Map(ontology.classes.map((entry) => [entry.iri, entry.name]));
  for (const { facts, nodes } of documents) {
    const related = facts.flatMap(({ quad }) =>
      quad.object.termType === "NamedNode" ? [quad.subject.value, quad.object.value] : [quad.subject.value],
    );
    const named = [...nodes]
      .filter(([, node]) => NAMES.some((name) => node.has(name)))
      .map(([thing]) => thing);
    for (const thing of new Set([...related, ...named])) {
      if (thing.startsWith("_:") || !/^[a-z][a-z0-9+.-]*:/i.test(thing)) continue;
      const node = nodes.get(thing);
      const names = NAMES.flatMap((name) => node?.values(name) ?? []);
      const held = known.get(thing);
      const type = (node?.values(p.TYPE) ?? []).flatMap((iri) => classNames.get(iri) ?? [])[0];
      const [label = wordsOf(thing), ...others] = held === undefined ? names : [held.label, ...names];
      const aliases = [...new Set([...(held?.aliases ?? []), ...others])].filter((alias) => alias !== label);
      const wikidata = thing.startsWith(NAMESPACES.wd) ? thing.slice(NAMESPACES.wd.length) : null;
      known.set(thing, {
        ...(held ?? { iri: thing, kind: "named", wikidata, label, type: "Thing" }),
        ...(type === undefined || (held !== undefined && held.type !== "Thing") ? {} : { type }),
        aliases,
      });
    }
  }
  return [...known.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1));
}

/** The last part of an IRI, where nothing names the thing. */
function wordsOf(iri: string): string {
  const last = iri.split(/[/#:]/).findLast((part) => part !== "") ?? iri;
  try {
    return decodeURIComponent(last).replaceAll("_", " ");
  } catch {
    return last;
  }
}

/** Statements of imported graphs as facts: certain, as whoever brought them says, and with their line as evidence. */
export function readImportedFacts(
  { article, facts, nodes }: ImportedDocument,
  entities: ReadonlyMap<string, EntityRecord>,
  ontology: Ontology,
  prefixes: Prefixes,
): readonly GraphFact[] {
  const relations = new Map(ontology.relations.map((relation) => [relation.iri, relation]));
  return facts.map(({ quad, start, end, subject, object }) => {
    const relation = relations.get(quad.predicate.value);
    const quote = article.text.slice(start, end);
    const isNode = quad.object.termType === "NamedNode";
    const label = (iri: string) => entities.get(iri)?.label ?? wordsOf(iri);
    const words = (span: Span) => article.text.slice(span.start, span.end);
    return {
      id: `fact:${hashParts("imported", article.id, quote)}`,
      subject: label(quad.subject.value),
      relation: relation?.name ?? shorten(quad.predicate.value, prefixes),
      object: isNode ? label(quad.object.value) : quad.object.value,
      subjectId: quad.subject.value,
      objectId: isNode ? quad.object.value : null,
      speaker: null,
      speakerChain: [],
      factuality: "certain",
      temporality: "non-future",
      date: null,
      statementDate: null,
      quantity: null,
      confidence: 1,
      reasons: [`stated in ${article.title}`],
      plover: relation?.plover ?? null,
      asserted: true,
      evidence: { start, end, quote },
      spans: { subject, object },
      surface: {
        subject: words(subject),
        relation: nodes.get(quad.predicate.value)?.value(p.LABEL) ?? shorten(quad.predicate.value, prefixes),
        object: words(object),
        more: [],
      },
      article: { id: article.id, title: article.title, url: null, outlet: null, published: null },
      subjectNode: quad.subject.value,
      objectNode: isNode ? quad.object.value : null,
      speakerNodes: [],
      relationIri: quad.predicate.value,
    };
  });
}
