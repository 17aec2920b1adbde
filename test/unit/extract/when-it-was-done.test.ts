import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

/** Relation and date of each fact of a text that was published on Wednesday, 4 March 2026. */
async function datesOf(text: string): Promise<readonly string[]> {
  return (await readText(text, "2026-03-04")).map(({ fact }) => `${fact.relation} ${fact.date ?? ""}`);
}

describe("a day between subject and verb", () => {
  it("is when the act was done", async () => {
    expect(await datesOf("A Turkish court on Friday convicted a militant.")).toContain(
      "convicted 2026-02-27",
    );
    expect(await datesOf("The parliament on Monday narrowly approved the law.")).toContain(
      "approved 2026-03-02",
    );
  });
});

describe("what comes of a dated act", () => {
  it("is of its time", async () => {
    expect(await datesOf("A storm hit the coast on Monday, killing nine people.")).toContain(
      "deathToll 2026-03-02",
    );
  });

  it("keeps its own time where it has one", async () => {
    const dates = await datesOf("A storm hit the coast on Monday, killing nine people on Tuesday.");
    expect(dates).toContain("deathToll 2026-03-03");
  });
});
