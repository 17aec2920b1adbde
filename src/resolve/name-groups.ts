import type { EntityKind } from "../model/mention.ts";
import { foldSpelling } from "./name-folding.ts";
import { isSpecificWording, nameTokens, normalName } from "./names.ts";
import { acronymsOf, isAcronym, organizationKey } from "./organization-names.ts";
import type { Sighting } from "./sightings.ts";

/**
 * - `known`: of one entry of the curated table;
 * - `full`: of one name that says much: a person's given name and surname, a firm's name;
 * - `short`: of one name that may be short for several: a person's single name, a single word of unknown kind;
 * - `wording`: of one precise description or phrase;
 * - `event`: of one sighting of an event known by description, with what it happened to or where;
 * - `own`: of one sighting that nothing outside its article can be.
 */
export type GroupKind = "known" | "full" | "short" | "wording" | "event" | "own";

/** Sightings of which the names alone would make one thing. */
export interface NameGroup {
  readonly key: string;
  readonly kind: GroupKind;
  readonly sightings: Map<string, Sighting>;
}

/** Beings: "officials" of one article are not the officials of another, however they are worded. */
const BEINGS = new Set(["Person", "Group", "Force", "Actor", "Thing"]);

/** One reader's town is another's place; countries and states have their own. */
const SETTLEMENTS = new Set(["City", "Place"]);

/** Key of the group that a sighting belongs to, and of what kind that is. */
export function groupOf(sighting: Sighting): { readonly key: string; readonly kind: GroupKind } {
  const { entity, name, known, undecided, person, id } = sighting;
  const own = { key: `own ${id}`, kind: "own" } as const;
  if (known !== undefined) return { key: `known ${known}`, kind: "known" };
  if (name === "" || undecided) return own;
  if (sighting.event !== undefined && sighting.event.anchors.length > 0)
    return { key: `event ${id}`, kind: "event" };
  switch (entity.kind) {
    case "named":
      // "Harrowby chairman" is no longer name of Harrowby: an office is another's office by its whole name only.
      if (entity.type === "Position") return wording(entity.kind, sighting);
      if (person !== undefined) {
        if (person.given.length === 0) return { key: `short ${foldSpelling(person.surname)}`, kind: "short" };
        return { key: `full ${[...person.given, person.surname].join("_")}`, kind: "full" };
      }
      return { key: fullKey(sighting), kind: "full" };
    case "described":
      return BEINGS.has(entity.type) || !(sighting.leadsWithName || isSpecificWording(entity.label))
        ? own
        : wording(entity.kind, sighting);
    case "phrase":
      return isSpecificWording(entity.label) ? wording(entity.kind, sighting) : own;
  }
}

function wording(kind: EntityKind, { entity, name }: Sighting) {
  return { key: `${kind} ${entity.type} ${name}`, kind: "wording" } as const;
}

/** Names of several words are one group whatever the type; a single word is shared by things of many types. */
function fullKey({ entity, name }: Sighting): string {
  const key = organizationKey(name);
  if (nameTokens(key) > 1) return `full ${key}`;
  return SETTLEMENTS.has(entity.type) ? `full Place ${name}` : `full ${entity.type} ${key || name}`;
}

/**
 * Words under which a group is found by others that may be the same thing. Two groups that share none are never compared.
 */
export function blockingKeys(group: NameGroup): ReadonlySet<string> {
  const keys = new Set<string>();
  if (group.kind === "own" || group.kind === "wording") return keys;
  for (const { entity, name, person, event } of group.sightings.values()) {
    if (event !== undefined) {
      for (const anchor of event.anchors) keys.add(eventKey(event.head, anchor));
      continue;
    }
    keys.add(`name ${name}`);
    if (group.kind === "known") continue;
    if (person === undefined) addOrganizationKeys(keys, entity.label, name);
    else {
      const [first] = person.given;
      const surname = foldSpelling(person.surname);
      keys.add(`surname ${surname}`);
      if (first !== undefined) {
        keys.add(`given ${foldSpelling(first)} ${surname.slice(0, 2)}`);
        // A person of given name and surname is also found by a single other name that an article calls them by ("Xi").
        for (const alias of entity.aliases)
          if (/^\p{L}+$/u.test(alias)) keys.add(`surname ${foldSpelling(alias.toLowerCase())}`);
      } else keys.add(`first ${name}`);
    }
    for (const alias of entity.aliases)
      if (isAcronym(alias)) keys.add(`acronym ${organizationKey(normalName(alias)).replaceAll("_", "")}`);
  }
  return keys;
}

export function eventKey(head: string, anchor: string): string {
  return `event ${head} ${anchor}`;
}

function addOrganizationKeys(keys: Set<string>, label: string, name: string): void {
  const key = organizationKey(name);
  keys.add(`name ${key}`);
  keys.add(`first ${key.split("_")[0]}`);
  if (isAcronym(label)) keys.add(`acronym ${name.replaceAll("_", "")}`);
  for (const acronym of acronymsOf(name)) keys.add(`acronym ${acronym}`);
}
