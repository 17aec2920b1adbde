import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeLemmaRules } from "../annotate/lemmas/lemmatiser.ts";
import { saveSentenceEnds } from "../annotate/sentences/sentence-ends.ts";
import { learnLemmas } from "./learn-lemmas.ts";
import { parseConllu, type TreebankSentence } from "./read-treebank.ts";
import { trainSentenceEnds } from "./train-sentence-ends.ts";

const HELP = `Trains what stands before and after the neural network, and writes data/model/sentences.bin (ends of sentences)
and lemmas.txt (lemma rules). The network itself is trained in data/model/training.

  npm run train -- --data DIR [--out DIR] [--seed N]

  --data DIR     holds ud-ewt/en_ewt-ud-train.conllu and ud-gum/en_gum-ud-train-free.conllu
  --out DIR      where they go (default data/model)
  --seed N       order of the examples (default 1)

  Example: npm run train -- --data ../treebanks`;

interface Options {
  readonly data: string;
  readonly out: string;
  readonly seed: number;
}

function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      out: { type: "string", default: "data/model" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.data === undefined) return undefined;
  return { data: values.data, out: values.out, seed: Number(values.seed) };
}

function readTreebank(path: string): TreebankSentence[] {
  return parseConllu(readFileSync(path, "utf8"));
}

function train(options: Options): void {
  const treebank = [
    ...readTreebank(join(options.data, "ud-ewt", "en_ewt-ud-train.conllu")),
    ...readTreebank(join(options.data, "ud-gum", "en_gum-ud-train-free.conllu")),
  ];
  mkdirSync(options.out, { recursive: true });
  // 2^22 rows: the weights that are not 0 fit in 0.2 MB, and few features share a row.
  const ends = trainSentenceEnds(treebank, { epochs: 10, seed: options.seed, bits: 22 });
  writeModel(options.out, "sentences.bin", saveSentenceEnds(ends));
  writeModel(options.out, "lemmas.txt", new TextEncoder().encode(writeLemmaRules(learnLemmas(treebank))));
}

function writeModel(folder: string, name: string, file: Uint8Array): void {
  writeFileSync(join(folder, name), file);
  console.log(`${join(folder, name)}: ${(file.length / 1e6).toFixed(2)} MB`);
}

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  console.log(HELP);
  process.exitCode = process.argv.includes("--help") ? 0 : 2;
} else {
  train(options);
}
