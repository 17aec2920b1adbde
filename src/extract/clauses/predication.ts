import type { TreeNode } from "../tree/sentence-tree.ts";

/** A prepositional phrase of a clause. */
export interface Oblique {
  /** In lower case: "to", "because of". */
  readonly preposition: string;
  /** Coordinated heads of the noun phrase. */
  readonly nodes: readonly TreeNode[];
  /** True where the parser hung it on the object noun, so that it may belong to that instead. */
  readonly onObject: boolean;
}

/** How the subject of a predicate was found. */
export type SubjectSource =
  /** It hangs on the predicate. */
  | "own"
  /** That of the first of two coordinated predicates. */
  | "shared"
  /** The noun that a relative clause or a participle modifies. */
  | "modified"
  /** Subject or object of the governing predicate, as its verb demands. */
  | "controlled";

/** A clause under a predicate: what is said, planned, tried … */
export interface Complement {
  readonly node: TreeNode;
  readonly kind: "ccomp" | "xcomp";
}

/** One predicate with its arguments, in whatever construction it stood: the passive is undone later, coordination here. */
export interface Predication {
  readonly head: TreeNode;
  readonly kind: "verb" | "copula";
  /** Lemma with particle: "rule out". */
  readonly lemma: string;
  readonly particle: TreeNode | undefined;
  readonly passive: boolean;
  /** Grammatical subjects, coordination taken apart; empty where there is none to be found. */
  readonly subjects: readonly TreeNode[];
  readonly subjectSource: SubjectSource | undefined;
  readonly objects: readonly TreeNode[];
  /** Indirect object: "gave *Kyiv* weapons". */
  readonly receivers: readonly TreeNode[];
  /** "by" phrase of a passive. */
  readonly agents: readonly TreeNode[];
  readonly obliques: readonly Oblique[];
  readonly complements: readonly Complement[];
  /** Adjective or noun that completes the verb: "named her *chair*", "found him *guilty*", "became *mayor*". */
  readonly complementWord: TreeNode | undefined;
}
