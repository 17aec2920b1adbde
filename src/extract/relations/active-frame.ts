import type { Predication } from "../clauses/predication.ts";
import type { TreeNode } from "../tree/sentence-tree.ts";

/** A predicate's arguments as the active verb has them: passives turned round. */
export interface ActiveFrame {
  readonly predication: Predication;
  /** Who does it; empty in a passive without "by". */
  readonly subjects: readonly TreeNode[];
  readonly objects: readonly TreeNode[];
  readonly receivers: readonly TreeNode[];
}

/** Verbs of two objects, of which the second says what the first becomes or is called. */
const NAMING = new Set(
  "elect re-elect name appoint call declare crown dub make nominate choose consider label brand rate judge deem vote".split(
    " ",
  ),
);

/** Verbs whose amount says how much, not who: "fined the firm €9m". */
const PENALISING = new Set(["fine", "penalise", "penalize", "dock", "bill"]);

/** Undoes the passive: "X was awarded O by S" becomes S awarded X O. */
export function activeFrame(predication: Predication): ActiveFrame {
  const { passive, subjects, objects, receivers, agents, head } = predication;
  const [second] = objects;
  if (second && NAMING.has(head.lemma) && !predication.complementWord) {
    // "was elected chancellor", "elected her chancellor" with two objects.
    const named = passive ? subjects : receivers;
    if (named.length > 0) {
      const subject = passive ? agents : subjects;
      return {
        predication: { ...predication, complementWord: second },
        subjects: subject,
        objects: named,
        receivers: [],
      };
    }
  }
  if (second && PENALISING.has(head.lemma) && /^(?:SYM|NUM)$/.test(second.upos)) {
    const payers = passive ? subjects : receivers;
    if (payers.length > 0)
      return { predication, subjects: passive ? agents : subjects, objects: payers, receivers: [] };
  }
  if (!passive) return { predication, subjects, objects, receivers };
  if (objects.length > 0) return { predication, subjects: agents, objects, receivers: subjects };
  return { predication, subjects: agents, objects: subjects, receivers };
}
