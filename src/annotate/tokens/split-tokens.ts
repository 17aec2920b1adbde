import type { Span } from "../../model/span.ts";

/**
 * One alternative per kind of token, the longest first; what none takes is a token of one character.
 * The conventions are those of UD English EWT: hyphens split off, contractions and possessives are tokens of their own.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#][\p{L}\d_]+`,
    String.raw`[\p{L}\d][\p{L}\d-]*\.(?:com|org|net|gov|edu|int|eu|uk|io)(?![\p{L}\d])`,
    // U.S., a.m., Ph.D.
    String.raw`(?:\p{L}\.){2,}|\p{L}{1,2}\.\p{L}\.`,
    // 1,000.5  3.5  10:30  1990s  21st  .5
    String.raw`\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\d])`,
    String.raw`\d+(?:[.,:]\d+)*`,
    String.raw`\.\.\.+|…|--+|[–—]`,
    // "Mr." keeps its stop; which abbreviations do is decided below.
    String.raw`[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*\d*`,
    String.raw`[A-Z]{2,3}\$|\$|[€£¥₹]`,
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);

/** Words that keep their full stop wherever they stand. */
const KEEPS_STOP = new Set(
  (
    "mr mrs ms dr prof rev sr jr st gen lt col maj capt cmdr adm sgt gov sen rep hon inc ltd corp co bros jan feb mar apr " +
    "jun jul aug sep sept oct nov dec vs no dept univ assn ave blvd rd etc al approx calif fla mass tex conn ariz colo mt ft"
  ).split(" "),
);

/** Prefixes that UD English EWT leaves joined to the word after the hyphen. */
const JOINED_PREFIX =
  /^(?:e|non|anti|pre|post|co|re|un|mid|multi|semi|sub|ex|pro|inter|intra|ultra|mini|micro|cyber|bio|geo|neo|quasi|vice|counter|over|under)$/i;

/**
 * Splits one sentence into tokens.
 *
 * @param text the article's text
 * @param sentence the sentence's span in it
 * @returns spans in the text, in order; together they hold every character that is not white space
 * @example
 * splitTokens("He didn't.", { start: 0, end: 10 }) // He | did | n't | .
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
  const word = text.slice(span.start, span.end);
  const cut = contractionAt(word);
  if (cut > 0 && cut < word.length) {
    addWord(text, { start: span.start, end: span.start + cut }, tokens);
    tokens.push({ start: span.start + cut, end: span.end });
  } else tokens.push(span);
}

function contractionAt(word: string): number {
  const ending = /(?:n['’]t|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M))$/.exec(word) ?? /N['’]T$/.exec(word);
  if (ending) return ending.index;
  if (/^cannot$/i.test(word)) return 3;
  if (/^(?:gonna|gotta|wanna)$/i.test(word)) return 3;
  return -1;
}

/** Gives a full stop to the abbreviation before it; at the sentence's end only where the word is always written so. */
function joinStops(text: string, tokens: readonly Span[], sentenceEnd: number): Span[] {
  const joined: Span[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before !== undefined && before.end === token.start && text.slice(token.start, token.end) === ".") {
      const word = text.slice(before.start, before.end);
      const last = token.end >= sentenceEnd;
      const initial = /^\p{Lu}$/u.test(word) && !last;
      if (initial || KEEPS_STOP.has(word.toLowerCase())) {
        joined[joined.length - 1] = { start: before.start, end: token.end };
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
}

/** Joins "anti", "-", "tank" again: EWT splits compounds at the hyphen, but not prefixes. */
function joinHyphens(text: string, tokens: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Span;
    const hyphen = tokens[index + 1];
    const after = tokens[index + 2];
    const glued =
      hyphen !== undefined &&
      after !== undefined &&
      hyphen.start === token.end &&
      after.start === hyphen.end &&
      text.slice(hyphen.start, hyphen.end) === "-" &&
      /^\p{L}/u.test(text.slice(after.start, after.end));
    if (glued && JOINED_PREFIX.test(text.slice(token.start, token.end))) {
      joined.push({ start: token.start, end: after.end });
      index += 2;
    } else joined.push(token);
  }
  return joined;
}
