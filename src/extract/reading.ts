import type { Factuality, RelationName } from "../model/fact.ts";
import type { Quantity } from "../model/layers.ts";
import type { Mention } from "../model/mention.ts";
import type { Span } from "../model/span.ts";
import type { TreeNode } from "./tree/sentence-tree.ts";

/** An argument of a reading, resolved to what it denotes. */
export interface Argument {
  /** What heads it in the tree; absent where it was understood, not said. */
  readonly node?: TreeNode;
  readonly mention: Mention;
  /** Class of the ontology. */
  readonly type: string;
  /** The words as they stand. */
  readonly span: Span;
  /** The number the argument counts or measures, where it is one. */
  readonly quantity?: Quantity;
}

/** A value that is no thing of its own. */
export interface LiteralArgument {
  readonly literal: string;
  readonly datatype: "string" | "date" | "quantity";
  readonly span: Span;
  readonly node?: TreeNode;
  readonly quantity?: Quantity;
}

/** One relation read from a sentence, before it becomes a fact. */
export interface Reading {
  readonly subject: Argument;
  readonly relation: RelationName;
  readonly relationLemma?: string;
  readonly object: Argument | LiteralArgument;
  /** The word whose clause decides speaker, factuality and time. */
  readonly anchor: TreeNode;
  /** Words that express the relation. */
  readonly words: readonly TreeNode[];
  /** Further arguments, with their preposition. */
  readonly more: readonly Span[];
  /** E.g. "clause/active". */
  readonly rule: string;
  /** How reliable the rule is, 0 to 1. */
  readonly reliability: number;
  /** How much of it, where a further argument says so: "invested *€1bn* in O", "cut O by *a quarter*". */
  readonly quantity?: Quantity;
  /** Decided by the construction; otherwise by the anchor's clause. */
  readonly factuality?: Factuality;
  /** What the wording makes of the act where its clause is plain: "*ordered* an investigation" leaves it proposed. */
  readonly effect?: Factuality;
  /** The wording itself denies the relation ("acquitted of"). */
  readonly denied?: boolean;
  /** Who says it by the wording itself: the critics of "critics called it a mistake". */
  readonly voices?: readonly Argument[];
  /** True for what the article itself presupposes, whoever speaks: offices, nationality, membership. */
  readonly narrated?: boolean;
}

export function isLiteral(argument: Argument | LiteralArgument): argument is LiteralArgument {
  return "literal" in argument;
}

/** A reading with nothing but what every reading has. */
export function makeReading(
  subject: Argument,
  relation: RelationName,
  object: Argument | LiteralArgument,
  anchor: TreeNode,
  words: readonly TreeNode[],
  rule: string,
  reliability: number,
): Reading {
  return { subject, relation, object, anchor, words, more: [], rule, reliability };
}

/** A reading for each subject with each object that is not the same thing. */
export function pairReadings(
  subjects: readonly Argument[],
  objects: readonly Argument[],
  shared: Omit<Reading, "subject" | "object">,
): readonly Reading[] {
  return subjects.flatMap((subject) =>
    objects
      .filter((object) => object.mention.entityId !== subject.mention.entityId)
      .map((object) => ({ subject, object, ...shared })),
  );
}
