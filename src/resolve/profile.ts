import { foldSpelling } from "./name-folding.ts";
import { normalName } from "./names.ts";
import { isOwn, type Sighting } from "./sightings.ts";

const DAY = 86_400_000;

/**
 * What is known of somebody or something from its sightings taken together. Two are compared in the time that the smaller one's
 * companions take, however many articles the other one was seen in.
 */
export class Profile {
  readonly sightings: Sighting[] = [];
  readonly articles = new Set<string>();
  readonly heads = new Set<string>();
  readonly ties = new Set<string>();
  readonly fields = new Set<string>();
  /** Single names that somebody is called by, folded: the surname, and what articles shorten the full name to. */
  readonly singleNames = new Set<string>();
  /** Days of the first and the last article that has a date; empty where none has. */
  #from = "";
  #to = "";
  /** Companion → its weight, and in how many sightings it is there. */
  readonly companions = new Map<string, { readonly weight: number; count: number }>();

  readonly #ids = new Set<string>();
  #least: string | undefined;

  constructor(sightings: Iterable<Sighting>) {
    for (const sighting of sightings) this.#add(sighting);
  }

  /** Takes in the other one's sightings. */
  absorb(other: Profile): void {
    for (const sighting of other.sightings) this.#add(sighting);
  }

  /** Id of the least sighting: an order among things that nothing else orders. */
  get id(): string {
    return this.#least ?? "";
  }

  /** Days between the articles of the two: 0 where their times overlap, NaN where one has no date. */
  daysFrom(other: Profile): number {
    const gap = Math.max(
      Date.parse(this.#from) - Date.parse(other.#to),
      Date.parse(other.#from) - Date.parse(this.#to),
    );
    return Math.max(0, gap) / DAY;
  }

  has(sightingId: string): boolean {
    return this.#ids.has(sightingId);
  }

  #addSingleNames(surname: string, aliases: readonly string[]): void {
    this.singleNames.add(foldSpelling(surname));
    for (const alias of aliases) {
      if (/^\p{L}+$/u.test(alias)) this.singleNames.add(foldSpelling(normalName(alias)));
    }
  }

  #add(sighting: Sighting): void {
    const { articleId, entity, roles, companions, ownKey, published } = sighting;
    this.sightings.push(sighting);
    this.#ids.add(sighting.id);
    this.articles.add(articleId);
    if (published !== undefined) {
      if (this.#from === "" || published < this.#from) this.#from = published;
      if (published > this.#to) this.#to = published;
    }
    for (const head of roles.heads) this.heads.add(head);
    for (const tie of roles.ties) this.ties.add(tie);
    for (const field of roles.fields) this.fields.add(field);
    if (this.#least === undefined || sighting.id < this.#least) this.#least = sighting.id;
    if (sighting.person !== undefined) this.#addSingleNames(sighting.person.surname, entity.aliases);
    for (const [key, weight] of companions) {
      if (isOwn(key, ownKey)) continue;
      const held = this.companions.get(key);
      if (held === undefined) this.companions.set(key, { weight, count: 1 });
      else held.count++;
    }
  }
}

/** A companion counts in full where every third article of the more often seen thing names it. */
const REGULAR = 3;

/** The company that two things share: weights of their common companions, in order of weight. */
export interface SharedCompany {
  readonly weight: number;
  /** Companion keys, weightiest first. */
  readonly keys: readonly string[];
}

export function sharedCompany(left: Profile, right: Profile): SharedCompany {
  const [few, many] = left.companions.size <= right.companions.size ? [left, right] : [right, left];
  const shared: { key: string; weight: number }[] = [];
  for (const [key, { weight, count }] of few.companions) {
    const other = many.companions.get(key);
    if (other === undefined) continue;
    const regularity = Math.min(
      1,
      (REGULAR * count) / few.sightings.length,
      (REGULAR * other.count) / many.sightings.length,
    );
    shared.push({ key, weight: weight * regularity });
  }
  shared.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  return { weight: shared.reduce((sum, { weight }) => sum + weight, 0), keys: shared.map(({ key }) => key) };
}
