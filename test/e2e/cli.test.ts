import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FactRecord } from "../../src/model/fact-record.ts";

const root = resolve(import.meta.dirname, "../..");
const COMMAND = ["--import", import.meta.resolve("tsx"), join(root, "src/cli/main.ts")];
const folder = mkdtempSync(join(tmpdir(), "dateline-cli-"));

beforeAll(() => {
  cpSync(join(root, "test/fixtures/articles"), folder, { recursive: true });
  writeFileSync(join(folder, "bad/long-line.txt"), "The mayor met the governor. ".repeat(180_000));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a process in a folder that holds the fixtures. */
function dateline(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  return { code: status, stdout, stderr };
}

const toFacts = (stdout: string): FactRecord[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const errorLines = (stderr: string) => stderr.split("\n").filter((line) => line.startsWith("dateline: "));

describe("from articles to answers", () => {
  it("builds a graph from a folder of all formats and reports what it did", () => {
    const run = dateline(["build", "good", "--kg", "main"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(
      /^Read 6 articles into main: 6 added, 0 unchanged\.\n {2}words +\d+\n {2}sentences +\d+/,
    );
  });

  it("lists the articles with what their pages and front matter say of them", () => {
    const { stdout } = dateline(["articles", "--kg", "main", "--json"]);
    const articles = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(articles.map(({ location, outlet, published }) => [location, outlet, published])).toEqual(
      expect.arrayContaining([
        ["good/storm.html", "Northern Courier", "2025-01-14T07:30:00+01:00"],
        ["good/pier-vote.md", "Harbour Post", "2025-03-05"],
        ["good/briefs.jsonl#b1", "Harbour Post", "2025-03-10"],
        ["good/ferry-returns.txt", undefined, undefined],
      ]),
    );
  });

  const FIND = ["find", "--kg", "main", "--subject", "bo ekman", "--relation", "visited"];

  it("finds a fact by its names, with its words", () => {
    const { code, stdout } = dateline([...FIND, "--json"]);
    expect(code).toBe(0);
    const [fact] = toFacts(stdout);
    expect(fact).toMatchObject({ subject: "Bo Ekman", object: "Marstrand", factuality: "certain" });
    expect(fact?.evidence.quote).toContain("Bo Ekman visited Marstrand");
  });

  it("answers the SPARQL that a find amounts to", () => {
    const explained = dateline([...FIND, "--explain"]);
    const answer = dateline(["query", "-", "--kg", "main", "--format", "csv"], explained.stdout);
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.stdout.trim().split("\n")).toHaveLength(2);
  });

  it("holds the graph to be valid", () => {
    expect(dateline(["validate", "--kg", "main"])).toMatchObject({ code: 0, stdout: "main is valid.\n" });
  });

  it("adds nothing on a second reading, and writes the same bytes from scratch", () => {
    expect(dateline(["build", "good", "--kg", "main"]).stdout).toContain("0 added, 6 unchanged");
    dateline(["build", "good", "--kg", "again"]);
    const [first, second] = ["main", "again"].map(
      (kg) => dateline(["export", "--format", "nquads", "--kg", kg]).stdout,
    );
    expect(first?.length).toBeGreaterThan(1000);
    expect(second).toBe(first);
  });

  it("removes an article with exactly what it supported", () => {
    dateline(["build", "good", "--kg", "less"]);
    expect(dateline(["remove", "Storm damages two harbours", "--kg", "less"]).code).toBe(0);
    const rest = readdirSync(join(folder, "good")).filter((name) => name !== "storm.html");
    dateline(["build", ...rest.map((name) => `good/${name}`), "--kg", "never"]);
    const [less, never] = ["less", "never"].map(
      (kg) => dateline(["export", "--format", "nquads", "--kg", kg]).stdout,
    );
    expect(less).toBe(never);
  });
});

describe("bad input", () => {
  it("is named file by file, the rest of the batch is read, and nothing stored is harmed", () => {
    dateline(["build", "good/storm.html", "--kg", "bad-batch"]);
    const run = dateline(["build", "bad", "missing.txt", "good/ferry-returns.txt", "--kg", "bad-batch"]);
    expect(run.code).toBe(65);
    expect(errorLines(run.stderr)).toEqual([
      expect.stringContaining("bad/app.html: the page holds no article text"),
      expect.stringContaining("bad/binary.txt: not a text file"),
      expect.stringContaining("bad/empty.txt: the file is empty"),
      expect.stringContaining("bad/latin1.txt: wrong encoding: byte 31"),
      expect.stringContaining("bad/long-line.txt: line 1 has 5039999 characters"),
      expect.stringContaining("bad/mixed.jsonl:2: the line is not valid JSON"),
      expect.stringContaining('bad/mixed.jsonl:3: the line has no "text"'),
      expect.stringContaining("missing.txt: no such file or folder"),
    ]);
    expect(run.stdout).toContain("Read 2 articles into bad-batch: 2 added, 0 unchanged, 8 refused.");
    expect(dateline(["articles", "--kg", "bad-batch", "--json"]).stdout.trim().split("\n")).toHaveLength(3);
    expect(dateline(["validate", "--kg", "bad-batch"]).code).toBe(0);
  });

  it("leaves no graph behind where nothing could be read", () => {
    const run = dateline(["build", "bad/empty.txt", "--kg", "nothing"]);
    expect(run.code).toBe(65);
    expect(dateline(["find", "--kg", "nothing"]).code).toBe(existsSync(join(folder, "nothing")) ? 0 : 66);
  });

  it.each([
    [
      ["find", "--kg", "main", "--subjekt", "Holm"],
      64,
      "unknown option '--subjekt' (Did you mean --subject?)",
    ],
    [["query", "SELECT ?s WHERE { ?s ?p", "--kg", "main"], 65, "dateline: "],
    [["find", "--kg", "nowhere"], 66, "nowhere: no graph here"],
    [["extract", "missing.txt"], 66, "missing.txt: no such file or folder"],
    [["remove", "no such article", "--kg", "main"], 66, "no such article in main"],
    [["build", "http://127.0.0.1:1/", "--kg", "other"], 65, "127.0.0.1 is not a public address"],
    [["build", "good/ferry-returns.txt", "--published", "tomorrow"], 64, '"tomorrow" is not a date'],
  ])("%j ends with %d and one line", (args, code, message) => {
    const run = dateline(args);
    expect(run.code).toBe(code);
    expect(run.stderr).toMatch(/^dateline: [^\n]+\n$/);
    expect(run.stderr).toContain(message);
  });
});

describe("texts in pipes", () => {
  it("reads each of many lines on its own, in order, as they come", () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0
        ? `President Anna Lind met Carl Berg in Oslo on day ${index} .`
        : `It rained  ${index} .`,
    );
    const { code, stdout } = dateline(
      ["extract", "-", "--lines", "--format", "tsv"],
      `${lines.join("\n")}\n`,
    );
    expect(code).toBe(0);
    const sentences = new Set(stdout.split("\n").map((line) => line.split("\t")[0] ?? ""));
    sentences.delete("");
    expect([...sentences].every((sentence) => lines.includes(sentence))).toBe(true);
    expect(lines.filter((_, index) => index % 3 === 0 && !sentences.has(lines[index] ?? ""))).toEqual([]);
  });

  it("gives the line of each fact, with offsets within it", () => {
    const lines = ["", "  Anna Lind met Carl Berg.", "President Anna Lind visited Oslo."];
    const { stdout } = dateline(["extract", "-", "--lines", "--format", "jsonl"], lines.join("\n"));
    const facts = toFacts(stdout);
    expect(new Set(facts.map(({ line }) => line))).toEqual(new Set([2, 3]));
    for (const { line, evidence, spans, surface } of facts) {
      const text = lines[(line ?? 0) - 1] ?? "";
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      if (spans.subject !== null)
        expect(text.slice(spans.subject.start, spans.subject.end)).toBe(surface.subject);
    }
  });

  it("prints trees as CoNLL-U", () => {
    const { code, stdout } = dateline(["annotate", "-"], "Anna Lind didn't meet Carl Berg.");
    expect(code).toBe(0);
    const ids = stdout
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split("\t")[0]);
    expect(ids).toEqual(["1", "2", "3-4", "3", "4", "5", "6", "7", "8"]);
    expect(stdout).toContain("# text = Anna Lind didn't meet Carl Berg.\n");
  });

  it("ends quietly when its reader has seen enough", async () => {
    const child = spawn(process.execPath, [...COMMAND, "extract", "-", "--lines"], { cwd: folder });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdin.on("error", () => {});
    child.stdin.end("Anna Lind met Carl Berg.\n".repeat(3000));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("an interrupted build", () => {
  it("stops after the article at hand, says so, and leaves a graph that the next build completes", async () => {
    const records = Array.from({ length: 400 }, (_, index) =>
      JSON.stringify({
        id: `r${index}`,
        text: `Minister Anna Lind met Governor Carl Berg in Oslo. Item ${index}.`,
      }),
    );
    writeFileSync(join(folder, "many.jsonl"), records.join("\n"));
    const child = spawn(process.execPath, [...COMMAND, "build", "many.jsonl", "--kg", "cut"], {
      cwd: folder,
    });
    const articles = join(folder, "cut/articles");
    const poll = setInterval(() => {
      if (existsSync(articles) && readdirSync(articles).length > 3) {
        clearInterval(poll);
        child.kill("SIGINT");
      }
    }, 20);
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    const code = await new Promise((done) => child.on("close", done));
    clearInterval(poll);
    expect(code).toBe(130);
    expect(stdout).toMatch(/^Stopped\. Read \d+ articles into cut/);
    const kept = Number(/Read (\d+)/.exec(stdout)?.[1]);
    expect(dateline(["validate", "--kg", "cut"]).code).toBe(0);
    const second = dateline(["build", "many.jsonl", "--kg", "cut", "--json"]);
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(second.stdout).articles).toMatchObject({ unchanged: kept, added: 400 - kept });
  });
});
