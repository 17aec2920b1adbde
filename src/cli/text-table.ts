/** How a table is fitted. */
export interface TableOptions {
  /** Characters that a line may take; undefined for no limit. */
  readonly width?: number | undefined;
  /** Makes the head stand out. */
  readonly head?: (text: string) => string;
  /** Columns (by index) whose cells stand at the right, as numbers do. */
  readonly right?: readonly number[];
}

const GAP = "  ";
/** Columns are squeezed to the first of these widths, and where that is not enough, to the next. */
const LEAST_WIDTHS = [8, 3];

/**
 * Lays out rows in columns, each as wide as its widest cell; where a line would not fit, the widest columns are cut
 * first, and a cut cell ends in "…". Line breaks and control characters in cells become spaces, so that no text of an
 * article can write outside its cell.
 *
 * @returns lines with a final newline; "" where there are no rows
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): string {
  if (rows.length === 0) return "";
  const cells = rows.map((row) => row.map(toCell));
  const widths = fitWidths(
    head.map((name, column) =>
      Math.max(displayWidth(name), ...cells.map((row) => displayWidth(row[column] ?? ""))),
    ),
    options.width,
  );
  const toLine = (row: readonly string[]) =>
    widths
      .map((width, column) =>
        pad(cut(row[column] ?? "", width), width, options.right?.includes(column) ?? false),
      )
      .join(GAP)
      .trimEnd();
  const { head: paint = (text: string) => text } = options;
  return `${[paint(toLine(head)), ...cells.map(toLine)].join("\n")}\n`;
}

function toCell(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function fitWidths(natural: readonly number[], limit: number | undefined): number[] {
  const widths = [...natural];
  if (limit === undefined) return widths;
  let excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - limit;
  for (const least of LEAST_WIDTHS) {
    while (excess > 0) {
      const widest = Math.max(...widths);
      if (widest <= least) break;
      const column = widths.lastIndexOf(widest);
      const next = Math.max(least, ...widths.filter((_, index) => index !== column));
      const step = Math.min(excess, Math.max(1, widest - next));
      widths[column] = widest - step;
      excess -= step;
    }
  }
  return widths;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Characters that terminals show two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60\p{Emoji_Presentation}]/u;

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  // The common case, and a table may have many thousand cells.
  if (/^[\u0020-\u024f\u2010-\u2027]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += WIDE.test(segment) ? 2 : 1;
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return right ? blanks + text : text + blanks;
}
