import type { Oblique } from "../clauses/predication.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** Verbs that mean nothing without what goes with them: they make no open relation and no status. */
const BLEACHED = new Set(
  (
    "be have do get go come make take say let seem keep know think see want mean need become remain happen start begin " +
    "continue try use follow base concern involve regard"
  ).split(" "),
);

export function isBleached(lemma: string): boolean {
  return BLEACHED.has(lemma);
}

/** The verb group as it stands: auxiliaries, negation, verb, particle. */
export function verbWords(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const group = tree.children(head).filter((child) => {
    if (hasRelation(child, "aux", "cop", "compound:prt")) return true;
    return hasRelation(child, "advmod") && /^(?:not|n't|n’t|never)$/i.test(child.form);
  });
  return [...group, head].sort((left, right) => left.index - right.index);
}

/** The words of a phrase's preposition. */
export function prepositionNodes(tree: SentenceTree, oblique: Oblique | undefined): readonly TreeNode[] {
  const first = oblique?.nodes[0];
  if (!first) return [];
  return tree.childrenBy(first, "case").flatMap((node) => [node, ...tree.childrenBy(node, "fixed")]);
}

/** "declined to comment": a reply about nothing that is named is nothing that could be rejected or promised. */
export function isBareReply(tree: SentenceTree, clause: TreeNode): boolean {
  const reply = /^(?:comment|respond|elaborate|reply|answer)$/.test(clause.lemma);
  return reply && tree.children(clause).every(({ relation }) => /^(?:mark|punct|advmod)/.test(relation));
}
