import { readFileSync } from "node:fs";

/** The shipped lexicon files that names and mentions are read with. */
export const LEXICON_FILES: ReadonlyMap<string, string> = new Map(
  [
    "known-entities.tsv",
    "cities.tsv",
    "given-names.tsv",
    "common-words.txt",
    "titles.txt",
    "name-cues.tsv",
    "actor-verbs.txt",
    "head-nouns.tsv",
    "body-nouns.tsv",
    "noun-classes.tsv",
    "office-holders.tsv",
  ].map((name) => [name, readFileSync(new URL(`../../../../data/lexicon/${name}`, import.meta.url), "utf8")]),
);
