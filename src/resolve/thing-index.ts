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
  readonly #byEvidence = new Map<string, Set<T>>();
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
    for (const single of thing.profile.singleNames) putIn(this.#spokes, `single ${single}`, thing);
    for (const sighting of thing.profile.sightings) this.#addEvidence(thing, sighting);
  }

  /** Takes the other one's sightings into a thing. */
  absorb(thing: T, other: Profile): void {
    thing.profile.absorb(other);
    for (const sighting of other.sightings) this.#addEvidence(thing, sighting);
  }

  /** Those whose names may be the same thing's, in the order in which they were added. */
  namedLike({ face }: Candidate): readonly T[] {
    const found = new Set<T>();
    const { hubs, spokes } = fullNameKeys(face, this.#lexicon);
    const take = (things: Iterable<T> | undefined) => {
      for (const thing of things ?? []) found.add(thing);
    };
    for (const key of hubs) {
      take(this.#hubs.get(key));
      take(this.#spokes.get(key));
    }
    for (const key of spokes) take(this.#hubs.get(key));
    return [...found].sort((a, b) => (this.#places.get(a) ?? 0) - (this.#places.get(b) ?? 0));
  }

  /**
   * Of several bearers of a name, those that a sighting is worth weighing against: all of a few; of many, those that are in its article, of
   * the same body, or in the same company.
   */
  worthWeighing(bearers: readonly T[], { face, profile }: Candidate): readonly T[] {
    if (bearers.length <= FEW) return bearers;
    const near = new Set<T>();
    for (const article of profile.articles)
      for (const thing of this.#byEvidence.get(`in ${article}`) ?? []) near.add(thing);
    for (const key of evidenceOf(face)) {
      const held = this.#byEvidence.get(key);
      if (held !== undefined && held.size <= FEW_COMPANIONS) for (const thing of held) near.add(thing);
    }
    return bearers.filter((thing) => near.has(thing));
  }

  #addEvidence(thing: T, sighting: Sighting): void {
    putIn(this.#byEvidence, `in ${sighting.articleId}`, thing);
    for (const key of evidenceOf(sighting)) putIn(this.#byEvidence, key, thing);
  }
}

function evidenceOf(sighting: Sighting): readonly string[] {
  return [...tellingCompanions(sighting), ...[...sighting.roles.ties].map((tie) => `of ${tie}`)];
}
