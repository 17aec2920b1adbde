/** A stretch of a paragraph that is highlighted as a whole or not at all. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

export interface Paragraph {
  readonly start: number;
  readonly pieces: readonly TextPiece[];
}

/** Cuts an article's text into paragraphs, and these at the ends of what is to be highlighted. Offsets are UTF-16 code units. */
export function cutText(text: string, marked: { readonly start: number; readonly end: number }): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const cuts = [start, marked.start, marked.end, end].map((cut) => Math.min(Math.max(cut, start), end));
    const pieces: TextPiece[] = [];
    for (let index = 0; index + 1 < cuts.length; index++) {
      const [from = 0, to = 0] = cuts.slice(index, index + 2);
      if (from < to) pieces.push({ start: from, text: text.slice(from, to), marked: index === 1 });
    }
    paragraphs.push({ start, pieces });
  }
  return paragraphs;
}
