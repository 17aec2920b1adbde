import { describe, expect, it } from "vitest";
import { createNameAnnotator } from "../../../../src/annotate/names/name-annotator.ts";
import { ModelError } from "../../../../src/model/errors.ts";
import { LEXICON_FILES } from "./lexicon-files.ts";
import { treeNotation } from "./tree-notation.ts";

const annotator = createNameAnnotator(LEXICON_FILES);

/** "text: Type", with the title in brackets before and "*" for demonyms. */
function names(tagged: string): string[] {
  const { article, names: found } = annotator.annotate(treeNotation(tagged));
  return found.map(({ start, end, type, title, demonym }) => {
    const before = title === undefined ? "" : `[${article.text.slice(title.start, title.end)}] `;
    return `${before}${article.text.slice(start, end)}${demonym === true ? "*" : ""}: ${type}`;
  });
}

describe("titles", () => {
  it("stand beside the name and keep the body they name", () => {
    expect(
      names("Yesterday/NN NATO/NNP Secretary/NNP General/NNP Jana/NNP Novak/NNP spoke=speak/VBD ~./."),
    ).toEqual(["NATO: Organization", "[NATO Secretary General] Jana Novak: Person"]);
  });
  it("may be long and name a body of several words", () => {
    expect(
      names("Then/RB Latvian/JJ Presidential/NNP Office/NNP Head/NNP Anna/NNP Ozola/NNP left=leave/VBD ~./."),
    ).toEqual([
      "Latvian Presidential Office: Organization",
      "[Latvian Presidential Office Head] Anna Ozola: Person",
    ]);
  });
  it("may be in lower case", () => {
    expect(
      names("The/DT former/JJ prime/JJ minister/NN Tarmo/NNP Kask/NNP resigned=resign/VBD ~./."),
    ).toEqual(["[former prime minister] Tarmo Kask: Person"]);
  });
  it("take their field with them", () => {
    expect(
      names("On/IN Friday/NNP Dutch/JJ Fisheries/NNP Minister/NNP Bram/NNP Visser/NNP called=call/VBD ~./."),
    ).toEqual(["Dutch*: Country", "[Dutch Fisheries Minister] Bram Visser: Person"]);
  });
  it("are no names without their holder", () => {
    expect(names("The/DT French/JJ President/NNP agreed=agree/VBD ~./.")).toEqual(["French*: Country"]);
  });
});

describe("bodies and places", () => {
  it.each([
    ["He/PRP left=leave/VBD the/DT Bank/NNP of/IN Estonia/NNP ~./.", ["Bank of Estonia: Organization"]],
    ["It/PRP is/VBZ the/DT Coalition/NNP of/IN the/DT Brave/NNP ~./.", ["Coalition of the Brave: Coalition"]],
    [
      "The/DT Ministry/NNP of/IN Health/NNP and/CC Welfare/NNP knew=know/VBD ~./.",
      ["Ministry of Health and Welfare: Organization"],
    ],
    ["She/PRP told=tell/VBD the/DT Riga/NNP Herald/NNP ~./.", ["Riga Herald: Organization"]],
    ["They/PRP swam=swim/VBD in/IN Lake/NNP Peipus/NNP ~./.", ["Lake Peipus: Place"]],
    [
      "A/DT court/NN in/IN Wrexham/NNP ~,/, Wales/NNP ~,/, ruled=rule/VBD ~./.",
      ["Wrexham: City", "Wales: Country"],
    ],
    ["Shares/NNS of/IN carmaker/NN Velomobil/NNP fell=fall/VBD ~./.", ["Velomobil: Organization"]],
    ["The/DT probe/NN Zarya/NNP ~-/HYPH ~5/CD landed=land/VBD ~./.", ["Zarya-5: Product"]],
    ["France/NNP and/CC Germany/NNP met=meet/VBD ~./.", ["France: Country", "Germany: Country"]],
  ])("%s", (tagged, expected) => {
    expect(names(tagged)).toEqual(expected);
  });
});

describe("capitals that say nothing", () => {
  it("at the start of a sentence make no names of common words", () => {
    expect(names("Police/NNS arrested=arrest/VBD two/CD men/NNS ~./.")).toEqual([]);
    expect(names("May/MD we/PRP go/VB ~?/.")).toEqual([]);
  });
  it("in title case leave known names and names of the text", () => {
    expect(
      names(`Sirk/NNP Says/VBZ Russian/JJ Strikes/NNS Hit/VBD Kharkiv/NNP Hospital/NN

        The/DT mayor/NN ~,/, Olev/NNP Sirk/NNP ~,/, said=say/VBD so/RB ~./.`),
    ).toContain("Sirk: Person");
  });
});

describe("agreement within the article", () => {
  it("gives a surname the class of the full name, wherever that stands", () => {
    expect(
      names(`Lahti/NNP won=win/VBD ~./.
        Coach/NNP Aino/NNP Lahti/NNP smiled=smile/VBD ~./.`),
    ).toEqual(["Lahti: Person", "[Coach] Aino Lahti: Person"]);
  });
  it("gives a firm's short name and acronym the class of its full name", () => {
    expect(
      names(`Borealis/NNP Holdings/NNPS grew=grow/VBD ~./.
        Then/RB Borealis/NNP sold=sell/VBD ~./.`),
    ).toEqual(["Borealis Holdings: Organization", "Borealis: Organization"]);
  });
});

describe("people's names", () => {
  it("may begin with particles in lower case", () => {
    expect(names("He/PRP met=meet/VBD Ulla/NNP von/NNP der/NNP Heide/NNP ~./.")).toEqual([
      "Ulla von der Heide: Person",
    ]);
  });
  it("of a nation's people are groups", () => {
    expect(names("The/DT Estonians/NNPS/3/nsubj agreed=agree/VBD/0/root ~./.")).toEqual([
      "Estonians*: Group",
    ]);
  });
});

it("says which lexicon file is missing", () => {
  expect(() => createNameAnnotator(new Map())).toThrow(ModelError);
});
