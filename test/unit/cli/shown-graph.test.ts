import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { graphStateOf, isViewKept, prepareView, serveGraph } from "../../../src/cli/services.ts";
import { openGraph } from "../../../src/library/open-graph.ts";
import { StoreError } from "../../../src/model/errors.ts";
import { type GraphView, parseGraphView } from "../../../src/view/graph-view.ts";
import { articleOf, extractionOf, person } from "../../builders.ts";

const VISIT = "Visit\nAnna Berg met Carl Dahl in the morning. Carl Dahl met Eva Falk at noon.";
const LATER = "Later\nEva Falk met Gustav Holm in the evening.";

function meetings(text: string, ...pairs: readonly (readonly [string, string, string])[]) {
  const names = [...new Set(pairs.flatMap((pair) => pair.slice(0, 2)))];
  return extractionOf(
    articleOf(text),
    names.map((name) => person(name)),
    pairs.map(([subject, object, quote]) => ({ subject, relation: "met", object, quote })),
  );
}

describe("a graph that is shown", () => {
  let folder: string;
  const addVisit = async (): Promise<void> => {
    const graph = await openGraph(folder, { access: "create" });
    await graph.add(
      meetings(
        VISIT,
        ["Anna Berg", "Carl Dahl", "Anna Berg met Carl Dahl"],
        ["Carl Dahl", "Eva Falk", "Carl Dahl met Eva Falk"],
      ),
      { location: "visit.txt" },
    );
    await prepareView(graph, { state: await graphStateOf(folder) });
    await graph.close();
  };
  const addLater = async (): Promise<void> => {
    const graph = await openGraph(folder, { access: "write" });
    await graph.add(meetings(LATER, ["Eva Falk", "Gustav Holm", "Eva Falk met Gustav Holm"]), {
      location: "later.txt",
    });
    await graph.close();
  };
  const shown = async (url: string): Promise<GraphView> =>
    parseGraphView(await (await fetch(`${url}api/graph-view`)).json());
  const serve = async () => {
    const state = await graphStateOf(folder);
    const graph = await openGraph(folder);
    const server = await serveGraph({
      folder,
      graph,
      port: 0,
      writable: false,
      state,
      open: () => openGraph(folder),
    });
    return { url: server.url, close: () => server.close().then(() => graph.close()) };
  };

  /** As `dateline view` does where the view is kept. @param open how often the graph was opened, and when it may be */
  const serveKept = async (may: () => Promise<void> = async () => {}) => {
    const opened = { times: 0 };
    const state = await graphStateOf(folder);
    expect(await isViewKept(folder, state)).toBe(true);
    const server = await serveGraph({
      folder,
      graph: null,
      port: 0,
      writable: false,
      state,
      open: async () => {
        opened.times++;
        await may();
        return openGraph(folder);
      },
    });
    return { ...server, opened };
  };
  const findings = async (url: string, subject: string): Promise<number> =>
    ((await (await fetch(`${url}api/find?subject=${subject}`)).json()) as unknown[]).length;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "dateline-shown-")), "kg");
    await addVisit();
  });
  afterEach(() => rm(join(folder, ".."), { recursive: true }));

  test("comes with the places that were kept when it was built, the same bytes each time", async () => {
    const server = await serve();
    const view = await shown(server.url);
    expect(view.positions.map(({ node }) => node).sort()).toEqual(view.nodes.map(({ id }) => id).sort());
    await server.close();
    const kept = await readFile(join(folder, ".cache/positions.json"), "utf8");
    await rm(join(folder, ".cache"), { recursive: true });
    const graph = await openGraph(folder);
    await prepareView(graph, { state: await graphStateOf(folder) });
    await graph.close();
    expect(await readFile(join(folder, ".cache/positions.json"), "utf8")).toBe(kept);
  });

  test("is opened again where articles were added meanwhile, and what stood keeps its place", async () => {
    const server = await serve();
    const before = await shown(server.url);
    await addLater();
    const after = await shown(server.url);
    expect(before.facts.length).toBe(2);
    expect(after.facts.length).toBe(3);
    const found = (await (
      await fetch(`${server.url}api/find?subject=Falk&relation=met`)
    ).json()) as unknown[];
    expect(found.length).toBe(1);
    // What is new has no place yet: the viewer fits it in.
    expect(after.positions).toEqual(before.positions);
    await server.close();
  });

  test("is shown before it is opened, which the first who needs more does, once", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const server = await serveKept(() => gate);
    const answer = await fetch(`${server.url}api/graph-view`);
    expect(answer.headers.get("dateline-graph")).toBe("opened-when-asked");
    expect(parseGraphView(await answer.json()).facts.length).toBe(2);
    expect((await fetch(`${server.url}api/abilities`)).status).toBe(200);
    expect(server.opened.times).toBe(0);
    const waiting = [findings(server.url, "Berg"), findings(server.url, "Dahl")];
    // The view does not wait for the graph, not even while it opens.
    expect((await shown(server.url)).facts.length).toBe(2);
    open();
    expect(await Promise.all(waiting)).toEqual([1, 1]);
    expect(server.opened.times).toBe(1);
    const later = await fetch(`${server.url}api/graph-view`);
    expect(later.headers.get("dateline-graph")).toBe("open");
    await server.close();
  });

  test("is not shown as it was once its files have changed", async () => {
    const server = await serveKept();
    await addLater();
    expect(await isViewKept(folder, await graphStateOf(folder))).toBe(false);
    expect((await shown(server.url)).facts.length).toBe(3);
    expect(server.opened.times).toBe(1);
    await server.close();
    // The view that was made is kept in its turn: the next server need not open the graph.
    const next = await serveKept();
    expect((await shown(next.url)).facts.length).toBe(3);
    expect(next.opened.times).toBe(0);
    await next.close();
  });

  test("is opened as it is by then, where files have changed since it was shown", async () => {
    const server = await serveKept();
    await shown(server.url);
    await addLater();
    expect(await findings(server.url, "Falk")).toBe(1);
    await server.close();
  });

  test("says that it cannot be opened, shows what is kept, and is tried again", async () => {
    let fails = true;
    const server = await serveKept(async () => {
      if (fails) throw new StoreError("articles/x.trig is damaged");
    });
    const refused = await fetch(`${server.url}api/find?subject=Berg`);
    expect([refused.status, await refused.text()]).toEqual([503, "articles/x.trig is damaged\n"]);
    expect((await shown(server.url)).facts.length).toBe(2);
    fails = false;
    expect(await findings(server.url, "Berg")).toBe(1);
    expect(server.opened.times).toBe(2);
    await server.close();
  });

  test("is made anew where what was kept was changed or is of another state", async () => {
    const whole = await (await serve())
      .close()
      .then(() => readFile(join(folder, ".cache/view.json"), "utf8"));
    for (const damaged of ["", whole.replace("Anna", "Emma"), `${whole.split("\n")[0]}\n{`]) {
      await writeFile(join(folder, ".cache/view.json"), damaged);
      await writeFile(join(folder, ".cache/positions.json"), damaged);
      const server = await serve();
      const view = await shown(server.url);
      expect(view.nodes.map(({ label }) => label).sort()).toEqual(["Anna Berg", "Carl Dahl", "Eva Falk"]);
      await server.close();
    }
  });

  test("is shown where nothing can be kept beside it", async () => {
    await rm(join(folder, ".cache"), { recursive: true });
    await writeFile(join(folder, ".cache"), "in the way");
    const server = await serve();
    expect((await shown(server.url)).facts.length).toBe(2);
    await server.close();
  });
});
