import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/ingest/decode-text.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const decode = (input: Uint8Array, charset?: string) =>
  decodeText(input, { location: "a.txt", ...(charset !== undefined && { charset }) }).text;

describe("decodeText", () => {
  it("drops a byte order mark", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x68, 0x69))).toBe("hi");
  });

  it.each([
    ["little-endian", bytes(0xff, 0xfe, 0x68, 0, 0xe9, 0)],
    ["big-endian", bytes(0xfe, 0xff, 0, 0x68, 0, 0xe9)],
  ])("reads UTF-16 %s by its byte order mark", (_, input) => {
    expect(decode(input)).toBe("hé");
  });

  it("reads the encoding that the source declares", () => {
    expect(decode(bytes(0x43, 0x61, 0x66, 0xe9), "iso-8859-1")).toBe("Café");
  });

  it("names the first byte that is not UTF-8", () => {
    const input = Uint8Array.from([...utf8("Café in Zürich, "), 0xe9, ...utf8("t")]);
    expect(() => decode(input)).toThrow(/^a\.txt: wrong encoding: byte 18 is not valid UTF-8; convert it/);
  });

  it("refuses a text that is cut within a character", () => {
    expect(() => decode(utf8("Café").subarray(0, 4))).toThrow("wrong encoding: byte 3");
  });

  it("says where the first invalid byte stands when told to be lenient", () => {
    const decoded = decodeText(bytes(0x61, 0xff, 0x62), { location: "a.html", lenient: true });
    expect(decoded).toEqual({ text: "a\ufffdb", invalidAt: 1 });
  });

  it.each([
    ["nothing", bytes(), "the file is empty"],
    ["a PDF", utf8("%PDF-1.7 and so on"), "the file is a PDF"],
    ["an archive", bytes(0x50, 0x4b, 3, 4, 1, 2), "ZIP archive or an office document"],
    ["bytes with NUL", bytes(0x61, 0, 0x62), "NUL byte at 1"],
    ["control characters", bytes(1, 2, 3, 4, 0x61), "4 control characters"],
  ])("refuses %s with the reason", (_, input, reason) => {
    expect(() => decode(input)).toThrow(reason);
  });

  it("refuses an encoding that does not exist", () => {
    expect(() => decode(utf8("text"), "utf-99")).toThrow('unknown encoding "utf-99"');
  });
});
