import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree } from "../../../../src/annotate/reading/spanning-tree.ts";

/** Every tree over so many words with one word on the root. */
function allTrees(words: number): number[][] {
  let heads: number[][] = [[]];
  for (let word = 1; word <= words; word++)
    heads = heads.flatMap((some) =>
      Array.from({ length: words + 1 }, (_, head) => head).flatMap((head) =>
        head === word ? [] : [[...some, head]],
      ),
    );
  return heads.filter(
    (tree) =>
      tree.filter((head) => head === 0).length === 1 && tree.every((_, index) => reachesRoot(tree, index)),
  );
}

function reachesRoot(tree: readonly number[], index: number): boolean {
  let node = index + 1;
  for (let steps = 0; steps <= tree.length && node !== 0; steps++) node = tree[node - 1] as number;
  return node === 0;
}

const total = (scores: Float32Array, tree: readonly number[]): number =>
  tree.reduce((sum, head, index) => sum + (scores[index * (tree.length + 1) + head] as number), 0);

describe("the best tree", () => {
  it("is better than every other with one root", () => {
    const sentences = fc.integer({ min: 1, max: 5 }).chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.array(fc.integer({ min: -50, max: 50 }), {
          minLength: words * (words + 1),
          maxLength: words * (words + 1),
        }),
      ),
    );
    fc.assert(
      fc.property(sentences, ([words, values]) => {
        const scores = Float32Array.from(values);
        const tree = bestTree(scores, words);
        const trees = allTrees(words);
        expect(trees).toContainEqual(tree);
        expect(total(scores, tree)).toBe(Math.max(...trees.map((other) => total(scores, other))));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
  it("has one root where every word would rather be it", () => {
    expect(bestTree(Float32Array.from([9, 0, 1, 9, 2, 0]), 2)).toEqual([0, 1]);
  });
  it("of no words is empty", () => {
    expect(bestTree(new Float32Array(0), 0)).toEqual([]);
  });
});
