import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { SentenceNetwork } from "../model/effects.ts";
import { ModelError } from "../model/errors.ts";
import { openNetwork } from "./onnx-network.ts";

/** What the package ships for reading articles, in the shape that the reader takes. */
export interface PackageResources {
  /** Turtle of `ontology/news.ttl`. */
  readonly ontology: string;
  /** By file name, e.g. "sentences.bin". */
  readonly model: ReadonlyMap<string, Uint8Array>;
  readonly network: SentenceNetwork;
  /** By file name, e.g. "titles.txt". */
  readonly lexicon: ReadonlyMap<string, string>;
}

/** The package's folder. `src/io/` and `dist/io/` lie equally deep in it. */
export const packageRoot: string = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Reads ontology, weights and lexicon from the package, wherever it is installed.
 *
 * @throws {@link ModelError} where a file is missing; the message names it
 */
export async function loadResources(): Promise<PackageResources> {
  const [ontology, model, network, lexicon] = await Promise.all([
    readPackageText("ontology/news.ttl"),
    readModel(),
    readNetwork(),
    readLexicon(),
  ]);
  return { ontology, model, network, lexicon };
}

/**
 * Reads one text file of the package.
 *
 * @param path - relative to the package's folder, e.g. "ontology/shapes.ttl"
 * @throws {@link ModelError} where it is missing
 */
export async function readPackageText(path: string): Promise<string> {
  return new TextDecoder().decode(await readPackageFile(path));
}

async function readPackageFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(`${packageRoot}${path}`);
  } catch (cause) {
    throw new ModelError(`${path} is missing from ${packageRoot}; install dateline again`, { cause });
  }
}

/** Another text once any file of the program itself was changed or another version was installed. */
export async function programStamp(): Promise<string> {
  const program = fileURLToPath(new URL("../", import.meta.url));
  const files = (await readdir(program, { recursive: true })).filter((file) => /\.[jt]s$/.test(file)).sort();
  const stamps = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(`${program}${file}`);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return stamps.join("\n");
}

const MODEL_FILES = ["english.json", "english.vocab.txt", "lemmas.txt", "sentences.bin"];

async function readModel(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await Promise.all(MODEL_FILES.map((name) => readPackageFile(`data/model/${name}`)));
  return new Map(MODEL_FILES.map((name, index) => [name, files[index] ?? new Uint8Array()]));
}

/** Weights, and the engine as its package ships it. */
async function readNetwork(): Promise<SentenceNetwork> {
  const engine = createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm");
  const [weights, wasm] = await Promise.all([readPackageFile("data/model/english.onnx"), readFile(engine)]);
  return openNetwork(weights, wasm);
}

async function readLexicon(): Promise<ReadonlyMap<string, string>> {
  let names: string[];
  try {
    names = await readdir(`${packageRoot}data/lexicon`);
  } catch (cause) {
    throw new ModelError(`data/lexicon is missing from ${packageRoot}; install dateline again`, { cause });
  }
  const lists = names.filter((name) => /\.(txt|tsv)$/.test(name)).sort();
  const texts = await Promise.all(lists.map((name) => readPackageText(`data/lexicon/${name}`)));
  return new Map(lists.map((name, index) => [name, texts[index] ?? ""]));
}
