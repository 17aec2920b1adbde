import type { TimeSpan } from "../../model/layers.ts";
import type { NodeChange } from "./read-tree.ts";
import type { SentenceTree } from "./sentence-tree.ts";

/**
 * A time expression is one phrase: "in the coming days" has no predicate in it. Its words hang on one head, what hung on
 * them from outside hangs on what the phrase modifies.
 */
export function joinTimes(tree: SentenceTree, times: readonly TimeSpan[]): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const time of times) {
    const words = tree.nodes.filter((node) => node.start >= time.start && node.end <= time.end);
    const inside = new Set(words.map((node) => node.index));
    if (!words.some((node) => node.upos === "VERB")) continue;
    const tops = words.filter((node) => !inside.has(node.head) && node.upos !== "ADP");
    const governor = tops[0]?.head;
    const head = words.findLast((node) => node.upos !== "PUNCT" && node.upos !== "ADP");
    if (!head || governor === undefined || governor < 0) continue;
    changes.set(head.index, { head: governor, relation: "obl", upos: "NOUN", xpos: "NN" });
    for (const word of words) {
      if (word === head) continue;
      const preposition = word.upos === "ADP" || word.upos === "SCONJ";
      changes.set(word.index, {
        head: head.index,
        relation: preposition ? "case" : "amod",
        ...(word.upos === "VERB" ? { upos: "ADJ", xpos: "JJ" } : {}),
      });
    }
    for (const node of tree.nodes) {
      if (!inside.has(node.index) && inside.has(node.head)) {
        changes.set(node.index, { head: governor, relation: node.relation });
      }
    }
  }
  return changes;
}
