import { compareContext } from "./compare-profiles.ts";
import type { IdentityLexicon } from "./identity-lexicon.ts";
import { Profile } from "./profile.ts";
import { type Sighting, tellingCompanions } from "./sightings.ts";
import { UnionFind } from "./union-find.ts";

/** Whether two sightings must not be one thing, because somebody said so. */
export type AreApart = (left: Profile, right: Profile) => boolean;

/** By how much the better one of several namesakes must be ahead. */
export const MARGIN = 0.1;

/** Those who bear one name, told apart. */
export interface Namesakes {
  /** At least one. */
  readonly people: readonly Profile[];
  /** Sightings of the name of which the article does not say whose they are; those that share company stand together. */
  readonly silent: readonly Profile[];
}

/**
 * Tells apart those who share a full name. Sightings that share company or an office are one person; persons in fields of life
 * or offices that have nothing in common are two; what says nothing of itself is left to be weighed against all that it may be.
 */
export function splitNamesakes(
  sightings: readonly Sighting[],
  lexicon: IdentityLexicon,
  areApart: AreApart | undefined,
): Namesakes {
  const cores = gatherCores(sightings, areApart);
  const people: Profile[] = [];
  const silent: Profile[] = [];
  for (const core of cores) {
    if (core.heads.size + core.ties.size === 0) {
      silent.push(core);
      continue;
    }
    const options = people
      .filter((person) => !areApart?.(person, core))
      .map((person) => ({ person, context: compareContext(person, core, lexicon) }))
      .filter(({ context }) => !context.contradicts)
      .sort((a, b) => b.context.score - a.context.score);
    const [best, second] = options;
    if (best === undefined) people.push(core);
    else if (people.length === 1 || best.context.score - (second?.context.score ?? 0) >= MARGIN)
      best.person.absorb(core);
    else silent.push(core);
  }
  if (people.length > 0) return { people, silent };
  const [first, ...others] = silent;
  const rest: Profile[] = [];
  for (const other of others) {
    if (areApart?.(first as Profile, other)) rest.push(other);
    else first?.absorb(other);
  }
  return { people: first === undefined ? [] : [first], silent: rest };
}

/** Sightings that share an office with its tie, or company that few share; as one core, where nobody holds them apart. */
function gatherCores(sightings: readonly Sighting[], areApart: AreApart | undefined): readonly Profile[] {
  const union = new UnionFind(sightings.length);
  const first = new Map<string, number>();
  for (const [index, sighting] of sightings.entries()) {
    const evidence = tellingCompanions(sighting);
    for (const head of sighting.roles.heads)
      for (const tie of sighting.roles.ties) evidence.push(`${head} of ${tie}`);
    for (const key of evidence) {
      const held = first.get(key);
      if (held === undefined) first.set(key, index);
      else union.join(held, index);
    }
  }
  const profiles = union.groups().map((indexes) => indexes.map((index) => sightings[index] as Sighting));
  return profiles
    .flatMap((members) => separate(members, areApart))
    .sort((a, b) => b.sightings.length - a.sightings.length || compareIds(a, b));
}

/** One profile, or one for each sighting where two of them are held apart. */
function separate(members: readonly Sighting[], areApart: AreApart | undefined): readonly Profile[] {
  if (areApart === undefined) return [new Profile(members)];
  const singles = members.map((member) => new Profile([member]));
  const conflict = singles.some((single, index) =>
    singles.slice(index + 1).some((other) => areApart(single, other)),
  );
  return conflict ? singles : [new Profile(members)];
}

export function compareIds(left: Profile, right: Profile): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
