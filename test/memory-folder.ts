import type { Folder } from "../src/model/effects.ts";
import { StoreError } from "../src/model/errors.ts";
import { hashText } from "../src/model/ids.ts";

/** Thrown in the place of a power cut. */
export class Killed extends Error {}

/** A folder in memory. It can be killed at its n-th change, which then has not happened. */
export class MemoryFolder implements Folder {
  readonly path = "kg";
  readonly files: Map<string, string>;
  /** Changes (writes and removals) so far. */
  changes = 0;
  /** Files read so far. */
  reads = 0;
  #killAt: number;
  #locked = false;

  constructor(files: ReadonlyMap<string, string> = new Map(), killAt = Number.POSITIVE_INFINITY) {
    this.files = new Map(files);
    this.#killAt = killAt;
  }

  async list() {
    return [...this.files.keys()].filter((path) => !path.startsWith(".")).sort();
  }

  async stamps() {
    return new Map((await this.list()).map((path) => [path, hashText(this.files.get(path) ?? "")]));
  }

  readNow(path: string) {
    this.reads++;
    return this.files.get(path);
  }

  async read(path: string) {
    this.reads++;
    return this.files.get(path);
  }

  async readBytes(path: string) {
    const content = this.files.get(path);
    return content === undefined ? undefined : new TextEncoder().encode(content);
  }

  async write(path: string, content: string | Uint8Array) {
    this.#change();
    this.files.set(path, typeof content === "string" ? content : new TextDecoder().decode(content));
  }

  async remove(path: string) {
    this.#change();
    this.files.delete(path);
  }

  async lock() {
    if (this.#locked) throw new StoreError("kg is in use by process 4711");
    this.#locked = true;
    return {
      release: async () => {
        this.#locked = false;
      },
    };
  }

  #change(): void {
    if (++this.changes >= this.#killAt) throw new Killed();
  }
}
