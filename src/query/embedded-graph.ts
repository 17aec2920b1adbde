import type * as RDF from "@rdfjs/types";
import type { Article } from "../model/article.ts";
import { StoreError, UsageError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import { makeArticle } from "../model/ids.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { extractionToQuads } from "../rdf/extraction-to-quads.ts";
import type { Iris } from "../rdf/iris.ts";
import { termToNT } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { parseQuads } from "../rdf/parse.ts";
import * as p from "../rdf/properties.ts";
import { iri } from "../rdf/terms.ts";
import { prefixedName } from "../rdf/turtle-terms.ts";
import { type StoredArticle, serializeArticle } from "../store/article-files.ts";
import type { GraphFolder } from "../store/graph-folder.ts";
import type { KnowledgeStore } from "../store/knowledge-store.ts";
import type { Dataset, DatasetView } from "./dataset-view.ts";
import { explainFilter } from "./explain.ts";
import { checkFilter } from "./fact-index.ts";
import { foldText } from "./fold.ts";
import type {
  AddOutcome,
  ArticleSummary,
  EntityRecord,
  FactFilter,
  Graph,
  GraphFact,
  GraphStats,
  QueryResult,
  ValidationIssue,
} from "./graph.ts";
import { computeStats } from "./stats.ts";
import { checkQuotes, validateShapes } from "./validate.ts";

export interface EmbeddedGraphParts {
  readonly dataset: Dataset;
  readonly store: KnowledgeStore;
  readonly iris: Iris;
  readonly ontology: Ontology;
  readonly ontologyQuads: () => readonly RDF.Quad[];
  /** Turtle. */
  readonly shapes: string;
  readonly prefixes: Prefixes;
  /** Where it is kept; undefined for a graph in memory. */
  readonly disk: GraphFolder | undefined;
}

/** A {@link Graph} whose dataset is in memory; `openGraph` and `createMemoryGraph` make it. */
export class EmbeddedGraph implements Graph {
  readonly #parts: EmbeddedGraphParts;
  #closed = false;
  /** Writes follow one another: two at a time could tear each other's files. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(parts: EmbeddedGraphParts) {
    this.#parts = parts;
  }

  get folder(): string | null {
    return this.#parts.disk?.path ?? null;
  }

  get base(): string {
    return this.#parts.iris.base;
  }

  find(filter: FactFilter = {}): readonly GraphFact[] {
    return this.#view().index.find(filter);
  }

  explain(filter: FactFilter): string {
    checkFilter(filter);
    const { prefixes, iris } = this.#parts;
    const { subject, object, speaker, outlet, relation, article } = filter;
    const write = (term: RDF.Term) =>
      term.termType === "NamedNode" ? prefixedName(term.value, prefixes) : termToNT(term);
    return explainFilter(
      {
        filter,
        ...(subject === undefined ? {} : { subjects: this.#nodes(subject) }),
        ...(object === undefined ? {} : { objects: [...this.#nodes(object), ...this.#literals(object)] }),
        ...(speaker === undefined ? {} : { speakers: this.#nodes(speaker) }),
        ...(outlet === undefined ? {} : { outlets: this.#outlets(outlet) }),
        ...(relation === undefined ? {} : { relations: this.#relations(relation) }),
        ...(article === undefined ? {} : { article: iri(iris.article(encodeURIComponent(article))) }),
      },
      write,
    );
  }

  match(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): Iterable<RDF.Quad> {
    this.#view();
    return this.#parts.store.match(subject, predicate, object, graph);
  }

  async query(sparql: string): Promise<QueryResult> {
    this.#view();
    return this.#parts.store.query(sparql);
  }

  async queryText(sparql: string, mediaType: string): Promise<string> {
    this.#view();
    return this.#parts.store.queryText(sparql, mediaType);
  }

  entities(): readonly EntityRecord[] {
    return this.#view().entities;
  }

  articles(): readonly ArticleSummary[] {
    return this.#view().articles;
  }

  article(id: string): Article | undefined {
    return this.#parts.dataset.get(id)?.article;
  }

  stats(): GraphStats {
    const { index, entities, articles } = this.#view();
    return computeStats(index.facts, entities, articles, this.#parts.store.size);
  }

  async validate(): Promise<readonly ValidationIssue[]> {
    const { dataset, iris, ontologyQuads, shapes, prefixes, store } = this.#parts;
    const { index } = this.#view();
    const data = [...ontologyQuads(), ...store.match()];
    const byShape = await validateShapes(data, parseQuads(shapes, "turtle", "shapes"), prefixes);
    const texts = new Map([...dataset.stored()].map(({ article }) => [article.id, article]));
    return [...byShape, ...checkQuotes(index.facts, texts, (id) => iris.fact(id))];
  }

  add(extraction: Extraction, source: { readonly location: string }): Promise<AddOutcome> {
    return this.#write(async () => {
      const stored = this.#toStored(extraction, source.location);
      const { dataset } = this.#parts;
      const { id } = stored.article;
      const held = dataset.get(id);
      const unchanged = held !== undefined && serializeArticle(held).graph === serializeArticle(stored).graph;
      if (!unchanged) {
        await this.#parts.disk?.write(stored, this.#parts.ontology.version);
        dataset.put(stored);
      }
      const earlier = [...dataset.stored()].filter(
        ({ article, location }) => location === source.location && article.id !== id,
      );
      for (const { article } of earlier) await this.#delete(article.id);
      if (unchanged) return "unchanged";
      return held !== undefined || earlier.length > 0 ? "replaced" : "added";
    });
  }

  remove(article: string): Promise<string | undefined> {
    return this.#write(async () => {
      const id = this.#findArticle(article);
      if (id !== undefined) await this.#delete(id);
      return id;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#lastWrite;
    this.#closed = true;
    await this.#parts.disk?.close();
  }

  #view(): DatasetView {
    return this.#parts.dataset.view();
  }

  #write<T>(action: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreError("the graph is closed"));
    const result = this.#lastWrite.then(action);
    this.#lastWrite = result.catch(() => undefined);
    return result;
  }

  async #delete(articleId: string): Promise<void> {
    await this.#parts.disk?.remove(articleId);
    this.#parts.dataset.delete(articleId);
  }

  #toStored(extraction: Extraction, location: string): StoredArticle {
    const { iris, ontology } = this.#parts;
    const { article, counts, facts } = extraction;
    const { id, ...draft } = article;
    if (makeArticle(draft).id !== id) {
      throw new StoreError(
        `article ${id}: the id does not fit text and metadata; make articles with makeArticle`,
      );
    }
    const quads = extractionToQuads(extraction, iris, ontology);
    return {
      article,
      location,
      sentences: counts.sentences,
      words: counts.words,
      facts: facts.length,
      quads,
    };
  }

  #findArticle(name: string): string | undefined {
    const { dataset } = this.#parts;
    if (dataset.get(name) !== undefined) return name;
    const found = [...dataset.stored()].filter(
      ({ article, location }) => article.url === name || location === name || article.title === name,
    );
    if (found.length > 1) {
      const ids = found.map(({ article }) => article.id).sort();
      throw new UsageError(`"${name}" names ${found.length} articles; give the id of one: ${ids.join(", ")}`);
    }
    return found[0]?.article.id;
  }

  #nodes(name: string): readonly RDF.Term[] {
    return [...this.#view().index.targets(name).nodes].sort().map((node) => iri(node));
  }

  /** The literals of that value as they stand in the dataset, with their datatype. */
  #literals(name: string): readonly RDF.Term[] {
    const { literals } = this.#view().index.targets(name);
    if (literals.size === 0) return [];
    const terms = new Map<string, RDF.Term>();
    for (const { object } of this.#parts.store.match(null, p.OBJECT)) {
      if (object.termType === "Literal" && literals.has(object.value)) terms.set(termToNT(object), object);
    }
    return [...terms.values()];
  }

  #outlets(name: string): readonly RDF.Term[] {
    const terms = new Map<string, RDF.Term>();
    for (const { object } of this.#parts.store.match(null, p.PUBLISHER)) {
      if (foldText(object.value) === foldText(name)) terms.set(object.value, object);
    }
    return [...terms.values()];
  }

  #relations(name: string): readonly RDF.Term[] {
    const { iris, ontology } = this.#parts;
    return this.#view()
      .index.namedRelations(name)
      .map((relation) => iri(iris.relation(relation, ontology)));
  }
}
