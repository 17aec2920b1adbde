import type { ArticleEntity } from "../model/mention.ts";
import { DAY } from "./days.ts";
import { foldSpelling } from "./name-folding.ts";
import { normalName } from "./names.ts";
import { isOwn, type Sighting } from "./sightings.ts";

/** Of one that more articles speak of than these, those say what company it keeps: it is no other company in the rest. */
const TELLING = 500;

/**
 * What is known of somebody or something from its sightings taken together, worked out where it is asked for. Two are compared in the
 * time that the smaller one's companions take, however many articles the other one was seen in.
 */
export class Profile {
  /** Not yet gone through: most of a graph is not looked at again when an article comes. */
  #given: Iterable<Sighting> | undefined;
  #sightings: Sighting[] = [];
  readonly #articles = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #heads = new Set<string>();
  readonly #ties = new Set<string>();
  readonly #fields = new Set<string>();
  readonly #singleNames = new Set<string>();
  readonly #companions = new Map<string, { readonly weight: number; count: number }>();
  /** Days of the first and the last article that has a date; empty where none has. */
  #from = "";
  #to = "";
  #least: string | undefined;
  /** How many sightings the sets have taken in. */
  #read = 0;

  /** @param sightings gone through when first asked for */
  constructor(sightings: Iterable<Sighting>) {
    this.#given = sightings;
  }

  get sightings(): readonly Sighting[] {
    return this.#all();
  }

  #all(): Sighting[] {
    if (this.#given !== undefined) {
      this.#sightings = [...this.#given];
      this.#given = undefined;
    }
    return this.#sightings;
  }

  /** Takes in the other one's sightings. */
  absorb({ sightings }: Profile): void {
    const all = this.#all();
    for (const sighting of sightings) all.push(sighting);
  }

  /** Id of the least sighting: an order among things that nothing else orders. */
  get id(): string {
    return this.#readAll().#least ?? "";
  }

  get articles(): ReadonlySet<string> {
    return this.#readAll().#articles;
  }

  get heads(): ReadonlySet<string> {
    return this.#readAll().#heads;
  }

  get ties(): ReadonlySet<string> {
    return this.#readAll().#ties;
  }

  get fields(): ReadonlySet<string> {
    return this.#readAll().#fields;
  }

  /** Single names that somebody is called by, folded: the surname, and what articles shorten the full name to. */
  get singleNames(): ReadonlySet<string> {
    return this.#readAll().#singleNames;
  }

  /** Companion → its weight, and in how many sightings it is there. */
  get companions(): ReadonlyMap<string, { readonly weight: number; readonly count: number }> {
    return this.#readAll().#companions;
  }

  /** How many sightings the companions were counted in. */
  get counted(): number {
    return Math.min(this.sightings.length, TELLING);
  }

  /** Days between the articles of the two: 0 where their times overlap, NaN where one has no date. */
  daysFrom(other: Profile): number {
    this.#readAll();
    other.#readAll();
    const gap = Math.max(
      Date.parse(this.#from) - Date.parse(other.#to),
      Date.parse(other.#from) - Date.parse(this.#to),
    );
    return Math.max(0, gap) / DAY;
  }

  has(sightingId: string): boolean {
    return this.#readAll().#ids.has(sightingId);
  }

  #readAll(): this {
    const all = this.#all();
    for (; this.#read < all.length; this.#read++)
      this.#add(all[this.#read] as Sighting, this.#read < TELLING);
    return this;
  }

  #add(sighting: Sighting, isTelling: boolean): void {
    const { id, articleId, entity, roles, companions, ownKey, person, published } = sighting;
    this.#ids.add(id);
    this.#articles.add(articleId);
    if (published !== undefined) {
      if (this.#from === "" || published < this.#from) this.#from = published;
      if (published > this.#to) this.#to = published;
    }
    for (const head of roles.heads) this.#heads.add(head);
    for (const tie of roles.ties) this.#ties.add(tie);
    for (const field of roles.fields) this.#fields.add(field);
    if (this.#least === undefined || id < this.#least) this.#least = id;
    if (person !== undefined)
      for (const name of singleNamesOf(person.surname, entity)) this.#singleNames.add(name);
    if (!isTelling) return;
    for (const [key, weight] of companions) {
      if (isOwn(key, ownKey)) continue;
      const held = this.#companions.get(key);
      if (held === undefined) this.#companions.set(key, { weight, count: 1 });
      else held.count++;
    }
  }
}

/** The surname, and the single other names that an article calls somebody by ("Xi"), folded. */
export function singleNamesOf(
  surname: string,
  { aliases }: Pick<ArticleEntity, "aliases">,
): readonly string[] {
  const single = aliases.filter((alias) => /^\p{L}+$/u.test(alias));
  return [surname, ...single.map(normalName)].map(foldSpelling);
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
    const regularity = Math.min(1, (REGULAR * count) / few.counted, (REGULAR * other.count) / many.counted);
    shared.push({ key, weight: weight * regularity });
  }
  shared.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  return { weight: shared.reduce((sum, { weight }) => sum + weight, 0), keys: shared.map(({ key }) => key) };
}
