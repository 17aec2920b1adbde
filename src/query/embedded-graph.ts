import type * as RDF from "@rdfjs/types";
import type { CopyPair } from "../corroborate/copies.ts";
import type { Corroboration } from "../corroborate/corroborate.ts";
import type { Article } from "../model/article.ts";
import { StoreError, UsageError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import { makeArticle } from "../model/ids.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { extractionToQuads } from "../rdf/extraction-to-quads.ts";
import { moveToGraph } from "../rdf/imported-quads.ts";
import type { Iris } from "../rdf/iris.ts";
import { termToNT } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { parseQuads } from "../rdf/parse.ts";
import * as p from "../rdf/properties.ts";
import { defaultGraph, iri } from "../rdf/terms.ts";
import { prefixedName } from "../rdf/turtle-terms.ts";
import { type StoredArticle, serializeArticle } from "../store/article-files.ts";
import type { GraphFolder } from "../store/graph-folder.ts";
import { type ImportedGraph, importedGraphId } from "../store/imported-graphs.ts";
import type { KnowledgeStore } from "../store/knowledge-store.ts";
import type { Dataset, DatasetView } from "./dataset-view.ts";
import { explainFilter } from "./explain.ts";
import { checkFilter, type FactRole } from "./fact-index.ts";
import { foldText } from "./fold.ts";
import type {
  AddOutcome,
  ArticleSummary,
  EntityRecord,
  FactFilter,
  Graph,
  GraphFact,
  GraphStats,
  QueryOptions,
  QueryResult,
  ValidationIssue,
} from "./graph.ts";
import { type Identity, makeIdentity } from "./identity.ts";
import { computeStats } from "./stats.ts";
import { updateImports } from "./update-imports.ts";
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
  /** Called once, when the graph is closed. */
  readonly keep?: () => Promise<void>;
}

/** A {@link Graph} whose dataset is in memory; `openGraph` and `createMemoryGraph` make it. */
export class EmbeddedGraph implements Graph {
  readonly #parts: EmbeddedGraphParts;
  #closed = false;
  /** Writes follow one another: two at a time could tear each other's files. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  readonly identity: Identity;

  constructor(parts: EmbeddedGraphParts) {
    this.#parts = parts;
    const { dataset, disk } = parts;
    this.identity = makeIdentity({
      dataset,
      write: (action) => this.#write(action),
      save: async (log) => disk?.writeDecisions(log),
    });
  }

  get folder(): string | null {
    return this.#parts.disk?.path ?? null;
  }

  get base(): string {
    return this.#parts.iris.base;
  }

  find(filter: FactFilter = {}): readonly GraphFact[] {
    return this.#view().index.find(this.#withArticleId(filter));
  }

  explain(filter: FactFilter): string {
    checkFilter(filter);
    this.#fullView();
    const { prefixes, iris } = this.#parts;
    const { subject, object, speaker, outlet, relation, article } = this.#withArticleId(filter);
    const write = (term: RDF.Term) =>
      term.termType === "NamedNode" ? prefixedName(term.value, prefixes) : termToNT(term);
    return explainFilter(
      {
        filter,
        ...(subject === undefined ? {} : { subjects: this.#nodes(subject, "subject") }),
        ...(object === undefined
          ? {}
          : { objects: [...this.#nodes(object, "object"), ...this.#literals(object)] }),
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
    this.#fullView();
    return this.#parts.store.match(subject, predicate, object, graph);
  }

  async query(sparql: string, options?: QueryOptions): Promise<QueryResult> {
    this.#fullView();
    return this.#parts.store.query(sparql, options);
  }

  async queryText(sparql: string, mediaType: string, options?: QueryOptions): Promise<string> {
    this.#fullView();
    return this.#parts.store.queryText(sparql, mediaType, options);
  }

  update(sparql: string, base?: string): Promise<void> {
    return this.#write(async () => {
      this.#fullView();
      const { store, dataset, ontology, disk } = this.#parts;
      const effect = await store.planUpdate(sparql, base);
      const changed = updateImports(effect, dataset.imports(), {
        isArticleGraph: (name) => this.#isArticleGraph(name),
        inDefaultGraph: (triple) =>
          store.match(triple.subject, triple.predicate, triple.object, defaultGraph()),
      });
      for (const graph of changed) {
        if (graph.quads.length === 0) await this.#deleteImport(graph.name);
        else {
          await disk?.writeImport(graph, ontology.version);
          dataset.putImport(graph);
        }
      }
    });
  }

  importGraph(
    name: string | null,
    quads: Iterable<RDF.Quad>,
    source: { readonly location: string; readonly add?: boolean },
  ): Promise<void> {
    return this.#write(async () => {
      if (name !== null && this.#isArticleGraph(name)) {
        throw new UsageError(`<${name}> is the graph of an article; import into another graph`);
      }
      const { dataset, disk, ontology } = this.#parts;
      const graph = name === null ? defaultGraph() : iri(name);
      const id = importedGraphId(name);
      const held = dataset.imports().find((other) => other.name === name);
      const kept = source.add === true ? (held?.quads ?? []) : [];
      // Blank nodes of the two are different nodes, whatever their labels.
      const both = [...moveToGraph(kept, graph, "held"), ...moveToGraph(quads, graph, "new")];
      const location = kept.length > 0 ? (held?.location ?? source.location) : source.location;
      const imported: ImportedGraph = { name, location, quads: moveToGraph(both, graph, id) };
      await disk?.writeImport(imported, ontology.version);
      dataset.putImport(imported);
    });
  }

  entities(): readonly EntityRecord[] {
    return this.#view().entities;
  }

  articles(): readonly ArticleSummary[] {
    return this.#view().articles;
  }

  article(name: string): Article | undefined {
    const { dataset } = this.#parts;
    const held = (id: string) => dataset.get(id)?.article ?? dataset.document(id);
    const exact = held(name);
    if (exact !== undefined) return exact;
    const id = this.#findArticle(name);
    return id === undefined ? undefined : held(id);
  }

  stats(): GraphStats {
    const { index, entities, articles, corroboration } = this.#fullView();
    return computeStats(index.facts, entities, articles, this.#parts.store.size, corroboration());
  }

  corroboration(): Corroboration {
    return this.#view().corroboration();
  }

  copies(): readonly CopyPair[] {
    return this.#parts.dataset.copies();
  }

  async validate(): Promise<readonly ValidationIssue[]> {
    const { iris, ontologyQuads, shapes, prefixes, store } = this.#parts;
    const { index } = this.#fullView();
    const data = [...ontologyQuads(), ...store.match()];
    const byShape = await validateShapes(data, parseQuads(shapes, "turtle", "shapes"), prefixes);
    return [
      ...byShape,
      ...checkQuotes(
        index.facts,
        (id) => this.article(id)?.text,
        (id) => iris.fact(id),
      ),
    ];
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
      if (id !== undefined && this.#parts.dataset.get(id) !== undefined) {
        await this.#delete(id);
        return id;
      }
      const imported = this.#findImport(id ?? article);
      if (imported === undefined) return undefined;
      await this.#deleteImport(imported.name);
      return importedGraphId(imported.name);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#lastWrite;
    this.#closed = true;
    await this.#parts.keep?.();
    await this.#parts.store.close();
    await this.#parts.disk?.close();
  }

  /** With all quads in the store. */
  #fullView(): DatasetView {
    return this.#parts.dataset.fullView();
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

  #withArticleId(filter: FactFilter): FactFilter {
    const name = filter.article;
    if (name === undefined) return filter;
    const article = this.#findArticle(name);
    if (article === undefined) {
      throw new UsageError(`there is no article "${name}"; dateline articles lists them`);
    }
    return { ...filter, article };
  }

  /** The id of the article or imported graph that bears a name, the most exact way of naming first. */
  #findArticle(name: string): string | undefined {
    const articles = this.#view().articles;
    const ways: ((article: ArticleSummary) => boolean)[] = [
      ({ id }) => id === name,
      ({ iri, url, location, title }) => [iri, url, location, title].includes(name),
      ({ location }) => isSamePath(location, name),
      ({ location }) => isSamePath(location.replace(/\.[a-z]+$/i, ""), name),
    ];
    for (const names of ways) {
      const [found, ...others] = articles.filter(names);
      if (others.length > 0) {
        const ids = articles
          .filter(names)
          .map(({ id }) => id)
          .sort();
        throw new UsageError(`"${name}" names ${ids.length} articles; give the id of one: ${ids.join(", ")}`);
      }
      if (found !== undefined) return found.id;
    }
    return undefined;
  }

  #findImport(name: string): ImportedGraph | undefined {
    const imports = this.#parts.dataset.imports();
    const exact = imports.find((graph) => graph.name === name || importedGraphId(graph.name) === name);
    if (exact !== undefined) return exact;
    const found = imports.filter(({ location }) => location === name);
    if (found.length > 1) {
      const names = found.map((graph) => graph.name ?? "the default graph").sort();
      throw new UsageError(`"${name}" names ${found.length} graphs; give one: ${names.join(", ")}`);
    }
    return found[0];
  }

  async #deleteImport(name: string | null): Promise<void> {
    await this.#parts.disk?.removeImport(name);
    this.#parts.dataset.deleteImport(name);
  }

  #isArticleGraph(name: string): boolean {
    const { dataset, iris } = this.#parts;
    const prefix = iris.article("");
    return name.startsWith(prefix) && dataset.get(name.slice(prefix.length)) !== undefined;
  }

  #nodes(name: string, role?: FactRole): readonly RDF.Term[] {
    return [...this.#view().index.targets(name, role).nodes].sort().map((node) => iri(node));
  }

  /** The literals of that value as they stand in the dataset, with their datatype. */
  #literals(name: string): readonly RDF.Term[] {
    const { literals } = this.#view().index.targets(name, "object");
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

/** Whether two spellings may be of one path: one of them is the end of the other, from a folder's name on. */
function isSamePath(left: string, right: string): boolean {
  const [a, b] = [left, right].map((path) => `/${path.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "")}`);
  return a !== undefined && b !== undefined && b !== "/" && (a.endsWith(b) || b.endsWith(a));
}
