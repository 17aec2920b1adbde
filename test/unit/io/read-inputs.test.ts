import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputNotFoundError } from "../../../src/io/input-errors.ts";
import { type InputSources, planInputs } from "../../../src/io/read-inputs.ts";
import { asOrdinaryUser } from "../../ordinary-user.ts";

let folder: string;
let sources: InputSources;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-inputs-"));
  sources = {
    workingFolder: folder,
    readStandardInput: async () => new TextEncoder().encode("from stdin"),
    fetch: async (location) => ({
      location,
      bytes: new TextEncoder().encode("from the web"),
      fetchedFrom: location,
    }),
  };
  for (const path of [
    "news/b.txt",
    "news/a.md",
    "news/2025/c.html",
    "news/README.md",
    "news/photo.jpg",
    "news/.d.txt",
  ]) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), path);
  }
});

afterEach(() => rm(folder, { recursive: true }));

const locations = async (...args: string[]) =>
  (await planInputs(args, sources)).inputs.map(({ location }) => location);

describe("planInputs", () => {
  it("takes a folder's articles, with all below it, in the order of their paths", async () => {
    expect(await locations("news")).toEqual(["news/2025/c.html", "news/a.md", "news/b.txt"]);
  });

  it("names what it passed over", async () => {
    expect((await planInputs(["news"], sources)).skipped).toEqual(["news/README.md", "news/photo.jpg"]);
  });

  it("expands patterns, and takes each file once", async () => {
    expect(await locations("news/**/*.{html,txt}", "news/b.txt", "./news/../news/b.txt")).toEqual([
      "news/2025/c.html",
      "news/b.txt",
    ]);
  });

  it("takes a file by its name even where that looks like a pattern, or like no article", async () => {
    await writeFile(join(folder, "what[1]?.txt"), "odd");
    expect(await locations("what[1]?.txt", "news/README.md")).toEqual(["what[1]?.txt", "news/README.md"]);
  });

  it("gives absolute paths for files outside the working folder only", async () => {
    expect(await locations(join(folder, "news/b.txt"))).toEqual(["news/b.txt"]);
    const outside = { ...sources, workingFolder: join(folder, "news/2025") };
    const plan = await planInputs(["../b.txt"], outside);
    expect(plan.inputs[0]?.location).toBe(join(folder, "news/b.txt"));
  });

  it("enters a folder that links to itself only once", async () => {
    await symlink(join(folder, "news"), join(folder, "news/loop"));
    expect(await locations("news")).toEqual(["news/2025/c.html", "news/a.md", "news/b.txt"]);
  });

  it("reads files, standard input and URLs", async () => {
    const { inputs } = await planInputs(["news/b.txt", "-", "https://post.example/a"], sources);
    const read = await Promise.all(inputs.map((input) => input.read()));
    expect(read.map(({ location, bytes }) => [location, new TextDecoder().decode(bytes)])).toEqual([
      ["news/b.txt", "news/b.txt"],
      ["-", "from stdin"],
      ["https://post.example/a", "from the web"],
    ]);
  });

  it.each([
    ["missing.txt", "missing.txt: no such file or folder"],
    ["news/*.pdf", "news/*.pdf: no file matches"],
    ["empty", "empty: the folder holds no .txt, .md, .html or .jsonl file"],
  ])("leaves %s in its place, as an input that cannot be read", async (argument, message) => {
    await mkdir(join(folder, "empty"));
    const { inputs } = await planInputs([argument, "news/b.txt"], sources);
    expect(inputs).toHaveLength(2);
    const reading = inputs[0]?.read();
    await expect(reading).rejects.toThrow(InputNotFoundError);
    await expect(reading).rejects.toThrow(message);
  });

  it("says that a file may not be read", async () => {
    await chmod(folder, 0o755);
    await chmod(join(folder, "news/b.txt"), 0);
    const { inputs } = await planInputs(["news/b.txt"], sources);
    const reading = asOrdinaryUser(async () => inputs[0]?.read());
    await expect(reading).rejects.toThrow("news/b.txt: may not be read (permission denied)");
  });
});
