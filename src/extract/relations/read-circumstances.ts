import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Oblique, Predication } from "../clauses/predication.ts";
import { negationOf } from "../factuality/own-value.ts";
import { pairReadings, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { activeFrame } from "./active-frame.ts";
import { mintFromPassive, mintFromVerb } from "./minting.ts";
import { prepositionNodes, verbWords } from "./verb-words.ts";

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
    ...causes(context, tree, predication),
    ...whereabouts(context, tree, predication),
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

/** "Turin, where an old mill burned down": what a relative clause of a named place tells of a building or place is there. */
function whereabouts(
  context: ReadingContext,
  tree: SentenceTree,
  predication: Predication,
): readonly Reading[] {
  const { head } = predication;
  const where = tree
    .childrenBy(head, "advmod")
    .find(({ form, index }) => /^where$/i.test(form) && index < head.index);
  const noun = where && head.relation === "acl:relcl" ? tree.parent(head) : undefined;
  const place = noun && context.argument(tree, noun);
  if (!where || !place || !context.ontology.isA(place.type, "Place")) return [];
  if (context.mentions.entityOf(place.mention).kind !== "named") return [];
  const { subjects, objects } = activeFrame(predication);
  const things = context
    .argumentsOf(tree, predication.passive ? objects : subjects)
    .filter(({ type }) => ["Place", "Event"].some((each) => context.ontology.isA(type, each)))
    .filter(({ type }) => type !== "Country");
  return things.flatMap((thing) =>
    pairReadings([thing], [place], {
      relation: context.ontology.isA(thing.type, "Event") ? "tookPlaceIn" : "locatedIn",
      anchor: head,
      words: [where],
      more: [],
      rule: "circumstance/where",
      reliability: 0.7,
    }),
  );
}

/** Prepositions before what brought something about. */
const CAUSAL = /^(?:because of|due to|owing to|as a result of|as result of|thanks to)$/;

/** "were called off because of a storm": what befell somebody or something, and why. */
function causes(context: ReadingContext, tree: SentenceTree, predication: Predication): readonly Reading[] {
  const { head, passive, kind, lemma } = predication;
  if (kind !== "verb") return [];
  const { subjects, objects } = activeFrame(predication);
  // Of "the storm delayed the ferry because of its size" the object is no bearer of the cause.
  const bearers = passive ? objects : objects.length === 0 ? subjects : [];
  const oblique = predication.obliques.find(({ preposition }) => CAUSAL.test(preposition));
  if (!oblique || bearers.length === 0) return [];
  const words = [...lemma.split(" "), ...oblique.preposition.split(" ")];
  const minted = passive ? mintFromPassive(words, context.cues) : mintFromVerb(words, context.cues);
  return pairReadings(context.argumentsOf(tree, bearers), context.argumentsOf(tree, oblique.nodes), {
    relation: minted.name,
    relationLemma: minted.lemma,
    anchor: head,
    words: [...verbWords(tree, head), ...prepositionNodes(tree, oblique)],
    more: [],
    rule: "circumstance/cause",
    reliability: 0.65,
  });
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
