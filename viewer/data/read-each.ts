import type { GraphView } from "../../src/view/graph-view.ts";
import { mergeViews } from "./merge-views.ts";

/** Largest text that is sent to be read, in characters. */
export const MAX_CHARACTERS = 500_000;

/** A file, as far as it is needed here. */
export interface TextFile {
  readonly name: string;
  text(): Promise<string>;
}

/** What the reader reads; a pasted text has no name. */
const ARTICLE = /^$|\.(?:txt|md|html?)$/i;

/** @throws Error for what is no text of an article, whatever it is called */
function refuseOthers(name: string, text: string): void {
  if (ARTICLE.test(name) && !text.includes("\0")) return;
  throw new Error(
    `${name === "" ? "This" : name} is no text of an article; .txt, .md and .html files are read.`,
  );
}

export interface ReadFiles {
  /** What the files state that could be read; undefined where none could. */
  readonly view: GraphView | undefined;
  readonly failures: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Reads files, one after the other; one that cannot be read is no reason to lose the others.
 *
 * @param read - reads one text
 * @param onText - told which file is read next, and its text
 */
export async function readEach(
  files: readonly TextFile[],
  read: (text: string, name: string) => Promise<GraphView>,
  onText: (name: string, text: string) => void,
): Promise<ReadFiles> {
  const views: GraphView[] = [];
  const failures: { name: string; reason: string }[] = [];
  for (const file of files)
    try {
      const text = (await file.text()).slice(0, MAX_CHARACTERS);
      refuseOthers(file.name, text);
      onText(file.name, text);
      views.push(await read(text, file.name));
    } catch (error) {
      failures.push({ name: file.name, reason: error instanceof Error ? error.message : String(error) });
    }
  return { view: views.length === 0 ? undefined : views.reduce(mergeViews), failures };
}

/** Failures that are told one by one; the rest is counted. */
const MOST_TOLD = 3;

/** Says which of several files could not be read, and why; of a single one, why. */
export function tellFailures(failures: ReadFiles["failures"], of: number): string {
  const [only] = failures;
  if (only === undefined) return "";
  if (of === 1) return only.reason;
  const told = failures
    .slice(0, MOST_TOLD)
    .map(({ name, reason }) => `${name} (${reason.replace(/\.$/, "")})`);
  const rest = failures.length - told.length;
  return `${failures.length} of ${of} files could not be read: ${told.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}.`;
}
