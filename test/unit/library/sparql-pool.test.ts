import { afterAll, describe, expect, it } from "vitest";
import { sparqlPool } from "../../../src/library/sparql-pool.ts";
import { QueryError } from "../../../src/model/errors.ts";
import type { EngineSource } from "../../../src/store/sparql-engine.ts";

const lines = Array.from({ length: 3000 }, (_, n) => `<a:${n}> <a:next> <a:${(n * 7) % 3000}> .`);
/** A cross product that no engine finishes. */
const ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) < STR(?i)) }";
const COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

/** A dataset that can grow by a graph. */
class GrowingSource implements EngineSource {
  version = 1;
  changeSince(version: number) {
    const later = this.version > 1 ? ["<a:new> <a:p> <a:o> <a:graph> ."] : [];
    return version === 0
      ? { emptied: [], pieces: [lines.join("\n"), ...later] }
      : { emptied: ["<a:graph>"], pieces: later };
  }
}

describe("SPARQL engines in threads", () => {
  const source = new GrowingSource();
  const pool = sparqlPool({ seconds: 2, megabytes: 1, engines: 2 })(source, { a: "a:" });
  afterAll(() => pool.close());

  it("end a query that takes too long, while others are answered", async () => {
    const endless = expect(pool.queryText(ENDLESS, "text/csv")).rejects.toMatchObject({
      code: "query-limit",
      message: expect.stringContaining("longer than 2 s"),
    });
    let ended = false;
    void endless.then(() => {
      ended = true;
    });
    for (let count = 0; count < 3; count++) expect(await pool.queryText(COUNT, "text/csv")).toContain("3000");
    expect(ended).toBe(false);
    await endless;
    expect(await pool.queryText(COUNT, "text/csv")).toContain("3000");
  });

  it("end a query whose asker is gone", async () => {
    const asker = new AbortController();
    const query = pool.queryText(ENDLESS, "text/csv", { signal: asker.signal });
    setTimeout(() => asker.abort(), 50);
    await expect(query).rejects.toThrow("withdrawn");
  });

  it("refuse an answer that is too large", async () => {
    await expect(pool.queryText("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 60000", "text/csv")).rejects.toThrow(
      "larger than 1 MB",
    );
  });

  it("say what is wrong with a query, as an engine in the same thread would", async () => {
    await expect(pool.queryText("SELECT nonsense", "text/csv")).rejects.toThrow(QueryError);
    await expect(pool.queryText("ASK { SERVICE <http://x/> {} }", "text/csv")).rejects.toMatchObject({
      code: "query-refused",
    });
  });

  it("see what changed since, and nothing of an update that is only planned", async () => {
    const effect = await pool.update("INSERT DATA { a:x a:y a:z . GRAPH a:g { a:x a:y 042 } }");
    expect(effect).toEqual({
      addedToDefault: ["<a:x> <a:y> <a:z> ."],
      removedFromDefault: [],
      blankNodesLeft: "all",
      graphs: [{ name: "<a:g>", lines: ['<a:x> <a:y> "42"^^<http://www.w3.org/2001/XMLSchema#integer> .'] }],
    });
    expect(await pool.queryText("ASK { a:x ?p ?o }", "text/csv")).toBe("false");
    source.version = 2;
    expect(await pool.queryText("SELECT ?o { GRAPH a:graph { ?s ?p ?o } }", "text/csv")).toBe("o\r\na:o\r\n");
  });
});
