import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { StoreError } from "../model/errors.ts";
import { explainFileError } from "./input-streams.ts";

/**
 * Writes a text file whole or not at all: what stood there before stays until the new content is on the disk.
 *
 * @throws {@link StoreError} where it cannot be written
 */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, content, { flush: true });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new StoreError(`${path} cannot be written: ${explainFileError(cause)}`, { cause });
  }
}
