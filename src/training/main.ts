import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assembleModel, type LanguageModelParts, saveModel } from "../annotate/language-model.ts";
import { saveSentenceEnds } from "../annotate/sentences/sentence-ends.ts";
import { calibrateMargins } from "./calibrate-margins.ts";
import { parserExamples, trainingSentences } from "./examples.ts";
import { learnLemmas } from "./learn-lemmas.ts";
import { parseConllu, type TreebankSentence } from "./read-treebank.ts";
import { type ModelScores, scoreModel } from "./score-model.ts";
import { collectMoves, trainParser } from "./train-parser.ts";
import { trainSentenceEnds } from "./train-sentence-ends.ts";
import { type TrainingSentence, trainTagger } from "./train-tagger.ts";

const HELP = `Trains the language model and writes data/model/sentences.bin (ends of sentences) and english.bin (tagger,
parser, lemmatiser).

  npm run train -- --data DIR [--out DIR] [--epochs N] [--seed N]

  --data DIR     holds ud-ewt/en_ewt-ud-{train,dev}.conllu and ud-gum/en_gum-ud-{train,dev}-free.conllu
  --out DIR      where they go (default data/model)
  --epochs N     passes of the parser over the data (default 8)
  --seed N       order of the examples (default 1)
  --parser-bits N  log2 of the rows of the parser's weight table (default 22)

  Example: npm run train -- --data ../treebanks`;

interface Options {
  readonly data: string;
  readonly out: string;
  readonly epochs: number;
  readonly seed: number;
  readonly parserBits: number;
}

function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      out: { type: "string", default: "data/model" },
      epochs: { type: "string", default: "8" },
      seed: { type: "string", default: "1" },
      "parser-bits": { type: "string", default: "22" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.data === undefined) return undefined;
  return {
    data: values.data,
    out: values.out,
    epochs: Number(values.epochs),
    seed: Number(values.seed),
    parserBits: Number(values["parser-bits"]),
  };
}

function readTreebank(folder: string, name: string): TreebankSentence[] {
  return parseConllu(readFileSync(join(folder, name), "utf8"));
}

const started = performance.now();
function report(message: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`);
}

function trainParts(treebank: readonly TreebankSentence[], options: Options): LanguageModelParts {
  const clusters = new Map<string, number>();
  const sentences = trainingSentences(treebank, clusters);
  const taggerOptions = { epochs: 5, seed: options.seed, xposBits: 20, uposBits: 17 };
  const trained = trainTagger(sentences, taggerOptions);
  report("tagger trained");
  const examples = parserExamples(sentences, taggerOptions, 4, trained.inventory);
  report("parser examples tagged by taggers that have not seen them");
  const parser = collectMoves(examples);
  report(`${examples.length} sentences, ${parser.moves.length} moves`);
  const parserWeights = trainParser(examples, parser, {
    epochs: options.epochs,
    seed: options.seed,
    bits: options.parserBits,
    exploration: 0.9,
    onEpoch: (epoch, accuracy) =>
      report(`parser epoch ${epoch}: ${(100 * accuracy).toFixed(2)} % of moves right`),
  });
  return {
    tags: trained.inventory,
    xposWeights: trained.xposWeights,
    uposWeights: trained.uposWeights,
    parser,
    parserWeights,
    calibration: { slope: 1, offset: 0 },
    lemmas: learnLemmas(treebank),
    clusters,
  };
}

function scoreLine(name: string, scores: ModelScores): string {
  const figures = (["uas", "las", "lasWithSubtypes", "upos", "xpos", "lemma"] as const).map(
    (key) => `${key} ${scores[key].toFixed(2)}`,
  );
  return `${name} (${scores.words} words): ${figures.join("  ")}`;
}

function train(options: Options): void {
  const ewt = join(options.data, "ud-ewt");
  const gum = join(options.data, "ud-gum");
  const treebank = [
    ...readTreebank(ewt, "en_ewt-ud-train.conllu"),
    ...readTreebank(gum, "en_gum-ud-train-free.conllu"),
  ];
  mkdirSync(options.out, { recursive: true });
  // 2^22 rows: the weights that are not 0 fit in 0.2 MB, and few features share a row.
  const ends = trainSentenceEnds(treebank, { epochs: 10, seed: options.seed, bits: 22 });
  writeModel(options.out, "sentences.bin", saveSentenceEnds(ends));
  const parts = trainParts(treebank, options);
  const model = assembleModel(parts);
  const development: [string, TrainingSentence[]][] = [
    ["EWT dev", trainingSentences(readTreebank(ewt, "en_ewt-ud-dev.conllu"), parts.clusters)],
    ["GUM dev", trainingSentences(readTreebank(gum, "en_gum-ud-dev-free.conllu"), parts.clusters)],
  ];
  const arcs = development.flatMap(([name, sentences]) => {
    const result = scoreModel(model, sentences);
    report(scoreLine(name, result.scores));
    return result.arcs;
  });
  const file = saveModel({ ...parts, calibration: calibrateMargins(arcs) });
  writeModel(options.out, "english.bin", file);
}

function writeModel(folder: string, name: string, file: Uint8Array): void {
  writeFileSync(join(folder, name), file);
  report(`${join(folder, name)}: ${(file.length / 1e6).toFixed(2)} MB`);
}

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  console.log(HELP);
  process.exitCode = process.argv.includes("--help") ? 0 : 2;
} else {
  train(options);
}
