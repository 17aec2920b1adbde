import type * as RDF from "@rdfjs/types";
import type { Factuality } from "../model/fact.ts";
import type { FactRecord, SpeakerRecord } from "../model/fact-record.ts";
import type { Quantity } from "../model/layers.ts";
import { type CodePointOffsets, codePointOffsets, type Span } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { NAMESPACES } from "../ontology/vocabulary.ts";
import { FACTUALITY_TERMS } from "../rdf/fact-to-quads.ts";
import type { Iris } from "../rdf/iris.ts";
import { type Node, nodesOf } from "../rdf/nodes.ts";
import { readPassage, readPosition } from "../rdf/passages.ts";
import * as p from "../rdf/properties.ts";
import type { StoredArticle } from "../store/article-files.ts";
import type { ArticleSummary, EntityRecord, GraphFact } from "./graph.ts";

/** Names of what the dataset holds, by IRI. */
export interface Vocabulary {
  readonly ontology: Ontology;
  readonly iris: Iris;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  /** Relation IRI → name. */
  readonly relationNames: ReadonlyMap<string, string>;
}

const FACTUALITY_NAMES = new Map(
  Object.entries(FACTUALITY_TERMS).map(([name, term]) => [p.newsTerm(term).value, name as Factuality]),
);

/** Entities of the default graph, sorted by IRI. */
export function readEntities(defaultGraph: Iterable<RDF.Quad>, ontology: Ontology): readonly EntityRecord[] {
  const classNames = new Map(ontology.classes.map(({ iri, name }) => [iri, name]));
  const records: EntityRecord[] = [];
  for (const [iri, node] of nodesOf(defaultGraph)) {
    const kind = node.value(p.ENTITY_KIND);
    if (kind === undefined) continue;
    const sameAs = node.value(p.SAME_AS);
    records.push({
      iri,
      label: node.value(p.PREF_LABEL) ?? iri,
      aliases: node.values(p.ALT_LABEL),
      type: classNames.get(node.value(p.TYPE) ?? "") ?? "Thing",
      kind: kind as EntityRecord["kind"],
      wikidata: sameAs?.startsWith(NAMESPACES.wd) ? sameAs.slice(NAMESPACES.wd.length) : null,
    });
  }
  return records.sort((a, b) => (a.iri < b.iri ? -1 : 1));
}

export function summarize({ article, location, words, facts }: StoredArticle, iris: Iris): ArticleSummary {
  const { text: _, ...metadata } = article;
  return { ...metadata, iri: iris.article(article.id), location, words, facts };
}

/** Facts of one article's graph, in order of position. Offsets become code units of its text. */
export function readFacts(
  stored: StoredArticle,
  graph: Iterable<RDF.Quad>,
  vocabulary: Vocabulary,
): readonly GraphFact[] {
  const reader = new FactReader(stored, nodesOf(graph), vocabulary);
  return reader.facts().sort((a, b) => {
    const order = a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end;
    return order !== 0 ? order : a.id < b.id ? -1 : 1;
  });
}

class FactReader {
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #vocabulary: Vocabulary;
  readonly #offsets: CodePointOffsets;
  readonly #article: FactRecord["article"];

  constructor({ article }: StoredArticle, nodes: ReadonlyMap<string, Node>, vocabulary: Vocabulary) {
    this.#nodes = nodes;
    this.#vocabulary = vocabulary;
    this.#offsets = codePointOffsets(article.text);
    this.#article = {
      id: article.id,
      title: article.title,
      url: article.url ?? null,
      outlet: article.outlet ?? null,
      published: article.published ?? null,
    };
  }

  facts(): GraphFact[] {
    const found: GraphFact[] = [];
    for (const [iri, node] of this.#nodes) {
      const id = this.#vocabulary.iris.factId(iri);
      if (id === undefined || !node.has(p.FACTUALITY)) continue;
      const sources = this.#inOrder(node, p.ATTRIBUTION);
      found.push(this.#fact(id, node, sources));
    }
    return found;
  }

  #fact(id: string, node: Node, sources: readonly Node[]): GraphFact {
    const subjectNode = node.value(p.SUBJECT) ?? "";
    const object = node.object(p.OBJECT);
    const relationIri = node.value(p.PREDICATE) ?? "";
    const relation = this.#vocabulary.relationNames.get(relationIri) ?? relationIri;
    const speakerChain = sources.map((source) => this.#speaker(source));
    return {
      id,
      subject: this.#label(subjectNode),
      relation,
      object: object?.termType === "Literal" ? object.value : this.#label(object?.value ?? ""),
      subjectId: this.#thing(subjectNode),
      objectId: object?.termType === "NamedNode" ? this.#thing(object.value) : null,
      speaker: speakerChain[0]?.speaker ?? null,
      speakerChain,
      factuality: FACTUALITY_NAMES.get(node.value(p.FACTUALITY) ?? "") ?? "unknown",
      temporality: node.value(p.TEMPORALITY) === p.FUTURE.value ? "future" : "non-future",
      date: readDate(node),
      statementDate: node.value(p.STATED_ON) ?? null,
      quantity: this.#quantity(node),
      confidence: Number(node.value(p.CONFIDENCE) ?? 0),
      reasons: lines(node.value(p.REASONS)),
      plover: this.#vocabulary.ontology.findRelation(relation)?.plover ?? null,
      asserted: node.value(p.ASSERTED) === "true",
      evidence: this.#evidence(node),
      spans: {
        subject: this.#span(node.value(p.SUBJECT_MENTION)),
        object: this.#span(node.value(p.OBJECT_MENTION), node.value(p.OBJECT_POSITION)),
      },
      surface: {
        subject: node.value(p.SURFACE_SUBJECT) ?? "",
        relation: node.value(p.SURFACE_RELATION) ?? "",
        object: node.value(p.SURFACE_OBJECT) ?? "",
        more: lines(node.value(p.SURFACE_MORE)),
      },
      article: this.#article,
      subjectNode,
      objectNode: object?.termType === "NamedNode" ? object.value : null,
      speakerNodes: sources.map((source) => source.value(p.AGENT) ?? ""),
      relationIri,
    };
  }

  #label(iri: string): string {
    return this.#vocabulary.entities.get(iri)?.label ?? iri;
  }

  /** The IRI where it is a thing; a phrase has no identity that anyone could look up. */
  #thing(iri: string): string | null {
    return this.#vocabulary.entities.get(iri)?.kind === "phrase" ? null : iri;
  }

  /** The nodes that a property leads to, by their `news:order`. */
  #inOrder(node: Node, property: RDF.NamedNode): readonly Node[] {
    return node
      .values(property)
      .flatMap((iri) => this.#nodes.get(iri) ?? [])
      .sort((a, b) => Number(a.value(p.ORDER)) - Number(b.value(p.ORDER)));
  }

  #speaker(source: Node): SpeakerRecord {
    const addressee = source.value(p.ADDRESSEE);
    return {
      speaker: this.#label(source.value(p.AGENT) ?? ""),
      verb: source.value(p.REPORTING_VERB) ?? "",
      addressee: addressee === undefined ? null : this.#label(addressee),
      setting: source.value(p.SETTING) ?? null,
      date: source.value(p.STATED_ON) ?? null,
    };
  }

  #evidence(node: Node): FactRecord["evidence"] {
    const [passage] = node
      .values(p.EVIDENCE)
      .toSorted(
        (a, b) => Number(this.#nodes.get(a)?.value(p.ORDER)) - Number(this.#nodes.get(b)?.value(p.ORDER)),
      );
    return readPassage(passage, this.#nodes, this.#offsets);
  }

  /** Where an argument stands: a mention, or the bare position of a literal. */
  #span(mention: string | undefined, position?: string): Span | null {
    if (mention !== undefined) {
      const { start, end } = readPassage(mention, this.#nodes, this.#offsets);
      return { start, end };
    }
    return readPosition(position, this.#nodes, this.#offsets) ?? null;
  }

  #quantity(fact: Node): Quantity | null {
    const node = this.#nodes.get(fact.value(p.QUANTITY) ?? "");
    if (node === undefined) return null;
    const quantifiers = new Set(node.values(p.QUANTIFIER).map((iri) => iri.slice(NAMESPACES.news.length)));
    const [value, min, max] = [p.VALUE, p.MIN_VALUE, p.MAX_VALUE].map((property) => node.value(property));
    const unit = node.value(p.UNIT_TEXT);
    const currency = node.value(p.CURRENCY);
    return {
      ...(value === undefined ? {} : { value: Number(value) }),
      ...(min === undefined ? {} : { min: Number(min) }),
      ...(max === undefined ? {} : { max: Number(max) }),
      ...(quantifiers.has("MoreThan") || quantifiers.has("LessThan") ? { exclusive: true } : {}),
      ...(quantifiers.has("Approximate") ? { approximate: true } : {}),
      ...(unit === undefined ? {} : { unit }),
      ...(currency === undefined ? {} : { currency }),
      text: node.value(p.QUANTITY_TEXT) ?? "",
    };
  }
}

function readDate(node: Node): string | null {
  const at = node.value(p.TIME_STAMP);
  if (at !== undefined) return at;
  const from = node.value(p.EARLIEST_BEGIN);
  const to = node.value(p.LATEST_END);
  return from === undefined && to === undefined ? null : `${from ?? ".."}/${to ?? ".."}`;
}

const lines = (text: string | undefined): readonly string[] => text?.split("\n") ?? [];
