import type { AnnotatedArticle, Sentence } from "../../model/layers.ts";
import type { Cues } from "../factuality/cues.ts";
import { attachRelativeClauses, liftFiniteConjuncts, restoreReportedClauses } from "./clause-repairs.ts";
import { restoreClosingSpeech } from "./closing-speech.ts";
import { joinNames } from "./name-repairs.ts";
import { joinDoubleSubjects } from "./phrase-repairs.ts";
import { SentenceTree, type TreeNode, toTreeNode } from "./sentence-tree.ts";
import { restoreGerunds, restorePluralSubjects } from "./tag-repairs.ts";

/** What a repair changes of a node; what is absent stays. */
export interface NodeChange {
  readonly head: number;
  readonly relation: string;
  readonly upos?: string;
  readonly xpos?: string;
  readonly lemma?: string;
  readonly nameHead?: number;
}

type Repair = (tree: SentenceTree, cues: Cues) => ReadonlyMap<number, NodeChange>;

/** In this order: words first, then clauses, then what hangs on them. */
const REPAIRS: readonly Repair[] = [
  joinDoubleSubjects,
  restorePluralSubjects,
  restoreGerunds,
  restoreClosingSpeech,
  restoreReportedClauses,
  attachRelativeClauses,
  liftFiniteConjuncts,
];

/**
 * Builds the tree of one sentence as the rules want to see it: the parser's arcs, with general repairs of the
 * errors that a news text makes it commit. A repair never makes a cycle.
 */
export function readTree(article: AnnotatedArticle, sentence: Sentence, cues: Cues): SentenceTree {
  const { text } = article.article;
  const tokens = article.tokens.slice(sentence.firstToken, sentence.lastToken);
  const nodes: TreeNode[] = tokens.map((token, index) => toTreeNode(token, index, text));
  const names = article.names.filter((name) => name.start >= sentence.start && name.end <= sentence.end);
  const joined = applyArcs(nodes, joinNames(nodes, names));
  return repairTree(new SentenceTree(sentence, text, joined), cues);
}

/** The tree after all repairs that need no names. */
export function repairTree(tree: SentenceTree, cues: Cues): SentenceTree {
  return REPAIRS.reduce((before, repair) => {
    const changes = repair(before, cues);
    return changes.size === 0
      ? before
      : new SentenceTree(before.sentence, before.text, applyArcs(before.nodes, changes));
  }, tree);
}

/** The nodes with some changed; if the changes together close a cycle, none is made. */
function applyArcs(nodes: readonly TreeNode[], changes: ReadonlyMap<number, NodeChange>): TreeNode[] {
  if (changes.size === 0) return [...nodes];
  const changed = nodes.map((node) => ({ ...node, ...changes.get(node.index) }));
  return [...changes.keys()].some((index) => hasCycle(changed, index)) ? [...nodes] : changed;
}

/** Whether a node hangs, however deep, on itself. */
function hasCycle(nodes: readonly TreeNode[], index: number): boolean {
  let at = nodes[index]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps <= nodes.length; steps++) {
    if (at === index) return true;
    at = nodes[at]?.head ?? -1;
  }
  return at >= 0;
}
