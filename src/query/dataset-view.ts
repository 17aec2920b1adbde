import type * as RDF from "@rdfjs/types";
import { type CopyPair, findCopies, type Shingles, shinglesOf } from "../corroborate/copies.ts";
import { type Corroboration, corroborate } from "../corroborate/corroborate.ts";
import type { Company } from "../corroborate/described-things.ts";
import type { Article } from "../model/article.ts";
import { codePointOffsets } from "../model/span.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { defaultGraphQuads, type PublishedArticle, publishArticle } from "../rdf/dataset.ts";
import type { Iris } from "../rdf/iris.ts";
import { readLocalEntities } from "../rdf/local-entities.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { nodesOf } from "../rdf/nodes.ts";
import * as p from "../rdf/properties.ts";
import { defaultGraph, iri } from "../rdf/terms.ts";
import type { Decision } from "../resolve/decisions.ts";
import type { IdentityLexicon } from "../resolve/identity-lexicon.ts";
import type { KnownEntities } from "../resolve/known-entities.ts";
import { PLACE_TYPES } from "../resolve/place-types.ts";
import type { ArticleEntities, CanonicalEntity, Resolution } from "../resolve/resolution.ts";
import { EntityResolver } from "../resolve/resolve-entities.ts";
import type { StoredArticle } from "../store/article-files.ts";
import { type ImportedGraph, importedGraphId } from "../store/imported-graphs.ts";
import type { KnowledgeStore } from "../store/knowledge-store.ts";
import { FactIndex } from "./fact-index.ts";
import type { ArticleSummary, EntityRecord, GraphFact } from "./graph.ts";
import {
  addImportedEntities,
  type ImportedDocument,
  readDocument,
  readImportedFacts,
} from "./imported-records.ts";
import { readEntities, readFacts, summarize } from "./read-records.ts";

/** What the look-ups read: made of the articles held, and made anew after one came or went. */
export interface DatasetView {
  readonly index: FactIndex;
  /** Sorted by IRI. */
  readonly entities: readonly EntityRecord[];
  /** By date, then id; undated ones first; then imported graphs by name. */
  readonly articles: readonly ArticleSummary[];
  readonly resolution: Resolution;
  /** Computed when first asked for: most look-ups need none of it. */
  corroboration(): Corroboration;
}

export interface DatasetOptions {
  readonly store: KnowledgeStore;
  readonly iris: Iris;
  readonly ontology: Ontology;
  readonly known: KnownEntities;
  readonly identityLexicon?: IdentityLexicon;
  readonly prefixes: Prefixes;
}

/** An article with what was computed of it. */
interface Entry {
  readonly stored: StoredArticle;
  readonly local: ArticleEntities;
  /** The IRIs of its entities when it was last published: only where one changed is it published again. */
  identities?: string;
  /** Made when copies are first looked for. */
  shingles?: Shingles;
  published?: PublishedArticle;
}

/** What look-ups read, as it can be kept beside the files that it follows from. */
export interface LookupRecords {
  readonly facts: readonly GraphFact[];
  readonly entities: readonly EntityRecord[];
  readonly articles: readonly ArticleSummary[];
  /** Label by name, of the relations in use. */
  readonly relationLabels: readonly (readonly [name: string, label: string])[];
}

/** The articles of a graph, and the dataset that they amount to, kept in a store. */
export class Dataset {
  readonly #options: DatasetOptions;
  readonly #entries = new Map<string, Entry>();
  /** By id. */
  readonly #imports = new Map<
    string,
    { readonly graph: ImportedGraph; readonly document: ImportedDocument }
  >();
  #view: DatasetView | undefined;
  #decisions: readonly Decision[] = [];
  #copies: readonly CopyPair[] | undefined;
  /** Puts in what the files hold; waits while look-ups are answered from kept records. */
  #pending: (() => void) | undefined;
  #records: LookupRecords | undefined;
  readonly #resolver: EntityResolver;

  constructor(options: DatasetOptions) {
    const { iris, known, ontology, identityLexicon: lexicon } = options;
    this.#options = options;
    this.#resolver = new EntityResolver({ base: iris.base, known, ontology, ...(lexicon && { lexicon }) });
  }

  /** Answers look-ups from records until anything else is asked for: then `load` puts in the whole. */
  begin(records: LookupRecords, load: () => void): void {
    this.#view = this.#viewOf(records);
    this.#pending = load;
  }

  /** What look-ups read, once it was computed. */
  get records(): LookupRecords | undefined {
    return this.#records;
  }

  #loadAll(): void {
    const load = this.#pending;
    if (load === undefined) return;
    this.#pending = undefined;
    try {
      load();
    } catch (error) {
      // Half of it would pass for the whole.
      this.#pending = load;
      throw error;
    }
  }

  #viewOf({ facts, entities, articles, relationLabels }: LookupRecords): DatasetView {
    const { ontology, prefixes } = this.#options;
    const full = (): DatasetView => {
      this.#loadAll();
      return this.view();
    };
    return {
      index: new FactIndex(facts, entities, new Map(relationLabels), ontology, prefixes),
      entities,
      articles,
      get resolution() {
        return full().resolution;
      },
      corroboration: () => full().corroboration(),
    };
  }

  get decisions(): readonly Decision[] {
    this.#loadAll();
    return this.#decisions;
  }

  set decisions(decisions: readonly Decision[]) {
    this.#loadAll();
    this.#decisions = decisions;
    this.#view = undefined;
  }

  /** Who would be who after other decisions; changes nothing. */
  resolveWith(decisions: readonly Decision[]): Resolution {
    this.#loadAll();
    return this.#resolver.resolve(decisions);
  }

  get(articleId: string): StoredArticle | undefined {
    this.#loadAll();
    return this.#entries.get(articleId)?.stored;
  }

  *stored(): Iterable<StoredArticle> {
    this.#loadAll();
    for (const { stored } of this.#entries.values()) yield stored;
  }

  put(stored: StoredArticle): void {
    this.#loadAll();
    const { iris, ontology } = this.#options;
    const { article, quads } = stored;
    const local = readLocalEntities(quads, article.id, iris, ontology, codePointOffsets(article.text));
    this.#entries.set(article.id, { stored, local });
    this.#resolver.put(local);
    this.#view = undefined;
    this.#copies = undefined;
  }

  delete(articleId: string): void {
    this.#loadAll();
    const { store, iris } = this.#options;
    if (!this.#entries.delete(articleId)) return;
    this.#resolver.delete(articleId);
    store.deleteGraph(iri(iris.article(articleId)));
    this.#view = undefined;
    this.#copies = undefined;
  }

  imports(): readonly ImportedGraph[] {
    this.#loadAll();
    return [...this.#imports.values()].map(({ graph }) => graph);
  }

  /** The text of an imported graph, by its id. */
  document(id: string): Article | undefined {
    this.#loadAll();
    return this.#imports.get(id)?.document.article;
  }

  putImport(imported: ImportedGraph): void {
    this.#loadAll();
    const { store, ontology, prefixes, iris } = this.#options;
    const id = importedGraphId(imported.name);
    const document = readDocument(imported, imported.name ?? iris.article(id), ontology, prefixes);
    this.#imports.set(id, { graph: imported, document });
    if (imported.name !== null) store.replaceGraph(iri(imported.name), imported.quads);
    this.#view = undefined;
  }

  deleteImport(name: string | null): void {
    this.#loadAll();
    this.#imports.delete(importedGraphId(name));
    if (name !== null) this.#options.store.deleteGraph(iri(name));
    this.#view = undefined;
  }

  copies(): readonly CopyPair[] {
    this.#loadAll();
    this.#copies ??= findCopies([...this.#entries.values()].sort(byDate).map(toCandidate));
    return this.#copies;
  }

  /** Brings the store up to date, and has it hold all quads. */
  fullView(): DatasetView {
    this.#loadAll();
    return this.view();
  }

  /** What look-ups read. Cheap where nothing changed. */
  view(): DatasetView {
    this.#view ??= this.#compute();
    return this.#view;
  }

  #compute(): DatasetView {
    const { store, iris, ontology, prefixes } = this.#options;
    const entries = [...this.#entries.values()].sort(byDate);
    const resolution = this.#resolver.resolve(this.#decisions);
    const published = entries.map((entry) => this.#publish(entry, resolution));
    const plain = defaultGraphQuads(published, resolution, ontology, iris);
    const imports = [...this.#imports.values()].sort(byName);
    const imported = imports.flatMap(({ graph }) => (graph.name === null ? graph.quads : []));
    store.replaceGraph(defaultGraph(), [...plain, ...imported]);
    const documents = imports.map(({ document }) => document);
    const entities = addImportedEntities(readEntities(plain, ontology), documents, ontology);
    const relations = relationLabels(plain, ontology, iris);
    const vocabulary = {
      ontology,
      iris,
      entities: new Map(entities.map((entity) => [entity.iri, entity])),
      relationNames: new Map([...relations].map(([relation, { name }]) => [relation, name])),
    };
    const facts = entries.flatMap(({ stored }, index) =>
      readFacts(stored, published[index]?.graph ?? [], vocabulary),
    );
    for (const document of documents) {
      facts.push(...readImportedFacts(document, vocabulary.entities, ontology, prefixes));
    }
    const labelOf = new Map([...relations.values()].map(({ name, label }) => [name, label]));
    const labels = new Map(
      facts.map((fact) => [fact.relation, labelOf.get(fact.relation) ?? fact.surface.relation]),
    );
    const corroborateAll = (): Corroboration => {
      const described = resolution.entities.filter(({ kind }) => kind !== "named");
      const nodes = new Set(described.map((entity) => entity.iri));
      const local = new Set(described.filter(isLocal).map((entity) => entity.iri));
      const places = new Set(
        resolution.entities.filter(({ type }) => PLACE_TYPES.has(type)).map((entity) => entity.iri),
      );
      const companies = readCompanies(resolution.entities);
      return corroborate(
        facts,
        entries.flatMap(({ stored }) => stored.article.outlet ?? []),
        this.copies(),
        {
          ontology,
          isLocal: (node) => local.has(node),
          isDescribed: (node) => nodes.has(node),
          isPlace: (node) => places.has(node),
          companyOf: (articleId) => companies.get(articleId) ?? NOBODY,
        },
      );
    };
    let corroboration: Corroboration | undefined;
    const articles = [
      ...entries.map(({ stored }) => summarize(stored, iris)),
      ...documents.map(({ summary }) => summary),
    ];
    this.#records = { facts, entities, articles, relationLabels: [...labels] };
    return {
      resolution,
      corroboration: () => {
        corroboration ??= corroborateAll();
        return corroboration;
      },
      index: new FactIndex(facts, entities, labels, ontology, prefixes),
      entities,
      articles,
    };
  }

  #publish(entry: Entry, resolution: Resolution): PublishedArticle {
    const { store, iris } = this.#options;
    const { stored, local } = entry;
    const id = stored.article.id;
    const identities = local.entities.map((entity) => resolution.find(id, entity.id)?.iri).join(" ");
    if (entry.published === undefined || entry.identities !== identities) {
      entry.published = publishArticle(stored.quads, id, iris, resolution);
      entry.identities = identities;
      store.replaceGraph(iri(iris.article(id)), entry.published.graph);
    }
    return entry.published;
  }
}

/** In one article only. */
function isLocal({ sightings }: CanonicalEntity): boolean {
  return new Set(sightings.map(articleOf)).size === 1;
}

function articleOf(sighting: string): string {
  return sighting.slice(0, sighting.indexOf("#"));
}

const NOBODY: Company = new Map();
/** Stories without anything else in common name the same well-known places. */
const PLACE_WEIGHT = 0.5;
/** From so many articles on, each doubling makes a name say less of which story they tell. */
const SAYS_MUCH = 8;

/** What each article names, by its id; the more articles name a thing, the less it says. */
function readCompanies(entities: readonly CanonicalEntity[]): ReadonlyMap<string, Company> {
  const companies = new Map<string, Map<string, number>>();
  for (const { iri, kind, type, known, sightings } of entities) {
    if (kind !== "named" || type === "Position") continue;
    const articles = new Set(sightings.map(articleOf));
    const commonness = 1 + Math.log2(Math.max(1, articles.size / SAYS_MUCH));
    const weight = (known !== undefined && PLACE_TYPES.has(type) ? PLACE_WEIGHT : 1) / commonness;
    for (const article of articles) {
      const company = companies.get(article) ?? new Map<string, number>();
      company.set(iri, weight);
      companies.set(article, company);
    }
  }
  return companies;
}

function toCandidate(entry: Entry) {
  const { id, text, published } = entry.stored.article;
  entry.shingles ??= shinglesOf(text);
  return { id, shingles: entry.shingles, ...(published === undefined ? {} : { published }) };
}

function byName(
  { graph: { name: a } }: { readonly graph: ImportedGraph },
  { graph: { name: b } }: { readonly graph: ImportedGraph },
): number {
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

function byDate({ stored: { article: a } }: Entry, { stored: { article: b } }: Entry): number {
  const dateA = a.published ?? "";
  const dateB = b.published ?? "";
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Name and label of every relation, declared or minted, by IRI. */
function relationLabels(
  plain: Iterable<RDF.Quad>,
  ontology: Ontology,
  iris: Iris,
): ReadonlyMap<string, { readonly name: string; readonly label: string }> {
  const labels = new Map(ontology.relations.map(({ iri, name, label }) => [iri, { name, label }]));
  for (const [subject, node] of nodesOf(plain)) {
    const name = iris.mintedRelation(subject);
    if (name !== undefined) labels.set(subject, { name, label: node.value(p.LABEL) ?? name });
  }
  return labels;
}
