import { hashParts } from "../model/ids.ts";
import type { EntityKind } from "../model/mention.ts";
import type { SlugLadder } from "./assign-slugs.ts";
import type { KnownEntity } from "./known-entities.ts";
import { slugOf } from "./names.ts";
import { isAcronym } from "./organization-names.ts";
import type { CanonicalEntity } from "./resolution.ts";
import type { Sighting } from "./sightings.ts";

/** All sightings of one thing, sorted by id, with what is decided of it. */
export interface Thing {
  readonly sightings: readonly Sighting[];
  readonly known: KnownEntity | undefined;
  /** The key in the curated table, also where the table at hand lacks it. */
  readonly knownKey: string | undefined;
  /** Nothing outside its article can be it. */
  readonly isOwn: boolean;
  /** What somebody chose to call it. */
  readonly renamed: string | undefined;
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

/** Full names before short ones and acronyms, however often these are used. */
function labelOf({ known, renamed, sightings }: Thing): string {
  if (renamed !== undefined) return renamed;
  if (known !== undefined) return known.label;
  // Somebody may have said that a description is somebody named: the name is what it is called.
  const named = sightings.filter(({ entity }) => entity.kind === "named");
  const own = named.length > 0 ? named : sightings;
  const full = own.filter(({ person, entity }) =>
    person === undefined ? !isAcronym(entity.label) : person.given.length > 0,
  );
  return commonest((full.length > 0 ? full : own).map(({ entity }) => entity.label));
}

/** The commonest class; "Thing" says nothing where another one was read. */
function typeOf({ known, sightings }: Thing): string {
  if (known !== undefined) return known.type;
  const types = sightings.map(({ entity }) => entity.type);
  const telling = types.filter((type) => type !== "Thing");
  return commonest(telling.length > 0 ? telling : types);
}

/** "the company" is Tidewater in one article, and no name of it. */
const DESCRIBING = /^(?:[Tt]he|[Tt]h(?:is|at)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) \p{Ll}/u;

const KIND_ORDER: readonly EntityKind[] = ["named", "described", "phrase"];

function kindOf({ sightings }: Thing): EntityKind {
  const kinds = new Set(sightings.map(({ entity }) => entity.kind));
  return KIND_ORDER.find((kind) => kinds.has(kind)) ?? "phrase";
}

export function describeThing(
  thing: Thing,
  iri: string,
  iriOf: (articleId: string, entityId: string) => string | undefined,
): CanonicalEntity {
  const { known, sightings } = thing;
  const label = labelOf(thing);
  const aliases = new Set<string>(known === undefined ? [] : [known.label, ...known.aliases]);
  const members = new Set<string>();
  for (const { articleId, entity } of sightings) {
    for (const alias of [entity.label, ...entity.aliases]) aliases.add(alias);
    for (const member of entity.members ?? []) {
      const memberIri = iriOf(articleId, member);
      if (memberIri !== undefined && memberIri !== iri) members.add(memberIri);
    }
  }
  aliases.delete(label);
  if (kindOf(thing) === "named")
    for (const alias of aliases) if (DESCRIBING.test(alias)) aliases.delete(alias);
  return {
    iri,
    label,
    aliases: [...aliases].sort(),
    type: typeOf(thing),
    kind: kindOf(thing),
    ...(known === undefined ? {} : { known: known.key }),
    ...(known?.wikidata === undefined ? {} : { wikidata: known.wikidata }),
    members: [...members].sort(),
    sightings: sightings.map(({ id }) => id),
  };
}

/** A name of one's own choice changes the label, not the IRI: what was published stays findable. */
export function slugLadder(thing: Thing): SlugLadder {
  const { sightings, knownKey, isOwn } = thing;
  const first = sightings[0] as Sighting;
  const type = typeOf(thing);
  const label = slugOf(labelOf({ ...thing, renamed: undefined })) || type;
  const plain = isOwn && first.entity.kind !== "named" ? `${label}_${first.articleId.slice(0, 6)}` : label;
  const hash = hashParts("entity", knownKey === undefined ? first.id : `known ${knownKey}`);
  return {
    plain,
    typed: `${plain}_${type}`,
    hashed: `${plain}_${hash.slice(0, 6)}`,
    sure: `${plain}_${hash}`,
  };
}
