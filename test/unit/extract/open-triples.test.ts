import { describe, expect, it } from "vitest";
import { loadResources } from "../../../src/io/package-resources.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";
import { articleFromLine } from "../../../src/pipeline/read-source.ts";

const reader = createReader(await loadResources());

/** Each triple as "subject | relation | object | more". */
async function triplesOf(sentence: string): Promise<string[]> {
  const triples = await reader.readOpenTriples(articleFromLine(sentence, {}));
  return triples.map(({ subject, relation, object, more }) =>
    [subject, relation, object, ...more].join(" | "),
  );
}

describe("open triples", () => {
  it.each([
    // n-ary, whatever the arguments are
    ["The mouse can jump over a low fence.", ["The mouse | can jump over | a low fence"]],
    [
      "The museum opened a new wing in Tampere in 2019.",
      ["The museum | opened | a new wing | in Tampere | in 2019"],
    ],
    ["Grain prices rebounded.", ["Grain prices | rebounded | "]],
    // coordination
    ["The mill sold paper and pulp.", ["The mill | sold | paper", "The mill | sold | pulp"]],
    ["Ada bought a boat and sold it.", ["Ada | bought | a boat", "Ada | sold | it"]],
    // passives stay as they stand
    ["The bridge was designed by two engineers.", ["The bridge | was designed by | two engineers"]],
    // what the sentence denies or hedges is denied or hedged in the relation
    ["The army was not disbanded.", ["The army | was not disbanded | "]],
    ["The plant might close its gates.", ["The plant | might close | its gates"]],
    [
      "The firm may close the plant and move its office.",
      ["The firm | may close | the plant", "The firm | may move | its office"],
    ],
    // verbs that share a subject are one relation
    ["Imports tend to increase the deficit.", ["Imports | tend to increase | the deficit"]],
    ["The island remained loyal to the king.", ["The island | remained loyal to | the king"]],
    // copulas
    ["The ferry is a former minesweeper.", ["The ferry | is | a former minesweeper"]],
    ["The tunnel is in Norway.", ["The tunnel | is in | Norway"]],
    // clauses are arguments, and are read themselves
    [
      "Officials believe that smugglers exploit the loophole.",
      ["Officials | believe that | smugglers exploit the loophole", "smugglers | exploit | the loophole"],
    ],
  ])("%s", async (sentence, triples) => {
    expect((await triplesOf(sentence)).sort()).toEqual([...triples].sort());
  });

  it("says of a noun what its relative clause says, without repeating the clause", async () => {
    const triples = await triplesOf("The firm hired a clerk who had worked in Turku.");
    expect(triples).toContain("The firm | hired | a clerk");
    expect(triples).toContain("a clerk | had worked in | Turku");
  });

  it("says what an apposition is, and leaves it out of the clause", async () => {
    const triples = await triplesOf("Anna Berg, the head of the agency, resigned on Monday.");
    expect(triples).toContain("Anna Berg | is | the head of the agency");
    expect(triples).toContain("Anna Berg | resigned on | Monday");
  });

  it("says who has a sister, and not who has growth", async () => {
    expect(await triplesOf("Oskar's sister moved to Vaasa.")).toContain("Oskar | has | sister");
    expect((await triplesOf("The city's growth slowed.")).some((each) => each.includes("| has |"))).toBe(
      false,
    );
  });

  it("keeps a condition with what depends on it, and does not state it", async () => {
    expect(await triplesOf("The board would sell the farm if the price rose.")).toEqual([
      "The board | would sell | the farm | if the price rose",
    ]);
  });
});
