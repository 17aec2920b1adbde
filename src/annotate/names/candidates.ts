import type { CapitalEvidence } from "./capitals.ts";
import { isNameToken } from "./capitals.ts";
import {
  isProperTag,
  knownForms,
  longestKnown,
  type Reading,
  type TokenRange,
  type Word,
} from "./reading.ts";
import { looksLikePerson, PORTFOLIOS, splitTitle, titleBefore, titleStart, unlistedRole } from "./titles.ts";

/** A stretch of tokens that is a name of some kind. */
export interface Candidate extends TokenRange {
  /** Title right before it. */
  readonly title?: TokenRange;
  /** Set where the place within a title says that it is a body, not a person: "NATO" in "NATO chief". */
  readonly bodyOfTitle?: boolean;
}

/** Parts of foreign surnames, in lower case within a name. */
const PARTICLES = new Set(
  "de da di du del della der den van von la le el al bin ibn ben al- dos das zu ten ter y e ez es ed ul ad as".split(
    " ",
  ),
);
/** Those that no English word is spelled like. */
const LEADING_PARTICLES = new Set("von van der bin al".split(" "));
const TOPIC_JOINS = new Set(["for", "on", "against", "to"]);
/** Classes of names that go on with "of". */
const OF_CLASSES = new Set([
  "Organization",
  "Court",
  "Agreement",
  "Event",
  "War",
  "Attack",
  "Place",
  "Coalition",
  "Award",
  "Work",
]);
/** Words that go on with "of" and are no cue by themselves. */
const OF_HEADS = new Set(
  (
    "republic kingdom states emirates people's bay university isle cape strait declaration bill house lords knights sons city state duchess " +
    "church ministry department office institute academy faculty school college court bank board bureau museum federation union league association " +
    "society council committee coalition organisation organization confederation front army party centre center dean hall tower statue museum gulf " +
    "sea bay valley mount lake battle siege treaty peace day year game games lord house order legion voice alliance movement temple cathedral archbishop"
  ).split(" "),
);
const POSSESSIVE_HEADS = new Set(
  "people women men children king queen veterans mother father workers students lloyd st. saint".split(" "),
);
const MAX_JOINED = 12;

/** Finds every candidate of the article, in order, without overlaps. */
export function findCandidates(reading: Reading, evidence: CapitalEvidence): Candidate[] {
  const named = reading.words.map((word) => isNameToken(reading, evidence, word));
  const candidates: Candidate[] = [];
  let index = 0;
  while (index < reading.words.length) {
    if (named[index] !== true) {
      const known = lowerCaseKnown(reading, index);
      if (known !== undefined) candidates.push({ first: index, last: known });
      index = known ?? index + 1;
      continue;
    }
    const last = runEnd(reading, named, index);
    candidates.push(...splitRun(reading, { first: withParticlesBefore(reading, index), last }));
    index = last;
  }
  return candidates;
}

/** Known names that are written without a capital at their start: "al-Qaeda", "dpa". */
function lowerCaseKnown(reading: Reading, index: number): number | undefined {
  const word = reading.words[index];
  if (word === undefined || !/^(al|the|dpa)$/.test(word.form)) return undefined;
  const last = longestKnown(reading, index, word.sentence.lastToken);
  return word.form === "the" ? undefined : last;
}

/** Start of a surname that opens with particles in lower case: "von der Leyen", "al-Sudani". */
function withParticlesBefore(reading: Reading, index: number): number {
  let first = index;
  const from = reading.words[index]?.sentence.firstToken ?? index;
  while (first > from) {
    const before = reading.words[first - 1];
    const hyphen = before?.form === "-" && before.end === reading.words[first]?.start;
    if (before === undefined || !(hyphen || LEADING_PARTICLES.has(before.form))) break;
    first -= 1;
  }
  // A hyphen alone leads nothing.
  return LEADING_PARTICLES.has(reading.words[first]?.form ?? "") ? first : index;
}

/** One past the last token of the run of name tokens that starts at `first`, joiners included. */
function runEnd(reading: Reading, named: readonly boolean[], first: number): number {
  const limit = reading.words[first]?.sentence.lastToken ?? first + 1;
  let last = first + 1;
  while (last < limit && last - first < MAX_JOINED) {
    const known = longestKnown(reading, first, limit);
    if (known !== undefined && known > last) {
      last = known;
      continue;
    }
    if (named[last] === true) {
      last += 1;
      continue;
    }
    const resumed = resumeAfterJoiner(reading, named, { first, last }, limit);
    if (resumed === undefined) break;
    last = resumed;
  }
  return last;
}

/** Where a run goes on after a word that is no name token; undefined where it ends. */
function resumeAfterJoiner(
  reading: Reading,
  named: readonly boolean[],
  run: TokenRange,
  limit: number,
): number | undefined {
  const { last } = run;
  const joiner = reading.words[last];
  const next = reading.words[last + 1];
  if (joiner === undefined) return undefined;
  if (/^\d{1,4}$/.test(joiner.form) && joiner.start === (reading.words[last - 1]?.end ?? 0) + 1) {
    return isNumberedName(reading, run) && !isScore(reading, last) ? last + 1 : undefined;
  }
  if (next === undefined || last + 1 >= limit) return undefined;
  const glued = joiner.start === reading.words[last - 1]?.end && next.start === joiner.end;
  if (/^[-‑–/]$/.test(joiner.form) && glued && /[\p{L}\p{N}]/u.test(next.form)) {
    const goesOn =
      named[last + 1] === true || /^[\p{Lu}\d]/u.test(next.form) || isNameSyllable(reading, next);
    return goesOn ? last + 2 : undefined;
  }
  if (joiner.form === "&" && named[last + 1] === true) return last + 2;
  const previous = reading.words[last - 1];
  if (/^['’]s?$/.test(joiner.form) && previous !== undefined) {
    return POSSESSIVE_HEADS.has(previous.lower) && named[last + 1] === true ? last + 2 : undefined;
  }
  if (PARTICLES.has(joiner.form)) return afterParticle(reading, named, run, limit);
  if (joiner.lower === "of" || TOPIC_JOINS.has(joiner.lower)) return afterOf(reading, named, run);
  if (joiner.lower === "and" && named[last + 1] === true) {
    const portfolio = PORTFOLIOS.has(next.lower) && endsInPortfolio(reading, run);
    return portfolio || joinsMembers(reading, run, next) ? last + 2 : undefined;
  }
  return undefined;
}

/** "beat Dunford Rovers 3-1": two numbers with a mark between them are no part of a name. */
function isScore(reading: Reading, at: number): boolean {
  const [mark, second] = [reading.words[at + 1], reading.words[at + 2]];
  return /^[-‑–]$/.test(mark?.form ?? "") && /^\d{1,3}$/.test(second?.form ?? "");
}

/** "un" in "Jong-un"; not "led" in "U.S.-led". */
function isNameSyllable(reading: Reading, word: Word): boolean {
  return /^\p{Ll}{2,6}$/u.test(word.form) && isProperTag(word) && !reading.lexicon.commonWords.has(word.form);
}

/** "Artemis 2", "Falcon 9", "Formula 1", "Euro 2024"; but not "Kyiv 12". */
function isNumberedName(reading: Reading, run: TokenRange): boolean {
  const word = reading.words[run.last - 1];
  if (word === undefined || !isProperTag(word)) return false;
  const place = reading.lexicon.cities.has(word.form) || knownForms(reading, run).length > 0;
  const after = reading.words[run.last + 1];
  const opening = reading.words[run.first];
  // "M. Gatting 83" and "Lotte 6 Hyundai 2" are scores.
  if (
    opening === undefined ||
    /^\p{Lu}\.$/u.test(opening.form) ||
    reading.lexicon.givenNames.has(opening.form)
  )
    return false;
  if (after !== undefined && (isProperTag(after) || /^\d/.test(after.form))) return false;
  const counts = after !== undefined && /^(NNS|JJ|CD|%)$/.test(after.xpos);
  return !place && !counts && !/^\p{Lu}\.$/u.test(word.form);
}

function afterParticle(
  reading: Reading,
  named: readonly boolean[],
  { last }: TokenRange,
  limit: number,
): number | undefined {
  let at = last;
  while (at < limit && at - last < 3) {
    const word = reading.words[at];
    if (word === undefined) return undefined;
    if (named[at] === true) return at + 1;
    if (!PARTICLES.has(word.form) && !/^[-‑]$/.test(word.form)) return undefined;
    at += 1;
  }
  return undefined;
}

/** "Bank of England", "Coalition of the Willing", "Institute for Strategic Studies". */
function afterOf(reading: Reading, named: readonly boolean[], run: TokenRange): number | undefined {
  const joiner = reading.words[run.last];
  if (joiner === undefined || !takesOf(reading, run, joiner.lower === "of")) return undefined;
  let at = run.last + 1;
  if (reading.words[at]?.form === "the") at += 1;
  const word = reading.words[at];
  if (word === undefined || word.sentence !== joiner.sentence) return undefined;
  return named[at] === true ? at + 1 : undefined;
}

function takesOf(reading: Reading, run: TokenRange, of: boolean): boolean {
  const head = reading.words[run.last - 1];
  if (head === undefined || !/^\p{Lu}/u.test(head.form)) return false;
  const next = reading.words[run.last + 2];
  const title = `${head.lower} of ${next?.lower === "the" ? "the " : ""}${reading.words[run.last + 1]?.lower ?? ""}`;
  if (of && reading.lexicon.titles.has(title)) return true;
  const type = reading.lexicon.cues.get(head.lower);
  if (of) {
    // A country or city before a portfolio word's "of" is no name of a body: "the City of London" is, "the President of France" is not.
    return (type !== undefined && OF_CLASSES.has(type)) || OF_HEADS.has(head.lower);
  }
  return type === "Organization" || type === "Coalition";
}

/** Whether the run is a body that names its field after "of", "for" or "on", or is a field itself: "Food", "Health". */
function endsInPortfolio(reading: Reading, run: TokenRange): boolean {
  const words = reading.words.slice(run.first, run.last);
  return (
    words.some(({ lower }) => lower === "of" || lower === "for" || lower === "on") ||
    isPortfolio(words.at(-1))
  );
}

/** "Alliance of Liberals and Democrats": a body of two kinds of people. */
function joinsMembers(reading: Reading, run: TokenRange, next: Word): boolean {
  const previous = reading.words[run.last - 1];
  const of = reading.words.slice(run.first + 1, run.last - 1).some(({ lower }) => lower === "of");
  const people = (word: Word | undefined): boolean =>
    word !== undefined && /[^su]s$/.test(word.form) && word.xpos === "NNPS";
  return of && people(previous) && people(next);
}

function isPortfolio(word: Word | undefined): boolean {
  return word !== undefined && PORTFOLIOS.has(word.lower);
}

/** Takes titles, demonyms and neighbouring names in a run apart. */
function splitRun(reading: Reading, run: TokenRange): Candidate[] {
  const { first, last } = run;
  if (first >= last) return [];
  if (longestKnown(reading, first, last) === last) return [withTitleBefore(reading, run)].flat();
  const split = splitTitle(reading, run);
  if (split !== undefined) {
    const start = split.phrase === first ? titleStart(reading, first) : first;
    const bodies = splitRun(reading, { first, last: split.phrase }).map((body) => ({
      ...body,
      bodyOfTitle: true,
    }));
    if (split.end === last) return bodies;
    return [...bodies, { first: split.end, last, title: { first: start, last: split.end } }];
  }
  const role = unlistedRole(reading, run);
  if (role !== undefined) {
    return [
      ...splitRun(reading, { first, last: role - 1 }),
      { first: role, last, title: { first, last: role } },
    ];
  }
  const lead = leadingKnown(reading, run);
  if (lead !== undefined) {
    return [...withTitleBefore(reading, { first, last: lead }), ...splitRun(reading, { first: lead, last })];
  }
  return withTitleBefore(reading, run);
}

function withTitleBefore(reading: Reading, run: TokenRange): Candidate[] {
  const title = titleBefore(reading, run.first);
  if (title === undefined || !looksLikePerson(reading, run)) return [run];
  return [{ ...run, title: { first: titleStart(reading, title.phrase), last: title.end } }];
}

/**
 * End of a demonym or country at the start of a run that is a name of its own there: "Israeli" in "Israeli Yossi Cohen",
 * but not in "Israeli Defence Ministry".
 */
function leadingKnown(reading: Reading, { first, last }: TokenRange): number | undefined {
  const end = longestKnown(reading, first, last - 1);
  if (end === undefined || end >= last) return undefined;
  const forms = knownForms(reading, { first, last: end });
  const rest = reading.words.slice(end, last);
  if (rest.some((word) => reading.lexicon.cues.has(word.lower))) return undefined;
  const next = rest[0];
  if (next === undefined || !/^\p{Lu}/u.test(next.form)) return undefined;
  const demonym = forms.some(({ as }) => as === "demonym");
  const opening = reading.words[first];
  if (opening !== undefined && reading.lexicon.givenNames.has(opening.form) && end === first + 1 && !demonym)
    return undefined;
  if (demonym) return rest.length > 1 || reading.lexicon.givenNames.has(next.form) ? end : undefined;
  // "Ukraine Kyiv" does not happen; "Germany Angela Merkel" does in captions, "Apple Watch" and "Google Maps" are one name.
  const country = forms.some(({ entity, as }) => as === "name" && entity.type === "Country");
  return country && (rest.length > 1 || reading.lexicon.givenNames.has(next.form)) ? end : undefined;
}
