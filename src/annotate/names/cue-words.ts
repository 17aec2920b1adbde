import type { Candidate } from "./candidates.ts";
import { type NameType, typed } from "./name-type.ts";
import { isLocative } from "./place-context.ts";
import type { Reading, TokenRange, Word } from "./reading.ts";

/** Cue words that are names of bodies when they stand alone with a capital. */
const BODIES_ALONE = new Set(
  "congress senate parliament treasury pentagon cabinet politburo interpol legislature knesset assembly church navy army".split(
    " ",
  ),
);

/** Cue words that are also everyday surnames: they do not outweigh a given name before them. */
export const SURNAME_CUES = new Set(
  (
    "hill hills park bridge field banks lake forest castle stone church bishop day law bill code guard marsh camp abbey mine hall tower " +
    "court rivers price bear lion power post house king bay cape port street road creek wells fields rice press globe energy steel order " +
    "mount square garden gardens palace farm station tunnel ridge heights falls fair derby plant fort case star union bond bonds service " +
    "school college show tour week spring best war fire beach center centre north south east west valley wood woods island report waters"
  ).split(" "),
);

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

export function lastLower(reading: Reading, { last }: TokenRange): string {
  return reading.words[last - 1]?.lower ?? "";
}

/** Class by the cue word that heads the name: the last before "of" or "for", else the last of all. */
export function strongestCue(
  reading: Reading,
  candidate: TokenRange,
): { type: string; word: Word } | undefined {
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

export function fromCue(reading: Reading, candidate: Candidate): NameType | undefined {
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
