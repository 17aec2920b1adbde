import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { openGraph } from "../../src/library/open-graph.ts";
import { startServer } from "../../src/server/start-server.ts";

/*
 * Eight clients ask a server in turn, mixed queries; first alone, then with a ninth whose queries no engine finishes. The
 * others' median may at most double, nothing may fail but the ninth, and the memory must come back.
 *   npx tsx bench/store/load.ts <folder of a graph> [seconds]
 */

const CLIENTS = 8;
const NEWS =
  "PREFIX news: <https://w3id.org/dateline/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ";
const QUERIES = [
  "SELECT ?b { ?a news:met ?b } LIMIT 50",
  "SELECT ?p (COUNT(*) AS ?n) { ?f rdf:predicate ?p } GROUP BY ?p",
  "SELECT ?f { ?f news:factuality news:Negated } LIMIT 100",
  "ASK { ?a news:visited ?b . ?b news:visited ?c }",
  "CONSTRUCT { ?a news:met ?b } WHERE { ?a news:met ?b } LIMIT 50",
];
const ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) < STR(?i)) }";

const [folder = "", seconds = "60"] = process.argv.slice(2);

if (process.env["SERVE"] !== undefined) {
  const graph = await openGraph(folder, { limits: { seconds: 5, engines: 3 } });
  const server = await startServer({ graph, port: 0, viewerFolder: "nowhere" });
  process.stdout.write(server.url);
} else {
  const child = spawn(process.execPath, ["--import", "tsx", import.meta.filename, folder], {
    env: { ...process.env, SERVE: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  const megabytes = () =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1000);
  const ask = (sparql: string) =>
    fetch(`${url}sparql`, { method: "POST", body: new URLSearchParams({ query: NEWS + sparql }) });

  const phase = async (ms: number, pathological: boolean) => {
    const end = performance.now() + ms;
    const times: number[] = [];
    const failures = new Map<number, number>();
    let refused = 0;
    const client = async (number: number) => {
      for (let count = number; performance.now() < end; count++) {
        const start = performance.now();
        const reply = await ask(QUERIES[count % QUERIES.length] ?? "");
        await reply.text();
        times.push(performance.now() - start);
        if (!reply.ok) failures.set(reply.status, (failures.get(reply.status) ?? 0) + 1);
      }
    };
    const ninth = async () => {
      while (pathological && performance.now() < end) {
        const reply = await ask(ENDLESS);
        await reply.text();
        if (reply.status === 503) refused++;
      }
    };
    await Promise.all([...Array.from({ length: CLIENTS }, (_, number) => client(number)), ninth()]);
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    return { answered: times.length, median, failures: [...failures], refused };
  };

  const total = Number(seconds) * 1000;
  await phase(5000, false);
  const before = megabytes();
  const alone = await phase(total / 3, false);
  const disturbed = await phase(total, true);
  const during = megabytes();
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const after = megabytes();
  console.log(
    `alone: ${alone.answered} answers, median ${alone.median.toFixed(1)} ms, failures ${JSON.stringify(alone.failures)}`,
  );
  console.log(
    `with a pathological client: ${disturbed.answered} answers, median ${disturbed.median.toFixed(1)} ms, failures ${JSON.stringify(disturbed.failures)}; its own ended: ${disturbed.refused}`,
  );
  console.log(`memory: ${before} MB before, ${during} MB at the end, ${after} MB ten seconds later`);
  const factor = disturbed.median / alone.median;
  const good =
    factor <= 2 && alone.failures.length + disturbed.failures.length === 0 && disturbed.refused > 0;
  console.log(`median × ${factor.toFixed(2)}: ${good ? "held" : "not held"}`);
  child.kill();
  process.exitCode = good ? 0 : 1;
}
