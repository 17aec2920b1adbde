import { openFolder } from "../io/folder.ts";
import { programStamp, readPackageText } from "../io/package-resources.ts";
import type { Graph } from "../query/graph.ts";
import {
  createMemoryGraph as createMemoryGraphWith,
  type GraphResources,
  openGraph as openGraphWith,
} from "../query/open-graph.ts";
import { refuseArgument } from "./check-argument.ts";
import { type SparqlLimits, sparqlPool } from "./sparql-pool.ts";

/** How a graph is opened. */
export interface OpenOptions {
  /**
   * - `read` (default): `add` and `remove` are refused;
   * - `write`: keeps other writers out until `close`;
   * - `create`: as `write`, and a folder that does not exist or is empty becomes a graph.
   */
  readonly access?: "read" | "write" | "create";
  /** Base of the data's IRIs, ends in `/` or `#`. Fixed when a graph is made. */
  readonly base?: string;
  /**
   * Answers SPARQL in threads that are ended at these limits, so that a query can be stopped and others go on meanwhile.
   * Without them it is answered in the calling thread, which costs half the memory.
   */
  readonly limits?: SparqlLimits;
}

/**
 * Opens the graph in a folder, and checks every file of it. Of a large graph that is opened for reading, look-ups (`find`,
 * `entities`, `articles`) may be answered from what was kept beside its files, which are then read and checked when anything
 * else is asked for.
 *
 * @throws {@link StoreError} where there is no graph, a file is damaged (named in the message), or another process writes
 * @example
 * const graph = await openGraph("kg");
 * graph.find({ subject: "Rutte", relation: "met" });
 */
export async function openGraph(folder: string, options: OpenOptions = {}): Promise<Graph> {
  if (typeof folder !== "string" || folder === "") {
    refuseArgument("openGraph", "the path of a folder", folder);
  }
  const { access = "read" } = options;
  const stamp = access === "read" ? { cacheStamp: await programStamp() } : {};
  return openGraphWith(openFolder(folder), { ...(await withResources(options)), ...stamp });
}

/** A graph that lives as long as the program. */
export async function createMemoryGraph(options: Pick<OpenOptions, "base" | "limits"> = {}): Promise<Graph> {
  return createMemoryGraphWith(await withResources(options));
}

/** Read once: every graph of a process has the same. */
let resources: Promise<GraphResources> | undefined;

async function withResources<Options extends Pick<OpenOptions, "limits">>({ limits, ...options }: Options) {
  resources ??= loadGraphResources();
  return {
    ...options,
    resources: await resources,
    ...(limits === undefined ? {} : { engine: sparqlPool(limits) }),
  };
}

async function loadGraphResources(): Promise<GraphResources> {
  const [ontology, shapes, knownEntities, nicknames, roleFields, namesakes] = await Promise.all([
    readPackageText("ontology/news.ttl"),
    readPackageText("ontology/shapes.ttl"),
    readPackageText("data/lexicon/known-entities.tsv"),
    readPackageText("data/lexicon/nicknames.tsv"),
    readPackageText("data/lexicon/role-fields.tsv"),
    readPackageText("data/lexicon/known-namesakes.tsv"),
  ]);
  return { ontology, shapes, knownEntities, identityLexicon: { nicknames, roleFields, namesakes } };
}
