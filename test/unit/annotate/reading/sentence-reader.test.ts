import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseReaderDescription } from "../../../../src/annotate/reading/reader-description.ts";
import { SentenceReader } from "../../../../src/annotate/reading/sentence-reader.ts";
import { WordPieces } from "../../../../src/annotate/reading/word-pieces.ts";
import { createSyntaxAnnotator } from "../../../../src/annotate/syntax.ts";
import { loadResources } from "../../../../src/io/package-resources.ts";
import { ModelError } from "../../../../src/model/errors.ts";
import { makeArticle } from "../../../../src/model/ids.ts";

const modelText = (name: string) =>
  readFileSync(new URL(`../../../../data/model/${name}`, import.meta.url), "utf8");

/** What the Python that trained the model answers. */
interface Reference {
  readonly words: readonly string[];
  readonly input_ids: readonly number[];
  readonly casing: readonly number[];
  readonly word_starts: readonly number[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  readonly names: readonly string[];
}
const REFERENCES = JSON.parse(modelText("reference.json")) as readonly Reference[];

const { model, network } = await loadResources();
const description = parseReaderDescription(modelText("english.json"));
const reader = new SentenceReader(
  description,
  new WordPieces(modelText("english.vocab.txt").trimEnd().split("\n")),
  network,
);

/** BIOES tags of names. */
function tagsOf(names: Awaited<ReturnType<typeof reader.read>>["names"], words: number): string[] {
  const tags = new Array<string>(words).fill("O");
  for (const { first, last, type } of names)
    for (let word = first; word < last; word++) {
      const place = last - first === 1 ? "S" : word === first ? "B" : word === last - 1 ? "E" : "I";
      tags[word] = `${place}-${type}`;
    }
  return tags;
}

describe("the sentence reader", () => {
  it.each(REFERENCES)("reads as the model's own Python does: $words", async (reference) => {
    const encoded = reader.encode(reference.words);
    expect(encoded).toEqual({
      pieces: reference.input_ids,
      casing: reference.casing,
      wordStarts: reference.word_starts,
    });
    const { words, names } = await reader.read(reference.words);
    expect(words.map(({ upos }) => upos)).toEqual(reference.upos);
    expect(words.map(({ xpos }) => xpos)).toEqual(reference.xpos);
    expect(words.map(({ head }) => head + 1)).toEqual(reference.heads);
    expect(words.map(({ relation }) => relation)).toEqual(reference.labels);
    expect(tagsOf(names, reference.words.length)).toEqual(reference.names);
  });

  it("reads no words as nothing", async () => {
    expect(await reader.read([])).toEqual({ words: [], names: [] });
  });

  it("reads a sentence without end in parts, as one tree", async () => {
    const words = Array.from({ length: 60 }, () => ["Ships", "left", "port", "and", "returned", ";"]).flat();
    const read = await reader.read(words);
    expect(read.words).toHaveLength(words.length);
    expect(read.words.filter(({ head }) => head < 0)).toHaveLength(1);
    for (const [index, { head }] of read.words.entries()) expect(head).not.toBe(index);
  });

  it("reads sentences that are asked for at once as it reads them one by one", async () => {
    const one: unknown[] = [];
    for (const { words } of REFERENCES) one.push(await reader.read(words));
    expect(await Promise.all(REFERENCES.map(({ words }) => reader.read(words)))).toEqual(one);
  });
});

describe("the syntax of an article", () => {
  const annotator = createSyntaxAnnotator(model, network);
  const article = (text: string) => makeArticle({ text, title: "", language: "en" });

  it("is the same alone and after other articles", async () => {
    const text = REFERENCES.map(({ words }) => words.join(" ")).join("\n");
    const alone = await annotator.annotate(article(text));
    await annotator.annotate(article("Rain fell in Bergen. Trains were late; ferries, however, were not."));
    expect(await annotator.annotate(article(text))).toEqual(alone);
  });

  it("has lemmas, irregular ones too", async () => {
    const { tokens } = await annotator.annotate(article("The men flew and the ministers spoke."));
    expect(tokens.map(({ lemma }) => lemma)).toEqual("the man fly and the minister speak .".split(" "));
  });

  it("needs every file of the model", () => {
    const lacking = new Map([...model].filter(([name]) => name !== "lemmas.txt"));
    expect(() => createSyntaxAnnotator(lacking, network)).toThrow(ModelError);
  });

  it("needs a model of its own format", () => {
    const other = JSON.stringify({ ...description, format: 2 });
    const files = new Map(model).set("english.json", new TextEncoder().encode(other));
    expect(() => createSyntaxAnnotator(files, network)).toThrow("another version");
  });
});
