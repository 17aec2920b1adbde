import type { Dirent } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { DatelineError, InvalidArticleError } from "../model/errors.ts";
import { globBase, globToRegExp, isGlob } from "./glob-pattern.ts";
import { InputNotFoundError } from "./input-errors.ts";
import { explainFileError } from "./input-streams.ts";

/** The bytes of an input, with what its carrier said of them. */
export interface InputBytes {
  /** File path relative to the working folder (with `/`), URL, or "-" for standard input. */
  readonly location: string;
  readonly bytes: Uint8Array;
  /** As a server sent it. */
  readonly mediaType?: string;
  /** The URL that answered in the end. */
  readonly fetchedFrom?: string;
}

/** An input that was found but not yet read. */
export interface PlannedInput {
  readonly location: string;
  /** @throws {@link DatelineError} where it cannot be read */
  read(): Promise<InputBytes>;
}

export interface InputPlan {
  /** In the order of the arguments; within folders and patterns, sorted by path. No file stands twice. */
  readonly inputs: readonly PlannedInput[];
  /** Files in folders that are no articles by their name. */
  readonly skipped: readonly string[];
}

export interface InputSources {
  /** Absolute path that relative ones are read against. */
  readonly workingFolder: string;
  readStandardInput(): Promise<Uint8Array>;
  fetch(url: string): Promise<InputBytes>;
}

/** Bytes of a file that are read into memory; what an article may weigh is decided by who reads it. */
const MAX_FILE_BYTES = 500_000_000;

const ARTICLE_FILE = /\.(txt|text|md|markdown|html?|xhtml|jsonl|ndjson)$/i;

/** Files that lie beside articles and tell of them. */
const ABOUT_FILE = /^(readme|license|licence|copying|notice|sources|changelog|contributing)\b/i;

/**
 * Finds the inputs that command-line arguments name: files, folders (with all below them), glob patterns, http(s)
 * URLs, "-". What is missing is an input whose `read` throws, so that a batch can go on.
 */
export async function planInputs(args: readonly string[], sources: InputSources): Promise<InputPlan> {
  const inputs = new Map<string, PlannedInput>();
  const skipped: string[] = [];
  for (const argument of args) {
    for (const input of await planArgument(argument, sources, skipped)) {
      if (!inputs.has(input.location)) inputs.set(input.location, input);
    }
  }
  return { inputs: [...inputs.values()], skipped };
}

async function planArgument(
  argument: string,
  sources: InputSources,
  skipped: string[],
): Promise<PlannedInput[]> {
  if (argument === "-") {
    return [
      { location: "-", read: async () => ({ location: "-", bytes: await sources.readStandardInput() }) },
    ];
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) {
    return [{ location: argument, read: () => sources.fetch(argument) }];
  }
  const path = resolve(sources.workingFolder, argument);
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory()) return planFolder(argument, path, sources.workingFolder, skipped);
  if (status === undefined && isGlob(argument)) return planPattern(argument, sources.workingFolder);
  return [planFile(path, sources.workingFolder)];
}

async function planFolder(
  argument: string,
  path: string,
  workingFolder: string,
  skipped: string[],
): Promise<PlannedInput[]> {
  const found: PlannedInput[] = [];
  for (const file of await listFiles(path)) {
    const name = file.slice(file.lastIndexOf(sep) + 1);
    if (ARTICLE_FILE.test(name) && !ABOUT_FILE.test(name)) found.push(planFile(file, workingFolder));
    else skipped.push(toLocation(file, workingFolder));
  }
  return found.length > 0
    ? found
    : [missing(argument, "the folder holds no .txt, .md, .html or .jsonl file")];
}

async function planPattern(pattern: string, workingFolder: string): Promise<PlannedInput[]> {
  const matcher = globToRegExp(resolve(workingFolder, pattern).replaceAll(sep, "/"));
  const base = resolve(workingFolder, globBase(pattern.replaceAll(sep, "/")));
  const files = await listFiles(base).catch(() => []);
  const found = files.filter((file) => matcher.test(file.replaceAll(sep, "/")));
  if (found.length === 0) return [missing(pattern, "no file matches")];
  return found.map((file) => planFile(file, workingFolder));
}

/** All files below a folder, sorted by path; hidden ones and `node_modules` left out, each real folder entered once. */
async function listFiles(folder: string, entered = new Set<string>()): Promise<string[]> {
  const real = await realpath(folder);
  if (entered.has(real)) return [];
  entered.add(real);
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === "folder") files.push(...(await listFiles(path, entered)));
    else if (kind === "file") files.push(path);
  }
  return files;
}

async function kindOf(entry: Dirent, path: string): Promise<"file" | "folder" | "other"> {
  const status = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (status?.isDirectory()) return "folder";
  return status?.isFile() ? "file" : "other";
}

function planFile(path: string, workingFolder: string): PlannedInput {
  const location = toLocation(path, workingFolder);
  return { location, read: async () => ({ location, bytes: await readInputFile(path, location) }) };
}

function missing(location: string, message: string): PlannedInput {
  return { location, read: () => Promise.reject(new InputNotFoundError(location, message)) };
}

async function readInputFile(path: string, location: string): Promise<Uint8Array> {
  try {
    const file = await open(path, "r");
    try {
      const status = await file.stat();
      if (!status.isFile()) throw new InputNotFoundError(location, "is not a file");
      if (status.size > MAX_FILE_BYTES) {
        throw new InvalidArticleError(
          location,
          `the file has ${status.size} bytes, more than the ${MAX_FILE_BYTES} allowed; split it`,
        );
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof DatelineError) throw cause;
    throw new InputNotFoundError(location, explainFileError(cause), { cause });
  }
}

/** Paths below the working folder are given relative to it, so that a graph does not depend on where the folder lies. */
function toLocation(path: string, workingFolder: string): string {
  const fromHere = relative(workingFolder, path);
  const outside = fromHere.startsWith("..") || isAbsolute(fromHere);
  return (outside ? path : fromHere).replaceAll(sep, "/");
}
