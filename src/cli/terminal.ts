/** One of the two streams that a command writes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in characters; undefined where nothing limits it, as in a pipe. */
  readonly columns: number | undefined;
}

/** Where a command writes: results to `stdout`, everything about the run to `stderr`. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** ANSI styles; each leaves the text as it is where the stream shows none. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
}

/** Styles for a stream: only on a terminal, and not where `NO_COLOR` (see no-color.org) or a dumb terminal says no. */
export function styleFor(output: Output, environment: Readonly<Record<string, string | undefined>>): Style {
  const on = output.isTTY && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";
  const paint = (code: number) => (text: string) => (on ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: paint(1), dim: paint(2), red: paint(31) };
}
