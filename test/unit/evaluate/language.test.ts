import { describe, expect, it } from "vitest";
import { recallOfNames, scoreNames } from "../../../src/evaluate/language/score-names.ts";
import { scoreSyntax } from "../../../src/evaluate/language/score-syntax.ts";

/** CoNLL-U from sentences of "id form upos head relation", a word a piece. */
function conllu(...sentences: readonly string[]): string {
  return sentences
    .map((sentence) =>
      sentence
        .split(" | ")
        .map((word) => {
          const [id, form, upos = "_", head = "_", relation = "_"] = word.split(" ");
          return [id, form, form?.toLowerCase(), upos, upos, "_", head, relation, "_", "_"].join("\t");
        })
        .join("\n"),
    )
    .map((block) => `${block}\n\n`)
    .join("");
}

const GOLD = conllu("1 Snow NOUN 2 nsubj | 2 fell VERB 0 root | 3 . PUNCT 2 punct", "1 Go VERB 0 root");

describe("trees from raw text", () => {
  it("score 1 against themselves", () => {
    expect(Object.values(scoreSyntax(GOLD, GOLD))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
  it("count heads and labels apart, subtypes aside", () => {
    const scores = scoreSyntax(
      GOLD,
      conllu("1 Snow NOUN 2 obj | 2 fell VERB 0 root | 3 . PUNCT 1 punct:x", "1 Go VERB 0 root"),
    );
    expect(scores).toMatchObject({ words: 1, uas: 0.75, las: 0.5 });
  });
  it("count words and sentences that were cut otherwise", () => {
    const scores = scoreSyntax(GOLD, conllu("1 Snow NOUN 2 nsubj | 2 fell VERB 0 root | 3 .Go X 2 dep"));
    expect(scores.words).toBeCloseTo(4 / 7);
    expect(scores.sentences).toBe(0);
    expect(scores.las).toBeCloseTo(4 / 7);
  });
  it("find the parts of a multiword token whether or not it is marked as one, also where a sentence ends in it", () => {
    const marked = conllu(
      "1-2 don't | 1 do AUX 0 root | 2 n't PART 1 advmod",
      "1 Go VERB 0 root | 2 on ADV 1 advmod",
    );
    const plain = conllu("1 do AUX 0 root | 2 n't PART 1 advmod", "1 Go VERB 0 root | 2 on ADV 1 advmod");
    expect(scoreSyntax(marked, plain).las).toBe(1);
    expect(scoreSyntax(plain, marked).las).toBe(1);
  });
  it("are not compared with those of another text", () => {
    expect(() => scoreSyntax(GOLD, conllu("1 Rain NOUN 0 root"))).toThrow(
      "other text than gold from its character 0",
    );
  });
});

describe("names", () => {
  const person = { first: 0, last: 2, type: "person" };
  it("must agree in span and type", () => {
    const found = [person, { first: 3, last: 4, type: "place" }];
    const gold = [person, { first: 3, last: 4, type: "organisation" }];
    expect(scoreNames([{ gold, found, ignored: [] }])).toMatchObject({
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
  });
  it("are excused within names that are not asked for, by the lenient score alone", () => {
    const task = { gold: [person], found: [person, { first: 5, last: 6, type: "place" }] };
    const scores = scoreNames([{ ...task, ignored: [{ first: 4, last: 7, type: "event" }] }]);
    expect(scores.f1).toBeCloseTo(2 / 3);
    expect(scores.lenientF1).toBe(1);
  });
  it("are recalled exactly or in part, in a fitting type", () => {
    const gold = [person, { first: 4, last: 5, type: "person" }];
    const found = [
      { first: 1, last: 2, type: "person" },
      { first: 4, last: 5, type: "place" },
    ];
    const same = (one: string, other: string) => one === other;
    expect(recallOfNames([{ gold, found }], same)).toEqual({ names: 2, exact: 0, overlapping: 0.5 });
  });
});
