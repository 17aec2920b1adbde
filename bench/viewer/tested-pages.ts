import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import type { GraphView } from "../../src/view/graph-view.ts";
import { RECORD_TEXTS } from "../../test/e2e/drawn-texts.ts";
import { findBrowser, launchBrowser } from "../../test/e2e/viewer-browser.ts";

/* Our viewer and the bare libraries, each on the same graph, in pages of one browser without a graphics card. */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const viewerFolder = here("../../dist/viewer");
const pagesFolder = here("pages");

/** What has to be done before anything can be measured; empty where all is there. */
export function whatIsMissing(): string {
  const missing = [
    ...(existsSync(join(viewerFolder, "index.html")) ? [] : ["build the viewer: npm run build"]),
    ...(existsSync(here("node_modules/cytoscape"))
      ? []
      : ["install the libraries it is compared with: (cd bench/viewer && npm ci)"]),
    ...(findBrowser() === undefined ? ["install Chromium or Chrome, or set CHROME_PATH"] : []),
  ];
  return missing.join("\n");
}

/** What takes longer has failed. */
export const MOST_MS = 90_000;

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

export interface Size {
  readonly width: number;
  readonly height: number;
}
const DESK: Size = { width: 1280, height: 800 };

/** Says when the viewer answers and what it drew stands on the screen: two frames on. */
const TELL_READY = `new MutationObserver(() => {
  if (document.querySelector("dateline-viewer[data-ready]") && window.isReady === undefined) {
    window.isReady = true;
    requestAnimationFrame(() => requestAnimationFrame(() => { window.readyAt = performance.now(); }));
  }
}).observe(document, { subtree: true, attributes: true, childList: true });`;

/** Counts the times that the pointer comes upon something in our viewer: it becomes a hand then. */
const COUNT_MET = `
  window.met = 0;
  new MutationObserver((changes) => {
    for (const { target, oldValue } of changes)
      if (target.className === "canvas" && !oldValue?.includes("pointer")) window.met++;
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["style"], attributeOldValue: true });
`;

export type Peer = "sigma" | "cytoscape" | "vis";

export interface TestedPages {
  readonly browser: Browser;
  /** The graph that pages show which are opened from now on. */
  show(view: GraphView): void;
  /** @returns our viewer, once it answers */
  openOwn(options?: {
    readonly dark?: boolean;
    readonly recordsTexts?: boolean;
    readonly size?: Size;
  }): Promise<Page>;
  /** @returns a library's own picture of the graph, once it stands */
  openPeer(name: Peer, size?: Size): Promise<Page>;
  close(): Promise<void>;
}

export async function openTestedPages(): Promise<TestedPages> {
  let shown: GraphView | undefined;
  const view = (): GraphView => {
    if (shown === undefined) throw new Error("no graph is shown yet");
    return shown;
  };
  const peerFolder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  await build({
    root: pagesFolder,
    base: "./",
    logLevel: "error",
    build: { outDir: peerFolder, emptyOutDir: true, target: "es2022" },
  });
  const own = await serve(viewerFolder, view);
  const peers = await serve(peerFolder, view);
  const browser = await launchBrowser(findBrowser() ?? "");
  return {
    browser,
    show(next) {
      shown = next;
    },
    async openOwn({ dark = false, recordsTexts = false, size = DESK } = {}) {
      const page = await browser.newPage({
        viewport: size,
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
      });
      await page.addInitScript(recordsTexts ? RECORD_TEXTS : TIME_FRAMES);
      await page.addInitScript(TELL_READY);
      await page.addInitScript(COUNT_MET);
      await page.goto(own.url);
      await page.waitForFunction("window.readyAt !== undefined", undefined, { timeout: MOST_MS });
      return page;
    },
    async openPeer(name, size = DESK) {
      const page = await browser.newPage({ viewport: size });
      await page.addInitScript(TIME_FRAMES);
      await page.goto(`${peers.url}?${name}`);
      await page.waitForFunction("window.bench?.readyAt !== undefined", undefined, { timeout: MOST_MS });
      return page;
    },
    async close() {
      await browser.close();
      own.close();
      peers.close();
      await rm(peerFolder, { recursive: true });
    },
  };
}
