import { describe, expect, it } from "vitest";
import { loadResources } from "../../../src/io/package-resources.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";

const resources = await loadResources();
const { ontology } = resources;
const reader = createReader(resources);

/** The sentences that the ontology gives for each relation: one that states it, one with the same words that does not. */
const RELATIONS = [...ontology.matchAll(/^news:(\w+) a news:Relation[\s\S]*?\n\n/gm)].map(
  ([block, name = ""]) => ({
    name,
    example: /news:example "(.*?)"@en/.exec(block)?.[1] ?? "",
    counterExample: /news:counterExample "(.*?)"@en/.exec(block)?.[1] ?? "",
  }),
);

async function states(text: string, relation: string): Promise<boolean> {
  const { facts } = await reader.extract(
    makeArticle({ text, title: "", published: "2024-05-07", language: "en" }),
  );
  return facts.some((fact) => fact.relation === relation);
}

/** What is said gives no fact of its own: its content does. */
const readable = RELATIONS.filter(({ name, example }) => name !== "said" && example !== "");

describe("the ontology's own sentences", () => {
  it("are read into their relation, two out of three", async () => {
    const missed: string[] = [];
    for (const { name, example } of readable) if (!(await states(example, name))) missed.push(example);
    expect(missed.length / readable.length, missed.join("\n")).toBeLessThanOrEqual(1 / 3);
  });

  it("are hardly ever taken for a relation that they do not state", async () => {
    const wrong: string[] = [];
    for (const { name, counterExample } of readable)
      if (await states(counterExample, name)) wrong.push(counterExample);
    expect(wrong.length / readable.length, wrong.join("\n")).toBeLessThanOrEqual(0.03);
  });
});
