import { DAY } from "../resolve/days.ts";

import type { StatedFact } from "./statements.ts";

/** Nouns by which articles speak of one thing. The second list holds what kills and injures; its first nouns stand for any of them. */
const SYNONYMS = [
  "crossing checkpoint",
  "deal agreement accord pact",
  "election vote ballot poll",
  "factory plant",
  "game match",
  "inquiry investigation probe",
  "job position post",
  "march protest demonstration rally",
  "merger takeover acquisition",
  "strike walkout stoppage",
  "summit meeting talks",
  "worker employee",
];
const ANY_HARM = "disaster tragedy catastrophe accident incident emergency";
const HARMS = [
  "attack assault shooting raid strike airstrike bombing ambush",
  "avalanche",
  "clash unrest riot fighting violence",
  "collapse",
  "crash collision derailment pile-up wreck",
  "earthquake quake tremor aftershock",
  "explosion blast",
  "fire blaze inferno wildfire",
  "flood flooding deluge",
  "landslide mudslide landslip",
  "outbreak epidemic",
  "sinking capsizing shipwreck",
  "storm hurricane typhoon cyclone tornado",
];
const CLASSES = new Map(
  [...SYNONYMS, ...HARMS].flatMap((nouns) => {
    const [first = "", ...others] = nouns.split(" ");
    return [first, ...others].map((noun) => [noun, first] as const);
  }),
);
const HARM_CLASSES = new Set(HARMS.map((nouns) => nouns.split(" ")[0] ?? ""));
const GENERAL_HARMS = new Set(ANY_HARM.split(" "));
/** Say nothing of which one it is. */
const IDLE = new Set(
  (
    "new latest recent deadly fatal huge massive big major large small controversial planned proposed expected long-awaited " +
    "whole entire same current ongoing early late high low great"
  ).split(" "),
);
/** "A second fire" is another one than the fire. */
const ANOTHER =
  /^(?:an?other|second|third|fourth|next|further|separate|fresh|later|earlier|previous|last|similar|other|more)\b/i;
/** A toll of which nothing says what took it is that of whatever the story is of. */
const TOLL =
  /^(?:death |casualty |official |overall |total )*(?:toll|number of (?:dead|deaths|injured|wounded|victims|casualties|fatalities))$/i;
const AFTER_HEAD = / (?:of|in|on|at|for|between|with|to|from|by|near|off|over|against|after|that|which) /;
const LINKING = new Set(
  "of in on at for between with to from by near off over against after and the a an".split(" "),
);

/** What the words of a description say of the thing. */
export interface Description {
  /** The noun that says what it is; synonyms have one. */
  readonly head: string;
  /** What kills or injures. */
  readonly isHarm: boolean;
  readonly names: ReadonlySet<string>;
  readonly qualities: ReadonlySet<string>;
  readonly isAnother: boolean;
}

const read = new Map<string, Description>();

/** @param label without determiner: "border crossing between two countries" */
export function describe(label: string): Description {
  const held = read.get(label);
  if (held !== undefined) return held;
  // Labels of one graph are asked for again and again; those of many graphs are not kept.
  if (read.size > 50_000) read.clear();
  const description = readDescription(label);
  read.set(label, description);
  return description;
}

function readDescription(label: string): Description {
  if (TOLL.test(label))
    return { head: "disaster", isHarm: true, names: new Set(), qualities: new Set(), isAnother: false };
  const [phrase = ""] = label.split(AFTER_HEAD);
  const headWord = phrase.split(" ").at(-1) ?? "";
  const head = classOf(headWord);
  const names = new Set<string>();
  const qualities = new Set<string>();
  const words = label.split(/[\s-]+/).filter((word) => word !== "");
  for (const [index, word] of words.entries()) {
    const plain = word.replace(/['’]s?$/u, "");
    const folded = fold(plain);
    if (word === headWord || LINKING.has(folded) || IDLE.has(folded) || /\p{N}/u.test(word)) continue;
    const capital = /^\p{Lu}/u.test(plain);
    // A label's first word may have its capital from the sentence.
    if (index === 0 && capital && !/^\p{Lu}/u.test(words[1] ?? "")) continue;
    (capital ? names : qualities).add(folded);
  }
  return {
    head,
    isHarm: HARM_CLASSES.has(head) || GENERAL_HARMS.has(head),
    names,
    qualities,
    isAnother: ANOTHER.test(label),
  };
}

function fold(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 3 ? lower.replace(/(?<=[a-z]{3})s$/, "") : lower;
}

function classOf(noun: string): string {
  const lower = noun.toLowerCase();
  return CLASSES.get(lower) ?? CLASSES.get(fold(lower)) ?? fold(lower);
}

/**
 * Whether two descriptions may be of one thing, by their words alone: the same noun, and nothing said that tells them apart.
 *
 * @param said words that tell nothing apart, since what else the claim speaks of bears them: "Skagen's offer", of Skagen
 */
export function fitEachOther(left: Description, right: Description, said: ReadonlySet<string>): boolean {
  if (left.isAnother || right.isAnother) return false;
  const heads = left.head === right.head || areAnyHarm(left, right);
  return heads && holdsAll(left.names, right.names, said) && holdsAll(left.qualities, right.qualities, said);
}

/** The words of a label, as descriptions have theirs. */
export function foldedWords(label: string): ReadonlySet<string> {
  return new Set(label.split(/[^\p{L}\p{N}]+/u).map(fold));
}

function areAnyHarm(left: Description, right: Description): boolean {
  return left.isHarm && right.isHarm && (GENERAL_HARMS.has(left.head) || GENERAL_HARMS.has(right.head));
}

/** One of the two has no more than the other. */
function holdsAll(left: ReadonlySet<string>, right: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...all].every((word) => others.has(word) || said.has(word));
  return without(left, right) || without(right, left);
}

/** What an article names, with how much each says: 1, or less for places and for what many articles name. */
export type Company = ReadonlyMap<string, number>;

/** Articles of one story come within so many days, and share so much company; less where they are near, or say it of one thing. */
const STORY_DAYS = 60;
const NEAR_DAYS = 10;
const SHARED = 2;
const SHARED_NEAR = 1.4;
/** What both say is to come is spoken of for longer: works, sales and trials are put off by months. */
const PLAN_DAYS = 365;

/**
 * Whether two facts are told in one story, so that "the fire" is one fire.
 *
 * @param isTied what they say of it joins it to the same thing
 */
export function areOneStory(
  left: StatedFact,
  right: StatedFact,
  companyOf: (article: string) => Company,
  isTied: boolean,
): boolean {
  const days = Math.abs(dayOf(left.article) - dayOf(right.article));
  const areAhead = left.temporality === "future" && right.temporality === "future";
  if (!(days <= (areAhead ? PLAN_DAYS : STORY_DAYS))) return false;
  const [mine, theirs] = [companyOf(left.article.id), companyOf(right.article.id)];
  let shared = 0;
  for (const [node, weight] of mine) if (theirs.has(node)) shared += weight;
  return shared >= (isTied || days <= NEAR_DAYS ? SHARED_NEAR : SHARED);
}

/** Day of publication, counted from 1970; NaN where unknown. */
export function dayOf({ published }: StatedFact["article"]): number {
  return Date.parse(published?.slice(0, 10) ?? "") / DAY;
}
