import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** The verb group as it stands: auxiliaries, negation, verb, particle. */
export function verbWords(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const group = tree.children(head).filter((child) => {
    if (hasRelation(child, "aux", "cop", "compound:prt")) return true;
    return hasRelation(child, "advmod") && /^(?:not|n't|n’t|never)$/i.test(child.form);
  });
  return [...group, head].sort((left, right) => left.index - right.index);
}
