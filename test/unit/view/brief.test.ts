import { describe, expect, it } from "vitest";
import type { StatedFact } from "../../../src/corroborate/statements.ts";
import type { EntityRecord, Graph } from "../../../src/query/graph.ts";
import { makeBrief } from "../../../src/view/brief.ts";
import { recordOf } from "../../builders.ts";

function stated(id: string, relation: string, more: Partial<StatedFact> = {}): StatedFact {
  const article = { id, title: "", url: null, outlet: "Harbour Post", published: "2025-03-05T08:00:00Z" };
  return {
    ...recordOf("Ana", relation, "Bo", { id, confidence: 0.9, article }),
    subjectNode: "ana",
    objectNode: "bo",
    ...more,
  };
}

/** A brief of Ana from statements of one fact each. */
function briefOf(...facts: readonly StatedFact[]) {
  const statements = facts.map((fact) => ({ id: fact.id, facts: [fact], articles: [], independent: 1 }));
  const graph = { corroboration: () => ({ statements, conflicts: [], copies: [] }) } as unknown as Graph;
  return makeBrief(graph, { iri: "ana" } as EntityRecord);
}

describe("a brief", () => {
  it("says whether a day is the event's, that of its telling or that of the article", () => {
    const { statements } = briefOf(
      stated("a", "met"),
      stated("b", "met", { date: "2025-03-01", statementDate: "2025-03-04" }),
      stated("c", "met", { statementDate: "2025-03-04" }),
    );
    expect(statements.map(({ date, dated }) => `${dated} ${date}`)).toEqual([
      "held 2025-03-01",
      "said 2025-03-04",
      "published 2025-03-05",
    ]);
  });
});
