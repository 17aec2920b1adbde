import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { RECORD_TEXTS } from "./drawn-texts.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/** Places where installers put Chromium, Chrome and Edge on macOS and Windows. */
const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          join(folder, "Chromium", "Application", "chrome.exe"),
          join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
        ];
  }),
];

/** An installed browser of the Chromium family: `CHROME_PATH`, else by name in `PATH`, else in the usual places. */
export function findBrowser(): string | undefined {
  const wanted = process.env["CHROME_PATH"];
  if (wanted) return wanted;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const inPath = [...folders, "/usr/bin"].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...PLACES].find((path) => existsSync(path));
}

/** Told in the test's title, since nobody reads what is not there. */
export const NO_BROWSER =
  "SKIPPED, no Chromium or Chrome found: install one or set CHROME_PATH to test the viewer in a browser";

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--enable-unsafe-swiftshader",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Builds the viewer from its present sources into a folder of its own. */
export async function buildViewer(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-viewer-"));
  const root = fileURLToPath(new URL("../../viewer", import.meta.url));
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: true },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/**
 * Waits until the picture has followed the last step: it moves in the frame after, which is drawn in the one after that.
 * Frames are counted, not time: a busy machine draws them when it can.
 */
export async function pictureFollowed(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    let frames = 4;
    const next = () => (frames-- > 0 ? requestAnimationFrame(next) : done());
    next();
  })`);
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts, and whatever the content security policy stopped. */
  readonly errors: string[];
}

/** Opens a page of the viewer and waits until the picture stands. */
export async function openViewer(
  browser: Browser,
  url: string,
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly dark?: boolean;
    readonly recordTexts?: boolean;
    /** Without a network. */
    readonly offline?: boolean;
    readonly onRequest?: (url: string) => void;
  } = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
    ...(options.offline ? { offline: true } : {}),
  });
  page.on("request", (request) => options.onRequest?.(request.url()));
  if (options.recordTexts) await page.addInitScript(RECORD_TEXTS);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  await page.waitForSelector("dateline-viewer[data-ready]");
  return { page, errors };
}
