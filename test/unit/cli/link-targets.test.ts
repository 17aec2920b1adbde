import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { askTargets, findTarget, readTargets } from "../../../src/cli/link-targets.ts";
import { connectStore } from "../../../src/io/remote-store.ts";
import { StoreError } from "../../../src/model/errors.ts";
import { loadOntology } from "../../../src/ontology/load-ontology.ts";
import type { EntityRecord } from "../../../src/query/graph.ts";
import { FakeWorld } from "./fake-world.ts";

const ontology = loadOntology(readFileSync("ontology/news.ttl", "utf8"));

function thing(label: string, type: string): EntityRecord {
  return { iri: `urn:${label}`, label, type, aliases: [], kind: "named", wikidata: null };
}

describe("a dump", () => {
  it("gives who bears a name, whatever its case and diacritics, with its classes", () => {
    const targets = readTargets(
      "https://x.example/1\tAna Núñez\tPerson\nnonsense\n",
      "names.tsv",
      ontology.classes,
    );
    expect(targets.get("ana nunez")).toEqual([{ iri: "https://x.example/1", types: ["Person"] }]);
  });
});

describe("a bearer of the name", () => {
  const found = (type: string, classes: readonly string[]) => {
    const lines = classes.map((called) => `https://x.example/1\tNorthmark\t${called}\n`).join("");
    return findTarget(thing("Northmark", type), readTargets(lines, "names.tsv", ontology.classes), ontology)
      .certainty;
  };

  it.each([
    ["State", ["state"], "same"],
    ["Country", ["sovereign state"], "same"],
    ["Organization", ["Corporation"], "same"],
    ["Court", ["organization"], "close"],
    ["City", ["rock band"], "close"],
    ["Thing", ["city"], "close"],
    ["Country", ["state"], "absent"],
    ["Person", ["city"], "absent"],
    ["Person", ["Thing", "movie"], "absent"],
    ["Book", ["CreativeWork", "movie"], "absent"],
  ] as const)("for a %s that is called %j elsewhere: %s", (type, classes, certainty) => {
    expect(found(type, classes)).toBe(certainty);
  });

  it("of two is close, whatever their classes", () => {
    const lines = "https://x.example/1\tNorthmark\tcity\nhttps://x.example/2\tNorthmark\tmovie\n";
    const targets = readTargets(lines, "names.tsv", ontology.classes);
    expect(findTarget(thing("Northmark", "City"), targets, ontology)).toMatchObject({
      certainty: "close",
      target: "https://x.example/1",
    });
  });
});

describe("an endpoint", () => {
  let server: Server | undefined;
  afterEach(() => new Promise((resolve) => server?.close(resolve) ?? resolve(undefined)));

  /** Answers every question with the same body, and keeps the questions and their headers. */
  async function serve(
    body: string,
    status = 200,
  ): Promise<{ url: string; asked: string[]; headers: IncomingHttpHeaders[] }> {
    const asked: string[] = [];
    const headers: IncomingHttpHeaders[] = [];
    const started = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => (text += chunk));
      request.on("end", () => {
        headers.push(request.headers);
        asked.push(new URLSearchParams(text).get("query") ?? "");
        response.setHeader("content-type", "application/sparql-results+json");
        response.statusCode = status;
        if (status === 401) response.setHeader("www-authenticate", "Basic");
        response.end(body);
      });
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    const { port } = started.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/sparql`, asked, headers };
  }
  const binding = (thing: string, name: string, className: string) => ({
    thing: { type: "uri", value: thing },
    name: { type: "literal", value: name },
    className: { type: "literal", value: className },
  });

  it("is told the names in portions, and its classes are read as ours where they are", async () => {
    const bindings = [
      binding("https://x.example/1", "Ana Lund", "human"),
      binding("https://x.example/2", "Tidewater", "rock band"),
    ];
    const { url, asked } = await serve(JSON.stringify({ results: { bindings } }));
    const names = [
      "Ana Lund",
      "Tidewater",
      'The "Quill"',
      ...Array.from({ length: 60 }, (_, index) => `N${index}`),
    ];
    const targets = await askTargets(connectStore({ query: url }), names, ontology.classes);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('"Ana Lund"@en');
    expect(asked[0]).toContain(String.raw`"The \"Quill\""`);
    expect(targets.get("ana lund")).toEqual([{ iri: "https://x.example/1", types: ["Person"] }]);
    expect(targets.get("tidewater")).toEqual([{ iri: "https://x.example/2", types: [] }]);
  });

  it("that answers with something else is named", async () => {
    const { url } = await serve("<html>");
    await expect(askTargets(connectStore({ query: url }), ["Ana"], [])).rejects.toThrow(StoreError);
  });

  it.each([
    { DATELINE_STORE_TOKEN: "t0ken" },
    { DATELINE_STORE_USER: "ana", DATELINE_STORE_PASSWORD: "s3cret" },
    { DATELINE_STORE_PASSWORD: "s3cret" },
  ])("is asked without the credentials of a store, %j, even where it wants some", async (environment) => {
    const { url, headers } = await serve("who asks?", 401);
    const world = new FakeWorld();
    world.environment = environment;
    vi.spyOn(world.graph, "entities").mockReturnValue([thing("Ana Lund", "Person")] as never);
    const run = await world.run("link", "--dump", url);
    expect(run.stderr).toContain("401: who asks?");
    expect(run.stderr).not.toContain("DATELINE_STORE");
    expect(headers.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it("is said to be asked without credentials", async () => {
    const { stdout } = await new FakeWorld().run("link", "--help");
    expect(stdout).toContain("It is asked without credentials");
  });
});
