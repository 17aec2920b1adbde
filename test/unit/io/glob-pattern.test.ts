import { describe, expect, it } from "vitest";
import { globBase, globToRegExp, isGlob } from "../../../src/io/glob-pattern.ts";

describe("globToRegExp", () => {
  it.each([
    ["news/*.txt", "news/a.txt"],
    ["news/**/*.txt", "news/a.txt"],
    ["news/**/*.txt", "news/2025/08/a.txt"],
    ["**", "any/thing.md"],
    ["a?.txt", "ab.txt"],
    ["[a-c]1.txt", "b1.txt"],
    ["[!a]1.txt", "b1.txt"],
    ["*.{txt,md}", "a.md"],
    ["a+b(1).txt", "a+b(1).txt"],
  ])("%s matches %s", (pattern, path) => {
    expect(globToRegExp(pattern).test(path)).toBe(true);
  });

  it.each([
    ["news/*.txt", "news/2025/a.txt"],
    ["*.txt", ".hidden.txt"],
    ["news/**/*.txt", "news/.git/a.txt"],
    ["a?.txt", "a/.txt"],
    ["a.txt", "aXtxt"],
    ["[!a]1.txt", "a1.txt"],
  ])("%s does not match %s", (pattern, path) => {
    expect(globToRegExp(pattern).test(path)).toBe(false);
  });
});

describe("globBase", () => {
  it("is the folder before the first wildcard", () => {
    expect([
      globBase("news/2025/*.txt"),
      globBase("*.txt"),
      globBase("/*.txt"),
      globBase("a/b?/c.txt"),
    ]).toEqual(["news/2025", ".", "/", "a"]);
  });

  it("is asked only of arguments with wildcards", () => {
    expect([isGlob("a*.txt"), isGlob("plain.txt")]).toEqual([true, false]);
  });
});
