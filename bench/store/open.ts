import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGraph } from "../../src/library/open-graph.ts";
import { inventedCorpus } from "./news-corpus.ts";

/*
 * How long a graph takes to open, with and without the cache beside it, and to answer a first look-up.
 *   npx tsx bench/store/open.ts [folder] [quads …]
 */

const [folder = join(tmpdir(), "dateline-graphs"), ...sizes] = process.argv.slice(2);

if (process.env["MEASURE"] !== undefined) {
  const start = performance.now();
  const graph = await openGraph(process.env["MEASURE"]);
  const opened = performance.now();
  const facts = graph.find({ subject: "Amara Barbarbarbar" }).length;
  const found = performance.now();
  graph.find({ subject: "Benoit Barbarbarcas" });
  const again = performance.now();
  const rss = process.memoryUsage.rss();
  console.log(
    JSON.stringify({
      open: opened - start,
      first: found - opened,
      second: again - found,
      facts,
      rss,
      quads: [...graph.match()].length,
    }),
  );
  await graph.close();
} else {
  mkdirSync(folder, { recursive: true });
  for (const quads of (sizes.length === 0 ? ["10000", "100000", "1000000"] : sizes).map(Number)) {
    const kg = `${folder}/${quads}`;
    if (!existsSync(`${kg}/manifest.json`)) {
      const graph = await openGraph(kg, { access: "create" });
      for (const extraction of inventedCorpus(quads))
        await graph.add(extraction, { location: extraction.article.url ?? "" });
      await graph.close();
    }
    rmSync(`${kg}/.cache`, { recursive: true, force: true });
    for (const state of ["cold", "warm"]) {
      const run = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename], {
        env: { ...process.env, MEASURE: kg, NODE_OPTIONS: "--max-old-space-size=12000" },
        encoding: "utf8",
      });
      if (run.status !== 0) throw new Error(run.stderr);
      const { open, first, second, facts, rss, quads: held } = JSON.parse(run.stdout);
      console.log(
        `${held} quads, ${state}: open ${Math.round(open)} ms, first look-up ${Math.round(first)} ms (${facts} facts), next ${second.toFixed(2)} ms, ${Math.round(rss / 1e6)} MB`,
      );
    }
  }
}
