import { isNominal } from "../clauses/noun-phrases.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** "tends to increase", "remained faithful", "started writing": predicates that share a subject, said as one. */
export function chainOf(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  if (head.upos !== "VERB" && !tree.childBy(head, "cop")) return [head];
  if (tree.childBy(head, "obj", "iobj")) return [head];
  const next = tree.childrenBy(head, "xcomp").find((node) => {
    if (node.index < head.index || tree.childBy(node, "nsubj")) return false;
    return node.upos === "VERB" || node.upos === "ADJ" || tree.childBy(node, "cop") !== undefined;
  });
  return next ? [head, ...chainOf(tree, next)] : [head];
}

/**
 * What one predicate of a chain gives to the relation: auxiliaries, negation, adverbs before it, the word itself with its
 * particle. A noun after "be" is an argument, an adjective belongs to the relation.
 */
export function verbGroup(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const copula = tree.childBy(head, "cop");
  const described = copula !== undefined && /^(?:ADJ|ADV)$/.test(head.upos);
  const group = tree.children(head).filter((child) => {
    if (hasRelation(child, "aux", "cop", "compound:prt")) return true;
    if (hasRelation(child, "mark")) return child.lemma === "to";
    return hasRelation(child, "advmod") && isNegation(child);
  });
  if (!copula || described || !isPredicateNoun(head)) group.push(head);
  const start = Math.min(...group.map((node) => node.index));
  const adverbs = tree.childrenBy(head, "advmod").filter((child) => {
    if (group.includes(child) || isQuestionWord(child) || child.index > head.index) return false;
    if (described) return true;
    if (copula) return child.index >= start - 1 && child.index <= copula.index + 1;
    return child.index > start || (child.index === start - 1 && child.upos === "ADV");
  });
  return [...group, ...adverbs, ...sharedAuxiliaries(tree, head)];
}

/** "might close plants and move": the second verb is as possible, denied or passive as the first. */
function sharedAuxiliaries(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const first = hasRelation(head, "conj") ? tree.parent(head) : undefined;
  if (!first || !/^VB[NG]?$/.test(head.xpos) || head.xpos !== first.xpos) return [];
  if (tree.childBy(head, "aux", "nsubj", "mark")) return [];
  const own = tree
    .children(first)
    .filter((child) => hasRelation(child, "aux") || (hasRelation(child, "advmod") && isNegation(child)));
  return own.length > 0 ? own : sharedAuxiliaries(tree, first);
}

function isPredicateNoun(head: TreeNode): boolean {
  return isNominal(head) || head.upos !== "VERB";
}

export function isNegation(node: TreeNode): boolean {
  return /^(?:not|n't|n’t|never)$/i.test(node.form);
}

export function isQuestionWord(node: TreeNode): boolean {
  return node.xpos.startsWith("W");
}

/** "relies heavily on": adverbs that stand between a predicate and the preposition that follows it. */
export function adverbsBetween(
  tree: SentenceTree,
  head: TreeNode,
  preposition: TreeNode | undefined,
): readonly TreeNode[] {
  if (!preposition) return [];
  return tree
    .childrenBy(head, "advmod")
    .filter(({ index }) => index > head.index && index < preposition.index)
    .filter(({ index }) => index === head.index + 1 || index === preposition.index - 1)
    .flatMap((node) => tree.subtree(node));
}
