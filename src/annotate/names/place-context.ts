import type { Candidate } from "./candidates.ts";
import { type NameType, typed } from "./name-type.ts";
import { formOf, isProperTag, knownForms, type Reading, type TokenRange } from "./reading.ts";

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

/** Population from which a city's name alone is evidence enough. */
const LARGE_CITY = 250_000;

/** "South East Asia", "northern Ukraine" with a capital: a part of a known place. */
export function fromDirection(reading: Reading, { first, last }: TokenRange): NameType | undefined {
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

export function fromGazetteer(reading: Reading, candidate: Candidate): NameType | undefined {
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
export function isBeforeRegion(reading: Reading, { last }: TokenRange): boolean {
  if (reading.words[last]?.form !== ",") return false;
  for (let end = last + 4; end > last + 1; end--) {
    const forms = knownForms(reading, { first: last + 1, last: end });
    if (forms.some(({ as, entity }) => as === "name" && /^(Country|Place)$/.test(entity.type))) return true;
  }
  return false;
}

/** "Joan Thackray, of Harrogate, said", "Jan Voss, 53, of Bergen.": the town after a name set apart by commas. */
export function isHome(reading: Reading, { first, last }: TokenRange): boolean {
  const [name, comma, of] = [reading.words[first - 3], reading.words[first - 2], reading.words[first - 1]];
  if (of?.lower !== "of" || comma?.form !== "," || name?.sentence !== of.sentence) return false;
  const age = /^\d{1,3}$/.test(name.form);
  return (age || isProperTag(name)) && /^[,.;)]$/.test(reading.words[last]?.form ?? "");
}

/** Whether a preposition of place governs the name. `strict`: one that people and bodies do not follow. */
export function isLocative(reading: Reading, { first }: TokenRange, strict: boolean): boolean {
  const word = reading.words[first];
  const before = reading.words[first - 1];
  if (word === undefined || before === undefined || before.sentence !== word.sentence) return false;
  const prepositions = strict ? STRICT_PLACE_PREPOSITIONS : PLACE_PREPOSITIONS;
  if (prepositions.has(before.lower)) return true;
  return /^(central|northern|southern|eastern|western|downtown|nearby|north|south|east|west)$/.test(
    before.lower,
  );
}
