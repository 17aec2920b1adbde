import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { Refusal } from "./refusal.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

export interface StaticFile {
  readonly body: Buffer;
  readonly mediaType: string;
  /** Its name holds a hash of its content. */
  readonly isHashed: boolean;
}

const NOT_BUILT = "The viewer has not been built. Run `npm run build`, then reload this page.";

/**
 * Reads a file of the viewer by the path of an address.
 *
 * @throws {@link Refusal} where there is none, or where it lies outside of the folder, links included
 */
export async function readStatic(folder: string, path: string): Promise<StaticFile> {
  const name = path === "/" ? "/index.html" : path;
  let root: string;
  try {
    root = await realpath(folder);
    await realpath(join(root, "index.html"));
  } catch {
    throw new Refusal(503, NOT_BUILT);
  }
  const mediaType = MEDIA_TYPES[extname(name)];
  if (mediaType === undefined || name.includes("\0")) throw new Refusal(404, "There is no such page.");
  try {
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep)) throw new Refusal(404, "There is no such page.");
    return { body: await readFile(file), mediaType, isHashed: /^\/assets\/.*-[\w-]{8}\.\w+$/.test(name) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(404, "There is no such page.");
  }
}
