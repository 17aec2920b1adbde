import type { Sentence, Token } from "../../model/layers.ts";
import type { Span } from "../../model/span.ts";

/** A token in its sentence's tree. `index`, `head` count within the sentence. */
export interface TreeNode extends Span {
  readonly index: number;
  readonly form: string;
  /** Lower case, for look-ups. */
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation with subtype. */
  readonly relation: string;
  readonly arcConfidence: number;
  /** Index of the head of the name that the word belongs to; absent outside names. */
  readonly nameHead?: number;
}

/** One sentence's dependency tree, read-only, with its words in reach. */
export class SentenceTree {
  readonly sentence: Sentence;
  readonly text: string;
  readonly nodes: readonly TreeNode[];
  readonly #children: readonly (readonly TreeNode[])[];
  readonly #subtrees = new Map<number, readonly TreeNode[]>();

  constructor(sentence: Sentence, text: string, nodes: readonly TreeNode[]) {
    this.sentence = sentence;
    this.text = text;
    this.nodes = nodes;
    const children: TreeNode[][] = nodes.map(() => []);
    for (const node of nodes) children[node.head]?.push(node);
    this.#children = children;
  }

  node(index: number): TreeNode | undefined {
    return this.nodes[index];
  }

  /** The head of the name that a word belongs to; the word itself outside names. */
  nameHead(node: TreeNode): TreeNode {
    return (node.nameHead === undefined ? undefined : this.nodes[node.nameHead]) ?? node;
  }

  parent(node: TreeNode): TreeNode | undefined {
    return this.nodes[node.head];
  }

  /** Direct dependents in word order. */
  children(node: TreeNode): readonly TreeNode[] {
    return this.#children[node.index] ?? [];
  }

  /** Direct dependents by one of the relations; a relation without subtype matches any subtype. */
  childrenBy(node: TreeNode, ...relations: readonly string[]): readonly TreeNode[] {
    return this.children(node).filter((child) => hasRelation(child, ...relations));
  }

  childBy(node: TreeNode, ...relations: readonly string[]): TreeNode | undefined {
    return this.children(node).find((child) => hasRelation(child, ...relations));
  }

  /** The node and all below it, in word order. Safe on trees with a cycle. */
  subtree(node: TreeNode): readonly TreeNode[] {
    const known = this.#subtrees.get(node.index);
    if (known) return known;
    const seen = new Set<number>([node.index]);
    const queue: TreeNode[] = [node];
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const child of this.children(next)) {
        if (seen.has(child.index)) continue;
        seen.add(child.index);
        queue.push(child);
      }
    }
    const subtree = this.nodes.filter((each) => seen.has(each.index));
    this.#subtrees.set(node.index, subtree);
    return subtree;
  }

  /** The first word of the phrase or clause that the node heads, punctuation apart. */
  opening(node: TreeNode): TreeNode | undefined {
    return this.subtree(node).find(({ upos }) => upos !== "PUNCT");
  }

  /** Whether "a" or "an" stands before the noun. */
  isIndefinite(noun: TreeNode): boolean {
    return this.childrenBy(noun, "det").some(({ form }) => /^an?$/i.test(form));
  }

  /** The node's ancestors, nearest first. */
  ancestors(node: TreeNode): readonly TreeNode[] {
    const path: TreeNode[] = [];
    const seen = new Set<number>([node.index]);
    for (let next = this.parent(node); next && !seen.has(next.index); next = this.parent(next)) {
      seen.add(next.index);
      path.push(next);
    }
    return path;
  }

  isBelow(node: TreeNode, ancestor: TreeNode): boolean {
    return (
      node.index === ancestor.index || this.ancestors(node).some((each) => each.index === ancestor.index)
    );
  }

  /** Prepositions, conjunctions and the like that introduce the node, in lower case: "because of", "to". */
  marker(node: TreeNode, relation: "case" | "mark" | "cc"): string {
    const words: TreeNode[] = [];
    for (const child of this.childrenBy(node, relation)) {
      words.push(child, ...this.childrenBy(child, "fixed"));
    }
    return words
      .sort((left, right) => left.index - right.index)
      .map((word) => word.form.toLowerCase())
      .join(" ");
  }

  /** The words between two nodes' outer edges. */
  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}

/** Common or proper noun. */
export function isNoun({ upos }: TreeNode): boolean {
  return upos === "NOUN" || upos === "PROPN";
}

/** Whether a node hangs by one of the relations; a relation without subtype matches any subtype. */
export function hasRelation(node: TreeNode, ...relations: readonly string[]): boolean {
  return relations.some((relation) => node.relation === relation || node.relation.startsWith(`${relation}:`));
}

/** The smallest span that holds all nodes; undefined for none. */
export function spanOf(nodes: readonly TreeNode[]): Span | undefined {
  if (nodes.length === 0) return undefined;
  return {
    start: Math.min(...nodes.map((node) => node.start)),
    end: Math.max(...nodes.map((node) => node.end)),
  };
}

/** A node of the tree from a token of the layer. */
export function toTreeNode(token: Token, index: number, text: string): TreeNode {
  return {
    index,
    start: token.start,
    end: token.end,
    form: text.slice(token.start, token.end),
    lemma: token.lemma.toLowerCase(),
    upos: token.upos,
    xpos: token.xpos,
    head: token.head,
    relation: token.relation,
    arcConfidence: token.arcConfidence,
  };
}
