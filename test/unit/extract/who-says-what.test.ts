import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

/** "subject relation object factuality temporality (alleged) by speakers" of every fact, in the words of the text. */
async function factsOf(text: string): Promise<string> {
  const read = await readText(text, "2025-06-11");
  return read
    .map(({ fact, words, object }) => {
      const { subject, relation, factuality, temporality, alleged, speakers } = fact;
      return [
        ...[words(subject), relation, object, factuality, temporality],
        ...(alleged === true ? ["alleged"] : []),
        ...(speakers.length === 0 ? [] : ["by", speakers.map(({ speaker }) => words(speaker)).join(" < ")]),
      ].join(" ");
    })
    .join("\n");
}

describe("what is asked for, expected, or said by others", () => {
  it.each([
    ["The mayor urged residents not to leave the town.", "negated future by The mayor"],
    ["Grace Mattu called on Jonah Tarere to resign.", "Jonah Tarere hasStatus resigned proposed future"],
    ["The mayor is expected to meet Ana Faria on June 20.", "met Ana Faria probable future"],
    ["Critics said the council had ignored a warning.", "non-future alleged by Critics"],
    ["France would send troops, according to an official quoted by Reuters.", "by an official < Reuters"],
    ["A second eruption was possible, the geologists said.", "hasStatus possible possible"],
  ])("%s", async (text, fact) => {
    expect(await factsOf(text)).toContain(fact);
  });

  it.each([
    ["Grace Mattu called on Jonah Tarere to resign.", "Grace Mattu hasStatus resigned"],
    ["Officials said the council had ignored a warning.", "alleged"],
    ["Construtora Tejo, the city's largest builder, won the contract.", "produced"],
  ])("and not: %s", async (text, fact) => {
    expect(await factsOf(text)).not.toContain(fact);
  });
});
