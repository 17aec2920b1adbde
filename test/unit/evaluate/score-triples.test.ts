import { describe, expect, it } from "vitest";
import {
  compareTriples,
  scoreTriples,
  type TripleWords,
} from "../../../src/evaluate/language/score-triples.ts";

/** "first argument | relation | further arguments", with a confidence. */
function triple(notation: string, confidence = 1): TripleWords {
  const [first = [], relation = [], ...rest] = notation.split("|").map((each) => each.trim().split(/\s+/));
  return { relation, args: [first, ...(rest.length > 0 ? [rest.flat()] : [])], confidence };
}

describe("CaRB's comparison of triples", () => {
  it("counts the words of each place", () => {
    expect(compareTriples(triple("the cat | ate | a fish"), triple("the cat | ate | a small fish"))).toEqual({
      precision: 5 / 6,
      recall: 1,
    });
  });

  it("gives nothing where no word of the relation is the same, or a place is missing", () => {
    const none = { precision: 0, recall: 0 };
    expect(compareTriples(triple("the cat | ate | fish"), triple("the cat | saw | fish"))).toEqual(none);
    expect(compareTriples(triple("the cat | ate | fish"), triple("the cat | ate"))).toEqual(none);
  });

  it("takes a spare be for any form of it", () => {
    expect(compareTriples(triple("Bo | is | chair"), triple("Bo | be | chair")).recall).toBe(1);
  });

  it("lets source and statement change places after a verb of saying", () => {
    expect(compareTriples(triple("he | said | it rains"), triple("it rains | said | he")).recall).toBe(1);
    expect(
      compareTriples(triple("he | knew | it rains"), triple("it rains | knew | he")).recall,
    ).toBeLessThan(1);
  });
});

describe("CaRB's score", () => {
  it("pairs one to one for precision, lets one triple serve several gold ones for recall, and finds the best threshold", () => {
    const gold = [triple("Ada | sold | nets"), triple("Ada | sold | boats")];
    const found = [triple("Ada | sold | nets", 0.9), triple("Bo | bought | oars", 0.2)];
    const { best, all } = scoreTriples([{ gold, found }]);
    expect(all).toMatchObject({ precision: 0.5, recall: (1 + 2 / 3) / 2, threshold: 0.2 });
    expect(best).toMatchObject({ precision: 1, threshold: 0.9 });
  });
});
