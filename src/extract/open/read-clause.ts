import { conjuncts } from "../clauses/noun-phrases.ts";
import type { SubjectSource } from "../clauses/predication.ts";
import { isPredicate } from "../clauses/read-predications.ts";
import { findSubject, isRelativePronoun } from "../clauses/subjects.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { PIECE_KINDS, type Piece, piecesOf } from "./clause-pieces.ts";
import type { OpenReading } from "./open-reading.ts";
import { nounPhrase } from "./phrases.ts";
import { adverbsBetween, chainOf, verbGroup } from "./verb-group.ts";

/** How often the subject is the right one, by how it was found. */
const RELIABILITY: Readonly<Record<SubjectSource, number>> = {
  own: 0.75,
  shared: 0.75,
  modified: 0.55,
  controlled: 0.5,
};

/** What the clause of a predicate says: who, in the words of the verb, whom or what, and under what circumstances. */
export function readClause(tree: SentenceTree, head: TreeNode): readonly OpenReading[] {
  if (!isPredicate(tree, head) || isPartOfChain(tree, head) || isCondition(tree, head)) return [];
  const found = findSubject(tree, head);
  if (!found || found.node.lemma === "there" || isRelativePronoun(found.node)) return [];
  const chain = chainOf(tree, head);
  const last = chain.at(-1) ?? head;
  const pieces = chain
    .flatMap((link) => piecesOf(tree, link, [found.node, ...chain]))
    .sort((left, right) => left.head.index - right.head.index);
  const object = choose(pieces, last);
  const lead = object && object.kind !== "adverb" ? object.lead : [];
  const group = [...chain.flatMap((link) => verbGroup(tree, link)), ...lead];
  const between = object?.kind === "oblique" ? adverbsBetween(tree, last, lead[0]) : [];
  const relation = [...new Set([...group, ...between])];
  const more = pieces.filter((piece) => piece !== object && isNeeded(tree, piece)).map(({ whole }) => whole);
  const shared = { relation, more, anchor: head, reliability: RELIABILITY[found.source] };
  return conjuncts(tree, found.node).flatMap((node) => {
    const subject = subjectPhrase(tree, node, head);
    return (object?.phrases ?? [[]]).map((phrase) => ({ subject, object: phrase, ...shared }));
  });
}

/** Adverbs and adverbial clauses are not needed where anything else completes the verb, but for a condition. */
function isNeeded(tree: SentenceTree, { kind, head }: Piece): boolean {
  return kind === "adverbial" ? isCondition(tree, head) : kind !== "adverb";
}

/** "if the price rose", "whether it rose", "should it rise": nobody says that it did. */
function isCondition(tree: SentenceTree, head: TreeNode): boolean {
  const subject = hasRelation(head, "advcl") ? tree.childBy(head, "nsubj") : undefined;
  if (subject && tree.childrenBy(head, "aux", "cop").some(({ index }) => index < subject.index)) return true;
  return /^(?:if|unless|whether|in case)\b/.test(tree.marker(head, "mark"));
}

/** An act that the verb above it says already: "tended to increase". */
function isPartOfChain(tree: SentenceTree, head: TreeNode): boolean {
  const above = tree.parent(head);
  return above !== undefined && chainOf(tree, above).includes(head);
}

/** What completes the verb: the first of the nearest kind, if it may be after the verb. */
function choose(pieces: readonly Piece[], verb: TreeNode): Piece | undefined {
  for (const kind of PIECE_KINDS) {
    const found = pieces.filter((piece) => piece.kind === kind);
    const after = found.filter(({ head }) => head.index > verb.index);
    const chosen = after.find(({ lead }) => kind !== "oblique" || lead.length > 0) ?? after[0] ?? found[0];
    if (chosen) return chosen;
  }
  return undefined;
}

/** The subject without the clause that modifies it: in "the troops sent to Kyiv", the troops. */
function subjectPhrase(tree: SentenceTree, node: TreeNode, head: TreeNode): readonly TreeNode[] {
  const clause = tree.subtree(head);
  const phrase = nounPhrase(tree, node);
  return clause.includes(node) ? phrase : phrase.filter((word) => !clause.includes(word));
}
