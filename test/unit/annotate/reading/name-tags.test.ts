import { describe, expect, it } from "vitest";
import { NameTagger } from "../../../../src/annotate/reading/name-tags.ts";

const TAGS = ["O", "B-person", "I-person", "E-person", "S-person", "B-gpe", "I-gpe", "E-gpe", "S-gpe"];
const tagger = new NameTagger(TAGS);

/** One row of scores a word, from the tags that it speaks for. */
function scores(...words: readonly Readonly<Record<string, number>>[]): Float32Array {
  return Float32Array.from(words.flatMap((word) => TAGS.map((tag) => word[tag] ?? 0)));
}

const found = (logits: Float32Array) =>
  tagger.find(logits).map(({ first, last, type }) => `${type} ${first}–${last}`);

describe("names", () => {
  it("are one word or several", () => {
    expect(
      found(scores({ "S-gpe": 9 }, { O: 9 }, { "B-person": 9 }, { "I-person": 9 }, { "E-person": 9 })),
    ).toEqual(["gpe 0–1", "person 2–5"]);
  });
  it("end as what they began as, whatever single words say", () => {
    expect(found(scores({ "B-person": 5 }, { "E-gpe": 6, "E-person": 4 }))).toEqual(["person 0–2"]);
  });
  it("do not hang open at the end", () => {
    expect(found(scores({ O: 3 }, { "B-gpe": 9, "S-gpe": 8 }))).toEqual(["gpe 1–2"]);
  });
  it("are surer where the scores are", () => {
    const [sure] = tagger.find(scores({ "S-gpe": 9 }));
    const [unsure] = tagger.find(scores({ "S-gpe": 1 }));
    expect(sure?.confidence).toBeGreaterThan(0.99);
    expect(unsure?.confidence).toBeLessThan(0.5);
  });
  it("are none where there are no words", () => {
    expect(found(scores())).toEqual([]);
  });
});
