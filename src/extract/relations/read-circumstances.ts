import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Oblique, Predication } from "../clauses/predication.ts";
import { negationOf } from "../factuality/own-value.ts";
import { pairReadings, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { activeFrame } from "./active-frame.ts";

/** Reads relations that hold between a clause's arguments and its circumstances: "as part of O", "in response to O", "not without O". */
export function readCircumstances(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  return [
    ...partOfWhole(context, tree, predication),
    ...responses(context, tree, predication),
    ...conditions(context, tree, predication),
  ];
}

/** "lend buses as part of the deal": what is provided is part of them; without an object, what is spoken of. */
function partOfWhole(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  const { objects, subjects } = activeFrame(predication);
  const hosts = [predication.head, ...objects];
  const phrase = hosts
    .flatMap((host) => tree.childrenBy(host, "obl", "nmod", "advcl"))
    .find((node) => {
      return node.lemma === "part" && tree.marker(node, "case").split(" ")[0] === "as";
    });
  const whole = phrase && tree.childrenBy(phrase, "nmod").find((node) => tree.marker(node, "case") === "of");
  if (!phrase || !whole) return [];
  // "arrested the banker as part of an inquiry": that is why, and the banker no part of it.
  const parts = context
    .argumentsOf(tree, objects.length > 0 ? objects : subjects)
    .filter(({ type }) => type !== "Person");
  const words = [...tree.childrenBy(phrase, "case"), phrase, ...tree.childrenBy(whole, "case")];
  return pairReadings(parts, context.argumentsOf(tree, conjuncts(tree, whole)), {
    relation: "partOf",
    anchor: predication.head,
    words: words,
    more: [],
    rule: "circumstance/partOf",
    reliability: 0.75,
  });
}

/** "said in response to O": the one who does it responds to O. */
function responses(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  const below = tree
    .subtree(predication.head)
    .filter((node) => node.lemma === "response" || node.lemma === "reaction");
  const response = below.find(
    (node) => tree.marker(node, "case") === "in" && nearestClause(tree, node) === predication.head,
  );
  const cause =
    response && tree.childrenBy(response, "nmod", "obl").find((node) => tree.marker(node, "case") === "to");
  if (!response || !cause) return [];
  const actors = context.argumentsOf(tree, activeFrame(predication).subjects);
  const words = [...tree.childrenBy(response, "case"), response, ...tree.childrenBy(cause, "case")];
  return pairReadings(actors, context.argumentsOf(tree, conjuncts(tree, cause)), {
    relation: "respondedTo",
    anchor: predication.head,
    words: words,
    more: [],
    rule: "circumstance/respondedTo",
    reliability: 0.8,
  });
}

function nearestClause(tree: SentenceTree, node: TreeNode): TreeNode | undefined {
  return tree.ancestors(node).find((each) => each.upos === "VERB" || tree.childBy(each, "cop") !== undefined);
}

/** The phrase of "cannot be discussed without O": what the act needs. */
export function conditionOf(
  context: ReadingContext,
  tree: SentenceTree,
  { head, obliques }: Predication,
): Oblique | undefined {
  const able = tree
    .childrenBy(head, "aux")
    .some((aux) => /^(?:can|ca|could|will|wo|would|may)$/i.test(aux.form));
  if (!able || !negationOf(tree, head, context.cues)) return undefined;
  return obliques.find((oblique) => oblique.preposition === "without");
}

/** "cannot be discussed without O": a condition, certain in itself. */
function conditions(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  const { head } = predication;
  const without = conditionOf(context, tree, predication);
  if (!without) return [];
  const { subjects, objects } = activeFrame(predication);
  const dependents = context.argumentsOf(tree, predication.passive ? objects : subjects);
  const words = tree.children(head).filter((node) => hasRelation(node, "aux", "advmod"));
  const readings = pairReadings(dependents, context.argumentsOf(tree, without.nodes), {
    relation: "requires",
    anchor: head,
    words: [...words, head],
    more: [],
    rule: "circumstance/requires",
    reliability: 0.75,
  });
  return readings.map((reading) => ({ ...reading, factuality: "certain" }));
}
