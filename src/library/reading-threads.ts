import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Reader } from "../pipeline/reader.ts";
import type { ReadingReply } from "./reading-worker.ts";
import { startWorker } from "./start-worker.ts";

type ArticleReader = Pick<Reader, "extract">;

/** Reads as many articles at once as it has threads. */
export interface ThreadedReader extends ArticleReader {
  readonly threads: number;
  /** Ends all threads but this one; articles that wait, or that they are at, are not read. */
  close(): Promise<void>;
}

/** Articles for each thread before another one is started: it first loads the model, which takes as long as reading them. */
const ARTICLES_A_THREAD = 6;

/**
 * Reads articles in this thread until there are many, and then in up to `threads` others, each with the model in its
 * memory. An article's answer is the same wherever it is read.
 */
export function readInThreads(reader: ArticleReader, threads: number): ThreadedReader {
  const idle: ArticleReader[] = [reader];
  const workers: ReadingWorker[] = [];
  const waiting: (() => void)[] = [];
  let asked = 0;
  let closed = false;
  return {
    threads,
    async extract(article) {
      asked++;
      if (threads > 1 && workers.length < threads && asked > (workers.length + 1) * ARTICLES_A_THREAD) {
        const worker = new ReadingWorker();
        workers.push(worker);
        idle.push(worker);
      }
      while (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      if (closed) throw new Error("reading was ended");
      const chosen = idle.pop() as ArticleReader;
      try {
        return await chosen.extract(article);
      } finally {
        // While others read, this thread keeps to files: reading would make each of a file's many steps wait.
        const areOthers = workers.some(({ ended }) => !ended);
        if (chosen instanceof ReadingWorker ? !chosen.ended : !areOthers) idle.push(chosen);
        else if (!areOthers) idle.push(reader);
        waiting.shift()?.();
      }
    },
    async close() {
      closed = true;
      await Promise.all(workers.map((worker) => worker.end(new Error("reading was ended"))));
    },
  };
}

/** One thread, asked for one article at a time. */
class ReadingWorker implements ArticleReader {
  ended = false;
  readonly #worker = startWorker("reading-worker");
  #pending: { resolve(value: Extraction): void; reject(error: unknown): void } | undefined;

  constructor() {
    this.#worker.on("message", (reply: ReadingReply) => {
      if ("extraction" in reply) this.#pending?.resolve(reply.extraction);
      else this.#pending?.reject(reply.failure);
    });
    this.#worker.on("error", (error) => void this.end(error));
  }

  extract(article: Article): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#worker.postMessage(article);
    });
  }

  async end(reason: unknown): Promise<void> {
    this.ended = true;
    this.#pending?.reject(reason);
    await this.#worker.terminate();
  }
}
