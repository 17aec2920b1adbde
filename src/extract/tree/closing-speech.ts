import { type Cues, isSpeechVerb } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/** Longer noun phrases before a closing "said" are rather clauses misread. */
const LONGEST_SPEAKER = 14;

/**
 * "…, X said." at the end of a sentence: X is who says it, and all before it is what is said, also where the parser
 * took X for an apposition or hung "said" on a word in the middle.
 */
export function restoreClosingSpeech(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  const last = tree.nodes.findLast((node) => node.upos !== "PUNCT");
  if (!last || !/^(?:VBD|VBZ|VBN)$/.test(last.xpos) || !isSpeechVerb(cues, last.lemma)) return changes;
  const comma = tree.nodes.findLastIndex(
    (node) => node.index < last.index && /^(?:,|"|”|'')$/.test(node.form),
  );
  const speaker = tree.nodes.slice(comma + 1, last.index);
  if (comma < 1 || speaker.length === 0 || speaker.length > LONGEST_SPEAKER) return changes;
  if (
    // "…, a charge that Kigali denies": a relative clause, and nobody's words.
    speaker.some((node) => /^(?:VERB|AUX|SCONJ|PUNCT)$/.test(node.upos) || /^W/.test(node.xpos)) ||
    !speaker.some((node) => /^(?:NOUN|PROPN|PRON)$/.test(node.upos))
  )
    return changes;
  const inside = new Set(speaker.map((node) => node.index));
  const tops = speaker.filter((node) => !inside.has(node.head));
  const main = mainClause(tree, last, inside);
  if (!main) return changes;
  const wellFormed = tops.length === 1 && tops[0]?.head === last.index && hasRelation(tops[0], "nsubj");
  const attached =
    (last.head === main.index && hasRelation(last, "parataxis")) ||
    (main.head === last.index && hasRelation(main, "ccomp"));
  if (wellFormed && attached) return changes;
  const head =
    tops.find((node) => node.upos !== "PUNCT" && /^(?:NOUN|PROPN|PRON)$/.test(node.upos)) ?? tops[0];
  if (!head) return changes;
  changes.set(head.index, { head: last.index, relation: "nsubj" });
  for (const other of tops)
    if (other !== head) changes.set(other.index, { head: head.index, relation: "compound" });
  for (const child of tree.children(last)) {
    if (child.index < comma && child !== main) changes.set(child.index, attachedBefore(tree, child, main));
  }
  for (const word of speaker) {
    for (const child of tree.children(word)) {
      if (!inside.has(child.index) && child.index < comma && child !== main)
        changes.set(child.index, attachedBefore(tree, child, main));
    }
  }
  changes.set(main.index, { head: -1, relation: "root" });
  changes.set(last.index, { head: main.index, relation: "parataxis", upos: "VERB", xpos: "VBD" });
  return changes;
}

/** A phrase with a preposition goes to the verb it follows, anything else to the main clause. */
function attachedBefore(tree: SentenceTree, node: TreeNode, main: TreeNode): NodeChange {
  const verb = tree.nodes.findLast(
    (each) => each.upos === "VERB" && each.index < node.index && !tree.isBelow(each, node),
  );
  if (verb && tree.childBy(node, "case")) return { head: verb.index, relation: "obl" };
  return { head: main.index, relation: hasRelation(node, "ccomp", "nsubj", "obj") ? "dep" : node.relation };
}

/** The clause before the comma that the rest of it hangs on. */
function mainClause(tree: SentenceTree, last: TreeNode, speaker: ReadonlySet<number>): TreeNode | undefined {
  const root = tree.nodes.find((node) => node.head < 0);
  if (root && root !== last && !speaker.has(root.index)) return root.index < last.index ? root : undefined;
  return tree
    .childrenBy(last, "ccomp", "parataxis", "advcl", "dep")
    .find((node) => node.index < last.index && !speaker.has(node.index));
}
