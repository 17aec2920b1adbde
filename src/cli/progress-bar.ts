import type { BuildProgress } from "../pipeline/build-corpus.ts";
import { counted } from "./counted.ts";
import type { Output } from "./terminal.ts";
import { displayWidth } from "./text-table.ts";

const BAR_WIDTH = 24;
/** Milliseconds between two drawings; more would only flicker. */
const INTERVAL = 80;

/** A progress bar on a stream: one line that is drawn over, and gone in the end. */
export interface ProgressBar {
  show(progress: BuildProgress): void;
  clear(): void;
}

/** A bar where the stream is a terminal, else one that draws nothing. */
export function makeProgressBar(output: Output, total: number, now: () => number): ProgressBar {
  if (!output.isTTY) return { show: () => {}, clear: () => {} };
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(progress) {
      if (now() - drawn < INTERVAL) return;
      drawn = now();
      output.write(`\r\u001b[2K${barLine(progress, total, (output.columns ?? 80) - 1)}`);
    },
    clear: () => output.write("\r\u001b[2K"),
  };
}

function barLine(progress: BuildProgress, total: number, width: number): string {
  const filled = Math.round((progress.inputs / Math.max(1, total)) * BAR_WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const refused = progress.refused === 0 ? "" : `, ${progress.refused} refused`;
  const counts = `${bar} ${progress.inputs}/${total}  ${counted(progress.articles, "article")}, ${counted(progress.facts, "fact")}${refused}`;
  const room = width - displayWidth(counts) - 2;
  const location = progress.location.replace(/\p{Cc}/gu, "");
  // The end of a path tells more than its beginning.
  return room < 12
    ? counts
    : `${counts}  ${location.length > room ? `…${location.slice(1 - room)}` : location}`;
}
