import { InvalidArticleError } from "../model/errors.ts";

/** One line of an input, as it came, or why it cannot be read. */
export interface InputLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string | InvalidArticleError;
}

/** Bytes of one line. */
const MAX_LINE_BYTES = 1_000_000;

const NEWLINE = 0x0a;

/**
 * Splits bytes into lines of UTF-8 at each `\n` (with a `\r` before it dropped), holding no more than one line at a
 * time. A line that is no UTF-8, or too long, is an error in its place; the lines after it are read.
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  location: string,
): AsyncGenerator<InputLine> {
  let number = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  const hold = (piece: Uint8Array) => {
    size += piece.length;
    // Beyond the limit only the length is kept.
    if (size <= MAX_LINE_BYTES) held.push(piece);
  };
  const takeLine = (): InputLine => {
    number++;
    const line = { number, text: decodeLine(held, size, `${location}:${number}`, number === 1) };
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      yield takeLine();
      start = end + 1;
    }
    // Copied: a stream may use its buffer again.
    if (start < chunk.length) hold(chunk.slice(start));
  }
  if (size > 0) yield takeLine();
}

function decodeLine(
  pieces: readonly Uint8Array[],
  size: number,
  location: string,
  first: boolean,
): string | InvalidArticleError {
  if (size > MAX_LINE_BYTES) {
    return new InvalidArticleError(
      location,
      `the line has ${size} bytes, more than the ${MAX_LINE_BYTES} allowed`,
    );
  }
  try {
    // A byte order mark can stand at the very beginning only; elsewhere it is a character.
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !first });
    return decoder.decode(Buffer.concat(pieces)).replace(/\r$/, "");
  } catch (cause) {
    return new InvalidArticleError(location, "wrong encoding: the line is not valid UTF-8", { cause });
  }
}
