import { describe, expect, it } from "vitest";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import { openGraph } from "../../../src/query/open-graph.ts";
import { recordsOfExtraction } from "../../../src/query/read-extraction.ts";
import { parseKnownEntities } from "../../../src/resolve/known-entities.ts";
import { MemoryFolder } from "../../memory-folder.ts";
import { kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../../samples.ts";

const ontology = loadOntology(RESOURCES.ontology);
const known = parseKnownEntities(RESOURCES.knownEntities);

describe("recordsOfExtraction", () => {
  it.each([
    ["Kyiv", kyivVisit],
    ["Warsaw", warsawReport],
    ["Tbilisi", tbilisiReport],
  ])("gives what find gives after the article of %s went to disk and back", async (_, sample) => {
    const folder = new MemoryFolder();
    const writer = await openGraph(folder, { resources: RESOURCES, access: "create" });
    await writer.add(sample(), { location: "a" });
    await writer.close();
    const reader = await openGraph(folder, { resources: RESOURCES });
    const records = recordsOfExtraction(sample(), { ontology, known });
    expect(reader.find()).toMatchObject(records);
    expect(records).toHaveLength(sample().facts.length);
  });

  it("keeps every qualifier of the extraction", () => {
    const records = recordsOfExtraction(kyivVisit(), { ontology, known });
    const { article, facts, mentions } = kyivVisit();
    for (const fact of facts) {
      const record = records.find(({ id }) => id === fact.id);
      const subject = mentions.find(({ id }) => id === fact.subject);
      expect(record).toMatchObject({
        relation: fact.relation,
        factuality: fact.factuality,
        temporality: fact.temporality,
        date: fact.date ?? null,
        statementDate: fact.statementDate ?? null,
        quantity: fact.quantity ?? null,
        confidence: fact.confidence,
        reasons: fact.reasons,
        evidence: fact.evidence[0],
        surface: fact.surface,
        spans: { subject: { start: subject?.start, end: subject?.end } },
        article: { id: article.id },
      });
      expect(record?.speakerChain.map(({ verb, setting, date }) => [verb, setting, date])).toEqual(
        fact.speakers.map(({ verb, setting = null, date = null }) => [verb, setting, date]),
      );
    }
  });
});
