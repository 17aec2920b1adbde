import { InvalidArticleError } from "../model/errors.ts";

/** File types that are often handed in by mistake, by their first bytes. */
const BINARY_SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip-compressed", [0x1f, 0x8b]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const READABLE = "Dateline reads plain text, Markdown, HTML and JSON lines";

/** A text, and whether bytes of it were invalid and stand as U+FFFD. */
export interface DecodedText {
  readonly text: string;
  /** Byte offset of the first invalid byte; only where `lenient` let it pass. */
  readonly invalidAt?: number;
}

export interface DecodeOptions {
  /** File path or URL, for messages. */
  readonly location: string;
  /** Encoding that the source declares, e.g. "iso-8859-1"; a byte order mark wins over it. */
  readonly charset?: string;
  /** Decode invalid bytes as U+FFFD and say where the first stands, instead of throwing. */
  readonly lenient?: boolean;
}

/**
 * Decodes bytes to text: by byte order mark, else by the declared encoding, else as UTF-8. The mark is dropped.
 *
 * @throws {@link InvalidArticleError} where the bytes are no text, are empty, or do not fit the encoding; the message
 * names the offset of the first byte that does not fit
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const { location } = options;
  if (bytes.length === 0) throw new InvalidArticleError(location, "the file is empty");
  refuseSignature(bytes, location);
  const marked = markedEncoding(bytes);
  const label = marked ?? options.charset ?? "utf-8";
  if (marked === undefined || marked === "utf-8") refuseNulBytes(bytes, location);

  const invalidAt = findInvalidByte(bytes, decoderFor(label, location));
  if (invalidAt !== undefined && options.lenient !== true) {
    throw new InvalidArticleError(
      location,
      `wrong encoding: byte ${invalidAt} is not valid ${label.toUpperCase()}; convert it first, e.g. iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
  const text = new TextDecoder(label).decode(bytes);
  refuseControlCharacters(text, location);
  return invalidAt === undefined ? { text } : { text, invalidAt };
}

function refuseSignature(bytes: Uint8Array, location: string): void {
  for (const [name, signature] of BINARY_SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      throw new InvalidArticleError(location, `the file is ${name}; ${READABLE}`);
    }
  }
}

function refuseNulBytes(bytes: Uint8Array, location: string): void {
  const offset = bytes.indexOf(0);
  if (offset === -1) return;
  throw new InvalidArticleError(
    location,
    `not a text file: NUL byte at ${offset} (binary, or UTF-16 without a byte order mark); ${READABLE}`,
  );
}

/** More than one control character in fifty is no text, even where the bytes happen to be valid. */
function refuseControlCharacters(text: string, location: string): void {
  const sample = text.slice(0, 100_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g)?.length ?? 0;
  if (controls * 50 <= sample.length) return;
  throw new InvalidArticleError(
    location,
    `not a text file: ${controls} control characters in the first ${sample.length}; ${READABLE}`,
  );
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decoderFor(label: string, location: string): () => InstanceType<typeof TextDecoder> {
  try {
    new TextDecoder(label);
  } catch (cause) {
    throw new InvalidArticleError(location, `unknown encoding "${label}"`, { cause });
  }
  return () => new TextDecoder(label, { fatal: true });
}

/** Offset of the first byte that the decoder refuses. Found by bisection, since a decoder says only that it failed. */
function findInvalidByte(
  bytes: Uint8Array,
  makeDecoder: () => InstanceType<typeof TextDecoder>,
): number | undefined {
  const accepts = (length: number, stream: boolean): boolean => {
    try {
      makeDecoder().decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (accepts(bytes.length, false)) return undefined;
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (middle <= bytes.length && accepts(middle, true)) valid = middle;
    else invalid = middle;
  }
  // So far the bytes may still begin a character; the bad one starts where the last whole character ends.
  let start = Math.min(valid, bytes.length);
  while (start > 0 && !accepts(start, false)) start--;
  return start;
}
