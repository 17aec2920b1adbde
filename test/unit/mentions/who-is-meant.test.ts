import { describe, expect, it } from "vitest";
import { loadResources } from "../../../src/io/package-resources.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";

const reader = createReader(await loadResources());

/** Subjects, relations and objects of a text, by the labels of their entities. */
async function factsOf(text: string): Promise<readonly string[]> {
  const { facts, mentions, entities } = await reader.extract(
    makeArticle({ text, title: "", language: "en", published: "2026-03-04" }),
  );
  const entityOf = new Map(mentions.map(({ id, entityId }) => [id, entityId]));
  const labelOf = new Map(entities.map(({ id, label }) => [id, label]));
  const label = (mention: string) => labelOf.get(entityOf.get(mention) ?? "") ?? "";
  return facts.map(({ subject, relation, object }) =>
    [label(subject), relation, object.kind === "mention" ? label(object.mentionId) : object.value].join(" "),
  );
}

async function typeOf(text: string, label: string): Promise<string | undefined> {
  const { entities } = await reader.extract(makeArticle({ text, title: "", language: "en" }));
  return entities.find((entity) => entity.label === label)?.type;
}

describe("who is meant", () => {
  it("by 'he' in quoted words is not who says them", async () => {
    const quoted = await factsOf(
      'His agent, Paul Ferrand, spoke on Monday. "He bought the farm in Kent," Mr Ferrand told reporters.',
    );
    expect(quoted.some((fact) => /^Paul Ferrand acquired/.test(fact))).toBe(false);
    const own = await factsOf("Paul Ferrand spoke on Monday. He bought a farm in Kent.");
    expect(own.some((fact) => /^Paul Ferrand acquired/.test(fact))).toBe(true);
  });

  it("by 'the company' is no ministry, council or union, and nobody named in passing counts for more than a firm", async () => {
    const text =
      "Drugmaker Orvela cut 300 jobs on Monday. The Health Ministry criticised the cuts. The company bought a rival in May.";
    expect(await factsOf(text)).toContain("Orvela acquired rival");
  });

  it("by a bare plural with a place of its own is something new", async () => {
    const text = "He robbed accounts of elderly clients. He sent the money to accounts in Malta.";
    expect(
      (await factsOf(text)).some(
        (fact) => /accounts of elderly clients$/.test(fact) && /provided/.test(fact),
      ),
    ).toBe(false);
  });

  it("by 'it' may be a thing of the same sentence, and then is left open", async () => {
    const text = "Tarn Films bought the rights. Ada Moss, who will write the script, finishes it in June.";
    expect((await factsOf(text)).some((fact) => /Tarn Films$/.test(fact))).toBe(false);
  });
});

describe("what a name is", () => {
  it("a firm right after a word for firms, and everywhere else then", async () => {
    expect(await typeOf("Swiss drugmaker Helvina cut jobs. Shares in Helvina fell.", "Helvina")).toBe(
      "Organization",
    );
  });

  it("a body where it employs or is based in a clause with 'which'", async () => {
    expect(await typeOf("Obrasa, which employs 400 people, cut jobs in May.", "Obrasa")).toBe("Organization");
  });

  it("a body where it speaks of itself as 'it'", async () => {
    expect(await typeOf("Likud said it would vote against the bill.", "Likud")).toBe("Organization");
    expect(await typeOf("Lindqvist said he would vote against the bill.", "Lindqvist")).toBe("Person");
  });

  it("none where a plural of everyday people opens the sentence", async () => {
    expect(await typeOf("Booksellers reported that stocks had run out.", "Booksellers")).not.toBe(
      "Organization",
    );
  });
});

describe("a club and its town", () => {
  const text =
    "Herlev beat Tarm 31-28 on Sunday. The hall in Herlev seats 3,000 people. Herlev will play Skive on Friday.";

  it("are two things where the article has both", async () => {
    const { mentions } = await reader.extract(makeArticle({ text, title: "", language: "en" }));
    const ids = mentions.filter((mention) => mention.text === "Herlev").map(({ entityId }) => entityId);
    expect(new Set(ids).size).toBe(2);
  });

  it("are one thing where no match is told of", async () => {
    const town = "Herlev voted on Sunday. The hall in Herlev was full. Herlev elected a mayor.";
    const { mentions } = await reader.extract(makeArticle({ text: town, title: "", language: "en" }));
    const ids = mentions.filter((mention) => mention.text === "Herlev").map(({ entityId }) => entityId);
    expect(new Set(ids).size).toBeLessThan(2);
  });
});

describe("of two descriptions by the same words", () => {
  it("the longer one is kept", async () => {
    const facts = await factsOf("She bought the mine from the Canadian firm Northlake Resources.");
    expect(facts).toContain("Northlake Resources characterizedAs Canadian firm");
    expect(facts).not.toContain("Northlake Resources characterizedAs firm");
  });
});
