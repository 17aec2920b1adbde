import type { IncomingMessage } from "node:http";
import { DatelineError } from "../model/errors.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Graph } from "../query/graph.ts";
import { projectGraphView } from "../view/project-graph-view.ts";
import { type Answer, toJson } from "./answer.ts";
import { readJson } from "./guard.ts";
import { Refusal } from "./refusal.ts";

/** Reads texts that are handed to a running server. */
export interface TextReader {
  /**
   * @param fileName - its ending tells the format; "pasted.txt" for a pasted text
   * @throws {@link DatelineError} where the text cannot be read
   */
  read(text: string, fileName: string): Promise<Extraction>;
  /** A graph in memory that holds one extraction. */
  toGraph(extraction: Extraction): Promise<Graph>;
}

/** More than any article has: long reads are 100 kB. */
const MAX_BYTES = 2 * 1024 * 1024;

const PASTED = "pasted.txt";

/** A file's new version replaces its earlier one; pasted texts have nothing to do with each other. */
function locationOf(fileName: string, { article }: Extraction): string {
  return fileName === PASTED ? `pasted-${article.id}.txt` : fileName;
}

async function readRequest(request: IncomingMessage): Promise<{ text: string; fileName: string }> {
  const { text, fileName } = await readJson(request, MAX_BYTES, '{"text": "…"}');
  if (typeof text !== "string" || text.trim() === "")
    throw new Refusal(400, "There is no text. Send it in the field `text`.");
  if (fileName === undefined || fileName === "") return { text, fileName: PASTED };
  if (typeof fileName !== "string" || !/^[^/\\\0]+\.(txt|md|html?)$/i.test(fileName))
    throw new Refusal(
      415,
      "Texts of .txt, .md and .html files are read, and pasted ones, which have no file name.",
    );
  return { text, fileName };
}

/**
 * Reads the text of a request and answers with the facts that it states, as a view of their own with the text in it.
 * Nothing is kept unless the server may write: then the article is added to the graph.
 *
 * @throws {@link Refusal}
 */
export async function answerRead(
  request: IncomingMessage,
  reader: TextReader | undefined,
  graph: () => Promise<Graph>,
  ontology: Ontology | undefined,
  writable: boolean,
): Promise<Answer> {
  if (reader === undefined) throw new Refusal(404, "This server reads no articles.");
  if (request.method !== "POST")
    throw new Refusal(405, `${request.method} is not for /api/read.`, { allow: "POST" });
  const { text, fileName } = await readRequest(request);
  try {
    const extraction = await reader.read(text, fileName);
    if (writable) await (await graph()).add(extraction, { location: locationOf(fileName, extraction) });
    const read = await reader.toGraph(extraction);
    const view = projectGraphView(read, {
      title: extraction.article.title,
      embedTexts: true,
      ...(ontology === undefined ? {} : { ontology }),
    });
    return toJson(view);
  } catch (error) {
    if (error instanceof DatelineError) throw new Refusal(422, error.message);
    throw error;
  }
}
