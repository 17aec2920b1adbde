import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findCopies, shinglesOf } from "../../../src/corroborate/copies.ts";
import { corroborate } from "../../../src/corroborate/corroborate.ts";
import type { StatedFact } from "../../../src/corroborate/statements.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { recordOf } from "../../builders.ts";

const ontology = loadOntology(readFileSync("ontology/news.ttl", "utf8"));

const WIRE =
  "The harbour bridge will close for nine weeks from Monday, the port authority said. Lorries must take the northern ring road. " +
  "Ferries will run every ten minutes until midnight. The mayor called the closure overdue and thanked the engineers who found the crack.";
const OWN_WORDS =
  "From Monday nobody will drive over the bridge in the harbour: engineers found a crack. For nine weeks, ferries take people across, and lorries go around in the north.";

const text = (id: string, words: string, published?: string) => ({
  id,
  shingles: shinglesOf(words),
  ...(published === undefined ? {} : { published }),
});

describe("findCopies", () => {
  it("finds a text that was cut and lightly edited, and which one came first", () => {
    const cut = WIRE.slice(0, WIRE.indexOf(" The mayor")).replace("nine weeks", "9 weeks");
    expect(findCopies([text("b", cut, "2025-03-02"), text("a", WIRE, "2025-03-01")])).toMatchObject([
      { original: "a", copy: "b" },
    ]);
  });

  it("does not take the same news in other words for a copy", () => {
    expect(findCopies([text("a", WIRE), text("b", OWN_WORDS)])).toEqual([]);
  });
});

let count = 0;
/** A fact by what it says: "subject relation object". */
function fact(
  words: string,
  more: Partial<StatedFact> = {},
  article: Partial<StatedFact["article"]> = {},
): StatedFact {
  const [subject = "", relation = "", object = ""] = words.split(" ");
  count++;
  const literal = more.quantity != null;
  return {
    ...recordOf(subject, relation, object, {
      id: `fact:${count}`,
      subjectId: subject,
      objectId: literal ? null : object,
      confidence: 0.9,
      article: { id: `article${count}`, title: "", url: null, outlet: null, published: null, ...article },
    }),
    subjectNode: subject,
    objectNode: literal ? null : object,
    ...more,
  };
}

const toll = (value: number, published: string, more: object = {}) =>
  fact(`flood deathToll ${value}`, { quantity: { value, text: String(value), ...more } }, { published });

const compare = (facts: readonly StatedFact[], copies: readonly (readonly [string, string])[] = []) =>
  corroborate(
    facts,
    facts.flatMap(({ article }) => article.outlet ?? []),
    copies.map(([original, copy]) => ({ original, copy, shared: 1 })),
    {
      ontology,
      isLocal: () => false,
      isDescribed: () => false,
      isPlace: () => false,
      companyOf: () => new Map(),
    },
  );

describe("a statement", () => {
  it("has the facts of all articles that say the same, in either direction where the relation has none", () => {
    const { statements } = compare([
      fact("Ana met Bo"),
      fact("Bo met Ana"),
      fact("Ana praised Bo"),
      fact("Bo praised Ana"),
    ]);
    expect(statements.map(({ facts }) => facts.length)).toEqual([2, 1, 1]);
  });

  it("is not supported by what is only possible", () => {
    expect(
      compare([fact("Ana met Bo"), fact("Ana met Bo", { factuality: "possible" })]).statements,
    ).toHaveLength(2);
  });

  it("counts copies of one text, articles of one outlet and those who quote it once", () => {
    const wire = fact("Ana met Bo", {}, { id: "a", outlet: "Harbour Post" });
    const copy = fact("Ana met Bo", {}, { id: "b", outlet: "Bay Herald" });
    const again = fact("Ana met Bo", {}, { id: "c", outlet: "Harbour Post" });
    const quoting = fact(
      "Ana met Bo",
      {
        speakerChain: [
          { speaker: "The Harbour Post", verb: "report", addressee: null, setting: null, date: null },
        ],
      },
      { id: "d", outlet: "City Evening" },
    );
    const other = fact("Ana met Bo", {}, { id: "e", outlet: "Coast Radio" });
    const independent = (facts: readonly StatedFact[]) =>
      compare(facts, [["a", "b"]]).statements[0]?.independent;
    expect(independent([wire, copy, again, quoting])).toBe(1);
    expect(independent([wire, copy, again, quoting, other])).toBe(2);
  });
});

describe("a statement with dates", () => {
  it("is another one where the days have nothing in common", () => {
    const met = (date: string | null) => fact("Ana met Bo", { date });
    expect(compare([met("2025-05-03"), met("2025-05-04"), met(null)]).statements).toHaveLength(1);
    expect(compare([met("2025-05-03"), met("2018-01-01")]).statements).toHaveLength(2);
  });
});

describe("a conflict", () => {
  it("is a yes against a no", () => {
    const { conflicts } = compare([
      fact("Ana met Bo"),
      fact("Bo met Ana", { factuality: "negated", speaker: "Bo" }),
    ]);
    expect(conflicts).toMatchObject([{ kind: "contradiction", reason: "Bo says no" }]);
  });

  it("takes a denial that is open to this day for one, where its article is undated", () => {
    const { conflicts } = compare([
      fact("Ada owns Mill", { factuality: "certain" }),
      fact("Ada owns Mill", { factuality: "negated", speaker: "Bo", date: "2019/.." }),
    ]);
    expect(conflicts).toMatchObject([{ kind: "contradiction", reason: "Bo says no" }]);
  });

  it("takes a year beside a denial for no history", () => {
    const quote = "Bo, head of the mill since 2019, said Ada did not own it";
    const { conflicts } = compare([
      fact("Ada owns Mill", { factuality: "certain" }, { published: "2025-03-01" }),
      fact(
        "Ada owns Mill",
        { factuality: "negated", speaker: "Bo", evidence: { start: 0, end: quote.length, quote } },
        { published: "2025-03-02" },
      ),
    ]);
    expect(conflicts).toMatchObject([{ reason: "Bo says no" }]);
  });

  it("is none between days that have nothing in common", () => {
    const may = fact("Ana met Bo", { date: "2025-05-03" });
    expect(
      compare([may, fact("Ana met Bo", { factuality: "negated", date: "2025-06-01" })]).conflicts,
    ).toEqual([]);
  });

  it("is an update where the yes comes after the no", () => {
    const no = fact("Ana joined Tidewater", { factuality: "negated" }, { published: "2025-05-01" });
    const yes = fact("Ana joined Tidewater", { date: "2025-06-02" }, { published: "2025-06-03" });
    expect(compare([no, yes]).conflicts).toMatchObject([{ kind: "update", left: no.id, right: yes.id }]);
  });

  it("of tolls is an update from day to day, and a contradiction within one", () => {
    const first = toll(4, "2025-03-01");
    expect(compare([toll(9, "2025-03-02"), first]).conflicts).toMatchObject([
      { kind: "update", left: first.id },
    ]);
    expect(compare([toll(9, "2025-03-01"), first]).conflicts).toMatchObject([{ kind: "contradiction" }]);
  });

  it("is none where a bound or an estimate covers the other number", () => {
    const atLeast = (published: string) => toll(0, published, { value: undefined, min: 30 });
    expect(compare([atLeast("2025-03-01"), toll(34, "2025-03-01")]).conflicts).toEqual([]);
    expect(compare([atLeast("2025-03-01"), toll(30, "2025-03-02")]).conflicts).toEqual([]);
    expect(
      compare([toll(40, "2025-03-01", { approximate: true }), toll(43, "2025-03-02")]).conflicts,
    ).toEqual([]);
  });
});

describe("a later figure", () => {
  it("takes the place of a lower bound", () => {
    const atLeast = toll(0, "2025-03-01", { value: undefined, min: 30 });
    expect(compare([atLeast, toll(34, "2025-03-02")]).conflicts).toMatchObject([{ kind: "update" }]);
  });

  it("of what somebody will do takes the place of the earlier one, of what was done it does not", () => {
    const cut = (value: number, published: string, temporality: StatedFact["temporality"]) => ({
      ...fact(`Tidewater reduced ${value}_jobs`, { temporality }, { published }),
      object: `${value} jobs`,
      objectNode: `local ${published} jobs`,
      quantity: { value, unit: "jobs", text: String(value) },
    });
    const conflicts = (temporality: StatedFact["temporality"]) =>
      storyConflicts([cut(1800, "2025-01-14", temporality)], [cut(900, "2025-02-11", temporality)]);
    expect(conflicts("future")).toEqual(["update: 1800 jobs and 900 jobs"]);
    expect(conflicts("non-future")).toEqual([]);
  });
});

/** Articles' facts in one graph: nodes that begin with "local" are descriptions, and two names are in every article. */
const storyConflicts = (...facts: readonly (readonly StatedFact[])[]) => {
  const isLocal = (node: string) => node.startsWith("local");
  const nodesOf = (id: string) =>
    facts
      .flat()
      .filter(({ article }) => article.id === id)
      .flatMap(({ subjectNode, objectNode }) => [subjectNode, objectNode ?? "local"]);
  return corroborate(facts.flat(), [], [], {
    ontology,
    isLocal,
    isDescribed: isLocal,
    isPlace: () => false,
    companyOf: (article) =>
      new Map([...nodesOf(article).filter((node) => !isLocal(node)), "Elm"].map((node) => [node, 1])),
  }).conflicts.map(({ kind, reason }) => `${kind}: ${reason}`);
};

describe("a later figure of a thing without a name", () => {
  /** What an article says of its plant, and three named things that it speaks of. */
  const story = (
    object: string,
    published: string,
    named: readonly string[],
    more: Partial<StatedFact> = {},
  ) => {
    const said = fact(
      `the_plant hasSize ${object}`,
      { subjectNode: "local plant", subject: "plant", ...more },
      { published },
    );
    return [said, ...named.map((name) => ({ ...fact(`${name} met ${name}s_rival`), article: said.article }))];
  };
  const size = (value: number) => ({ quantity: { value, unit: "jobs", text: String(value) } });
  it("takes the place of the earlier one where the articles name the same things within weeks", () => {
    const early = story("3000", "2026-03-01", ["Ada", "Bo"], size(3000));
    const late = story("2400", "2026-04-01", ["Ada", "Bo"], size(2400));
    expect(storyConflicts(early, late)).toEqual(["update: 3000 and 2400"]);
  });

  it("is of another thing where the articles share too little, or are far apart", () => {
    const early = story("3000", "2026-03-01", ["Ada", "Bo"], size(3000));
    expect(storyConflicts(early, story("2400", "2026-04-01", ["Cy", "Di"], size(2400)))).toEqual([]);
    expect(storyConflicts(early, story("2400", "2026-09-01", ["Ada", "Bo"], size(2400)))).toEqual([]);
  });

  it("may be a day to which something is put off", () => {
    const due = (date: string, published: string) =>
      story("opened", published, ["Ada", "Bo"], {
        relation: "hasStatus",
        objectNode: null,
        temporality: "future",
        date,
      });
    expect(storyConflicts(due("2026-03", "2026-01-05"), due("2026-05", "2026-02-05"))).toEqual([
      "update: 2026-03 and 2026-05",
    ]);
    expect(storyConflicts(due("2026-03", "2026-01-05"), due("2026-03-09", "2026-02-05"))).toEqual([]);
  });
  const tolled = (subject: string, value: number, published: string) =>
    story(String(value), published, ["Ada", "Bo"], {
      subject,
      relation: "deathToll",
      objectNode: null,
      quantity: { value, text: String(value) },
    });

  it("is found though the articles use other words for it", () => {
    const first = tolled("fire in a warehouse", 4, "2026-03-01");
    expect(storyConflicts(first, tolled("blaze", 9, "2026-03-02"))).toEqual(["update: 4 and 9"]);
    expect(storyConflicts(first, tolled("disaster", 9, "2026-03-02"))).toEqual(["update: 4 and 9"]);
    expect(storyConflicts(first, tolled("number of dead", 9, "2026-03-02"))).toEqual(["update: 4 and 9"]);
  });

  it("is of another thing where the words tell the two apart", () => {
    const first = tolled("fire on the Sea Heron", 4, "2026-03-01");
    expect(storyConflicts(first, tolled("fire on the Gannet", 9, "2026-03-02"))).toEqual([]);
    expect(storyConflicts(first, tolled("second fire", 9, "2026-03-02"))).toEqual([]);
    expect(storyConflicts(first, tolled("flood", 9, "2026-03-02"))).toEqual([]);
  });
});

describe("what is to come", () => {
  const plan = (factuality: StatedFact["factuality"], speaker: string, published: string) =>
    fact("Ana joined Tidewater", { factuality, speaker, temporality: "future" }, { published });

  it("is an update where the one whom it is of no longer means to, and a contradiction where others say so", () => {
    const will = plan("certain", "Ana", "2025-05-01");
    expect(compare([will, plan("negated", "Ana’s office", "2025-05-02")]).conflicts).toMatchObject([
      { kind: "update", reason: "first yes, then no" },
    ]);
    expect(compare([will, plan("negated", "Bo", "2025-05-02")]).conflicts).toMatchObject([
      { kind: "contradiction" },
    ]);
  });
});

describe("what are no conflicts", () => {
  const quoted = (value: number, quote: string, published: string, more: Partial<StatedFact> = {}) => ({
    ...toll(value, published),
    evidence: { start: 0, end: quote.length, quote },
    ...more,
  });

  it("are tolls of another year than the news", () => {
    const now = quoted(4, "The flood killed four people", "2025-04-14");
    const then = quoted(55, "The flood in 1997 killed 55 people", "2025-04-09");
    expect(compare([then, now]).conflicts).toEqual([]);
  });

  it("are two figures that one voice gives in one article", () => {
    const one = quoted(4, "four in the north", "2025-04-14", { speaker: "police" });
    const other = {
      ...quoted(9, "nine in the south", "2025-04-14", { speaker: "police" }),
      article: one.article,
    };
    expect(compare([one, other]).conflicts).toEqual([]);
    expect(compare([one, { ...other, speaker: "hospital" }]).conflicts).toHaveLength(1);
  });

  it("are the days on which something begins and ends", () => {
    const on = (date: string, relation: string, published: string) => ({
      ...fact(`Fair tookPlaceOn ${date}`, { objectNode: null, temporality: "future", date }, { published }),
      surface: { subject: "Fair", relation, object: date, more: [] },
    });
    const begins = on("2025-05-03", "will begin", "2025-04-01");
    expect(compare([begins, on("2025-05-20", "will end", "2025-04-02")]).conflicts).toEqual([]);
    expect(compare([begins, on("2025-05-20", "will begin", "2025-04-02")]).conflicts).toMatchObject([
      { kind: "update" },
    ]);
  });
});

it("what was ruled out and then happened is an update", () => {
  const no = fact(
    "Ana leads Tidewater",
    { factuality: "negated", temporality: "future" },
    { published: "2025-05-01" },
  );
  const yes = fact("Ana leads Tidewater", {}, { published: "2025-06-03" });
  expect(compare([no, yes]).conflicts).toMatchObject([{ kind: "update", reason: "first no, then yes" }]);
});
