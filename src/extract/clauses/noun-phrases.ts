import type { Span } from "../../model/span.ts";
import { hasRelation, type SentenceTree, spanOf, type TreeNode } from "../tree/sentence-tree.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM"]);

/** "X along with Y", "X as well as Y": Y is one of those of whom the clause speaks, as if coordinated. */
const ACCOMPANIMENT = new Set(["along with", "together with", "as well as", "alongside"]);

export function isNominal(node: TreeNode): boolean {
  return NOMINAL.has(node.upos);
}

/** Whether a node can head an argument: a nominal, or an adjective or determiner that stands for one ("the wounded", "many"). */
export function headsArgument(tree: SentenceTree, node: TreeNode): boolean {
  if (isNominal(node)) return true;
  if (node.upos === "ADJ") return tree.childBy(node, "det") !== undefined;
  return node.upos === "DET" && !hasRelation(node, "det");
}

/** The coordinated heads of a noun phrase, the first included: "Britain, France and Poland" gives three. */
export function conjuncts(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const named = namedMembers(tree, head);
  if (named.length > 0) return named;
  const found: TreeNode[] = [head];
  for (const child of tree.childrenBy(head, "conj")) {
    if (headsArgument(tree, child) && !tree.childBy(child, "nsubj", "cop"))
      found.push(...conjuncts(tree, child));
  }
  for (const child of tree.childrenBy(head, "nmod", "obl")) {
    if (ACCOMPANIMENT.has(tree.marker(child, "case"))) found.push(...conjuncts(tree, child));
  }
  return found;
}

/** "Two states, Texas and Utah, refused": whom a plural counts and then names between commas; none where number and names differ. */
function namedMembers(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const first = tree.childBy(head, "appos");
  const count = tree.childBy(head, "nummod")?.form.toLowerCase();
  if (head.xpos !== "NNS" || first?.upos !== "PROPN" || count === undefined) return [];
  const names = [first, ...tree.childrenBy(first, "conj")];
  const numbers = ["two", "three", "four", "five", "six"];
  const counted = numbers.indexOf(count) + 2;
  const words = tree.subtree(first).filter(({ upos }) => upos !== "PUNCT");
  const [opening, closing] = [words[0], words.at(-1)];
  if (!opening || !closing || !names.every(({ upos }) => upos === "PROPN")) return [];
  if ((numbers.includes(count) ? counted : Number(count)) !== names.length) return [];
  const set = [tree.node(opening.index - 1)?.form, tree.node(closing.index + 1)?.form];
  return set.every((form) => form === "," || form === "—" || form === ".") ? names : [];
}

/** Whether a prepositional phrase only adds a partner ("along with …"). */
export function isAccompaniment(preposition: string): boolean {
  return ACCOMPANIMENT.has(preposition);
}

/** Span of a clause that is an argument: "sending British troops to Ukraine", "take the details out". */
export function clauseSpan(tree: SentenceTree, head: TreeNode): Span {
  const nodes: TreeNode[] = [];
  const visit = (node: TreeNode): void => {
    nodes.push(node);
    for (const child of tree.children(node)) {
      const outer = node === head && hasRelation(child, "mark", "cc", "conj", "nsubj", "discourse");
      const loose = hasRelation(child, "parataxis", "acl:relcl");
      if (outer || loose || (node === head && hasRelation(child, "advcl"))) continue;
      visit(child);
    }
  };
  visit(head);
  const inOrder = nodes.sort((left, right) => left.index - right.index);
  // What closes a quotation that began before the clause ends the clause.
  const close = inOrder.find((node) => node.index > head.index && /^["”»]$/.test(node.form));
  const words = trimPunctuation(close ? inOrder.filter((node) => node.index < close.index) : inOrder);
  return spanOf(words.filter((node) => node.index >= firstOf(tree, head))) ?? head;
}

/** Span of a clause that somebody states, its subject included, what introduces it left out. */
export function statementSpan(tree: SentenceTree, head: TreeNode): Span {
  const left = new Set<number>();
  for (const child of tree.childrenBy(head, "mark", "cc", "conj", "parataxis", "discourse")) {
    for (const node of tree.subtree(child)) left.add(node.index);
  }
  return spanOf(trimPunctuation(tree.subtree(head).filter((node) => !left.has(node.index)))) ?? head;
}

/** A clause as an argument starts at its verb (or the verb's auxiliary or adverb), not at what was moved before it. */
function firstOf(tree: SentenceTree, head: TreeNode): number {
  const lead = tree.childrenBy(
    head,
    "aux",
    "cop",
    "advmod",
    "amod",
    "det",
    "nummod",
    "compound",
    "nmod:poss",
  );
  return Math.min(head.index, ...lead.map((node) => node.index));
}

function trimPunctuation(nodes: readonly TreeNode[]): readonly TreeNode[] {
  let first = 0;
  let last = nodes.length;
  while (first < last && nodes[first]?.upos === "PUNCT") first++;
  while (last > first && nodes[last - 1]?.upos === "PUNCT") last--;
  return nodes.slice(first, last);
}
