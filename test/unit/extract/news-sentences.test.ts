import { describe, expect, it } from "vitest";
import { loadResources } from "../../../src/io/package-resources.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";
import { NEWS_SENTENCES, type NewsSentence } from "./news-sentences.ts";

const reader = createReader(await loadResources());

const plain = (text: string): string => text.replace(/^(?:the|an?)\s+/i, "").toLowerCase();

/** "subject | relation | object | factuality | speaker" of every fact, by the words of the text. */
async function factsOf(text: string): Promise<readonly (readonly string[])[]> {
  const { facts, mentions } = await reader.extract(
    makeArticle({ text, title: "", published: "2024-05-07", language: "en" }),
  );
  const words = (id: string): string => plain(mentions.find((mention) => mention.id === id)?.text ?? "");
  return facts.map(({ subject, relation, object, factuality, speakers }) => [
    words(subject),
    relation,
    object.kind === "mention" ? words(object.mentionId) : plain(object.value),
    factuality,
    speakers[0] ? words(speakers[0].speaker) : "",
  ]);
}

const read: (NewsSentence & { readonly facts: Awaited<ReturnType<typeof factsOf>> })[] = [];
for (const sentence of NEWS_SENTENCES) read.push({ ...sentence, facts: await factsOf(sentence.text) });

/** Whether a fact fits a pattern; `*` fits anything, and a longer phrase that ends or starts in the pattern's words fits it. */
function fits(fact: readonly string[], pattern: string): boolean {
  return pattern.split(" | ").every((wanted, index) => {
    const found = fact[index] ?? "";
    const want = index === 1 ? wanted : plain(wanted);
    if (wanted === "*" || found === want) return true;
    return index !== 1 && index !== 3 && (found.endsWith(` ${want}`) || found.startsWith(`${want} `));
  });
}

describe("short news texts", () => {
  it.each(read)("never say what is false: $text", ({ facts, mustNot = [] }) => {
    const wrong = facts.filter((fact) => mustNot.some((pattern) => fits(fact, pattern)));
    expect(wrong).toEqual([]);
  });

  it("give at least three quarters of what they must", () => {
    const wanted = read.flatMap(({ text, must, facts }) => must.map((pattern) => ({ text, pattern, facts })));
    const missed = wanted.filter(({ pattern, facts }) => !facts.some((fact) => fits(fact, pattern)));
    const report = missed.map(({ text, pattern }) => `${text} → ${pattern}`).join("\n");
    expect(missed.length / wanted.length, report).toBeLessThanOrEqual(0.25);
  });

  it("are read the same twice", async () => {
    for (const { text, facts } of read.slice(0, 5)) expect(await factsOf(text)).toEqual(facts);
  });

  it("have each fact's quote and surface words in the text", async () => {
    for (const { text } of NEWS_SENTENCES) {
      const { facts } = await reader.extract(makeArticle({ text, title: "", language: "en" }));
      for (const { evidence, surface } of facts) {
        for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
        expect(text).toContain(surface.subject);
        expect(text).toContain(surface.object);
      }
    }
  });

  it("do not say of a speaker alone what befell the speaker and others", async () => {
    const { facts, mentions, entities } = await reader.extract(
      makeArticle({ text: '"The storm hurt us," Mayor Ida Holm said.', title: "", language: "en" }),
    );
    const [hurt] = facts.filter(({ surface }) => surface.object === "us");
    const object = hurt?.object.kind === "mention" ? hurt.object.mentionId : "";
    const meant = mentions.find(({ id }) => id === object)?.entityId;
    expect(entities.find(({ id }) => id === meant)?.label).toBe("Ida Holm and others");
  });

  it.each([
    ["Prosecutors alleged that Ada Lind bribed the mayor.", true],
    ["Prosecutors said that Ada Lind bribed the mayor.", undefined],
  ])("mark what is merely alleged: %s", async (text, alleged) => {
    const { facts } = await reader.extract(makeArticle({ text, title: "", language: "en" }));
    const bribed = facts.filter(({ speakers }) => speakers.length > 0);
    expect(bribed.map((fact) => fact.alleged)).toEqual([alleged]);
  });

  it("take an office for its holder where it is met or spoken to", async () => {
    const { facts, mentions, entities } = await reader.extract(
      makeArticle({ text: "The minister spoke to the president of Chile.", title: "", language: "en" }),
    );
    const spoken = facts.find(({ relation }) => relation === "spokeWith");
    const object = spoken?.object.kind === "mention" ? spoken.object.mentionId : "";
    const meant = mentions.find(({ id }) => id === object)?.entityId;
    expect(entities.find(({ id }) => id === meant)?.type).toBe("Person");
  });
});
