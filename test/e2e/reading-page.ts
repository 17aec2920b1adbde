import { createSyntaxAnnotator } from "../../src/annotate/syntax.ts";
import { openNetwork } from "../../src/io/onnx-network.ts";
import { makeArticle } from "../../src/model/ids.ts";

const MODEL_FILES = ["english.json", "english.vocab.txt", "lemmas.txt", "sentences.bin"];

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

/** Reads a text in the page, with the package's model fetched from its server. */
async function readText(text: string): Promise<string> {
  const [weights, engine, ...files] = await Promise.all(
    ["english.onnx", "engine.wasm", ...MODEL_FILES].map((name) => bytesOf(`/${name}`)),
  );
  const model = new Map(MODEL_FILES.map((name, index) => [name, files[index] ?? new Uint8Array()]));
  const network = await openNetwork(weights ?? new Uint8Array(), engine ?? new Uint8Array());
  const annotator = createSyntaxAnnotator(model, network);
  return JSON.stringify(await annotator.annotate(makeArticle({ text, title: "", language: "en" })));
}

Object.assign(globalThis, { readText });
