import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import type { OpenReading } from "./open-reading.ts";
import { isSetOff, nounPhrase } from "./phrases.ts";

/**
 * What noun phrases say without a verb: an apposition is, a name has a title before it, an owner has people and bodies.
 * @param holders lemmas of nouns for people and bodies
 */
export function readNounPhrase(
  tree: SentenceTree,
  node: TreeNode,
  holders: ReadonlySet<string>,
): readonly OpenReading[] {
  if (hasRelation(node, "appos")) return readApposition(tree, node);
  if (hasRelation(node, "nmod:poss")) return readPossessive(tree, node, holders);
  return readTitle(tree, node);
}

/** "Anna Berg, the agency's head": what has a name is what the other words say. */
function readApposition(tree: SentenceTree, node: TreeNode): readonly OpenReading[] {
  const noun = tree.parent(node);
  if (!noun || ![noun, node].every(({ upos }) => upos === "NOUN" || upos === "PROPN")) return [];
  const named = node.upos === "PROPN";
  // "Pasadena, California", "12 million crowns ($1.1 million)": neither is what the other says.
  if (named && noun.upos === "PROPN" && !tree.childBy(node, "det", "nmod:poss")) return [];
  if (tree.childBy(node, "nummod") || [noun, node].some(({ xpos }) => xpos === "$")) return [];
  const swapped = named && noun.upos === "NOUN";
  if (!swapped && !isSetOff(tree, noun, node)) return [];
  // "in Oslo, Bergen, the capital and …": a list, where the parser saw no conjunction.
  if (tree.childrenBy(noun, "appos").length > 1) return [];
  const [subject, object] = swapped ? [node, noun] : [noun, node];
  return [being(nounPhrase(tree, subject), nounPhrase(tree, object), subject, node)];
}

/** "author Anna Berg": common nouns right before a name. */
function readTitle(tree: SentenceTree, name: TreeNode): readonly OpenReading[] {
  if (name.upos !== "PROPN") return [];
  const title = tree
    .childrenBy(name, "compound", "nmod")
    .find(
      (node) =>
        node.upos === "NOUN" && /^\p{Ll}/u.test(node.form) && tree.node(node.index + 1)?.upos === "PROPN",
    );
  if (!title || title.index > name.index) return [];
  const phrase = nounPhrase(tree, name);
  const object = phrase.filter(({ index }) => index <= title.index);
  return [
    being(
      phrase.filter(({ index }) => index > title.index),
      object,
      name,
      name,
    ),
  ];
}

function being(
  subject: readonly TreeNode[],
  object: readonly TreeNode[],
  head: TreeNode,
  anchor: TreeNode,
): OpenReading {
  const relation = head.xpos.endsWith("S") ? "are" : "is";
  return { subject, relation, object, more: [], anchor, reliability: 0.5 };
}

/** "Ritva's sister", "the company's chief": owners of other things ("the city's growth") have them in no other sense than grammar's. */
function readPossessive(
  tree: SentenceTree,
  node: TreeNode,
  holders: ReadonlySet<string>,
): readonly OpenReading[] {
  const noun = tree.parent(node);
  if (noun?.upos !== "NOUN" || node.upos === "PRON" || !holders.has(noun.lemma)) return [];
  const owner = nounPhrase(tree, node).filter(({ xpos }) => xpos !== "POS");
  const inside = tree.subtree(node);
  const object = nounPhrase(tree, noun).filter((word) => !inside.includes(word));
  const relation = node.xpos.endsWith("S") ? "have" : "has";
  return [{ subject: owner, relation, object, more: [], anchor: node, reliability: 0.4 }];
}
