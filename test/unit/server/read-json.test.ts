import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readJson } from "../../../src/server/guard.ts";

function read(body: string, type = "application/json", limit = 100) {
  const request = Object.assign(Readable.from([Buffer.from(body)]), { headers: { "content-type": type } });
  return readJson(request as unknown as IncomingMessage, limit, '{"text": "…"}');
}

describe("a body of JSON", () => {
  it("gives its fields, whatever parameters its media type has", async () => {
    expect(await read('{"text": "Ana"}', "Application/JSON; charset=utf-8")).toEqual({ text: "Ana" });
  });

  it.each(["null", "7", '"text"'])("that is %s has no fields", async (body) => {
    expect(await read(body)).toEqual({});
  });

  it.each([
    ["{}", "text/plain", 415, 'Send application/json: {"text": "…"}.'],
    ["{", "application/json", 400, "The body is not JSON."],
    [JSON.stringify("x".repeat(100)), "application/json", 413, "The body is larger than 100 bytes."],
  ])("%s as %s is refused with %i", async (body, type, status, message) => {
    await expect(read(body, type)).rejects.toMatchObject({ name: "Refusal", status, message });
  });
});
