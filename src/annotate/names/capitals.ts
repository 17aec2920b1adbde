import { isProperTag, isWordToken, knownForms, longestKnown, type Reading, type Word } from "./reading.ts";

export const CALENDAR = new Set(
  (
    "january february march april may june july august september october november december " +
    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec " +
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays a.m. p.m. am pm gmt est edt bst cet utc"
  ).split(" "),
);
/** Abbreviations in capitals that name no particular thing. */
const COMMON_ABBREVIATIONS = new Set(
  (
    "AI GDP GNP CO2 TV DNA RNA CEO CFO COO CTO MP MPs MEP MEPs PM VAT IPO GPS HIV AIDS PR IT ID PhD MBA FM CD DVD USB PC " +
    "AC DC II III IV VI VII VIII IX XI XII OK PIN ATM NGO NGOs HQ SUV SUVs LGBT LGBTQ LGBTQ+ UFO UFOs CCTV-camera VIP CV " +
    "Covid COVID COVID-19 Covid-19 MRI PCR R&D B.C. A.D. BC AD Q1 Q2 Q3 Q4 H1N1 5G 4G 3G ETF ETFs ESG LNG EV EVs PPE"
  ).split(" "),
);
const PRONOUN_TAGS = new Set([
  "PRP",
  "PRP$",
  "DT",
  "WP",
  "WDT",
  "WRB",
  "WP$",
  "EX",
  "MD",
  "CC",
  "IN",
  "TO",
  "UH",
  "PDT",
]);
/** Share of capitalised long words above which a line is in title case. */
const TITLE_CASE_FROM = 0.75;
const SMALL_IN_TITLES = new Set(
  "with from into over after about above across against along amid among around before behind between beyond during inside onto outside since than that their them they this through toward towards under until upon what when where which while whose within without".split(
    " ",
  ),
);

/** What the article as a whole shows about a word's capital. */
export interface CapitalEvidence {
  /** Seen capitalised where only names are, tagged as a proper noun. */
  readonly names: ReadonlySet<string>;
  /** Seen in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Sentences in title case or capitals, by index: a capital says nothing there. */
  readonly shouting: ReadonlySet<number>;
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form) || /^\p{Ll}\p{Lu}/u.test(form);
}

/** Whether the token opens its sentence, or a quotation or clause after a colon within it. */
export function opensClause(reading: Reading, word: Word): boolean {
  for (let index = word.index - 1; index >= word.sentence.firstToken; index--) {
    const before = reading.words[index];
    if (before === undefined) return true;
    if (/^["“‘'«([:—–-]+$/.test(before.form)) {
      // A bracket or a hyphen opens nothing by itself: what counts is what stands before it.
      if (/^["“‘«:—–]+$/.test(before.form)) return true;
      continue;
    }
    return !isWordToken(before) && index === word.sentence.firstToken;
  }
  return true;
}

function isTitleCase(words: readonly Word[]): boolean {
  // Prepositions and the like stay small in title case; one small noun or verb too many and it is a sentence full of names.
  const telling = words
    .slice(1)
    .filter((word) => /^\p{L}{4,}/u.test(word.form) && !SMALL_IN_TITLES.has(word.lower));
  const capitals = telling.filter((word) => isCapitalised(word.form)).length;
  return telling.length >= 3 && capitals / telling.length >= TITLE_CASE_FROM;
}

/** Looks over the article once for {@link CapitalEvidence}. */
export function gatherEvidence(reading: Reading): CapitalEvidence {
  const names = new Set<string>();
  const lower = new Set<string>();
  const shouting = new Set<number>();
  for (const sentence of reading.sentences) {
    if (sentence.headline && isTitleCase(reading.words.slice(sentence.firstToken, sentence.lastToken)))
      shouting.add(sentence.index);
  }
  for (const word of reading.words) {
    if (word.form === word.lower) lower.add(word.form);
    else if (!shouting.has(word.sentence.index) && isProperTag(word) && !opensClause(reading, word)) {
      names.add(word.form);
    }
  }
  return { names, lower, shouting };
}

/** Whether a word in a place where a capital says nothing is a name all the same. */
function isNameDespitePlace(reading: Reading, evidence: CapitalEvidence, word: Word): boolean {
  const { lexicon } = reading;
  if (evidence.names.has(word.form)) return true;
  const common = lexicon.commonWords.has(word.lower) || evidence.lower.has(word.lower);
  const known = longestKnown(reading, word.index, word.sentence.lastToken);
  // A form of several words ("World Bank") is never chance; one word may be ("Apple trees").
  if (known !== undefined && (known > word.index + 1 || !common || isProperTag(word))) return true;
  if (evidence.lower.has(word.lower)) return false;
  const next = reading.words[word.index + 1];
  const beforeCapital =
    next !== undefined &&
    isProperTag(next) &&
    isCapitalised(next.form) &&
    !evidence.shouting.has(word.sentence.index);
  if (lexicon.titles.has(word.lower)) return beforeCapital;
  if (isProperTag(word)) {
    return !common || beforeCapital;
  }
  return !common && lexicon.givenNames.has(word.form) && next !== undefined && isCapitalised(next.form);
}

/** Whether a token may be part of a name, by its capital, its tag and its place. */
export function isNameToken(reading: Reading, evidence: CapitalEvidence, word: Word): boolean {
  const { form, lower } = word;
  if (!isCapitalised(form) || COMMON_ABBREVIATIONS.has(form)) return false;
  if (CALENDAR.has(lower)) return isNameInCalendar(reading, word);
  if (isLetterPrefix(reading, word)) return false;
  if (form === "I" || /^I['’]/.test(form) || word.upos === "NUM") return false;
  const saysNothing = evidence.shouting.has(word.sentence.index) || opensClause(reading, word);
  if (saysNothing) {
    if (
      PRONOUN_TAGS.has(word.xpos) &&
      knownForms(reading, { first: word.index, last: word.index + 1 }).length === 0
    ) {
      return (
        longestKnown(reading, word.index, word.sentence.lastToken) !== undefined &&
        !/^(the|a|an|in|on)$/.test(lower)
      );
    }
    return isNameDespitePlace(reading, evidence, word);
  }
  if (PRONOUN_TAGS.has(word.xpos)) return false;
  // A capital inside a sentence is a name's, whatever the tagger made of it.
  return true;
}

/** "May", "April", "August" and "June" are names after a given name or an honorific, and days in "Black Friday". */
function isNameInCalendar(reading: Reading, word: Word): boolean {
  const before = reading.words[word.index - 1];
  if (before === undefined || before.sentence !== word.sentence) return false;
  if (/^(black|bloody|good|ash|palm|holy|easter|cyber)$/.test(before.lower) && /day$/.test(word.lower))
    return true;
  return (
    /^(may|april|august|june|march)$/.test(word.lower) &&
    (/^(mr|mrs|ms|miss|dr|lord|lady|sir)\.?$/.test(before.lower) ||
      (isProperTag(before) && reading.lexicon.givenNames.has(before.form)))
  );
}

/** "T" in "T-shirt", "X" in "X-ray". */
function isLetterPrefix(reading: Reading, word: Word): boolean {
  const hyphen = reading.words[word.index + 1];
  const next = reading.words[word.index + 2];
  return (
    word.form.length === 1 &&
    hyphen?.start === word.end &&
    /^[-‑]$/.test(hyphen.form) &&
    next !== undefined &&
    /^\p{Ll}/u.test(next.form)
  );
}
