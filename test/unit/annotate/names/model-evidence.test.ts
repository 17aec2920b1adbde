import { describe, expect, it } from "vitest";
import { createNameAnnotator } from "../../../../src/annotate/names/name-annotator.ts";
import { LEXICON_FILES } from "./lexicon-files.ts";
import { treeNotation } from "./tree-notation.ts";

const annotator = createNameAnnotator(LEXICON_FILES);

/** Names of a text in which the model sees the given words as the given kinds. */
function names(tagged: string, seen: Readonly<Record<string, readonly [type: string, confidence: number]>>) {
  const article = treeNotation(tagged);
  const { text } = article.article;
  const modelNames = Object.entries(seen)
    .map(([words, [type, confidence]]) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, type, confidence };
    })
    .sort((one, other) => one.start - other.start);
  return annotator
    .annotate({ ...article, modelNames })
    .names.map(({ start, end, type }) => `${text.slice(start, end)}: ${type}`);
}

describe("what the model sees", () => {
  it("is a name where the rules see none", () => {
    const sentence = "Wrights/NNS won=win/VBD the/DT cup/NN ~./.";
    expect(names(sentence, {})).toEqual([]);
    expect(names(sentence, { Wrights: ["organisation", 0.9] })).toEqual(["Wrights: Organization"]);
  });
  it("tells the class that the words alone do not", () => {
    const sentence = "Then/RB Quorvex/NNP fell=fall/VBD ~./.";
    expect(names(sentence, {})).toEqual(["Quorvex: Thing"]);
    expect(names(sentence, { Quorvex: ["person", 0.8] })).toEqual(["Quorvex: Person"]);
  });
  it("outweighs one word beside the name", () => {
    const sentence =
      "Quorvex/NNP/5/nsubj ~,/,/1/punct who/WP/4/nsubj won=win/VBD/1/acl fell=fall/VBD/0/root ~./.";
    expect(names(sentence, {})).toEqual(["Quorvex: Person"]);
    expect(names(sentence, { Quorvex: ["organisation", 0.9] })).toEqual(["Quorvex: Organization"]);
    expect(names(sentence, { Quorvex: ["organisation", 0.5] })).toEqual(["Quorvex: Person"]);
  });
  it("gives way to the table and to titles", () => {
    expect(names("In/IN Norway/NNP it/PRP snowed/VBD ~./.", { Norway: ["person", 0.99] })).toEqual([
      "Norway: Country",
    ]);
    expect(
      names("President/NNP Quorvex/NNP spoke=speak/VBD ~./.", { Quorvex: ["organisation", 0.99] }),
    ).toEqual(["Quorvex: Person"]);
  });
  it("leaves the finer class that the rules know", () => {
    expect(
      names("She/PRP swam=swim/VBD to/IN the/DT Coalition/NNP of/IN the/DT Brave/NNP ~./.", {
        "Coalition of the Brave": ["organisation", 0.99],
      }),
    ).toEqual(["Coalition of the Brave: Coalition"]);
  });
  it("says where names end that the rules run together", () => {
    const sentence = "They/PRP saw=see/VBD Quorvex/NNP Blent/NNP Harl/NNP ~./.";
    expect(names(sentence, { Quorvex: ["gpe", 0.9], "Blent Harl": ["person", 0.9] })).toEqual([
      "Quorvex: Place",
      "Blent Harl: Person",
    ]);
  });
  it("joins what the rules read in parts, but for titles", () => {
    expect(
      names("The/DT Farm/NNP and/CC Labour/NNP Party/NNP of/IN Norway/NNP split=split/VBD ~./.", {
        "Farm and Labour Party of Norway": ["organisation", 0.9],
      }),
    ).toEqual(["Farm and Labour Party of Norway: Organization"]);
    expect(
      names("NATO/NNP Secretary/NNP General/NNP Jana/NNP Novak/NNP spoke=speak/VBD ~./.", {
        "NATO Secretary General Jana Novak": ["organisation", 0.9],
      }),
    ).toEqual(["NATO: Organization", "Jana Novak: Person"]);
  });
  it("is no name where it is a date or a number", () => {
    expect(names("It/PRP snowed/VBD on/IN Christmas/NNP Eve/NNP ~./.", { Christmas: ["date", 0.9] })).toEqual(
      names("It/PRP snowed/VBD on/IN Christmas/NNP Eve/NNP ~./.", {}),
    );
  });
});
