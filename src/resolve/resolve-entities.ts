import { dataNamespaces } from "../ontology/vocabulary.ts";
import {
  makeAreApart,
  type PlacedPair,
  placePairs,
  placeReference,
  type SightingIndex,
} from "./apply-decisions.ts";
import { assignSlugs } from "./assign-slugs.ts";
import { activeDecisions, type Decision, type RenameDecision } from "./decisions.ts";
import { describeThing, slugLadder, type Thing } from "./describe-entity.ts";
import { type IdentityLexicon, parseIdentityLexicon } from "./identity-lexicon.ts";
import { blockingKeys, groupOf, type NameGroup } from "./name-groups.ts";
import type { Profile } from "./profile.ts";
import type {
  ArticleEntities,
  CanonicalEntity,
  Resolution,
  ResolveOptions,
  StandingDecision,
} from "./resolution.ts";
import { putIn, takeOut } from "./set-index.ts";
import { readSightings, type Sighting } from "./sightings.ts";
import { compareFullNames, type IdentityLink, type Solution, solveComponent } from "./solve-component.ts";
import { type AreApart, compareIds } from "./split-group.ts";

/**
 * Decides who is who across articles. A pure function of the set of articles and the decisions of people: the order of the
 * articles changes nothing.
 *
 * IRIs are readable. Things that would share an IRI all take a suffix: their type, else a hash of their first mention.
 */
export function resolveEntities(
  articles: readonly ArticleEntities[],
  options: ResolveOptions & { readonly decisions?: readonly Decision[] },
): Resolution {
  const resolver = new EntityResolver(options);
  for (const article of articles) resolver.put(article);
  return resolver.resolve(options.decisions ?? []);
}

/** Blocking keys of a group, each with the number of its sightings that give it. */
interface CountedKeys {
  readonly hubs: Map<string, number>;
  readonly spokes: Map<string, number>;
}

/** A component that was solved: groups that may be one thing's by their names. */
interface Component {
  readonly groups: readonly NameGroup[];
  readonly solution: Solution;
}

/**
 * The same for articles that come and go: only what shares names with an article that came or went is decided anew.
 */
export class EntityResolver {
  readonly #options: ResolveOptions;
  readonly #lexicon: IdentityLexicon;
  readonly #articles = new Map<string, readonly Sighting[]>();
  readonly #sightings = new Map<string, Sighting>();
  readonly #groups = new Map<string, NameGroup>();
  /** Under what a group is found, and how many of its sightings give it each key. */
  readonly #keysOf = new Map<NameGroup, CountedKeys>();
  readonly #hubs = new Map<string, Set<NameGroup>>();
  readonly #spokes = new Map<string, Set<NameGroup>>();
  readonly #components = new Map<NameGroup, Component>();
  readonly #dirty = new Set<NameGroup>();
  /** What the components were solved under; other decisions make all of them anew. */
  #apart: readonly (readonly (readonly string[])[])[] = [];

  constructor(options: ResolveOptions) {
    this.#options = options;
    const labelOf = (key: string) => options.known?.get(key)?.label;
    this.#lexicon = { labelOf, ...(options.lexicon ?? parseIdentityLexicon({})) };
  }

  /** Takes an article in; one of the same id is replaced. */
  put(article: ArticleEntities): void {
    this.delete(article.articleId);
    this.#byName = undefined;
    const isEvent = (type: string) => this.#options.ontology?.isA(type, "Event") ?? false;
    const sightings = readSightings(article, this.#lexicon, isEvent);
    this.#articles.set(article.articleId, sightings);
    for (const sighting of sightings) {
      this.#sightings.set(sighting.id, sighting);
      const { key, kind } = groupOf(sighting);
      let group = this.#groups.get(key);
      if (group === undefined) {
        group = { key, kind, sightings: new Map() };
        this.#groups.set(key, group);
      }
      group.sightings.set(sighting.id, sighting);
      this.#countKeys(group, sighting, 1);
      this.#dirty.add(group);
    }
  }

  delete(articleId: string): void {
    this.#byName = undefined;
    for (const sighting of this.#articles.get(articleId) ?? []) {
      this.#sightings.delete(sighting.id);
      const group = this.#groups.get(groupOf(sighting).key);
      if (group === undefined) continue;
      group.sightings.delete(sighting.id);
      this.#countKeys(group, sighting, -1);
      this.#dirty.add(group);
      if (group.sightings.size === 0) this.#groups.delete(group.key);
    }
    this.#articles.delete(articleId);
  }

  /** Decides what articles that came or went have opened, without telling of the rest: what an article costs. */
  settle(decisions: readonly Decision[] = []): void {
    this.#solve(placePairs(activeDecisions(decisions), this.#index()));
  }

  resolve(decisions: readonly Decision[] = []): Resolution {
    const active = activeDecisions(decisions);
    const pairs = placePairs(active, this.#index());
    this.#solve(pairs);
    const { things, renames } = this.#makeThings(pairs, active);
    return this.#describe(things, pairs, active, renames);
  }

  #byName: Map<string, Sighting[]> | undefined;

  #index(): SightingIndex {
    return {
      get: (id) => this.#sightings.get(id),
      of: (articleId) => this.#articles.get(articleId) ?? [],
      named: (name) => {
        // Only decisions whose articles are all gone ask for names.
        this.#byName ??= indexByName(this.#sightings.values());
        return this.#byName.get(name) ?? [];
      },
    };
  }

  /** Solves every component that a change has touched. */
  #solve(pairs: readonly PlacedPair[]): void {
    const areApart = makeAreApart(pairs);
    const apart = pairs
      .filter(({ decision }) => decision.verdict === "different")
      .map(({ left, right }) => [[...left], [...right]]);
    if (JSON.stringify(apart) !== JSON.stringify(this.#apart)) {
      for (const id of [...this.#apart, ...apart].flat(2)) {
        const sighting = this.#sightings.get(id);
        const group = sighting && this.#groups.get(groupOf(sighting).key);
        if (group !== undefined) this.#dirty.add(group);
      }
    }
    this.#apart = apart;
    const open = new Set<NameGroup>();
    for (const group of this.#dirty) {
      for (const member of this.#components.get(group)?.groups ?? [group]) open.add(member);
    }
    this.#dirty.clear();
    for (const group of open) this.#components.delete(group);
    for (const group of open) {
      if (group.sightings.size === 0 || this.#components.has(group)) continue;
      const groups = this.#gather(group);
      const component = { groups, solution: solveComponent(groups, this.#lexicon, areApart) };
      for (const member of groups) this.#components.set(member, component);
    }
  }

  /** Files a group under the keys of a sighting that came, and takes it out where the last sighting with a key went: what a sighting costs. */
  #countKeys(group: NameGroup, sighting: Sighting, change: 1 | -1): void {
    const counted = this.#keysOf.get(group) ?? { hubs: new Map(), spokes: new Map() };
    const { hubs, spokes } = blockingKeys(group.kind, sighting, this.#lexicon);
    const count = (
      counts: Map<string, number>,
      keys: ReadonlySet<string>,
      index: Map<string, Set<NameGroup>>,
    ) => {
      for (const key of keys) {
        const left = (counts.get(key) ?? 0) + change;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
        if (left === 0) takeOut(index, key, group);
        else if (left === 1 && change === 1) putIn(index, key, group);
      }
    };
    count(counted.hubs, hubs, this.#hubs);
    count(counted.spokes, spokes, this.#spokes);
    if (counted.hubs.size + counted.spokes.size > 0) this.#keysOf.set(group, counted);
    else this.#keysOf.delete(group);
  }

  /** All groups that are related to one, however indirectly; sorted by key. */
  #gather(start: NameGroup): readonly NameGroup[] {
    const found = new Set([start]);
    const take = (group: NameGroup, others: Iterable<NameGroup> | undefined) => {
      for (const other of others ?? [])
        if (!found.has(other) && areRelated(group, other, this.#lexicon)) found.add(other);
    };
    for (const group of found) {
      const keys = this.#keysOf.get(group);
      for (const key of keys?.hubs.keys() ?? []) {
        take(group, this.#hubs.get(key));
        take(group, this.#spokes.get(key));
      }
      for (const key of keys?.spokes.keys() ?? []) take(group, this.#hubs.get(key));
    }
    return [...found].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The solved profiles as things, with what people decided: joined, named, and with the table's entry. */
  #makeThings(pairs: readonly PlacedPair[], active: readonly Decision[]) {
    const components = [...new Set(this.#components.values())];
    const joined = joinBySay(
      components.flatMap(({ solution }) => solution.profiles),
      pairs,
      makeAreApart(pairs),
    );
    const renames = active.filter((decision): decision is RenameDecision => decision.verdict === "rename");
    const placed = renames.map((decision) => ({
      decision,
      ids: placeReference(decision.left, this.#index()),
    }));
    const taken = new Set<string>();
    const { known } = this.#options;
    const things = joined
      .map(({ members }) => {
        const sightings = members
          .flatMap(({ sightings }) => sightings)
          .sort((a, b) => (a.id < b.id ? -1 : 1));
        const keys = countKeys(sightings);
        const renamed = placed.findLast(({ ids }) => sightings.some(({ id }) => ids.has(id)))?.decision.label;
        const isOwn = members.every(isOwnKind);
        return { sightings, keys, renamed, isOwn };
      })
      // Where somebody split a known thing, the more often seen part remains the known one.
      .sort(
        (a, b) =>
          b.sightings.length - a.sightings.length ||
          ((a.sightings[0]?.id ?? "") < (b.sightings[0]?.id ?? "") ? -1 : 1),
      )
      .map(({ sightings, keys, renamed, isOwn }): Thing => {
        const knownKey = keys.find((key) => !taken.has(key));
        if (knownKey !== undefined) taken.add(knownKey);
        return {
          sightings,
          knownKey,
          known: knownKey === undefined ? undefined : known?.get(knownKey),
          renamed,
          isOwn,
        };
      });
    return {
      things: things.sort((a, b) => ((a.sightings[0]?.id ?? "") < (b.sightings[0]?.id ?? "") ? -1 : 1)),
      renames: placed,
    };
  }

  #describe(
    things: readonly Thing[],
    pairs: readonly PlacedPair[],
    active: readonly Decision[],
    renames: readonly { readonly decision: RenameDecision; readonly ids: ReadonlySet<string> }[],
  ): Resolution {
    const { ent } = dataNamespaces(this.#options.base);
    const slugs = assignSlugs(things.map(slugLadder));
    const iriOfSighting = new Map<string, string>();
    for (const [index, { sightings }] of things.entries()) {
      for (const { id } of sightings) iriOfSighting.set(id, ent + slugs[index]);
    }
    const byIri = new Map<string, CanonicalEntity>();
    const iriOf = (articleId: string, entityId: string) => iriOfSighting.get(`${articleId}#${entityId}`);
    for (const [index, thing] of things.entries()) {
      const iri = ent + slugs[index];
      byIri.set(iri, describeThing(thing, iri, iriOf));
    }
    const links = new Set<IdentityLink>();
    for (const { solution } of new Set(this.#components.values()))
      for (const link of solution.links) links.add(link);
    const irisOf = (ids: ReadonlySet<string>) =>
      [...new Set([...ids].flatMap((id) => iriOfSighting.get(id) ?? []))].sort();
    const standing = active.flatMap((decision): StandingDecision[] => {
      if (decision.verdict === "undo") return [];
      const pair = pairs.find((candidate) => candidate.decision === decision);
      if (pair !== undefined) return [{ decision, left: irisOf(pair.left), right: irisOf(pair.right) }];
      const ids =
        renames.find((rename) => rename.decision === decision)?.ids ??
        placeReference(decision.left, this.#index());
      return [{ decision, left: irisOf(ids), right: [] }];
    });
    return {
      entities: [...byIri.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1)),
      links: [...links].sort((a, b) => b.score - a.score || (a.left + a.right < b.left + b.right ? -1 : 1)),
      decisions: standing,
      find(articleId, entityId) {
        const iri = iriOf(articleId, entityId);
        return iri === undefined ? undefined : byIri.get(iri);
      },
    };
  }
}

/** Joins what people said to be the same, in the order in which they said so; what is held apart stays apart. */
function joinBySay(
  profiles: readonly Profile[],
  pairs: readonly PlacedPair[],
  areApart: AreApart | undefined,
): readonly { readonly members: readonly Profile[] }[] {
  const sets = new Map<Profile, { readonly members: Profile[] }>(
    profiles.map((profile) => [profile, { members: [profile] }]),
  );
  const same = pairs.filter(({ decision }) => decision.verdict === "same");
  if (same.length > 0) {
    const bySighting = new Map(
      profiles.flatMap((profile) => profile.sightings.map(({ id }) => [id, profile] as const)),
    );
    for (const { left, right } of same) {
      const involved = [...new Set([...left, ...right].flatMap((id) => bySighting.get(id) ?? []))].sort(
        compareIds,
      );
      const [first, ...others] = involved;
      if (first === undefined || left.size === 0 || right.size === 0) continue;
      for (const other of others) {
        const [one, two] = [sets.get(first), sets.get(other)];
        if (one === undefined || two === undefined || one === two) continue;
        if (one.members.some((a) => two.members.some((b) => areApart?.(a, b)))) continue;
        one.members.push(...two.members);
        for (const member of two.members) sets.set(member, one);
      }
    }
  }
  return [...new Set(sets.values())];
}

function isOwnKind({ sightings, articles }: Profile): boolean {
  const { kind } = groupOf(sightings[0] as Sighting);
  return kind === "own" || (kind === "event" && articles.size === 1);
}

/** Keys of the curated table that sightings bear, the commonest first. */
function countKeys(sightings: readonly Sighting[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { known } of sightings) if (known !== undefined) counts.set(known, (counts.get(known) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
}

function indexByName(sightings: Iterable<Sighting>): Map<string, Sighting[]> {
  const index = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const { name } = sighting;
    const held = index.get(name);
    if (held === undefined) index.set(name, [sighting]);
    else held.push(sighting);
  }
  return index;
}

/** Whether two groups that share a word may be one thing's at all. */
function areRelated(left: NameGroup, right: NameGroup, lexicon: IdentityLexicon): boolean {
  if (left.kind !== "full" || right.kind !== "full") return true;
  const [a] = left.sightings.values();
  const [b] = right.sightings.values();
  return a !== undefined && b !== undefined && compareFullNames(a, b, lexicon) !== undefined;
}
