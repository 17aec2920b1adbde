import { describe, expect, test } from "vitest";
import { projectGraphView } from "../../../src/view/project-graph-view.ts";
import { makePublishedPage } from "../../../src/view/published-page.ts";
import { fixtureGraph, fixtureOntology } from "../../fixtures/graph-view/fixture-graph.ts";

describe("a published page", () => {
  test.each([0, 1, 0x8000, 100_001])("carries %i bytes of the engine as they are", (length) => {
    const engine = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    const page = makePublishedPage({
      view: projectGraphView(fixtureGraph(), { ontology: fixtureOntology() }),
      script: "",
      style: "",
      sparql: { engine, quads: new Uint8Array([0, 255]), prefixes: { x: "http://x/" } },
    });
    const carried = JSON.parse(/id="sparql-engine">(.*?)<\/script>/.exec(page)?.[1] ?? "");
    expect(Buffer.from(carried.engine, "base64").equals(engine)).toBe(true);
    expect(carried).toMatchObject({ quads: "AP8=", prologue: "PREFIX x: <http://x/>" });
  });
});
