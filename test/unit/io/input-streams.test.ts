import { describe, expect, it } from "vitest";
import { readAll, readTextFile, streamFile } from "../../../src/io/input-streams.ts";

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe("readAll", () => {
  it("joins the chunks of a stream", async () => {
    expect(new TextDecoder().decode(await readAll(chunks("one ", "two"), "standard input", 100))).toBe(
      "one two",
    );
  });

  it("stops at its limit", async () => {
    await expect(readAll(chunks("one ", "two"), "standard input", 5)).rejects.toThrow(
      "standard input: holds more than the 5 bytes allowed",
    );
  });
});

describe("files that cannot be read", () => {
  it("are named with the reason", async () => {
    await expect(readTextFile("no/such.rq")).rejects.toThrow("no/such.rq: no such file or folder");
    await expect(readTextFile("src")).rejects.toThrow("src: is a folder, not a file");
    const reading = (async () => {
      for await (const _ of streamFile("no/such.txt"));
    })();
    await expect(reading).rejects.toThrow("no/such.txt: no such file or folder");
  });
});
