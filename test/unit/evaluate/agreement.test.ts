import { describe, expect, it } from "vitest";
import { snakeCaseMembers } from "../../../src/evaluate/report.ts";
import { readFixture, scoreSystem } from "./harbour.ts";

/**
 * The reports under `expected/` were made by the reference scorer, a Python script that this room is a port of. They are
 * never edited by hand, and every number and list of them must be reproduced.
 */
describe("scores agree with the reference scorer", () => {
  it.each(["perfect", "aliases", "passives", "duplicates", "wrong-qualifiers", "broken", "empty"])(
    "on %s",
    (system) => {
      expect(snakeCaseMembers(scoreSystem(system))).toEqual(
        JSON.parse(readFixture(`expected/${system}.json`)),
      );
    },
  );
});
