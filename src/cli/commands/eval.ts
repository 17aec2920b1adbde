import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseStory, type Story } from "../../evaluate/identity/identity-gold.ts";
import { identityJson, identityReport } from "../../evaluate/identity/identity-report.ts";
import { scoreIdentity } from "../../evaluate/identity/score-identity.ts";
import { FLOORS_FILE, floorsText, runEvaluation, runJson, runReport } from "../../evaluate/run-evaluation.ts";
import { packageRoot } from "../../io/package-resources.ts";
import { UsageError } from "../../model/errors.ts";
import { readArticles } from "../../pipeline/read-source.ts";
import { addCommand, type CommandLine, type CommonOptions, wholeNumber } from "../command-line.ts";

/** A score is below its floor. */
const BELOW_FLOOR = 1;

interface EvalOptions extends CommonOptions {
  readonly gold: string;
  readonly articles?: string;
  readonly list: number;
  readonly saveFloors?: boolean;
  readonly identity?: boolean;
}

/** `dateline eval`: precision, recall and F1 against facts that people found. */
export function addEvalCommand(line: CommandLine): void {
  addCommand(line.program, "eval", {
    summary: "score the extractor against gold facts; fails where a score fell below its floor",
    json: "print all figures, errors and matches as JSON",
    examples: ["dateline eval", "dateline eval --list 10", "dateline eval --identity"],
    notes: `Exits with 1 where a score is below its floor in ${FLOORS_FILE}. Errors on held-out articles are never listed.`,
  })
    .option(
      "--gold <dir>",
      "folder with SLUG.facts.jsonl, SLUG.entities.jsonl, SLUG.txt or SLUG.md",
      join(packageRoot, "data", "gold"),
    )
    .option(
      "--articles <dir>",
      "folder with SLUG.md, the articles with their dates, where the gold folder has none (default: articles beside it)",
    )
    .option("--list <n>", "list up to n errors of each kind for every development article", wholeNumber(0), 0)
    .option("--identity", "score who is who across articles, copies and conflicts instead, on DIR/identity")
    .option("--save-floors", `write the scores of this run to ${FLOORS_FILE}`)
    .action((options: EvalOptions) => evaluate(line, options));
}

async function evaluate(line: CommandLine, options: EvalOptions): Promise<void> {
  if (options.identity === true) return evaluateIdentity(line, options);
  const [gold, articles, engine] = await Promise.all([
    readTexts(options.gold),
    readTexts(options.articles ?? join(options.gold, "..", "articles")),
    line.context.loadEngine(),
  ]);
  const run = await runEvaluation({
    folder: options.gold,
    gold,
    articles,
    extract: async (name, content) => {
      const [outcome] = readArticles(new TextEncoder().encode(content), { name });
      if (outcome?.kind === "article") return engine.reader.extract(outcome.article);
      throw outcome?.error ?? new UsageError(`${name}: no article in it`);
    },
    toRecords: (extraction) => engine.toRecords(extraction),
  });
  line.context.terminal.stdout.write(options.json === true ? runJson(run) : runReport(run, options.list));
  if (options.saveFloors === true) await writeFile(join(options.gold, FLOORS_FILE), floorsText(run));
  else if (run.breaches.length > 0) line.exitCode = BELOW_FLOOR;
}

async function evaluateIdentity(line: CommandLine, options: EvalOptions): Promise<void> {
  const folder = join(options.gold, "identity");
  const readPart = async (part: string) => {
    const texts = await readTexts(join(folder, part));
    return [...texts].map(([name, text]) => parseStory(text, `${part}/${name}`));
  };
  const [development, heldOut] = await Promise.all([readPart("development"), readPart("held-out")]);
  if (development.length + heldOut.length === 0) throw new UsageError(`${folder}: no stories in it`);
  const { extractOnce, loadStoryReader, readStories } = await import("../identity-evaluation.ts");
  const { engine, openEmptyGraph } = await loadStoryReader(line.context);
  const extract = extractOnce(engine);
  const score = async (stories: readonly Story[]) =>
    scoreIdentity(stories, await readStories(stories, extract, await openEmptyGraph()));
  const scores = {
    development: await score(development),
    heldOut: await score(heldOut),
    together: await score([...development, ...heldOut]),
  };
  line.context.terminal.stdout.write(options.json === true ? identityJson(scores) : identityReport(scores));
}

/** Text files of a folder by name; empty where there is no such folder. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.(?:jsonl|json|txt|md)$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(files.map((name, index) => [name, texts[index] ?? ""]));
}
