import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { nounClasses } from "../../../src/training/lexicon/noun-classes.ts";

const folder = mkdtempSync(path.join(tmpdir(), "wordnet-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("classes a noun by what its most frequent sense that is no name is a kind of", () => {
  writeFileSync(
    path.join(folder, "data.noun"),
    [
      "  1 A line of the licence.",
      "00000001 03 n 01 person 0 000 | a human being",
      "00000002 18 n 02 miller 0 grinder 0 001 @ 00000001 n 0000 | who runs a mill",
      "00000003 06 n 01 structure 0 000 | a thing built",
      "00000004 06 n 01 villa 0 001 @ 00000003 n 0000 | a house",
      "00000005 18 n 01 Villa 0 001 @i 00000001 n 0000 | a revolutionary",
      "00000006 09 n 01 idea 0 000 | a thought",
    ].join("\n"),
  );
  writeFileSync(
    path.join(folder, "index.noun"),
    [
      "person n 1 0 1 1 00000001  ",
      "miller n 1 1 @ 1 1 00000002  ",
      "structure n 1 0 1 1 00000003  ",
      "villa n 2 1 @ 2 1 00000005 00000004  ",
      "idea n 1 0 1 1 00000006  ",
    ].join("\n"),
  );
  expect(nounClasses(folder)).toEqual([
    ["person", "Group"],
    ["miller", "Group"],
    ["structure", "Place"],
    ["villa", "Place"],
  ]);
});
