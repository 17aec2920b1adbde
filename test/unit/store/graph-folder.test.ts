import { describe, expect, it } from "vitest";
import { StoreError } from "../../../src/model/errors.ts";
import { hashText } from "../../../src/model/ids.ts";
import type { Graph } from "../../../src/query/graph.ts";
import { openGraph } from "../../../src/query/open-graph.ts";
import { repairGraph } from "../../../src/query/repair-graph.ts";
import { canonicalLines } from "../../../src/rdf/n-quads.ts";
import { parseQuads } from "../../../src/rdf/parse.ts";
import { Killed, MemoryFolder } from "../../memory-folder.ts";
import { kyivVisit, RESOURCES, tbilisiReport, warsawReport } from "../../samples.ts";

const create = (folder: MemoryFolder) => openGraph(folder, { resources: RESOURCES, access: "create" });
const read = (folder: MemoryFolder) => openGraph(folder, { resources: RESOURCES });
const dump = (graph: Graph) => canonicalLines(graph.match());

async function folderWith(
  ...samples: readonly (readonly [typeof kyivVisit, string])[]
): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  const graph = await create(folder);
  for (const [sample, location] of samples) await graph.add(sample(), { location });
  await graph.close();
  return folder;
}

describe("a graph folder", () => {
  it("holds a manifest and three files per article", async () => {
    const { files } = await folderWith([kyivVisit, "kyiv.md"]);
    const { id, text } = kyivVisit().article;
    const stem = `articles/${id.slice(0, 2)}/${id}`;
    expect([...files.keys()].sort()).toEqual([`${stem}.json`, `${stem}.nq`, `${stem}.txt`, "manifest.json"]);
    expect(files.get(`${stem}.txt`)).toBe(text);
    expect(JSON.parse(files.get(`${stem}.json`) ?? "")).toMatchObject({ id, location: "kyiv.md", facts: 6 });
    expect(JSON.parse(files.get("manifest.json") ?? "")).toEqual({
      format: 1,
      ontologyVersion: expect.any(String),
      base: "https://w3id.org/dateline/data/",
    });
  });

  it("gives back, when opened, what was added", async () => {
    const folder = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    const memory = await create(new MemoryFolder());
    await memory.add(kyivVisit(), { location: "a" });
    await memory.add(warsawReport(), { location: "b" });
    const opened = await read(folder);
    expect(opened.find()).toEqual(memory.find());
    expect(opened.articles()).toEqual(memory.articles());
    expect(opened.article(kyivVisit().article.id)).toEqual(kyivVisit().article);
    expect(dump(opened)).toEqual(dump(memory));
  });

  it("is not written to when the same article comes again", async () => {
    const folder = await folderWith([kyivVisit, "a"]);
    const before = new Map(folder.files);
    const graph = await create(folder);
    const { changes } = folder;
    expect(await graph.add(kyivVisit(), { location: "a" })).toBe("unchanged");
    expect(folder.changes).toBe(changes);
    expect(folder.files).toEqual(before);
  });

  it("has the same bytes whatever the order of articles, and whatever was removed meanwhile", async () => {
    const forwards = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    const backwards = await folderWith([warsawReport, "b"], [kyivVisit, "a"]);
    expect(sorted(backwards)).toEqual(sorted(forwards));
    const more = await folderWith([tbilisiReport, "c"], [warsawReport, "b"], [kyivVisit, "a"]);
    const graph = await create(more);
    expect(await graph.remove("c")).toBe(tbilisiReport().article.id);
    await graph.close();
    expect(sorted(more)).toEqual(sorted(forwards));
    expect(dump(await read(more))).toEqual(dump(await read(forwards)));
  });

  it("replaces an article that was read from the same location before", async () => {
    const folder = await folderWith([kyivVisit, "live.html"]);
    const graph = await create(folder);
    expect(await graph.add(warsawReport(), { location: "live.html" })).toBe("replaced");
    await graph.close();
    expect(sorted(folder)).toEqual(sorted(await folderWith([warsawReport, "live.html"])));
  });

  it("replaces what was read of an article when it is read otherwise", async () => {
    const folder = await folderWith([kyivVisit, "a"]);
    const graph = await create(folder);
    const fewer = { ...kyivVisit(), facts: kyivVisit().facts.slice(0, 2) };
    expect(await graph.add(fewer, { location: "a" })).toBe("replaced");
    expect(graph.find()).toHaveLength(2);
  });

  it("lets one write and many read", async () => {
    const folder = await folderWith([kyivVisit, "a"]);
    const writer = await create(folder);
    await expect(create(folder)).rejects.toThrow("in use by process");
    const reader = await read(folder);
    await expect(reader.add(warsawReport(), { location: "b" })).rejects.toThrow("opened for reading only");
    await writer.close();
    await (await create(folder)).close();
    await expect(writer.add(warsawReport(), { location: "b" })).rejects.toThrow("closed");
  });

  it("is opened where there is one, and made only where asked and nothing else lies", async () => {
    await expect(read(new MemoryFolder())).rejects.toThrow("there is no graph at kg");
    const photos = new MemoryFolder(new Map([["holiday.jpg", "…"]]));
    await expect(create(photos)).rejects.toThrow("kg is not a graph: it holds holiday.jpg");
    await expect(openGraph(photos, { resources: RESOURCES, access: "write" })).rejects.toThrow(StoreError);
  });

  it("keeps its base", async () => {
    const folder = new MemoryFolder();
    const options = { resources: RESOURCES, access: "create", base: "https://kg.example/" } as const;
    const graph = await openGraph(folder, options);
    await graph.add(kyivVisit(), { location: "a" });
    await graph.close();
    const [fact] = (await read(folder)).find({ relation: "met" });
    expect(fact?.subjectId).toBe("https://kg.example/entity/Mark_Rutte");
    await expect(openGraph(folder, { ...options, base: "https://other.example/" })).rejects.toThrow(
      "kg has the base https://kg.example/",
    );
  });
});

describe("a damaged graph folder", () => {
  const { id } = kyivVisit().article;
  const stem = `articles/${id.slice(0, 2)}/${id}`;

  it.each([
    [`${stem}.txt`, (text: string) => text.replace("Rutte", "Ruttte"), "the text was changed"],
    [`${stem}.json`, (text: string) => text.replace("Northern", "Southern"), "was changed"],
    [`${stem}.json`, () => "{", "not the JSON object"],
    [`${stem}.json`, () => "[]", "not the JSON object"],
    [`${stem}.nq`, (text: string) => text.replace("0.93", "0.39"), "checksum"],
    [`${stem}.nq`, (text: string) => text.slice(0, 2000), "checksum"],
    [`${stem}.nq`, () => "", "checksum"],
    ["manifest.json", () => '{"format":99,"ontologyVersion":"1","base":"https://kg.example/"}', "format 99"],
    ["manifest.json", () => "null", "needs"],
  ])("is refused, naming %s", async (path, damage, reason) => {
    const folder = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    folder.files.set(path, damage(folder.files.get(path) ?? ""));
    const opening = read(folder);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(path === "manifest.json" ? "kg" : path);
    await expect(opening).rejects.toThrow(reason);
  });

  it("is refused where a file is missing", async () => {
    const folder = await folderWith([kyivVisit, "a"]);
    folder.files.delete(`${stem}.txt`);
    await expect(read(folder)).rejects.toThrow(`kg/${stem}.txt: missing`);
  });

  it("is refused where the facts of an article are missing, and none of its files is touched", async () => {
    const folder = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    folder.files.delete(`${stem}.nq`);
    await expect(read(folder)).rejects.toThrow(`kg/${stem}.nq: missing`);
    await expect(create(folder)).rejects.toThrow(`kg/${stem}.nq: missing`);
    expect(folder.files.has(`${stem}.txt`)).toBe(true);
  });

  it("does not stay locked", async () => {
    const folder = await folderWith([kyivVisit, "a"]);
    folder.files.set(`${stem}.nq`, "");
    await expect(create(folder)).rejects.toThrow("checksum");
    await repairGraph(folder, { ontology: RESOURCES.ontology, reread: kyivVisit });
    await (await create(folder)).close();
  });
});

describe("what is kept for look-ups", () => {
  const many = { ...kyivVisit() };
  const manyFacts = Array.from({ length: 168 }, (_, n) =>
    many.facts.map((fact) => ({ ...fact, id: `fact:${hashText(`${n} ${fact.id}`).slice(0, 16)}` })),
  ).flat();
  const open = (folder: MemoryFolder, cacheStamp = "1") =>
    openGraph(folder, { resources: RESOURCES, cacheStamp });

  async function largeFolder(): Promise<MemoryFolder> {
    const folder = await folderWith([warsawReport, "b"]);
    const graph = await create(folder);
    await graph.add({ ...many, facts: manyFacts }, { location: "a" });
    await graph.close();
    return folder;
  }

  it("gives the same answers, without reading the files until more is asked for", async () => {
    const folder = await largeFolder();
    const cold = await open(folder);
    const [facts, articles, entities] = [cold.find({ subject: "Rutte" }), cold.articles(), cold.entities()];
    await cold.close();
    expect(facts.length).toBeGreaterThan(300);
    folder.reads = 0;
    const warm = await open(folder);
    expect(warm.find({ subject: "Rutte" })).toEqual(facts);
    expect([warm.articles(), warm.entities()]).toEqual([articles, entities]);
    expect(folder.reads).toBeLessThan(4);
    expect(dump(warm)).toEqual(dump(cold));
    expect(warm.stats()).toEqual(cold.stats());
    expect(warm.article(many.article.id)).toEqual(many.article);
    expect(warm.corroboration()).toEqual(cold.corroboration());
  });

  it.each([
    ["an article", `articles/${many.article.id.slice(0, 2)}/${many.article.id}.nq`],
    ["what is kept", ".cache/look-ups.json"],
  ])("is not used once %s was changed", async (_, path) => {
    const folder = await largeFolder();
    const first = await open(folder);
    first.find();
    await first.close();
    folder.files.set(path, (folder.files.get(path) ?? "").replaceAll("Ukraine", "Ukrania"));
    const opening = open(folder);
    if (path.startsWith("articles")) await expect(opening).rejects.toThrow("checksum");
    else expect((await opening).find({ object: "Ukraine" }).length).toBeGreaterThan(0);
  });

  it("is not used by another version of the program, by writers, or for small graphs", async () => {
    const folder = await largeFolder();
    const first = await open(folder);
    first.find();
    await first.close();
    for (const opening of [() => open(folder, "2"), () => create(folder)]) {
      folder.reads = 0;
      await opening();
      expect(folder.reads).toBeGreaterThan(5);
    }
    const small = await folderWith([kyivVisit, "a"]);
    const graph = await open(small);
    graph.find();
    await graph.close();
    expect([...small.files.keys()].filter((path) => path.startsWith("."))).toEqual([]);
  });
});

describe("repair", () => {
  const { id } = kyivVisit().article;
  const stem = `articles/${id.slice(0, 2)}/${id}`;
  const options = { ontology: RESOURCES.ontology, reread: kyivVisit };
  const own = { path: "own.ttl", name: "https://kg.example/own" };

  async function wholeFolder(): Promise<MemoryFolder> {
    const folder = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    const graph = await create(folder);
    const quads = parseQuads("<a:x> <a:y> <a:z> .", "turtle");
    await graph.importGraph(own.name, quads, { location: own.path });
    await graph.close();
    return folder;
  }

  it("changes nothing where all is whole", async () => {
    const folder = await wholeFolder();
    const { changes } = folder;
    expect(await repairGraph(folder, options)).toEqual({ articles: 2, imports: 1, repairs: [] });
    expect(folder.changes).toBe(changes);
  });

  it.each([(text: string) => text.slice(0, 2000), (text: string) => text.replace("0.93", "0.39"), () => ""])(
    "reads an article again whose facts are damaged, to the same bytes",
    async (damage) => {
      const folder = await wholeFolder();
      const before = sorted(folder);
      folder.files.set(`${stem}.nq`, damage(folder.files.get(`${stem}.nq`) ?? ""));
      const told = await repairGraph(folder, { ...options, dryRun: true });
      expect(told.repairs).toMatchObject([{ done: "its text is whole and can be read again" }]);
      await expect(read(folder)).rejects.toThrow('see with "dateline repair --kg kg --check"');
      const { repairs } = await repairGraph(folder, options);
      expect(repairs).toMatchObject([
        { found: expect.stringContaining(`${stem}.nq`), done: "read again: 6 facts" },
      ]);
      expect(sorted(folder)).toEqual(before);
    },
  );

  it("reads an article again whose facts are missing, to the same bytes", async () => {
    const folder = await wholeFolder();
    const before = sorted(folder);
    folder.files.delete(`${stem}.nq`);
    const told = await repairGraph(folder, { ...options, dryRun: true });
    expect(told.repairs).toMatchObject([{ found: expect.stringContaining(`${stem}.nq: missing`) }]);
    expect(folder.files.has(`${stem}.txt`)).toBe(true);
    const { repairs } = await repairGraph(folder, options);
    expect(repairs).toMatchObject([{ done: "read again: 6 facts", mended: true }]);
    expect(sorted(folder)).toEqual(before);
  });

  it("sets aside what follows from nothing else, and loses nothing of the rest", async () => {
    const folder = await wholeFolder();
    const [imported = ""] = [...folder.files.keys()].filter((path) => path.startsWith("graphs/"));
    folder.files.set(imported, "x");
    folder.files.set(`${stem}.txt`, "another text");
    const { repairs } = await repairGraph(folder, options);
    expect(repairs).toHaveLength(2);
    expect(folder.files.get(`damaged/${stem}.txt`)).toBe("another text");
    expect(folder.files.get(`damaged/${imported}`)).toBe("x");
    expect((await read(folder)).articles()).toMatchObject([{ location: "b" }]);
  });

  it("makes a manifest anew from the names of the graphs", async () => {
    const folder = new MemoryFolder();
    const base = "https://kg.example/";
    const graph = await openGraph(folder, { resources: RESOURCES, access: "create", base });
    await graph.add(kyivVisit(), { location: "a" });
    await graph.close();
    const before = sorted(folder);
    for (const damage of ["{", ""]) {
      folder.files.set("manifest.json", damage);
      expect((await repairGraph(folder, options)).repairs).toMatchObject([{ done: "made anew" }]);
      expect(sorted(folder)).toEqual(before);
    }
    folder.files.delete("manifest.json");
    await repairGraph(folder, options);
    expect(sorted(folder)).toEqual(before);
  });

  it("never drops what people decided", async () => {
    const folder = await wholeFolder();
    folder.files.set("decisions.jsonl", "no json\n");
    const { repairs } = await repairGraph(folder, options);
    expect(repairs).toMatchObject([{ found: "kg/decisions.jsonl, line 1: not JSON" }]);
    expect(folder.files.get("decisions.jsonl")).toBe("no json\n");
  });
});

describe("a process killed while it writes", () => {
  /** Two articles are held; one of them is read otherwise, one goes, one comes from the place of another. */
  async function work(graph: Graph): Promise<void> {
    await graph.add({ ...kyivVisit(), facts: kyivVisit().facts.slice(0, 3) }, { location: "a" });
    await graph.remove("b");
    await graph.add(tbilisiReport(), { location: "a" });
  }

  it("leaves every article whole or absent, wherever it is killed, and the next run comes to the same end", async () => {
    const start = await folderWith([kyivVisit, "a"], [warsawReport, "b"]);
    const finished = new MemoryFolder(start.files);
    const graph = await create(finished);
    await work(graph);
    await graph.close();
    expect(finished.changes).toBe(20);
    for (let killAt = 1; killAt <= finished.changes; killAt++) {
      const killed = new MemoryFolder(start.files, killAt);
      await expect(create(killed).then(work)).rejects.toThrow(Killed);
      const left = new MemoryFolder(killed.files);
      const opened = await read(left);
      for (const { id, facts } of opened.articles()) {
        expect([3, 6]).toContain(opened.find({ article: id }).length);
        expect(opened.article(id)?.text).not.toBe("");
        expect(facts).toBeGreaterThan(0);
      }
      for (const { evidence, article } of opened.find()) {
        const { start, end, quote } = evidence;
        expect(opened.article(article.id)?.text.slice(start, end)).toBe(quote);
      }
      const again = await create(left);
      await work(again);
      await again.close();
      expect(sorted(left)).toEqual(sorted(finished));
    }
  });
});

function sorted({ files }: MemoryFolder): readonly (readonly [string, string])[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}
