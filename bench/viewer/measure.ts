import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { withPositions } from "../../src/layout/with-positions.ts";
import type { GraphView } from "../../src/view/graph-view.ts";
import { drawnTexts, overlappingPairs } from "../../test/e2e/drawn-texts.ts";
import { newsLikeGraph } from "./news-like-graph.ts";
import { measurePointer } from "./pointer.ts";
import { MOST_MS, openTestedPages, type TestedPages, viewerFolder, whatIsMissing } from "./tested-pages.ts";

/*
 * The viewer in figures, in real Chromium without a graphics card, as ratios within one run. Arguments choose parts: bundle,
 * labels, overlap, start, pointer. SAMPLE_KG names a graph that `dateline view` is started on.
 */

const began = performance.now();
/** Says what was measured, as soon as it was. */
function tell(...words: readonly unknown[]): void {
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s`, ...words);
}

/** The seeds that the layout was worked on with, and others that it was not. */
const SEEDS = ["", "1 ", "2 ", "fresh 1 ", "fresh 2 "];
const LABELS_BAR: Readonly<Record<number, string>> = { 60: "1.6, or all", 300: "2" };

/** Labels in the picture against sigma's own grid on the same positions and in a picture of the same size. */
async function measureLabels(pages: TestedPages): Promise<void> {
  const rows = [];
  for (const nodes of [30, 60, 120, 300]) {
    const [ours, theirs, all]: number[][] = [[], [], []];
    for (const seed of SEEDS) {
      const view = withPositions(newsLikeGraph(nodes, seed), 1.4);
      pages.show(view);
      const page = await pages.openOwn({ recordsTexts: true });
      await page.waitForTimeout(500);
      const names = new Set(view.nodes.map(({ label }) => label.slice(0, 20)));
      const texts = (await drawnTexts(page)).filter(
        ({ text }) => names.has(text.slice(0, 20)) || text.endsWith("…"),
      );
      const box = await page.locator(".canvas").boundingBox();
      await page.close();
      const peer = await pages.openPeer("sigma", {
        width: Math.round(box?.width ?? 1044),
        height: Math.round(box?.height ?? 748),
      });
      ours?.push(texts.length);
      theirs?.push((await peer.evaluate("bench.labels()")) as number);
      all?.push(view.nodes.length);
      await peer.close();
    }
    const ratios = (ours ?? []).map((count, at) => count / (theirs?.[at] ?? 1));
    rows.push({
      nodes,
      "of nodes": all?.join(" "),
      ours: ours?.join(" "),
      "sigma's grid": theirs?.join(" "),
      ratios: ratios.map((ratio) => ratio.toFixed(2)).join(" "),
      mean: (ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(2),
      "all named": `${(ours ?? []).filter((count, at) => count === all?.[at]).length} of ${SEEDS.length}`,
      bar: LABELS_BAR[nodes] ?? "",
    });
  }
  console.table(rows);
}

/** Pairs of texts that overlap: sizes × zooms × themes, names in four scripts. */
async function measureOverlap(pages: TestedPages): Promise<void> {
  const rows = [];
  for (const nodes of [30, 60, 120, 300])
    for (const dark of [false, true]) {
      pages.show(withPositions(newsLikeGraph(nodes), 1.4));
      const page = await pages.openOwn({ dark, recordsTexts: true });
      for (const zoom of [0, 2, 3]) {
        for (let step = 0; step < zoom; step++) await page.getByRole("button", { name: "Zoom in" }).click();
        await page.waitForTimeout(500);
        const texts = await drawnTexts(page);
        rows.push({
          nodes,
          theme: dark ? "dark" : "light",
          "steps in": zoom,
          texts: texts.length,
          overlapping: overlappingPairs(texts).length,
        });
      }
      await page.close();
    }
  console.table(rows);
}

/** `dateline view` on a graph, from the command to a picture that answers, in ms, and what it served. */
async function runView(
  pages: TestedPages,
  folder: string,
): Promise<{ readonly ms: number; readonly view: GraphView }> {
  const start = performance.now();
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  const command = spawn(process.execPath, [main, "view", "--kg", folder, "--no-open", "--port", "0"]);
  try {
    const [words] = (await once(command.stdout, "data")) as [Buffer];
    const url = /http\S+\//.exec(words.toString())?.[0] ?? "";
    const page = await pages.browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
    });
    await page.goto(url);
    await page.waitForSelector("dateline-viewer[data-ready]", { timeout: MOST_MS });
    const ms = performance.now() - start;
    const view = (await (await fetch(`${url}api/graph-view`)).json()) as GraphView;
    await page.close();
    return { ms, view };
  } finally {
    command.kill();
  }
}

/** From the address to an interactive picture, in seconds. Ours also without positions, as `dateline view` serves it. */
async function measureStart(pages: TestedPages): Promise<void> {
  const rows = [];
  const seconds = (time: unknown): string => (Number(time) / 1000).toFixed(1);
  const folder = process.env["SAMPLE_KG"];
  const sample = folder === undefined ? undefined : await runView(pages, folder);
  if (sample !== undefined) tell("dateline view", seconds(sample.ms));
  for (const bare of [...(sample === undefined ? [] : [sample.view]), newsLikeGraph(10_000)]) {
    const row: Record<string, string> = { graph: `${bare.nodes.length} nodes, ${bare.facts.length} facts` };
    if (bare === sample?.view) row["dateline view"] = seconds(sample.ms);
    pages.show(bare);
    let page = await pages.openOwn();
    row["ours, laying out"] = seconds(await page.evaluate("window.readyAt"));
    await page.close();
    tell(row);
    pages.show(withPositions(bare, 1.4));
    page = await pages.openOwn();
    row["ours, positions given"] = seconds(await page.evaluate("window.readyAt"));
    await page.close();
    for (const name of ["sigma", "vis", "cytoscape"] as const) {
      page = await pages.openPeer(name);
      row[name] = seconds(await page.evaluate("window.bench.readyAt"));
      await page.close();
      tell(row);
    }
    rows.push(row);
  }
  console.table(rows);
}

async function measureBundle(): Promise<void> {
  const html = await readFile(join(viewerFolder, "index.html"), "utf8");
  const assets = await readdir(join(viewerFolder, "assets"));
  const first = assets.filter(
    (name) => name.endsWith(".js") && (html.includes(name) || /^(layout|start)-worker/.test(name)),
  );
  const sizes = await Promise.all(
    first.map(async (name) => gzipSync(await readFile(join(viewerFolder, "assets", name))).length),
  );
  console.table(first.map((name, at) => ({ file: name, "gzip, bytes": sizes[at] })));
  console.log(`first load: ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB of 90`);
}

const PARTS: Readonly<Record<string, (pages: TestedPages) => Promise<void>>> = {
  bundle: measureBundle,
  labels: measureLabels,
  overlap: measureOverlap,
  start: measureStart,
  pointer: (pages) => measurePointer(tell, pages),
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
const missing = whatIsMissing();
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Known: ${Object.keys(PARTS).join(", ")}.`);
  process.exitCode = 2;
} else if (missing !== "") {
  console.error(`Before the viewer can be measured:\n${missing}`);
  process.exitCode = 1;
} else {
  const pages = await openTestedPages();
  for (const [name, measure] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.includes(name)) {
      tell(name);
      await measure(pages);
    }
  await pages.close();
}
