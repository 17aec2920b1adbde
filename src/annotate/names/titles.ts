import { CALENDAR } from "./capitals.ts";
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
/** Endings of nouns for people by what they do or follow. */
const PERSON_ENDINGS = /(?:ist|er|or|ian|ent|ant)$/;
/** Fields of government: they name ministers and ministries, and "and" joins them ("Department of Health and Human Services"). */
export const PORTFOLIOS = new Set(
  (
    "health human culture sport sports technology development trade industry energy security cooperation co-operation investment " +
    "economic economics finance environment labour labor education science research innovation transport transportation communications " +
    "customs borders prevention drug food fisheries forestry housing urban welfare social political foreign justice crime commerce skills " +
    "youth tourism agriculture rural atmospheric exchange space engineering arts letters sciences medicine resources water power light crescent reconstruction"
  ).split(" "),
);
/** "…, said project manager Ana Ruiz": the verb before the speaker's title. */
const SPEECH = /^(?:said|says|added|told|noted|explained|argued|warned|insisted|claimed|recalled)$/;
const LONGEST_TITLE = 5;
const NAME_LENGTH = 5;

/** Longest title of the lexicon that ends right before token `last`, as the index of its first token. */
export function titleEndingAt(reading: Reading, last: number, from: number): number | undefined {
  for (let first = Math.max(from, last - LONGEST_TITLE); first < last; first++) {
    const phrase = joinLower(reading.words.slice(first, last));
    if (reading.lexicon.titles.has(phrase)) return withPortfolio(reading, first, last, from);
  }
  return undefined;
}

/** "Industry Minister", "Minority Affairs Secretary": the field belongs to the office. */
function withPortfolio(reading: Reading, first: number, last: number, from: number): number {
  const office = reading.words[last - 1];
  if (last - first > 1 || office === undefined || !/^(minister|secretary|commissioner)$/.test(office.lower))
    return first;
  let start = first;
  while (start > from) {
    const word = reading.words[start - 1];
    const joins =
      word?.lower === "and" && PORTFOLIOS.has(reading.words[start - 2]?.lower ?? "") && start - 2 >= from;
    if (word === undefined || !(joins || PORTFOLIOS.has(word.lower))) break;
    start -= 1;
  }
  return start;
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
    if (looksLikePerson(reading, { first: end, last })) return { end, phrase };
  }
  return undefined;
}

/**
 * Start of a person's name after a role that no list holds ("Scientologist Tom Cruise"): a common noun for people, then a given name
 * and a surname, and no given name before.
 */
export function unlistedRole(reading: Reading, { first, last }: TokenRange): number | undefined {
  const { givenNames, commonWords, forms } = reading.lexicon;
  const words = reading.words.slice(first, last);
  const place = words.findIndex((word) => givenNames.has(word.form) && !forms.has(word.form));
  const role = words[place - 1];
  if (role === undefined || words.length - place < 2 || words.length - place > 3) return undefined;
  const person = PERSON_ENDINGS.test(role.lower) && (commonWords.has(role.lower) || role.lower.length > 6);
  return person && looksLikePerson(reading, { first: first + place, last }) ? first + place : undefined;
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
  // "chairman Sir Roland Beck": the office stands before the form of address.
  const office = isAddress(reading, phrase, first) ? titleEndingAt(reading, phrase, from) : undefined;
  return { end: first, phrase: office ?? phrase };
}

/** Whether a title is a form of address ("Mr", "Sir"), which many may have and which says nothing of an office. */
export function isAddress(reading: Reading, first: number, last: number): boolean {
  return reading.lexicon.titles.get(joinLower(reading.words.slice(first, last))) === "honorific";
}

/** Extends a title to the left over what modifies it: "former", the body's name, other nouns. */
export function titleStart(reading: Reading, phrase: number): number {
  let start = phrase;
  const from = reading.words[phrase]?.sentence.firstToken ?? phrase;
  while (start > from) {
    const word = reading.words[start - 1];
    if (word === undefined) break;
    if (CALENDAR.has(word.lower) || (word.lower === "then" && start - 1 === from)) break;
    const hyphen = /^[-‑]$/.test(word.form) && start - 2 >= from;
    const modifies = isProperTag(word) || STATUS_WORDS.has(word.lower) || /^(NN|JJ|VBN|AFX)$/.test(word.xpos);
    if ((!hyphen && !modifies) || SPEECH.test(word.lower)) break;
    start -= 1;
  }
  return start;
}
