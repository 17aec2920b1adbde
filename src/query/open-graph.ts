import type * as RDF from "@rdfjs/types";
import type { Folder } from "../model/effects.ts";
import { StoreError } from "../model/errors.ts";
import { hashText } from "../model/ids.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import { makeIris } from "../rdf/iris.ts";
import { prefixesFor } from "../rdf/namespaces.ts";
import { parseQuads } from "../rdf/parse.ts";
import { parseDecisions } from "../resolve/decisions.ts";
import { type IdentityLexiconTexts, parseIdentityLexicon } from "../resolve/identity-lexicon.ts";
import { parseKnownEntities } from "../resolve/known-entities.ts";
import { type Damage, GraphFolder } from "../store/graph-folder.ts";
import { createEmbeddedStore } from "../store/knowledge-store.ts";
import type { EngineFactory } from "../store/sparql-engine.ts";
import { Dataset, type LookupRecords } from "./dataset-view.ts";
import { EmbeddedGraph } from "./embedded-graph.ts";
import type { Graph } from "./graph.ts";

/** Texts that every graph is read with: `io/` reads them from the package, a browser fetches them. */
export interface GraphResources {
  /** Turtle of `ontology/news.ttl`. */
  readonly ontology: string;
  /** Turtle of `ontology/shapes.ttl`. */
  readonly shapes: string;
  /** `data/lexicon/known-entities.tsv`; without it, nothing has a Wikidata id. */
  readonly knownEntities?: string;
  /** Other files of `data/lexicon` that tell who is who; one that is missing counts as empty. */
  readonly identityLexicon?: IdentityLexiconTexts;
}

export interface GraphOptions {
  readonly resources: GraphResources;
  /** Base of the data's IRIs, ends in `/` or `#`. Fixed when a graph is made. */
  readonly base?: string;
  /** Who answers SPARQL; by default the calling thread, which cannot be stopped while it does. */
  readonly engine?: EngineFactory;
}

export interface OpenGraphOptions extends GraphOptions {
  /**
   * - `read` (default): `add` and `remove` are refused;
   * - `write`: keeps other writers out until `close`;
   * - `create`: as `write`, and a folder that does not exist or is empty becomes a graph.
   */
  readonly access?: "read" | "write" | "create";
  /**
   * Stands for the program that computes look-ups. With it, what they read is kept beside the files (`.cache/`), and a graph
   * that is opened for reading checks and reads the files themselves only when it is asked for more than look-ups.
   */
  readonly cacheStamp?: string;
}

/**
 * Opens the graph in a folder, and checks every file of it; see {@link OpenGraphOptions.cacheStamp} for when.
 *
 * @throws {@link StoreError} where there is no graph, a file is damaged (named in the message), or another process writes
 */
export async function openGraph(folder: Folder, options: OpenGraphOptions): Promise<Graph> {
  const ontology = ontologyOf(options.resources);
  const fresh = { ontologyVersion: ontology.version, base: options.base ?? DEFAULT_BASE };
  const access = options.access ?? "read";
  const disk = await GraphFolder.open(folder, fresh, access);
  try {
    if (options.base !== undefined && options.base !== disk.base) {
      throw new StoreError(
        `${folder.path} has the base ${disk.base}, and cannot be opened with ${options.base}`,
      );
    }
    // Before anything is read: what is written meanwhile is then another state than the one that is kept.
    const stamps = await disk.stamps();
    const decisions = parseDecisions(await disk.readDecisions());
    const cache = access === "read" ? cacheOf(disk, stamps, options) : undefined;
    const records = await cache?.read();
    const { graph, dataset } = makeGraph(options, ontology, disk.base, disk, async () => {
      if (records === undefined && dataset.records !== undefined) await cache?.write(dataset.records);
    });
    const load = () => {
      const { articles, imports, damages } = disk.load(stamps.keys());
      if (damages.length > 0) throw new StoreError(explainDamages(damages, folder.path));
      for (const stored of articles) dataset.put(stored);
      for (const imported of imports) dataset.putImport(imported);
      dataset.decisions = decisions;
    };
    if (records === undefined) load();
    else dataset.begin(records, load);
    return graph;
  } catch (error) {
    await disk.close();
    throw error;
  }
}

const ontologies = new WeakMap<GraphResources, Ontology>();

/** Read once, however many graphs a program opens with the same resources. */
function ontologyOf(resources: GraphResources): Ontology {
  const held = ontologies.get(resources) ?? loadOntology(resources.ontology);
  ontologies.set(resources, held);
  return held;
}

/** Fewer facts are read from the files as fast. */
const LEAST_KEPT = 1000;

interface LookupCache {
  read(): Promise<LookupRecords | undefined>;
  write(records: LookupRecords): Promise<void>;
}

/** What look-ups read, kept beside the files for as long as these, the resources and the program are the same. */
function cacheOf(
  disk: GraphFolder,
  stamps: ReadonlyMap<string, string>,
  { resources, cacheStamp }: OpenGraphOptions,
): LookupCache | undefined {
  if (cacheStamp === undefined) return undefined;
  const key = hashText(JSON.stringify([cacheStamp, resources, disk.base, [...stamps]]));
  return {
    async read() {
      const kept = await disk.readCache(key);
      return kept === undefined ? undefined : (JSON.parse(kept) as LookupRecords);
    },
    async write(records) {
      if (records.facts.length >= LEAST_KEPT) await disk.writeCache(key, JSON.stringify(records));
    },
  };
}

/** Names the first; a person sees them all with `repair`. */
function explainDamages([first, ...others]: readonly Damage[], folder: string): string {
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${first?.what}${more}; restore the file from a copy, or see with "dateline repair --kg ${folder} --check" what can be mended`;
}

/** A graph that lives as long as the program. */
export function createMemoryGraph(options: GraphOptions): Graph {
  const ontology = ontologyOf(options.resources);
  return makeGraph(options, ontology, options.base ?? DEFAULT_BASE, undefined).graph;
}

function makeGraph(
  { resources, engine }: GraphOptions,
  ontology: Ontology,
  base: string,
  disk: GraphFolder | undefined,
  keep?: () => Promise<void>,
): { graph: Graph; dataset: Dataset } {
  const prefixes = prefixesFor(base);
  const iris = makeIris(base);
  // Only SPARQL and validation need the ontology as quads: they are made when first asked for.
  let parsed: readonly RDF.Quad[] | undefined;
  const ontologyQuads = () => {
    parsed ??= parseQuads(resources.ontology, "turtle", "ontology");
    return parsed;
  };
  const store = createEmbeddedStore(prefixes, ontologyQuads, engine);
  const known = parseKnownEntities(resources.knownEntities ?? "");
  const dataset = new Dataset({
    store,
    iris,
    ontology,
    known,
    prefixes,
    identityLexicon: parseIdentityLexicon(resources.identityLexicon ?? {}),
  });
  const shapes = resources.shapes;
  const parts = { dataset, store, iris, ontology, ontologyQuads, shapes, prefixes, disk };
  const graph = new EmbeddedGraph({ ...parts, ...(keep === undefined ? {} : { keep }) });
  return { graph, dataset };
}
