import { describe, expect, it } from "vitest";
import { codedEvents } from "../../../src/evaluate/relations/coded-events.ts";
import {
  type Passage,
  type PlacedFact,
  readPassages,
  scorePassages,
} from "../../../src/evaluate/relations/knowledge-net.ts";
import { answerOf, readActorPairs, scorePairs } from "../../../src/evaluate/relations/plover-pairs.ts";
import { loadResources } from "../../../src/io/package-resources.ts";
import { makeArticle } from "../../../src/model/ids.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { createReader } from "../../../src/pipeline/create-reader.ts";

const TEXT = "Mara Lund, born in Oslo, lives in Bergen.";
const place = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const fact = (property: string, subject: string, object: string): PlacedFact => ({
  property,
  subject: place(subject),
  object: place(object),
});

function passageOf(facts: readonly PlacedFact[], exhaustive: readonly string[]): Passage {
  return { fold: 1, id: "1:0", text: TEXT, exhaustive: new Set(exhaustive), facts };
}

describe("facts of a passage", () => {
  const born = fact("PLACE_OF_BIRTH", "Mara Lund", "Oslo");

  it("are found where property and both arguments' places agree, at least in part", () => {
    const passage = passageOf([born], ["PLACE_OF_BIRTH"]);
    const found = new Map([[passage, [fact("PLACE_OF_BIRTH", "Lund", "Oslo")]]]);
    expect(scorePassages(found, [passage]).all).toMatchObject({ tp: 1, system: 1, gold: 1, f1: 1 });
  });

  it("are missed and spurious where another place is named", () => {
    const passage = passageOf([born], ["PLACE_OF_BIRTH"]);
    const scores = scorePassages(new Map([[passage, [fact("PLACE_OF_BIRTH", "Lund", "Bergen")]]]), [passage]);
    expect(scores.all).toMatchObject({ tp: 0, system: 1, gold: 1 });
    expect(scores.errors.map(({ kind }) => kind)).toEqual(["missed", "spurious"]);
  });

  it("do not count as spurious where nobody annotated their property in full", () => {
    const passage = passageOf([born], ["PLACE_OF_BIRTH"]);
    const found = new Map([[passage, [born, fact("PLACE_OF_RESIDENCE", "Lund", "Bergen")]]]);
    expect(scorePassages(found, [passage]).all).toMatchObject({ tp: 1, system: 1 });
  });

  it("are read with their places and folds", () => {
    const document = {
      fold: 2,
      passages: [
        {
          passageId: "7:0",
          text: TEXT,
          exhaustivelyAnnotatedProperties: ["PLACE_OF_BIRTH"],
          facts: [
            {
              property: "PLACE_OF_BIRTH",
              ...place("Mara Lund"),
              objectStart: place("Oslo").start,
              objectEnd: place("Oslo").end,
            },
          ],
        },
      ],
    };
    const [passage] = readPassages(`${JSON.stringify(document)}\n`);
    expect(passage).toMatchObject({ fold: 2, id: "7:0", facts: [born] });
    expect(() => readPassages("{")).toThrow("line 1: not JSON");
  });
});

describe("events between a pair of actors", () => {
  const [pair, other] = readActorPairs(
    "sentence\tsource\ttarget\tgold_root\nNorland thanked Prime Minister Ek.\tNorland\tPrime Minister Ek\tSUPPORT\n" +
      "Ek left Norland.\tEk\tNorland\tYIELD\n",
  );
  if (pair === undefined || other === undefined) throw new Error("two rows give two pairs");

  it("answer where both actors do, titles aside, the surest first", () => {
    const events = [
      { source: "Norland", target: "the Prime Minister", root: "REJECT", confidence: 0.4 },
      { source: "Norland's government", target: "Ek", root: "SUPPORT", confidence: 0.6 },
      { source: "Ek", target: "Norland", root: "ACCUSE", confidence: 0.9 },
    ];
    expect(answerOf(pair, events)?.root).toBe("SUPPORT");
    expect(answerOf(pair, events.slice(2))).toBeUndefined();
  });

  it("answer where the target is only named besides, if no event is about it", () => {
    const besides = {
      source: "Norland",
      target: "$2 million",
      besides: ["to Ek"],
      root: "AID",
      confidence: 0.9,
    };
    expect(answerOf(pair, [besides])?.root).toBe("AID");
    const about = { source: "Norland", target: "Ek", root: "SUPPORT", confidence: 0.4 };
    expect(answerOf(pair, [besides, about])?.root).toBe("SUPPORT");
  });

  it("score by the mean of all codes, and an unanswered pair is wrong", () => {
    expect(scorePairs([pair, other], ["SUPPORT", undefined])).toMatchObject({
      macroF1: 0.5,
      accuracy: 0.5,
      answered: 0.5,
    });
  });

  it("need the columns of the published table", () => {
    expect(() => readActorPairs("sentence\tsource\nx\ty\n")).toThrow("no column target");
  });
});

describe("facts as coded events", async () => {
  const resources = await loadResources();
  const reader = createReader(resources);
  const ontology = loadOntology(resources.ontology);
  const rootsIn = async (text: string): Promise<readonly string[]> => {
    const extraction = await reader.extract(makeArticle({ text, title: "", language: "en" }));
    return codedEvents(extraction, ontology).map(({ source, root, target }) => `${source} ${root} ${target}`);
  };

  it("are promises where cooperation lies ahead, and refusals where it will not be given", async () => {
    expect(await rootsIn("Japan met France in Geneva.")).toContain("Japan CONSULT France");
    expect(await rootsIn("Japan will meet France in Geneva.")).toContain("Japan AGREE France");
    expect(await rootsIn("Japan refused to meet France.")).toContain("Japan REJECT France");
    expect(await rootsIn("Japan will not release the pilots.")).toContain("Japan REJECT the pilots");
    expect(await rootsIn("Japan released the pilots.")).toContain("Japan YIELD the pilots");
  });

  it("are threats where harm is only threatened", async () => {
    expect(await rootsIn("The rebels threatened to bomb Geneva.")).toContain("The rebels THREATEN Geneva");
    expect(await rootsIn("The rebels bombed Geneva.")).toContain("The rebels ASSAULT Geneva");
  });

  it("are requests and accusations of who says that others must act, or did harm", async () => {
    expect(await rootsIn("Japan said France must release the pilots.")).toContain("Japan REQUEST France");
    expect(await rootsIn("Japan said France had bombed Geneva.")).toContain("Japan ACCUSE France");
    expect(await rootsIn("Japan said it would release the pilots.")).not.toContain("Japan REQUEST Japan");
  });
});
