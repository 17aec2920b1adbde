import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, type Weights } from "../../../src/evaluate/assignment.ts";

function toWeights(cells: readonly (readonly [row: number, column: number, weight: number])[]): Weights {
  const weights = new Map<number, Map<number, number>>();
  for (const [row, column, weight] of cells) {
    weights.set(row, (weights.get(row) ?? new Map<number, number>()).set(column, weight));
  }
  return weights;
}

function total(weights: Weights, matching: ReadonlyMap<number, number>): number {
  return [...matching].reduce((sum, [row, column]) => sum + (weights.get(row)?.get(column) ?? 0), 0);
}

/** The best sum over all matchings, by trying them. */
function bestTotal(weights: Weights, rows: number, row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === rows) return 0;
  const options = [...(weights.get(row) ?? [])].filter(([column]) => !taken.has(column));
  return Math.max(
    bestTotal(weights, rows, row + 1, taken),
    ...options.map(
      ([column, weight]) => weight + bestTotal(weights, rows, row + 1, new Set([...taken, column])),
    ),
  );
}

describe("assign", () => {
  it("gives up a good pair for two that are better together", () => {
    const weights = toWeights([
      [0, 0, 1.1],
      [0, 1, 1],
      [1, 0, 1],
    ]);
    expect([...assign(weights, 2, 2)].sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("matches nothing where nothing may be matched", () => {
    expect(assign(new Map(), 3, 3).size).toBe(0);
  });

  it("reaches the greatest sum that any matching has", () => {
    const cell = fc.tuple(
      fc.nat(4),
      fc.nat(4),
      fc.integer({ min: 1000, max: 1060 }).map((weight) => weight / 1000),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 14 }), fc.boolean(), (cells, wide) => {
        const [rows, columns] = wide ? [5, 7] : [7, 5];
        const weights = toWeights(cells);
        const matching = assign(weights, rows, columns);
        expect(new Set(matching.values()).size).toBe(matching.size);
        for (const [row, column] of matching) expect(weights.get(row)?.has(column)).toBe(true);
        expect(total(weights, matching)).toBeCloseTo(bestTotal(weights, 5), 9);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
