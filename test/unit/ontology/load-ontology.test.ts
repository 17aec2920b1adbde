import { describe, expect, it } from "vitest";
import { OntologyError } from "../../../src/model/errors.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { NEWS_ONTOLOGY, NEWS_TURTLE } from "./news-ttl.ts";

function extended(lines: string) {
  return loadOntology(`${NEWS_TURTLE}\n${lines}`);
}

const NEW_RELATION = `news:tuned a news:Relation ; rdfs:subPropertyOf news:relation ; rdfs:label "tuned"@en ;
  news:group "Contact" ; schema:domainIncludes schema:Person ; schema:rangeIncludes schema:Product .`;

describe("extending the lexicon in Turtle", () => {
  it("finds a wording added by one line", () => {
    expect(NEWS_ONTOLOGY.findSenses("rub shoulders with", "verb")).toEqual([]);
    const [sense] = extended('news:met news:lemma "rub shoulders with"@en .').findSenses(
      "rub shoulders with",
      "verb",
    );
    expect(sense?.relation.name).toBe("met");
    expect(sense?.entry).toMatchObject({ pos: "verb", inverse: false, negated: false, objectHeads: [] });
  });

  it("reads every condition of an entry", () => {
    const ontology =
      extended(`news:owns news:entry [ news:lemma "slip to"@en , "slide to"@en ; news:direction news:Inverse ;
      news:negated true ; news:subjectRole news:DirectObject ; news:objectHead "key"@en ; news:subjectHead "heir" ;
      news:objectType schema:Product ; news:subjectType schema:Person ] .`);
    const [sense] = ontology
      .findSenses("slide to", "verb")
      .filter(({ relation }) => relation.name === "owns");
    expect(sense?.entry).toEqual({
      key: "slide to",
      pos: "verb",
      inverse: true,
      negated: true,
      intransitive: false,
      voiced: false,
      objectHeads: ["key"],
      objectTypes: ["Product"],
      subjectTypes: ["Person"],
      subjectHeads: ["heir"],
      subjectRole: "object",
    });
  });

  it("tells nouns for the happening, the subject and the object apart", () => {
    const ontology = extended(
      'news:owns news:noun "holdership" ; news:roleNoun "keyholder" ; news:valueNoun "chattel" .',
    );
    const denotes = (noun: string) => ontology.findSenses(noun, "noun")[0]?.entry.denotes;
    expect([denotes("holdership"), denotes("keyholder"), denotes("chattel")]).toEqual([
      "event",
      "subject",
      "object",
    ]);
  });

  it("looks words up without regard to case", () => {
    expect(NEWS_ONTOLOGY.findSenses("CEO", "noun")).toEqual(NEWS_ONTOLOGY.findSenses("ceo", "noun"));
    expect(NEWS_ONTOLOGY.findSenses("ceo", "noun").map(({ relation }) => relation.name)).toContain("ceoOf");
  });

  it("accepts a relation of the user's own", () => {
    const ontology = extended(`${NEW_RELATION}\nnews:tuned news:lemma "tune"@en .`);
    expect(ontology.findSenses("tune", "verb")[0]?.relation).toMatchObject({
      name: "tuned",
      domain: ["Person"],
    });
  });
});

describe("a contradicting ontology is refused by name", () => {
  it.each([
    ["an unknown class in a domain", "news:met schema:domainIncludes news:Wizard .", "Wizard"],
    [
      "an unknown class in an entry",
      'news:met news:entry [ news:lemma "x" ; news:objectType news:Elf ] .',
      "Elf",
    ],
    ["two relations of one name", NEW_RELATION.replace("news:tuned", "rel:met"), "met"],
    ["a cycle of refinements", "news:rejected rdfs:subPropertyOf news:denied .", "denied under rejected"],
    ["a cycle of classes", "schema:Place rdfs:subClassOf schema:City .", "City"],
    ["a second relation refined", "news:denied rdfs:subPropertyOf news:said .", "denied"],
    ["an unknown PLOVER code", 'news:owns news:plover "HUG" .', "HUG"],
    ["a second PLOVER code", 'news:met news:plover "AID" .', "met"],
    ["a wording on an undeclared relation", 'news:mett news:lemma "meet" .', "mett"],
    ["a misspelt property", 'news:met news:lema "meet" .', "lema"],
    ["an entry without words", 'news:met news:entry [ news:objectHead "talk" ] .', "met"],
    [
      "a direction without meaning",
      'news:met news:entry [ news:lemma "x" ; news:direction news:Met ] .',
      "direction",
    ],
    ["text that is not Turtle", "news:met news:lemma meet", "not Turtle"],
  ])("%s", (_fault, lines, named) => {
    expect(() => extended(lines)).toThrow(OntologyError);
    expect(() => extended(lines)).toThrow(named);
  });
});
