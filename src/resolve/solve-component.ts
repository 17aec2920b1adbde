import { compareContext } from "./compare-profiles.ts";
import type { IdentityLexicon } from "./identity-lexicon.ts";
import { joinEvents } from "./join-events.ts";
import { foldSpelling } from "./name-folding.ts";
import type { NameGroup } from "./name-groups.ts";
import { acronymsOf, isAcronym, organizationKey } from "./organization-names.ts";
import { type Agreement, compareGiven, compareWords } from "./person-names.ts";
import { PLACE_TYPES } from "./place-types.ts";
import { Profile } from "./profile.ts";
import { type Sighting, tellingCompanions } from "./sightings.ts";
import { type AreApart, compareIds, MARGIN, splitNamesakes } from "./split-group.ts";
import { type Candidate, ThingIndex } from "./thing-index.ts";

/** Two things that were weighed against each other: joined, or left apart for want of evidence. */
export interface IdentityLink {
  /** The least sighting of each. */
  readonly left: string;
  readonly right: string;
  /** 0 to 1. */
  readonly score: number;
  readonly joined: boolean;
  readonly reasons: readonly string[];
}

export interface Solution {
  readonly profiles: readonly Profile[];
  readonly links: readonly IdentityLink[];
}

/** From here on two are one; from {@link REVIEW} on a person should look. */
export const JOIN = 0.65;
const REVIEW = 0.4;

/** What names alone are worth, by how given name and surname agree; the context is added. Chosen on the development stories. */
const GIVEN_SCORES: Readonly<Record<Agreement, number>> = {
  equal: 0.85,
  spelling: 0.85,
  nickname: 0.6,
  initial: 0.5,
  similar: 0.45,
  different: 0,
};
const SIMILAR_SURNAME = 0.45;
const ACRONYM = 0.7;
const FIRST_WORD = 0.35;
/** The article that uses the first word also has the whole name. */
const SAME_ARTICLE = 0.4;
const SAME_NAME_OTHER_TYPE = 0.5;
/** People are called like towns more often than like firms. */
const MUCH_COMPANY = 2;
const KNOWN_NAME = 0.9;
const ONLY_SURNAME = 0.7;
/** Taken off where the single word may be no person at all: it takes company then. */
const UNKNOWN_KIND = 0.15;
const ONE_SURNAME_OF_SEVERAL = 0.4;

interface WeighedPair {
  readonly left: Candidate;
  readonly right: Candidate;
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * Decides who is who among groups whose names may be one thing's. Pure, and the order of groups and sightings changes nothing.
 *
 * 1. Namesakes within each group are told apart.
 * 2. Full names are joined: spellings, nicknames, initials, acronyms, short forms of firms; the surest pairs first.
 * 3. Each single name is joined to the only full name that it fits, or to the one whose company it shares.
 * 4. Single names that fit no full name are joined where they share company, and then to the only other thing of that name.
 * 5. Events of one kind that happened to one thing within days are joined.
 */
export function solveComponent(
  groups: readonly NameGroup[],
  lexicon: IdentityLexicon,
  areApart: AreApart | undefined,
): Solution {
  return new Solver(lexicon, areApart).solve(groups);
}

class Solver {
  readonly #lexicon: IdentityLexicon;
  readonly #areApart: AreApart | undefined;
  readonly #links: IdentityLink[] = [];

  constructor(lexicon: IdentityLexicon, areApart: AreApart | undefined) {
    this.#lexicon = lexicon;
    this.#areApart = areApart;
  }

  solve(groups: readonly NameGroup[]): Solution {
    const [only, ...others] = groups;
    // What nothing else may be needs no company, however many articles name it.
    if (only?.kind === "known" && others.length === 0 && this.#areApart === undefined)
      return { profiles: [new Profile({ [Symbol.iterator]: () => only.sightings.values() })], links: [] };
    const events: Profile[] = [];
    const full: Candidate[] = [];
    const silent: Candidate[] = [];
    const short: Candidate[] = [];
    for (const { kind, sightings: held } of groups) {
      const sightings = [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const singles = () => sightings.map((sighting) => new Profile([sighting]));
      if (kind === "event") events.push(...singles());
      else if (kind === "short") short.push(...singles().map(toCandidate));
      else if (kind === "full") {
        const namesakes = splitNamesakes(sightings, this.#lexicon, this.#areApart);
        full.push(...namesakes.people.map(toCandidate));
        silent.push(...namesakes.silent.map(toCandidate));
      } else full.push(...separate(sightings, this.#areApart).map(toCandidate));
    }
    const things = [...this.#joinFullNames(full)];
    const index = new ThingIndex(silent.length + short.length > 0 ? things : [], this.#lexicon);
    for (const candidate of silent) {
      if (this.#joinSilent(candidate, index)) continue;
      things.push(candidate);
      index.add(candidate);
    }
    const rest = short.filter((candidate) => !this.#joinShortName(candidate, index));
    const loners = this.#joinLoners(rest).filter((loner) => !this.#joinMistakenPerson(loner, index));
    const happenings = joinEvents(events, this.#areApart);
    return {
      profiles: [...[...things, ...loners].map(({ profile }) => profile), ...happenings],
      links: this.#links,
    };
  }

  /** Joins the surest pairs first; what two already joined things are, a third must agree with. */
  #joinFullNames(candidates: readonly Candidate[]): readonly Candidate[] {
    const clusters = new Map<Candidate, Candidate[]>(candidates.map((candidate) => [candidate, [candidate]]));
    const pairs = this.#weighPairs(candidates);
    const pairsOf = new Map<Candidate, WeighedPair[]>();
    for (const pair of pairs)
      for (const candidate of [pair.left, pair.right]) {
        const held = pairsOf.get(candidate);
        if (held === undefined) pairsOf.set(candidate, [pair]);
        else held.push(pair);
      }
    for (const { left, right, score, reasons } of pairs) {
      const [one, other] = [clusters.get(left) as Candidate[], clusters.get(right) as Candidate[]];
      if (one === other) continue;
      const fits = () => one.every((a) => other.every((b) => this.#mayBeOne(a, b)));
      const rivals = () => [...(pairsOf.get(left) ?? []), ...(pairsOf.get(right) ?? [])];
      const joined = score >= JOIN && fits() && !this.#hasRival(rivals(), left, right, score);
      this.#note(left, right, score, joined, reasons);
      if (!joined) continue;
      one.push(...other);
      for (const member of other) clusters.set(member, one);
    }
    return [...new Set(clusters.values())].map(([first, ...others]) => {
      const { profile, face } = first as Candidate;
      for (const other of others) profile.absorb(other.profile);
      return { profile, face };
    });
  }

  /** A full name that says nothing of itself goes to whom it fits best: namesakes, and those of whose name it is a form. */
  #joinSilent(candidate: Candidate, index: ThingIndex<Candidate>): boolean {
    const options = index
      .worthWeighing(candidate)
      .things.filter((thing) => this.#mayBeOne(thing, candidate))
      .flatMap((thing) => {
        const same = thing.face.name === candidate.face.name;
        const names = same
          ? { score: GIVEN_SCORES.equal, reason: "the same full name" }
          : compareFullNames(thing.face, candidate.face, this.#lexicon);
        if (names === undefined) return [];
        const { score, reasons } = compareContext(thing.profile, candidate.profile, this.#lexicon);
        return [{ thing, score: names.score + score, reasons: [names.reason, ...reasons] }];
      })
      .sort((a, b) => b.score - a.score || compareIds(a.thing.profile, b.thing.profile));
    const [best, second] = options;
    const joined = best !== undefined && best.score >= JOIN && best.score - (second?.score ?? 0) >= MARGIN;
    for (const { thing, score, reasons } of options) {
      if (score >= REVIEW) this.#note(candidate, thing, score, joined && thing === best.thing, reasons);
    }
    if (joined) index.absorb(best.thing, candidate.profile);
    return joined;
  }

  #weighPairs(candidates: readonly Candidate[]): readonly WeighedPair[] {
    const pairs: WeighedPair[] = [];
    if (candidates.length < 2) return pairs;
    const index = new ThingIndex(candidates, this.#lexicon);
    const places = new Map(candidates.map((candidate, place) => [candidate, place]));
    for (const [place, left] of candidates.entries()) {
      for (const right of index.namedLike(left)) {
        if ((places.get(right) ?? 0) <= place) continue;
        const names = compareFullNames(left.face, right.face, this.#lexicon);
        if (names === undefined) continue;
        const context = compareContext(left.profile, right.profile, this.#lexicon);
        const score = names.score + context.score;
        if (score >= REVIEW) pairs.push({ left, right, score, reasons: [names.reason, ...context.reasons] });
      }
    }
    return pairs.sort(
      (a, b) =>
        b.score - a.score ||
        compareIds(a.left.profile, b.left.profile) ||
        compareIds(a.right.profile, b.right.profile),
    );
  }

  /** Whether one of the two fits somebody else about as well, who cannot be the same. */
  #hasRival(pairs: readonly WeighedPair[], left: Candidate, right: Candidate, score: number): boolean {
    return pairs.some((pair) => {
      if (pair.score < score - MARGIN || (pair.left === left && pair.right === right)) return false;
      const mine = [pair.left, pair.right].find((one) => one === left || one === right);
      const rival = mine === pair.left ? pair.right : pair.left;
      const partner = mine === left ? right : left;
      return mine !== undefined && rival !== partner && !this.#mayBeOne(rival, partner);
    });
  }

  #mayBeOne(left: Candidate, right: Candidate): boolean {
    if (this.#areApart?.(left.profile, right.profile)) return false;
    if (left.face.known !== undefined && right.face.known !== undefined)
      return left.face.known === right.face.known;
    const [a, b] = [left.face.person, right.face.person];
    // "Viborg" and "Viborg" in one article are two things: the club, and its town.
    if (a === undefined || b === undefined)
      return left.face.name !== right.face.name || !meet(left.profile, right.profile);
    const given = compareGiven(a.given, b.given, this.#lexicon.nicknames);
    const surname = compareWords(a.surname, b.surname);
    if (given === "different" || surname === "different") return false;
    const sure = surname !== "similar" && (given === "equal" || given === "spelling");
    // Two names in one article are two people, unless they are one name in two spellings.
    return sure
      ? left.face.name !== right.face.name || !this.#contradict(left, right)
      : !meet(left.profile, right.profile);
  }

  #contradict(left: Candidate, right: Candidate): boolean {
    return compareContext(left.profile, right.profile, this.#lexicon).contradicts;
  }

  #joinShortName(short: Candidate, index: ThingIndex<Candidate>): boolean {
    const surname = foldSpelling(short.face.person?.surname ?? "");
    const { things, isAll } = index.worthWeighing(short);
    const named = things
      .filter((thing) => !this.#areApart?.(thing.profile, short.profile))
      .flatMap((thing) => this.#weighShortName(short, thing, surname) ?? []);
    // Where not all bearers are weighed there are many, and no one of them is the only one.
    const people = isAll ? named.filter(({ isSurname }) => isSurname).length : Number.POSITIVE_INFINITY;
    // An article that names a bearer in full, and has the single name apart, means it for somebody else.
    const options = named.filter(
      ({ isSurname, thing }) => !(isSurname && meet(thing.profile, short.profile)),
    );
    const scored = options
      .map((option) => ({
        ...option,
        score: option.score + (option.isSurname && people > 1 ? ONE_SURNAME_OF_SEVERAL - ONLY_SURNAME : 0),
      }))
      .sort((a, b) => b.score - a.score || compareIds(a.thing.profile, b.thing.profile));
    const [best, second] = scored;
    if (best === undefined) return false;
    const threshold = people > 1 && best.isSurname ? JOIN - MARGIN : JOIN;
    const joined = best.score >= threshold && best.score - (second?.score ?? 0) >= MARGIN;
    for (const { thing, score, reasons } of scored) {
      if (score >= REVIEW) this.#note(short, thing, score, joined && thing === best.thing, reasons);
    }
    if (joined) index.absorb(best.thing, short.profile);
    return joined;
  }

  #weighShortName(short: Candidate, thing: Candidate, surname: string) {
    const { person, entity, name } = short.face;
    if (person === undefined) return undefined;
    const context = () => compareContext(short.profile, thing.profile, this.#lexicon);
    const mayBeThing = entity.type !== "Person";
    if (thing.face.person !== undefined) {
      if (!thing.profile.singleNames.has(surname)) return undefined;
      const { score, reasons } = context();
      const doubt = mayBeThing ? UNKNOWN_KIND : 0;
      return {
        thing,
        isSurname: true,
        score: ONLY_SURNAME - doubt + score,
        reasons: [`"${entity.label}" is a name of theirs`, ...reasons],
      };
    }
    if (thing.face.name === name && mayBeThing) {
      const { score, reasons } = context();
      return { thing, isSurname: false, score: 0.75 + score, reasons: ["the same name", ...reasons] };
    }
    if (thing.face.known !== undefined) return undefined;
    const whole = organizationKey(thing.face.name);
    const isBare = whole === name && thing.face.name !== name;
    if (!isBare && !whole.startsWith(`${name}_`)) return undefined;
    const { score, reasons } = context();
    const together = meet(thing.profile, short.profile) ? SAME_ARTICLE : 0;
    return {
      thing,
      isSurname: false,
      score: (isBare ? SAME_NAME_OTHER_TYPE : FIRST_WORD) + together + score,
      reasons: [
        whole === name ? "its name without its legal form" : "the first word of its name",
        ...reasons,
      ],
    };
  }

  /**
   * A firm of one word is taken for a person now and then: where nobody bears the name in full, and no article gives it a person's office,
   * company may say that it is the firm.
   */
  #joinMistakenPerson(loner: Candidate, index: ThingIndex<Candidate>): boolean {
    if (loner.face.entity.type !== "Person" || loner.profile.heads.size > 0) return false;
    const { things, isAll } = index.worthWeighing(loner);
    if (!isAll || things.some(({ face }) => face.person !== undefined)) return false;
    const options = things.filter(
      ({ face, profile }) =>
        face.known === undefined &&
        face.name === loner.face.name &&
        !meet(profile, loner.profile) &&
        !this.#areApart?.(profile, loner.profile),
    );
    const [only, another] = options;
    if (only === undefined || another !== undefined) return false;
    const context = compareContext(loner.profile, only.profile, this.#lexicon);
    const least = PLACE_TYPES.has(only.face.entity.type) ? MUCH_COMPANY : 1;
    const score = SAME_NAME_OTHER_TYPE + context.score;
    const joined = context.company >= least && score >= JOIN;
    this.#note(loner, only, score, joined, ["the same name", ...context.reasons]);
    if (joined) index.absorb(only, loner.profile);
    return joined;
  }

  /** Single names with nobody to belong to: one where they share company; words of no known kind by name alone. */
  #joinLoners(loners: readonly Candidate[]): readonly Candidate[] {
    const kept: Candidate[] = [];
    const byCompany = new Map<string, Candidate>();
    for (const loner of loners) {
      const { name, entity } = loner.face;
      const strong = tellingCompanions(loner.face).map((key) => `${name} ${key}`);
      const keys = entity.type === "Person" ? strong : [`thing ${name}`, ...strong];
      const options = new Set(keys.flatMap((key) => byCompany.get(key) ?? []));
      const match = [...options].find((other) => this.#isSameLoner(loner, other));
      if (match === undefined) kept.push(loner);
      else match.profile.absorb(loner.profile);
      for (const key of keys) if (!byCompany.has(key)) byCompany.set(key, match ?? loner);
    }
    return kept;
  }

  #isSameLoner(loner: Candidate, other: Candidate): boolean {
    if (meet(other.profile, loner.profile) || this.#areApart?.(other.profile, loner.profile)) return false;
    const { score, contradicts, reasons } = compareContext(other.profile, loner.profile, this.#lexicon);
    this.#note(loner, other, 0.5 + score, !contradicts, ["the same single name", ...reasons]);
    return !contradicts;
  }

  #note(left: Candidate, right: Candidate, score: number, joined: boolean, reasons: readonly string[]): void {
    const [a, b] = [left.profile.id, right.profile.id];
    const rounded = Math.round(Math.max(0, Math.min(1, score)) * 100) / 100;
    this.#links.push({ left: a < b ? a : b, right: a < b ? b : a, score: rounded, joined, reasons });
  }
}

/** Shown by a sighting of the type that it has most often: single articles take firms for people. */
function toCandidate(profile: Profile): Candidate {
  const counts = new Map<string, number>();
  for (const { entity } of profile.sightings)
    counts.set(entity.type, (counts.get(entity.type) ?? 0) + (entity.type === "Thing" ? 0.1 : 1));
  const [[type] = [""]] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { profile, face: profile.sightings.find(({ entity }) => entity.type === type) as Sighting };
}

/** What is one by its name alone, save where somebody held sightings of it apart. */
function separate(sightings: readonly Sighting[], areApart: AreApart | undefined): readonly Profile[] {
  if (areApart === undefined) return [new Profile(sightings)];
  const parts: Profile[] = [];
  for (const sighting of sightings) {
    const single = new Profile([sighting]);
    const part = parts.find((other) => !areApart(other, single));
    if (part === undefined) parts.push(single);
    else part.absorb(single);
  }
  return parts;
}

function meet(left: Profile, right: Profile): boolean {
  const [few, many] = left.articles.size <= right.articles.size ? [left, right] : [right, left];
  return [...few.articles].some((article) => many.articles.has(article));
}

/** How well two full names fit each other, and why; undefined where they cannot be one thing's. */
export function compareFullNames(
  left: Sighting,
  right: Sighting,
  { nicknames }: IdentityLexicon,
): { readonly score: number; readonly reason: string } | undefined {
  if (left.known !== undefined || right.known !== undefined) {
    // Articles read with different tables: what only one of them knows is the one known thing of its name and type.
    const same =
      left.known !== right.known && left.name === right.name && left.entity.type === right.entity.type;
    return same
      ? { score: KNOWN_NAME, reason: `the known thing of the name "${left.entity.label}"` }
      : undefined;
  }
  const labels = `"${left.entity.label}" and "${right.entity.label}"`;
  const [a, b] = [left.person, right.person];
  if (a !== undefined && b !== undefined) {
    const surname = compareWords(a.surname, b.surname);
    const given = compareGiven(a.given, b.given, nicknames);
    if (surname === "different" || given === "different") return undefined;
    if (surname !== "similar") {
      if (left.name === right.name) return undefined;
      const words =
        given === "equal" || given === "spelling" ? "one name in two spellings" : `${given} given names`;
      return { score: GIVEN_SCORES[given], reason: `${labels}: ${words}` };
    }
    if (given !== "equal" && given !== "spelling") return undefined;
    return { score: SIMILAR_SURNAME, reason: `${labels}: similar surnames` };
  }
  const [key, other] = [organizationKey(left.name), organizationKey(right.name)];
  if (key === other) return { score: SAME_NAME_OTHER_TYPE, reason: `${labels}: the same name` };
  if (a !== undefined || b !== undefined) return undefined;
  for (const [short, long] of [
    [left, right],
    [right, left],
  ] as const) {
    const letters = short.name.replaceAll("_", "");
    if (isAcronym(short.entity.label) && acronymsOf(long.name).includes(letters))
      return { score: ACRONYM, reason: `${labels}: an acronym` };
    // A club or firm has its town's name as its first word, and is not the town.
    const placed = PLACE_TYPES.has(short.entity.type) !== PLACE_TYPES.has(long.entity.type);
    if (!placed && organizationKey(long.name).startsWith(`${organizationKey(short.name)}_`))
      return { score: FIRST_WORD, reason: `${labels}: the first word of its name` };
  }
  return undefined;
}
