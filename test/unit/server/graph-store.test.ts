import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryGraph } from "../../../src/query/open-graph.ts";
import { type RunningServer, startServer } from "../../../src/server/start-server.ts";
import { kyivVisit, RESOURCES } from "../../samples.ts";

const graph = createMemoryGraph({ resources: RESOURCES });
const article = `https://w3id.org/dateline/data/article/${kyivVisit().article.id}`;
let server: RunningServer;
let readOnly: RunningServer;

beforeAll(async () => {
  await graph.add(kyivVisit(), { location: "a" });
  const options = { graph, port: 0, viewerFolder: "nowhere" };
  server = await startServer({ ...options, writable: true });
  readOnly = await startServer(options);
});
afterAll(async () => {
  await server.close();
  await readOnly.close();
});

const store = (name: string) => `${server.url}graph-store?graph=${encodeURIComponent(name)}`;
const turtle = { "content-type": "text/turtle" };
const send = (method: string, to: string, body: string, headers: Record<string, string> = turtle) =>
  fetch(to, { method, body, headers });
const update = (sparql: string, parameters = "") =>
  send("POST", `${server.url}sparql${parameters}`, sparql, { "content-type": "application/sparql-update" });
const ask = async (sparql: string, parameters = "") => {
  const reply = await fetch(`${server.url}sparql?query=${encodeURIComponent(sparql)}${parameters}`, {
    headers: { accept: "text/csv" },
  });
  return (await reply.text()).trim().split("\r\n").slice(1);
};
const ownWords = (subject: string) => graph.find({ subject }).map(({ evidence }) => evidence.quote);

describe("the graph store", () => {
  it("takes a graph, gives it back, adds to it and lets it go", async () => {
    const name = "https://kg.example/own";
    expect((await send("PUT", store(name), "<#a> <#knows> [ <#name> 'Bo' ] .")).status).toBe(201);
    expect((await send("PUT", store(name), "<#a> <#knows> [ <#name> 'Bo' ] .")).status).toBe(204);
    expect((await send("POST", store(name), "_:b <#name> 'Cy' .")).status).toBe(204);
    const reply = await fetch(store(name), { headers: { accept: "application/n-triples" } });
    expect((await reply.text()).match(/_:\S+ <https:\/\/kg\.example\/own#name> "(?:Bo|Cy)"/g)).toHaveLength(
      2,
    );
    expect((await fetch(store(name), { method: "HEAD" })).status).toBe(200);
    expect((await fetch(store(name), { method: "DELETE" })).status).toBe(204);
    expect((await fetch(store(name), { method: "DELETE" })).status).toBe(404);
    expect((await fetch(store(name))).status).toBe(404);
  });

  it("knows a graph by its own address, and names one that comes without a name", async () => {
    const address = `${server.url}graph-store/people`;
    expect((await send("PUT", address, "<> <#has> 1 .")).status).toBe(201);
    expect(await (await fetch(address)).text()).toContain(`<${address}> <${address}#has> 1`);
    const made = await send("POST", `${server.url}graph-store`, "<a:a> <a:b> <a:c> .");
    expect(made.status).toBe(201);
    expect(await (await fetch(made.headers.get("location") ?? "")).text()).toContain("<a:a> <a:b> <a:c>");
  });

  it("gives an article's graph, and removes the article with it, but lets nobody write into it", async () => {
    expect(await (await fetch(store(article))).text()).toContain("news:Fact");
    const refused = await send("PUT", store(article), "<a:a> <a:b> <a:c> .");
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining("graph of an article"),
    ]);
  });

  it("reads every format, and says what is wrong", async () => {
    const name = store("https://kg.example/formats");
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="a:"><rdf:Description rdf:about="a:x"><a:p>y</a:p></rdf:Description></rdf:RDF>`;
    for (const [type, body] of [
      ["application/rdf+xml", xml],
      ["application/ld+json", '{"@id":"a:x","a:p":"y"}'],
      ["application/trig", "<a:g> { <a:x> <a:p> 'y' }"],
      ["application/n-triples", '<a:x> <a:p> "y" .'],
    ] as const) {
      expect((await send("PUT", name, body, { "content-type": type })).status).toBeLessThan(300);
      expect(await ask('SELECT ?s { GRAPH <https://kg.example/formats> { ?s ?p "y" } }')).toEqual(["a:x"]);
    }
    const form = new FormData();
    form.append("file", new Blob(["<a:z> <a:p> 'z' ."], { type: "text/turtle" }), "z.ttl");
    expect((await fetch(name, { method: "POST", body: form })).status).toBe(204);
    expect((await send("PUT", name, "<a:x> nonsense")).status).toBe(400);
    expect((await send("PUT", name, "x", { "content-type": "text/plain" })).status).toBe(415);
    expect((await send("PUT", `${server.url}graph-store?graph=a&default`, "")).status).toBe(400);
  });

  it("is read-only unless it is writable, and writable by its own pages only", async () => {
    const path = "graph-store?graph=a:a";
    expect((await send("PUT", `${readOnly.url}${path}`, "")).status).toBe(405);
    expect((await send("POST", `${readOnly.url}${path}`, "")).status).toBe(403);
    const foreign = { ...turtle, origin: "https://evil.example" };
    expect((await send("PUT", `${server.url}${path}`, "", foreign)).status).toBe(403);
  });
});

describe("what is imported", () => {
  it("is found, asked and listed like the rest, with its line as its words, until it is removed", async () => {
    const own =
      "<https://w3id.org/dateline/data/entity/Mark_Rutte> news:partOf <a:club> ; skos:altLabel 'the chair' . <a:club> rdfs:label 'The Club' .";
    const prefixes = `PREFIX news: <https://w3id.org/dateline/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> `;
    await send("PUT", store("https://kg.example/clubs"), prefixes + own);
    expect(ownWords("the chair")).toContain("ent:Mark_Rutte news:partOf <a:club> .");
    const [fact] = graph.find({ subject: "Mark Rutte", relation: "partOf" });
    expect(fact).toMatchObject({ object: "The Club", factuality: "certain", asserted: true });
    const text = graph.article(fact?.article.id ?? "")?.text ?? "";
    expect(text.slice(fact?.spans.object?.start, fact?.spans.object?.end)).toBe("<a:club>");
    expect(await ask("SELECT ?o { ent:Mark_Rutte news:partOf ?o }")).toEqual(["a:club"]);
    expect(graph.articles().at(-1)).toMatchObject({ imported: true });
    await graph.remove("https://kg.example/clubs");
    expect(ownWords("the chair")).toEqual([]);
    expect(await ask("SELECT ?o { ent:Mark_Rutte news:partOf ?o }")).toEqual([]);
  });
});

describe("SPARQL update", () => {
  it("changes graphs of the user's own, and the default graph beside what follows from articles", async () => {
    expect(
      (await update("INSERT DATA { ent:Mark_Rutte <a:likes> 042 . GRAPH <a:g> { <a:x> <a:y> 'é' } }")).status,
    ).toBe(204);
    expect(await ask("SELECT ?o { ent:Mark_Rutte <a:likes> ?o }")).toEqual(["42"]);
    expect((await update("DELETE WHERE { ?s <a:likes> ?o } ; DROP GRAPH <a:g>")).status).toBe(204);
    expect(await ask("SELECT ?o { ?s <a:likes>|<a:y> ?o }")).toEqual([]);
  });

  it.each([
    ["DELETE WHERE { ?s news:met ?o }", "follows from articles"],
    [`INSERT DATA { GRAPH <${article}> { <a:a> <a:b> <a:c> } }`, "graph of an article"],
    ["CLEAR ALL", "graph of an article"],
    ["INSERT DATA { GRAPH <a:g> { SERVICE <a:s> {} } }", "SERVICE is refused"],
  ])("refuses %s", async (sparql, reason) => {
    const before = await ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    const reply = await update(sparql);
    expect([reply.status, await reply.text()]).toEqual([403, expect.stringContaining(reason)]);
    expect(await ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).toEqual(before);
  });

  it("reads the graphs that FROM names, unless the request names others", async () => {
    await update("INSERT DATA { GRAPH <a:g1> { <a:x> <a:y> 1 } GRAPH <a:g2> { <a:x> <a:y> 2 } }");
    expect(await ask("SELECT ?o FROM <a:g1> { ?s ?p ?o }")).toEqual(["1"]);
    expect(await ask("SELECT ?o FROM NAMED <a:g2> { GRAPH ?g { ?s ?p ?o } }")).toEqual(["2"]);
    expect(await ask("SELECT ?o FROM NAMED <a:g2> { ?s ?p ?o }")).toEqual([]);
    expect(await ask("SELECT ?o FROM <a:g1> { ?s ?p ?o }", "&default-graph-uri=a%3Ag2")).toEqual(["2"]);
    await update("DROP GRAPH <a:g1> ; DROP GRAPH <a:g2>");
  });

  it("resolves relative IRIs against the endpoint, and takes no other method", async () => {
    const body = "CONSTRUCT { <s> <#p> 1 } WHERE {}";
    const accept = { accept: "application/n-triples", "content-type": "application/sparql-query" };
    const reply = await send("POST", `${server.url}sparql`, body, accept);
    expect(await reply.text()).toContain(`<${server.url}s> <${server.url}sparql#p>`);
    expect((await send("PUT", `${server.url}sparql?query=ASK%20%7B%7D`, "")).status).toBe(405);
  });

  it("reads the graphs that the request names", async () => {
    await update("INSERT DATA { GRAPH <a:from> { <a:x> <a:y> <a:z> } }");
    await update("INSERT { GRAPH <a:to> { ?s ?p ?o } } WHERE { ?s ?p ?o }", "?using-graph-uri=a%3Afrom");
    expect(await ask("SELECT ?o { GRAPH <a:to> { ?s ?p ?o } }")).toEqual(["a:z"]);
    expect(await ask("SELECT ?o { ?s ?p ?o }", "&default-graph-uri=a%3Ato")).toEqual(["a:z"]);
    const twice = await update("WITH <a:to> DELETE {} WHERE { ?s ?p ?o }", "?using-graph-uri=a%3Afrom");
    expect(twice.status).toBe(400);
  });
});
