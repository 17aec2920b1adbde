import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPackageText } from "../../src/io/package-resources.ts";
import { openGraph } from "../../src/library/open-graph.ts";
import { loadOntology } from "../../src/ontology/load-ontology.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { fixtureArticles, fixtureGraph, fixtureOntology } from "../fixtures/graph-view/fixture-graph.ts";
import { drawnTexts, overlappingPairs } from "./drawn-texts.ts";
import { buildSampleCorpus } from "./sample-corpus.ts";
import {
  buildViewer,
  findBrowser,
  launchBrowser,
  NO_BROWSER,
  openViewer,
  pictureFollowed,
} from "./viewer-browser.ts";

const executable = findBrowser();
const inCi = process.env["CI"] === "true";

/** Markup that would run, wherever it were taken for markup; it stands in text, title and outlet. */
const HOSTILE = `<img src=x onerror="window.ran=1"><script>window.ran=2</script><svg onload="window.ran=3">`;

function hostileArticles() {
  return fixtureArticles().map((article, index) =>
    index === 0
      ? {
          ...article,
          title: `${HOSTILE} ${article.title}`,
          outlet: `Northern ${HOSTILE}`,
          url: "javascript:window.ran=4",
          text: article.text.replace("The Harbour Accord", `${HOSTILE} The Harbour Accord`),
        }
      : article,
  );
}

if (executable === undefined && inCi)
  test("the viewer in a browser", () => {
    throw new Error("CI must have Chromium: none was found in PATH, nor named by CHROME_PATH");
  });

// The default reporter does not name what was skipped.
if (executable === undefined) process.stderr.write(`${NO_BROWSER}\n`);

describe.skipIf(executable === undefined)(
  executable === undefined ? NO_BROWSER : "the viewer in Chromium",
  () => {
    let browser: Browser;
    let server: RunningServer;
    let hostile: RunningServer;
    let viewer: Awaited<ReturnType<typeof buildViewer>>;

    beforeAll(async () => {
      viewer = await buildViewer();
      const options = { port: 0, viewerFolder: viewer.folder, ontology: fixtureOntology() };
      server = await startServer({ ...options, graph: fixtureGraph(), title: "Harbour papers" });
      hostile = await startServer({ ...options, graph: fixtureGraph(hostileArticles()), title: HOSTILE });
      browser = await launchBrowser(executable ?? "");
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await hostile?.close();
      await viewer?.remove();
    });

    test("leads from a search by keyboard over a card and a fact to the highlighted words", async () => {
      const { page, errors } = await openViewer(browser, server.url);
      await page.keyboard.press("/");
      await page.keyboard.type("emile du");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      const panel = page.getByRole("complementary", { name: "Selection" });
      await panel.getByRole("heading", { name: "Émile Duroc" }).waitFor();
      expect(await page.title()).toBe("Émile Duroc – Dateline");
      await panel.getByRole("button", { name: /stationing naval vessels/ }).click();
      const mark = panel.locator("mark");
      await mark.waitFor();
      expect(await mark.textContent()).toBe("He ruled out stationing naval vessels in the bay");
      const source = await panel.locator(".source").textContent();
      expect(source).toContain("Northern Courier");
      expect(source).toContain("4 March 2031");
      expect(await panel.getByRole("link").getAttribute("href")).toBe("https://courier.example/harbour-deal");
      expect(await page.getByRole("status").first().textContent()).toContain("ruled out");
      expect(errors).toEqual([]);
      await page.close();
    });

    test("shows the sample corpus: Rutte is found, and what Trump ruled out is read in its own words", async () => {
      const corpus = buildSampleCorpus();
      const graph = await openGraph(corpus.folder);
      const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
      const sample = await startServer({ graph, ontology, port: 0, viewerFolder: viewer.folder });
      const { page, errors } = await openViewer(browser, sample.url);
      const panel = page.getByRole("complementary", { name: "Selection" });
      const search = async (words: string) => {
        await page.keyboard.press("/");
        await page.keyboard.type(words);
        await page.keyboard.press("Enter");
      };
      await search("Rutte");
      await panel.getByRole("heading", { name: "Mark Rutte" }).waitFor();
      const [arrival] = graph.find({ subject: "Mark Rutte", object: "Kyiv", relation: "arrivedIn" });
      await panel.locator(`[data-fact="${arrival?.id}"]`).click();
      const marked = () => panel.locator("mark").allTextContents();
      await expect.poll(marked).toEqual([arrival?.evidence.quote]);
      expect(arrival?.evidence.quote).toContain("arrived in Kyiv");
      await search("Trump");
      await panel.getByRole("heading", { name: "Donald Trump" }).waitFor();
      const refusal = graph
        .find({ subject: "Donald Trump", relation: "ruledOut" })
        .find((fact) => fact.evidence.quote.includes("ruled out sending U.S. ground troops"));
      await panel.locator(`[data-fact="${refusal?.id}"]`).click();
      await expect.poll(marked).toEqual([refusal?.evidence.quote]);
      expect(await panel.locator(".source").textContent()).toContain(refusal?.article.title);
      expect(errors).toEqual([]);
      await page.close();
      await sample.close();
      await graph.close();
      corpus.remove();
    });

    test("goes back by the browser's button, by undo and by Escape, and opens at an address", async () => {
      const { page } = await openViewer(browser, server.url);
      await page.keyboard.press("/");
      await page.keyboard.type("storm odile");
      await page.keyboard.press("Enter");
      const heading = page.locator("#card-title");
      await heading.waitFor();
      const address = page.url();
      await page.locator(".fact").first().click();
      await page.locator("mark").waitFor();
      await page.goBack();
      await heading.filter({ hasText: "Storm Odile" }).waitFor();
      await page.keyboard.press("Escape");
      await heading.waitFor({ state: "detached" });
      await page.locator("h1").click();
      await page.keyboard.press("Control+z");
      await heading.waitFor();
      await page.close();

      const again = await openViewer(browser, address);
      await again.page.getByRole("heading", { name: "Storm Odile" }).waitFor();
      await again.page.close();
    });

    test("filters the facts, counts them, and says so where none is left", async () => {
      const { page } = await openViewer(browser, `${server.url}#tab=facts`);
      const rows = async () => Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
      await page.getByRole("grid").waitFor();
      expect(await rows()).toBe(121);
      await page.getByRole("button", { name: "Show ruled out only" }).click();
      await expect.poll(rows).toBe(3);
      expect(await page.locator("tbody tr").count()).toBe(3);
      await page.getByRole("checkbox", { name: /ruled out/i }).click();
      await page.locator(".table-box").getByText("No fact passes the filters.").waitFor();
      await page.getByRole("button", { name: "Clear filters" }).first().click();
      await expect.poll(rows).toBe(121);
      await page.close();
    });

    test("walks the picture by arrow keys and opens what is clicked in it", async () => {
      const { page } = await openViewer(browser, server.url);
      await page.locator(".canvas").focus();
      await page.keyboard.press("ArrowDown");
      await page.locator("#card-title").waitFor();
      const heading = page.locator("#card-title");
      const first = await heading.textContent();
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => heading.textContent()).not.toBe(first);
      await page.close();
    });

    test("opens what is clicked in the picture, node or line", async () => {
      const { page } = await openViewer(browser, server.url);
      const canvas = page.locator(".canvas");
      const box = await canvas.boundingBox();
      const kinds = new Set<string>();
      const heading = page.locator("#card-title");
      // A sweep along a line through the middle: the pointer becomes a hand where there is something to open.
      for (let x = 200; x < 900 && kinds.size < 2; x += 6) {
        await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + (box?.height ?? 0) * 0.52);
        if ((await canvas.getAttribute("style"))?.includes("pointer") !== true) continue;
        await page.mouse.down();
        await page.mouse.up();
        await heading.waitFor();
        kinds.add((await page.locator(".evidence").count()) > 0 ? "fact" : "node");
        await page.keyboard.press("Escape");
        await heading.waitFor({ state: "detached" });
        // Two clicks in quick succession would count as one double click.
        await page.waitForTimeout(350);
      }
      expect([...kinds].sort()).toEqual(["fact", "node"]);
      await page.close();
    });

    test("takes the labels along when the picture is pushed, and lets none overlap", async () => {
      const { page } = await openViewer(browser, server.url, { recordTexts: true });
      const places = async () =>
        new Map((await drawnTexts(page)).map(({ text, left, top }) => [text, { left, top }]));
      const box = await page.locator(".canvas").boundingBox();
      const corner = { x: (box?.x ?? 0) + (box?.width ?? 0) - 40, y: (box?.y ?? 0) + 40 };
      const before = await places();
      await page.mouse.move(corner.x, corner.y);
      await page.mouse.down();
      for (const step of [1, 2, 3]) await page.mouse.move(corner.x - step * 8, corner.y + step * 4);
      await pictureFollowed(page);
      const pushed = await places();
      const both = [...before].flatMap(([text, from]) => {
        const to = pushed.get(text);
        return to === undefined ? [] : [[to.left - from.left, to.top - from.top] as const];
      });
      expect(both.length).toBeGreaterThan(before.size * 0.8);
      expect(both.every(([x, y]) => Math.abs(x + 24) < 1 && Math.abs(y - 12) < 1)).toBe(true);
      for (const step of [20, 40]) {
        await page.mouse.move(corner.x - step * 8, corner.y + step * 4);
        await pictureFollowed(page);
        expect(overlappingPairs(await drawnTexts(page))).toEqual([]);
      }
      await page.mouse.up();
      await page.waitForTimeout(400);
      expect(overlappingPairs(await drawnTexts(page))).toEqual([]);
      expect(page.url()).toContain("at=");
      await page.close();
    });

    test("lets a node be dragged, and the rest of the picture stay", async () => {
      const { page } = await openViewer(browser, server.url, { recordTexts: true });
      const placeOf = async (label: string) => {
        const found = (await drawnTexts(page)).find((drawn) => drawn.text === label);
        if (found === undefined) throw new Error(`${label} is not drawn`);
        const [half, y] = [(found.right - found.left) / 2, (found.top + found.bottom) / 2];
        return { x: found.left + half, y, half };
      };
      const box = await page.locator(".canvas").boundingBox();
      const toPage = (point: { x: number; y: number }) =>
        [(box?.x ?? 0) + point.x, (box?.y ?? 0) + point.y] as const;
      const before = await placeOf("Gregor Malik");
      const other = await placeOf("Port Verin");
      // The label stands at one of the sides of its node.
      const sides = [
        { x: 0, y: -20 },
        { x: 0, y: 20 },
        { x: -before.half - 12, y: 0 },
        { x: before.half + 12, y: 0 },
      ];
      let node = before;
      for (const side of sides) {
        node = { ...before, x: before.x + side.x, y: before.y + side.y };
        await page.mouse.move(...toPage(node));
        await page.waitForTimeout(100);
        if (await page.locator(".canvas").evaluate((canvas) => canvas.style.cursor === "pointer")) break;
      }
      await page.mouse.down();
      // Where most room is, so that its label finds a place again, on whatever side.
      const texts = await drawnTexts(page);
      const room = (x: number, y: number): number =>
        Math.min(
          ...texts.map(({ left, right, top, bottom }) =>
            Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y),
          ),
        );
      const [width, height] = [box?.width ?? 0, box?.height ?? 0];
      const free = [0.2, 0.35, 0.5, 0.65, 0.8]
        .flatMap((x) => [0.3, 0.5, 0.7].map((y) => ({ x: x * width, y: y * height })))
        .reduce((best, next) => (room(next.x, next.y) > room(best.x, best.y) ? next : best));
      for (let step = 1; step <= 12; step++)
        await page.mouse.move(
          ...toPage({
            x: node.x + ((free.x - node.x) * step) / 12,
            y: node.y + ((free.y - node.y) * step) / 12,
          }),
        );
      await page.mouse.up();
      await expect
        .poll(async () => {
          const { x, y } = await placeOf("Gregor Malik");
          return Math.hypot(x - free.x, y - free.y);
        })
        .toBeLessThan(120);
      expect(await placeOf("Port Verin")).toEqual(other);
      expect(await page.locator("#card-title").count()).toBe(0);
      await page.close();
    });

    test.each([
      ["light", 0, ""],
      ["dark", 0, ""],
      ["light", 3, ""],
      ["dark", 6, ""],
      ["light", 0, "Leila Haddad"],
    ])("draws no text over another: %s, %i steps closer, focus “%s”", async (theme, steps, focus) => {
      const { page } = await openViewer(browser, server.url, { dark: theme === "dark", recordTexts: true });
      if (focus !== "") {
        await page.keyboard.press("/");
        await page.keyboard.type(focus);
        await page.keyboard.press("Enter");
        await page.locator("#card-title").waitFor();
      }
      for (let step = 0; step < steps; step++) await page.getByRole("button", { name: "Zoom in" }).click();
      await page.waitForTimeout(300);
      const texts = await drawnTexts(page);
      expect(texts.length).toBeGreaterThan(steps > 0 || focus !== "" ? 4 : 30);
      expect(overlappingPairs(texts)).toEqual([]);
      await page.close();
    });

    test("never runs what an article says", async () => {
      const fact = fixtureGraph().find({ subject: "Duroc", relation: "ruledOut" })[0]?.id ?? "";
      const { page, errors } = await openViewer(browser, `${hostile.url}#fact=${encodeURIComponent(fact)}`);
      await page.locator("mark").waitFor();
      const text = await page.locator(".article-text").textContent();
      expect(text).toContain(HOSTILE);
      expect(await page.locator(".source").textContent()).toContain(HOSTILE);
      expect(await page.locator("aside a").count()).toBe(0);
      expect(await page.locator(".article-text :is(img, script, svg)").count()).toBe(0);
      expect(await page.evaluate("'ran' in window")).toBe(false);
      expect(errors).toEqual([]);
      await page.close();
    });

    test.each([
      ["wide and light", 1280, 800, false],
      ["wide and dark", 1280, 800, true],
      ["on a telephone", 390, 844, true],
    ])("fits the window, %s: nothing runs over its edge", async (_, width, height, dark) => {
      const { page, errors } = await openViewer(browser, server.url, { width, height, dark });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.locator("dateline-viewer").getAttribute("data-theme")).toBe(dark ? "dark" : "light");
      expect(errors).toEqual([]);
      await page.close();
    });

    test("says what to do where the server has gone", async () => {
      const gone = await startServer({ graph: fixtureGraph(), port: 0, viewerFolder: viewer.folder });
      const page = await browser.newPage();
      await page.route("**/api/graph-view", (route) => route.abort());
      await page.goto(gone.url);
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("alert").textContent()).toContain("Start it again with `dateline view`");
      await page.close();
      await gone.close();
    });
  },
);
