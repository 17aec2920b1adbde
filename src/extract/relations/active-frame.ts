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

/** Undoes the passive: "X was awarded O by S" becomes S awarded X O. */
export function activeFrame(predication: Predication): ActiveFrame {
  const { passive, subjects, objects, receivers, agents } = predication;
  if (!passive) return { predication, subjects, objects, receivers };
  if (objects.length > 0) return { predication, subjects: agents, objects, receivers: subjects };
  return { predication, subjects: agents, objects: subjects, receivers };
}
