import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** Dependents of a noun that are a proposition of their own, or another phrase. */
const OUTSIDE = [
  ...["appos", "parataxis", "conj", "cc", "discourse", "vocative", "list", "orphan", "reparandum"],
  ...["cop", "nsubj", "csubj", "aux", "mark", "advcl", "expl", "acl:relcl", "punct"],
];

const OPENING = /^(?:``?|"|“|‘)$/;
const CLOSING = /^(?:''?|"|”|’)$/;

/**
 * The words of the noun phrase that a node heads: what tells the thing from others. What is set off or a relative clause
 * says more about it, and is left out, as is the preposition before it.
 */
export function nounPhrase(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const words = new Set<TreeNode>([head]);
  for (const child of tree.children(head)) {
    if (hasRelation(child, ...OUTSIDE)) continue;
    if (hasRelation(child, "case")) {
      if (child.xpos === "POS") words.add(child);
    } else if (!hasRelation(child, "acl", "nmod", "obl", "dep", "amod") || !isSetOff(tree, head, child)) {
      for (const word of innerPhrase(tree, child)) words.add(word);
    }
  }
  return withMarks(tree, words);
}

/** A dependent with all it needs. */
function innerPhrase(tree: SentenceTree, top: TreeNode): readonly TreeNode[] {
  const inner = tree.children(top).filter((child) => {
    if (hasRelation(child, "punct", "parataxis", "appos", "discourse", "list", "acl:relcl")) return false;
    return !hasRelation(child, "acl", "advcl") || !isSetOff(tree, top, child);
  });
  return [top, ...inner.flatMap((child) => innerPhrase(tree, child))];
}

/** Whether a comma, dash or bracket cuts a dependent off from its head. */
export function isSetOff(tree: SentenceTree, head: TreeNode, child: TreeNode): boolean {
  const words = tree.subtree(child).filter((word) => word.upos !== "PUNCT");
  const after = child.index > head.index;
  const edge = after ? (words[0] ?? child).index - 1 : (words.at(-1) ?? child).index + 1;
  const mark = tree.node(edge);
  return mark?.upos === "PUNCT" && /^(?:,|—|–|--|-|\(|-LRB-|:|;)$/.test(mark.form);
}

/** The words of a clause, "that" before it left out. */
export function clauseWords(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const outside = tree
    .children(head)
    .filter((child) => hasRelation(child, "parataxis", "discourse") || isThat(child))
    .flatMap((child) => tree.subtree(child));
  const words = tree.subtree(head).filter((node) => !outside.includes(node) && node.relation !== "punct");
  return withMarks(tree, new Set(words));
}

/** "that" before a clause. */
export function isThat(node: TreeNode): boolean {
  return hasRelation(node, "mark") && node.form.toLowerCase() === "that";
}

/** Adds the marks between two words of the phrase, and the quotation marks around it or left open in it. */
function withMarks(tree: SentenceTree, words: ReadonlySet<TreeNode>): readonly TreeNode[] {
  const isMark = (node: TreeNode): boolean => node.upos === "PUNCT" && !words.has(node);
  const found: TreeNode[] = [];
  let marks: TreeNode[] = [];
  let inside = false;
  for (const node of tree.nodes) {
    if (isMark(node)) marks.push(node);
    else {
      if (words.has(node)) found.push(...(inside ? marks : []), node);
      inside = words.has(node);
      marks = [];
    }
  }
  return withQuotes(tree, found);
}

function withQuotes(tree: SentenceTree, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const before = marksFrom(tree, (nodes[0]?.index ?? 0) - 1, -1, OPENING);
  const after = marksFrom(tree, (nodes.at(-1)?.index ?? 0) + 1, 1, CLOSING);
  const isQuote = (node: TreeNode): boolean =>
    node.upos === "PUNCT" && (OPENING.test(node.form) || CLOSING.test(node.form));
  const open = nodes.findLast(isQuote);
  if (!open) return before.length > 0 && after.length > 0 ? [...before, ...nodes, ...after] : nodes;
  if (OPENING.test(open.form) && after.length > 0 && !CLOSING.test(open.form)) return [...nodes, ...after];
  return nodes.some((node) => node !== open && isQuote(node) && OPENING.test(node.form))
    ? nodes
    : [...before, ...nodes];
}

/** Quotation marks in a row. Some texts set one as two: ``. */
function marksFrom(tree: SentenceTree, start: number, step: 1 | -1, form: RegExp): readonly TreeNode[] {
  const marks: TreeNode[] = [];
  for (let at = start; ; at += step) {
    const node = tree.node(at);
    if (node?.upos !== "PUNCT" || !form.test(node.form)) return marks;
    marks.push(node);
  }
}

/** The words as they stand; what lies between two of them is left out. */
export function wordsOf(tree: SentenceTree, nodes: readonly TreeNode[]): string {
  let text = "";
  let last: TreeNode | undefined;
  for (const node of [...new Set(nodes)].sort((left, right) => left.index - right.index)) {
    if (last) text += last.index === node.index - 1 ? tree.text.slice(last.end, node.start) : " ";
    text += node.form;
    last = node;
  }
  return text.replace(/\s+/g, " ");
}
