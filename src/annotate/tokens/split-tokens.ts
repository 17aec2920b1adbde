import type { Span } from "../../model/span.ts";

/**
 * One alternative per kind of token, the first that fits counts; the last takes any single character. The conventions
 * are those of UD English EWT. Runs are bounded where they could otherwise be scanned again from every position.
 */
const TOKEN = new RegExp(
  [
    // Addresses, without the punctuation of the sentence around them.
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]{0,500}[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[\p{L}\d][\w.+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,5}`,
    String.raw`[@#][\p{L}_][\p{L}\d_]*`,
    String.raw`[\p{L}\d][\p{L}\d_-]{0,63}(?:\.[\p{L}\d_-]{1,63}){0,3}\.(?:com|org|net|gov|edu|info|eu|uk|io|pdf|docx?|xlsx?|html?|jpe?g|png|txt|DOCX?|XLSX?|PDF)(?![\p{L}\d])`,
    String.raw`(?<![^\s])\.(?:docx?|xlsx?|pdf|txt|html?|com|org|net)(?![\p{L}\d])`,
    // report_final_2
    String.raw`[\p{L}\d]{1,63}(?:_[\p{L}\d]{1,63}){1,15}(?![\p{L}\d])`,
    // U.S., a.m., Ph.D., a.k.a
    String.raw`(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\d]))?|\p{L}{1,2}\.\p{L}\.`,
    // AT&T, R&D
    String.raw`\p{Lu}+&\p{Lu}+|(?<![\p{L}\d])\p{L}&\p{L}(?![\p{L}\d])`,
    // After what is no plain word: PG&E's, 2024's, U.S.'s
    String.raw`(?<=[\p{L}\d.])['’](?:s|re|ve|ll|d|m)(?![\p{L}\d])`,
    // 1,000.5  10:30  22/11/2024  1990s  21st  555-0100
    String.raw`\d{1,4}\/\d{1,4}(?:\/\d{1,4})?(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?:\d-)?(?:\d{3}-){1,2}\d{4}(?![\p{L}\d])`,
    // The 1960's, the 80's: no genitives.
    String.raw`(?<![\p{L}\d])(?:\d{2})?\d0['’]s(?![\p{L}\d])`,
    // Flight 83N, district 4A; but 2K, 9M
    String.raw`(?<![\p{L}\p{N}$€£.,])\d+[AC-JLNP-Z](?![\p{L}\d])`,
    String.raw`\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\d]))?`,
    String.raw`(?<!\p{L})\.\d+|(?<![^\s(])\+\d+(?![\p{L}\d])`,
    String.raw`[.!?]{2,}|…+|-{2,}|[–—]|([=*_~#$+<>])\1+|''|’’|‘’|\[\.{3}\]`,
    String.raw`[A-Z]{1,3}\$`,
    // Faces, where they stand apart.
    String.raw`(?<![^\s])(?:[:;=]-?[()DP]|\([:;=]|\^_\^)(?![^\s])`,
    String.raw`[\p{L}\p{M}][\p{L}\p{M}\d]*(?:['’][\p{L}\p{M}\d]+)*`,
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);

/** Words that are written with a full stop wherever they stand. */
const WRITTEN_WITH_STOP: ReadonlySet<string> = new Set(
  (
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Sr Jr St Ste Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Brig Gov Sen Sens Rep " +
    "Reps Hon Msgr Supt Insp Inc Ltd Corp Co Cos Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat vs v etc al ca cf " +
    "approx Dept Univ Assn Ave Blvd Rd Hwy Mt Ft Ala Ariz Ark Calif Colo Conn Fla Kan Mass Mich Minn Mont Neb Nev Okla Tenn " +
    "Tex Va Wash Wis Wyo Fig Vol pp"
  ).split(" "),
);

/** Prefixes that EWT and GUM leave joined to the word after the hyphen; other compounds are split at it. */
const JOINED_PREFIX =
  /^(?:e|non|anti|pre|post|co|re|un|mid|multi|semi|sub|ex|pro|inter|intra|ultra|mini|micro|neo|quasi|socio|psycho|cross|counter|over)$/i;

/**
 * Splits one sentence into tokens.
 *
 * @param text the article's text
 * @param sentence the sentence's span in it
 * @returns spans in the text, in order, without overlap; together they hold every character that is not white space
 * @example
 * splitTokens("He didn't.", { start: 0, end: 10 }); // He | did | n't | .
 */
export function splitTokens(text: string, sentence: Span): Span[] {
  const source = text.slice(sentence.start, sentence.end);
  const tokens: Span[] = [];
  for (const match of source.matchAll(TOKEN)) {
    const start = sentence.start + match.index;
    addWord(text, { start, end: start + match[0].length }, tokens);
  }
  return joinHyphens(text, joinStops(text, tokens, sentence.end));
}

/** Splits contractions and possessives off a word. */
function addWord(text: string, span: Span, tokens: Span[]): void {
  const cut = contractionAt(text.slice(span.start, span.end));
  if (cut > 0) {
    addWord(text, { start: span.start, end: span.start + cut }, tokens);
    tokens.push({ start: span.start + cut, end: span.end });
  } else tokens.push(span);
}

/** Contractions that people write without an apostrophe, and that are no other words: dont, Im, thats; not wont, its, were. */
const BARE_CONTRACTION =
  /^(?:(?:do|does|did|is|was|are|were|have|has|had|could|should|would|ca)(nt)|[Ii](m|ve)|(?:you|they)(re|ve)|we(ve)|(?:that|what|there)(s))$/i;

/** Where the second part of a contraction begins; -1 where the word is whole. */
function contractionAt(word: string): number {
  if (/^\d+['’]s$/.test(word)) return -1;
  const ending = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i.exec(word);
  if (ending) return ending.index;
  const bare = BARE_CONTRACTION.exec(word);
  if (bare?.[1] !== undefined) return word.length - bare[1].length;
  if (/^cannot$/i.test(word)) return 3;
  return /^(?:gonna|gotta|wanna)$/i.test(word) ? 3 : -1;
}

/** Gives a full stop to the abbreviation or initial before it. */
function joinStops(text: string, tokens: readonly Span[], sentenceEnd: number): Span[] {
  const joined: Span[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before?.end === token.start && text.slice(token.start, token.end) === ".") {
      const word = text.slice(before.start, before.end);
      const inside = token.end < sentenceEnd;
      const initial = inside && /^\p{L}$/u.test(word);
      const final = !inside && word === "etc";
      const numbered = /^[Nn]os?$/.test(word) && /^ ?\d/.test(text.slice(token.end, token.end + 2));
      if (initial || numbered || (WRITTEN_WITH_STOP.has(word) && !final)) {
        joined[joined.length - 1] = { start: before.start, end: token.end };
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
}

/** Joins "anti", "-", "tank" again. */
function joinHyphens(text: string, tokens: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Span;
    const hyphen = tokens[index + 1];
    const after = tokens[index + 2];
    const glued = hyphen?.start === token.end && after?.start === hyphen.end;
    if (
      glued &&
      text.slice(hyphen.start, hyphen.end) === "-" &&
      JOINED_PREFIX.test(text.slice(token.start, token.end)) &&
      /^[\p{L}\d]/u.test(text.slice(after.start, after.end))
    ) {
      joined.push({ start: token.start, end: after.end });
      index += 2;
    } else joined.push(token);
  }
  return joined;
}
