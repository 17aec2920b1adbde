import { describe, expect, it } from "vitest";
import { repairTree } from "../../../src/extract/tree/read-tree.ts";
import type { SentenceTree } from "../../../src/extract/tree/sentence-tree.ts";
import { cues, treeOf, word } from "./tree-fixture.ts";

/** `relation < head` of a word after repairs. */
function arcOf(tree: SentenceTree, form: string): string {
  const node = word(tree, form);
  return `${node.relation} < ${tree.parent(node)?.form ?? "root"}`;
}

function repaired(notation: string): SentenceTree {
  return repairTree(treeOf(notation), cues);
}

describe("a repaired tree", () => {
  it("takes the state after an object for what the verb brought it into", () => {
    const tree = repaired(
      "Fires|NNS|2|nsubj left|VBD|0|root|leave 31|CD|4|nummod people|NNS|2|obj dead|JJ|4|amod",
    );
    expect(arcOf(tree, "dead")).toBe("xcomp < left");
    const before = repaired("Fires|NNS|2|nsubj left|VBD|0|root|leave dead|JJ|4|amod trees|NNS|2|obj");
    expect(arcOf(before, "dead")).toBe("amod < trees");
  });

  it("takes a verb without 'be' that acts on something, or is all a sentence has, for active", () => {
    const acting = repaired("Floods|NNS|2|nsubj:pass killed|VBN|0|root|kill people|NNS|2|obj");
    expect(arcOf(acting, "Floods")).toBe("nsubj < killed");
    const perfect = repaired(
      "Police|NNS|3|nsubj:pass have|VBP|3|aux freed|VBN|0|root|free ten|CD|5|nummod men|NNS|3|nsubj:pass|man",
    );
    expect(arcOf(perfect, "men")).toBe("obj < freed");
    const alone = repaired(
      "Groups|NNS|2|nsubj:pass called|VBN|0|root|call on|IN|4|case men|NNS|2|obl|man .|.|2|punct",
    );
    expect(arcOf(alone, "Groups")).toBe("nsubj < called");
    const headline = repaired("Two|CD|2|nsubj:pass held|VBN|0|root|hold over|IN|4|case theft|NN|2|obl");
    expect(arcOf(headline, "Two")).toBe("nsubj:pass < held");
    const passive = repaired("Men|NNS|3|nsubj:pass were|VBD|3|aux:pass|be freed|VBN|0|root|free .|.|3|punct");
    expect(arcOf(passive, "Men")).toBe("nsubj:pass < freed");
  });

  it("takes what is paid to somebody for the object", () => {
    const tree = repaired(
      "Firms|NNS|2|nsubj pay|VBP|0|root families|NNS|2|iobj|family two|CD|5|nummod euros|NNS|2|obl:unmarked|euro",
    );
    expect(arcOf(tree, "euros")).toBe("obj < pay");
  });

  it("hangs a reported clause on the verb of speech, not on the day", () => {
    const tree = repaired(
      "Weber|NNP|2|nsubj said|VBD|0|root|say on|IN|4|case Monday|NNP|2|obl that|IN|7|mark ferries|NNS|7|nsubj stopped|VBD|4|acl:relcl|stop",
    );
    expect(arcOf(tree, "stopped")).toBe("ccomp < said");
  });

  it("joins a finite verb after a modal one to the finite verb above", () => {
    const tree = repaired(
      "Weber|NNP|2|nsubj told|VBD|0|root|tell aides|NNS|2|obj that|IN|7|mark Oslo|NNP|7|nsubj could|MD|7|aux pay|VB|2|ccomp but|CC|9|cc ruled|VBD|7|conj|rule out|RP|9|compound:prt loans|NNS|9|obj",
    );
    expect(arcOf(tree, "ruled")).toBe("conj < told");
  });

  it("leaves bare verbs coordinated under their modal", () => {
    const tree = repaired("Oslo|NNP|3|nsubj could|MD|3|aux pay|VB|0|root or|CC|5|cc lend|VB|3|conj");
    expect(arcOf(tree, "lend")).toBe("conj < pay");
  });

  it("hangs a clause with which on the noun phrase before the comma that agrees with its verb", () => {
    const tree = repaired(
      "Farmers|NNS|2|nsubj trust|VBP|0|root reports|NNS|2|obj from|IN|6|case the|DT|6|det bureau|NN|3|nmod ,|,|9|punct which|WDT|9|nsubj employs|VBZ|2|advcl|employ chemists|NNS|9|obj",
    );
    expect(arcOf(tree, "employs")).toBe("acl:relcl < bureau");
  });

  it("takes a word in -s before a modal for the modal's subject", () => {
    const tree = repaired(
      "Weber|NNP|2|nsubj said|VBD|0|root|say that|WDT|4|nsubj talks|VBZ|2|ccomp would|MD|7|aux not|RB|7|advmod fail|VB|4|ccomp",
    );
    expect([arcOf(tree, "talks"), arcOf(tree, "fail")]).toEqual(["nsubj < fail", "ccomp < said"]);
  });

  it("finds the gerund after a verb that takes one", () => {
    const tree = repaired(
      "Ministers|NNS|2|nsubj discussed|VBD|0|root|discuss sending|NN|5|amod|sending Norwegian|JJ|5|amod medics|NNS|2|obj to|IN|7|case Malta|NNP|5|nmod",
    );
    expect([arcOf(tree, "sending"), arcOf(tree, "medics"), arcOf(tree, "Malta")]).toEqual([
      "xcomp < discussed",
      "obj < sending",
      "obl < sending",
    ]);
    expect(word(tree, "sending").lemma).toBe("send");
  });

  it("keeps a participle that only describes", () => {
    const tree = repaired(
      "Ministers|NNS|2|nsubj discussed|VBD|0|root|discuss rising|VBG|4|amod|rise prices|NNS|2|obj",
    );
    expect(arcOf(tree, "rising")).toBe("amod < prices");
  });

  it("lets a closing 'X said' speak for all before it", () => {
    const tree = repaired(
      "Rovers|NNPS|2|nsubj won|VBD|0|root|win at|IN|4|case Ullevi|NNP|2|obl ,|,|6|punct coach|NN|4|appos Ek|NNP|6|flat said|VBD|4|acl:relcl|say .|.|2|punct",
    );
    expect([arcOf(tree, "said"), arcOf(tree, "coach"), arcOf(tree, "won")]).toEqual([
      "parataxis < won",
      "nsubj < said",
      "root < root",
    ]);
  });

  it("has one subject for a verb: what a preposition opens belongs to the noun before", () => {
    const tree = repaired(
      "Sale|NN|5|nsubj of|IN|3|case tickets|NNS|5|nsubj:pass was|VBD|5|aux:pass|be halted|VBN|0|root|halt",
    );
    expect([arcOf(tree, "Sale"), arcOf(tree, "tickets")]).toEqual(["nsubj:pass < halted", "nmod < Sale"]);
  });
});
