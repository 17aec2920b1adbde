import { describe, expect, test } from "vitest";
import type { GraphViewFact } from "../../../src/view/graph-view.ts";
import { joinCommunities } from "../../../viewer/state/community-lines.ts";
import { showsCommunities } from "../../../viewer/state/overview.ts";
import { applyCommand, INITIAL_STATE } from "../../../viewer/state/view-state.ts";

describe("an overview by communities", () => {
  const nodeIds = new Set(["a", "b", "c"]);

  test("stands for too many things, until all or a part are asked for", () => {
    expect(showsCommunities(INITIAL_STATE, { nodeIds }, 2)).toBe(true);
    expect(showsCommunities(INITIAL_STATE, { nodeIds }, 3)).toBe(false);
    const everything = applyCommand(INITIAL_STATE, { type: "show-everything", on: true });
    expect(showsCommunities(everything, { nodeIds }, 2)).toBe(false);
    expect(
      showsCommunities(applyCommand(everything, { type: "show-everything", on: false }), { nodeIds }, 2),
    ).toBe(true);
    expect(
      showsCommunities(applyCommand(INITIAL_STATE, { type: "show-only", ids: ["a"] }), { nodeIds }, 2),
    ).toBe(false);
    const selected = applyCommand(INITIAL_STATE, { type: "select-node", id: "a" });
    expect(showsCommunities(selected, { nodeIds }, 2)).toBe(false);
    expect(showsCommunities(applyCommand(selected, { type: "clear-selection" }), { nodeIds }, 2)).toBe(true);
  });

  test("joins communities by their facts, each by its strongest three", () => {
    const communities = ["a", "b", "c", "d", "e"].map((name) => ({ name, nodes: [`${name}1`, `${name}2`] }));
    const facts = (
      [
        ["a1", "b1"],
        ["b2", "a2"],
        ["a1", "c1"],
        ["d1", "a1"],
        ["a1", "e1"],
        ["a1", "a2"],
        ["a1", "elsewhere"],
        ["b1", "c1"],
        ["b1", "d1"],
        ["b1", "e1"],
        ["c1", "d1"],
        ["c1", "d2"],
        ["e1", "d1"],
        ["e2", "d2"],
        ["e2", "c2"],
        ["e2", "c1"],
      ] as const
    ).map(([source, target], at) => ({ id: `fact:${at}`, source, target }) as unknown as GraphViewFact);
    const lines = joinCommunities(communities, facts);
    expect(lines[0]).toEqual({ from: 0, to: 1, facts: 2 });
    expect(lines.map(({ from, to }) => `${from}${to}`)).not.toContain("14");
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.every(({ from, to, facts: count }) => from < to && count > 0)).toBe(true);
    // The same facts give the same lines.
    expect(joinCommunities(communities, facts)).toEqual(lines);
  });
});
