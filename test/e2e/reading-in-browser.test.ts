import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSyntaxAnnotator } from "../../src/annotate/syntax.ts";
import { loadResources, packageRoot } from "../../src/io/package-resources.ts";
import { makeArticle } from "../../src/model/ids.ts";
import { findBrowser, launchBrowser, NO_BROWSER } from "./viewer-browser.ts";

const executable = findBrowser();
const TEXT = readFileSync(join(packageRoot, "test/fixtures/articles/good/pier-vote.md"), "utf8");

/** The page's script, the model and the engine, on loopback. */
async function servePage(script: string): Promise<Server> {
  const engine = createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm");
  const server = createServer(async ({ url = "/" }, response) => {
    const name = url.slice(1);
    if (name === "") {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
    } else if (name === "page.js") {
      response.setHeader("content-type", "text/javascript");
      response.end(script);
    } else {
      const file = name === "engine.wasm" ? engine : join(packageRoot, "data/model", name);
      const bytes = await readFile(file).catch(() => undefined);
      response.writeHead(bytes === undefined ? 404 : 200);
      response.end(bytes);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

describe("reading in a browser", () => {
  let browser: Browser | undefined;
  let server: Server | undefined;
  let folder: string | undefined;

  beforeAll(async () => {
    if (executable === undefined) return;
    folder = await mkdtemp(join(tmpdir(), "dateline-reading-"));
    await build({
      configFile: false,
      logLevel: "silent",
      build: {
        outDir: folder,
        lib: {
          entry: fileURLToPath(new URL("reading-page.ts", import.meta.url)),
          formats: ["es"],
          fileName: () => "page.js",
        },
      },
    });
    server = await servePage(await readFile(join(folder, "page.js"), "utf8"));
    browser = await launchBrowser(executable);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  test.skipIf(executable === undefined)(
    executable === undefined ? NO_BROWSER : "gives the same layers as in Node, to the last digit",
    async () => {
      const { model, network } = await loadResources();
      const here = await createSyntaxAnnotator(model, network).annotate(
        makeArticle({ text: TEXT, title: "", language: "en" }),
      );
      const page = await (browser as Browser).newPage();
      await page.goto(`http://127.0.0.1:${((server as Server).address() as AddressInfo).port}/`);
      await page.waitForFunction("typeof readText === 'function'");
      const there = (await page.evaluate(`readText(${JSON.stringify(TEXT)})`)) as string;
      expect(JSON.parse(there)).toEqual(JSON.parse(JSON.stringify(here)));
    },
  );
});
