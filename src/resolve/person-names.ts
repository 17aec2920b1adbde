import { distance } from "fastest-levenshtein";
import { lexiconRows } from "./lexicon-rows.ts";
import { foldSpelling, skeletonOf } from "./name-folding.ts";
import { normalName } from "./names.ts";

/** A person's name in its parts. */
export interface PersonName {
  /** Normal forms of the given and middle names; empty where only one name is known. */
  readonly given: readonly string[];
  /** Normal form of the last name with its particles, in one word: "vonderleyen", "elamrani". */
  readonly surname: string;
}

/** Forms of address before a name that are no part of it; most are taken off when the article is read. */
const HONORIFICS = new Set("mr mrs ms miss dr sir dame lord lady prof professor sheikh".split(" "));
/** Words that belong to the name that follows. */
const PARTICLES = new Set(
  "al el bin ben ibn abu da de del della der den des di do dos du la le van von vom zu ter ten st".split(" "),
);
const SUFFIXES = new Set("jr sr ii iii iv".split(" "));

/**
 * @param isOffice tells nouns of offices, in lower case: before a name they are a title that was taken for a part of it
 * @returns undefined for a label without letters
 * @example
 * parsePersonName("Ms Ursula von der Leyen"); // { given: ["ursula"], surname: "vonderleyen" }
 */
export function parsePersonName(
  name: string,
  isOffice: (word: string) => boolean = () => false,
): PersonName | undefined {
  const words = name.split("_");
  while (words.length > 1 && (HONORIFICS.has(words[0] ?? "") || isOffice(words[0] ?? ""))) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1) ?? "")) words.pop();
  let start = words.length - 1;
  while (start > 0 && PARTICLES.has(words[start - 1] ?? "")) start--;
  const surname = words.slice(start).join("");
  if (surname === "") return undefined;
  return { given: words.slice(0, start), surname };
}

/** How two names agree, from the surest. */
export type Agreement = "equal" | "spelling" | "nickname" | "initial" | "similar" | "different";

/** Formal and short given names, by normal form: names of one group may be one person's. */
export type Nicknames = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads `data/lexicon/nicknames.tsv`. */
export function parseNicknames(tsv: string): Nicknames {
  const groups = new Map<string, Set<string>>();
  for (const [formal = "", short = ""] of lexiconRows(tsv)) {
    for (const name of [formal, ...short.split("|")]) {
      const normal = normalName(name);
      groups.set(normal, (groups.get(normal) ?? new Set()).add(formal));
    }
  }
  return groups;
}

/** 0 to 1: one minus Levenshtein's distance by the longer length. */
export function similarity(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

/** Names of four letters or more may differ by this much and still be heard as one. */
const SIMILAR = 0.74;

/** Compares two words of names by their normal forms. */
export function compareWords(left: string, right: string): Agreement {
  if (left === right) return "equal";
  const [a, b] = [foldSpelling(left), foldSpelling(right)];
  if (a === b) return "spelling";
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 3) return "different";
  const soundsAlike = skeletonOf(a) === skeletonOf(b) && skeletonOf(a).length > 2;
  return soundsAlike || similarity(a, b) >= SIMILAR ? "similar" : "different";
}

/**
 * Compares first given names, and middle names where both have one.
 *
 * @example
 * compareGiven(["robert", "j"], ["bob"], nicknames); // "nickname"
 */
export function compareGiven(
  left: readonly string[],
  right: readonly string[],
  nicknames: Nicknames,
): Agreement {
  const [first, ...middle] = left;
  const [other, ...otherMiddle] = right;
  if (first === undefined || other === undefined) return "different";
  const disagree = middle.some(
    (name) => otherMiddle.length > 0 && !otherMiddle.some((candidate) => candidate[0] === name[0]),
  );
  if (disagree) return "different";
  const words = compareWords(first, other);
  if (words === "equal" || words === "spelling") return words;
  const groups = nicknames.get(first);
  const shared = [...(nicknames.get(other) ?? [])].some((formal) => groups?.has(formal));
  if (shared) return "nickname";
  if ((first.length === 1 || other.length === 1) && first[0] === other[0]) return "initial";
  return words;
}
