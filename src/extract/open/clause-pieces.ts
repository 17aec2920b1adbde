import { conjuncts, headsArgument, isNominal } from "../clauses/noun-phrases.ts";
import { antecedentOf, isPassive } from "../clauses/subjects.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { clauseWords, isThat, nounPhrase } from "./phrases.ts";
import { isNegation, isQuestionWord } from "./verb-group.ts";

/** What a clause has besides its subject and verb. In this order one is the object. */
export const PIECE_KINDS = [
  "object",
  "predicate",
  "receiver",
  "clause",
  "oblique",
  "adverbial",
  "adverb",
] as const;

export interface Piece {
  readonly kind: (typeof PIECE_KINDS)[number];
  readonly head: TreeNode;
  /** Its preposition, or "that". */
  readonly lead: readonly TreeNode[];
  /** The phrase of each of its conjuncts. */
  readonly phrases: readonly (readonly TreeNode[])[];
  /** All of it. */
  readonly whole: readonly TreeNode[];
}

/**
 * The pieces that hang on one predicate.
 * @param others subject and predicates of the same clause, which are none
 */
export function piecesOf(tree: SentenceTree, head: TreeNode, others: readonly TreeNode[]): readonly Piece[] {
  const copula = tree.childBy(head, "cop") !== undefined;
  const noun = copula && isNominal(head);
  const pieces: Piece[] = copula && !/^(?:ADJ|ADV|VERB)$/.test(head.upos) ? [predicatePiece(tree, head)] : [];
  for (const child of tree.children(head)) {
    // What hangs on a predicate noun by a preposition is part of its phrase.
    if (others.includes(child) || (noun && hasRelation(child, "nmod"))) continue;
    const piece = pieceOf(tree, child);
    if (piece) pieces.push(piece);
  }
  const gap = objectGap(tree, head, others, pieces);
  return gap ? [...pieces, gap] : pieces;
}

function pieceOf(tree: SentenceTree, child: TreeNode): Piece | undefined {
  if (hasRelation(child, "obj")) {
    const phrasal = headsArgument(tree, child) || child.upos === "ADJ";
    return phrasal ? nominalPiece(tree, child, "object") : clausePiece(tree, child);
  }
  if (hasRelation(child, "iobj")) return nominalPiece(tree, child, "receiver");
  if (hasRelation(child, "ccomp")) return clausePiece(tree, child);
  if (hasRelation(child, "xcomp")) {
    const clausal = child.upos === "VERB" || tree.childBy(child, "cop") !== undefined;
    return clausal ? clausePiece(tree, child) : nominalPiece(tree, child, "predicate");
  }
  if (hasRelation(child, "obl", "nmod") && !hasRelation(child, "nmod:poss")) {
    const phrasal = headsArgument(tree, child) || /^(?:ADJ|ADV)$/.test(child.upos);
    return phrasal ? nominalPiece(tree, child, "oblique") : undefined;
  }
  if (hasRelation(child, "advmod") && !isNegation(child) && !isQuestionWord(child))
    return wholePiece(
      child,
      "adverb",
      tree.subtree(child).filter((node) => node.relation !== "punct"),
    );
  return hasRelation(child, "advcl") ? wholePiece(child, "adverbial", clauseWords(tree, child)) : undefined;
}

function wholePiece(head: TreeNode, kind: Piece["kind"], whole: readonly TreeNode[]): Piece {
  return { kind, head, lead: [], phrases: [whole], whole };
}

/** A phrase with its preposition; of "the house in which he lived", the house. */
function nominalPiece(tree: SentenceTree, child: TreeNode, kind: Piece["kind"]): Piece {
  const lead = prepositionOf(tree, child);
  const heads = conjuncts(tree, antecedentOf(tree, child));
  const phrases = heads.map((node) => nounPhrase(tree, node));
  const joints = heads.slice(1).flatMap((node) => tree.childrenBy(node, "cc", "punct"));
  return { kind, head: child, lead, phrases, whole: [...lead, ...phrases.flat(), ...joints] };
}

/** "is the head of the agency": without the words of the clause that hang on the noun. */
function predicatePiece(tree: SentenceTree, head: TreeNode): Piece {
  const lead = prepositionOf(tree, head);
  const heads = conjuncts(tree, head).filter((node) => node === head || !tree.childBy(node, "cop", "nsubj"));
  const first = tree.childBy(head, "det", "amod", "case")?.index ?? head.index;
  const ofClause = tree.childrenBy(head, "advmod").filter((node) => isNegation(node) || node.index < first);
  const phrases = heads.map((node) => nounPhrase(tree, node).filter((word) => !ofClause.includes(word)));
  return { kind: "predicate", head, lead, phrases, whole: [...lead, ...phrases.flat()] };
}

function clausePiece(tree: SentenceTree, child: TreeNode): Piece {
  const lead = tree.children(child).filter(isThat);
  const phrase = clauseWords(tree, child);
  return { kind: "clause", head: child, lead, phrases: [phrase], whole: [...lead, ...phrase] };
}

function prepositionOf(tree: SentenceTree, node: TreeNode): readonly TreeNode[] {
  return tree
    .childrenBy(node, "case")
    .filter(({ xpos }) => xpos !== "POS")
    .flatMap((each) => [each, ...tree.childrenBy(each, "fixed", "advmod")]);
}

/** "the treaty they signed": the noun is the verb's object although no pronoun says so. */
function objectGap(
  tree: SentenceTree,
  head: TreeNode,
  others: readonly TreeNode[],
  pieces: readonly Piece[],
): Piece | undefined {
  const noun = head.relation === "acl:relcl" ? tree.parent(head) : undefined;
  if (!noun || others.includes(noun) || !isNominal(noun) || isPassive(tree, head)) return undefined;
  if (pieces.some(({ kind }) => kind === "object" || kind === "clause" || kind === "predicate"))
    return undefined;
  if (tree.subtree(head).some((node) => /^(?:where|when|why|who|whom|whose|which)$/i.test(node.form)))
    return undefined;
  return wholePiece(noun, "object", nounPhrase(tree, noun));
}
