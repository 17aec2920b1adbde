import { describe, expect, it } from "vitest";
import type { ArticleEntity } from "../../../src/model/mention.ts";
import { parseIdentityLexicon } from "../../../src/resolve/identity-lexicon.ts";
import type { ArticleEntities } from "../../../src/resolve/resolution.ts";
import { EntityResolver, resolveEntities } from "../../../src/resolve/resolve-entities.ts";

const lexicon = parseIdentityLexicon({
  nicknames: "Robert\tBob|Rob\n",
  roleFields: "goalkeeper\tsport\nsenator\tpublic\nminister\tpublic\nleader\tneutral\n",
  namesakes: "Georgia\tGE\tTbilisi|Armenia\nGeorgia\tGeorgiaState\tAtlanta|Savannah\n",
});

/** An article by what it names: "Person: Ana Núñez, minister" is a person with an office. */
function article(articleId: string, named: readonly string[], published = "2025-03-01"): ArticleEntities {
  const entities: ArticleEntity[] = [];
  const ties: { from: string; relation: string; to: string }[] = [];
  for (const spec of named) {
    const [, type = "Person", label = "", office] = /^(\w+): (.+?)(?:, (\w+))?$/.exec(spec) ?? [];
    const id = `e${entities.length}`;
    entities.push({ id, kind: "named", type, label, aliases: [] });
    if (office === undefined) continue;
    const position = `e${entities.length}`;
    entities.push({ id: position, kind: "described", type: "Position", label: office, aliases: [] });
    ties.push({ from: id, relation: "holdsPosition", to: position });
  }
  return { articleId, published, mentions: [], entities, ties };
}

/** Whether what stands at the head of two articles is one thing, in the company of all articles. */
function areOne(...articles: readonly ArticleEntities[]): boolean {
  const { find } = resolveEntities(articles, { base: "https://kg.example/", lexicon });
  const [first, second] = articles;
  const iris = [first, second].map((one) => find(one?.articleId ?? "", "e0")?.iri);
  expect(iris).not.toContain(undefined);
  return iris[0] === iris[1];
}

describe("a surname", () => {
  it("is the only person of that surname, where nothing speaks against it", () => {
    expect(areOne(article("a1", ["Person: Ana Núñez"]), article("b2", ["Person: Núñez"]))).toBe(true);
  });

  it("is nobody's where two bear it and the article says nothing of either", () => {
    const others = article("c3", ["Person: Leo Núñez"]);
    expect(areOne(article("a1", ["Person: Ana Núñez"]), article("b2", ["Person: Núñez"]), others)).toBe(
      false,
    );
  });

  it("is that of whose company the article names, of two who bear it", () => {
    const ana = article("a1", ["Person: Ana Núñez", "Organization: Halcyon Rail"]);
    const leo = article("c3", ["Person: Leo Núñez", "Organization: Tidewater Bank"]);
    const surname = article("b2", ["Person: Núñez", "Organization: Halcyon Rail"]);
    expect(areOne(ana, surname, leo)).toBe(true);
    expect(areOne(leo, surname, ana)).toBe(false);
  });

  it("is not that of the one whom its article names in full and apart from it", () => {
    const ana = article("a1", ["Person: Ana Núñez", "Organization: Halcyon Rail"]);
    const both = article("b2", ["Person: Núñez", "Person: Leo Núñez", "Organization: Halcyon Rail"]);
    expect(areOne(ana, both)).toBe(true);
  });

  it("is found by company among very many who bear it", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      article(`m${index}`, [
        `Person: ${"ABCDEFGHIJ"[index % 10]}${"aeiou"[index % 5]}${"bcdfgh"[index % 6]}o Núñez`,
        `Organization: Works ${index}`,
      ]),
    );
    const ana = article("a1", ["Person: Zita Núñez", "Organization: Halcyon Rail"]);
    const surname = article("b2", ["Person: Núñez", "Organization: Halcyon Rail"]);
    expect(areOne(ana, surname, ...many)).toBe(true);
    expect(areOne(ana, article("c3", ["Person: Núñez"]), ...many)).toBe(false);
  });

  it("is not somebody of another field of life", () => {
    const keeper = article("a1", ["Person: Ana Núñez, goalkeeper"]);
    expect(areOne(keeper, article("b2", ["Person: Núñez, senator"]))).toBe(false);
  });

  it("alone in two articles is one person only in the same company", () => {
    const first = article("a1", ["Person: Núñez", "Organization: Halcyon Rail"]);
    expect(areOne(first, article("b2", ["Person: Núñez", "Organization: Halcyon Rail"]))).toBe(true);
    expect(areOne(first, article("c3", ["Person: Núñez", "Organization: Tidewater Bank"]))).toBe(false);
  });
});

describe("a full name", () => {
  it("is two people's where one keeps goal and the other sits in the senate", () => {
    const keeper = article("a1", ["Person: Ana Núñez, goalkeeper"]);
    const senator = article("b2", ["Person: Ana Núñez, senator"]);
    expect(areOne(keeper, senator)).toBe(false);
  });

  it("without office stays apart from both of two namesakes, and joins the one whose company it keeps", () => {
    const keeper = article("a1", ["Person: Ana Núñez, goalkeeper", "Organization: Tidewater Rovers"]);
    const senator = article("c3", ["Person: Ana Núñez, senator", "Organization: Halcyon Rail"]);
    const silent = article("b2", ["Person: Ana Núñez"]);
    expect(areOne(keeper, silent, senator)).toBe(false);
    expect(areOne(senator, silent, keeper)).toBe(false);
    const placed = article("b2", ["Person: Ana Núñez", "Organization: Halcyon Rail"]);
    expect(areOne(senator, placed, keeper)).toBe(true);
  });

  it.each([
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
    ["Sergei Romanov", "Sergey Romanoff"],
    ["Youssef El-Amin", "Youssef Elamin"],
    ["Robert Hale", "Bob Hale"],
    ["Robert Hale", "R. Hale"],
  ])("joins %s and %s in the same company", (left, right) => {
    const company = ["Organization: Halcyon Rail", "Organization: Tidewater Bank"];
    expect(
      areOne(article("a1", [`Person: ${left}`, ...company]), article("b2", [`Person: ${right}`, ...company])),
    ).toBe(true);
  });

  it.each([
    ["Robert Hale", "Richard Hale"],
    ["Robert Hale", "Robert Hall"],
    ["Maria Rossi", "Marco Rossi"],
  ])("leaves %s and %s apart", (left, right) => {
    expect(areOne(article("a1", [`Person: ${left}`]), article("b2", [`Person: ${right}`]))).toBe(false);
  });

  it("leaves similar names that one article tells apart", () => {
    const both = article("a1", [
      "Person: Greta Lund",
      "Person: Grete Lund",
      "Organization: Halcyon Rail",
      "Organization: Tidewater Bank",
    ]);
    const { find } = resolveEntities([both], { base: "https://kg.example/", lexicon });
    expect(find("a1", "e0")).not.toBe(find("a1", "e1"));
  });
});

describe("an organisation", () => {
  it.each([
    ["Halcyon Rail", "Halcyon Rail A/S"],
    ["United Harbour Guild", "UHG"],
  ])("is one as %s and %s", (left, right) => {
    expect(areOne(article("a1", [`Organization: ${left}`]), article("b2", [`Organization: ${right}`]))).toBe(
      true,
    );
  });

  it("without its legal form is its name, though an article takes that for a person's", () => {
    const company = ["Person: Ana Núñez", "Organization: Tidewater Bank"];
    const group = article("a1", ["Organization: Halcyon Group", ...company]);
    expect(areOne(group, article("b2", ["Person: Halcyon", ...company]))).toBe(true);
    expect(areOne(group, article("b2", ["Person: Halcyon", "Organization: Harbour Post"]))).toBe(false);
  });

  it("is its first word in the same company, and nobody's in other company", () => {
    const company = ["Person: Ana Núñez", "Organization: Tidewater Bank"];
    const firm = article("a1", ["Organization: Halcyon Rail", ...company]);
    expect(areOne(firm, article("b2", ["Thing: Halcyon", ...company]))).toBe(true);
    expect(areOne(firm, article("b2", ["Thing: Halcyon", "Person: Leo Brandt"]))).toBe(false);
  });
});

describe("a name that two known things bear", () => {
  const georgia = (articleId: string, ...company: string[]): ArticleEntities => {
    const { entities, ...rest } = article(articleId, ["Country: Georgia", ...company]);
    return {
      ...rest,
      entities: entities.map((entity, index) => (index === 0 ? { ...entity, known: "GE" } : entity)),
    };
  };

  it("is read as the one whose cues the article holds", () => {
    const country = georgia("a1", "Country: Armenia");
    expect(areOne(country, georgia("b2", "City: Tbilisi"))).toBe(true);
    expect(areOne(country, georgia("b2", "City: Atlanta"))).toBe(false);
  });

  it("stays apart from both where the article has no cue", () => {
    expect(areOne(georgia("a1", "City: Tbilisi"), georgia("b2"))).toBe(false);
    expect(areOne(georgia("a1"), georgia("b2"))).toBe(false);
  });
});

describe("a town", () => {
  it("is not the club that has its name as a first word, whatever company they share", () => {
    const company = ["Person: Ana Núñez", "Organization: Halcyon Rail", "Organization: Tidewater Bank"];
    const town = article("a1", ["City: Marlow", ...company]);
    const club = article("b2", ["Organization: Marlow Tide", ...company]);
    expect(areOne(town, club)).toBe(false);
  });
});

describe("a single name that one article takes for a person's and another for a firm's", () => {
  const firm = article("a1", ["Organization: Veltra", "Organization: Halcyon Rail", "Person: Ana Núñez"]);
  it("is the firm's in the same company", () => {
    expect(areOne(firm, article("b2", ["Person: Veltra", "Organization: Halcyon Rail"]))).toBe(true);
  });
  it("is a person's in other company, with an office, beside the firm, or where somebody bears the name in full", () => {
    expect(areOne(firm, article("b2", ["Person: Veltra", "Organization: Tidewater Bank"]))).toBe(false);
    expect(areOne(firm, article("b2", ["Person: Veltra, minister", "Organization: Halcyon Rail"]))).toBe(
      false,
    );
    expect(
      areOne(article("b2", ["Person: Veltra", "Organization: Halcyon Rail", "Organization: Veltra"]), firm),
    ).toBe(false);
    const bearer = article("c3", ["Person: Ida Veltra", "Organization: Halcyon Rail"]);
    expect(areOne(firm, article("b2", ["Person: Veltra", "Organization: Halcyon Rail"]), bearer)).toBe(false);
  });
  it("is a town's in much company only", () => {
    const town = article("a1", [
      "Place: Veltra",
      "Organization: Halcyon Rail",
      "Organization: Tidewater Bank",
    ]);
    const person = (id: string, ...company: readonly string[]) => article(id, ["Person: Veltra", ...company]);
    expect(areOne(town, person("b2", "Organization: Halcyon Rail"))).toBe(false);
    expect(areOne(town, person("b2", "Organization: Halcyon Rail", "Organization: Tidewater Bank"))).toBe(
      true,
    );
  });
});

it("a graph from which articles went is the graph that never had them", () => {
  const kept = [
    article("a1", ["Person: Ana Núñez", "Organization: Halcyon Rail"]),
    article("b2", ["Person: Núñez", "Organization: Halcyon Rail Ltd"]),
  ];
  const gone = [
    article("c3", ["Person: Leo Núñez", "Organization: Halcyon Bank"]),
    article("d4", ["Person: Núñez"]),
  ];
  const resolver = new EntityResolver({ base: "https://kg.example/", lexicon });
  for (const one of [...gone, ...kept]) resolver.put(one);
  resolver.settle();
  for (const { articleId } of gone) resolver.delete(articleId);
  const { entities, links } = resolver.resolve();
  const expected = resolveEntities(kept, { base: "https://kg.example/", lexicon });
  expect({ entities, links }).toEqual({ entities: expected.entities, links: expected.links });
});

it("what a full name's silent bearer is shortened to finds it later", () => {
  const known = article("a1", ["Person: Wen Zhaoming, minister", "Organization: Halcyon Rail"]);
  const silent = article("b2", ["Person: Wen Zhaoming"]);
  const [bearer] = silent.entities;
  if (bearer !== undefined) Object.assign(bearer, { aliases: ["Wen"] });
  expect(areOne(article("c3", ["Person: Wen"]), known, silent)).toBe(true);
});
