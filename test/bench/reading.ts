/*
 * Prints how fast articles are read, end to end and stage by stage, on one thread: npm run bench:reading [-- FOLDER]
 *
 * FOLDER holds Markdown articles (default data/articles). "Reading alone" is sentences, tokens and trees.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createNameAnnotator } from "../../src/annotate/names/name-annotator.ts";
import { createQuantityAnnotator } from "../../src/annotate/quantities/quantity-annotator.ts";
import { createSyntaxAnnotator } from "../../src/annotate/syntax.ts";
import { createTimeAnnotator } from "../../src/annotate/times/time-annotator.ts";
import { createRuleExtractor } from "../../src/extract/rule-extractor.ts";
import { loadResources } from "../../src/io/package-resources.ts";
import { loadOntology } from "../../src/ontology/load-ontology.ts";
import { makeExtractionRecords } from "../../src/pipeline/extraction-records.ts";
import { readArticles } from "../../src/pipeline/read-source.ts";

/** Runs over all articles; the fastest of each stage counts, the first run warms the engine up. */
const RUNS = 4;

const folder = process.argv[2] ?? "data/articles";
const articles = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .flatMap((name) => [...readArticles(readFileSync(join(folder, name)), { name })])
  .flatMap((outcome) => (outcome.kind === "article" ? [outcome.article] : []));

const resources = await loadResources();
const syntax = createSyntaxAnnotator(resources.model, resources.network);
const names = createNameAnnotator(resources.lexicon);
const [times, quantities] = [createTimeAnnotator(), createQuantityAnnotator()];
const extractor = createRuleExtractor(loadOntology(resources.ontology), resources.lexicon);
const toRecords = makeExtractionRecords(resources);

const STAGES = ["sentences and trees", "names, dates, quantities", "facts", "records"] as const;
let words = 0;

async function run(): Promise<readonly number[]> {
  const spent = STAGES.map(() => 0);
  words = 0;
  for (const article of articles) {
    const marks = [performance.now()];
    const mark = (): number => marks.push(performance.now());
    const trees = await syntax.annotate(article);
    mark();
    // As the reader puts them together: what names change in the trees, times read.
    const named = names.annotate(trees);
    const annotated = { ...named, ...quantities.annotate(times.annotate(named)) };
    mark();
    const extraction = extractor.extract(annotated);
    mark();
    toRecords(extraction);
    mark();
    words += extraction.counts.words;
    for (const stage of spent.keys())
      spent[stage] = (spent[stage] ?? 0) + (marks[stage + 1] ?? 0) - (marks[stage] ?? 0);
  }
  return spent;
}

const runs: (readonly number[])[] = [];
for (let count = 0; count < RUNS; count++) runs.push(await run());
const best = STAGES.map((_, stage) => Math.min(...runs.slice(1).map((spent) => spent[stage] ?? 0)));
const whole = best.reduce((total, time) => total + time, 0);
const print = (name: string, ...cells: readonly string[]): void =>
  void process.stdout.write(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(12)).join("")}\n`);
const speed = (milliseconds: number): readonly string[] => [
  `${((1000 * articles.length) / milliseconds).toFixed(1)} art./s`,
  `${Math.round((1000 * words) / milliseconds)} words/s`,
];

print(`${articles.length} articles, ${words} words`, "ms", "share");
for (const [stage, name] of STAGES.entries()) {
  const time = best[stage] ?? 0;
  print(name, time.toFixed(0), `${((100 * time) / whole).toFixed(1)} %`);
}
print("end to end", ...speed(whole));
print("reading alone", ...speed(best[0] ?? 0));
print("speed, of reading alone", ((best[0] ?? 0) / whole).toFixed(2));
