import type { Candidate } from "./candidates.ts";
import type { KnownForm } from "./name-lexicon.ts";
import { formOf, knownForms, type Reading, type TokenRange, type Word } from "./reading.ts";

/** The class of a name and what it rests on. */
export interface NameType {
  readonly type: string;
  readonly decidedBy: string;
  /** 0 to 1, set by hand per rule from how often it was right on news text. */
  readonly confidence: number;
  readonly known?: string;
  readonly demonym?: boolean;
}

/** Cue words that are names of bodies when they stand alone with a capital. */
const BODIES_ALONE = new Set(
  "congress senate parliament treasury pentagon cabinet politburo interpol legislature knesset assembly church navy army".split(
    " ",
  ),
);
/** Cue words that are also everyday surnames: they do not outweigh a given name before them. */
const SURNAME_CUES = new Set(
  (
    "hill hills park bridge field banks lake forest castle stone church bishop day law bill code guard marsh camp abbey mine hall tower " +
    "court rivers price bear lion power post house king bay cape port street road creek wells fields rice press globe energy steel order " +
    "mount square garden gardens palace farm station tunnel ridge heights falls fair derby plant fort case star union bond bonds service " +
    "school college show tour week spring best war fire beach center centre north south east west valley wood woods island report waters"
  ).split(" "),
);
const PLACE_PREPOSITIONS = new Set([
  "in",
  "at",
  "near",
  "from",
  "to",
  "across",
  "around",
  "outside",
  "toward",
  "towards",
  "into",
  "throughout",
  "via",
]);
/** Prepositions that only places follow; "to" and "from" take people too. */
const STRICT_PLACE_PREPOSITIONS = new Set(["in", "at", "near", "across", "outside", "throughout", "into"]);
const LEADING_CUES: ReadonlyMap<string, string> = new Map([
  ["university", "Organization"],
  ["bank", "Organization"],
  ["ministry", "Organization"],
  ["department", "Organization"],
  ["lake", "Place"],
  ["mount", "Place"],
  ["cape", "Place"],
  ["fort", "Place"],
  ["port", "Place"],
  ["camp", "Place"],
  ["saint", "Place"],
  ["st.", "Place"],
  ["gulf", "Place"],
  ["isle", "Place"],
  ["hurricane", "Storm"],
  ["typhoon", "Storm"],
  ["cyclone", "Storm"],
  ["storm", "Storm"],
  ["operation", "Event"],
  ["tropical", "Storm"],
  ["radio", "Organization"],
  ["fc", "Organization"],
  ["real", "Organization"],
  ["banco", "Organization"],
  ["groupe", "Organization"],
]);
const CONNECTIVES = new Set(["of", "for", "on", "against"]);
/** Population from which a city's name alone is evidence enough. */
const LARGE_CITY = 250_000;

/** Decides the class of one candidate from the words themselves, what stands beside them, and their place in the tree. */
export function decideType(reading: Reading, candidate: Candidate): NameType {
  return (
    fromTitle(reading, candidate) ??
    fromTable(reading, candidate) ??
    fromDirection(reading, candidate) ??
    fromKnownTail(reading, candidate) ??
    fromOffice(reading, candidate) ??
    fromCue(reading, candidate) ??
    fromAcronym(reading, candidate) ??
    fromNeighbouringNoun(reading, candidate) ??
    fromShape(reading, candidate) ??
    fromGazetteer(reading, candidate) ??
    fromSyntax(reading, candidate) ??
    fallback(reading, candidate)
  );
}

function typed(type: string, decidedBy: string, confidence: number): NameType {
  return { type, decidedBy, confidence };
}

function fromTitle(reading: Reading, candidate: Candidate): NameType | undefined {
  if (candidate.title === undefined) return undefined;
  const cue = strongestCue(reading, candidate);
  if (
    cue !== undefined &&
    candidate.last - candidate.first > 1 &&
    !SURNAME_CUES.has(lastLower(reading, candidate))
  )
    return undefined;
  return typed("Person", "title", 0.97);
}

function fromTable(reading: Reading, candidate: Candidate): NameType | undefined {
  const forms = knownForms(reading, candidate);
  const form = chooseKnown(reading, candidate, forms);
  if (form === undefined) return undefined;
  const { entity } = form;
  const base = { decidedBy: "known name", confidence: 0.95, known: entity.key };
  if (form.as === "name") return { type: entity.type, ...base };
  if (form.as === "metonym") return { type: "Organization", ...base, confidence: 0.85 };
  return { type: isPeople(reading, candidate) ? "Group" : entity.type, ...base, demonym: true };
}

/** Between the entries for one form: the one whose capital or country is in reach is not decided here; the first name wins. */
function chooseKnown(
  reading: Reading,
  candidate: Candidate,
  forms: readonly KnownForm[],
): KnownForm | undefined {
  const [first] = forms;
  if (first === undefined) return undefined;
  const word = reading.words[candidate.last - 1];
  // "Danish", "Dominican": an adjective by its tag or by what follows it.
  if (word !== undefined && word.xpos === "JJ") return forms.find(({ as }) => as === "demonym") ?? first;
  return first;
}

/** Whether a demonym stands for people: "the Europeans", "Ukrainians", "the French said". */
function isPeople(reading: Reading, candidate: Candidate): boolean {
  const word = reading.words[candidate.last - 1];
  if (word === undefined) return false;
  if (/s$/.test(word.form) && /^NNP?S$/.test(word.xpos)) return true;
  if (/(men|women)$/.test(word.form)) return true;
  const next = reading.words[candidate.last];
  const before = reading.words[candidate.first - 1];
  const modifies = /^(amod|compound|nmod:desc|flat)/.test(word.relation);
  const nounNext =
    next !== undefined && /^(NN|JJ|VBN|HYPH|CD|VBG|NFP)/.test(next.xpos) && next.sentence === word.sentence;
  if (before?.lower === "the" && !modifies && !nounNext) return true;
  return (
    /s$/.test(word.form) &&
    !/(ss|us|is)$/.test(word.form) &&
    !nounNext &&
    /^(nsubj|obj|obl|nmod|conj)/.test(word.relation)
  );
}

/** "South East Asia", "northern Ukraine" with a capital: a part of a known place. */
function fromDirection(reading: Reading, { first, last }: TokenRange): NameType | undefined {
  let at = first;
  while (
    at < last - 1 &&
    /^(north|south|east|west|central|upper|lower|greater|inner|outer)([-‑]?(east|west))?(ern)?$/.test(
      reading.words[at]?.lower ?? "",
    )
  )
    at++;
  if (at === first) return undefined;
  const rest = { first: at, last };
  const place = knownForms(reading, rest).some(
    ({ as, entity }) => as === "name" && /^(Country|Place|City)$/.test(entity.type),
  );
  return place || reading.lexicon.cities.has(formOf(reading, rest))
    ? typed("Place", "part of a known place", 0.9)
    : undefined;
}

function lastLower(reading: Reading, { last }: TokenRange): string {
  return reading.words[last - 1]?.lower ?? "";
}

/** Class by the cue word that heads the name: the last before "of" or "for", else the last of all. */
function strongestCue(reading: Reading, candidate: TokenRange): { type: string; word: Word } | undefined {
  const words = reading.words.slice(candidate.first, candidate.last);
  const connective = words.findIndex(({ lower }, place) => place > 0 && CONNECTIVES.has(lower));
  const head = words[(connective > 0 ? connective : words.length) - 1];
  const coalition = connective > 0 && head?.lower === "coalition";
  if (head !== undefined && coalition) return { type: "Coalition", word: head };
  const numbered = /^(\d+|[IVX]+|inc|ltd|corp|plc|llc)\.?$/i.test(words.at(-1)?.form ?? "");
  for (const word of [head, ...(connective < 0 && numbered ? [words.at(-2)] : [])]) {
    if (word === undefined) continue;
    const type = reading.lexicon.cues.get(word.lower);
    if (type !== undefined) return { type, word };
  }
  const opening = words[0];
  const leading = opening === undefined || words.length < 2 ? undefined : LEADING_CUES.get(opening.lower);
  return leading === undefined || opening === undefined ? undefined : { type: leading, word: opening };
}

function fromCue(reading: Reading, candidate: Candidate): NameType | undefined {
  const cue = strongestCue(reading, candidate);
  if (cue === undefined) return undefined;
  const length = candidate.last - candidate.first;
  if (length === 1) {
    return BODIES_ALONE.has(cue.word.lower) ? typed("Organization", "cue word", 0.85) : undefined;
  }
  const opening = reading.words[candidate.first];
  const given = opening !== undefined && reading.lexicon.givenNames.has(opening.form);
  if (given && length <= 3 && SURNAME_CUES.has(cue.word.lower) && !isLocative(reading, candidate, true))
    return undefined;
  return typed(cue.type, "cue word", 0.9);
}

/** "carmaker Tesla", "the river Thames", "Acme, a company"; "Tesla shares" says nothing. */
function fromNeighbouringNoun(reading: Reading, candidate: Candidate): NameType | undefined {
  const before = reading.words[candidate.first - 1];
  const name = reading.words[candidate.first];
  if (
    before !== undefined &&
    name !== undefined &&
    before.sentence === name.sentence &&
    /^NNS?$/.test(before.xpos)
  ) {
    const type = classBesideName(reading, before);
    if (type !== undefined && isNameClass(type)) return typed(type, "noun before it", 0.8);
  }
  const of = before?.lower === "of" ? reading.words[candidate.first - 2] : undefined;
  if (
    of !== undefined &&
    /^(city|town|village|province|region|state|district|port|island|county)$/.test(of.lower)
  ) {
    return typed(/^(city|town)$/.test(of.lower) ? "City" : "Place", "noun before it", 0.85);
  }
  return fromApposition(reading, candidate);
}

function fromApposition(reading: Reading, candidate: Candidate): NameType | undefined {
  const comma = reading.words[candidate.last];
  const limit = comma?.sentence.lastToken ?? 0;
  if (comma?.form !== ",") return undefined;
  const next = reading.words[candidate.last + 1];
  if (next === undefined || next.sentence !== comma.sentence) return undefined;
  if (/^\d{1,3}$/.test(next.form) && /^[,.]$/.test(reading.words[candidate.last + 2]?.form ?? ""))
    return typed("Person", "age after it", 0.92);
  if (next.lower === "who" || next.lower === "whose") return typed("Person", "who-clause", 0.85);
  const inTree = reading.words
    .slice(candidate.last + 1, limit)
    .find(
      ({ relation, headIndex }) =>
        relation === "appos" && headIndex >= candidate.first && headIndex < candidate.last,
    );
  const head = inTree ?? nounAfterArticle(reading, candidate.last + 1, limit);
  if (head === undefined || !/^NNS?$/.test(head.xpos)) return undefined;
  const type = titleClass(reading, head) ?? reading.lexicon.nounClasses.get(head.lemma);
  if (type === undefined || !isNameClass(type)) return undefined;
  const opening = reading.words[candidate.first];
  // A given name outweighs a noun that the tree may have taken for its apposition.
  const given =
    candidate.last - candidate.first > 1 &&
    opening !== undefined &&
    reading.lexicon.givenNames.has(opening.form);
  return type !== "Person" && given ? undefined : typed(type, "apposition", 0.85);
}

/** Head of ", a/an/the … NOUN": the last noun before anything that is no modifier. */
function nounAfterArticle(reading: Reading, first: number, limit: number): Word | undefined {
  if (!/^(a|an|the)$/.test(reading.words[first]?.lower ?? "")) return undefined;
  let noun: Word | undefined;
  for (let index = first + 1; index < limit && index < first + 7; index++) {
    const word = reading.words[index];
    if (word === undefined || !/^(NN|NNS|NNP|NNPS|JJ|JJR|JJS|CD|VBN|VBG|HYPH|POS)$/.test(word.xpos)) break;
    if (/^NNS?$/.test(word.xpos)) noun = word;
  }
  return noun;
}

/** Class that a noun gives to the name beside it: "carmaker" a body, "actor" a person. */
function classBesideName(reading: Reading, noun: Word): string | undefined {
  const listed = reading.lexicon.nounClasses.get(noun.lemma);
  return listed !== undefined && isNameClass(listed) ? listed : (titleClass(reading, noun) ?? listed);
}

function titleClass(reading: Reading, word: Word): string | undefined {
  return reading.lexicon.titles.has(word.lemma) || reading.lexicon.titles.has(word.lower)
    ? "Person"
    : undefined;
}

/** Classes that a name may take from a common noun beside it; "troops" or "meeting" beside a name say nothing of it. */
function isNameClass(type: string): boolean {
  return /^(Person|Organization|Court|City|Place|Country|CelestialBody|Product|Weapon|Work|Event|Storm|Contest)$/.test(
    type,
  );
}

/** "Provisional IRA", "Kurdish Red Crescent": a body that is part of a known one, or like it. */
function fromKnownTail(reading: Reading, { first, last }: TokenRange): NameType | undefined {
  for (let from = first + 1; from < last; from++) {
    const tail = knownForms(reading, { first: from, last });
    if (
      tail.some(
        ({ as, entity }) =>
          as === "name" &&
          entity.type === "Organization" &&
          formOf(reading, { first: from, last }).length > 2,
      )
    ) {
      return typed("Organization", "ends in a known body", 0.75);
    }
  }
  return undefined;
}

/** "leader of the National Rally": who has a leader or a spokesman is a body, unless its words say that it is a place. */
function fromOffice(reading: Reading, candidate: Candidate): NameType | undefined {
  const { words, lexicon } = reading;
  const the = words[candidate.first - 1]?.lower === "the" ? 1 : 0;
  const office = words[candidate.first - 2 - the];
  if (words[candidate.first - 1 - the]?.lower !== "of" || office === undefined) return undefined;
  if (
    !/^(leader|head|chief|chairman|chairwoman|chair|member|spokesman|spokeswoman|spokesperson|director|secretary-general|executive|president)$/.test(
      office.lower,
    )
  ) {
    return undefined;
  }
  const place =
    strongestCue(reading, candidate)?.type === "Place" || lexicon.cities.has(formOf(reading, candidate));
  return place ? undefined : typed("Organization", "has an office", 0.85);
}

function fromAcronym(reading: Reading, candidate: Candidate): NameType | undefined {
  const word = reading.words[candidate.first];
  if (word === undefined || candidate.last - candidate.first > 1 || isShouted(reading, word))
    return undefined;
  const acronym = /^\p{Lu}[\p{Lu}&\d]{1,6}$/u.test(word.form) && /\p{Lu}.*\p{Lu}/u.test(word.form);
  return acronym && !reading.lexicon.cities.has(word.form)
    ? typed("Organization", "acronym", 0.8)
    : undefined;
}

function fromShape(reading: Reading, candidate: Candidate): NameType | undefined {
  const words = reading.words.slice(candidate.first, candidate.last);
  const [opening, second] = words;
  if (opening === undefined) return undefined;
  const alphabetic = words.every(({ form }) => /^[\p{L}\p{M}'’.‑-]+$/u.test(form));
  const capitals = (form: string): boolean =>
    /^\p{Lu}[\p{Lu}&\d]+$/u.test(form) && /\p{Lu}.*\p{Lu}/u.test(form);
  if (second !== undefined && alphabetic && words.length <= 5) {
    if (
      reading.lexicon.givenNames.has(opening.form) &&
      !isLocative(reading, candidate, true) &&
      !capitals(second.form)
    ) {
      return typed("Person", "given name", 0.9);
    }
    if (/^\p{Lu}\.$/u.test(opening.form) || words.slice(1, -1).some(({ form }) => /^\p{Lu}\.$/u.test(form))) {
      return typed("Person", "initials", 0.88);
    }
    if (
      words.some(({ form }) => /^(bin|ibn|ben|van|von|der)$/.test(form)) &&
      !isLocative(reading, candidate, true)
    ) {
      return typed("Person", "name particle", 0.75);
    }
  }
  const joined = words.map(({ form }) => form).join("");
  if (/^\p{Lu}{1,4}[-‑]?\d+\p{L}?$/u.test(joined)) return typed("Product", "letters and number", 0.6);
  if (/\p{L}[-‑ ]?\d+$/u.test(formOf(reading, candidate)) && words.length > 1)
    return typed("Product", "numbered name", 0.55);
  if (/^[\w-]+\.(com|org|net|co|io|tv)$/i.test(joined)) return typed("Organization", "web address", 0.7);
  if (words.some(({ form }) => form === "&")) return typed("Organization", "ampersand", 0.85);
  return undefined;
}

/** Whether the whole sentence is in capitals, so that capitals make no acronym. */
function isShouted(reading: Reading, { sentence }: Word): boolean {
  const line = reading.text.slice(sentence.start, sentence.end);
  return !/\p{Ll}{2}/u.test(line);
}

function fromGazetteer(reading: Reading, candidate: Candidate): NameType | undefined {
  const form = formOf(reading, candidate);
  const population = reading.lexicon.cities.get(form);
  if (population === undefined) return undefined;
  const given = reading.lexicon.givenNames.has(form);
  if (isLocative(reading, candidate, true) || isBeforeRegion(reading, candidate))
    return typed("City", "gazetteer in context", 0.9);
  const common = reading.lexicon.commonWords.has(form.toLowerCase());
  if (common || given) return undefined;
  if (population >= LARGE_CITY) return typed("City", "gazetteer", 0.8);
  return isLocative(reading, candidate, false) ? typed("City", "gazetteer in context", 0.8) : undefined;
}

/** "Lyon, France" or "Springfield, Ohio". */
function isBeforeRegion(reading: Reading, { last }: TokenRange): boolean {
  if (reading.words[last]?.form !== ",") return false;
  for (let end = last + 4; end > last + 1; end--) {
    const forms = knownForms(reading, { first: last + 1, last: end });
    if (forms.some(({ as, entity }) => as === "name" && /^(Country|Place)$/.test(entity.type))) return true;
  }
  return false;
}

/** Whether a preposition of place governs the name. `strict`: one that people and bodies do not follow. */
function isLocative(reading: Reading, { first }: TokenRange, strict: boolean): boolean {
  const word = reading.words[first];
  const before = reading.words[first - 1];
  if (word === undefined || before === undefined || before.sentence !== word.sentence) return false;
  const prepositions = strict ? STRICT_PLACE_PREPOSITIONS : PLACE_PREPOSITIONS;
  if (prepositions.has(before.lower)) return true;
  const farther = reading.words[first - 2];
  return (
    /^(central|northern|southern|eastern|western|downtown|nearby|north|south|east|west)$/.test(
      before.lower,
    ) ||
    (before.lower === "the" && farther?.lower === "in" && false)
  );
}

function fromSyntax(reading: Reading, candidate: Candidate): NameType | undefined {
  const words = reading.words.slice(candidate.first, candidate.last);
  const head = words.find(({ headIndex }) => headIndex < candidate.first || headIndex >= candidate.last);
  const before = reading.words[candidate.first - 1];
  const article = before !== undefined && before.lower === "the" && before.sentence === words[0]?.sentence;
  const governor = head === undefined ? undefined : reading.words[head.headIndex];
  if (head?.relation.startsWith("nsubj") && governor !== undefined) {
    if (reading.lexicon.actorVerbs.has(governor.lemma)) {
      return article
        ? typed("Organization", "speaks, with article", 0.7)
        : typed("Person", "subject of a verb of speaking or deciding", 0.65);
    }
  }
  if (governor?.lemma === "tell" && head !== undefined && /^i?obj/.test(head.relation)) {
    return article ? typed("Organization", "is told, with article", 0.7) : typed("Person", "is told", 0.55);
  }
  if (isBeforeRegion(reading, candidate)) return typed("Place", "before its region", 0.8);
  if (!article && isLocative(reading, candidate, true)) return typed("Place", "preposition of place", 0.6);
  return undefined;
}

function fallback(reading: Reading, candidate: Candidate): NameType {
  const words = reading.words.slice(candidate.first, candidate.last);
  const before = reading.words[candidate.first - 1];
  const article = before?.lower === "the" && before.sentence === words[0]?.sentence;
  const alphabetic = words.every(({ form }) => /^[\p{L}\p{M}'’.‑-]+$/u.test(form));
  const common = words.some(({ lower }) => reading.lexicon.commonWords.has(lower));
  if (article && (words.length > 1 || !common)) return typed("Organization", "article before it", 0.4);
  if (words.length >= 2 && words.length <= 3 && alphabetic && !common)
    return typed("Person", "two capitalised words", 0.55);
  if (words.length >= 2) return typed("Organization", "capitalised words", 0.4);
  return typed("Thing", "nothing", 0.3);
}
