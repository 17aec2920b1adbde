import { describe, expect, it } from "vitest";
import { loadResources } from "../../../src/io/package-resources.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";

const reader = createReader(await loadResources());

/** Whether two words of a text denote one thing. */
async function areOne(text: string, left: string, right: string): Promise<boolean> {
  const { mentions } = await reader.extract(
    makeArticle({ text, title: "", language: "en", published: "2024-05-07" }),
  );
  const entity = (words: string) => mentions.find((mention) => mention.text === words)?.entityId;
  return entity(left) !== undefined && entity(left) === entity(right);
}

describe("the somebody of a lead", () => {
  it("is whom the next sentence names with an age", async () => {
    const text =
      "A pharmacist who sold fake drugs was jailed on Friday. Victor Anand, 49, showed no emotion.";
    expect(await areOne(text, "A pharmacist", "Victor Anand")).toBe(true);
  });

  it("is not who is arrested for what befell the one in the lead", async () => {
    const text = "A cyclist was stabbed in Leeds on Sunday. Peter Grimm, 41, was arrested on Monday.";
    expect(await areOne(text, "A cyclist", "Peter Grimm")).toBe(false);
  });

  it("is of the gender of the name", async () => {
    const text = "A woman was praised by the mayor on Sunday. John Smith, 41, was cheered on Monday.";
    expect(await areOne(text, "A woman", "John Smith")).toBe(false);
  });
});
