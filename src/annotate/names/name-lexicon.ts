import { ModelError } from "../../model/errors.ts";

/** One row of `known-entities.tsv`. */
export interface KnownEntity {
  /** E.g. "FR", "NATO", "Kyiv". */
  readonly key: string;
  readonly type: string;
  /** Preferred label, e.g. "United States". */
  readonly label: string;
  readonly wikidata?: string;
  readonly aliases: readonly string[];
  /** Adjectives and names of the people, e.g. "French", "Ukrainians". */
  readonly demonyms: readonly string[];
  /** Key of the capital. */
  readonly capital?: string;
  /** Places whose name stands for the government, e.g. "Kremlin". */
  readonly metonyms: readonly string[];
}

/** How a form of the table denotes its entity. */
export interface KnownForm {
  readonly entity: KnownEntity;
  readonly as: "name" | "demonym" | "metonym";
}

/** All that is known about names before an article is read. */
export interface NameLexicon {
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** By normalised form; names before demonyms before metonyms. */
  readonly forms: ReadonlyMap<string, readonly KnownForm[]>;
  /** City name → population. */
  readonly cities: ReadonlyMap<string, number>;
  /** Given name → "f", "m" or "fm". */
  readonly givenNames: ReadonlyMap<string, string>;
  readonly commonWords: ReadonlySet<string>;
  /** Titles and roles in lower case → "honorific", "role" or "office". */
  readonly titles: ReadonlyMap<string, string>;
  /** Word in lower case → class of names that hold it. */
  readonly cues: ReadonlyMap<string, string>;
  /** Lemmas of verbs whose subject speaks or decides. */
  readonly actorVerbs: ReadonlySet<string>;
  /** Common noun → class of what it denotes. */
  readonly nounClasses: ReadonlyMap<string, string>;
  readonly bodyNouns: ReadonlyMap<string, BodyNoun>;
}

/** What a common noun for a body says of the body that it takes up ("the company") or stands beside ("drugmaker Helvina"). */
export interface BodyNoun {
  /** No word of the body's name need be the noun. */
  readonly plain: boolean;
  /** People go by it as well: "their employer", "a rival". */
  readonly party: boolean;
  /** Said of nobody but those who do business. */
  readonly firm: boolean;
  /** Beginnings of words in lower case, one of which the body's name or class must have; empty for any. */
  readonly called: readonly string[];
}

/** Straight apostrophes and single spaces: the form under which names are compared. */
export function normaliseName(form: string): string {
  return form.replaceAll("’", "'").replace(/\s+/g, " ");
}

/**
 * Rows of one lexicon file, split at tabs; comment lines and empty lines are left out.
 * @throws {@link ModelError} if the file is not there
 */
export function lexiconRows(
  files: ReadonlyMap<string, string>,
  name: string,
): readonly (readonly string[])[] {
  const text = files.get(name);
  if (text === undefined) throw new ModelError(`lexicon file ${name} is missing`);
  const rows: string[][] = [];
  for (const line of text.split("\n")) {
    if (line !== "" && !line.startsWith("#")) rows.push(line.split("\t"));
  }
  return rows;
}

function list(field: string | undefined): readonly string[] {
  return field === undefined || field === "" ? [] : field.split("|");
}

function readEntity(row: readonly string[]): KnownEntity {
  const [key = "", type = "", label = "", wikidata = "", aliases, demonyms, capital = "", metonyms] = row;
  return {
    key,
    type,
    label,
    ...(wikidata === "" ? {} : { wikidata }),
    aliases: list(aliases),
    demonyms: list(demonyms),
    ...(capital === "" ? {} : { capital }),
    metonyms: list(metonyms),
  };
}

function readBodyNoun(kinds: string | undefined, called: string | undefined): BodyNoun {
  const said = list(kinds);
  return {
    plain: said.includes("plain"),
    party: said.includes("party"),
    firm: said.includes("firm"),
    called: list(called).map((stem) => stem.toLowerCase()),
  };
}

/** Index of every form of every entity. Where two entities share a form, the one that stands first in the table comes first. */
function indexForms(entities: Iterable<KnownEntity>): Map<string, KnownForm[]> {
  const forms = new Map<string, KnownForm[]>();
  const all = [...entities];
  const add = (form: string, known: KnownForm): void => {
    const normal = normaliseName(form);
    const there = forms.get(normal);
    if (there === undefined) forms.set(normal, [known]);
    else if (!there.some(({ entity, as }) => entity === known.entity && as === known.as)) there.push(known);
  };
  for (const entity of all) {
    for (const form of [entity.label, ...entity.aliases]) add(form, { entity, as: "name" });
  }
  for (const entity of all) for (const form of entity.demonyms) add(form, { entity, as: "demonym" });
  for (const entity of all) for (const form of entity.metonyms) add(form, { entity, as: "metonym" });
  return forms;
}

/**
 * Reads the lexicon files that names need.
 *
 * @param files texts by file name, as `ReaderResources.lexicon`
 * @throws {@link ModelError} if one is missing
 */
export function readNameLexicon(files: ReadonlyMap<string, string>): NameLexicon {
  const entities = new Map(
    lexiconRows(files, "known-entities.tsv").map((row) => [row[0] ?? "", readEntity(row)] as const),
  );
  const pairs = (name: string): Map<string, string> =>
    new Map(lexiconRows(files, name).map(([left = "", right = ""]) => [left, right] as const));
  const words = (name: string): Set<string> => new Set(lexiconRows(files, name).map(([word = ""]) => word));
  return {
    entities,
    forms: indexForms(entities.values()),
    cities: new Map(
      lexiconRows(files, "cities.tsv").map(([name = "", , population = "0"]) => [
        normaliseName(name),
        Number(population),
      ]),
    ),
    givenNames: pairs("given-names.tsv"),
    commonWords: words("common-words.txt"),
    titles: new Map(
      lexiconRows(files, "titles.txt").map(([title = "", kind = "office"]) => [title, kind] as const),
    ),
    cues: pairs("name-cues.tsv"),
    actorVerbs: words("actor-verbs.txt"),
    // Those of our own win: news has its senses.
    nounClasses: new Map([...pairs("noun-classes.tsv"), ...pairs("head-nouns.tsv")]),
    bodyNouns: new Map(
      lexiconRows(files, "body-nouns.tsv").map(([noun = "", kinds, called]) => [
        noun,
        readBodyNoun(kinds, called),
      ]),
    ),
  };
}
