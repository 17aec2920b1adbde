import type { TimeSpan } from "../../model/layers.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** The time of a clause: a time expression that hangs on its predicate, or on the clause it is coordinated with. */
export function clauseTime(
  context: ReadingContext,
  tree: SentenceTree,
  node: TreeNode,
  depth = 0,
): TimeSpan | undefined {
  const times = timesUnder(context, tree, node);
  const own = times.find((time) => time.granularity !== "duration");
  if (own) return own;
  const first = tree.parent(node);
  // "arrived in Kyiv on Friday and met the president": what comes after is of the same time.
  const modal = tree.childrenBy(node, "aux").some(({ xpos }) => xpos === "MD");
  if (first && hasRelation(node, "conj") && depth < 3 && !tree.childBy(node, "nsubj") && !modal) {
    return clauseTime(context, tree, first, depth + 1);
  }
  // "sank on Monday, killing nine", "left on Monday as the crowd cheered": at the same time.
  if (first && depth < 3 && isSimultaneous(tree, node, first))
    return clauseTime(context, tree, first, depth + 1);
  if (first && hasRelation(node, "xcomp") && depth < 3) return clauseTime(context, tree, first, depth + 1);
  return undefined;
}

/** Whether an adverbial clause tells of what happened together with its governor, as far as tense and link show. */
function isSimultaneous(tree: SentenceTree, node: TreeNode, governor: TreeNode): boolean {
  if (!hasRelation(node, "advcl") || governor.upos !== "VERB") return false;
  const mark = tree.marker(node, "mark");
  const when = tree.childrenBy(node, "advmod").some(({ form }) => /^when$/i.test(form));
  const perfect = tree.childrenBy(node, "aux").some(({ lemma, xpos }) => lemma === "have" || xpos === "MD");
  if (perfect) return false;
  if (mark === "" && !when)
    return node.xpos === "VBG" && node.index > governor.index && !tree.childBy(node, "nsubj");
  return (
    (when || /^(?:as|while|when)$/.test(mark)) &&
    /^(?:VBD|VBG|VBN)$/.test(node.xpos) &&
    pastOf(tree, governor)
  );
}

function pastOf(tree: SentenceTree, verb: TreeNode): boolean {
  return verb.xpos === "VBD" || tree.childrenBy(verb, "aux", "aux:pass").some(({ xpos }) => xpos === "VBD");
}

/** Time expressions whose nearest clause is the node's: on the verb, or in a phrase on it. */
function timesUnder(context: ReadingContext, tree: SentenceTree, node: TreeNode): readonly TimeSpan[] {
  const { sentence } = tree;
  const inside = context.article.times.filter(
    (time) => time.start >= sentence.start && time.end <= sentence.end,
  );
  return inside.filter((time) => {
    const words = tree.nodes.filter((each) => each.start >= time.start && each.end <= time.end);
    const top = words.find((each) => !words.some((other) => other.index === each.head)) ?? words[0];
    return top !== undefined && attaches(tree, top, node) && !isOfRecord(tree, top, node);
  });
}

/** "rose to its highest since June", "the first time since 2019": how far back nothing like it was, not how long it has lasted. */
function isOfRecord(tree: SentenceTree, time: TreeNode, clause: TreeNode): boolean {
  if (!/^since$/i.test(tree.marker(time, "case")) || time.index < clause.index) return false;
  return tree.nodes
    .slice(clause.index, time.index)
    .some(({ xpos, lemma }) => /^(?:JJS|RBS)$/.test(xpos) || /^(?:first|only|record)$/.test(lemma));
}

/** Whether a time word hangs on the clause itself: directly, or through a noun of its phrase ("for a visit on Friday"). */
function attaches(tree: SentenceTree, time: TreeNode, clause: TreeNode): boolean {
  if (time === clause) return false;
  let at: TreeNode | undefined = time;
  for (let steps = 0; at && steps < 7; steps++) {
    if (at.head === clause.index)
      return hasRelation(
        at,
        "obl",
        "advmod",
        "nmod",
        "advcl",
        "obj",
        "iobj",
        "dep",
        "nummod",
        "compound",
        "nsubj",
      );
    const parent: TreeNode | undefined = tree.parent(at);
    // A time inside the subject or in another clause belongs there.
    if (!parent || parent.upos === "VERB" || hasRelation(parent, "nsubj", "conj", "appos")) return false;
    at = parent;
  }
  return false;
}
