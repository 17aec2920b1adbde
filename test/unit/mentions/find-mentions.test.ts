import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createNameAnnotator } from "../../../src/annotate/names/name-annotator.ts";
import { createQuantityAnnotator } from "../../../src/annotate/quantities/quantity-annotator.ts";
import { createTimeAnnotator } from "../../../src/annotate/times/time-annotator.ts";
import { createMentionFinder } from "../../../src/mentions/find-mentions.ts";
import type { ArticleMentions } from "../../../src/mentions/mentions.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { LEXICON_FILES } from "../annotate/names/lexicon-files.ts";
import { treeNotation } from "../annotate/names/tree-notation.ts";

const ontology = loadOntology(readFileSync(new URL("../../../ontology/news.ttl", import.meta.url), "utf8"));
const finder = createMentionFinder(ontology, LEXICON_FILES);
const annotators = {
  names: createNameAnnotator(LEXICON_FILES),
  times: createTimeAnnotator(),
  quantities: createQuantityAnnotator(),
};

interface Read {
  readonly found: ArticleMentions;
  readonly text: string;
  /** Index of the n-th token (0-based) with this form. */
  readonly token: (form: string, nth?: number) => number;
  /** Label of what the n-th token of a form denotes, as an argument. */
  readonly label: (form: string, nth?: number) => string | undefined;
}

function read(tagged: string): Read {
  const parsed = annotators.names.annotate(treeNotation(tagged, "2025-08-22"));
  const { names } = parsed;
  const { times } = annotators.times.annotate(parsed);
  const { quantities } = annotators.quantities.annotate({ ...parsed, times });
  const found = finder.find({ ...parsed, modelNames: [], names, times, quantities });
  const { text } = parsed.article;
  const token = (form: string, nth = 0): number => {
    const all = parsed.tokens.flatMap(({ start, end }, index) =>
      text.slice(start, end) === form ? [index] : [],
    );
    return all[nth] ?? -1;
  };
  const label = (form: string, nth = 0): string | undefined => {
    const mention = found.argument(token(form, nth));
    return mention === undefined ? undefined : found.entityOf(mention).label;
  };
  return { found, text, token, label };
}

const NOVAK =
  "Latvian/JJ/2/amod President/NNP/3/nmod:desc Jana/NNP/5/nsubj Novak/NNP/3/flat arrived=arrive/VBD/0/root ~././5/punct";
const KASK = "Minister/NNP/2/nmod:desc Tarmo/NNP/4/nsubj Kask/NNP/2/flat stayed=stay/VBD/0/root ~././4/punct";

describe("names", () => {
  it("of one person are one entity under the longest form, without title", () => {
    const { found } = read(`${NOVAK}
      Novak/NNP/2/nsubj left=leave/VBD/0/root ~././2/punct`);
    const person = found.entities.find(({ type }) => type === "Person");
    expect(person).toMatchObject({ label: "Jana Novak", aliases: ["Novak"], kind: "named" });
    expect(found.mentions.filter(({ entityId }) => entityId === person?.id)).toHaveLength(2);
  });
  it("keep namesakes apart and say that a surname is ambiguous", () => {
    const { found } =
      read(`Jana/NNP/3/nsubj Novak/NNP/1/flat met=meet/VBD/0/root Peter/NNP/3/obj Novak/NNP/4/flat ~././3/punct
      Novak/NNP/2/nsubj left=leave/VBD/0/root ~././2/punct`);
    expect(found.entities.filter(({ type }) => type === "Person")).toHaveLength(2);
    expect(found.diagnostics.map(({ code }) => code)).toContain("ambiguous-mention");
  });
  it("in an acronym are the same body", () => {
    const { label } =
      read(`The/DT Baltic/NNP/4/compound Fisheries/NNP/4/compound Council/NNP/5/nsubj met=meet/VBD/0/root ~././5/punct
      Later/RB/3/advmod BFC/NNP/3/nsubj voted=vote/VBD/0/root ~././3/punct`);
    expect(label("BFC")).toBe("Baltic Fisheries Council");
  });
  it("of a firm are its first word too, where nobody bears that word", () => {
    const firm = `Halden/NNP/2/compound Airlines/NNP/3/nsubj flew=fly/VBD/0/root ~././3/punct
      Halden/NNP/2/nsubj said=say/VBD/0/root no/UH/2/obj ~././2/punct`;
    expect(read(firm).label("Halden", 1)).toBe("Halden Airlines");
    const owner = `Ida/NNP/3/nsubj Halden/NNP/1/flat left=leave/VBD/0/root ~././3/punct`;
    expect(read(`${firm}\n${owner}`).label("Halden", 1)).toBe("Ida Halden");
  });
  it("are one with and without diacritics", () => {
    const { found } = read(`Krumins/NNP/2/nsubj denies=deny/VBZ/0/root guilt/NN/2/obj
      Jānis/NNP/3/nsubj Krūmiņš/NNP/1/flat left=leave/VBD/0/root ~././3/punct`);
    expect(found.entities.filter(({ type }) => type === "Person")).toHaveLength(1);
  });
  it("and adjectives of a country are one node", () => {
    const { found } = read(
      "French/JJ/2/amod troops=troop/NNS/3/nsubj left=leave/VBD/0/root France/NNP/3/obj ~././3/punct",
    );
    const france = found.entities.find(({ known }) => known === "FR");
    const forms = found.mentions.filter(({ entityId }) => entityId === france?.id).map(({ form }) => form);
    expect(forms).toEqual(["demonym", "name"]);
  });
});

describe("seats of government", () => {
  it("are the country where they speak or decide", () => {
    expect(read("Moscow/NNP/2/nsubj said=say/VBD/0/root no/UH/2/obj ~././2/punct").label("Moscow")).toBe(
      "Russia",
    );
  });
  it("are the country where they are of a mind", () => {
    expect(read("Moscow/NNP/3/nsubj is=be/VBZ/3/cop furious/JJ/0/root ~././3/punct").label("Moscow")).toBe(
      "Russia",
    );
  });
  it("are the city after a preposition of place", () => {
    expect(
      read("They/PRP/2/nsubj met=meet/VBD/0/root in/IN/4/case Moscow/NNP/2/obl ~././2/punct").label("Moscow"),
    ).toBe("Moscow");
  });
});

describe("offices", () => {
  it("are held by who stands after the title, of the country that the title names", () => {
    const { found } = read(NOVAK);
    const [role] = found.roles;
    expect(role).toMatchObject({ head: "president", construction: "title" });
    const position = found.findMention(role?.position ?? "");
    expect(position === undefined ? undefined : found.entityOf(position).label).toBe("President of Latvia");
    expect(found.findMention(role?.body ?? "")?.text).toBe("Latvian");
  });
  it("loosely worded are the office that the holder has by its proper name", () => {
    const { found } =
      read(`NATO/NNP/2/compound chief/NN/3/nmod:desc Ida/NNP/5/nsubj Beck/NNP/3/flat spoke=speak/VBD/0/root ~././5/punct
      NATO/NNP/3/compound Secretary/NNP/3/compound General/NNP/4/nmod:desc Ida/NNP/6/nsubj Beck/NNP/4/flat left=leave/VBD/0/root ~././6/punct`);
    const positions = found.entities.filter(({ type }) => type === "Position");
    expect(positions).toMatchObject([{ label: "NATO Secretary General", aliases: ["NATO chief"] }]);
  });
  it("stand for their holder where only one is known", () => {
    expect(
      read(`${NOVAK}
        The/DT/2/det president/NN/3/nsubj slept=sleep/VBD/0/root ~././3/punct`).label("president"),
    ).toBe("Jana Novak");
  });
  it("stand for nobody where two hold one", () => {
    expect(
      read(`${NOVAK}
        Polish/JJ/2/amod President/NNP/3/nmod:desc Adam/NNP/5/nsubj Lis/NNP/3/flat stayed=stay/VBD/0/root ~././5/punct
        The/DT/2/det president/NN/3/nsubj slept=sleep/VBD/0/root ~././3/punct`).label("president"),
    ).toBe("president");
  });
  it("of a body are held by who is set apart after the body", () => {
    const { label, found } = read(
      "The/DT/2/det head/NN/9/nsubj of/IN/4/case Northbank/NNP/2/nmod ~,/,/6/punct Ida/NNP/4/appos Beck/NNP/6/flat ~,/,/2/punct spoke=speak/VBD/0/root ~././9/punct",
    );
    expect(label("head")).toBe("Ida Beck");
    expect(found.roles).toMatchObject([{ head: "head", construction: "apposition" }]);
  });
  it("that are no titles are whoever is set apart after them", () => {
    expect(
      read(
        "The/DT/2/det founder/NN/7/nsubj ~,/,/4/punct Ida/NNP/2/appos Beck/NNP/4/flat ~,/,/2/punct spoke=speak/VBD/0/root ~././7/punct",
      ).label("founder"),
    ).toBe("Ida Beck");
  });
  it("of a former holder do not name the present one", () => {
    const { found } = read(
      "Former/JJ/2/amod Chancellor/NNP/3/nmod:desc Ida/NNP/5/nsubj Beck/NNP/3/flat won=win/VBD/0/root ~././5/punct",
    );
    expect(found.roles[0]?.status).toBe("former");
  });
});

describe("third-person pronouns", () => {
  it("take up the one subject that agrees", () => {
    expect(
      read(`${NOVAK}
        She/PRP/2/nsubj smiled=smile/VBD/0/root ~././2/punct`).label("She"),
    ).toBe("Jana Novak");
  });
  it("take up the speaker of the clause above", () => {
    expect(
      read(`${NOVAK}
        Tarmo/NNP/3/nsubj Kask/NNP/1/flat said=say/VBD/0/root he/PRP/6/nsubj would/MD/6/aux go/VB/3/ccomp ~././3/punct`).label(
        "he",
      ),
    ).toBe("Tarmo Kask");
  });
  it("stay open where two would do", () => {
    const { found, token } =
      read(`Adam/NNP/3/nsubj Lis/NNP/1/flat met=meet/VBD/0/root Tarmo/NNP/3/obl Kask/NNP/4/flat ~././3/punct
      Tarmo/NNP/4/nsubj Kask/NNP/1/flat and/CC/4/cc left=leave/VBD/0/root ~././4/punct
      It/PRP/2/nsubj pleased=please/VBD/0/root him/PRP/2/obj ~././2/punct`);
    expect(found.argument(token("It"))).toBeUndefined();
  });
  it("that stand for a clause denote nothing", () => {
    expect(
      read(`Acme/NNP/3/nsubj Corp./NNP/1/flat grew=grow/VBD/0/root ~././3/punct
        It/PRP/3/nsubj is/VBZ/3/cop clear/JJ/0/root that/IN/6/mark prices=price/NNS/6/nsubj fell=fall/VBD/3/ccomp ~././3/punct`).label(
        "It",
      ),
    ).toBeUndefined();
  });
});

describe("pronouns of a quotation", () => {
  const quoted = `${NOVAK}
    We/PRP/2/nsubj agree/VBP/0/root ~././2/punct
    I/PRP/2/nsubj know/VBP/0/root ~././2/punct`;
  it("stay open without a speaker, and say so once", () => {
    const { found, token } = read(quoted);
    expect(found.resolvePronoun(token("I"))).toBeUndefined();
    expect(found.resolvePronoun(token("I"))).toBeUndefined();
    expect(found.diagnostics.filter(({ message }) => message.includes('"I"'))).toHaveLength(1);
  });
  it("are the speaker, or the country that the speaker heads", () => {
    const { found, token } = read(quoted);
    const speaker = found.mentionAt(token("Novak"))?.entityId ?? "";
    const labelOf = (form: string): string | undefined => {
      const mention = found.resolvePronoun(token(form), { speaker });
      return mention === undefined ? undefined : found.entityOf(mention).label;
    };
    expect(labelOf("I")).toBe("Jana Novak");
    expect(labelOf("We")).toBe("Latvia");
  });
  it("are the country that the speaker was known to lead on the day, where the article names it", () => {
    const lead = (person: string, country: string): string | undefined => {
      const [given, surname] = person.split(" ");
      const { found, token } = read(
        `${given}/NNP/3/nsubj ${surname}/NNP/1/flat praised=praise/VBD/0/root ${country}/NNP/3/obj ~././3/punct
         We/PRP/2/nsubj agree/VBP/0/root ~././2/punct`,
      );
      const speaker = found.mentionAt(token(surname ?? ""))?.entityId ?? "";
      const mention = found.resolvePronoun(token("We"), { speaker });
      return mention === undefined ? undefined : found.entityOf(mention).label;
    };
    expect(lead("Narendra Modi", "India")).toBe("India");
    expect(lead("Narendra Modi", "Spain")).toBe("Narendra Modi and others");
    expect(lead("Angela Merkel", "Germany"), "out of office by then").toBe("Angela Merkel and others");
  });
  it("are those whom the text lists", () => {
    const { found, token } = read(`${NOVAK}
      ${KASK}
      We/PRP/2/nsubj agree/VBP/0/root ~././2/punct`);
    const members = [token("Novak"), token("Kask")].map((index) => found.mentionAt(index)?.entityId ?? "");
    const mention = found.resolvePronoun(token("We"), { members });
    expect(mention === undefined ? undefined : found.entityOf(mention)).toMatchObject({
      type: "Group",
      members,
    });
  });
});

describe("descriptions", () => {
  const text = `They/PRP/2/nsubj want/VBP/0/root security/NN/4/compound guarantees=guarantee/NNS/2/obj ~././2/punct
    A/DT/2/det court/NN/3/nsubj blocked=block/VBD/0/root the/DT/5/det guarantees=guarantee/NNS/3/obj ~././3/punct
    A/DT/2/det court/NN/3/nsubj agreed=agree/VBD/0/root ~././3/punct`;
  it("are taken up by a definite noun with fewer modifiers", () => {
    const { found, token } = read(text);
    const [first, second] = [found.argument(token("guarantees")), found.argument(token("guarantees", 1))];
    expect(first?.entityId).toBe(second?.entityId);
    expect(found.findEntity(first?.entityId ?? "")).toMatchObject({
      label: "security guarantees",
      type: "Agreement",
      kind: "described",
    });
  });
  it("with a name before their noun are one thing, though the noun is tagged as a name", () => {
    const { found, token } =
      read(`The/DT/3/det Alvor/NNP/3/compound dam/NNP/4/nsubj broke=break/VBD/0/root ~././4/punct
      They/PRP/2/nsubj mended=mend/VBD/0/root the/DT/5/det Alvor/NNP/5/compound dam/NN/2/obj ~././2/punct`);
    const [first, second] = [found.argument(token("dam")), found.argument(token("dam", 1))];
    expect(first?.entityId).toBeDefined();
    expect(second?.entityId).toBe(first?.entityId);
  });
  it("after an indefinite article are something new", () => {
    const { found, token } = read(text);
    expect(found.argument(token("court"))?.entityId).not.toBe(found.argument(token("court", 1))?.entityId);
  });
  it("are the same whatever is asked first", () => {
    const [forth, back] = [read(text), read(text)];
    const indices = ["security", "guarantees", "court"]
      .flatMap((form) => [forth.token(form), forth.token(form, 1)])
      .filter((index) => index >= 0);
    for (const index of indices) forth.found.argument(index);
    for (const index of indices.toReversed()) back.found.argument(index);
    expect(back.found.mentions).toEqual(forth.found.mentions);
    expect(back.found.entities).toEqual(forth.found.entities);
  });
  it("enter the answers only once asked for", () => {
    const { found, token } = read(text);
    expect(found.entities).toEqual([]);
    found.argument(token("court"));
    expect(found.entities.map(({ label }) => label)).toEqual(["court"]);
  });
  it("may be phrases, kept as they are worded", () => {
    const { found, text: words, token } = read(text);
    const span = { start: words.indexOf("want"), end: words.indexOf(" guarantees") };
    const mention = found.describe(span, token("want"), { kind: "phrase", type: "Activity" });
    expect(mention).toMatchObject({ form: "phrase", text: "want security" });
    expect(found.entityOf(mention)).toMatchObject({ kind: "phrase", type: "Activity" });
  });
});

describe("every mention", () => {
  it("has its exact words, a known entity and an id of its own", () => {
    const { found, text } = read(`${NOVAK}
      ${KASK}
      Moscow/NNP/2/nsubj said=say/VBD/0/root no/UH/2/obj ~././2/punct`);
    for (const mention of found.mentions) {
      expect(mention.text).toBe(text.slice(mention.start, mention.end));
      expect(found.findEntity(mention.entityId)).toBeDefined();
    }
    expect(new Set(found.mentions.map(({ id }) => id)).size).toBe(found.mentions.length);
    expect(new Set(found.entities.map(({ id }) => id)).size).toBe(found.entities.length);
  });
});
