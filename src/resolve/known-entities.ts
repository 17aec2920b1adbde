import { lexiconRows } from "./lexicon-rows.ts";

/** A thing of the curated table (`data/lexicon/known-entities.tsv`). */
export interface KnownEntity {
  /** What {@link ArticleEntity.known} refers to, e.g. "NATO". */
  readonly key: string;
  readonly label: string;
  /** Other names of the thing; demonyms and the government's metonyms are not names of it. */
  readonly aliases: readonly string[];
  /** Class of the ontology by local name. */
  readonly type: string;
  /** Wikidata item, e.g. "Q7184". */
  readonly wikidata?: string;
}

/** By key. */
export type KnownEntities = ReadonlyMap<string, KnownEntity>;

/**
 * Reads the curated table: tab-separated lines of key, type, label, Wikidata id, and names separated by `|`;
 * further columns are for finding mentions. Lines that begin with `#` are comments.
 */
export function parseKnownEntities(tsv: string): KnownEntities {
  const entries = new Map<string, KnownEntity>();
  for (const [key = "", type = "", label = "", wikidata = "", aliases = ""] of lexiconRows(tsv)) {
    if (key === "" || type === "" || label === "") continue;
    entries.set(key, {
      key,
      label,
      aliases: aliases.split("|").filter((alias) => alias !== ""),
      type,
      ...(/^Q\d+$/.test(wikidata) ? { wikidata } : {}),
    });
  }
  return entries;
}
