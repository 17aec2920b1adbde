import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/**
 * A verb has one subject. Of two that stand side by side, the second belongs to the first where a preposition opens it
 * ("the package of guarantees"), else the first to the second ("NATO chief | Mark Rutte").
 */
export function joinDoubleSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    const subjects = tree
      .childrenBy(verb, "nsubj")
      .filter((node) => node.index < verb.index && node.relation !== "nsubj:outer");
    for (let at = 0; at + 1 < subjects.length; at++) {
      const first = subjects[at];
      const second = subjects[at + 1];
      if (!first || !second || !isNominal(first) || !isNominal(second)) continue;
      const opening = tree.subtree(second)[0];
      const closing = tree.subtree(first).at(-1);
      if (!opening || !closing || opening.index !== closing.index + 1) continue;
      if (opening.upos === "ADP") {
        changes.set(second.index, { head: first.index, relation: "nmod" });
        changes.set(first.index, { head: verb.index, relation: second.relation });
        if (opening.head !== second.index)
          changes.set(opening.index, { head: second.index, relation: "case" });
      } else {
        changes.set(first.index, { head: second.index, relation: "nmod:desc" });
      }
    }
  }
  return changes;
}

function isNominal(node: TreeNode): boolean {
  return hasRelation(node, "nsubj") && /^(?:NOUN|PROPN)$/.test(node.upos);
}
