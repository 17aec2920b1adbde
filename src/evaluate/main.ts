import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadResources, packageRoot } from "../io/package-resources.ts";
import { DatelineError, UsageError } from "../model/errors.ts";
import { createReader } from "../pipeline/create-reader.ts";
import { toFactRecords } from "../pipeline/fact-records.ts";
import { readArticles } from "../pipeline/read-source.ts";
import { FLOORS_FILE, floorsText, runEvaluation, runJson, runReport } from "./run-evaluation.ts";

const HELP = `Scores the extractor against facts that people found, and fails where a score fell.

usage: npm run eval [-- options]

  --gold DIR      folder with SLUG.facts.jsonl, SLUG.entities.jsonl and SLUG.txt; ${FLOORS_FILE} there holds scores that may
                  not fall (default: data/gold)
  --articles DIR  folder with SLUG.md, the articles with their dates (default: articles beside the gold folder)
  --list N        list up to N errors of each kind for every development article (default: 0)
  --json          print all figures, errors and matches as JSON
  --save-floors   write the scores of this run to ${FLOORS_FILE}
  --help          print this

exit status: 0 scored, 1 a score is below its floor, 64 unknown option, 65 gold that cannot be used, 70 internal error

example: npm run eval -- --list 10
`;

const [BELOW_FLOOR, USAGE, BAD_DATA, INTERNAL] = [1, 64, 65, 70];

interface Options {
  readonly gold: string;
  readonly articles: string;
  readonly list: number;
  readonly json: boolean;
  readonly saveFloors: boolean;
  readonly help: boolean;
}

/** @throws {@link UsageError} */
function readOptions(args: readonly string[]): Options {
  let values: ReturnType<typeof parseOptions>;
  try {
    values = parseOptions(args);
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const list = Number(values.list);
  if (!Number.isInteger(list) || list < 0) throw new UsageError(`--list ${values.list}: not a whole number`);
  const gold = values.gold ?? join(packageRoot, "data", "gold");
  return {
    gold,
    articles: values.articles ?? join(gold, "..", "articles"),
    list,
    json: values.json,
    saveFloors: values["save-floors"],
    help: values.help,
  };
}

function parseOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      gold: { type: "string" },
      articles: { type: "string" },
      list: { type: "string", default: "0" },
      json: { type: "boolean", default: false },
      "save-floors": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
}

/** Text files of a folder by name; empty where there is no such folder. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.(?:jsonl|json|txt|md)$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(files.map((name, index) => [name, texts[index] ?? ""]));
}

async function evaluate(options: Options): Promise<number> {
  const [gold, articles, resources] = await Promise.all([
    readTexts(options.gold),
    readTexts(options.articles),
    loadResources(),
  ]);
  const reader = createReader(resources);
  const run = runEvaluation({
    folder: options.gold,
    gold,
    articles,
    extract: (name, content) => {
      const [outcome] = readArticles(new TextEncoder().encode(content), { name });
      if (outcome?.kind === "article") return reader.extract(outcome.article);
      throw outcome?.error ?? new UsageError(`${name}: no article in it`);
    },
    toRecords: (extraction) => toFactRecords(extraction),
  });
  process.stdout.write(options.json ? runJson(run) : runReport(run, options.list));
  if (options.saveFloors) {
    await writeFile(join(options.gold, FLOORS_FILE), floorsText(run));
    return 0;
  }
  return run.breaches.length > 0 ? BELOW_FLOOR : 0;
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options.help) return await evaluate(options);
    process.stdout.write(HELP);
    return 0;
  } catch (error) {
    const known = error instanceof DatelineError;
    process.stderr.write(`eval: ${known ? error.message : String(error)}\n`);
    if (error instanceof UsageError) return USAGE;
    return known ? BAD_DATA : INTERNAL;
  }
}

process.exitCode = await main(process.argv.slice(2));
