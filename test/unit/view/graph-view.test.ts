import { describe, expect, test } from "vitest";
import { wordsOfName } from "../../../src/ontology/relation-words.ts";
import { type GraphView, GraphViewError, parseGraphView } from "../../../src/view/graph-view.ts";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { fixtureArticles, fixtureGraph, fixtureOntology } from "../../fixtures/graph-view/fixture-graph.ts";

const view = projectGraphView(fixtureGraph(), { ontology: fixtureOntology() });
const copy = (): GraphView => JSON.parse(JSON.stringify(view)) as GraphView;

describe("the projection", () => {
  test("gives one edge per fact, asserted or not", () => {
    const facts = fixtureGraph().find();
    expect(view.facts.map((fact) => fact.id)).toEqual(facts.map((fact) => fact.id));
    expect(view.facts.filter((fact) => !fact.asserted).length).toBeGreaterThan(20);
  });

  test("keeps two facts between the same two nodes as two edges", () => {
    const between = view.facts.filter(
      (fact) => fact.relation === "dismissed" && fact.source.endsWith("Leila_Haddad"),
    );
    expect(between.map((fact) => fact.factuality)).toEqual(["possible", "negated"]);
  });

  test("quotes every fact at its offsets in its article", () => {
    const texts = new Map(fixtureArticles().map((article) => [article.id, article.text]));
    for (const { evidence } of view.facts)
      expect(texts.get(evidence.articleId)?.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  test("makes a literal a node of its own subject, and tells quantities from other values", () => {
    const literals = view.nodes.filter((node) => node.kind === "literal");
    expect(literals.find((node) => node.label === "41 seats")?.valueKind).toBe("quantity");
    expect(literals.find((node) => node.label === "2031-03-12")?.valueKind).toBe("text");
  });

  test("counts a node's facts as its degree", () => {
    for (const node of view.nodes)
      expect(node.degree).toBe(
        view.facts.filter((fact) => fact.source === node.id || fact.target === node.id).length,
      );
  });

  test("takes labels, families and groups from the ontology", () => {
    expect(view.relations.find((relation) => relation.name === "ruledOut")).toMatchObject({
      label: "ruled out",
      family: "verbal conflict",
    });
    expect(view.types.find((type) => type.name === "City")?.group).toBe("place");
  });

  test("gives the same bytes for the same graph", () => {
    const again = projectGraphView(fixtureGraph(), { ontology: fixtureOntology() });
    expect(JSON.stringify(again)).toBe(JSON.stringify(view));
  });

  test("holds articles' texts only where it is asked to", () => {
    expect(view.articles.every((article) => article.text === null)).toBe(true);
    const embedded = projectGraphView(fixtureGraph(), { embedTexts: true });
    expect(embedded.articles[0]?.text).toContain("Harbour Accord");
  });

  test("reads names as words", () => {
    expect(wordsOfName("ruledOut")).toBe("ruled out");
    expect(wordsOfName("rel:castDoubtOn")).toBe("cast doubt on");
  });
});

describe("the checker", () => {
  test("accepts what the projection makes, through JSON", () => {
    expect(parseGraphView(copy())).toEqual(view);
  });

  test("takes supports, conflicts and positions that are missing as empty", () => {
    const { supports, conflicts, positions, ...rest } = copy();
    expect(supports.length + conflicts.length + positions.length).toBe(0);
    expect(parseGraphView(rest)).toMatchObject({ supports: [], conflicts: [], positions: [] });
  });

  test.each<
    [string, (broken: { facts: Record<string, unknown>[] } & Record<string, unknown>) => void, RegExp]
  >([
    [
      "another version",
      (broken) => {
        broken["version"] = 2;
      },
      /version must be 1/,
    ],
    [
      "another format",
      (broken) => {
        broken["format"] = "gexf";
      },
      /format must be one of/,
    ],
    [
      "a fact without a source",
      (broken) => {
        delete broken.facts[3]?.["source"];
      },
      /facts\[3\]\.source must be a string/,
    ],
    [
      "a fact to an unknown node",
      (broken) => {
        (broken.facts[3] ?? {})["target"] = "x";
      },
      /facts\[3\]\.target names the node "x"/,
    ],
    [
      "a made-up factuality",
      (broken) => {
        (broken.facts[0] ?? {})["factuality"] = "sure";
      },
      /facts\[0\]\.factuality must be one of certain/,
    ],
    [
      "an endless confidence",
      (broken) => {
        (broken.facts[0] ?? {})["confidence"] = null;
      },
      /facts\[0\]\.confidence must be a finite number/,
    ],
  ])("refuses %s and names the field", (_, breakIt, message) => {
    const broken = copy() as unknown as { facts: Record<string, unknown>[] } & Record<string, unknown>;
    breakIt(broken);
    expect(() => parseGraphView(broken)).toThrow(GraphViewError);
    expect(() => parseGraphView(broken)).toThrow(message);
  });

  test("refuses what is no object at all", () => {
    expect(() => parseGraphView(null)).toThrow("the document must be an object");
  });
});
