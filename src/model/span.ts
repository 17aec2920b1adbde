/**
 * A half-open range of an article's text: `text.slice(start, end)`.
 *
 * Unit: UTF-16 code units, as `slice` counts them. RDF and CoNLL-U count Unicode code points instead;
 * {@link codePointOffsets} converts at those doors.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds all of `inner`. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Converts between the two units in which offsets into one text are counted. */
export interface CodePointOffsets {
  /** Code units → code points. An offset inside a surrogate pair counts as the start of the pair. */
  toCodePoints(codeUnits: number): number;
  /** Code points → code units. */
  toCodeUnits(codePoints: number): number;
}

/**
 * Prepares the conversion for one text.
 *
 * @example
 * codePointOffsets("😀 Rutte").toCodePoints(3); // 2
 */
export function codePointOffsets(text: string): CodePointOffsets {
  // Positions (in code units) of the second half of each surrogate pair, ascending.
  const lows: number[] = [];
  for (let index = 0; index + 1 < text.length; index++) {
    const high = text.charCodeAt(index);
    if (high < 0xd800 || high > 0xdbff) continue;
    const low = text.charCodeAt(index + 1);
    if (low >= 0xdc00 && low <= 0xdfff) lows.push(++index);
  }
  const lowsBefore = (codeUnits: number): number => {
    let from = 0;
    let to = lows.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((lows[middle] as number) < codeUnits) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    toCodePoints(codeUnits) {
      const before = lowsBefore(codeUnits);
      const inPair = lows[before] === codeUnits ? 1 : 0;
      return codeUnits - inPair - before;
    },
    toCodeUnits(codePoints) {
      let codeUnits = codePoints;
      for (const low of lows) {
        // `low - 1` starts the pair; every pair that starts before the answer adds one unit.
        if (low - 1 < codeUnits) codeUnits++;
        else break;
      }
      return codeUnits;
    },
  };
}
