import { gunzipSync, gzipSync, strFromU8, strToU8 } from "fflate";
import { ModelError } from "../../model/errors.ts";

/** "DLM1": Dateline language model, format 1. */
const MAGIC = [0x44, 0x4c, 0x4d, 0x31];

/** Named parts of a model file. */
export type ModelSections = ReadonlyMap<string, Uint8Array>;

/**
 * Packs sections into one file: four bytes of magic, then gzip over the length of an index, the index as JSON
 * (`[name, length]` in order) and the sections' bytes.
 */
export function packModel(sections: ModelSections): Uint8Array {
  const index = strToU8(JSON.stringify([...sections].map(([name, bytes]) => [name, bytes.length])));
  const total = [...sections.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const body = new Uint8Array(4 + index.length + total);
  new DataView(body.buffer).setUint32(0, index.length, true);
  body.set(index, 4);
  let position = 4 + index.length;
  for (const bytes of sections.values()) {
    body.set(bytes, position);
    position += bytes.length;
  }
  // A fixed time keeps the bytes the same from run to run.
  const packed = gzipSync(body, { level: 9, mtime: "1980-01-01T00:00:00Z" });
  const file = new Uint8Array(MAGIC.length + packed.length);
  file.set(MAGIC);
  file.set(packed, MAGIC.length);
  return file;
}

/** Opens a file that {@link packModel} made. Throws {@link ModelError} on anything else. */
export function unpackModel(file: Uint8Array): ModelSections {
  if (file.length < 8 || MAGIC.some((byte, index) => file[index] !== byte)) {
    throw new ModelError("not a Dateline language model (wrong first bytes)");
  }
  try {
    const body = gunzipSync(file.subarray(MAGIC.length));
    const indexLength = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
    const index: unknown = JSON.parse(strFromU8(body.subarray(4, 4 + indexLength)));
    const sections = new Map<string, Uint8Array>();
    let position = 4 + indexLength;
    for (const [name, length] of index as [string, number][]) {
      sections.set(name, body.subarray(position, position + length));
      position += length;
    }
    if (position !== body.length) throw new ModelError("the language model is cut short");
    return sections;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError("the language model is damaged", { cause: error });
  }
}

/** Reads a section as text. */
export function textSection(sections: ModelSections, name: string): string {
  return strFromU8(byteSection(sections, name));
}

/** Reads a section's bytes. */
export function byteSection(sections: ModelSections, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) throw new ModelError(`the language model has no part "${name}"`);
  return bytes;
}
