import { QueryError } from "../model/errors.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import type { UpdateEffect } from "../store/oxigraph-store.ts";
import type { EngineFactory, EngineSource, QueryOptions, SparqlEngine } from "../store/sparql-engine.ts";
import type { WorkerReply, WorkerRequest } from "./sparql-worker.ts";
import { startWorker } from "./start-worker.ts";

/** What one query may take before it is ended. */
export interface SparqlLimits {
  /** Default 30. */
  readonly seconds?: number;
  /** Size of the answer; default 100. */
  readonly megabytes?: number;
  /** Engines at once, each with the dataset in its memory; default 2, so that one slow query leaves another engine. */
  readonly engines?: number;
}

/** Queries that wait for an engine; more are refused, as they would wait in vain. */
const MAX_WAITING = 200;
/** Memory that running queries together may add to the process before the oldest of them is ended. */
const MAX_GROWTH_BYTES = 2_000_000_000;
const MEMORY_CHECK_MS = 500;
/** An engine that a query left this much larger is replaced: WebAssembly gives no memory back. */
const MAX_LEFT_BYTES = 256_000_000;

/**
 * Engines in threads of their own, which can be ended whatever they are at: a query that takes too long or too much, or
 * whose asker is gone, costs its engine, and the others go on.
 */
export function sparqlPool(limits: SparqlLimits = {}): EngineFactory {
  return (source, prefixes) => new SparqlPool(source, prefixes, limits);
}

interface Task {
  readonly perform: (lane: Lane) => Promise<void>;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal | undefined;
}

class SparqlPool implements SparqlEngine {
  readonly #source: EngineSource;
  readonly #prefixes: Prefixes;
  readonly #milliseconds: number;
  readonly #maxCharacters: number;
  readonly #size: number;
  readonly #lanes = new Set<Lane>();
  readonly #waiting: Task[] = [];
  #closed = false;
  #memoryCheck: NodeJS.Timeout | undefined;

  constructor(source: EngineSource, prefixes: Prefixes, limits: SparqlLimits) {
    this.#source = source;
    this.#prefixes = prefixes;
    this.#milliseconds = (limits.seconds ?? 30) * 1000;
    this.#maxCharacters = (limits.megabytes ?? 100) * 1e6;
    this.#size = limits.engines ?? 2;
  }

  queryText(sparql: string, mediaType: string, options: QueryOptions = {}): Promise<string> {
    const { signal, ...dataset } = options;
    const maxCharacters = this.#maxCharacters;
    return this.#enqueue(signal, (lane) =>
      this.#limited(lane, signal, () =>
        lane.ask({ ask: "query", sparql, mediaType, dataset, maxCharacters }),
      ),
    );
  }

  update(sparql: string, base?: string): Promise<UpdateEffect> {
    return this.#enqueue(undefined, async (lane) => {
      try {
        return await this.#limited(lane, undefined, () =>
          lane.ask<UpdateEffect>({ ask: "update", sparql, base }),
        );
      } finally {
        // It now holds what the source may refuse, and other names for blank nodes.
        lane.version = undefined;
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const closed = new QueryError("the graph was closed", "query-limit");
    for (const task of this.#waiting.splice(0)) task.reject(closed);
    await Promise.all([...this.#lanes].map((lane) => lane.end(closed)));
    this.#lanes.clear();
    clearInterval(this.#memoryCheck);
  }

  #enqueue<T>(signal: AbortSignal | undefined, run: (lane: Lane) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new QueryError("the graph is closed", "query-limit"));
    if (this.#waiting.length >= MAX_WAITING) {
      return Promise.reject(new QueryError("too many queries are waiting; ask again later", "query-limit"));
    }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ perform: async (lane) => resolve(await run(lane)), reject, signal });
      this.#dispatch();
    });
  }

  #dispatch(): void {
    for (;;) {
      const idle = [...this.#lanes].find((lane) => !lane.busy);
      if (idle === undefined && this.#lanes.size >= this.#size) return;
      const task = this.#waiting.shift();
      if (task === undefined) return;
      if (task.signal?.aborted) {
        task.reject(withdrawn());
        continue;
      }
      void this.#perform(task, idle ?? this.#open());
    }
  }

  #open(): Lane {
    const lane = new Lane();
    this.#lanes.add(lane);
    return lane;
  }

  async #perform(task: Task, lane: Lane): Promise<void> {
    lane.busy = true;
    try {
      await lane.bringUpToDate(this.#source, this.#prefixes);
      await task.perform(lane);
    } catch (error) {
      task.reject(error);
    }
    lane.busy = false;
    if (lane.ended || lane.memory > lane.loadedMemory + MAX_LEFT_BYTES) await this.#replace(lane);
    this.#dispatch();
  }

  /** Another engine is made ready at once: those who wait should not wait for its loading too. */
  async #replace(lane: Lane): Promise<void> {
    this.#lanes.delete(lane);
    await lane.end(withdrawn());
    if (this.#closed) return;
    const fresh = this.#open();
    fresh.busy = true;
    void fresh
      .bringUpToDate(this.#source, this.#prefixes)
      // What is wrong with it, the next query will say.
      .catch(() => this.#lanes.delete(fresh))
      .finally(() => {
        fresh.busy = false;
        this.#dispatch();
      });
  }

  async #limited<T>(lane: Lane, signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T> {
    const seconds = this.#milliseconds / 1000;
    const tooLong = `the query took longer than ${seconds} s and was ended; narrow it, or add a LIMIT`;
    const timer = setTimeout(() => void lane.end(new QueryError(tooLong, "query-limit")), this.#milliseconds);
    const withdraw = () => void lane.end(withdrawn());
    signal?.addEventListener("abort", withdraw, { once: true });
    lane.startedAt = performance.now();
    this.#watchMemory();
    try {
      return await run();
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", withdraw);
      lane.startedAt = undefined;
    }
  }

  /** WebAssembly grows without asking: only the process as a whole can be looked at, and the oldest query is the suspect. */
  #watchMemory(): void {
    if (this.#memoryCheck !== undefined) return;
    const before = process.memoryUsage.rss();
    this.#memoryCheck = setInterval(() => {
      const running = [...this.#lanes].filter(({ startedAt }) => startedAt !== undefined);
      const [oldest] = running.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
      if (oldest === undefined) {
        clearInterval(this.#memoryCheck);
        this.#memoryCheck = undefined;
      } else if (process.memoryUsage.rss() - before > MAX_GROWTH_BYTES) {
        void oldest.end(
          new QueryError("the query took too much memory and was ended; narrow it", "query-limit"),
        );
      }
    }, MEMORY_CHECK_MS);
    this.#memoryCheck.unref();
  }
}

function withdrawn(): QueryError {
  return new QueryError("the query was withdrawn", "query-limit");
}

/** One worker, asked one thing at a time. */
class Lane {
  busy = false;
  ended = false;
  /** State of the dataset that it holds; undefined where nobody knows. */
  version: number | undefined;
  memory = 0;
  /** Memory after loading, before any query. */
  loadedMemory = 0;
  startedAt: number | undefined;
  readonly #worker = startWorker("sparql-worker");
  #pending: { resolve(value: never): void; reject(error: unknown): void } | undefined;

  constructor() {
    this.#worker.on("message", (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on("error", (error) => void this.end(error));
    this.#worker.unref();
  }

  ask<T = unknown>(request: WorkerRequest): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.ended) return reject(withdrawn());
      this.#pending = { resolve, reject };
      // While it works, the program must not end for want of anything else to do.
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  async bringUpToDate(source: EngineSource, prefixes: Prefixes): Promise<void> {
    if (this.version === undefined) {
      await this.ask({ ask: "open", prefixes });
      this.version = 0;
    }
    if (this.version === source.version) return;
    const { version } = source;
    const { emptied, pieces } = source.changeSince(this.version);
    this.version = undefined;
    await this.ask({ ask: "empty", graphs: emptied });
    for (const nQuads of pieces) await this.ask({ ask: "load", nQuads });
    this.version = version;
    this.loadedMemory = this.memory;
  }

  /** Stops it, whatever it is at; who waits for its answer gets `reason`. */
  async end(reason: unknown): Promise<void> {
    if (!this.ended) {
      this.ended = true;
      this.#pending?.reject(reason);
      this.#pending = undefined;
    }
    await this.#worker.terminate();
  }

  #settle(reply: WorkerReply): void {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#worker.unref();
    if (reply.kind === "done") {
      this.memory = reply.memory;
      pending?.resolve(reply.value as never);
    } else {
      pending?.reject(new QueryError(reply.message, reply.code ?? "query-limit"));
      // Not a fault of the query alone: out of memory, or a trap, after which WebAssembly is not to be trusted.
      if (reply.code === undefined) void this.end(withdrawn());
    }
  }
}
