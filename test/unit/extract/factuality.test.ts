import { describe, expect, it } from "vitest";
import { judgeClause } from "../../../src/extract/factuality/judge.ts";
import { judgeNoun } from "../../../src/extract/factuality/judge-noun.ts";
import { cues, treeOf, word } from "./tree-fixture.ts";

/** [what it shows, tree, word judged, expected value, expected time] */
const CLAUSES: readonly (readonly [string, string, string, string, string])[] = [
  [
    "a plain past",
    "Miners|NNS|2|nsubj|miner struck|VBD|0|root|strike .|.|2|punct",
    "struck",
    "certain",
    "non-future",
  ],
  [
    "will",
    "Miners|NNS|3|nsubj|miner will|MD|3|aux strike|VB|0|root .|.|3|punct",
    "strike",
    "certain",
    "future",
  ],
  [
    "could",
    "Miners|NNS|3|nsubj|miner could|MD|3|aux strike|VB|0|root .|.|3|punct",
    "strike",
    "possible",
    "future",
  ],
  [
    "may not",
    "Miners|NNS|4|nsubj|miner may|MD|4|aux not|RB|4|advmod strike|VB|0|root",
    "strike",
    "possible",
    "future",
  ],
  [
    "will not",
    "Miners|NNS|4|nsubj|miner will|MD|4|aux not|RB|4|advmod strike|VB|0|root",
    "strike",
    "negated",
    "future",
  ],
  [
    "no as determiner of the subject",
    "No|DT|2|det miners|NNS|3|nsubj|miner struck|VBD|0|root|strike",
    "struck",
    "negated",
    "non-future",
  ],
  [
    "reportedly",
    "Miners|NNS|3|nsubj|miner reportedly|RB|3|advmod struck|VBD|0|root|strike",
    "struck",
    "probable",
    "non-future",
  ],
  [
    "if",
    "If|IN|3|mark miners|NNS|3|nsubj strike|VBP|6|advcl prices|NNS|6|nsubj will|MD|6|aux rise|VB|0|root",
    "strike",
    "hypothetical",
    "future",
  ],
  [
    "will with a condition",
    "If|IN|3|mark miners|NNS|3|nsubj strike|VBP|6|advcl prices|NNS|6|nsubj will|MD|6|aux rise|VB|0|root",
    "rise",
    "hypothetical",
    "future",
  ],
  [
    "an infinitive of purpose",
    "Miners|NNS|2|nsubj met|VBD|0|root|meet to|TO|4|mark vote|VB|2|advcl",
    "vote",
    "hypothetical",
    "future",
  ],
  [
    "refuse to",
    "Miners|NNS|2|nsubj refused|VBD|0|root|refuse to|TO|4|mark strike|VB|2|xcomp",
    "strike",
    "ruled_out",
    "future",
  ],
  [
    "not refuse to",
    "Miners|NNS|4|nsubj did|VBD|4|aux|do not|RB|4|advmod refuse|VB|0|root to|TO|6|mark strike|VB|4|xcomp",
    "strike",
    "possible",
    "future",
  ],
  [
    "fail to",
    "Miners|NNS|2|nsubj failed|VBD|0|root|fail to|TO|4|mark agree|VB|2|xcomp",
    "agree",
    "negated",
    "non-future",
  ],
  [
    "manage to",
    "Miners|NNS|2|nsubj managed|VBD|0|root|manage to|TO|4|mark agree|VB|2|xcomp",
    "agree",
    "certain",
    "non-future",
  ],
  [
    "an unknown verb with an infinitive",
    "Miners|NNS|2|nsubj clamoured|VBD|0|root|clamour to|TO|4|mark vote|VB|2|xcomp",
    "vote",
    "proposed",
    "future",
  ],
  [
    "rule out V-ing",
    "Miners|NNS|2|nsubj ruled|VBD|0|root|rule out|RP|2|compound:prt striking|VBG|2|xcomp|strike",
    "striking",
    "ruled_out",
    "future",
  ],
  [
    "discuss V-ing",
    "Miners|NNS|2|nsubj discussed|VBD|0|root|discuss striking|VBG|2|xcomp|strike",
    "striking",
    "proposed",
    "future",
  ],
  [
    "expected to",
    "Miners|NNS|3|nsubj:pass are|VBP|3|aux:pass|be expected|VBN|0|root|expect to|TO|5|mark strike|VB|3|xcomp",
    "strike",
    "probable",
    "future",
  ],
  [
    "a plan to",
    "A|DT|2|det plan|NN|5|nsubj:pass to|TO|4|mark strike|VB|2|acl leaked|VBD|0|root|leak",
    "strike",
    "proposed",
    "future",
  ],
  [
    "no evidence that",
    "No|DT|2|det evidence|NN|0|root that|IN|5|mark miners|NNS|5|nsubj struck|VBD|2|acl|strike",
    "struck",
    "unknown",
    "non-future",
  ],
  [
    "deny that",
    "Miners|NNS|2|nsubj denied|VBD|0|root|deny that|IN|5|mark they|PRP|5|nsubj struck|VBD|2|ccomp|strike",
    "struck",
    "negated",
    "non-future",
  ],
  [
    "who as an embedded question",
    "Miners|NNS|2|nsubj asked|VBD|0|root|ask who|WP|4|nsubj struck|VBD|2|ccomp|strike",
    "struck",
    "unknown",
    "non-future",
  ],
  [
    "who with a modal",
    "Miners|NNS|2|nsubj asked|VBD|0|root|ask who|WP|5|nsubj might|MD|5|aux strike|VB|2|ccomp",
    "strike",
    "possible",
    "future",
  ],
  [
    "a subjunctive",
    "Rules|NNS|2|nsubj require|VBP|0|root that|IN|6|mark salt|NN|6|nsubj be|VB|6|aux:pass iodised|VBN|2|ccomp|iodise",
    "iodised",
    "proposed",
    "future",
  ],
  [
    "a bare conjunct under a modal",
    "Miners|NNS|3|nsubj could|MD|3|aux strike|VB|0|root or|CC|5|cc march|VB|3|conj",
    "march",
    "possible",
    "future",
  ],
  [
    "a bare conjunct after not and but",
    "Miners|NNS|4|nsubj will|MD|4|aux not|RB|4|advmod strike|VB|0|root but|CC|6|cc march|VB|4|conj",
    "march",
    "certain",
    "future",
  ],
  [
    "a finite conjunct beside a modal",
    "It|PRP|3|nsubj could|MD|3|aux rise|VB|0|root and|CC|5|cc fell|VBD|3|conj|fall",
    "fell",
    "certain",
    "non-future",
  ],
  [
    "without V-ing",
    "Miners|NNS|2|nsubj left|VBD|0|root|leave without|IN|4|mark striking|VBG|2|advcl|strike",
    "striking",
    "negated",
    "non-future",
  ],
  [
    "a time still to come",
    "Oslo|NNP|3|nsubj will|MD|3|aux pay|VB|0|root when|RB|6|advmod prices|NNS|6|nsubj fall|VBP|3|advcl",
    "fall",
    "hypothetical",
    "future",
  ],
  [
    "a time past",
    "Oslo|NNP|2|nsubj paid|VBD|0|root|pay when|RB|5|advmod prices|NNS|5|nsubj fell|VBD|2|advcl|fall",
    "fell",
    "certain",
    "non-future",
  ],
  [
    "any with would",
    "Any|DT|2|det ship|NN|4|nsubj would|MD|4|aux sink|VB|0|root",
    "sink",
    "hypothetical",
    "future",
  ],
];

describe("the factuality of a clause", () => {
  it.each(CLAUSES)("of %s", (_, notation, form, factuality, temporality) => {
    const tree = treeOf(notation);
    const judged = judgeClause(tree, word(tree, form), cues, false);
    expect([judged.factuality, judged.temporality]).toEqual([factuality, temporality]);
  });

  it("of would is open in the article's own words, and a shifted will where somebody says it", () => {
    const tree = treeOf("Miners|NNS|3|nsubj would|MD|3|aux strike|VB|0|root");
    expect(judgeClause(tree, word(tree, "strike"), cues, false).factuality).toBe("hypothetical");
    expect(judgeClause(tree, word(tree, "strike"), cues, true)).toMatchObject({
      factuality: "certain",
      temporality: "future",
    });
  });
});

describe("the factuality of an act named by a noun", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      "a possessed visit",
      "Her|PRP$|2|nmod:poss visit|NN|3|nsubj pleased|VBD|0|root|please fans|NNS|3|obj",
      "visit",
      "certain",
    ],
    [
      "a planned visit",
      "A|DT|3|det planned|JJ|3|amod visit|NN|4|nsubj pleased|VBD|0|root|please fans|NNS|4|obj",
      "visit",
      "proposed",
    ],
    [
      "a cancelled visit",
      "She|PRP|2|nsubj cancelled|VBD|0|root|cancel a|DT|4|det visit|NN|2|obj",
      "visit",
      "negated",
    ],
    ["no visit", "She|PRP|2|nsubj made|VBD|0|root|make no|DT|4|det visit|NN|2|obj", "visit", "negated"],
    [
      "talks that could be held",
      "They|PRP|3|nsubj could|MD|3|aux hold|VB|0|root talks|NNS|3|obj",
      "talks",
      "possible",
    ],
    [
      "a call for talks",
      "A|DT|2|det call|NN|5|nsubj for|IN|4|case talks|NNS|2|nmod|talk failed|VBD|0|root|fail",
      "talks",
      "proposed",
    ],
  ];
  it.each(cases)("of %s", (_, notation, form, factuality) => {
    const tree = treeOf(notation);
    expect(judgeNoun(tree, word(tree, form), cues, false).factuality).toBe(factuality);
  });
});
