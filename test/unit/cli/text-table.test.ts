import { describe, expect, it } from "vitest";
import { displayWidth, formatTable } from "../../../src/cli/text-table.ts";

describe("formatTable", () => {
  it("aligns columns, numbers at the right", () => {
    const table = formatTable(
      ["name", "facts"],
      [
        ["Anna", "7"],
        ["Bo", "120"],
      ],
      { right: [1] },
    );
    expect(table).toBe("name  facts\nAnna      7\nBo      120\n");
  });

  it("cuts the widest column first, and never beyond the width", () => {
    const rows = [["Anna Lind", "said that the pier would be rebuilt before the summer"]];
    const table = formatTable(["who", "what"], rows, { width: 40 });
    expect(table).toBe("who        what\nAnna Lind  said that the pier would be…\n");
  });

  it("keeps text of an article within its cell", () => {
    expect(formatTable(["a", "b"], [["one\ntwo\u001b[31m", "x"]])).toBe("a             b\none two [31m  x\n");
  });

  it("is empty for no rows", () => {
    expect(formatTable(["a"], [])).toBe("");
  });
});

describe("displayWidth", () => {
  it.each([
    ["Zelensky", 8],
    ["Zele\u0301nsky", 8],
    ["東京", 4],
    ["👍🏽", 2],
    ["—“…”", 4],
  ])("of %s is %d", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
