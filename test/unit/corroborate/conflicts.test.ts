import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corroborate } from "../../../src/corroborate/corroborate.ts";
import type { StatedFact } from "../../../src/corroborate/statements.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { recordOf } from "../../builders.ts";

const ontology = loadOntology(readFileSync("ontology/news.ttl", "utf8"));
let count = 0;

/**
 * A fact from an article of its day (one article a day): "subject | relation | object", where "#" before an end makes it
 * a description of its article, and "=" before the object a literal.
 */
function fact(published: string, words: string, more: Partial<StatedFact> = {}): StatedFact {
  const [subject = "", relation = "", object = ""] = words.split(" | ");
  const label = (end: string) => end.replace(/^[#=]/, "");
  const nodeOf = (end: string) => (end.startsWith("#") ? `local ${published} ${label(end)}` : end);
  return {
    ...recordOf(label(subject), relation, label(object), {
      id: `fact:${count++}`,
      article: { id: published, title: "", url: null, outlet: null, published },
      surface: { subject: label(subject), relation, object: `the ${label(object)}`, more: [] },
    }),
    subjectNode: nodeOf(subject),
    objectNode: object.startsWith("=") ? null : nodeOf(object),
    ...more,
  };
}

/** All articles name Ada, Bo and Elm besides. */
const conflictsOf = (...facts: readonly StatedFact[]) =>
  corroborate(facts, [], [], {
    ontology,
    isLocal: (node) => node.startsWith("local"),
    isDescribed: (node) => node.startsWith("local"),
    isPlace: (node) => node === "Norway",
    companyOf: () => new Map(["Ada", "Bo", "Elm"].map((node) => [node, 1])),
  }).conflicts.map(({ kind, reason }) => `${kind}: ${reason}`);

const euros = (value: number) => ({
  quantity: { value, currency: "EUR", unit: "EUR", text: `${value} euros` },
});
const said = (surface: Partial<StatedFact["surface"]>) => ({
  surface: { subject: "", relation: "", object: "", more: [], ...surface },
});
const future = { temporality: "future" } as const;
const no = { factuality: "negated" } as const;

describe("what one thing can be only once", () => {
  it("has one winner, one builder, one cause", () => {
    expect(
      conflictsOf(fact("2025-10-06", "Ada | won | #election"), fact("2025-10-07", "Bo | won | #vote")),
    ).toEqual(["contradiction: Ada and Bo"]);
    expect(
      conflictsOf(
        fact("2025-10-06", "Lowe Brothers | produced | #bridge"),
        fact("2025-10-07", "Carr | produced | #bridge"),
      ),
    ).toEqual(["contradiction: Lowe Brothers and Carr"]);
    expect(
      conflictsOf(
        fact("2025-10-06", "#heavy rain | caused | #collapse"),
        fact("2025-10-07", "#blast | caused | #collapse"),
      ),
    ).toEqual(["contradiction: heavy rain and blast"]);
  });

  it("has one owner at a time", () => {
    const [first, then] = [
      fact("2025-10-06", "Ada | owns | Gannet"),
      fact("2025-10-07", "Bo | owns | Gannet"),
    ];
    expect(conflictsOf(first, then)).toEqual(["update: Ada and Bo"]);
    const share = (day: string, value: number) =>
      fact(day, `Ada | owns | #${value} percent of Elm`, {
        quantity: { value, unit: "%", text: `${value} percent` },
      });
    expect(conflictsOf(share("2025-10-06", 40), share("2025-10-07", 33))).toEqual([
      "update: 40 percent of Elm and 33 percent of Elm",
    ]);
  });

  it("is owned by whom it belongs to, of which a member of a body has none", () => {
    const owned = fact("2025-10-06", "Ada | owns | Gannet");
    expect(
      conflictsOf(owned, fact("2025-10-07", "Gannet | partOf | Bo", said({ relation: "belongs to" }))),
    ).toEqual(["update: Ada and Bo"]);
    expect(
      conflictsOf(owned, fact("2025-10-07", "Gannet | partOf | Bo", said({ relation: "is part of" }))),
    ).toEqual([]);
  });

  it("does not exclude those who may be one, own together, or did something to another part", () => {
    const wins = (winner: string, what: string, surface = {}) =>
      fact("2025-10-07", `${winner} | won | ${what}`, surface);
    expect(conflictsOf(fact("2025-10-06", "Ada Lund | won | #election"), wins("Lund", "#election"))).toEqual(
      [],
    );
    expect(
      conflictsOf(
        fact("2025-10-06", "Ada | owns | Gannet"),
        fact("2025-10-06", "Bo | owns | Gannet"),
        fact("2025-10-07", "Bo | owns | Gannet"),
      ),
    ).toEqual([]);
    expect(
      conflictsOf(
        fact("2025-10-06", "Ada | owns | Gannet"),
        fact("2025-10-07", "Elm | owns | Gannet"),
        fact("2025-10-08", "Ada | subsidiaryOf | Elm"),
      ),
    ).toEqual([]);
    expect(
      conflictsOf(
        fact("2025-10-06", "Lowe | produced | #north wing"),
        fact("2025-10-07", "Carr | produced | #south wing"),
      ),
    ).toEqual([]);
    const medal = said({ object: "a medal" });
    expect(conflictsOf(fact("2025-10-06", "Ada | won | #medal", medal), wins("Bo", "#medal", medal))).toEqual(
      [],
    );
    expect(
      conflictsOf(
        fact("2025-10-06", "Ada | produced | Norway"),
        fact("2025-10-07", "Bo | produced | Norway"),
      ),
    ).toEqual([]);
  });

  it("is of one fire only where the article speaks of no other", () => {
    const spark = fact("2025-10-06", "#spark | caused | #fire");
    const lightning = fact("2025-10-07", "#lightning | caused | #fire");
    expect(conflictsOf(spark, lightning)).toHaveLength(1);
    expect(conflictsOf(spark, lightning, fact("2025-10-07", "#second fire | tookPlaceIn | Elm"))).toEqual([]);
  });
});

describe("people who are counted without the event", () => {
  const died = (day: string, value: number, unit: string, more = "") =>
    fact(day, `#${value} ${unit}${more} | hasStatus | =died`, {
      quantity: { value, unit, text: String(value) },
      surface: { subject: `${value} ${unit}${more}`, relation: "died", object: "", more: [] },
    });
  it("are the toll of the story's event", () => {
    expect(conflictsOf(died("2025-10-06", 6, "miners"), died("2025-10-07", 8, "miners"))).toEqual([
      "update: 6 and 8",
    ]);
    const toll = fact("2025-10-07", "#protests | deathToll | =3", {
      quantity: { value: 3, unit: "people", text: "three" },
    });
    expect(conflictsOf(died("2025-10-06", 9, "people"), toll)).toEqual(["update: 9 and 3"]);
  });
  it("are another number where they are others", () => {
    expect(conflictsOf(died("2025-10-06", 6, "miners"), died("2025-10-07", 2, "miners", " more"))).toEqual(
      [],
    );
    expect(conflictsOf(died("2025-10-06", 6, "miners"), died("2025-10-07", 2, "children"))).toEqual([]);
  });
});

describe("money", () => {
  const took = (day: string, value: number, speaker = "Bo") =>
    fact(day, "Cy Lund | earned | =euros", {
      ...euros(value),
      speaker,
      ...said({ relation: "took", more: ["from Dunmore"] }),
    });
  it("that somebody took is denied by whoever never gave or took any", () => {
    expect(
      conflictsOf(
        took("2025-10-06", 900),
        fact("2025-10-07", "Dunmore | rel:paid | Cy Lund", { ...no, speaker: "Dunmore" }),
      ),
    ).toEqual(["contradiction: Dunmore says no"]);
    const paid = fact("2025-10-06", "Dunmore | provided | #900 euros", {
      ...euros(900),
      ...said({ relation: "paid", more: ["Lund"] }),
    });
    expect(
      conflictsOf(paid, fact("2025-10-07", "Cy Lund | rel:received | #money", { ...no, speaker: "Lund" })),
    ).toEqual(["contradiction: Lund says no"]);
  });
  it("is denied by whoever took none, in a clause or a gerund; what others took is not", () => {
    const denies = (clause: string) =>
      fact("2025-10-07", `Cy Lund | denied | #${clause}`, said({ object: clause }));
    for (const clause of ["he had taken any money from Dunmore", "receiving money", "accepting bribes"])
      expect(conflictsOf(took("2025-10-06", 900), denies(clause))).toEqual([
        "contradiction: Cy Lund says no",
      ]);
    for (const clause of [
      "Venn had taken any money",
      "he had taken any holidays",
      "taking money from Ostara",
    ])
      expect(conflictsOf(took("2025-10-06", 900), denies(clause))).toEqual([]);
  });
  it("that sources say somebody took has one sum", () => {
    expect(conflictsOf(took("2025-10-06", 900), took("2025-10-09", 2000))).toEqual([
      "update: 900 euros and 2000 euros",
    ]);
  });
  it("went to others, or came from others, where both are told of", () => {
    const paid = fact("2025-10-06", "Dunmore | provided | #900 euros", {
      ...euros(900),
      ...said({ relation: "paid", more: ["the families"] }),
    });
    expect(conflictsOf(paid, fact("2025-10-07", "Dunmore | rel:paid | #firemen", no))).toEqual([]);
    expect(
      conflictsOf(took("2025-10-06", 900), fact("2025-10-07", "Ostara | rel:paid | Cy Lund", no)),
    ).toEqual([]);
  });
  it("that one bidder offers is raised, that of another is not", () => {
    const offered = fact("2025-10-06", "Ostara | provided | #520 euros", {
      ...euros(520),
      ...said({ relation: "has offered" }),
    });
    const offer = fact("2025-10-09", "#offer for Hallow | valuedAt | =575 euros", euros(575));
    const raised = (who: string) => fact("2025-10-09", `${who} | rel:raised | #offer for Hallow`);
    expect(conflictsOf(offered, offer, raised("Ostara"))).toEqual(["update: 520 euros and 575 euros"]);
    expect(conflictsOf(offered, offer, raised("Venn"))).toEqual([]);
  });
});

describe("what is put off", () => {
  const due = (day: string, date: string) =>
    fact(day, "#tram line | hasStatus | =opened", { ...future, date });
  it("may be told of months later, within the year", () => {
    expect(conflictsOf(due("2025-02-03", "2025-05"), due("2025-06-24", "2025-10"))).toEqual([
      "update: 2025-05 and 2025-10",
    ]);
    expect(conflictsOf(due("2025-02-03", "2025-05"), due("2026-01-24", "2026-06"))).toEqual([]);
  });
  it("may be something that happens once to somebody, and not what happens again and again", () => {
    const leaves = (day: string, date: string) => fact(day, "Ada | withdrewFrom | Elm", { ...future, date });
    expect(conflictsOf(leaves("2025-02-03", "2025-06"), leaves("2025-02-20", "2025-08"))).toEqual([
      "update: 2025-06 and 2025-08",
    ]);
    const visits = (day: string, date: string) => fact(day, "Ada | visited | Elm", { ...future, date });
    expect(conflictsOf(visits("2025-02-03", "2025-06"), visits("2025-02-20", "2025-08"))).toEqual([]);
  });
});

describe("a word that is broken", () => {
  it("is kept until somebody does it, in whatever words", () => {
    const wont = fact("2025-03-01", "Ada | hasStatus | =resigned", { ...no, ...future, speaker: "Bo" });
    const quits = said({ relation: "stepped down as" });
    expect(conflictsOf(wont, fact("2025-04-01", "Ada | resignedFrom | #director", quits))).toEqual([
      "update: first no, then yes",
    ]);
    expect(conflictsOf(wont, fact("2025-04-01", "Ada | hasStatus | =stepped down"))).toEqual([
      "update: first no, then yes",
    ]);
  });
  it("is not broken by what was done before, nor by what a source says against the article's own words", () => {
    const wont = fact("2025-03-01", "Ada | joined | Elm", { ...no, ...future });
    expect(conflictsOf(wont, fact("2025-04-01", "Ada | joined | Elm", { date: "2024-05" }))).toEqual([]);
    expect(conflictsOf(wont, fact("2025-04-01", "Ada | joined | Elm", { speaker: "Bo" }))).toEqual([]);
    expect(conflictsOf(wont, fact("2025-04-01", "Ada | joined | Elm"))).toHaveLength(1);
  });
});

describe("who is to blame", () => {
  it("is denied by a no to being responsible", () => {
    const blamed = fact("2025-03-01", "#union | accused | Ada", said({ relation: "blamed" }));
    const denial = fact("2025-03-02", "Ada | hasStatus | =responsible", { ...no, speaker: "Ada’s lawyer" });
    expect(conflictsOf(blamed, denial)).toEqual(["contradiction: Ada’s lawyer says no"]);
    expect(conflictsOf({ ...blamed, ...said({ relation: "accused of lying" }) }, denial)).toEqual([]);
  });
});

describe("a denial", () => {
  it("of what a pronoun takes up is read by subject and verb", () => {
    const at = (start: number, quote: string) => ({ evidence: { start, end: start + quote.length, quote } });
    const approved = fact("2025-03-01", "#council | approved | #fares", {
      ...at(0, "the council had approved the fares"),
      ...said({ subject: "The council", relation: "had approved", object: "the fares" }),
      speaker: "Elm",
    });
    const denies = (clause: string) =>
      fact("2025-03-01", `Ada | denied | #${clause}`, {
        ...at(60, `Ada denied that ${clause}`),
        ...said({ object: clause }),
      });
    expect(conflictsOf(approved, denies("the council had approved it"))).toEqual([
      "contradiction: Ada says no",
    ]);
    expect(conflictsOf(approved, denies("the council had discussed it"))).toEqual([]);
    expect(conflictsOf(approved, denies("the bank had approved it"))).toEqual([]);
  });
  it("of anything denies the particular", () => {
    const aware = (day: string, words: string, more = {}) => fact(day, `Ada | hasStatus | =${words}`, more);
    const denies = { ...no, speaker: "Ada" };
    const cracks = aware("2025-03-01", "aware of the cracks");
    expect(conflictsOf(cracks, aware("2025-03-02", "aware of any danger", denies))).toHaveLength(1);
    expect(conflictsOf(cracks, aware("2025-03-02", "aware of the letter", denies))).toEqual([]);
    expect(conflictsOf(cracks, aware("2025-03-02", "afraid of any danger", denies))).toEqual([]);
  });
  it("has the day on which it was said for no day of the act", () => {
    const paid = fact("2025-03-01", "Ada | rel:joined | Elm", { date: "2021/2023" });
    const denies = { ...no, speaker: "Ada", date: "2025-03-05" };
    expect(conflictsOf(paid, fact("2025-03-05", "Ada | rel:joined | Elm", denies))).toEqual([
      "contradiction: Ada says no",
    ]);
    expect(conflictsOf(paid, fact("2025-03-08", "Ada | rel:joined | Elm", denies))).toEqual([]);
  });
  it("in one month is contradicted by a meeting in the month before, and not by a later one", () => {
    const denies = fact("2025-03-04", "Ada | met | Bo", { ...no, speaker: "Ada" });
    expect(conflictsOf(denies, fact("2025-03-12", "Ada | met | Bo", { date: "2025-02" }))).toHaveLength(1);
    expect(conflictsOf(denies, fact("2025-04-12", "Ada | met | Bo", { date: "2025-04" }))).toEqual([]);
  });
});

describe("the day of what happens once", () => {
  const sank = (published: string, date: string, more: readonly string[] = []) =>
    fact(published, "Gannet | hasStatus | =sunk", { date, ...said({ relation: "sank", more }) });
  it("is one: articles that give two disagree", () => {
    expect(conflictsOf(sank("2025-11-04", "2025-11-02"), sank("2025-11-05", "2025-11-03"))).toEqual([
      "contradiction: 2025-11-02 and 2025-11-03",
    ]);
  });
  it("is not told by the day of the report, nor apart from the next day's where it was night", () => {
    expect(conflictsOf(sank("2025-11-04", "2025-11-02"), sank("2025-11-03", "2025-11-03"))).toEqual([]);
    expect(
      conflictsOf(sank("2025-11-04", "2025-11-02", ["on Sunday night"]), sank("2025-11-05", "2025-11-03")),
    ).toEqual([]);
    expect(conflictsOf(sank("2025-11-04", "2025-11-02"), sank("2025-11-30", "2025-11-20"))).toEqual([]);
  });
});

describe("a description", () => {
  it("is not told apart by words that the claim says besides", () => {
    const wont = fact("2025-03-01", "Elm Group | rel:raised | #Elm Group’s offer", {
      ...no,
      ...future,
      speaker: "Elm Group",
    });
    const raised = fact("2025-03-09", "Elm Group | rel:raised | #offer for Gannet");
    expect(conflictsOf(wont, raised)).toEqual(["update: first no, then yes"]);
    const other = fact("2025-03-09", "Elm Group | rel:raised | #price for Gannet");
    expect(conflictsOf(wont, other)).toEqual([]);
  });
});

describe("the dead", () => {
  const killing = (published: string, ship: string, count: number, of = "people") =>
    fact(published, `${ship} | killed | #${count} ${of}`, {
      quantity: { value: count, unit: of, text: `${count}` },
    });
  it("that one disaster took are counted, and a later count takes the place of an earlier one", () => {
    expect(
      conflictsOf(killing("2025-11-04", "Gannet", 41), killing("2025-11-05", "Gannet", 36)),
    ).toHaveLength(1);
    expect(conflictsOf(killing("2025-11-04", "Gannet", 41), killing("2025-11-05", "Gannet", 41))).toEqual([]);
  });
  it("that came to others are no other count", () => {
    const more = killing("2025-11-05", "Gannet", 2, "more people");
    expect(conflictsOf(killing("2025-11-04", "Gannet", 41), more)).toEqual([]);
  });
});

describe("the state that an act leaves somebody in", () => {
  const notHeld = fact("2025-11-05", "Ada | hasStatus | =detained", no);
  it("is denied in the words of the state", () => {
    expect(conflictsOf(fact("2025-11-04", "#police | arrested | Ada"), notHeld)).toHaveLength(1);
    expect(conflictsOf(fact("2025-11-04", "#police | arrested | Bo"), notHeld)).toEqual([]);
  });
  it("is that of whoever is charged, not of who charges", () => {
    const notYet = fact("2025-11-04", "Ada | hasStatus | =charged", no);
    expect(conflictsOf(notYet, fact("2025-11-06", "Ada | chargedWith | #fraud"))).toHaveLength(1);
    expect(conflictsOf(notYet, fact("2025-11-06", "Bo | chargedWith | #fraud"))).toEqual([]);
  });
});
