import { containsSpan, type Span } from "../../model/span.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import type { Quotation } from "./quotations.ts";
import type { SpeechFrame } from "./speech-frames.ts";

/** Who says what in one article: for every word, the chain of sources above it. */
export interface Sources {
  /** Speech frames whose content holds the word, nearest first; empty where the article itself says it. */
  over(tree: SentenceTree, node: TreeNode): readonly SpeechFrame[];
  /** Whether somebody says the word's sentence, be it that the article tells the word's own clause: in "…, which would be the first, X said" too, "would" is a shifted "will". */
  isReported(tree: SentenceTree, node: TreeNode): boolean;
  /** The quotation a word stands in, if any. */
  quotationAt(node: Span): Quotation | undefined;
  /** The frame whose speaker utters a quotation. */
  ownerOf(quotation: Quotation): SpeechFrame | undefined;
}

/** Collects the sources of an article from the speech frames of its sentences. */
export function findSources(
  trees: readonly SentenceTree[],
  framesOf: ReadonlyMap<SentenceTree, readonly SpeechFrame[]>,
  quotations: readonly Quotation[],
): Sources {
  const speech = quotations.filter((quotation) => quotation.speech);
  const frames = trees.flatMap((tree) => framesOf.get(tree) ?? []);
  const owners = findOwners(frames, speech);
  const quotationAt = (node: Span): Quotation | undefined => speech.find((each) => containsSpan(each, node));
  return {
    quotationAt,
    isReported: (tree, node) =>
      (framesOf.get(tree) ?? []).some(
        ({ content, head, speakers }) =>
          content !== undefined &&
          speakers.length > 0 &&
          tree.isBelow(node, content) &&
          !(tree.isBelow(head, content) && tree.isBelow(node, head)),
      ),
    ownerOf: (quotation) => owners.get(quotation),
    over(tree, node) {
      const quotation = quotationAt(node);
      const own = (framesOf.get(tree) ?? []).filter((frame) => holds(frame, node, quotation));
      const chain = own.sort((left, right) => depth(tree, right.content) - depth(tree, left.content));
      const owner = quotation && owners.get(quotation);
      const known = chain.some(
        (frame) => frame === owner || (!frame.act && !isInside(frame.head, quotation)),
      );
      return owner && !known && owner.head !== node ? [...chain, owner] : chain;
    },
  };
}

function isInside(node: TreeNode, quotation: Quotation | undefined): boolean {
  return quotation !== undefined && containsSpan(quotation, node);
}

function depth(tree: SentenceTree, node: TreeNode | undefined): number {
  return node ? tree.ancestors(node).length : -1;
}

/** Whether the word lies in what the frame says. */
function holds(frame: SpeechFrame, node: TreeNode, quotation: Quotation | undefined): boolean {
  const { tree, content, head } = frame;
  if (!content || frame.speakers.length === 0) return false;
  if (!tree.isBelow(node, content)) return false;
  if (tree.isBelow(head, content) && tree.isBelow(node, head)) return false;
  if (!quotation && isAside(tree, node, content)) return false;
  // A clause that interrupts a quotation from outside does not speak for what follows in the article's own words.
  return true;
}

/**
 * Whether the word stands in a relative clause set off from what is said ("…, which has 40 branches", "…, who resigned in
 * May"): that the article knows by itself.
 */
function isAside(tree: SentenceTree, node: TreeNode, content: TreeNode): boolean {
  const path = [node, ...tree.ancestors(node)];
  const within = path.slice(0, path.indexOf(content));
  return within.some((each) => {
    if (each.relation !== "acl:relcl") return false;
    const before = tree.node(Math.min(...tree.subtree(each).map((word) => word.index)) - 1);
    const opens = tree.subtree(each)[0];
    return before?.form === "," || opens?.form === ",";
  });
}

/**
 * Finds who utters each quotation: a frame beside it in a sentence it touches, else the nearest in its paragraph,
 * else whoever spoke last.
 */
function findOwners(
  frames: readonly SpeechFrame[],
  quotations: readonly Quotation[],
): ReadonlyMap<Quotation, SpeechFrame> {
  const voices = frames.filter(
    (frame) =>
      !frame.act && frame.speakers.length > 0 && !quotations.some((each) => isInside(frame.head, each)),
  );
  const owners = new Map<Quotation, SpeechFrame>();
  for (const quotation of quotations) {
    const touching = voices.filter((frame) => touches(frame.tree.sentence, quotation));
    const paragraph = frames.find((frame) => touches(frame.tree.sentence, quotation))?.tree.sentence
      .paragraph;
    const beside = nearest(
      touching.filter((frame) => mayUtter(frame, quotation)),
      quotation,
    );
    const near = beside ?? nearest(neighbours(voices, quotation, paragraph), quotation);
    const owner = near ?? lastBefore(voices, quotation);
    if (owner) owners.set(quotation, owner);
  }
  return owners;
}

function touches(sentence: Span, quotation: Quotation): boolean {
  return sentence.start < quotation.end && quotation.start < sentence.end;
}

/** A frame whose clause lies wholly outside the quotation says something else, unless it stands right beside it. */
function mayUtter(frame: SpeechFrame, quotation: Quotation): boolean {
  if (!frame.content || isInside(frame.content, quotation)) return true;
  const { tree, content } = frame;
  return (
    tree.subtree(content).some((node) => isInside(node, quotation)) || hasRelation(frame.head, "parataxis")
  );
}

function neighbours(
  voices: readonly SpeechFrame[],
  quotation: Quotation,
  paragraph: number | undefined,
): readonly SpeechFrame[] {
  if (paragraph === undefined) return voices.filter((frame) => Math.abs(distance(frame, quotation)) < 3);
  return voices.filter((frame) => frame.tree.sentence.paragraph === paragraph);
}

function nearest(frames: readonly SpeechFrame[], quotation: Quotation): SpeechFrame | undefined {
  return [...frames].sort((left, right) => distance(left, quotation) - distance(right, quotation))[0];
}

function distance(frame: SpeechFrame, quotation: Quotation): number {
  const { start, end } = frame.head;
  return start >= quotation.end ? start - quotation.end : Math.max(0, quotation.start - end);
}

function lastBefore(voices: readonly SpeechFrame[], quotation: Quotation): SpeechFrame | undefined {
  return voices.findLast((frame) => frame.head.end <= quotation.start);
}
