import { hashParts } from "../model/ids.ts";
import type { ArticleEntity, EntityKind } from "../model/mention.ts";
import { dataNamespaces } from "../ontology/vocabulary.ts";
import type { KnownEntity } from "./known-entities.ts";
import { isSpecificWording, nameTokens, normalName, slugOf } from "./names.ts";
import type { ArticleEntities, CanonicalEntity, Resolution, ResolveOptions } from "./resolution.ts";

/** An entity of one article, with the article it is of. */
interface Sighting {
  readonly articleId: string;
  readonly entity: ArticleEntity;
}

/** Sightings of one thing. */
interface Cluster {
  readonly key: string;
  readonly known: KnownEntity | undefined;
  readonly sightings: Sighting[];
  /** Where it is one article's own, that article's id. */
  readonly onlyIn: string | undefined;
}

/**
 * Decides who is who across articles. A pure function of the set of articles: their order changes nothing.
 *
 * - The same key of the curated table is the same thing.
 * - Named things of the same type and the same full name are the same; a person's single name is never joined to
 *   anything in another article.
 * - Phrases, and descriptions of other things than people and groups, are the same where their wording is specific;
 *   else they belong to their article.
 *
 * IRIs are readable. Things that would share an IRI all take a suffix: their type, else a hash of their first mention.
 */
export function resolveEntities(articles: readonly ArticleEntities[], options: ResolveOptions): Resolution {
  const clusters = clusterSightings(articles, options);
  const iris = assignIris(clusters, options.base);
  const found = new Map<string, { cluster: Cluster; iri: string }>();
  for (const [index, cluster] of clusters.entries()) {
    const iri = iris[index] as string;
    for (const { articleId, entity } of cluster.sightings) {
      found.set(`${articleId}#${entity.id}`, { cluster, iri });
    }
  }
  const iriOf = (articleId: string, entityId: string) => found.get(`${articleId}#${entityId}`)?.iri;
  const byIri = new Map<string, CanonicalEntity>();
  for (const [index, cluster] of clusters.entries()) {
    const iri = iris[index] as string;
    byIri.set(iri, describeCluster(cluster, iri, iriOf));
  }
  return {
    entities: [...byIri.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1)),
    find(articleId, entityId) {
      const iri = iriOf(articleId, entityId);
      return iri === undefined ? undefined : byIri.get(iri);
    },
  };
}

/** Beings: "officials" of one article are not the officials of another, however they are worded. */
const BEINGS = new Set(["Person", "Group", "Force", "Actor", "Thing"]);

function clusterKey(articleId: string, entity: ArticleEntity): { key: string; onlyIn?: string } {
  if (entity.known !== undefined) return { key: `known ${entity.known}` };
  const name = normalName(entity.label);
  const own = { key: `own ${articleId} ${entity.id}`, onlyIn: articleId };
  if (name === "") return own;
  const shared = { key: `${entity.kind} ${entity.type} ${name}` };
  switch (entity.kind) {
    case "named":
      // A surname alone is whoever that article means.
      return entity.type === "Person" && nameTokens(name) < 2 ? own : shared;
    case "described":
      return BEINGS.has(entity.type) || !isSpecificWording(entity.label) ? own : shared;
    case "phrase":
      return isSpecificWording(entity.label) ? shared : own;
  }
}

function clusterSightings(articles: readonly ArticleEntities[], { known }: ResolveOptions): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const { articleId, entities } of articles) {
    for (const entity of entities) {
      const { key, onlyIn } = clusterKey(articleId, entity);
      let cluster = clusters.get(key);
      if (cluster === undefined) {
        const entry = entity.known === undefined ? undefined : known?.get(entity.known);
        cluster = { key, known: entry, sightings: [], onlyIn };
        clusters.set(key, cluster);
      }
      cluster.sightings.push({ articleId, entity });
    }
  }
  joinNamesakesOfKnown(clusters);
  const sorted = [...clusters.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { sightings } of sorted) sightings.sort(bySighting);
  return sorted;
}

/**
 * A named thing that no table entry was found for, but that bears type and name of exactly one known thing, is that thing:
 * articles read with different tables come together.
 */
function joinNamesakesOfKnown(clusters: Map<string, Cluster>): void {
  const bearers = new Map<string, Set<Cluster>>();
  for (const cluster of clusters.values()) {
    if (!cluster.key.startsWith("known ")) continue;
    const names = cluster.sightings.map(({ entity }) => [entity.type, entity.label] as const);
    if (cluster.known !== undefined) names.push([cluster.known.type, cluster.known.label]);
    for (const [type, label] of names) {
      const name = `named ${type} ${normalName(label)}`;
      const set = bearers.get(name) ?? new Set();
      bearers.set(name, set.add(cluster));
    }
  }
  for (const [name, known] of bearers) {
    const [only, ...others] = known;
    const namesake = clusters.get(name);
    if (only === undefined || others.length > 0 || namesake === undefined) continue;
    only.sightings.push(...namesake.sightings);
    clusters.delete(name);
  }
}

function bySighting(a: Sighting, b: Sighting): number {
  if (a.articleId !== b.articleId) return a.articleId < b.articleId ? -1 : 1;
  return a.entity.id < b.entity.id ? -1 : a.entity.id > b.entity.id ? 1 : 0;
}

/** The commonest; of equally common ones the one that is not in capitals throughout, that has most letters and diacritics, that sorts first. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const fullness = (value: string) => value.normalize("NFD").length;
  const shouts = (value: string) => (/\p{Ll}/u.test(value) ? 0 : 1);
  const ranked = [...counts].sort(
    ([a, countA], [b, countB]) =>
      countB - countA || shouts(a) - shouts(b) || fullness(b) - fullness(a) || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? "";
}

function labelOf({ known, sightings }: Cluster): string {
  return known?.label ?? commonest(sightings.map(({ entity }) => entity.label));
}

function typeOf({ known, sightings }: Cluster): string {
  return known?.type ?? commonest(sightings.map(({ entity }) => entity.type));
}

const KIND_ORDER: readonly EntityKind[] = ["named", "described", "phrase"];

function describeCluster(
  cluster: Cluster,
  iri: string,
  iriOf: (articleId: string, entityId: string) => string | undefined,
): CanonicalEntity {
  const { known, sightings } = cluster;
  const label = labelOf(cluster);
  const aliases = new Set<string>(known?.aliases);
  const members = new Set<string>();
  const kinds = new Set<EntityKind>();
  for (const { articleId, entity } of sightings) {
    kinds.add(entity.kind);
    for (const alias of [entity.label, ...entity.aliases]) aliases.add(alias);
    for (const member of entity.members ?? []) {
      const memberIri = iriOf(articleId, member);
      if (memberIri !== undefined && memberIri !== iri) members.add(memberIri);
    }
  }
  aliases.delete(label);
  return {
    iri,
    label,
    aliases: [...aliases].sort(),
    type: typeOf(cluster),
    kind: KIND_ORDER.find((kind) => kinds.has(kind)) ?? "phrase",
    ...(known?.wikidata === undefined ? {} : { wikidata: known.wikidata }),
    members: [...members].sort(),
  };
}

/** Names of a cluster from the plainest to the surest; {@link assignIris} moves along them until no two share one. */
function slugLadder(cluster: Cluster): readonly string[] {
  const type = typeOf(cluster);
  const label = slugOf(labelOf(cluster)) || type;
  const onlyIn = cluster.onlyIn;
  const plain =
    onlyIn === undefined || cluster.sightings[0]?.entity.kind === "named"
      ? label
      : `${label}_${onlyIn.slice(0, 6)}`;
  const first = cluster.sightings[0];
  const identity = cluster.key.startsWith("known ")
    ? cluster.key
    : `${first?.articleId ?? ""}#${first?.entity.id ?? ""}`;
  const hash = hashParts("entity", identity);
  return [plain, `${plain}_${type}`, `${plain}_${hash.slice(0, 6)}`, `${plain}_${hash}`];
}

/** One IRI for each cluster, in their order. */
function assignIris(clusters: readonly Cluster[], base: string): readonly string[] {
  const ladders = clusters.map(slugLadder);
  const rungs = clusters.map(() => 0);
  const slugAt = (index: number) => ladders[index]?.[rungs[index] ?? 0] as string;
  for (let moved = true; moved; ) {
    moved = false;
    const sharing = new Map<string, number[]>();
    for (const index of clusters.keys()) {
      // IRIs that differ by case only are different, but nobody can tell them apart in a look-up or in a file name.
      const slug = slugAt(index).toLowerCase();
      const indexes = sharing.get(slug);
      if (indexes === undefined) sharing.set(slug, [index]);
      else indexes.push(index);
    }
    for (const indexes of sharing.values()) {
      if (indexes.length < 2) continue;
      for (const index of indexes) {
        const rung = rungs[index] ?? 0;
        if (rung + 1 >= (ladders[index]?.length ?? 0)) continue;
        rungs[index] = rung + 1;
        moved = true;
      }
    }
  }
  const { ent } = dataNamespaces(base);
  return clusters.map((_, index) => ent + slugAt(index));
}
