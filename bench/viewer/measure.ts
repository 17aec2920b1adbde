import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { withPositions } from "../../src/layout/with-positions.ts";
import type { GraphView } from "../../src/view/graph-view.ts";
import { drawnTexts, overlappingPairs, RECORD_TEXTS } from "../../test/e2e/drawn-texts.ts";
import { findBrowser, launchBrowser } from "../../test/e2e/viewer-browser.ts";
import { newsLikeGraph } from "./news-like-graph.ts";

/*
 * The viewer in figures, in real Chromium without a graphics card, as ratios within one run. `npm run build` first, and
 * `npm ci` in this folder. Arguments choose parts: bundle, labels, overlap, start, hover. SAMPLE_KG names a graph that
 * `dateline view` is started on.
 */

const began = performance.now();
/** Says what was measured, as soon as it was. */
function tell(...words: readonly unknown[]): void {
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s`, ...words);
}

/** What takes longer has failed. */
const MOST_MS = 90_000;

const viewerFolder = fileURLToPath(new URL("../../dist/viewer", import.meta.url));
const pagesFolder = fileURLToPath(new URL("pages", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves a folder, and one view as the viewer's server would. */
async function serve(folder: string, view: () => GraphView): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    if (path === "/api/graph-view") {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(view()));
      return;
    }
    const file = join(folder, path === "/" ? "index.html" : path);
    if (!existsSync(file)) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" })
        .end(await readFile(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

let shown: GraphView = newsLikeGraph(60);
const peerFolder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
await build({
  root: pagesFolder,
  base: "./",
  logLevel: "error",
  build: { outDir: peerFolder, emptyOutDir: true, target: "es2022" },
});
const own = await serve(viewerFolder, () => shown);
const peers = await serve(peerFolder, () => shown);
const browser: Browser = await launchBrowser(findBrowser() ?? "");

/** Times the scripts of each frame in which nodes were drawn, ours and sigma's alike. */
const TIME_FRAMES = `
  window.drawnFrames = 0;
  window.frameTimes = [];
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (draw) => request.call(window, (time) => {
    const [start, before] = [performance.now(), window.drawnFrames];
    draw(time);
    if (window.drawnFrames > before) window.frameTimes.push(performance.now() - start);
  });
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const { clear } = prototype;
    prototype.clear = function (...bits) {
      if (this.canvas.className.includes("sigma-nodes")) window.drawnFrames++;
      return clear.apply(this, bits);
    };
  }
`;

async function openOwn(
  options: { dark?: boolean; recordsTexts?: boolean; size?: { width: number; height: number } } = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  await page.addInitScript(options.recordsTexts ? RECORD_TEXTS : TIME_FRAMES);
  await page.addInitScript(`new MutationObserver(() => {
    if (document.querySelector("dateline-viewer[data-ready]") && window.isReady === undefined) {
      window.isReady = true;
      requestAnimationFrame(() => requestAnimationFrame(() => { window.readyAt = performance.now(); }));
    }
  }).observe(document, { subtree: true, attributes: true, childList: true });`);
  await page.goto(own.url);
  await page.waitForFunction("window.readyAt !== undefined", undefined, { timeout: MOST_MS });
  return page;
}

async function openPeer(
  name: "sigma" | "cytoscape" | "vis",
  size = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  await page.addInitScript(TIME_FRAMES);
  await page.goto(`${peers.url}?${name}`);
  await page.waitForFunction("window.bench?.readyAt !== undefined", undefined, { timeout: MOST_MS });
  return page;
}

/** Labels in the picture against sigma's own grid on the same positions and in a picture of the same size. */
async function measureLabels(): Promise<void> {
  const rows = [];
  for (const nodes of [30, 60, 120, 300]) {
    shown = withPositions(newsLikeGraph(nodes), 1.4);
    const page = await openOwn({ recordsTexts: true });
    await page.waitForTimeout(500);
    const names = new Set(shown.nodes.map(({ label }) => label.slice(0, 20)));
    const texts = (await drawnTexts(page)).filter(
      ({ text }) => names.has(text.slice(0, 20)) || text.endsWith("…"),
    );
    const box = await page.locator(".canvas").boundingBox();
    await page.close();
    const peer = await openPeer("sigma", {
      width: Math.round(box?.width ?? 1044),
      height: Math.round(box?.height ?? 748),
    });
    const theirs = (await peer.evaluate("bench.labels()")) as number;
    await peer.close();
    rows.push({
      nodes: shown.nodes.length,
      ours: texts.length,
      "sigma's grid": theirs,
      ratio: (texts.length / theirs).toFixed(2),
    });
  }
  console.table(rows);
}

/** Pairs of texts that overlap: sizes × zooms × themes, names in four scripts. */
async function measureOverlap(): Promise<void> {
  const rows = [];
  for (const nodes of [30, 60, 120, 300])
    for (const dark of [false, true]) {
      shown = withPositions(newsLikeGraph(nodes), 1.4);
      const page = await openOwn({ dark, recordsTexts: true });
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

/** Time of the main thread's scripts, in ms, while something is done. */
async function scriptTime(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const read = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
  };
  const before = await read();
  await act();
  await page.waitForTimeout(500);
  return (await read()) - before;
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

async function measureHover(): Promise<void> {
  shown = withPositions(newsLikeGraph(10_000), 1.4);
  const HOVERS = 40;
  const MOVES = 20;
  const act = async (page: Page): Promise<{ hover: number; pan: number; frames: number }> => {
    const box = (await page.locator("canvas.sigma-mouse").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 1000,
      height: 700,
    };
    const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
    // Long enough for a machine without a graphics card to have drawn what it was given so far.
    await page.waitForTimeout(3000);
    const hover = await scriptTime(page, async () => {
      for (let step = 0; step < HOVERS; step++)
        await page.mouse.move(middleX + Math.cos(step) * step * 4, middleY + Math.sin(step) * step * 3);
    });
    // In a corner, where no node is: one that is taken hold of would be dragged instead.
    const corner = { x: box.x + box.width - 30, y: box.y + 30 };
    await page.mouse.move(corner.x, corner.y);
    await page.evaluate("window.frameTimes = []");
    await page.mouse.down();
    for (let step = 1; step <= MOVES; step++) await page.mouse.move(corner.x - step * 3, corner.y + step);
    await page.waitForTimeout(500);
    await page.mouse.up();
    const times = (await page.evaluate("window.frameTimes")) as number[];
    return { hover: hover / HOVERS, pan: medianOf(times), frames: times.length };
  };
  const [mine, bare]: { hover: number; pan: number }[][] = [[], []];
  for (let repeat = 0; repeat < 2; repeat++) {
    const page = await openOwn();
    mine?.push(await act(page));
    tell("ours", mine?.at(-1));
    await page.close();
    const peer = await openPeer("sigma");
    bare?.push(await act(peer));
    tell("bare sigma", bare?.at(-1));
    await peer.close();
  }
  const least = (list: { hover: number; pan: number }[] | undefined, key: "hover" | "pan"): number =>
    Math.min(...(list ?? []).map((entry) => entry[key]));
  console.table(
    (["hover", "pan"] as const).map((key) => ({
      what: key,
      "ours, ms": least(mine, key).toFixed(2),
      "bare sigma, ms": least(bare, key).toFixed(2),
      ratio: (least(mine, key) / least(bare, key)).toFixed(2),
    })),
  );
}

/** `dateline view` on a graph, from the command to a picture that answers, in ms, and what it served. */
async function runView(folder: string): Promise<{ readonly ms: number; readonly view: GraphView }> {
  const start = performance.now();
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  const command = spawn(process.execPath, [main, "view", "--kg", folder, "--no-open", "--port", "0"]);
  try {
    const [words] = (await once(command.stdout, "data")) as [Buffer];
    const url = /http\S+\//.exec(words.toString())?.[0] ?? "";
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
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
async function measureStart(): Promise<void> {
  const rows = [];
  const seconds = (time: unknown): string => (Number(time) / 1000).toFixed(1);
  const folder = process.env["SAMPLE_KG"];
  const sample = folder === undefined ? undefined : await runView(folder);
  if (sample !== undefined) tell("dateline view", seconds(sample.ms));
  for (const bare of [...(sample === undefined ? [] : [sample.view]), newsLikeGraph(10_000)]) {
    const row: Record<string, string> = { graph: `${bare.nodes.length} nodes, ${bare.facts.length} facts` };
    if (bare === sample?.view) row["dateline view"] = seconds(sample.ms);
    shown = bare;
    let page = await openOwn();
    row["ours, laying out"] = seconds(await page.evaluate("window.readyAt"));
    await page.close();
    tell(row);
    shown = withPositions(bare, 1.4);
    page = await openOwn();
    row["ours, positions given"] = seconds(await page.evaluate("window.readyAt"));
    await page.close();
    for (const name of ["sigma", "vis", "cytoscape"] as const) {
      page = await openPeer(name);
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

const PARTS = {
  bundle: measureBundle,
  labels: measureLabels,
  overlap: measureOverlap,
  start: measureStart,
  hover: measureHover,
};
const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(name)) {
    tell(name);
    await measure();
  }
await browser.close();
own.close();
peers.close();
await rm(peerFolder, { recursive: true });
