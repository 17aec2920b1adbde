import { lexiconRows } from "./lexicon-rows.ts";
import { normalName } from "./names.ts";
import { type Nicknames, parseNicknames } from "./person-names.ts";

/** A thing that a name may stand for, and what in an article speaks for it. */
export interface Namesake {
  /** In the curated table; undefined for a thing that it does not have. */
  readonly key: string | undefined;
  /** Normal names. */
  readonly cues: ReadonlySet<string>;
}

/** What is known of names and offices in general, for deciding who is who. */
export interface IdentityLexicon {
  readonly nicknames: Nicknames;
  /** Head noun of an office → field of life; "neutral" where it says nothing. */
  readonly roleFields: ReadonlyMap<string, string>;
  /** Normal name → the known things that bear it. */
  readonly namesakes: ReadonlyMap<string, readonly Namesake[]>;
  /** What a known thing is called, for reasons that people read; without it, its key. */
  readonly labelOf?: (key: string) => string | undefined;
}

/** The texts of the lexicon's files; one that is missing counts as empty. */
export interface IdentityLexiconTexts {
  readonly nicknames?: string;
  readonly roleFields?: string;
  readonly namesakes?: string;
}

export function parseIdentityLexicon(texts: IdentityLexiconTexts): IdentityLexicon {
  const namesakes = new Map<string, Namesake[]>();
  for (const [name = "", key = "", cues = ""] of lexiconRows(texts.namesakes ?? "")) {
    const normal = normalName(name);
    const held = namesakes.get(normal) ?? [];
    held.push({ key: key === "-" ? undefined : key, cues: new Set(cues.split("|").map(normalName)) });
    namesakes.set(normal, held);
  }
  return {
    nicknames: parseNicknames(texts.nicknames ?? ""),
    roleFields: new Map(
      lexiconRows(texts.roleFields ?? "").map(([noun = "", field = ""]) => [noun, field] as const),
    ),
    namesakes,
  };
}

/** Fields of which one person often goes from one to another; the others are taken to keep people apart. */
const PUBLIC_LIFE = new Set(["public", "law", "business", "media", "science"]);

/**
 * Whether fields of life speak for two people.
 *
 * @example
 * areFieldsApart(new Set(["sport"]), new Set(["public"])); // true
 */
export function areFieldsApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  if (left.size === 0 || right.size === 0) return false;
  const group = (field: string) => (PUBLIC_LIFE.has(field) ? "public life" : field);
  const groups = new Set([...left].map(group));
  return ![...right].some((field) => groups.has(group(field)));
}
