import { DatelineError } from "../model/errors.ts";

/*
 * Exit codes after BSD's sysexits.h, which scripts know. 0 and these are all there are, and 130 after an interrupt.
 */
export const USAGE = 64;
/** An input, query or graph is not what it should be. */
export const BAD_DATA = 65;
/** A file, article or graph that was named is not there. */
export const NO_INPUT = 66;
/** A store or server does not answer. */
export const UNAVAILABLE = 69;
/** A fault of the program or its installation. */
export const INTERNAL = 70;
/** 128 + SIGINT, as shells report it. */
export const INTERRUPTED = 130;

/** The one table from error code to exit code. */
const EXIT_CODES: Readonly<Record<string, number>> = {
  usage: USAGE,
  "invalid-article": BAD_DATA,
  "rdf-syntax": BAD_DATA,
  "query-syntax": BAD_DATA,
  "query-refused": BAD_DATA,
  "query-limit": UNAVAILABLE,
  "decision-refused": BAD_DATA,
  "input-not-found": NO_INPUT,
  "evaluation-input": BAD_DATA,
  "fetch-refused": BAD_DATA,
  "fetch-failed": UNAVAILABLE,
  "store-failed": UNAVAILABLE,
  "invalid-ontology": INTERNAL,
  "invalid-model": INTERNAL,
};

/** @param code - of a {@link DatelineError}; what is not in the table is a fault of the program */
export function exitCodeOf(code: string): number {
  return EXIT_CODES[code] ?? INTERNAL;
}

/** The exit code of a run in which some inputs were refused: that of all, where they agree. */
export function exitCodeOfRefusals(codes: readonly string[]): number {
  const exits = new Set(codes.map(exitCodeOf));
  if (exits.has(INTERNAL)) return INTERNAL;
  const [only, another] = exits;
  return another === undefined ? (only ?? 0) : BAD_DATA;
}

/** One line stays one line on the widest of screens. */
const MAX_LINE = 400;

/** An error, or a message, as one line without line breaks or control characters, whatever text of an input it quotes. */
export function toLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const whole = message
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  const line = whole.length <= MAX_LINE ? whole : `${whole.slice(0, MAX_LINE).trimEnd()} …`;
  return typeof error === "string" || error instanceof DatelineError
    ? line
    : `internal error: ${line}; please report it`;
}
