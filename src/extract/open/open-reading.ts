import type { TreeNode } from "../tree/sentence-tree.ts";

/** A triple before its words are cut out. */
export interface OpenReading {
  readonly subject: readonly TreeNode[];
  /** Words of the sentence; or the one that it leaves out ("is"). */
  readonly relation: readonly TreeNode[] | string;
  readonly object: readonly TreeNode[];
  readonly more: readonly (readonly TreeNode[])[];
  /** The word that it was read at. */
  readonly anchor: TreeNode;
  /** How often such a reading is right, 0 to 1. */
  readonly reliability: number;
}
