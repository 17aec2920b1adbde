import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { StoreError } from "../model/errors.ts";
import { explainFileError } from "./input-streams.ts";

/**
 * Writes a text file whole or not at all: what stood there before stays until the new content is on the disk.
 *
 * @param content in one or in pieces, of which one at a time is held
 *
 * @throws {@link StoreError} where it cannot be written
 */
export async function writeFileWhole(path: string, content: string | Iterable<string>): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, typeof content === "string" ? content : joinPieces(content), { flush: true });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new StoreError(`${path} cannot be written: ${explainFileError(cause)}`, { cause });
  }
}

/** Few and large writes: pieces may be as small as a line. */
function* joinPieces(pieces: Iterable<string>): Iterable<string> {
  let joined = "";
  for (const piece of pieces) {
    joined += piece;
    if (joined.length < 1 << 16) continue;
    yield joined;
    joined = "";
  }
  yield joined;
}
