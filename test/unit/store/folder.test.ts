import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFolder } from "../../../src/io/folder.ts";
import { StoreError } from "../../../src/model/errors.ts";
import { asOrdinaryUser } from "../../ordinary-user.ts";

describe("openFolder", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "dateline-folder-"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("writes, lists, reads and removes, and leaves no empty folders", async () => {
    const folder = openFolder(join(root, "kg"));
    expect(await folder.list()).toEqual([]);
    await folder.write("articles/ab/one.txt", "é 🙂");
    await folder.write("articles/ab/one.txt", "other");
    await folder.write("manifest.json", "{}");
    expect(await folder.list()).toEqual(["articles/ab/one.txt", "manifest.json"]);
    expect(await folder.read("articles/ab/one.txt")).toBe("other");
    expect(await folder.read("articles/ab/two.txt")).toBeUndefined();
    await folder.remove("articles/ab/one.txt");
    await folder.remove("articles/ab/one.txt");
    expect(await readdir(join(root, "kg"))).toEqual(["manifest.json"]);
  });

  it("keeps a byte order mark and refuses what is not UTF-8", async () => {
    const folder = openFolder(root);
    await folder.write("bom.txt", "\ufefftext");
    expect(await folder.read("bom.txt")).toBe("\ufefftext");
    await writeFile(join(root, "latin.txt"), Buffer.from([0x63, 0xe9]));
    await expect(folder.read("latin.txt")).rejects.toThrow(/latin\.txt: not UTF-8/);
  });

  it("says what is in the way", async () => {
    await writeFile(join(root, "file"), "");
    const folder = openFolder(join(root, "file"));
    await expect(folder.write("a.txt", "")).rejects.toThrow(StoreError);
    await expect(folder.lock()).rejects.toThrow(/file/);
  });

  it("says why nothing can be written, leaves what was there, and no half file", async () => {
    const script = `import { openFolder } from ${JSON.stringify(new URL("../../../src/io/folder.ts", import.meta.url).href)};
      const folder = openFolder(process.argv[1]);
      await folder.write("a.txt", "small");
      process.on("SIGXFSZ", () => {});
      await folder.write("a.txt", "x".repeat(3_000_000)).then(() => console.log("written"), (error) => console.log(error.message));`;
    // 1024 blocks of 512 or 1024 bytes: as near to a full disk as comes without a disk.
    const tsx = ["--import", "tsx", "--input-type=module", "-e", script, join(root, "kg")];
    const run = spawnSync("sh", ["-c", 'ulimit -f 1024; exec "$@"', "sh", process.execPath, ...tsx], {
      encoding: "utf8",
    });
    expect(run.stdout).toMatch(/^cannot write .*a\.txt: the file would be larger than the system allows/);
    expect(await readdir(join(root, "kg"))).toEqual(["a.txt"]);
    expect(await openFolder(join(root, "kg")).read("a.txt")).toBe("small");
  });

  it("says that a folder is read-only", async () => {
    await chmod(root, 0o555);
    const tried = await asOrdinaryUser(async () => [
      await openFolder(root).write("a.txt", "").catch(String),
      await openFolder(root).lock().catch(String),
    ]);
    expect(tried).toEqual([
      expect.stringMatching(/cannot write .*a\.txt: permission denied/),
      expect.stringMatching(/cannot lock .*: permission denied/),
    ]);
    await chmod(root, 0o700);
  });

  it("is locked for one at a time", async () => {
    const folder = openFolder(join(root, "kg"));
    const lock = await folder.lock();
    await expect(openFolder(join(root, "kg")).lock()).rejects.toThrow("in use by this process already");
    await lock.release();
    expect(await readdir(root)).toEqual([]);
  });

  it("names the process that holds it", async () => {
    await writeFile(join(root, ".lock"), `${process.ppid}\n`);
    await expect(openFolder(root).lock()).rejects.toThrow(`in use by process ${process.ppid}`);
  });

  it("takes the lock over from a process that died, and sweeps its half-written files", async () => {
    // Process ids end well below this on every system.
    await writeFile(join(root, ".lock"), "999999999\n");
    await writeFile(join(root, ".one.txt.999999999.tmp"), "hal");
    await writeFile(join(root, "two.txt"), "whole");
    const lock = await openFolder(root).lock();
    expect(await readdir(root)).toEqual([".lock", "two.txt"]);
    await lock.release();
    expect(await readdir(root)).toEqual(["two.txt"]);
  });
});
