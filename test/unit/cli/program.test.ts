import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import {
  MAX_ARTICLE_BYTES,
  MAX_JSON_LINES_BYTES,
  MAX_LINE_LENGTH,
  MAX_TEXT_LENGTH,
} from "../../../src/ingest/limits.ts";
import { FakeWorld } from "./fake-world.ts";

function world(files: Readonly<Record<string, string | Uint8Array>> = {}): FakeWorld {
  const made = new FakeWorld();
  for (const [path, content] of Object.entries(files)) made.files.set(path, content);
  return made;
}

const ONE_LINE = /^dateline: [^\n]+\n$/;

describe("bad command lines", () => {
  it.each([
    [["find", "--subjekt", "Anna"], "unknown option '--subjekt' (Did you mean --subject?)"],
    [["zzz"], "unknown command 'zzz'; dateline --help lists them"],
    [["find", "Anna"], 'try dateline find --subject "Anna"'],
    [["query", "SELECT * {}", "--format", "turtle"], "choose one of table, json, csv, tsv, xml"],
    [
      ["query", "DESCRIBE <urn:a>", "--json"],
      "DESCRIBE cannot be answered as json; choose one of table, turtle",
    ],
    [["fnd"], "unknown command 'fnd' (Did you mean find?)"],
    [["build"], "missing required argument 'input'"],
    [["extract", "a.txt", "--format", "xml"], "Allowed choices are jsonl, tsv, table."],
    [["find", "--factuality", "sure"], "Allowed choices are certain, probable"],
    [["find", "--since", "yesterday"], "It must be a date such as 2025-08-22"],
    [["find", "--since", "2025-09", "--until", "2025-08"], "--since 2025-09 is after --until 2025-08"],
    [["find", "--limit", "0"], "It must be a whole number from 1."],
    [["find", "--json", "--format", "csv"], "--json means --format jsonl"],
    [["view", "--port", "99999"], "It must be a whole number from 0 to 65535."],
    [["extract", "a.txt", "--published", "soon"], '"soon" is not a date; write it as 2025-08-22'],
    [["build", "a.txt", "b.txt", "--title", "T"], "--title is for one article, but there are 2 inputs"],
    [["build", "a.txt", "--url", "javascript:alert(1)"], "is not an http or https URL"],
    [["query", " "], "the query is empty"],
    [["extract", "https://post.example/a", "--lines"], '--lines reads a file or "-", not a URL'],
  ])("%j ends with 64 and one line that says what to do", async (args, message) => {
    const run = await world({ "a.txt": "Anna met Bo.", "b.txt": "Bo met Anna." }).run(...args);
    expect(run.code).toBe(64);
    expect(run.stdout).toBe("");
    expect(run.stderr).toMatch(ONE_LINE);
    expect(run.stderr).toContain(message);
  });

  it("without a command prints help and ends with 64", async () => {
    const run = await world().run();
    expect(run.code).toBe(64);
    expect(run.stderr).toContain("Usage: dateline");
  });
});

describe("help", () => {
  const commands = [
    "build",
    "extract",
    "annotate",
    "find",
    "query",
    "export",
    "push",
    "view",
    "serve",
    "articles",
    "remove",
    "stats",
    "validate",
  ];

  it.each(commands)("of %s says what it does, with an example", async (command) => {
    const run = await world().run(command, "--help");
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(new RegExp(`Examples?:\\n {2}\\$ dateline ${command}|echo`));
    expect(run.stdout).toContain("--kg <dir>");
  });

  it("of build names the limits that inputs are held to", async () => {
    const { stdout } = await world().run("build", "--help");
    const written = (limit: number) => limit.toLocaleString("en-US");
    expect(stdout).toContain(`${written(MAX_TEXT_LENGTH)} characters an article`);
    expect(stdout).toContain(`${written(MAX_LINE_LENGTH)} a line or paragraph`);
    expect(stdout).toContain(`${MAX_ARTICLE_BYTES / 1e6} MB an article file`);
    expect(stdout).toContain(`${MAX_JSON_LINES_BYTES / 1e6} MB a .jsonl file`);
  });

  it("prints the version", async () => {
    expect(await world().run("--version")).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });
});

describe("build", () => {
  it("reads articles into the graph and reports honestly", async () => {
    const it = world({ "a.txt": "Anna met Bo. Bo phoned nobody. Bo phoned Anna." });
    const run = await it.run("build", "a.txt", "--outlet", "Post");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(it.graph.articles()).toMatchObject([{ location: "a.txt", outlet: "Post", facts: 3 }]);
    expect(run.stdout).toContain("Read 1 article into kg: 1 added, 0 unchanged.");
    expect(run.stdout).toMatch(/facts kept +3 \(2, or 67 %, with a relation made from the words/);
    expect(run.stdout).toMatch(/facts refused +1\n +1 {2}an argument refers to nothing/);
    expect(it.graph.closed).toBe(1);
  });

  it("adds nothing for an article that it has read", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    await it.run("build", "a.txt");
    expect((await it.run("build", "a.txt")).stdout).toContain("0 added, 1 unchanged");
    it.files.set("a.txt", "Anna met Cy.");
    expect((await it.run("build", "a.txt")).stdout).toContain("0 added, 1 replaced, 0 unchanged");
  });

  it("passes over what it cannot read, names it, and ends with 65", async () => {
    const it = world({
      "empty.txt": "",
      "photo.txt": Uint8Array.from([0, 1, 2]),
      "latin.txt": Uint8Array.from([0x41, 0xe9, 0x20]),
      "good.txt": "Anna met Bo.",
    });
    const run = await it.run("build", "empty.txt", "photo.txt", "latin.txt", "gone.txt", "good.txt");
    expect(run.code).toBe(65);
    expect(run.stderr.split("\n")).toEqual([
      "dateline: empty.txt: the file is empty",
      expect.stringMatching(/^dateline: photo\.txt: not a text file: NUL byte at 0/),
      expect.stringMatching(/^dateline: latin\.txt: wrong encoding: byte 1 is not valid UTF-8/),
      "dateline: gone.txt: no such file or folder",
      "",
    ]);
    expect(run.stdout).toContain("Read 1 article into kg: 1 added, 0 unchanged, 4 refused.");
    expect(it.graph.articles()).toHaveLength(1);
  });

  it("has nothing to count where nothing was read", async () => {
    const { stdout } = await world().run("build", "gone.txt");
    expect(stdout).toMatch(/^Read 0 articles into kg: 0 added, 0 unchanged, 1 refused\.\n +seconds/);
  });

  it("counts articles whose date of publication could not be read, and extract names it", async () => {
    const it = world({ "a.md": "---\ndate: someday\n---\nAnna met Bo." });
    expect((await it.run("build", "a.md")).stdout).toContain(
      "1  articles whose date of publication could not be read",
    );
    expect((await it.run("extract", "a.md")).stderr).toContain('a.md: published: "someday" is not a date');
    expect((await it.run("extract", "a.md", "--published", "2025-08-22")).stderr).toBe("");
  });

  it("ends with 66 where all that was wrong is missing files", async () => {
    expect((await world().run("build", "gone.txt")).code).toBe(66);
  });

  it("goes on after a fault of the extractor, and ends with 70", async () => {
    const it = world({ "a.txt": "This will crash the extractor.", "b.txt": "Anna met Bo." });
    const run = await it.run("build", "a.txt", "b.txt");
    expect(run.code).toBe(70);
    expect(run.stderr).toBe("dateline: a.txt: the extractor failed on it: cannot read 'head' of undefined\n");
    expect(it.graph.articles()).toHaveLength(1);
  });

  it("prints the report as JSON, or not at all", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    const report = JSON.parse((await it.run("build", "a.txt", "--json")).stdout);
    expect(report).toMatchObject({
      articles: { read: 1, added: 1, replaced: 0, unchanged: 0, undated: 1, refused: 0 },
      facts: { kept: 1, minted: 0, refused: 0 },
      diagnostics: {},
      examples: {},
      refused: [],
      interrupted: false,
    });
    expect((await it.run("build", "a.txt", "--quiet")).stdout).toBe("");
  });

  it("ends with 130 when interrupted, with a graph that is closed", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    it.interrupt.abort();
    const run = await it.run("build", "a.txt");
    expect(run.code).toBe(130);
    expect(run.stdout).toMatch(/^Stopped\. Read 0 articles/);
    expect(it.graph.closed).toBe(1);
  });

  it("draws progress on a terminal only, and wipes it away", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    it.width = 80;
    const { stderr } = await it.run("build", "a.txt");
    expect(stderr).toContain("0/1  1 article, 1 fact");
    expect(stderr.endsWith("\r\u001b[2K")).toBe(true);
  });

  it("takes texts from standard input for different articles", async () => {
    const it = world();
    it.standardInput = "Anna met Bo.";
    await it.run("build", "-");
    it.standardInput = "Cy met Di.";
    await it.run("build", "-");
    expect(it.graph.articles()).toHaveLength(2);
  });
});

describe("extract", () => {
  it("prints JSON lines with the fields in their published order", async () => {
    const run = await world({ "a.txt": "Anna met Bo." }).run("extract", "a.txt", "--published", "2025-08-22");
    expect(run.code).toBe(0);
    const fact = JSON.parse(run.stdout);
    expect(Object.keys(fact)).toEqual(
      (
        "id subject relation object subjectId objectId speaker speakerChain factuality temporality date statementDate " +
        "quantity confidence reasons plover asserted evidence spans surface article"
      ).split(" "),
    );
    expect(fact).toMatchObject({
      subject: "Anna",
      evidence: { start: 0, end: 11, quote: "Anna met Bo" },
      spans: { subject: { start: 0, end: 4 }, object: { start: 9, end: 11 } },
      article: { published: "2025-08-22", url: null },
    });
  });

  it("prints open triples with the sentence they stand in", async () => {
    const run = await world({ "a.txt": "It rained.\nLater Anna met Bo." }).run(
      "extract",
      "a.txt",
      "--format",
      "tsv",
    );
    expect(run.stdout).toBe("Later Anna met Bo.\t0.9\tAnna\tmet\tBo\n");
  });

  it("reads every line on its own with --lines, and leaves the line as it is", async () => {
    const it = world({ "s.txt": "Anna  met nobody ; Bo met Cy .\r\n\n é Cy met Di .\nlast Di met Ed" });
    expect((await it.run("extract", "s.txt", "--lines", "--format", "tsv")).stdout.split("\n")).toEqual([
      "Anna  met nobody ; Bo met Cy .\t0.9\tBo\tmet\tCy",
      " é Cy met Di .\t0.9\tCy\tmet\tDi",
      "last Di met Ed\t0.9\tDi\tmet\tEd",
      "",
    ]);
  });

  it("gives the number of the line, and offsets within it", async () => {
    const it = world({ "s.txt": "It rained.\n\n  Anna met Bo.\n" });
    const fact = JSON.parse((await it.run("extract", "s.txt", "--lines")).stdout);
    expect(fact).toMatchObject({ line: 3, evidence: { start: 2, end: 13, quote: "Anna met Bo" } });
  });

  it("names a line that is not UTF-8, reads the others, and ends with 65", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Anna met Bo\n"),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from("Bo met Cy\n"),
    ]);
    const run = await world({ "s.txt": bytes }).run("extract", "s.txt", "--lines", "--json");
    expect(run.code).toBe(65);
    expect(run.stderr).toBe("dateline: s.txt:2: wrong encoding: the line is not valid UTF-8\n");
    expect(
      run.stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).line),
    ).toEqual([1, 3]);
  });

  it("goes on after a line that the extractor fails on, and ends with 70", async () => {
    const run = await world({ "s.txt": "crash the extractor\nBo met Cy" }).run("extract", "s.txt", "--lines");
    expect(run.code).toBe(70);
    expect(run.stderr).toBe(
      "dateline: s.txt:1: the extractor failed on it: cannot read 'head' of undefined\n",
    );
    expect(JSON.parse(run.stdout).line).toBe(2);
  });

  it("prints a table on a terminal, cut to its width", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    it.width = 60;
    const { stdout } = await it.run("extract", "a.txt");
    expect(stdout).toContain("\u001b[1msubject");
    expect(stdout).toMatch(/Anna +met +Bo +certain +\(article\) +Anna met…\n/);
    it.environment = { NO_COLOR: "1" };
    expect((await it.run("extract", "a.txt")).stdout).not.toContain("\u001b[");
  });

  it("does not say that no facts were found where nothing was read", async () => {
    const run = await world({ "empty.txt": "" }).run("extract", "empty.txt", "--format", "table");
    expect(run.stdout).toBe("");
  });

  it("does not say so either where no line could be read", async () => {
    const run = await world({ "s.txt": Uint8Array.from([0xe9, 0x0a]) }).run(
      ...["extract", "s.txt", "--lines", "--format", "table"],
    );
    expect(run).toMatchObject({ code: 65, stdout: "" });
  });

  it("counts articles whose outlet nobody knows", async () => {
    const it = world({ "a.txt": "Anna met Bo." });
    await it.run("build", "a.txt");
    const run = await it.run("stats");
    expect(run.stdout).toMatch(/By outlet\n +1 {2}\(no outlet known\)/);
  });

  it.each([
    ["gone.txt", 66],
    ["empty.txt", 65],
  ])("ends for %s with %d and one line", async (path, code) => {
    const run = await world({ "empty.txt": "" }).run("extract", path);
    expect(run).toMatchObject({ code, stdout: "" });
    expect(run.stderr).toMatch(ONE_LINE);
  });
});

describe("find", () => {
  async function filled(): Promise<FakeWorld> {
    const it = world({ "a.txt": 'Anna met Bo. Cy met "Di" and more.' });
    await it.run("build", "a.txt");
    return it;
  }

  it("prints a table, JSON lines, TSV or CSV", async () => {
    const it = await filled();
    expect((await it.run("find", "--subject", "Anna")).stdout).toMatch(/^subject .*\nAnna +met +Bo +certain/);
    expect(JSON.parse((await it.run("find", "--subject", "Anna", "--json")).stdout)).toMatchObject({
      object: "Bo",
    });
    expect((await it.run("find", "--subject", "Anna", "--format", "tsv")).stdout).toMatch(
      /^subject\trelation\tobject\tspeaker\tfactuality.*\nAnna\tmet\tBo\t\tcertain/,
    );
    expect((await it.run("find", "--subject", "Anna", "--format", "csv")).stdout).toMatch(
      /\nAnna,met,Bo,,certain,/,
    );
  });

  it("leaves the node's IRIs, which are not of the interface, out of JSON lines", async () => {
    const it = await filled();
    expect((await it.run("find", "--json")).stdout).not.toContain("subjectNode");
  });

  it("says on stderr that nothing meets the conditions, and ends with 0", async () => {
    const it = await filled();
    const run = await it.run("find", "--subject", "Zoe");
    expect(run).toEqual({ code: 0, stdout: "", stderr: "No fact in kg meets these conditions.\n" });
    expect((await it.run("find", "--subject", "Zoe", "--quiet")).stderr).toBe("");
  });

  it("says which things a name found, where it found several", async () => {
    const it = world({ "a.txt": "Anna met Bo. Annabel met Bo." });
    await it.run("build", "a.txt");
    expect((await it.run("find", "--subject", "Ann")).stderr).toBe('"Ann" found Anna, Annabel.\n');
    expect((await it.run("find", "--subject", "Annabel")).stderr).toBe("");
  });

  it("explains itself in SPARQL", async () => {
    const it = await filled();
    const run = await it.run("find", "--subject", "Anna", "--asserted", "--limit", "3", "--explain");
    expect(run.stdout).toBe('SELECT * # {"subject":"Anna","asserted":true,"limit":3}\n');
  });

  it("ends with 66 where there is no graph", async () => {
    const it = world();
    it.graphExists = false;
    expect(await it.run("find", "--kg", "none")).toEqual({
      code: 66,
      stdout: "",
      stderr: "dateline: none: no graph here\n",
    });
  });
});

describe("query", () => {
  it("reads the query from the argument, a file or standard input", async () => {
    const it = world({ "a.rq": "ASK { ?s ?p ?o }", bare: "ASK { ?a ?b ?c }" });
    it.standardInput = "ASK {}";
    expect((await it.run("query", "ASK { ?x ?y ?z }", "--format", "json")).stdout).toBe(
      "application/sparql-results+json of ASK { ?x ?y ?z }\n",
    );
    expect((await it.run("query", "a.rq", "--format", "csv")).stdout).toBe("text/csv of ASK { ?s ?p ?o }\n");
    expect((await it.run("query", "bare", "--json")).stdout).toContain("ASK { ?a ?b ?c }");
    expect((await it.run("query", "-")).stdout).toBe("true\n");
  });

  it("ends with 65 for SPARQL that is malformed, and 66 for a file that is missing", async () => {
    const it = world();
    expect(await it.run("query", "SELEKT ?s")).toEqual({
      code: 65,
      stdout: "",
      stderr: "dateline: line 1: SELECT, ASK … expected\n",
    });
    expect((await it.run("query", "gone.rq")).code).toBe(66);
  });

  it("says that there is no answer", async () => {
    expect((await world().run("query", "SELECT ?s {}")).stderr).toBe("The query has no answers.\n");
  });
});

describe("a store elsewhere", () => {
  it("is asked in SPARQL with the known prefixes, counted and built from", async () => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      const body = await text(request);
      asked.push(new URLSearchParams(body).get("query") ?? "");
      const isGraph = request.headers.accept === "application/n-triples";
      response.end(
        isGraph
          ? "<a:x> <a:y> <a:z> ."
          : '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"typed-literal","value":"7"}}]}}',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const store = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
    const query = "SELECT ?n { ?x news:size ?n }";
    expect(await world().run("query", "--store", store, query)).toMatchObject({ code: 0, stdout: "n\n7\n" });
    expect(asked[0]).toBe(`PREFIX news: <https://w3id.org/dateline/ontology#> ${query}`);
    expect((await world().run("stats", "--store", store)).stdout).toContain("         7  of them asserted\n");
    const build = ["--query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "nquads"];
    expect((await world().run("export", "--store", store, ...build)).stdout).toBe("<a:x> <a:y> <a:z> .\n");
    expect((await world().run("export", "--store", store)).code).toBe(64);
    server.close();
  });

  it("is named by an address without credentials", async () => {
    const run = await world().run("push", "https://ana:secret@kg.example/sparql");
    expect(run).toMatchObject({ code: 64, stdout: "" });
    expect(run.stderr).not.toContain("secret");
  });
});

describe("repair", () => {
  it("tells what it found and did, and fails where something is not mended", async () => {
    expect((await world().run("repair", "--check")).code).toBe(65);
    const run = await world().run("repair");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toBe(
      "kg/a.nq: damaged\n  read again\n1 article and 0 imported graphs of kg are whole.\n",
    );
  });
});

describe("export", () => {
  it("writes to stdout, all graphs or the asserted triples alone", async () => {
    const it = world();
    expect((await it.run("export", "--format", "nquads")).stdout).toBe(
      "<urn:o> <urn:p> <urn:o> <urn:s> .\n<urn:s> <urn:p> <urn:o> .\n",
    );
    expect((await it.run("export", "--format", "ntriples", "--only", "asserted")).stdout).toBe(
      "<urn:s> <urn:p> <urn:o> .\n",
    );
  });

  it("writes to a file in the format of its ending", async () => {
    const it = world();
    const run = await it.run("export", "-o", "graph.nq");
    expect(run).toEqual({ code: 0, stdout: "", stderr: "Wrote kg as nquads to graph.nq.\n" });
    expect(it.files.get("graph.nq")).toContain("<urn:s> <urn:p> <urn:o> .");
    expect(await it.run("export", "-o", "graph.xyz")).toMatchObject({ code: 64, stdout: "" });
  });
});

describe("care of the graph", () => {
  async function filled(): Promise<FakeWorld> {
    const it = world({ "a.txt": "Anna met Bo.", "b.txt": "Cy met Di." });
    await it.run("build", "a.txt", "b.txt", "--published", "2025-08-22");
    return it;
  }

  it("prints every table no wider than the screen", async () => {
    const it = world({ "a.txt": `${"Anna met Bo ".repeat(20)}\n\nAnna met Bo.` });
    await it.run("build", "a.txt", "--outlet", "The Very Long Name of a Courier");
    it.width = 60;
    for (const command of ["articles", "find"]) {
      const { stdout } = await it.run(command);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: styles take no room
      const lines = stdout.replace(/\u001b\[\d+m/g, "").split("\n");
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => line.length > 60)).toEqual([]);
    }
  });

  it("lists articles as a table and as JSON lines", async () => {
    const it = await filled();
    expect((await it.run("articles")).stdout).toMatch(
      /^id +published +outlet +words +facts +title\n[0-9a-f]{16} +2025-08-22/,
    );
    const lines = (await it.run("articles", "--json")).stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).location)).toEqual(["a.txt", "b.txt"]);
  });

  it("removes an article, or says that there is none", async () => {
    const it = await filled();
    expect((await it.run("remove", "a.txt")).stdout).toMatch(/^Removed [0-9a-f]{16} from kg\.\n$/);
    expect(await it.run("remove", "a.txt")).toEqual({
      code: 66,
      stdout: "",
      stderr: "dateline: a.txt: no such article in kg; list them with dateline articles\n",
    });
  });

  it("counts", async () => {
    const it = await filled();
    expect((await it.run("stats")).stdout).toContain("2  articles\n");
    expect(JSON.parse((await it.run("stats", "--json")).stdout)).toMatchObject({ articles: 2, quads: 30 });
  });

  it("validates, and ends with 65 where the graph violates a shape", async () => {
    const it = await filled();
    const run = await it.run("validate");
    expect(run.code).toBe(65);
    expect(run.stdout).toBe("violation: a fact without evidence\n  urn:f\nkg has 1 violation.\n");
    await it.run("remove", "a.txt");
    expect(await it.run("validate")).toEqual({ code: 0, stdout: "kg is valid.\n", stderr: "" });
  });

  it("opens no graph to serve a view that is kept, but one to write to", async () => {
    const it = new FakeWorld();
    it.viewIsKept = true;
    it.interrupt.abort();
    expect((await it.run("view", "--no-open")).stdout).toBe("kg is on view at http://127.0.0.1:8600/\n");
    expect(it.graphsOpened).toBe(0);
    await it.run("serve", "--writable");
    expect(it.graphsOpened).toBe(1);
  });

  it("serves until interrupted, and opens a browser only with view", async () => {
    const it = await filled();
    const viewing = it.run("view", "--port", "1234");
    it.interrupt.abort();
    expect((await viewing).stdout).toBe("kg is on view at http://127.0.0.1:1234/\n");
    await it.run("serve", "--port", "1234");
    await it.run("view", "--port", "1234", "--no-open");
    expect(it.opened).toEqual(["http://127.0.0.1:1234/"]);
    expect(it.graph.closed).toBe(4);
  });
});
