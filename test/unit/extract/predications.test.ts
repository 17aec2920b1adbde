import { describe, expect, it } from "vitest";
import { readPredications } from "../../../src/extract/clauses/read-predications.ts";
import { treeOf } from "./tree-fixture.ts";

/** "subjects > lemma > objects | prep:nouns" of every predicate; a passive's lemma has a star. */
function predicationsOf(notation: string): string[] {
  const forms = (nodes: readonly { readonly form: string }[]): string =>
    nodes.map((node) => node.form).join("+");
  return readPredications(treeOf(notation)).map(({ subjects, lemma, passive, objects, agents, obliques }) => {
    const phrases = obliques.map((oblique) => ` ${oblique.preposition}:${forms(oblique.nodes)}`).join("");
    const by = agents.length > 0 ? ` by:${forms(agents)}` : "";
    return `${forms(subjects)} > ${lemma}${passive ? "*" : ""} > ${forms(objects)}${by}${phrases}`;
  });
}

describe("predications", () => {
  it("take coordinated subjects and objects apart", () => {
    expect(
      predicationsOf(
        "Ada|NNP|4|nsubj and|CC|3|cc Bo|NNP|1|conj sold|VBD|0|root|sell boats|NNS|4|obj and|CC|7|cc nets|NNS|5|conj",
      ),
    ).toEqual(["Ada+Bo > sell > boats+nets"]);
  });

  it("share a subject between coordinated verbs", () => {
    expect(
      predicationsOf(
        "Ada|NNP|2|nsubj bought|VBD|0|root|buy boats|NNS|2|obj and|CC|5|cc sold|VBD|2|conj|sell nets|NNS|5|obj",
      ),
    ).toEqual(["Ada > buy > boats", "Ada > sell > nets"]);
  });

  it("give a relative clause the noun it modifies", () => {
    expect(
      predicationsOf("a|DT|2|det bank|NN|0|root that|WDT|4|nsubj owns|VBZ|2|acl:relcl|own mines|NNS|4|obj"),
    ).toEqual(["bank > own > mines"]);
  });

  it("fill the gap of a relative clause without a pronoun", () => {
    expect(
      predicationsOf("the|DT|2|det treaty|NN|0|root Oslo|NNP|4|nsubj signed|VBD|2|acl:relcl|sign"),
    ).toEqual(["Oslo > sign > treaty"]);
  });

  it("know a reduced passive and its agent", () => {
    expect(
      predicationsOf("a|DT|2|det mill|NN|0|root bought|VBN|2|acl|buy by|IN|5|case Kemira|NNP|3|obl:agent"),
    ).toEqual(["mill > buy* >  by:Kemira"]);
  });

  it("let an object control the infinitive, and the subject after promise", () => {
    expect(
      predicationsOf("Ada|NNP|2|nsubj urged|VBD|0|root|urge Bo|NNP|2|obj to|TO|5|mark sing|VB|2|xcomp"),
    ).toContain("Bo > sing > ");
    expect(
      predicationsOf("Ada|NNP|2|nsubj promised|VBD|0|root|promise Bo|NNP|2|obj to|TO|5|mark sing|VB|2|xcomp"),
    ).toContain("Ada > sing > ");
  });

  it("leave open who acts in what is discussed", () => {
    expect(
      predicationsOf("Ada|NNP|2|nsubj discussed|VBD|0|root|discuss selling|VBG|2|xcomp|sell boats|NNS|3|obj"),
    ).toContain(" > sell > boats");
  });

  it("count a companion with the object", () => {
    expect(
      predicationsOf(
        "Ada|NNP|2|nsubj sent|VBD|0|root|send boats|NNS|2|obj along|IN|6|case with|IN|4|fixed nets|NNS|2|obl",
      ),
    ).toEqual(["Ada > send > boats+nets"]);
  });

  it("do not take an expletive for an actor", () => {
    expect(
      predicationsOf("It|PRP|3|expl is|VBZ|3|cop|be hard|JJ|0|root to|TO|5|mark win|VB|3|csubj"),
    ).toEqual([" > hard > ", " > win > "]);
  });
});
