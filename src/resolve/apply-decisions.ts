import type { Decision, EntityReference, PairDecision } from "./decisions.ts";
import { normalName } from "./names.ts";
import type { Profile } from "./profile.ts";
import type { Sighting } from "./sightings.ts";
import type { AreApart } from "./split-group.ts";

/** The sightings that a decision's references stand for among the articles at hand. */
export interface PlacedPair {
  readonly decision: PairDecision;
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

/** Finds sightings by id, and by name where an article was read anew. */
export interface SightingIndex {
  get(id: string): Sighting | undefined;
  /** Of one article. */
  of(articleId: string): readonly Sighting[];
  /** By normal name of the label. */
  named(name: string): Iterable<Sighting>;
}

/**
 * What a reference stands for now: the sightings that it names; where an article was read anew, those of the same name in it; where none
 * of its articles is left, whatever bears name and type.
 */
export function placeReference(reference: EntityReference, index: SightingIndex): ReadonlySet<string> {
  const name = normalName(reference.label);
  const found = new Set<string>();
  for (const id of reference.sightings) {
    if (index.get(id) !== undefined) found.add(id);
    else {
      for (const { id: other, entity } of index.of(id.slice(0, id.indexOf("#")))) {
        if ([entity.label, ...entity.aliases].some((label) => normalName(label) === name)) found.add(other);
      }
    }
  }
  if (found.size > 0) return found;
  for (const { id, entity } of index.named(name)) if (entity.type === reference.type) found.add(id);
  return found;
}

export function placePairs(decisions: readonly Decision[], index: SightingIndex): readonly PlacedPair[] {
  return decisions
    .filter((decision): decision is PairDecision => "right" in decision)
    .map((decision) => ({
      decision,
      left: placeReference(decision.left, index),
      right: placeReference(decision.right, index),
    }));
}

/** Who must not be one; undefined where nobody said so of anyone. */
export function makeAreApart(pairs: readonly PlacedPair[]): AreApart | undefined {
  const sides = pairs.filter(
    ({ decision, left, right }) => decision.verdict === "different" && left.size > 0 && right.size > 0,
  );
  if (sides.length === 0) return undefined;
  return (a, b) =>
    sides.some(
      ({ left, right }) => (holds(a, left) && holds(b, right)) || (holds(a, right) && holds(b, left)),
    );
}

function holds(profile: Profile, ids: ReadonlySet<string>): boolean {
  for (const id of ids) if (profile.has(id)) return true;
  return false;
}
