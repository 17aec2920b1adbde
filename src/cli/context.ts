import type { InputPlan } from "../io/read-inputs.ts";
import type { Engine } from "../library/engine.ts";
import type { ThreadedReader } from "../library/reading-threads.ts";
import type { SparqlLimits } from "../library/sparql-pool.ts";
import type { Reader } from "../pipeline/reader.ts";
import type { Graph } from "../query/graph.ts";
import type { RepairReport } from "../query/repair-graph.ts";
import type { Terminal } from "./terminal.ts";

/** What a command means to do with a graph. */
export type GraphAccess = "read" | "write" | "create";

export interface PrepareViewOptions {
  /** What {@link Context.graphState} gave when the graph was opened. */
  readonly state: string;
  /** Graphs of fewer entities are left to the viewer. */
  readonly atLeast?: number;
  /** Told how many things are arranged, before they are. */
  readonly onStart?: (things: number) => void;
}

export interface ServeOptions {
  /** Of the graph; null where it is in memory. */
  readonly folder: string | null;
  /** Open already, and closed by whoever opened it; null where {@link open} is called once a request needs it. */
  readonly graph: Graph | null;
  readonly port: number;
  readonly writable: boolean;
  /** What {@link Context.graphState} gave before the graph was opened. */
  readonly state: string;
  /** Opens the graph, and opens it again where others wrote to it meanwhile; left out where nobody else can. */
  readonly open?: () => Promise<Graph>;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** All that commands ask of the world. `main.ts` gives the real one, tests their own. */
export interface Context {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Finds the inputs that arguments name: files, folders, patterns, URLs, "-". */
  planInputs(args: readonly string[]): Promise<InputPlan>;
  readStandardInput(): Promise<Uint8Array>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /** Aborted at the first interrupt (Ctrl-C); the second ends the process. Without this call, the first does. */
  catchInterrupts(): AbortSignal;
  /**
   * Bytes of a file or, for "-", of standard input, as they come.
   * @throws {@link InputNotFoundError}
   */
  streamInput(path: string): AsyncIterable<Uint8Array>;
  /** @throws {@link InputNotFoundError} */
  readTextFile(path: string): Promise<string>;
  /** A text file that the package ships, e.g. "ontology/context.jsonld". @throws {@link ModelError} */
  readPackageText(path: string): Promise<string>;
  fileExists(path: string): Promise<boolean>;
  /** Writes a file whole or not at all. @throws {@link StoreError} */
  writeFile(path: string, content: string | Iterable<string>): Promise<void>;
  /** Slow: commands ask for it only when they need it. */
  loadEngine(): Promise<Engine>;
  /** The same reader in up to this many threads; default by processors and memory. */
  readInThreads(reader: Reader, threads?: number): Promise<ThreadedReader>;
  /**
   * Opens the graph at a folder; only "create" makes one where there is none.
   * @param limits of its SPARQL queries; without them nothing stops one
   * @throws {@link InputNotFoundError} where there is none, {@link StoreError} where it cannot be opened
   */
  openGraph(folder: string, access: GraphAccess, limits?: SparqlLimits): Promise<Graph>;
  /** Checks the files of a graph; with `dryRun`, changes nothing. */
  repair(folder: string, dryRun: boolean): Promise<RepairReport>;
  /** Stands for what the files of a graph hold: another text once one was written again; empty where there is no folder. */
  graphState(folder: string): Promise<string>;
  /** Whether what the viewer shows of a graph in this state is kept beside it: then nobody waits for the graph to be opened. */
  isViewKept(folder: string, state: string): Promise<boolean>;
  /**
   * Keeps what the viewer shows of a graph, and where each thing stands in the picture, beside the graph on disk; does
   * nothing where that is kept already.
   */
  prepareView(graph: Graph, options: PrepareViewOptions): Promise<void>;
  serve(options: ServeOptions): Promise<RunningServer>;
  /** Shows a page in the user's browser; does nothing where there is none. */
  openBrowser(url: string): void;
}
