import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGraph } from "../../src/library/open-graph.ts";
import type { Graph } from "../../src/query/graph.ts";
import { parseQuads } from "../../src/rdf/parse.ts";
import { inventedArticle } from "./news-corpus.ts";

/*
 * Kills a process (SIGKILL) at random moments while it builds, imports, decides, replaces and removes. After each: the graph
 * opens, holds exactly the articles that it tells of with their words, and doing the work again gives the bytes of a run that
 * was never killed.
 *   npx tsx bench/store/kill.ts [kills] [seed]
 */

const PEOPLE = 60;
const OWN = "https://kg.example/own";

/** Each step can be done again after any part of it was done. */
async function work(folder: string): Promise<void> {
  const graph = await openGraph(folder, { access: "create" });
  if (process.argv[2] === "child") process.stdout.write("open\n");
  const add = (index: number, location: string) => graph.add(inventedArticle(index, PEOPLE), { location });
  for (let index = 0; index < 4; index++) await add(index, `article-${index}`);
  const own = parseQuads("<a:x> <a:knows> [ <a:name> 'Bo' ] , <a:y> .", "turtle");
  await graph.importGraph(OWN, own, { location: "own.ttl" });
  if (graph.identity.log().length === 0) {
    const [left = "", right = ""] = graph
      .entities()
      .flatMap(({ iri, type }) => (type === "Person" ? [iri] : []));
    await graph.identity.decide({ verdict: "same", left, right, by: "kill", at: "2025-01-01T00:00:00Z" });
  }
  await graph.remove("article-1");
  await add(9, "article-2");
  await graph.importGraph(OWN, own.slice(0, 1), { location: "own.ttl" });
  await add(1, "article-1");
  await graph.remove("article-3");
  await add(3, "article-3");
  await graph.close();
}

/** All bytes that are the truth, as one hash. */
function bytesOf(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("/.cache/"))
    .sort();
  for (const file of files) hash.update(`${file.slice(folder.length)}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function check(graph: Graph): string | undefined {
  for (const { id, facts, imported } of graph.articles()) {
    const text = graph.article(id)?.text ?? "";
    const found = graph.find({ article: id });
    if (imported !== true && found.length !== facts)
      return `article ${id} tells of ${facts} facts and has ${found.length}`;
    for (const { evidence } of found)
      if (text.slice(evidence.start, evidence.end) !== evidence.quote) return `article ${id} lost its words`;
  }
  return undefined;
}

/** Starts the work in a process of its own; with `killAfter`, kills it so many milliseconds after the graph is open. */
function runChild(
  folder: string,
  killAfter?: number,
): Promise<{ readonly ms: number; readonly killed: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", import.meta.filename, "child", folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let start = 0;
    child.stdout.once("data", () => {
      start = performance.now();
      if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code !== 0 && signal !== "SIGKILL") reject(new Error(`the child ended with ${code}`));
      else resolve({ ms: performance.now() - start, killed: signal === "SIGKILL" });
    });
  });
}

if (process.argv[2] === "child") {
  await work(process.argv[3] ?? "");
} else {
  const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
  const root = mkdtempSync(join(tmpdir(), "dateline-kill-"));
  const whole = join(root, "whole");
  const { ms } = await runChild(whole);
  const expected = bytesOf(whole);
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const failures: string[] = [];
  /** How long the work takes from nothing, and where it was done before: the shortest seen. */
  const lengths = [ms, ms];
  let midway = 0;
  for (let count = 1; midway < kills; count++) {
    const folder = join(root, `run-${count}`);
    // Half of them start from a graph that has been through it once.
    if (count % 2 === 0) cpSync(whole, folder, { recursive: true });
    const at = random() * (lengths[count % 2] ?? ms);
    const run = await runChild(folder, at);
    if (run.killed) midway++;
    else lengths[count % 2] = Math.min(lengths[count % 2] ?? ms, run.ms);
    try {
      let fault: string | undefined;
      // Killed before the first file stood, there is no graph yet.
      if (readdirSync(folder).includes("manifest.json")) {
        const graph = await openGraph(folder);
        fault = check(graph);
        await graph.close();
      }
      await work(folder);
      if (bytesOf(folder) !== expected) fault ??= "other bytes than without a kill";
      if (fault !== undefined) failures.push(`kill ${count} after ${at.toFixed(1)} ms: ${fault}`);
    } catch (error) {
      failures.push(
        `kill ${count} after ${at.toFixed(1)} ms: ${error instanceof Error ? error.message : error}`,
      );
    }
    rmSync(folder, { recursive: true, force: true });
    if (run.killed && midway % 20 === 0) console.log(`${midway} kills, ${failures.length} failures`);
  }
  for (const failure of failures) console.log(failure);
  console.log(`${kills - failures.length}/${kills} survived`);
  rmSync(root, { recursive: true, force: true });
  process.exitCode = failures.length === 0 ? 0 : 1;
}
