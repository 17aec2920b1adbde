import type { Relation } from "../../ontology/ontology.ts";
import { antecedentOf } from "../clauses/subjects.ts";
import type { Argument, Reading } from "../reading.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import { compoundKeys } from "./compound-keys.ts";
import { amountOf } from "./literals.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes, verbWords } from "./verb-words.ts";

/** Prepositions before the value that a noun for a value is said to have: "put the toll at 40", "rose to 40". */
const AT_VALUE = /^(?:at|to)$/;

/**
 * Reads values named by their noun: "the agency put its magnitude at 7.7", "the toll of the storm rose to 40".
 * The nouns are the ontology's value nouns; whoever puts or estimates the value is its source.
 */
export function readValues(verb: VerbArguments): readonly Reading[] {
  const { frame, context, tree, head } = verb;
  const oblique = frame.predication.obliques.find(({ preposition }) => AT_VALUE.test(preposition));
  const number = oblique?.nodes[0];
  const quantity = number && context.quantityOf(tree, number);
  if (!oblique || !quantity) return [];
  const named = frame.objects[0] ?? (frame.predication.passive ? undefined : frame.subjects[0]);
  const relation = named && relationOf(verb, named);
  const bearer = named && relation && (bearerOf(verb, named, relation) ?? unowned(verb, named, relation));
  if (!bearer) return [];
  const voices = named === frame.objects[0] ? verb.resolve(frame.subjects) : [];
  return [
    {
      subject: bearer,
      relation: relation.name,
      object: amountOf(quantity, { start: quantity.start, end: quantity.end }, number),
      anchor: head,
      words: [...verbWords(tree, head), named, ...prepositionNodes(tree, oblique)],
      more: verb.others(oblique),
      rule: "clause/value",
      reliability: 0.85,
      ...(voices.length === 0 ? {} : { voices }),
    },
  ];
}

/** The relation whose value the noun names; only those that have an amount. */
function relationOf({ context, tree }: VerbArguments, noun: TreeNode): Relation | undefined {
  if (noun.upos !== "NOUN") return undefined;
  return [...partitiveKeys(tree, noun), ...compoundKeys(tree, noun)]
    .flatMap((key) => context.ontology.findSenses(key, "noun"))
    .find(
      ({ entry, relation }) =>
        entry.denotes === "object" &&
        relation.range.some((each) => each === "QuantitativeValue" || each === "MonetaryAmount"),
    )?.relation;
}

/** Whose value it is: "its magnitude", "the storm's toll", "the magnitude of the quake". */
function bearerOf(verb: VerbArguments, noun: TreeNode, relation: Relation): Argument | undefined {
  const { tree, context } = verb;
  const node = ownerOf(tree, noun);
  const bearer = node && verb.argument(antecedentOf(tree, node));
  return bearer && context.ontology.allows(relation, bearer.type, relation.range[0] ?? "Thing")
    ? bearer
    : undefined;
}

/** "number of dead": the noun with what it counts. */
function partitiveKeys(tree: SentenceTree, noun: TreeNode): readonly string[] {
  const counted = tree.childrenBy(noun, "nmod").find((node) => tree.marker(node, "case") === "of");
  return counted === undefined ? [] : [`${noun.lemma} of ${counted.lemma}`];
}

/** "The death toll rose to 31": where nothing says of what, it is its own bearer, so that the number is kept. */
function unowned(verb: VerbArguments, noun: TreeNode, relation: Relation): Argument | undefined {
  const ofEvents = relation.domain.length > 0 && relation.domain.every((each) => each === "Event");
  return ofEvents && ownerOf(verb.tree, noun) === undefined ? verb.argument(noun) : undefined;
}

function ownerOf(tree: SentenceTree, noun: TreeNode): TreeNode | undefined {
  const possessor = tree.childBy(noun, "nmod:poss");
  return (
    possessor ??
    tree
      .childrenBy(noun, "nmod")
      .find((node) => /^(?:of|from|in)$/.test(tree.marker(node, "case")) && node.upos !== "ADJ")
  );
}
