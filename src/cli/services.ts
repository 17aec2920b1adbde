import { existsSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { join } from "node:path";
import { InputNotFoundError } from "../io/input-errors.ts";
import { fileExists } from "../io/input-streams.ts";
import { packageRoot, readPackageText } from "../io/package-resources.ts";
import type { Engine } from "../library/engine.ts";
import type { ThreadedReader } from "../library/reading-threads.ts";
import type { SparqlLimits } from "../library/sparql-pool.ts";
import { InvalidArticleError, UsageError } from "../model/errors.ts";
import type { Reader } from "../pipeline/reader.ts";
import type { Graph } from "../query/graph.ts";
import type { RepairReport } from "../query/repair-graph.ts";
import type { TextReader } from "../server/read-text.ts";
import type { GraphAccess, PrepareViewOptions, RunningServer, ServeOptions } from "./context.ts";
import { titleOfGraph } from "./graph-title.ts";

/*
 * The parts that take long to load are imported when a command first asks for them, so that `--help` and errors of
 * usage do not wait for a SPARQL engine or a language model.
 */

/** The reader, with the model and lexicon of the package. */
export async function loadEngine(): Promise<Engine> {
  const library = await import("../library/engine.ts");
  return library.loadEngine();
}

/** The reader in up to this many threads. */
export async function readInThreads(reader: Reader, threads = threadsHere()): Promise<ThreadedReader> {
  const library = await import("../library/reading-threads.ts");
  return library.readInThreads(reader, threads);
}

/** Memory of a thread that reads, its model included. */
const THREAD_BYTES = 500_000_000;
/** More have not been measured. */
const MOST_THREADS = 4;

/** Half of the memory that is free, and no more than there are processors. */
function threadsHere(): number {
  const room = Math.floor(freemem() / 2 / THREAD_BYTES);
  return Math.max(1, Math.min(availableParallelism(), room, MOST_THREADS));
}

/** Says what to do instead where there is no graph. */
async function requireGraph(folder: string): Promise<void> {
  if (await fileExists(join(folder, "manifest.json"))) return;
  throw new InputNotFoundError(
    folder,
    `no graph here; make one with dateline build <articles> --kg ${folder}, or name another with --kg`,
  );
}

/** Checks the files of a graph. */
export async function repairGraphFolder(folder: string, dryRun: boolean): Promise<RepairReport> {
  // A lost manifest is made anew from the articles.
  if (!existsSync(join(folder, "articles"))) await requireGraph(folder);
  const { repairFolder } = await import("../library/repair.ts");
  return repairFolder(folder, dryRun);
}

/** The graph in a folder. */
export async function openGraphFolder(
  folder: string,
  access: GraphAccess,
  limits?: SparqlLimits,
): Promise<Graph> {
  if (access !== "create") await requireGraph(folder);
  const { openGraph } = await import("../library/open-graph.ts");
  return openGraph(folder, { access, ...(limits === undefined ? {} : { limits }) });
}

/** Reads texts that are handed to a running server; the engine is loaded with the first. */
const textReader: TextReader = {
  async read(text, fileName) {
    const [{ readArticles }, { reader }] = await Promise.all([
      import("../pipeline/read-source.ts"),
      loadEngine(),
    ]);
    for (const outcome of readArticles(new TextEncoder().encode(text), { name: fileName })) {
      if (outcome.kind === "refused") throw outcome.error;
      return reader.extract(outcome.article);
    }
    throw new InvalidArticleError(fileName, "it holds no article");
  },
  async toGraph(extraction) {
    const { createMemoryGraph } = await import("../library/open-graph.ts");
    const graph = await createMemoryGraph();
    await graph.add(extraction, { location: extraction.article.title });
    return graph;
  },
};

/** Stands for what the files of a graph hold; empty where there is no folder. */
export async function graphStateOf(folder: string): Promise<string> {
  const { graphState } = await import("./kept-view.ts");
  return existsSync(folder) ? graphState(folder) : "";
}

/** Whether what the viewer shows of a graph in this state is kept beside it. */
export async function isViewKept(folder: string, state: string): Promise<boolean> {
  const kept = await import("./kept-view.ts");
  return kept.isViewKept(folder, state, titleOfGraph(folder));
}

/** Keeps what the viewer shows of a graph, and where each thing stands in the picture, beside it. */
export async function prepareView(graph: Graph, options: PrepareViewOptions): Promise<void> {
  const shown = await import("./shown-graph.ts");
  await shown.prepareView(graph, options);
}

/** Serves viewer and SPARQL endpoint on loopback. */
export async function serveGraph(
  options: ServeOptions & {
    /** Default the viewer that was built with the program. */
    readonly viewerFolder?: string;
  },
): Promise<RunningServer> {
  const [{ startServer }, { ShownGraph }, { loadOntology }, ontology] = await Promise.all([
    import("../server/start-server.ts"),
    import("./shown-graph.ts"),
    import("../ontology/load-ontology.ts"),
    readPackageText("ontology/news.ttl"),
  ]);
  const { port, writable, viewerFolder = join(packageRoot, "dist/viewer") } = options;
  const shown = new ShownGraph(options);
  const { folder } = options;
  try {
    const server = await startServer({
      graph: () => shown.graph(),
      isOpen: () => shown.isOpen,
      port,
      writable,
      viewerFolder,
      ontology: loadOntology(ontology),
      title: folder === null ? "Dateline" : titleOfGraph(folder),
      reader: textReader,
      view: () => shown.view(),
    });
    const close = async (): Promise<void> => {
      await server.close();
      await shown.close();
    };
    return { ...server, close };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code !== "EADDRINUSE" && code !== "EACCES") throw cause;
    const reason = code === "EADDRINUSE" ? "is taken by another program" : "may not be used";
    throw new UsageError(`port ${options.port} ${reason}; choose another with --port, or 0 for any`, {
      cause,
    });
  }
}
