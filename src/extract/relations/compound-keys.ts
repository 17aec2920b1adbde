import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";

/** "chief executive", then "executive": the noun with the words before it that make its name. */
export function compoundKeys(tree: SentenceTree, noun: TreeNode): readonly string[] {
  const before = tree.node(noun.index - 1);
  const joined = before && before.head === noun.index && /^(?:compound|amod|flat)/.test(before.relation);
  const lemma = noun.lemma;
  return joined ? [`${before.lemma} ${lemma}`, lemma] : [lemma];
}
