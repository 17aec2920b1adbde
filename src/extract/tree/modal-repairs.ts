import type { Cues } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/** Why a modal's verb needs repair: a verb under a modal is finite, so the noun before the modal is its subject. */
interface Stray {
  /** The finite verb. */
  readonly verb: TreeNode;
  /** The noun right before the modal. */
  readonly noun: TreeNode;
}

/**
 * "the road repairs contract will consist of …": a plural noun inside a subject that was taken for the main verb.
 * The words before the modal are the subject of the modal's verb, and that verb takes the false one's place.
 */
export function restoreModalSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const { verb, noun } of strays(tree)) {
    const false_ = tree.parent(verb);
    if (false_?.xpos !== "VBZ" || !/s$/i.test(false_.form) || noun.head !== false_.index) continue;
    if (tree.subtree(noun)[0]?.index !== false_.index + 1) continue;
    changes.set(verb.index, { head: false_.head, relation: false_.relation });
    changes.set(noun.index, { head: verb.index, relation: "nsubj" });
    changes.set(false_.index, { head: noun.index, relation: "compound", upos: "NOUN", xpos: "NNS" });
    for (const child of tree.children(false_)) {
      if (child === verb || child === noun) continue;
      const before = hasRelation(child, "nsubj") && tree.subtree(child).at(-1)?.index === false_.index - 1;
      changes.set(
        child.index,
        before ? { head: noun.index, relation: "compound" } : { head: verb.index, relation: child.relation },
      );
    }
  }
  return changes;
}

function strays(tree: SentenceTree): readonly Stray[] {
  return tree.nodes.flatMap((modal) => {
    const verb = tree.parent(modal);
    const noun = tree.node(modal.index - 1);
    if (modal.xpos !== "MD" || !verb || !noun || verb.index < modal.index) return [];
    if (!hasRelation(verb, "xcomp", "ccomp") || tree.childBy(verb, "nsubj", "csubj", "expl")) return [];
    return noun.upos === "NOUN" || noun.upos === "PROPN" ? [{ verb, noun: tree.nameHead(noun) }] : [];
  });
}

/**
 * "needs road repairs": after a verb that takes no bare clause, a bare noun with a word in -s that has neither
 * object nor auxiliary is a noun phrase, not a clause.
 */
export function restoreNounObjects(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const plural of tree.nodes) {
    const verb = tree.parent(plural);
    if (plural.xpos !== "VBZ" || !hasRelation(plural, "ccomp", "xcomp") || !verb || verb.upos !== "VERB")
      continue;
    if (!/s$/i.test(plural.form) || cues.reporting.has(verb.lemma)) continue;
    const subject = tree.childBy(plural, "nsubj");
    if (subject?.upos !== "NOUN" || subject.index !== plural.index - 1 || tree.childBy(subject, "det"))
      continue;
    if (tree.childBy(plural, "aux", "obj", "mark", "cop")) continue;
    changes.set(plural.index, { head: verb.index, relation: "obj", upos: "NOUN", xpos: "NNS" });
    changes.set(subject.index, { head: plural.index, relation: "compound" });
    for (const child of tree.childrenBy(plural, "advcl", "obl", "parataxis", "ccomp")) {
      changes.set(child.index, { head: verb.index, relation: child.relation });
    }
  }
  return changes;
}
