import type { Span } from "../../model/span.ts";

/** Words in quotation marks; `start` and `end` lie inside the marks. */
export interface Quotation extends Span {
  /** Long enough to be speech and not a quoted word or a title. */
  readonly speech: boolean;
}

/** Fewer words than this between marks are a phrase taken up, not speech. */
const MIN_SPEECH_WORDS = 4;

/**
 * Finds quotations paragraph by paragraph. A quotation that is not closed runs to the end of its paragraph,
 * as in newspapers, where a quotation of several paragraphs is closed only in the last.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    let opened = -1;
    for (let at = 0; at < line.length; at++) {
      const mark = line[at];
      const opens = mark === "“" || (mark === '"' && opened < 0);
      const closes = mark === "”" || (mark === '"' && opened >= 0);
      if (opens && opened < 0) opened = at + 1;
      else if (closes && opened >= 0) {
        quotations.push(quotation(text, lineStart + opened, lineStart + at));
        opened = -1;
      }
    }
    if (opened >= 0) quotations.push(quotation(text, lineStart + opened, lineStart + line.length));
    lineStart += line.length + 1;
  }
  return quotations;
}

function quotation(text: string, start: number, end: number): Quotation {
  const words = text
    .slice(start, end)
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  return { start, end, speech: words.length >= MIN_SPEECH_WORDS };
}
