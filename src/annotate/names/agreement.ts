import type { NameType } from "./name-type.ts";

/** A name of the article with the class that its own context gives it. */
export interface TypedName {
  /** Tokens' forms, apostrophes normalised. */
  readonly parts: readonly string[];
  readonly decided: NameType;
}

/** Below this, a class gives way to what the same name shows elsewhere in the article. */
const SURE = 0.9;
/** What a class taken from another mention of the article is worth, at most. */
const BORROWED = 0.88;

/**
 * Makes the names of one article agree: equal names share the class that is best supported, and a surname (or any
 * tail of a full name) takes the class of the full name.
 */
export function agree(names: readonly TypedName[]): NameType[] {
  const best = new Map<string, NameType>();
  for (const { parts, decided } of names) {
    const key = parts.join(" ");
    const there = best.get(key);
    if (there === undefined || decided.confidence > there.confidence) best.set(key, decided);
  }
  const people = indexPeople(names, best);
  const firms = indexFirms(names, best);
  return names.map(({ parts, decided }) => {
    if (decided.confidence >= SURE) return decided;
    const key = parts.join(" ");
    const whole = people.get(key);
    // The table knows "Washington" and "Lincoln" as places: a place's preposition kept them sure above.
    if (whole !== undefined && whole.confidence >= 0.55 && decided.known === undefined)
      return borrow(whole, "full name elsewhere");
    const firm = firms.get(key);
    if (firm !== undefined && firm.confidence > decided.confidence)
      return borrow(firm, "full name elsewhere");
    const same = best.get(key);
    return same !== undefined && same.confidence > decided.confidence
      ? borrow(same, "same name elsewhere")
      : decided;
  });
}

/** Legal forms and the like, which a firm's name goes without the second time. */
const LEGAL_FORM =
  /^(inc|corp|corporation|company|co|ltd|limited|llc|plc|ag|sa|nv|gmbh|group|holdings|holding|industries|technologies|motors|airlines|airways|pharmaceuticals)\.?$/i;

/** Names of bodies without the legal form at their end: "Acme" of "Acme Corp."; and the acronyms that their words make. */
function indexFirms(names: readonly TypedName[], best: ReadonlyMap<string, NameType>): Map<string, NameType> {
  const firms = new Map<string, NameType>();
  for (const { parts } of names) {
    const decided = best.get(parts.join(" "));
    if (decided === undefined || !/^(Organization|Coalition|Court)$/.test(decided.type) || parts.length < 2)
      continue;
    const short = parts.findIndex((part) => LEGAL_FORM.test(part));
    if (short > 0 && parts.slice(short).every((part) => LEGAL_FORM.test(part)))
      firms.set(parts.slice(0, short).join(" "), decided);
    const initials = parts.filter((part) => /^\p{Lu}/u.test(part)).map((part) => part.slice(0, 1));
    if (initials.length > 2) firms.set(initials.join(""), decided);
  }
  return firms;
}

function borrow(from: NameType, decidedBy: string): NameType {
  return { ...from, decidedBy, confidence: Math.min(from.confidence, BORROWED) };
}

/** Tails (and lone given names) of the full names of people. */
function indexPeople(
  names: readonly TypedName[],
  best: ReadonlyMap<string, NameType>,
): Map<string, NameType> {
  const tails = new Map<string, NameType>();
  for (const { parts } of names) {
    const decided = best.get(parts.join(" "));
    if (decided?.type !== "Person" || parts.length < 2) continue;
    const keys = [parts[0] ?? ""];
    for (let from = 1; from < parts.length; from++) keys.push(parts.slice(from).join(" "));
    for (const key of keys) {
      const there = tails.get(key);
      if (there === undefined || there.confidence < decided.confidence) tails.set(key, decided);
    }
  }
  return tails;
}
