import { parentPort } from "node:worker_threads";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import { loadEngine } from "./engine.ts";

/** What a thread of `reading-threads.ts` answers to an article. */
export type ReadingReply = { readonly extraction: Extraction } | { readonly failure: unknown };

parentPort?.on("message", async (article: Article) => {
  let reply: ReadingReply;
  try {
    const { reader } = await loadEngine();
    reply = { extraction: await reader.extract(article) };
  } catch (failure) {
    reply = { failure };
  }
  parentPort?.postMessage(reply);
});
