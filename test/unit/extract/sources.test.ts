import { describe, expect, it } from "vitest";
import { findQuotations } from "../../../src/extract/attribution/quotations.ts";
import { findSources } from "../../../src/extract/attribution/sources.ts";
import { findSpeechFrames } from "../../../src/extract/attribution/speech-frames.ts";
import { cues, treeOf, word } from "./tree-fixture.ts";

/** "speaker/verb" of every source over a word, nearest first. */
function sourcesOver(notation: string, form: string): string[] {
  const tree = treeOf(notation);
  const frames = new Map([[tree, findSpeechFrames(tree, cues)] as const]);
  const sources = findSources([tree], frames, findQuotations(tree.text));
  return sources
    .over(tree, word(tree, form))
    .map((frame) => `${frame.speakers.map((node) => node.form).join("+")}/${frame.verb}`);
}

describe("the sources of a clause", () => {
  it("are the subject of the verb of speech above it", () => {
    expect(
      sourcesOver(
        "Ek|NNP|2|nsubj said|VBD|0|root|say ferries|NNS|4|nsubj stopped|VBD|2|ccomp|stop",
        "stopped",
      ),
    ).toEqual(["Ek/say"]);
  });
  it("do not speak for the act of speaking itself", () => {
    expect(
      sourcesOver("Ek|NNP|2|nsubj said|VBD|0|root|say ferries|NNS|4|nsubj stopped|VBD|2|ccomp|stop", "said"),
    ).toEqual([]);
  });
  it("may follow what they say, also inverted", () => {
    expect(
      sourcesOver(
        "Ferries|NNS|2|nsubj stopped|VBD|0|root|stop ,|,|2|punct said|VBD|2|parataxis|say Ek|NNP|4|nsubj",
        "stopped",
      ),
    ).toEqual(["Ek/say"]);
  });
  it("may stand after according to", () => {
    expect(
      sourcesOver(
        "According|IN|3|case to|IN|1|fixed Ek|NNP|5|obl ferries|NNS|5|nsubj stopped|VBD|0|root|stop",
        "stopped",
      ),
    ).toEqual(["Ek/according to"]);
  });
  it("form a chain, nearest first", () => {
    expect(
      sourcesOver(
        "Reuters|NNP|2|nsubj reported|VBD|0|root|report Ek|NNP|4|nsubj said|VBD|2|ccomp|say ferries|NNS|6|nsubj stopped|VBD|4|ccomp|stop",
        "stopped",
      ),
    ).toEqual(["Ek/say", "Reuters/report"]);
  });
  it("include who owns a claim", () => {
    expect(
      sourcesOver(
        "Ek|NNP|3|nmod:poss 's|POS|1|case claim|NN|8|nsubj that|IN|6|mark ferries|NNS|6|nsubj stopped|VBD|3|acl|stop was|VBD|8|cop|be false|JJ|0|root",
        "stopped",
      ),
    ).toEqual(["Ek/claim"]);
  });
  it("include who discusses an act, for the act only", () => {
    const notation = "Ek|NNP|2|nsubj discussed|VBD|0|root|discuss selling|VBG|2|xcomp|sell boats|NNS|3|obj";
    expect(sourcesOver(notation, "selling")).toEqual(["Ek/discuss"]);
    expect(sourcesOver(notation, "discussed")).toEqual([]);
  });
  it("do not vouch for a general aside of the article's own", () => {
    const notation =
      "Ek|NNP|2|nsubj said|VBD|0|root|say Vy|NNP|9|nsubj ,|,|6|punct which|WDT|6|nsubj has|VBZ|3|acl:relcl|have ports|NNS|6|obj ,|,|6|punct objected|VBD|2|ccomp|object";
    expect(sourcesOver(notation, "has")).toEqual([]);
    expect(sourcesOver(notation, "objected")).toEqual(["Ek/say"]);
  });
});

describe("quotations", () => {
  it("are found between straight and curly marks, and run to the line's end where they stay open", () => {
    const text = 'He said "we will not go there" twice.\n“We never went to the harbour.\nShe left.';
    expect(findQuotations(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "we will not go there",
      "We never went to the harbour.",
    ]);
  });
  it("of a few words are no speech", () => {
    expect(findQuotations('A "frozen conflict" looms.').map((each) => each.speech)).toEqual([false]);
  });
});
