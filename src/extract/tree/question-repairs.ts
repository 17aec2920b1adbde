import { type Cues, isSpeechVerb } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/** Verbs other than speech that a question may follow at once. */
const KNOWING = /^(?:know|decide|reveal|disclose|specify|determine|understand|explain|see|ask)$/;

/**
 * "could not say when it would reopen", "do not know where she is": a clause that a question word opens right after such a
 * verb is what is not said, no time or place of the saying.
 */
export function restoreQuestions(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const word of tree.nodes) {
    if (!/^(?:when|where|why|how)$/i.test(word.form)) continue;
    const verb = tree.node(word.index - 1);
    if (verb?.upos !== "VERB" || !(isSpeechVerb(cues, verb.lemma) || KNOWING.test(verb.lemma))) continue;
    const clause = clauseOf(tree, word, verb);
    if (!clause || !hasRelation(clause, "advcl") || tree.childBy(verb, "ccomp", "obj")) continue;
    if (tree.childBy(clause, "nsubj")) arcs.set(clause.index, { head: verb.index, relation: "ccomp" });
  }
  return arcs;
}

/** The clause right under the verb that the question word opens. */
function clauseOf(tree: SentenceTree, word: TreeNode, verb: TreeNode): TreeNode | undefined {
  return [word, ...tree.ancestors(word)].find(({ head }) => head === verb.index);
}
