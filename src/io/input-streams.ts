import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { InvalidArticleError } from "../model/errors.ts";
import { InputNotFoundError } from "./input-errors.ts";

/**
 * The bytes of a file as they come.
 *
 * @throws {@link InputNotFoundError} while iterating, where it cannot be read
 */
export async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (cause) {
    throw new InputNotFoundError(path, explainFileError(cause), { cause });
  }
}

/** @throws {@link InputNotFoundError} where it cannot be read */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new InputNotFoundError(path, explainFileError(cause), { cause });
  }
}

export async function fileExists(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() ?? false;
}

/**
 * All of a stream of bytes.
 *
 * @throws {@link InvalidArticleError} beyond `limit` bytes
 */
export async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  location: string,
  limit: number,
): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) {
      throw new InvalidArticleError(location, `holds more than the ${limit} bytes allowed; split it`);
    }
    held.push(chunk);
  }
  return Buffer.concat(held);
}

/** What the system's error means to a user. */
export function explainFileError(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "may not be read (permission denied)";
  if (code === "EISDIR") return "is a folder, not a file";
  return `cannot be read (${code || String(cause)})`;
}
