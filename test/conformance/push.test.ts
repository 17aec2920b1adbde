import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectStore } from "../../src/io/remote-store.ts";
import type { RemoteStore } from "../../src/model/effects.ts";
import { StoreError, UsageError } from "../../src/model/errors.ts";
import type { Graph } from "../../src/query/graph.ts";
import { createMemoryGraph } from "../../src/query/open-graph.ts";
import { type PushOptions, pushGraph } from "../../src/query/push-graph.ts";
import { canonicalLines, tripleToLine } from "../../src/rdf/n-quads.ts";
import { parseQuads } from "../../src/rdf/parse.ts";
import { kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../samples.ts";
import { SERVERS, type TestServer } from "./remote-servers.ts";

const BASE = "https://w3id.org/dateline/data/";
const START_MS = 90_000;

/** Without names of blank nodes, and with the kinds of integer as one, which engines do not tell apart. */
function plainLine(line: string): string {
  return line.replace(/_:[^ ]+/g, "_:b").replace(/#(?:nonNegative|positive)Integer>/, "#integer>");
}

async function sampleGraph(): Promise<Graph> {
  const graph = createMemoryGraph({ resources: RESOURCES });
  await graph.add(kyivVisit(), { location: "a" });
  await graph.add(warsawReport(), { location: "b" });
  const own = `<https://kg.example/x> <https://kg.example/says> "quote \\" and 'line\\nbreak' 🙅"@en ; <https://kg.example/knows> [ <https://kg.example/name> "Bo" ] .`;
  await graph.importGraph("https://kg.example/own", parseQuads(own, "turtle"), { location: "own.ttl" });
  return graph;
}

describe.each(SERVERS)("push to $name", ({ missing, keepsLiterals, start }) => {
  const skip = missing !== undefined;
  let server: TestServer;
  let store: RemoteStore;
  beforeAll(async () => {
    if (skip) return;
    server = await start();
    store = connectStore(server.addresses, server.credentials);
  }, START_MS);
  afterAll(async () => {
    if (!skip) await server.stop();
  });

  const linesIn = async (graph: string): Promise<readonly string[]> =>
    canonicalLines(
      parseQuads(
        await store.query(
          `CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <${graph}> { ?s ?p ?o } }`,
          keepsLiterals ? "application/n-triples" : "text/plain",
        ),
        "ntriples",
      ),
    ).map(plainLine);

  /** The store has the graph as it is: to the letter, or where the engine rewrites literals, as many triples of each property. */
  const expectSame = async (graph: Graph) => {
    const byProperty = (lines: readonly string[]) => lines.map((line) => line.split(" ")[1]).sort();
    const names = new Set([...graph.match()].map((quad) => quad.graph.value));
    for (const name of names) {
      const quads = [...graph.match()].filter((quad) => quad.graph.value === name);
      const expected = canonicalLines(quads, tripleToLine).map(plainLine);
      const found = await linesIn(name === "" ? `${BASE}asserted` : name);
      if (keepsLiterals) expect([...found].sort()).toEqual([...expected].sort());
      else expect(byProperty(found)).toEqual(byProperty(expected));
    }
  };

  it.skipIf(skip)("writes every graph once, and again only what changed", async () => {
    const graph = await sampleGraph();
    const all = { graphs: 4, dropped: 0 };
    expect(await pushGraph(graph, store)).toMatchObject({ ...all, written: 4, unchanged: 0 });
    await expectSame(graph);
    expect(await pushGraph(graph, store)).toMatchObject({ ...all, written: 0, unchanged: 4, triples: 0 });
    await graph.add(tbilisiReport(), { location: "a" });
    expect(await pushGraph(graph, store)).toMatchObject({ written: 2, unchanged: 2, dropped: 1 });
    await expectSame(graph);
    expect(await linesIn(`${BASE}article/${kyivVisit().article.id}`)).toEqual([]);
  });

  it.skipIf(skip)("goes on where it was broken off, at whatever request", async () => {
    const graph = await sampleGraph();
    for (let broken = 0; ; broken++) {
      const done = await pushGraph(graph, failingAfter(store, broken), { batch: 100 }).then(
        () => true,
        (error: Error) => {
          if (error.message !== "broken off") throw error;
          return false;
        },
      );
      if (done) break;
    }
    await expectSame(graph);
    expect(await pushGraph(graph, store)).toMatchObject({ written: 0 });
  });

  it.skipIf(skip)("writes by updates alone where there is no Graph Store Protocol", async () => {
    const { graphStore: _, ...addresses } = server.addresses;
    const plain = connectStore(addresses, server.credentials);
    const graph = await sampleGraph();
    await graph.remove("b");
    const options: PushOptions = { batch: 300 };
    await pushGraph(graph, plain, options);
    await expectSame(graph);
    expect(await pushGraph(graph, plain, options)).toMatchObject({ written: 0 });
  });
});

/** Fails for good after so many requests that write. */
function failingAfter(store: RemoteStore, requests: number): RemoteStore {
  let left = requests;
  const counted =
    <Input extends unknown[]>(send: (...input: Input) => Promise<void>) =>
    async (...input: Input) => {
      if (left-- === 0) throw new StoreError("broken off");
      await send(...input);
    };
  return {
    ...store,
    update: counted(store.update),
    putGraph: counted(store.putGraph),
    addToGraph: counted(store.addToGraph),
    dropGraph: counted(store.dropGraph),
  };
}

describe("a remote store", () => {
  const seen: { method: string; authorization: string; length: string }[] = [];
  const statuses: number[] = [];
  let address = "";
  let noDigest = false;
  const BASIC = `Basic ${Buffer.from("ana:s3cret").toString("base64")}`;
  const server = createServer(async (request: IncomingMessage, response) => {
    const { authorization = "" } = request.headers;
    seen.push({
      method: request.method ?? "",
      authorization,
      length: request.headers["content-length"] ?? "",
    });
    const status = statuses.shift() ?? 200;
    const challenge = 'Digest realm="kg", nonce="abc", qop="auth", opaque="xyz"';
    response.writeHead(status, status === 401 && !noDigest ? { "www-authenticate": challenge } : {});
    response.end("the very reason");
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
  });
  afterAll(() => server.close());

  it("tries again what may pass, and says what the server answered where it does not", async () => {
    statuses.push(503, 200);
    await connectStore({ query: address }).update("CLEAR ALL");
    statuses.push(400);
    const refused = connectStore({ query: address }).update("CLEAR ALL");
    await expect(refused).rejects.toThrow(new StoreError(`POST ${address}: 400: the very reason`));
  });

  it("answers a Digest challenge, and sends bodies with their length", async () => {
    statuses.push(401, 200);
    seen.length = 0;
    const store = connectStore({ query: address, graphStore: address }, { user: "ana", password: "s3cret" });
    await store.putGraph("https://kg.example/g", "<a:a> <a:b> <a:c> .\n");
    expect(seen.map(({ authorization }) => authorization.split(" ")[0])).toEqual(["", "Digest"]);
    expect(seen.every(({ length }) => length === "20")).toBe(true);
    expect(seen[1]?.authorization).toMatch(/username="ana", .*uri="\/sparql\?graph=.*opaque="xyz"$/);
  });

  it("says who asks only where it is asked, and then at once", async () => {
    statuses.push(200, 401, 200, 200);
    seen.length = 0;
    const store = connectStore({ query: address }, { user: "ana", password: "s3cret" });
    noDigest = true;
    for (let count = 0; count < 3; count++) await store.update("CLEAR ALL");
    noDigest = false;
    expect(seen.map(({ authorization }) => authorization)).toEqual(["", "", BASIC, BASIC]);
  });

  it("keeps credentials out of messages, addresses and unencrypted lines", async () => {
    statuses.push(401, 401);
    seen.length = 0;
    const store = connectStore({ query: address }, { user: "ana", password: "s3cret" });
    const error = await store.update("CLEAR ALL").catch(String);
    expect(error).toContain("DATELINE_STORE_USER");
    expect(error).not.toMatch(/s3cret|YW5h/);
    expect(seen.map(({ authorization }) => authorization.split(" ")[0])).toEqual(["", "Digest"]);
    expect(() => connectStore({ query: "http://kg.example/" }, { token: "t" })).toThrow(UsageError);
    expect(() => connectStore({ query: "https://ana:s3cret@kg.example/" })).toThrow(UsageError);
    expect(() => connectStore({ query: "file:///etc" })).toThrow(UsageError);
  });
});
