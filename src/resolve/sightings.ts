import type { ArticleEntity, Mention, MentionForm } from "../model/mention.ts";
import type { IdentityLexicon, Namesake } from "./identity-lexicon.ts";
import { nameTokens, normalName } from "./names.ts";
import { organizationKey } from "./organization-names.ts";
import { type PersonName, parsePersonName } from "./person-names.ts";
import { PLACE_TYPES } from "./place-types.ts";
import type { ArticleEntities, Tie } from "./resolution.ts";

/** From this weight on, a companion says something by itself: all but surnames and what every second article names. */
const TELLING_WEIGHT = 0.7;

/** An entity of one article, with all that speaks for who it is. */
export interface Sighting {
  /** `<article>#<entity>`: what decisions of people refer to. */
  readonly id: string;
  readonly articleId: string;
  readonly entity: ArticleEntity;
  /** Normal name of its label; empty for a label without letters and digits. */
  readonly name: string;
  /** Key in the curated table, after namesakes in it were told apart. */
  readonly known: string | undefined;
  /** The name may be one of several known things', and the article does not say which. */
  readonly undecided: boolean;
  /** In its parts, where it may be a person. */
  readonly person: PersonName | undefined;
  /** What else the article names, and how much that says: 1, or less for what many articles name. */
  readonly companions: ReadonlyMap<string, number>;
  /** Under which companion it is seen by the other things of its article. */
  readonly ownKey: string;
  readonly roles: Roles;
  /** For an event that is described: the noun that says what it is, and the companion keys of what it happened to and where. */
  readonly event: { readonly head: string; readonly anchors: readonly string[] } | undefined;
  /** A description that begins with something that the article names: "Alvor dam". */
  readonly leadsWithName: boolean;
  /** Day of publication; undefined where unknown. */
  readonly published: string | undefined;
}

/** What somebody or something is said to be, and of what. */
export interface Roles {
  /** Head nouns of offices and occupations, in lower case: "minister". */
  readonly heads: ReadonlySet<string>;
  /** Companion keys of what the roles are tied to: the firm, the country. */
  readonly ties: ReadonlySet<string>;
  /** Fields of life; without "neutral" ones. */
  readonly fields: ReadonlySet<string>;
}

/** Relations that say what somebody is, of what, or where. */
const TYING = new Set([
  "holdsPosition",
  "headOf",
  "worksFor",
  "memberOf",
  "citizenOf",
  "partOf",
  "headquarteredIn",
  "owns",
]);

/** What every second article names says little: weight of a known country or city beside 1 for others. */
const COMMON_WEIGHT = 0.3;
/** A surname may be another one's: the given name adds the rest. */
const SURNAME_WEIGHT = 0.3;

const SURFACES: ReadonlySet<MentionForm> = new Set<MentionForm>(["name", "demonym", "metonym"]);

export function readSightings(
  { articleId, mentions, entities, ties = [], published }: ArticleEntities,
  lexicon: IdentityLexicon,
  isEvent: (type: string) => boolean,
): readonly Sighting[] {
  const isOffice = (word: string) => lexicon.roleFields.has(word);
  const names = new Map(entities.map((entity) => [entity.id, normalName(entity.label)] as const));
  const named = entities.filter(({ kind }) => kind === "named");
  const present = new Set(named.flatMap((entity) => [entity.label, ...entity.aliases].map(normalName)));
  const readings = new Map(
    named.map(
      (entity) => [entity.id, readKnown(entity, surfacesOf(entity, mentions), present, lexicon)] as const,
    ),
  );
  const companions = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const entity of named) {
    if (entity.type === "Position") continue;
    const known = readings.get(entity.id)?.key;
    const person =
      known === undefined && entity.type === "Person"
        ? parsePersonName(names.get(entity.id) ?? "", isOffice)
        : undefined;
    const key =
      known !== undefined
        ? `known ${known}`
        : (person?.surname ?? organizationKey(names.get(entity.id) ?? ""));
    keys.set(entity.id, key);
    if (person === undefined)
      companions.set(key, known !== undefined && PLACE_TYPES.has(entity.type) ? COMMON_WEIGHT : 1);
    else {
      companions.set(key, Math.max(SURNAME_WEIGHT, companions.get(key) ?? 0));
      const [first] = person.given;
      if (first !== undefined) companions.set(`${first} ${key}`, 1 - SURNAME_WEIGHT);
    }
  }
  const byId = new Map(entities.map((entity) => [entity.id, entity] as const));
  return entities.map((entity) => {
    const reading = readings.get(entity.id);
    return {
      id: `${articleId}#${entity.id}`,
      articleId,
      entity,
      name: names.get(entity.id) ?? "",
      known: entity.kind === "named" ? reading?.key : entity.known,
      undecided: reading?.undecided ?? false,
      person: mayBePerson(entity, names.get(entity.id) ?? "")
        ? parsePersonName(names.get(entity.id) ?? "", isOffice)
        : undefined,
      companions,
      ownKey: keys.get(entity.id) ?? "",
      event: readEvent(entity, ties, byId, keys, isEvent),
      roles: readRoles(
        ties.filter(({ from }) => from === entity.id),
        byId,
        keys,
        lexicon,
      ),
      leadsWithName:
        entity.kind === "described" && named.some(({ label }) => entity.label.startsWith(`${label} `)),
      published: published?.slice(0, 10),
    };
  });
}

/** Normal names that the article itself uses of it; those of its government count as sure. */
function surfacesOf(entity: ArticleEntity, mentions: readonly Mention[]): ReadonlySet<string> {
  const own = mentions.filter(({ entityId, form }) => entityId === entity.id && SURFACES.has(form));
  if (own.length === 0) return new Set([normalName(entity.label)]);
  return new Set(own.map(({ text, form }) => (form === "metonym" ? `${form} ${text}` : normalName(text))));
}

function mayBePerson({ kind, type, known }: ArticleEntity, name: string): boolean {
  if (kind !== "named" || known !== undefined) return false;
  return type === "Person" || (type === "Thing" && nameTokens(name) === 1);
}

/** Tells namesakes of the curated table apart by what else the article names. */
function readKnown(
  entity: ArticleEntity,
  surfaces: ReadonlySet<string>,
  present: ReadonlySet<string>,
  { namesakes }: IdentityLexicon,
): { readonly key: string | undefined; readonly undecided: boolean } {
  const asRead = { key: entity.known, undecided: false };
  if (entity.known === undefined && (entity.type === "Person" || !namesakes.has(normalName(entity.label))))
    return asRead;
  const bearers: readonly Namesake[] = [...surfaces].flatMap((name) => namesakes.get(name) ?? []);
  // A longer name, or the people's, says by itself which one it is.
  if (bearers.length === 0 || [...surfaces].some((name) => !namesakes.has(name))) return asRead;
  const votes = bearers.map(({ cues }) => [...cues].filter((cue) => present.has(cue)).length);
  const most = Math.max(...votes);
  const winners = bearers.filter((_, index) => votes[index] === most);
  if (winners.some(({ key }) => key === entity.known)) {
    return most > 0 || bearers.length === 1 ? asRead : { key: undefined, undecided: true };
  }
  if (bearers.every(({ key }) => key === undefined) && most === 0) return asRead;
  return most === 0
    ? { key: undefined, undecided: true }
    : { key: winners[0]?.key, undecided: winners[0]?.key === undefined };
}

function readRoles(
  ties: readonly Tie[],
  byId: ReadonlyMap<string, ArticleEntity>,
  keys: ReadonlyMap<string, string>,
  lexicon: IdentityLexicon,
): Roles {
  const heads = new Set<string>();
  const tied = new Set<string>();
  const fields = new Set<string>();
  for (const { relation, to } of ties) {
    if (!TYING.has(relation)) continue;
    const target = byId.get(to);
    if (target === undefined) continue;
    if (relation === "holdsPosition") {
      const head = roleHead(target.label);
      heads.add(head);
      const field = lexicon.roleFields.get(head) ?? "neutral";
      if (field !== "neutral") fields.add(field);
      const of = / of (?:the )?(.+)$/.exec(target.label)?.[1];
      const place = [...byId.values()].find((entity) => entity.kind === "named" && entity.label === of);
      if (place !== undefined) tied.add(keys.get(place.id) ?? "");
      else if (of !== undefined && !/\p{Lu}/u.test(of)) tied.add(bodyKey(of));
    } else tied.add(keys.get(to) ?? (target.kind === "described" ? bodyKey(target.label) : ""));
  }
  tied.delete("");
  return { heads, ties: tied, fields };
}

/** A body that is only described: who leads "the fire brigade" here and there is the more likely one person. */
function bodyKey(label: string): string {
  return `the ${label.toLowerCase().replace(/^(?:the|an?|its|his|her|their) /, "")}`;
}

/** "Foreign Minister of Armenia" → "minister". */
function roleHead(office: string): string {
  const words = office
    .replace(/ (?:of|for|to|at|in) .*$/, "")
    .toLowerCase()
    .split(/[\s-]+/);
  return words.at(-1) ?? "";
}

/** Relations between an event and what it happened to or where. */
const ANCHORING = new Set(["hasTopic", "tookPlaceIn", "locatedIn", "affected", "partOf"]);
/** "A second fire" is another one than the fire. */
const ANOTHER =
  /^(?:an?other|second|third|fourth|new|next|further|separate|fresh|later|earlier|previous|last|similar)\b/i;

function readEvent(
  { id, kind, type, label }: ArticleEntity,
  ties: readonly Tie[],
  byId: ReadonlyMap<string, ArticleEntity>,
  keys: ReadonlyMap<string, string>,
  isEvent: (type: string) => boolean,
): Sighting["event"] {
  if (kind !== "described" || !isEvent(type) || ANOTHER.test(label)) return undefined;
  const words = [
    label,
    ...ties
      .filter(({ from, relation }) => from === id && ANCHORING.has(relation))
      .map(({ to }) => byId.get(to)?.label ?? ""),
  ];
  const anchors = [...byId.values()]
    .filter((entity) => keys.has(entity.id) && words.some((text) => holdsName(text, entity.label)))
    .map((entity) => keys.get(entity.id) ?? "");
  return {
    head: roleHead(label.replace(/ (?:on|in|near|off|over|between|against|by|from|that|which) .*$/, "")),
    anchors,
  };
}

function holdsName(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `);
}

/** Keys of the companions that say something by themselves; not those of the thing itself. */
export function tellingCompanions({ companions, ownKey }: Sighting): string[] {
  return [...companions]
    .filter(([key, weight]) => weight >= TELLING_WEIGHT && !isOwn(key, ownKey))
    .map(([key]) => key);
}

/** Whether a companion key is the thing's own, with or without a given name. */
export function isOwn(key: string, ownKey: string): boolean {
  return key === ownKey || (ownKey !== "" && key.endsWith(` ${ownKey}`));
}
