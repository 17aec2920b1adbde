import type { EntityKind } from "../model/mention.ts";
import { DAY } from "./days.ts";
import type { IdentityLexicon } from "./identity-lexicon.ts";
import { foldSpelling } from "./name-folding.ts";
import { isSpecificWording, nameTokens, normalName } from "./names.ts";
import { acronymsOf, isAcronym, organizationKey } from "./organization-names.ts";
import { singleNamesOf } from "./profile.ts";
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
 * Under which words a group is found by others that may be the same thing. A group that is a `hub` of a word is held against all that
 * have the word; groups that have it as `spokes` only are not held against each other. So the many that bear one surname, or begin with
 * one word, are found by a short name without each finding all others.
 */
export interface BlockingKeys {
  readonly hubs: ReadonlySet<string>;
  readonly spokes: ReadonlySet<string>;
}

/** The keys that one sighting gives to its group. */
export function blockingKeys(kind: GroupKind, sighting: Sighting, lexicon: IdentityLexicon): BlockingKeys {
  const keys = { hubs: new Set<string>(), spokes: new Set<string>() };
  if (kind === "own" || kind === "wording") return keys;
  if (sighting.event !== undefined) addEventKeys(keys.hubs, sighting);
  else if (kind === "known") keys.hubs.add(`name ${sighting.name}`);
  else addNameKeys(keys, sighting, lexicon);
  return keys;
}

interface OpenKeys {
  readonly hubs: Set<string>;
  readonly spokes: Set<string>;
}

/** Two full names that share none of these are not compared even where other names connect them. */
export function fullNameKeys(sighting: Sighting, lexicon: IdentityLexicon): BlockingKeys {
  const keys = { hubs: new Set<string>(), spokes: new Set<string>() };
  if (sighting.known !== undefined) keys.hubs.add(`name ${sighting.name}`);
  else addNameKeys(keys, sighting, lexicon);
  return keys;
}

function addNameKeys({ hubs, spokes }: OpenKeys, sighting: Sighting, { nicknames }: IdentityLexicon): void {
  const { entity, name, person } = sighting;
  hubs.add(`name ${name}`);
  for (const alias of entity.aliases)
    if (isAcronym(alias)) hubs.add(`acronym ${organizationKey(normalName(alias)).replaceAll("_", "")}`);
  if (person === undefined) {
    addOrganizationKeys({ hubs, spokes }, entity.label, name);
    return;
  }
  const surname = foldSpelling(person.surname);
  const [first] = person.given;
  if (first === undefined) {
    hubs.add(`single ${surname}`);
    hubs.add(`starts ${name}`);
    return;
  }
  for (const single of singleNamesOf(person.surname, entity)) spokes.add(`single ${single}`);
  const given = foldSpelling(first);
  hubs.add(`given ${given} ${surname.slice(0, 2)}`);
  // Initials and similar given names begin alike; nicknames need not.
  for (const letter of [first[0], given[0]]) hubs.add(`initial ${letter} ${surname}`);
  for (const formal of nicknames.get(first) ?? []) hubs.add(`nickname ${formal} ${surname}`);
}

/** Articles that are further apart than this tell of different fires; between the first and the last of a chain there may be more. */
export const EVENT_DAYS = 14;
/** Events that follow each other within that time share one of these. */
const FORTNIGHT = EVENT_DAYS * DAY;

function addEventKeys(hubs: Set<string>, { event, published }: Sighting): void {
  const time = Date.parse(published ?? "");
  if (event === undefined || Number.isNaN(time)) return;
  const fortnight = Math.floor(time / FORTNIGHT);
  for (const anchor of event.anchors)
    for (const each of [fortnight, fortnight + 1]) hubs.add(`${eventKey(event.head, anchor)} ${each}`);
}

export function eventKey(head: string, anchor: string): string {
  return `event ${head} ${anchor}`;
}

function addOrganizationKeys({ hubs, spokes }: OpenKeys, label: string, name: string): void {
  const key = organizationKey(name);
  hubs.add(`name ${key}`);
  hubs.add(`starts ${key}`);
  for (let end = key.indexOf("_"); end > 0; end = key.indexOf("_", end + 1))
    spokes.add(`starts ${key.slice(0, end)}`);
  if (isAcronym(label)) hubs.add(`acronym ${name.replaceAll("_", "")}`);
  for (const acronym of acronymsOf(name)) spokes.add(`acronym ${acronym}`);
}
