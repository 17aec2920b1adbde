import {
  isProperTag,
  knownForms,
  longestKnown,
  type Reading,
  type TokenRange,
  type Word,
} from "./reading.ts";

/** Words that may stand before a role and belong to the title: "former", "acting". */
const STATUS_WORDS = new Set(
  "former then ex acting interim outgoing incoming late longtime veteran deputy senior junior associate assistant vice chief top retired founding honorary newly".split(
    " ",
  ),
);
/** Titles that are also listed as given names. */
const STANDING_TITLES = new Set(
  "king queen prince princess duke lord lady sir pope judge major general count baron sheikh justice bishop father sister".split(
    " ",
  ),
);
const LONGEST_TITLE = 5;
const NAME_LENGTH = 5;

/** Longest title of the lexicon that ends right before token `last`, as the index of its first token. */
export function titleEndingAt(reading: Reading, last: number, from: number): number | undefined {
  for (let first = Math.max(from, last - LONGEST_TITLE); first < last; first++) {
    const phrase = joinLower(reading.words.slice(first, last));
    if (reading.lexicon.titles.has(phrase)) return first;
  }
  return undefined;
}

/** Lower-case words joined as the lexicon writes them: hyphens without spaces. */
function joinLower(words: readonly Word[]): string {
  return words
    .map(({ lower }) => lower)
    .join(" ")
    .replace(/ ?([-‑]) ?/g, "-");
}

/** Whether the tokens could be the name of a person: short, alphabetic, with no word that marks another kind of name. */
export function looksLikePerson(reading: Reading, { first, last }: TokenRange): boolean {
  const words = reading.words.slice(first, last);
  if (words.length === 0 || words.length > NAME_LENGTH) return false;
  const head = words[0];
  if (head === undefined || !/^\p{Lu}/u.test(head.form)) return false;
  const given = reading.lexicon.givenNames.has(head.form);
  if (!given) {
    const known = longestKnown(reading, first, last);
    if (known === last && knownForms(reading, { first, last }).some(({ as }) => as === "name")) return false;
  }
  return words.every((word, place) => {
    if (/\d/.test(word.form) || word.form === "&") return false;
    if (place === 0 || (given && place === 1))
      return place > 0 || words.length === 1 || !isStrongCue(reading, word);
    return !isStrongCue(reading, word);
  });
}

/** Whether the word marks an organization, and is hardly ever a surname. */
function isStrongCue(reading: Reading, word: Word): boolean {
  const type = reading.lexicon.cues.get(word.lower);
  return type !== undefined && !reading.lexicon.givenNames.has(word.form) && word.lower.length > 4;
}

/** A title that stands at the head of a run of capitals: tokens before `end` are the title's. */
export interface TitleSplit {
  /** One past the last token of the title. */
  readonly end: number;
  /** First token of the title phrase proper: what stands before it names the body ("NATO" before "Secretary General"). */
  readonly phrase: number;
}

/**
 * The last place in a run where a title ends and the name of a person begins; or, where the run ends with the
 * title ("the French President"), that end.
 */
export function splitTitle(reading: Reading, { first, last }: TokenRange): TitleSplit | undefined {
  for (let end = last; end > first; end--) {
    const phrase = titleEndingAt(reading, end, first);
    if (phrase === undefined) continue;
    if (end === last) {
      // "Jane Judge", "Michael King": a given name before it makes the role a surname.
      const opening = reading.words[first];
      const surname =
        end - phrase === 1 && phrase > first && opening !== undefined && isGivenOnly(reading, opening);
      const body = knownForms(reading, { first, last }).length > 0;
      if (!surname && !body) return { end, phrase };
      continue;
    }
    if (isRatherGivenName(reading, { first: phrase, last: end })) continue;
    if (looksLikePerson(reading, { first: end, last })) return { end, phrase };
  }
  return undefined;
}

/** "Dean" and "Earl" before a surname are given names far more often than offices; "Prince" and "Major" are not. */
function isRatherGivenName(reading: Reading, { first, last }: TokenRange): boolean {
  const word = reading.words[first];
  if (word === undefined || last - first > 1 || word.form === word.lower) return false;
  return reading.lexicon.givenNames.has(word.form) && !STANDING_TITLES.has(word.lower);
}

function isGivenOnly(reading: Reading, word: Word): boolean {
  const { lexicon } = reading;
  return lexicon.givenNames.has(word.form) && !lexicon.forms.has(word.form);
}

/**
 * Start of a title in lower case (or mixed) before a name: "former prime minister", "NATO chief", "the party leader".
 * @param first first token of the name
 * @returns first token of the title; undefined if there is none
 */
export function titleBefore(reading: Reading, first: number): TitleSplit | undefined {
  const name = reading.words[first];
  if (name === undefined) return undefined;
  const from = name.sentence.firstToken;
  const phrase = titleEndingAt(reading, first, from);
  if (phrase === undefined) return undefined;
  return { end: first, phrase };
}

/** Extends a title to the left over what modifies it: "former", the body's name, other nouns. */
export function titleStart(reading: Reading, phrase: number): number {
  let start = phrase;
  const from = reading.words[phrase]?.sentence.firstToken ?? phrase;
  while (start > from) {
    const word = reading.words[start - 1];
    if (word === undefined) break;
    const hyphen = /^[-‑]$/.test(word.form) && start - 2 >= from;
    const modifies = isProperTag(word) || STATUS_WORDS.has(word.lower) || /^(NN|JJ|VBN|AFX)$/.test(word.xpos);
    if (!hyphen && !modifies) break;
    start -= 1;
  }
  return start;
}
