import type { AnnotatedArticle, Sentence } from "../../model/layers.ts";
import type { Cues } from "../factuality/cues.ts";
import { attachRelativeClauses, liftFiniteConjuncts, restoreReportedClauses } from "./clause-repairs.ts";
import { joinNames } from "./name-repairs.ts";
import { type Arc, SentenceTree, type TreeNode, toTreeNode } from "./sentence-tree.ts";

/**
 * Builds the tree of one sentence as the rules want to see it: the parser's arcs, with general repairs of the
 * errors that a news text makes it commit. A repair never makes a cycle.
 */
export function readTree(article: AnnotatedArticle, sentence: Sentence, cues: Cues): SentenceTree {
  const { text } = article.article;
  const tokens = article.tokens.slice(sentence.firstToken, sentence.lastToken);
  let nodes: TreeNode[] = tokens.map((token, index) => toTreeNode(token, index, text));
  const names = article.names.filter((name) => name.start >= sentence.start && name.end <= sentence.end);
  nodes = applyArcs(nodes, joinNames(nodes, names));
  for (const repair of [restoreReportedClauses, attachRelativeClauses, liftFiniteConjuncts]) {
    const tree = new SentenceTree(sentence, text, nodes);
    nodes = applyArcs(nodes, repair(tree, cues));
  }
  return new SentenceTree(sentence, text, nodes);
}

/** The nodes with some arcs replaced; an arc that would close a cycle is dropped. */
function applyArcs(nodes: readonly TreeNode[], arcs: ReadonlyMap<number, Arc>): TreeNode[] {
  const changed = [...nodes];
  for (const [index, arc] of arcs) {
    const node = changed[index];
    if (!node || reaches(changed, arc.head, index)) continue;
    changed[index] = { ...node, head: arc.head, relation: arc.relation };
  }
  return changed;
}

/** Whether `from` is `target` or hangs below it. */
function reaches(nodes: readonly TreeNode[], from: number, target: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps <= nodes.length; steps++) {
    if (at === target) return true;
    at = nodes[at]?.head ?? -1;
  }
  return false;
}
