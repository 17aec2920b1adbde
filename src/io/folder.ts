import { readFileSync } from "node:fs";
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rmdir,
  stat,
  unlink,
} from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Folder, FolderLock } from "../model/effects.ts";
import { StoreError } from "../model/errors.ts";

const LOCK = ".lock";
/** Names of files being written; one that is found later was left by a process that died. */
const TEMPORARY = /^\..*\.tmp$/;

/** The folder at `path`; made on the first write if it does not exist. */
export function openFolder(path: string): Folder {
  const root = resolve(path);
  const at = (file: string) => join(root, ...file.split("/"));
  return {
    path,
    async list() {
      const found = await filesBelow(root);
      return found.map((file) => relative(root, file).split(sep).join("/")).sort();
    },
    async stamps() {
      const stamps = new Map<string, string>();
      for (const file of await filesBelow(root)) {
        const { size, mtimeNs } = await guarded(file, "read", () => stat(file, { bigint: true }));
        stamps.set(relative(root, file).split(sep).join("/"), `${size} ${mtimeNs}`);
      }
      return stamps;
    },
    read: (file) => readText(at(file)),
    readNow: (file) => readTextNow(at(file)),
    readBytes: (file) => readWhole(at(file)),
    write: (file, content) => guarded(at(file), "write", () => writeWhole(at(file), content)),
    remove: (file) => guarded(at(file), "remove", () => removeFile(root, at(file))),
    lock: () => guarded(root, "lock", () => lockFolder(root, path)),
  };
}

/** Runs an action on a file; a failure of the system becomes a {@link StoreError} naming file and reason. */
async function guarded<T>(file: string, verb: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`cannot ${verb} ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  ENOSPC: "no space left on the disk",
  EFBIG: "the file would be larger than the system allows",
  EDQUOT: "the quota of the disk is used up",
  EROFS: "the file system is read-only",
  ENOTDIR: "a file stands where a folder is needed",
  EEXIST: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
};

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
}

async function filesBelow(folder: string): Promise<string[]> {
  return guarded(folder, "list", async () => {
    let entries: Awaited<ReturnType<typeof entriesOf>>;
    try {
      entries = await entriesOf(folder);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    }
    const found: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) found.push(...(await filesBelow(path)));
      else found.push(path);
    }
    return found;
  });
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true });

async function readWhole(file: string): Promise<Uint8Array | undefined> {
  return guarded(file, "read", async () => {
    try {
      return await readFile(file);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  });
}

async function readText(file: string): Promise<string | undefined> {
  const bytes = await readWhole(file);
  return bytes === undefined ? undefined : decode(bytes, file);
}

function readTextNow(file: string): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new StoreError(`cannot read ${file}: ${reasonOf(error)}`, { cause: error });
  }
  return decode(bytes, file);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new StoreError(`${file}: not UTF-8 text`, { cause: error });
  }
}

/** Temporary file, fsync, rename, fsync of the folder: after a power cut the file is whole, old or new. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${file.slice(folder.length + 1)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(content, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Makes the renames and removals in a folder last. Windows cannot open folders, and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, "r");
  } catch {
    return;
  }
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems refuse to sync a folder; the rename itself stays atomic.
    if (!["EINVAL", "EPERM", "EISDIR"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

async function removeFile(root: string, file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  await syncFolder(dirname(file));
  for (let folder = dirname(file); folder.startsWith(root + sep); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return; // not empty, or already gone
    }
  }
}

async function lockFolder(root: string, shown: string): Promise<FolderLock> {
  await mkdir(root, { recursive: true });
  const file = join(root, LOCK);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await createLock(file)) {
      await sweepTemporaries(root);
      return { release: () => guarded(file, "remove", () => releaseLock(root, file)) };
    }
    const holder = Number((await readText(file))?.trim());
    if (isAlive(holder)) {
      const who = holder === process.pid ? "this process already" : `process ${holder}`;
      throw new StoreError(`${shown} is in use by ${who}; wait until it is done, or stop it`);
    }
    // Left by a process that died.
    await unlink(file).catch(() => undefined);
  }
  throw new StoreError(`${shown} is in use: ${file} cannot be taken over`);
}

async function releaseLock(root: string, file: string): Promise<void> {
  await removeFile(root, file);
  // Nothing was written: leave no empty folder behind.
  await rmdir(root).catch(() => undefined);
}

/** Makes the lock file appear with its content at once: a link either comes into being or finds one there. */
async function createLock(file: string): Promise<boolean> {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(`${process.pid}\n`);
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Removes half-written files of processes that died. */
async function sweepTemporaries(folder: string): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await sweepTemporaries(path);
    else if (TEMPORARY.test(entry.name)) await unlink(path).catch(() => undefined);
  }
}
