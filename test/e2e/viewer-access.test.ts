import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser, Store } from "n3";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveGraph } from "../../src/cli/services.ts";
import { sparqlForPage } from "../../src/cli/sparql-in-page.ts";
import { readPackageText } from "../../src/io/package-resources.ts";
import { withPositions } from "../../src/layout/with-positions.ts";
import { openGraph } from "../../src/library/open-graph.ts";
import { loadOntology } from "../../src/ontology/load-ontology.ts";
import type { Graph } from "../../src/query/graph.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import type { GraphView } from "../../src/view/graph-view.ts";
import { projectGraphView } from "../../src/view/project-graph-view.ts";
import { makePublishedPage } from "../../src/view/published-page.ts";
import { toTurtle } from "../../viewer/export/turtle.ts";
import { indexView } from "../../viewer/state/view-index.ts";
import { fixtureArticles, fixtureGraph, fixtureOntology } from "../fixtures/graph-view/fixture-graph.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { buildPublishedParts, type PublishedParts } from "./published-viewer.ts";
import { buildSampleCorpus, type SampleCorpus } from "./sample-corpus.ts";
import {
  buildViewer,
  findBrowser,
  launchBrowser,
  NO_BROWSER,
  openViewer,
  pictureFollowed,
} from "./viewer-browser.ts";

const executable = findBrowser();
const NEWS = "https://w3id.org/dateline/ontology#";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds wrong, one line each. */
async function axeViolations(page: Page): Promise<string[]> {
  // Playwright's own isolated world would be under the page's policy too: the source is evaluated as a string.
  await page.evaluate(await (await import("node:fs/promises")).readFile(AXE, "utf8"));
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 120))))`) as Promise<
    string[]
  >;
}

/** The accessibility tree of a part, as Chromium gives it: roles, names and texts. */
const treeOf = (page: Page, selector: string): Promise<string> => page.locator(selector).ariaSnapshot();

/** Waits until the live region says something. */
const hears = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.locator("[role=status][aria-live=polite]").first().textContent()).toMatch(words);

/** Moves on with Tab until something with this name has the focus; a person without a mouse has no other way. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    const focused = (await page.evaluate(
      `((e) => e ? (e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent ?? "") : "")(document.activeElement)`,
    )) as string;
    if (name.test(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Find Rutte, open what Trump ruled out, read the sentence, find a path to Putin, export it: without a mouse. */
async function walk(page: Page, refusalId: string, quote: string): Promise<string> {
  await page.keyboard.press("/");
  await page.keyboard.type("Rutte");
  await page.getByRole("option", { name: /^Mark Rutte person/ }).waitFor();
  expect(await treeOf(page, "search.search")).toMatch(/option "Mark Rutte.*" \[selected\]/);
  await page.keyboard.press("Enter");
  await hears(page, /^Mark Rutte, person, \d+ facts/);
  await page.keyboard.press("/");
  await page.keyboard.type("Trump");
  await page.keyboard.press("Enter");
  await hears(page, /^Donald Trump, person/);
  const fact = page.locator(`aside [data-fact="${refusalId}"]`);
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press("Tab");
    if (await fact.evaluate((element) => element === element.ownerDocument.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await hears(page, /ruled out/);
  await expect.poll(() => page.locator("aside mark").allTextContents()).toEqual([quote]);
  expect(await treeOf(page, "aside")).toContain("ruled out sending U.S. ground troops");
  await page.keyboard.press("[");
  await hears(page, /^Donald Trump, person/);
  await page.keyboard.press("p");
  await page.getByRole("combobox", { name: /Path to/ }).waitFor();
  await page.keyboard.type("Putin");
  await page.getByRole("option", { name: /^Vladimir Putin person/ }).waitFor();
  await page.keyboard.press("Enter");
  await hears(page, /^Path 1 of \d+, \d step/);
  expect(await treeOf(page, "aside")).toMatch(/heading "Donald Trump → Vladimir Putin"/);
  expect(await page.locator("aside .hop-quote").first().textContent()).toMatch(/Trump/);
  await tabTo(page, /^Show only these$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("e");
  await page.getByRole("dialog", { name: "Export" }).waitFor();
  await tabTo(page, /^SVG$/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const path = await (await download).path();
  await hears(page, /SVG saved/);
  return (await import("node:fs/promises")).readFile(path, "utf8");
}

describe.skipIf(executable === undefined)(
  executable === undefined ? NO_BROWSER : "the viewer without a mouse, and without a server",
  () => {
    let browser: Browser;
    let viewer: Awaited<ReturnType<typeof buildViewer>>;
    let parts: PublishedParts;
    let corpus: SampleCorpus;
    let graph: Graph;
    let sample: RunningServer;
    let fixture: RunningServer;
    const folder = mkdtempSync(join(tmpdir(), "dateline-pages-"));
    const refusal = () => {
      const fact = graph
        .find({ subject: "Donald Trump", relation: "ruledOut" })
        .find(({ evidence }) => evidence.quote.includes("ruled out sending U.S. ground troops"));
      if (fact === undefined) throw new Error("the sample corpus does not say what Trump ruled out");
      return fact;
    };
    /** Writes a view as one file, as `dateline publish` does. */
    const publish = (name: string, view: GraphView): string => {
      const path = join(folder, name);
      writeFileSync(path, makePublishedPage({ view: withPositions(view, 1.4), ...parts }));
      return pathToFileURL(path).href;
    };

    beforeAll(async () => {
      corpus = buildSampleCorpus();
      graph = await openGraph(corpus.folder);
      const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
      viewer = await buildViewer();
      parts = await buildPublishedParts();
      sample = await startServer({ graph, ontology, port: 0, viewerFolder: viewer.folder, title: "Sample" });
      fixture = await startServer({
        graph: fixtureGraph(),
        ontology: fixtureOntology(),
        port: 0,
        viewerFolder: viewer.folder,
        title: "Harbour papers",
      });
      browser = await launchBrowser(executable ?? "");
    });

    afterAll(async () => {
      await browser?.close();
      await sample?.close();
      await fixture?.close();
      await graph?.close();
      await viewer?.remove();
      corpus?.remove();
      rmSync(folder, { recursive: true });
    });

    test("leads by keyboard alone from a name to a sentence, a path and an export", async () => {
      const { page, errors } = await openViewer(browser, sample.url);
      const { id, evidence } = refusal();
      const svg = await walk(page, id, evidence.quote);
      expect(svg).toContain(">Donald Trump</text>");
      expect(svg).toContain(">Vladimir Putin</text>");
      expect(errors).toEqual([]);
      await page.close();
    });

    test("a choice in the search leads on before the next key can be pressed", async () => {
      const { page } = await openViewer(browser, fixture.url);
      await page.keyboard.press("/");
      await page.keyboard.type("Duroc");
      const focused = await page.evaluate(`(async () => {
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        await new Promise((done) => setTimeout(done));
        return document.activeElement.id;
      })()`);
      expect(focused).toBe("card-title");
      await page.close();
    });

    test("the same walk works in a published file opened from disk, with the network off", async () => {
      const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
      const url = publish(
        "sample.html",
        projectGraphView(graph, { title: "Sample", ontology, embedTexts: true }),
      );
      const requests: string[] = [];
      const opened = await openViewer(browser, url, {
        offline: true,
        onRequest: (request) => requests.push(request),
      });
      const { id, evidence } = refusal();
      expect(await walk(opened.page, id, evidence.quote)).toContain(">Vladimir Putin</text>");
      expect(await axeViolations(opened.page)).toEqual([]);
      // Downloads are addresses of the page itself.
      expect(requests.filter((request) => !/^(file|blob|data):/.test(request))).toEqual([]);
      expect(opened.errors).toEqual([]);
      await opened.page.close();
    });

    test("a published file that carries the engine answers SPARQL, errors included, with the network off", async () => {
      const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
      const view = withPositions(
        projectGraphView(graph, { title: "Sample", ontology, embedTexts: true }),
        1.4,
      );
      const path = join(folder, "sparql.html");
      const sparql = await sparqlForPage(graph);
      writeFileSync(path, makePublishedPage({ view, sparql, ...(await buildPublishedParts("sparql")) }));
      const { page, errors } = await openViewer(browser, `${pathToFileURL(path).href}#tab=query`, {
        offline: true,
      });
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      const meetings = await graph.queryText(
        `SELECT ?fact { ?fact a news:Fact ; rdf:predicate news:met ; rdf:subject/skos:prefLabel ?who ;
          rdf:object/skos:prefLabel ?whom ; news:evidence/oa:hasSelector/oa:exact ?words }`,
        "text/csv",
      );
      await expect
        .poll(() => page.locator(".query-page [role=status]").textContent(), { timeout: 20_000 })
        .toBe(`${meetings.trim().split("\n").length - 1} rows`);
      expect(errors).toEqual([]);
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" }");
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/^error at line 9, column/);
      await page.close();
    });

    /** Every dialog and panel of the viewer, by how it is opened. */
    const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
      ["the picture", async () => {}],
      ["a node in focus", (page) => searchFor(page, "Putin")],
      ["a fact", (page) => page.locator("aside .fact").first().click()],
      [
        "a path",
        async (page) => {
          await searchFor(page, "Trump");
          await page.keyboard.press("p");
          await page.getByRole("combobox", { name: /Path to/ }).fill("Putin");
          await page.keyboard.press("Enter");
          await page.locator("aside .ways").waitFor();
        },
      ],
      ["the outline", (page) => openBeside(page, "Outline")],
      ["the timeline", (page) => page.getByRole("button", { name: "Timeline" }).click()],
      ["the table", (page) => page.getByRole("button", { name: "Facts", exact: true }).click()],
      ["a query", (page) => page.getByRole("button", { name: "Query", exact: true }).click()],
      ...["Export", "Read another article", "Keys", "Communities", "Who is who"].map(
        (name) => [`the dialog ${name}`, (page: Page) => openDialog(page, name)] as const,
      ),
      ["the commands", (page) => page.keyboard.press("Control+k")],
    ];
    const searchFor = async (page: Page, words: string): Promise<void> => {
      await page.keyboard.press("/");
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
      await page.locator("#card-title").waitFor();
    };
    /** On a telephone what stands beside the picture comes in from the left. */
    const openBeside = async (page: Page, name: string): Promise<void> => {
      const opener = page.getByRole("button", { name: "Filters and outline" });
      if (await opener.isVisible()) await opener.click();
      await page.getByRole("button", { name, exact: true }).click();
    };
    const openDialog = async (page: Page, name: string): Promise<void> => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "What to do" }).waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name }).waitFor();
    };

    test.each([
      ["in light colours", 1280, 800, false],
      ["in dark colours", 1280, 800, true],
      ["on a telephone", 390, 844, false],
    ])("axe finds nothing wrong with any panel or dialog, %s", async (_, width, height, dark) => {
      const found: string[] = [];
      for (const [name, open] of STATES) {
        const { page } = await openViewer(browser, sample.url, { width, height, dark });
        if (name === "a fact") await searchFor(page, "Trump");
        await open(page);
        await page.waitForTimeout(400);
        found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
        await page.close();
      }
      expect(found).toEqual([]);
    });

    test("one Escape closes the commands", async () => {
      const { page } = await openViewer(browser, fixture.url);
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Commands" }).waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
      await page.close();
    });

    test("too many things open as their communities, by keyboard, with a way to all of them and back", async () => {
      const page = await browser.newPage({ reducedMotion: "reduce" });
      await page.route(sample.url, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          "<dateline-viewer ",
          '<dateline-viewer most-things="40" ',
        );
        await route.fulfill({ response, body });
      });
      const map = page.locator(".community-map");
      await page.goto(sample.url);
      await map.waitFor();
      await hears(
        page,
        /things: the \d+ largest of their \d+ communities stand for them|things: their \d+ communities/,
      );
      const discs = page.getByRole("list", { name: "Communities", exact: true }).getByRole("button");
      await discs.first().waitFor();
      expect(await discs.count()).toBeGreaterThan(5);
      const names = await discs.allTextContents();
      const overlaps = await page.evaluate(`(() => {
        const boxes = [...document.querySelectorAll(".community-map li")].map((disc) => disc.getBoundingClientRect());
        return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length;
      })()`);
      expect(overlaps).toBe(0);
      await page.waitForSelector("dateline-viewer[data-ready]");
      expect(await axeViolations(page)).toEqual([]);

      await tabTo(page, /^Show all [\d,]+ things$/);
      await page.keyboard.press("Enter");
      await hears(page, /^All [\d,]+ things are shown\.$/);
      expect(await map.count()).toBe(0);
      expect(await page.evaluate("document.activeElement.className")).toBe("canvas");
      await expect.poll(() => new URL(page.url()).hash).toContain("everything");
      await page.reload();
      await page.waitForSelector("dateline-viewer[data-ready]");
      expect(await map.count()).toBe(0);
      await tabTo(page, /^Show their communities$/);
      await page.keyboard.press("Enter");
      await map.waitFor();
      await expect.poll(() => discs.allTextContents()).toEqual(names);
      await page.keyboard.press("Control+z");
      await expect.poll(() => map.count()).toBe(0);
      await page.keyboard.press("Control+Shift+z");
      await map.waitFor();

      // What is found is shown among its neighbours; what is closed leads back.
      await page.keyboard.press("/");
      await page.keyboard.type("Rutte");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Mark Rutte" }).waitFor();
      expect(await map.count()).toBe(0);
      await page.keyboard.press("Escape");
      await map.waitFor();

      const size = Number(/(\d+) things?$/.exec(names[0] ?? "")?.[1]);
      await discs.first().focus();
      await page.keyboard.press("Enter");
      await hears(page, new RegExp(`: ${size} things\\.$`));
      expect(await map.count()).toBe(0);
      await page.close();
    });

    test("moves only where motion is not to be reduced", async () => {
      for (const reducedMotion of ["no-preference", "reduce"] as const) {
        const page = await browser.newPage({ reducedMotion });
        await page.goto(fixture.url);
        await page.waitForSelector("dateline-viewer[data-ready]");
        await pictureFollowed(page);
        // Pixels of the nodes' layer that differ from frame to frame, from the key on until the camera has told its place.
        const frames = await page.evaluate(`(async () => {
          const states = new Set();
          const layer = document.querySelector(".canvas .sigma-overlay, .canvas canvas[class*=overlay]");
          document.querySelector(".canvas").focus();
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "+", bubbles: true }));
          const end = performance.now() + 900;
          while (performance.now() < end) {
            await new Promise((done) => requestAnimationFrame(done));
            states.add(layer.toDataURL());
          }
          return states.size;
        })()`);
        if (reducedMotion === "reduce") expect(frames).toBeLessThanOrEqual(2);
        else expect(frames).toBeGreaterThan(3);
        const transitions = await page.evaluate(`(() =>
          document.getAnimations().filter((animation) => animation.playState === "running").length)()`);
        if (reducedMotion === "reduce") expect(transitions).toBe(0);
        await page.close();
      }
    });

    test("who is who is previewed, decided and taken back without a mouse", async () => {
      const copy = join(folder, "who-is-who");
      cpSync(corpus.folder, copy, { recursive: true });
      const own = await openGraph(copy, { access: "write" });
      const running = await serveGraph({
        folder: copy,
        graph: own,
        port: 0,
        writable: true,
        state: "",
        viewerFolder: viewer.folder,
      });
      const { page, errors } = await openViewer(browser, running.url);
      const dialog = page.getByRole("dialog", { name: "Who is who" });
      await openDialog(page, "Who is who");
      await tabTo(page, /^Name or IRI$/);
      await page.keyboard.type("Donald Trump");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Vladimir Putin");
      await tabTo(page, /^Preview as different$/);
      await page.keyboard.press("Enter");
      await dialog.getByRole("region", { name: "Preview" }).waitFor();
      expect(await treeOf(page, "dialog")).toMatch(/Donald Trump and Vladimir Putin are different/);
      expect(await axeViolations(page)).toEqual([]);
      await tabTo(page, /^Keep this decision$/);
      await page.keyboard.press("Enter");
      // The page is loaded anew with the graph as it is then.
      await expect.poll(() => own.identity.standing().length).toBe(1);
      await page.waitForSelector("dateline-viewer[data-ready]");
      await openDialog(page, "Who is who");
      await dialog.getByText("Donald Trump different Vladimir Putin").waitFor();
      await tabTo(page, /^Take back$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Keep this decision$/);
      await page.keyboard.press("Enter");
      await expect.poll(() => own.identity.standing().length).toBe(0);
      expect(errors).toEqual([]);
      await page.close();
      await running.close();
      await own.close();
    });

    test("on a telephone the sentence of a fact is seen without scrolling", async () => {
      const { page } = await openViewer(browser, sample.url, { width: 390, height: 844 });
      await searchFor(page, "Trump");
      await page.locator(`aside [data-fact="${refusal().id}"]`).click();
      const mark = page.locator("aside mark").first();
      await mark.waitFor();
      await page.waitForTimeout(300);
      const seen = await page.evaluate(`(() => {
        const mark = document.querySelector("aside mark");
        const { left, top, bottom } = mark.getClientRects()[0];
        return document.elementFromPoint(left + 2, (top + bottom) / 2) === mark && bottom < innerHeight;
      })()`);
      expect(seen).toBe(true);
      await page.close();
    });

    test("what is typed into the query is written there, and commands nothing", async () => {
      const { page } = await openViewer(browser, `${fixture.url}#tab=query`);
      const editor = page.locator(".cm-content");
      await editor.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("SELECT ?e /n");
      expect(await editor.textContent()).toContain("SELECT ?e /n");
      expect(await page.getByRole("dialog").count()).toBe(0);
      await page.close();
    });

    test("walks the outline by arrow keys, in step with the picture", async () => {
      const { page } = await openViewer(browser, fixture.url);
      await page.getByRole("button", { name: "Outline" }).click();
      const tree = page.getByRole("tree");
      await tree.getByRole("treeitem").first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => tree.locator("[aria-level='2']").count()).toBeGreaterThan(1);
      await page.keyboard.press("Enter");
      const name = await page.locator("#card-title").textContent();
      expect(await tree.locator("[aria-selected=true] .row-label").textContent()).toBe(name);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.locator("aside .evidence").waitFor();
      expect(await tree.locator("[aria-selected=true]").getAttribute("aria-level")).toBe("2");
      await page.close();
    });

    test("the address brings the whole view back, and undo every step of the way", async () => {
      const { page } = await openViewer(browser, fixture.url, { recordTexts: true });
      const steps: (readonly [string, () => Promise<void>])[] = [
        [
          "a node",
          async () =>
            page.keyboard
              .press("/")
              .then(() => page.keyboard.type("Duroc"))
              .then(() => page.keyboard.press("Enter")),
        ],
        ["a filter", () => page.getByRole("checkbox", { name: /^Probable/i }).click()],
        ["a part", () => page.getByRole("button", { name: /Only its neighbourhood/ }).click()],
        ["nearer", () => page.getByRole("button", { name: "Zoom in" }).click()],
        ["the table", () => page.getByRole("button", { name: "Facts", exact: true }).click()],
        ["the graph", () => page.getByRole("button", { name: "Graph", exact: true }).click()],
      ];
      const addresses = [page.url()];
      for (const [, step] of steps) {
        await step();
        await pictureFollowed(page);
        addresses.push(page.url());
      }
      expect(new Set(addresses.slice(0, 6)).size).toBe(6);
      const seen = (await drawnTexts(page)).map(({ text, left, top }) => [
        text,
        Math.round(left),
        Math.round(top),
      ]);

      const again = await openViewer(browser, page.url(), { recordTexts: true });
      await pictureFollowed(again.page);
      expect(again.page.url()).toBe(page.url());
      const brought = (await drawnTexts(again.page)).map(({ text, left, top }) => [
        text,
        Math.round(left),
        Math.round(top),
      ]);
      expect(brought).toEqual(seen);
      await again.page.close();

      await page.locator("h1").click();
      for (let back = addresses.length - 2; back >= 0; back--) {
        await page.keyboard.press("Control+z");
        await expect.poll(() => page.url()).toBe(addresses[back] ?? "");
      }
      for (const address of addresses.slice(1)) {
        await page.keyboard.press("Control+Shift+z");
        await expect.poll(() => page.url()).toBe(address);
      }
      await page.close();
    });

    test("the drawing has the very labels of the screen, as live text", async () => {
      const { page } = await openViewer(browser, sample.url, { recordTexts: true });
      await page.keyboard.press("e");
      await page.getByRole("dialog", { name: "Export" }).waitFor();
      const onScreen = (await drawnTexts(page)).map(({ text }) => text).sort();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "SVG" }).click();
      const svg = await (await import("node:fs/promises")).readFile(await (await download).path(), "utf8");
      const written = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) =>
        (match[1] ?? "").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      );
      // The last text is the line of credit.
      expect(written.slice(0, -1).sort()).toEqual(onScreen);
      expect(onScreen.length).toBeGreaterThan(60);
      await page.close();
    });

    test("the Turtle that is exported says what the graph says, in its terms", async () => {
      const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
      const view = projectGraphView(graph, { title: "Sample", ontology, embedTexts: false });
      const quads = new Parser().parse(toTurtle(indexView(view), view.facts));
      // Passages have no names in the export, and a literal of the view has lost its datatype.
      const named = quads.filter(
        ({ subject, predicate, object }) =>
          subject.termType === "NamedNode" &&
          object.termType !== "BlankNode" &&
          !/confidence$/.test(predicate.value) &&
          !(object.termType === "Literal" && /#object$|#(?!asserted|statedOn)\w+$/.test(predicate.value)),
      );
      expect(new Set(named.map(({ predicate }) => predicate.value)).size).toBeGreaterThan(15);
      const foreign = named.filter(
        ({ subject, predicate, object }) => [...graph.match(subject, predicate, object)].length === 0,
      );
      expect(
        foreign.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]),
      ).toEqual([]);
      const store = new Store(quads);
      const [fact] = view.facts;
      const [words] = store
        .getObjects(`${graph.base}fact/${fact?.id.replace("fact:", "")}`, `${NEWS}evidence`, null)
        .flatMap((passage) => store.getObjects(passage, "http://www.w3.org/ns/oa#hasSelector", null))
        .flatMap((selector) => store.getObjects(selector, "http://www.w3.org/ns/oa#exact", null));
      expect(words?.value).toBe(fact?.evidence.quote);
    });

    test("never runs what an article, a title, a name or an address says, in a published file either", async () => {
      const hostile = `</script><script>window.ran=1</script><img src=x onerror="window.ran=2"><!--<script>`;
      const articles = fixtureArticles().map((article) => ({
        ...article,
        title: `${hostile} ${article.title}`,
        outlet: hostile,
        url: "javascript:window.ran=3",
      }));
      const view = projectGraphView(fixtureGraph(articles), {
        title: hostile,
        ontology: fixtureOntology(),
        embedTexts: true,
      });
      const nodes = view.nodes.map((node) => ({
        ...node,
        label: `${hostile}${node.label}`,
        aliases: [hostile],
      }));
      const facts = view.facts.map((fact) => ({
        ...fact,
        speakers: [{ speaker: hostile, verb: hostile, addressee: hostile, setting: hostile, date: hostile }],
        date: hostile,
        reasons: [hostile],
        quantity: hostile,
        evidence: { ...fact.evidence, quote: `${hostile}${fact.evidence.quote}` },
      }));
      const relations = view.relations.map((relation) => ({ ...relation, label: hostile }));
      const types = view.types.map((type) => ({ ...type, label: hostile }));
      const url = publish("hostile.html", { ...view, nodes, facts, relations, types });
      const { page, errors } = await openViewer(
        browser,
        `${url}#fact=${encodeURIComponent(facts[0]?.id ?? "")}`,
      );
      await page.locator("aside .evidence").waitFor();
      await page.getByRole("button", { name: "Facts", exact: true }).click();
      await page.getByRole("grid").waitFor();
      expect(await page.evaluate("'ran' in window")).toBe(false);
      expect(await page.locator("dateline-viewer :is(img, script, iframe)").count()).toBe(0);
      expect(await page.locator("a[href^=javascript]").count()).toBe(0);
      expect(errors).toEqual([]);
      await page.close();
    });

    test("reads a pasted article and dropped files, shows their facts, and keeps nothing", async () => {
      const running = await serveGraph({
        folder: graph.folder,
        graph,
        port: 0,
        writable: false,
        state: "",
        viewerFolder: viewer.folder,
      });
      const { page, errors } = await openViewer(browser, running.url);
      const before = graph.find().length;
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "What to do" }).waitFor();
      await page.keyboard.type("another");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Read another article" }).waitFor();
      await page
        .getByRole("textbox", { name: "Text of the article" })
        .fill(
          "Harbour talks\n\nMark Rutte met Jonas Eskildsen in Oslo on Monday. Jonas Eskildsen praised the pilots.",
        );
      await page.getByRole("button", { name: "Read it" }).click();
      await page
        .locator(".totals")
        .filter({ hasText: `${graph.articles().length + 1} articles` })
        .waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("Eskildsen");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Jonas Eskildsen" }).waitFor();
      await page.locator("aside .fact").first().click();
      await page.locator("aside mark").waitFor();
      await page.evaluate(`{
        const dropped = new DataTransfer();
        dropped.items.add(new File(["Pilots strike\\n\\nIngrid Tamm met Mark Rutte in Riga on Friday."], "riga.txt"));
        dropped.items.add(new File([""], "empty.txt"));
        dropped.items.add(new File(["\\u0089PNG"], "photo.png", { type: "image/png" }));
        dropped.items.add(new File(["Court rules\\n\\nIngrid Tamm accused Oskar Lund of fraud."], "court.txt"));
        document.querySelector(".canvas").dispatchEvent(
          new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }),
        );
      }`);
      await page
        .locator(".totals")
        .filter({ hasText: `${graph.articles().length + 3} articles` })
        .waitFor();
      await page
        .locator(".toast")
        .filter({
          hasText:
            /^2 of 4 files could not be read: empty\.txt \(There is no text\..*\); photo\.png \(.*no text of an article.*\)\. It is shown on this page only/,
        })
        .waitFor();
      expect(graph.find().length).toBe(before);
      expect(errors.filter((error) => !error.includes("400 (Bad Request)"))).toEqual([]);
      await page.close();
      await running.close();
    });
  },
);
