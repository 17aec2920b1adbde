import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeExtractionRecords } from "../../../src/pipeline/extraction-records.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { RESOURCES, tbilisiReport } from "../../samples.ts";

const read = (name: string) => readFileSync(`data/lexicon/${name}`, "utf8");
const { ontology } = RESOURCES;
const knownEntities = read("known-entities.tsv");
const namesakes = "Georgia\tGeorgiaState\tAtlanta\nGeorgia\tGE\tTbilisi\n";
const georgiaIn = (facts: readonly { subject: string; subjectId: string | null }[]) =>
  facts.find(({ subject }) => subject.startsWith("Georgia"))?.subjectId;

describe("records of an extraction", () => {
  it("tell who is who as a graph does: Georgia by Atlanta is the state", async () => {
    const lexicon = new Map([
      ["known-entities.tsv", knownEntities],
      ["known-namesakes.tsv", namesakes],
    ]);
    const graph = createMemoryGraph({
      resources: { ...RESOURCES, knownEntities, identityLexicon: { namesakes } },
    });
    await graph.add(tbilisiReport(), { location: "" });

    const records = makeExtractionRecords({ ontology, lexicon })(tbilisiReport());

    expect(records.map(({ subjectId }) => subjectId)).toEqual(graph.find().map(({ subjectId }) => subjectId));
    lexicon.delete("known-namesakes.tsv");
    const without = makeExtractionRecords({ ontology, lexicon })(tbilisiReport());
    expect(georgiaIn(records)).not.toBe(georgiaIn(without));
  });
});
