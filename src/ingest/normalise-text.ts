/*
 * The only place where an article's text changes. Everything after ingest is an offset into the result.
 */

/** Characters that break a line: CR LF, CR, vertical tab, form feed, NEL, line and paragraph separator. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const LINE_BREAKS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;

/** Blanks of all kinds except the newline: tab, no-break space, typographic spaces. */
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Characters that are not seen: controls, soft hyphen, zero-width space, word joiner, byte order mark, and the
 * marks that reorder text on screen, with which a quote could be made to read differently from what it says.
 * The zero-width joiners stay: scripts and emoji need them.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

/** Halves of surrogate pairs that stand alone: they are no characters, and cannot be written as UTF-8. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Brings a text into the form that an article keeps: NFC, `\n` line ends, plain spaces, no control characters, lone
 * surrogates as U+FFFD, lines without blanks at either end, at most one empty line in a row, none at the ends.
 *
 * Normalising twice changes nothing.
 *
 * @example
 * normaliseText("Kyiv \r\n\r\n\r\n\r\nRutte\u00a0met"); // "Kyiv\n\nRutte met"
 */
export function normaliseText(text: string): string {
  return text
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(LINE_BREAKS, "\n")
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(/ +\n/g, "\n")
    .replace(/\n +/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same for a headline or name: on one line, runs of blanks as one. */
export function normaliseLabel(text: string): string {
  return normaliseText(text).replace(/\s+/g, " ");
}

/**
 * Normalises one input line without moving a character: what cannot stand in a text becomes a space, one for one, so
 * that offsets into the result are offsets into the line as it came. NFC is left out where it would change the length.
 */
export function normaliseLine(line: string): string {
  const sameLength = line
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(LINE_BREAKS, (breaks) => " ".repeat(breaks.length))
    .replace(BLANKS, " ")
    .replace(INVISIBLE, " ");
  const composed = sameLength.normalize("NFC");
  return composed.length === sameLength.length ? composed : sameLength;
}
