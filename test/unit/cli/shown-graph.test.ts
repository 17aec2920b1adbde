import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { graphStateOf, prepareView, serveGraph } from "../../../src/cli/services.ts";
import { openGraph } from "../../../src/library/open-graph.ts";
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
      graph,
      port: 0,
      writable: false,
      state,
      reopen: () => openGraph(folder),
    });
    return { url: server.url, close: () => server.close().then(() => graph.close()) };
  };

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
