/*
 * Prints how well open triples are read: npm run eval:open -- --data DIR [--save FILE] [--list N]
 *
 * The data is not shipped. DIR holds CaRB's gold_dev.tsv: sentence, relation, arg1, arg2, ... in Penn-style tokens.
 * --save writes the triples as `extract --lines --format tsv` prints them; --list prints every Nth error.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toOpenTripleLine } from "../../src/cli/fact-output.ts";
import {
  compareTriples,
  pairOff,
  type SentenceTriples,
  scoreTriples,
  type TripleScores,
  type TripleWords,
} from "../../src/evaluate/language/score-triples.ts";
import { loadEngine } from "../../src/library/engine.ts";
import type { OpenTriple } from "../../src/model/open-triple.ts";
import { articleFromLine } from "../../src/pipeline/read-source.ts";
import { say } from "./bench-data.ts";

const BE = /^(?:be|is|are|was|were|been|being)$/;

const { values } = parseArgs({
  options: { data: { type: "string" }, save: { type: "string" }, list: { type: "string" } },
});
const file = join(values.data ?? "", "gold_dev.tsv");
if (values.data === undefined || !existsSync(file)) {
  say(
    values.data === undefined
      ? "CaRB's data is not shipped: name its folder with --data DIR."
      : `${file} is missing`,
  );
  process.exit(2);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

function toWords(relation: string, args: readonly string[], confidence = 1): TripleWords {
  const [first = "", ...rest] = args;
  const slots = args.length > 1 ? [wordsOf(first), wordsOf(rest.join(" "))] : args.map(wordsOf);
  return { relation: wordsOf(relation), args: slots, confidence };
}

/** Stretches of the sentence in the sentence's own tokens: an open quotation mark is two tokens here and one there. */
function realign(sentence: string, text: string): string {
  const tokens = wordsOf(sentence);
  const wanted = text.replaceAll(" ", "");
  for (const start of tokens.keys()) {
    for (let end = start + 1, run = tokens[start] ?? ""; run.length <= wanted.length; end++) {
      if (run === wanted) return tokens.slice(start, end).join(" ");
      if (end >= tokens.length) break;
      run += tokens[end];
    }
  }
  return text;
}

const goldOf = new Map<string, TripleWords[]>();
for (const line of readFileSync(file, "utf8").split("\n")) {
  const [sentence = "", relation = "", ...args] = line.trim().split("\t");
  if (args.length === 0) continue;
  // "C: …" is the context in which it holds, no argument.
  const own = args.map((each) => each.trim()).filter((each) => !each.includes("C: "));
  goldOf.set(sentence, [...(goldOf.get(sentence) ?? []), toWords(relation.trim(), own)]);
}

const { reader } = await loadEngine();
const tasks: (SentenceTriples & { sentence: string; triples: readonly OpenTriple[] })[] = [];
for (const [sentence, gold] of goldOf) {
  const triples = await reader.readOpenTriples(articleFromLine(sentence, {}));
  const found = triples.map(({ subject, relation, object, more, confidence }) => {
    const [own = "", ...args] = [relation, subject, object, ...more].map((text) => realign(sentence, text));
    return toWords(own, args, confidence);
  });
  tasks.push({ sentence, gold, found, triples });
}
if (values.save !== undefined)
  writeFileSync(
    values.save,
    tasks
      .flatMap(({ sentence, triples }) => triples.map((triple) => toOpenTripleLine(triple, sentence)))
      .join(""),
  );

const { best, all } = scoreTriples(tasks);
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
const print = (name: string, { precision, recall, f1, threshold }: TripleScores): void =>
  say(
    `${name.padEnd(16)}P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  (from confidence ${threshold})`,
  );
const found = tasks.reduce((sum, task) => sum + task.found.length, 0);
const gold = tasks.reduce((sum, task) => sum + task.gold.length, 0);
say(`CaRB dev: ${tasks.length} sentences, ${gold} gold triples, ${found} found`);
print("best threshold", best);
print("all", all);

const errors = new Map<string, string[]>();
const note = (kind: string, example: string): void =>
  void errors.set(kind, [...(errors.get(kind) ?? []), example]);
for (const task of tasks) {
  const pairs = task.gold.map((one) => task.found.map((other) => compareTriples(one, other)));
  const precise = new Map(pairOff(pairs).map(({ column, precision }) => [column, precision]));
  for (const [index, triple] of task.found.entries()) {
    if ((precise.get(index) ?? 0) >= 0.4) continue;
    const near = pairs.some((row) => (row[index]?.precision ?? 0) >= 0.4);
    const kind = near ? "said again" : `not in gold: ${kindOf(triple, task.sentence)}`;
    note(kind, show(triple, task.sentence));
  }
  for (const [index, triple] of task.gold.entries()) {
    if (Math.max(0, ...(pairs[index] ?? []).map(({ recall }) => recall)) >= 0.4) continue;
    note(`missed: ${kindOf(triple, task.sentence)}`, show(triple, task.sentence));
  }
}

/** By the relation: a verb of the sentence, or one that gold or we supply. */
function kindOf({ relation }: TripleWords, sentence: string): string {
  const [first = ""] = relation;
  const tokens = wordsOf(sentence);
  if (relation.length > 0 && relation.every((word) => tokens.includes(word)))
    return relation.some((word) => BE.test(word)) ? "with a form of be" : "a verb of the sentence";
  if (BE.test(first)) return relation.length > 1 ? `"is" and more that it does not say` : `"is" unsaid`;
  return /^(?:has|have|had)$/.test(first) ? `"has" unsaid` : "reworded";
}

function show({ relation, args }: TripleWords, sentence: string): string {
  const [first = [], rest = []] = args;
  return `${[first, relation, rest].map((words) => words.join(" ")).join(" | ")}   < ${sentence}`;
}

const step = Number(values.list ?? 0);
for (const [kind, examples] of [...errors].sort((left, right) => right[1].length - left[1].length)) {
  say(`${String(examples.length).padStart(5)}  ${kind}`);
  for (const [index, example] of examples.entries())
    if (step > 0 && index % step === 0) say(`         ${example}`);
}
