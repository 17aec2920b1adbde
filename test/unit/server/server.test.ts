import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QueryError } from "../../../src/model/errors.ts";
import type { Graph } from "../../../src/query/graph.ts";
import { negotiate } from "../../../src/server/negotiate.ts";
import { type RunningServer, startServer } from "../../../src/server/start-server.ts";
import { parseGraphView } from "../../../src/view/graph-view.ts";
import { fixtureGraph } from "../../fixtures/graph-view/fixture-graph.ts";

let server: RunningServer;
let folder: string;

const graph: Graph = {
  ...fixtureGraph(),
  queryText: async (sparql, mediaType) => {
    if (sparql.includes("nonsense")) throw new QueryError("line 1: expected SELECT");
    if (sparql.includes("explode")) throw new Error("secret path /home/someone");
    return `${mediaType} ${sparql}`;
  },
};

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = request({ host: "127.0.0.1", port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-server-"));
  await mkdir(join(folder, "viewer", "assets"), { recursive: true });
  await writeFile(join(folder, "viewer", "index.html"), "<!doctype html><title>viewer</title>");
  await writeFile(join(folder, "viewer", "assets", "index-AbCd1234.js"), "export {};");
  await writeFile(join(folder, "secret.json"), "{}");
  await symlink(join(folder, "secret.json"), join(folder, "viewer", "link.json"));
  server = await startServer({ graph, port: 0, viewerFolder: join(folder, "viewer"), title: "Fixture" });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("what is served", () => {
  test("the viewer, with headers that let only its own scripts run", async () => {
    const reply = await ask("/");
    expect(reply.status).toBe(200);
    expect(reply.body).toContain("<title>viewer");
    expect(reply.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(reply.headers["content-security-policy"]).not.toContain("unsafe");
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
    expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("hashed files for ever, everything else afresh", async () => {
    expect((await ask("/assets/index-AbCd1234.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-store");
  });

  test("the graph view, which passes its own checker", async () => {
    const reply = await ask("/api/graph-view");
    expect(reply.headers["content-type"]).toBe("application/json");
    const view = parseGraphView(JSON.parse(reply.body));
    expect(view.title).toBe("Fixture");
    expect(view.facts.length).toBe(121);
  });

  test("an article with its text, and 404 for one that is not there", async () => {
    const reply = await ask("/api/articles/a300000000000003");
    expect(JSON.parse(reply.body)).toMatchObject({ outlet: "Coastal Wire", published: "2031-03-07" });
    expect((await ask("/api/articles/none")).status).toBe(404);
    expect((await ask("/api/articles/%E0%A4%A")).status).toBe(400);
  });

  test("look-ups by the fields of a filter", async () => {
    const reply = await ask("/api/find?subject=Haddad&relation=met");
    expect((JSON.parse(reply.body) as { object: string }[]).map((fact) => fact.object)).toEqual([
      "Émile Duroc",
      "Émile Duroc",
    ]);
  });

  test.each([
    ["/api/find?who=x", 'There is no parameter "who"'],
    ["/api/find?factuality=sure", "factuality=sure is none of certain"],
    ["/api/find?limit=-1", "limit=-1 is not a whole number above 0"],
    ["/api/find?asserted=maybe", "asserted=maybe is not true or false"],
  ])("%s is refused with what is wrong", async (path, message) => {
    const reply = await ask(path);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain(message);
  });

  test("HEAD gives the length and no body", async () => {
    const reply = await ask("/api/graph-view", { method: "HEAD" });
    expect(Number(reply.headers["content-length"])).toBeGreaterThan(10_000);
    expect(reply.body).toBe("");
  });

  test("a clear message where the viewer was not built", async () => {
    const bare = await startServer({ graph, port: 0, viewerFolder: join(folder, "nowhere") });
    const response = await fetch(bare.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
    await bare.close();
  });
});

describe("what is refused", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost"])(
    "the host name %s, which could be rebound to this machine",
    async (host) => {
      expect((await ask("/api/graph-view", { headers: { host } })).status).toBe(421);
    },
  );

  test("localhost with the right port is known", async () => {
    expect((await ask("/", { headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  test("requests from pages of other origins, by GET and POST", async () => {
    const headers = { origin: "https://evil.example", "content-type": "application/sparql-query" };
    expect((await ask("/api/graph-view", { headers })).status).toBe(403);
    expect((await ask("/sparql", { method: "POST", headers, body: "ASK {}" })).status).toBe(403);
    expect(
      (await ask("/sparql", { method: "POST", headers: { ...headers, origin: "null" }, body: "ASK {}" }))
        .status,
    ).toBe(403);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("the method %s", async (method) => {
    const reply = await ask("/", { method });
    expect(reply.status).toBe(405);
    expect(reply.headers["allow"]).toBe("GET, HEAD, POST");
  });

  test("POST to anything but the SPARQL endpoint", async () => {
    expect((await ask("/api/graph-view", { method: "POST" })).status).toBe(405);
  });

  test.each([
    "/../secret.json",
    "/%2e%2e/secret.json",
    "/..%2fsecret.json",
    "/link.json",
    "/assets/",
    "/none.js",
    "/%00.html",
    "//evil.example/none.js",
  ])("the path %s, which leads out of the viewer's folder or nowhere", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("an address longer than 64 KiB, in one way or another", async () => {
    const reply = await ask(`/sparql?query=${"x".repeat(70_000)}`).catch(() => ({ status: 431 }));
    expect([414, 431]).toContain(reply.status);
  });
});

describe("a writable server", () => {
  test("removes an article by its id, for its own pages only; a read-only one never does", async () => {
    const removed: string[] = [];
    const writable = await startServer({
      graph: {
        ...graph,
        remove: async (id) => {
          removed.push(id);
          return id;
        },
      },
      port: 0,
      viewerFolder: folder,
      writable: true,
    });
    const path = "api/articles/a300000000000003";
    const send = (to: string, headers: Record<string, string> = {}) =>
      fetch(to, { method: "DELETE", headers }).then((response) => response.status);
    expect(await send(`${server.url}${path}`)).toBe(405);
    expect(await send(`${writable.url}${path}`, { origin: "https://evil.example" })).toBe(403);
    expect(await send(`${writable.url}${path}`, { "sec-fetch-site": "same-site" })).toBe(403);
    expect(await send(`${writable.url}api/articles/none`)).toBe(404);
    expect(await send(`${writable.url}api/graph-view`)).toBe(405);
    expect(removed).toEqual([]);
    expect(await send(`${writable.url}${path}`)).toBe(200);
    expect(removed).toEqual(["a300000000000003"]);
    await writable.close();
  });
});

describe("the SPARQL endpoint", () => {
  const query = "SELECT * WHERE { ?s ?p ?o }";
  const post = (type: string, body: string, headers: Record<string, string> = {}): Promise<Reply> =>
    ask("/sparql", { method: "POST", headers: { "content-type": type, ...headers }, body });

  test("answers a query by address, by form and by body alike", async () => {
    const expected = `application/sparql-results+json ${query}`;
    expect((await ask(`/sparql?query=${encodeURIComponent(query)}`)).body).toBe(expected);
    expect(
      (await post("application/x-www-form-urlencoded", new URLSearchParams({ query }).toString())).body,
    ).toBe(expected);
    expect((await post("application/sparql-query; charset=utf-8", query)).body).toBe(expected);
  });

  test("gives rows and graphs in the type that is asked for", async () => {
    expect(
      (await post("application/sparql-query", query, { accept: "text/csv" })).headers["content-type"],
    ).toBe("text/csv");
    const construct =
      "# a comment with SELECT\nPREFIX x: <http://x/#SELECT>\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
    expect((await post("application/sparql-query", construct)).headers["content-type"]).toBe("text/turtle");
    expect(
      (await post("application/sparql-query", construct, { accept: "application/n-triples" })).body,
    ).toContain("application/n-triples");
    expect((await post("application/sparql-query", construct, { accept: "text/csv" })).status).toBe(406);
  });

  test.each([
    ["by its media type", "application/sparql-update", "INSERT DATA { <a:a> <a:b> <a:c> }"],
    ["by its form field", "application/x-www-form-urlencoded", "update=CLEAR+ALL"],
    ["by its words", "application/sparql-query", "PREFIX a: <a:>\nDELETE WHERE { ?s ?p ?o }"],
  ])("refuses an update known %s", async (_, type, body) => {
    const reply = await post(type, body);
    expect(reply.status).toBe(403);
    expect(reply.body).toContain("read-only");
  });

  test("says what is wrong with a query, and nothing of the program's own faults", async () => {
    const wrong = await post("application/sparql-query", "SELECT nonsense");
    expect([wrong.status, wrong.body]).toEqual([400, "line 1: expected SELECT\n"]);
    const broken = await post("application/sparql-query", "SELECT explode");
    expect(broken.status).toBe(500);
    expect(broken.body).not.toContain("secret");
  });

  test("wants a query, of a known type, of a bearable size", async () => {
    expect((await ask("/sparql?x=1")).status).toBe(400);
    expect((await post("text/plain", query)).status).toBe(415);
    expect(
      (await post("application/sparql-query", "x".repeat(200_000)).catch(() => ({ status: 413 }))).status,
    ).toBe(413);
  });
});

describe("content negotiation", () => {
  const offered = ["text/turtle", "application/n-triples"];
  test.each([
    [undefined, "text/turtle"],
    ["*/*", "text/turtle"],
    ["application/n-triples, text/turtle;q=0.5", "application/n-triples"],
    ["application/*;q=0.9, text/turtle;q=0.1", "application/n-triples"],
    ["text/turtle;q=0, */*;q=0.1", "application/n-triples"],
    ["image/png", undefined],
  ])("chooses by %s", (accept, type) => {
    expect(negotiate(accept, offered)).toBe(type);
  });
});
