import { describe, expect, it } from "vitest";
import type { ArticleEntity } from "../../../src/model/mention.ts";
import { type KnownEntity, parseKnownEntities } from "../../../src/resolve/known-entities.ts";
import type { ArticleEntities } from "../../../src/resolve/resolution.ts";
import { resolveEntities } from "../../../src/resolve/resolve-entities.ts";

const BASE = "https://kg.example/";

const entity = (label: string, more: Partial<ArticleEntity> = {}): ArticleEntity => ({
  id: `e-${label}`,
  kind: "named",
  type: "Person",
  label,
  aliases: [],
  ...more,
});
const article = (articleId: string, ...entities: ArticleEntity[]): ArticleEntities => ({
  articleId,
  mentions: [],
  entities,
});
const country = (key: string, label: string, wikidata: string): KnownEntity => ({
  key,
  label,
  aliases: [],
  type: "Country",
  wikidata,
});

function slugs(articles: readonly ArticleEntities[], known: readonly KnownEntity[] = []): readonly string[] {
  const table = new Map(known.map((entry) => [entry.key, entry]));
  const { entities } = resolveEntities(articles, { base: BASE, known: table });
  return entities.map(({ iri }) => iri.slice(`${BASE}entity/`.length));
}

describe("resolveEntities", () => {
  it("joins a full name across articles, with all its other names", () => {
    const resolution = resolveEntities(
      [
        article("a1", entity("Ana Núñez", { aliases: ["Núñez"] })),
        article(
          "b2",
          entity("Ana Nunez", { aliases: ["Ms. Nunez"] }),
          entity("ANA NÚÑEZ", { id: "e-shout" }),
        ),
      ],
      { base: BASE },
    );
    expect(resolution.entities).toEqual([
      {
        iri: "https://kg.example/entity/Ana_Nunez",
        label: "Ana Núñez",
        aliases: ["ANA NÚÑEZ", "Ana Nunez", "Ms. Nunez", "Núñez"],
        type: "Person",
        kind: "named",
        members: [],
        sightings: ["a1#e-Ana Núñez", "b2#e-Ana Nunez", "b2#e-shout"],
      },
    ]);
    expect(resolution.find("b2", "e-shout")).toBe(resolution.find("a1", "e-Ana Núñez"));
    expect(resolution.find("b2", "e-nobody")).toBeUndefined();
  });

  it("does not call somebody what only one article describes them as", () => {
    const known = entity("Ana Núñez", { aliases: ["the minister", "The Minister Núñez"] });
    const { entities } = resolveEntities([article("a1", known)], { base: BASE });
    expect(entities[0]?.aliases).toEqual(["The Minister Núñez"]);
  });

  it("keeps the name where somebody said that a description is somebody named", () => {
    const described = entity("deputy harbour minister of the north", { kind: "described" });
    const reference = (articleId: string, { id, label, type }: ArticleEntity) => ({
      iri: label,
      label,
      type,
      sightings: [`${articleId}#${id}`],
    });
    const named = entity("Ana Núñez");
    const { entities } = resolveEntities([article("a1", named), article("b2", described)], {
      base: BASE,
      decisions: [
        {
          id: "d1",
          by: "Ada",
          at: "2025-03-01T00:00:00Z",
          verdict: "same",
          left: reference("b2", described),
          right: reference("a1", named),
        },
      ],
    });
    expect(entities.map(({ label }) => label)).toEqual(["Ana Núñez"]);
  });

  it("tells namesakes of different types apart by their type, both of them", () => {
    expect(
      slugs([
        article("a1", entity("Georgia", { type: "Country" })),
        article("b2", entity("Georgia", { type: "Place" }), entity("Georgia", { id: "e2", type: "Person" })),
      ]),
    ).toEqual(["Georgia_Country", "Georgia_Person", "Georgia_Place"]);
  });

  it("takes what the curated table says of a known thing, whatever the article calls it", () => {
    const table = [country("GE", "Georgia", "Q230")];
    const articles = [
      article("a1", entity("Tbilisi", { known: "GE", type: "Country" })),
      article("b2", entity("Georgia", { known: "GE", type: "Country" })),
    ];
    const [only, ...others] = resolveEntities(articles, {
      base: BASE,
      known: new Map(table.map((entry) => [entry.key, entry])),
    }).entities;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ label: "Georgia", aliases: ["Tbilisi"], wikidata: "Q230" });
  });

  it("joins a name without key to the one known thing that bears it, and to none where two do", () => {
    const named = entity("Georgia", { type: "Country" });
    const one = article("a1", entity("Georgia", { known: "GE", type: "Country" }));
    const two = article("b2", entity("Georgia", { known: "US-GA", type: "Country" }));
    expect(slugs([one, article("c3", named)])).toEqual(["Georgia"]);
    expect(slugs([one, two, article("c3", named)])).toHaveLength(3);
  });

  it("keeps descriptions of people to their article, and shares phrases that say precisely what they mean", () => {
    const officials = entity("European officials", { kind: "described", type: "Group" });
    const phrase = entity("closing the northern border", { kind: "phrase", type: "Activity" });
    const vague = entity("the talks", { kind: "phrase", type: "Activity" });
    expect(
      slugs([
        article("a1b2c3ff00000000", officials, phrase, vague),
        article("d4e5f6ff00000000", officials, phrase, vague),
      ]),
    ).toEqual([
      "European_officials_a1b2c3",
      "European_officials_d4e5f6",
      "closing_the_northern_border",
      "the_talks_a1b2c3",
      "the_talks_d4e5f6",
    ]);
  });

  it("names a group's members by their IRIs", () => {
    const group = entity("Ana Núñez and Bo Lind", {
      type: "Group",
      kind: "described",
      members: ["e-Bo Lind", "e-Ana Núñez"],
    });
    const { entities } = resolveEntities([article("a1", entity("Ana Núñez"), entity("Bo Lind"), group)], {
      base: BASE,
    });
    expect(entities.find(({ type }) => type === "Group")?.members).toEqual([
      "https://kg.example/entity/Ana_Nunez",
      "https://kg.example/entity/Bo_Lind",
    ]);
  });

  it("gives something without letters a name after its type", () => {
    expect(slugs([article("a1", entity("🙂", { kind: "phrase", type: "Thing" }))])).toEqual(["Thing_a1"]);
  });

  it("does not depend on the order of articles and entities", () => {
    const articles = [
      article("a1", entity("Georgia", { type: "Country" }), entity("Núñez"), entity("Ana Núñez")),
      article("b2", entity("Georgia", { type: "Place" }), entity("NÚÑEZ", { id: "e9" }), entity("Ana Nunez")),
      article("c3", entity("Georgia", { type: "Country", known: "GE" }), entity("Núñez")),
      article("d4", entity("the Georgia", { type: "Country" }), entity("officials", { kind: "described" })),
    ];
    const reversed = articles.map((one) => ({ ...one, entities: [...one.entities].reverse() })).reverse();
    expect(resolveEntities(reversed, { base: BASE }).entities).toEqual(
      resolveEntities(articles, { base: BASE }).entities,
    );
  });

  it("gives every thing an IRI of its own", () => {
    const articles = ["a1", "b2", "c3"].map((id) =>
      article(
        id,
        ...["May", "may", "MAY!", "May Person", "May_Person"].flatMap((label) =>
          ["Person", "City"].map((type) => entity(label, { id: `e-${label}-${type}`, type })),
        ),
      ),
    );
    const { entities } = resolveEntities(articles, { base: BASE });
    const lowerCase = entities.map(({ iri }) => iri.toLowerCase());
    expect(new Set(lowerCase).size).toBe(entities.length);
  });
});

describe("parseKnownEntities", () => {
  it("reads key, type, label, Wikidata id and aliases, and skips comments", () => {
    const table = parseKnownEntities(
      "# comment\nEU\tOrganization\tEuropean Union\tQ458\tEU|E.U.\tEuropean\nXX\tPlace\tNowhere\t\t\n",
    );
    expect([...table.values()]).toEqual([
      { key: "EU", type: "Organization", label: "European Union", wikidata: "Q458", aliases: ["EU", "E.U."] },
      { key: "XX", type: "Place", label: "Nowhere", aliases: [] },
    ]);
  });
});
