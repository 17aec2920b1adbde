import type { IdentityLexicon } from "./identity-lexicon.ts";
import { fullNameKeys } from "./name-groups.ts";
import type { Profile } from "./profile.ts";
import { putIn } from "./set-index.ts";
import { type Sighting, tellingCompanions } from "./sightings.ts";

/** Something in a component that may become part of something else. */
export interface Candidate {
  readonly profile: Profile;
  /** A sighting whose name and type stand for all. */
  readonly face: Sighting;
}

/** Of so many bearers of a name, each is weighed; of more, those that keep the same company. */
const FEW = 24;
/** What more of the bearers keep company with than these says little of which one is meant. */
const FEW_COMPANIONS = 64;

/** Things of one component, found by their names and by their company. */
export class ThingIndex<T extends Candidate> {
  readonly #lexicon: IdentityLexicon;
  readonly #hubs = new Map<string, Set<T>>();
  readonly #spokes = new Map<string, Set<T>>();
  /** Made when the first name turns out to be borne by many. */
  #byEvidence: Map<string, Set<T>> | undefined;
  readonly #places = new Map<T, number>();

  constructor(things: Iterable<T>, lexicon: IdentityLexicon) {
    this.#lexicon = lexicon;
    for (const thing of things) this.add(thing);
  }

  add(thing: T): void {
    this.#places.set(thing, this.#places.size);
    const { hubs, spokes } = fullNameKeys(thing.face, this.#lexicon);
    for (const key of hubs) putIn(this.#hubs, key, thing);
    for (const key of spokes) putIn(this.#spokes, key, thing);
    this.#addSingles(thing, thing.profile);
    if (this.#byEvidence !== undefined) addEvidence(this.#byEvidence, thing, thing.profile.sightings);
  }

  /** Takes the other one's sightings into a thing. */
  absorb(thing: T, other: Profile): void {
    thing.profile.absorb(other);
    this.#addSingles(thing, other);
    if (this.#byEvidence !== undefined) addEvidence(this.#byEvidence, thing, other.sightings);
  }

  /** What articles shorten the name to. */
  #addSingles(thing: T, { singleNames }: Profile): void {
    for (const single of singleNames) putIn(this.#spokes, `single ${single}`, thing);
  }

  /** Those whose names may be the same thing's, in the order in which they were added. */
  namedLike({ face }: Candidate): readonly T[] {
    return this.#inOrder(new Set(this.#setsFor(face).flatMap((things) => [...things])));
  }

  /**
   * Of those whose names may be the same thing's, the ones that a sighting is worth weighing against: all of a few; of many, those that are
   * in its article, of the same body, or in the same company. Takes time in proportion to these, however many bear the name.
   */
  worthWeighing({ face, profile }: Candidate): { readonly things: readonly T[]; readonly isAll: boolean } {
    const sets = this.#setsFor(face);
    const few = new Set<T>();
    for (const things of sets) {
      for (const thing of things) {
        few.add(thing);
        if (few.size > FEW) break;
      }
    }
    if (few.size <= FEW) return { things: this.#inOrder(few), isAll: true };
    const byEvidence = this.#readEvidence();
    const near = new Set<T>();
    const take = (things: Iterable<T>) => {
      for (const thing of things) if (sets.some((set) => set.has(thing))) near.add(thing);
    };
    for (const article of profile.articles) take(byEvidence.get(`in ${article}`) ?? []);
    for (const key of evidenceOf(face)) {
      const held = byEvidence.get(key);
      if (held !== undefined && held.size <= FEW_COMPANIONS) take(held);
    }
    return { things: this.#inOrder(near), isAll: false };
  }

  #setsFor(face: Sighting): readonly ReadonlySet<T>[] {
    const { hubs, spokes } = fullNameKeys(face, this.#lexicon);
    return [
      ...[...hubs].flatMap((key) => [this.#hubs.get(key), this.#spokes.get(key)]),
      ...[...spokes].map((key) => this.#hubs.get(key)),
    ].filter((things) => things !== undefined);
  }

  #inOrder(things: Iterable<T>): readonly T[] {
    return [...things].sort((a, b) => (this.#places.get(a) ?? 0) - (this.#places.get(b) ?? 0));
  }

  #readEvidence(): Map<string, Set<T>> {
    if (this.#byEvidence === undefined) {
      this.#byEvidence = new Map();
      for (const thing of this.#places.keys()) addEvidence(this.#byEvidence, thing, thing.profile.sightings);
    }
    return this.#byEvidence;
  }
}

function addEvidence<T>(index: Map<string, Set<T>>, thing: T, sightings: readonly Sighting[]): void {
  for (const sighting of sightings) {
    putIn(index, `in ${sighting.articleId}`, thing);
    for (const key of evidenceOf(sighting)) putIn(index, key, thing);
  }
}

function evidenceOf(sighting: Sighting): readonly string[] {
  return [...tellingCompanions(sighting), ...[...sighting.roles.ties].map((tie) => `of ${tie}`)];
}
