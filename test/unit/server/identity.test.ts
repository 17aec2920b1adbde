import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Graph } from "../../../src/query/graph.ts";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { type RunningServer, startServer } from "../../../src/server/start-server.ts";
import { articleOf, extractionOf, person } from "../../builders.ts";

const resources = {
  ontology: readFileSync("ontology/news.ttl", "utf8"),
  shapes: readFileSync("ontology/shapes.ttl", "utf8"),
};

let server: RunningServer;
afterEach(() => server.close());

/** A server of a graph in which one article praises "Ana Hale", another "A. Hale". */
async function serve(writable: boolean): Promise<Graph> {
  const graph = createMemoryGraph({ resources });
  for (const name of ["Ana Hale", "A. Hale"]) {
    const sentence = `Bo Lind praised ${name}`;
    const extraction = extractionOf(
      articleOf(`${sentence}.`, { title: `On ${name}` }),
      [person("Bo Lind"), person(name)],
      [{ subject: "Bo Lind", relation: "praised", object: name, quote: sentence }],
    );
    await graph.add(extraction, { location: name });
  }
  server = await startServer({ graph, port: 0, viewerFolder: ".", title: "Test", writable });
  return graph;
}

const post = (path: string, body: object) =>
  fetch(`${server.url}api/identity/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const same = { verdict: "same", left: "Ana Hale", right: "Bo Lind" };

describe("who is who, served", () => {
  it("tells what a decision would move, and keeps nothing", async () => {
    const graph = await serve(false);
    const preview = (await (await post("preview", same)).json()) as Record<
      "before" | "after",
      { label: string; articles: string[] }[]
    >;
    expect(preview.before.map(({ label }) => label)).toEqual(expect.arrayContaining(["Bo Lind"]));
    expect(preview.after).toHaveLength(1);
    expect(preview.after[0]?.articles).toEqual(expect.arrayContaining(["On Ana Hale", "On A. Hale"]));
    expect(graph.identity.log()).toEqual([]);
  });

  it("keeps a decision where it may write, and lists it", async () => {
    const graph = await serve(true);
    expect((await post("decisions", { ...same, because: "a pen name" })).status).toBe(200);
    expect(graph.identity.log()).toMatchObject([
      { verdict: "same", by: "the viewer", because: "a pen name" },
    ]);
    expect(await (await fetch(`${server.url}api/identity`)).json()).toMatchObject({
      decisions: [{ id: "d1", verdict: "same", left: "Ana Hale", right: "Bo Lind" }],
      canDecide: true,
    });
  });

  it("refuses in words", async () => {
    await serve(false);
    expect((await post("decisions", same)).status).toBe(403);
    const unknown = await post("preview", { ...same, left: "Nobody" });
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain("Nobody");
    expect((await post("preview", { verdict: "perhaps" })).status).toBe(400);
  });
});
