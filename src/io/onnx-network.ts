import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { EncodedSentence, SentenceNetwork } from "../model/effects.ts";
import { ModelError } from "../model/errors.ts";

const OUTPUTS = ["upos", "xpos", "names", "arcs", "best_labels"] as const;

/**
 * Opens a network that is stored as ONNX, with WebAssembly as its engine: the same arithmetic, and so the same scores,
 * on every processor, in Node and in a browser. One thread, one sentence at a time.
 *
 * @param weights the file `english.onnx`
 * @param engine the file `ort-wasm-simd-threaded.wasm` of the package onnxruntime-web
 * @throws {@link ModelError} where the engine cannot use them
 */
export async function openNetwork(weights: Uint8Array, engine: Uint8Array): Promise<SentenceNetwork> {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = engine;
  let session: InferenceSession;
  try {
    session = await InferenceSession.create(weights, { executionProviders: ["wasm"] });
  } catch (cause) {
    throw new ModelError("the language model's network cannot be used", { cause });
  }
  // The engine runs one sentence after the other; it refuses a second one while it is at work.
  let last: Promise<unknown> = Promise.resolve();
  const breathe = makePauses();
  return {
    score(sentence) {
      const answer = last.then(breathe).then(() => run(session, sentence));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** Longest that a program which reads one sentence after the other is deaf to all else: signals, requests, closed pipes. */
const DEAF_MS = 30;

/** The engine answers without a turn of the event loop; this gives it one now and then. */
function makePauses(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < DEAF_MS) return;
    await new Promise<void>((done) => setTimeout(done, 0));
    last = performance.now();
  };
}

async function run(session: InferenceSession, { pieces, casing, wordStarts }: EncodedSentence) {
  const outputs = await session.run(
    {
      input_ids: row(pieces),
      casing: row(casing),
      attention_mask: row(pieces.map(() => 1)),
      word_starts: row(wordStarts),
    },
    OUTPUTS,
  );
  const floats = (name: (typeof OUTPUTS)[number]) => outputs[name]?.data as Float32Array;
  return {
    upos: floats("upos"),
    xpos: floats("xpos"),
    names: floats("names"),
    arcs: floats("arcs"),
    labels: Int32Array.from(outputs["best_labels"]?.data as BigInt64Array, Number),
  };
}

function row(values: readonly number[]): Tensor {
  return new Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
}
