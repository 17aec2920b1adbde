import { ModelError } from "../../model/errors.ts";

/** Typographic marks that the vocabulary lacks. */
const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
};
const LONGEST_PART = 100;
/** More pieces than any word of a language has: a line of punctuation without a space must not fill the sentence. */
const MOST_PIECES = 40;

/**
 * Splits words into BERT's uncased word pieces: without capitals and accents, at punctuation, then greedily into the
 * longest pieces of the vocabulary.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #longest: number;
  /** Words recur; the answers of one process are bounded by {@link MOST_KEPT}. */
  readonly #known = new Map<string, readonly number[]>();

  /** @param vocabulary pieces in the order of their numbers */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
    this.#unknown = this.idOf("[UNK]");
    this.#longest = vocabulary.reduce((longest, piece) => Math.max(longest, piece.length), 0);
  }

  /** @throws {@link ModelError} where the vocabulary has no such piece */
  idOf(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new ModelError(`the vocabulary has no piece ${piece}`);
    return id;
  }

  /** Numbers of the pieces of one word: at least one. */
  split(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const ids = basicTokens(word).flatMap((part) => this.#splitPart(part));
    const pieces = ids.length === 0 ? [this.#unknown] : ids.slice(0, MOST_PIECES);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(word, pieces);
    return pieces;
  }

  #splitPart(part: string): number[] {
    const characters = [...part];
    if (characters.length > LONGEST_PART) return [this.#unknown];
    const ids: number[] = [];
    let start = 0;
    while (start < characters.length) {
      let end = Math.min(characters.length, start + this.#longest);
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.#ids.get((start > 0 ? "##" : "") + characters.slice(start, end).join(""));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.#unknown];
      ids.push(id);
      start = end;
    }
    return ids;
  }
}

const MOST_KEPT = 50_000;

/** The parts of a word before the vocabulary is asked: punctuation and ideographs stand alone. */
function basicTokens(word: string): string[] {
  const plain = word.replace(/[’‘“”–—]/g, (mark) => PLAIN[mark] ?? mark);
  const text = plain
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cc}\p{Cf}\ufffd]/gu, "");
  return text.match(PART) ?? [];
}

const IDEOGRAPH = String.raw`\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2fa1f}\uf900-\ufaff`;
/** ASCII symbols count as punctuation, as BERT has it. */
const MARK = String.raw`!-\/:-@\[-\x60{-~\p{P}`;
const PART = new RegExp(`[${MARK}${IDEOGRAPH}]|[^${MARK}${IDEOGRAPH}\\s]+`, "gu");
