import { selectSenses } from "../../ontology/select-senses.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import { antecedentOf } from "../clauses/subjects.ts";
import type { Argument, Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import { compoundKeys } from "./compound-keys.ts";
import { literalOf } from "./literals.ts";
import { typesOf } from "./verb-arguments.ts";

/** Relations between people and what they belong to. */
export const AFFILIATIONS: ReadonlySet<string> = new Set([
  "worksFor",
  "headOf",
  "ceoOf",
  "memberOf",
  "memberOfParty",
]);

/** A phrase that hangs on a noun, with what joins it: "of", "for"; "'s" for a possessor; "" for a noun before it. */
export interface NounPhraseOn {
  readonly preposition: string;
  readonly node: TreeNode;
}

/** Possessors, prepositional phrases and names before a noun, in word order. */
export function phrasesOn(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): readonly NounPhraseOn[] {
  const phrases: NounPhraseOn[] = [];
  for (const child of tree.children(noun)) {
    if (child.relation === "nmod:poss") phrases.push({ preposition: "'s", node: antecedentOf(tree, child) });
    else if (/^(?:nmod|obl)(?::|$)/.test(child.relation)) {
      const preposition = tree.marker(child, "case");
      if (preposition !== "") phrases.push({ preposition, node: child });
      else if (isNameBefore(context, tree, child, noun)) phrases.push({ preposition: "", node: child });
    } else if (
      /^(?:compound|amod|nmod:desc|flat)/.test(child.relation) &&
      isNameBefore(context, tree, child, noun)
    ) {
      phrases.push({ preposition: "", node: child });
    }
  }
  return phrases;
}

function isNameBefore(context: ReadingContext, tree: SentenceTree, child: TreeNode, noun: TreeNode): boolean {
  if (child.index > noun.index) return false;
  const mention = context.mentions.mentionAt(context.tokenIndex(tree, child));
  return (
    mention !== undefined &&
    mention.end <= noun.start &&
    ["name", "demonym", "metonym"].includes(mention.form)
  );
}

/**
 * Reads a noun that says what its bearer is to something else: "S, a subsidiary of O", "O's wife, S", "S is a member of O".
 *
 * @param noun - the role noun, which denotes the subject
 */
export function readRoleNoun(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  noun: TreeNode,
  rule: string,
): readonly Reading[] {
  const phrases = phrasesOn(context, tree, noun).filter((phrase) => !context.timeAt(phrase.node));
  // "the world's cause of O": whose it is matters only where no other phrase says of what.
  const ordered = [
    ...phrases.filter((phrase) => phrase.preposition !== "'s"),
    ...phrases.filter((phrase) => phrase.preposition === "'s"),
  ];
  const readings: Reading[] = [];
  for (const { preposition, node } of ordered) {
    if (readings.length > 0) break;
    const objects = conjuncts(tree, node).flatMap((each) => context.argument(tree, each) ?? []);
    for (const object of objects) {
      if (object.mention.entityId === subject.mention.entityId) continue;
      const reading = roleReading(context, tree, subject, noun, preposition, object, rule);
      if (reading) readings.push(reading);
    }
  }
  return readings;
}

/** "deputy governor", "vice president", "assistant coach". */
function isDeputy(tree: SentenceTree, noun: TreeNode): boolean {
  return tree
    .childrenBy(noun, "amod", "compound")
    .some(({ lemma }) => /^(?:deputy|vice|assistant|associate)$/i.test(lemma));
}

function roleReading(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  noun: TreeNode,
  preposition: string,
  object: Argument,
  rule: string,
): Reading | undefined {
  if (!/^(?:'s||of|for|to|at|in|with|from)$/.test(preposition)) return undefined;
  const keys = [
    ...compoundKeys(tree, noun).map((key) => `${key} ${preposition}`),
    ...compoundKeys(tree, noun),
  ];
  const { ontology } = context;
  const args = { subject: { types: typesOf(subject) }, object: { types: typesOf(object) } };
  for (const key of keys) {
    const own = /^(?:'s||of|for|to)$/.test(preposition) || key.endsWith(` ${preposition}`);
    // "an analyst with Brandt", "scientists at the institute": people at a body are of it.
    const within = /^(?:at|with|from)$/.test(preposition) && ontology.isA(object.type, "Organization");
    if (!own && !within) continue;
    const senses = ontology
      .findSenses(key, "noun")
      .filter((sense) => sense.entry.denotes === "subject" && sense.relation.name !== "holdsPosition")
      .filter((sense) => own || AFFILIATIONS.has(sense.relation.name));
    const sense = selectSenses(ontology, senses, args)[0];
    // "the city's largest builder" builds in the city, not the city.
    const inPlace = preposition === "'s" && ontology.isA(object.type, "Place");
    if (!sense || (inPlace && sense.relation.name === "produced")) continue;
    // "deputy governor of the bank": whoever stands in for the head works there.
    const deputy = ontology.refines(sense.relation.name, "headOf") && isDeputy(tree, noun);
    // "the leader for the day": with "for" it takes a body.
    const vague = preposition === "for" && object.type === "Thing" && AFFILIATIONS.has(sense.relation.name);
    if (vague) continue;
    const value = sense.relation.literalObject
      ? literalOf(context, tree, noun, sense.relation, object)
      : object;
    if (!value) continue;
    const words = object.node ? [noun, ...tree.childrenBy(object.node, "case")] : [noun];
    return {
      subject,
      relation: deputy ? "worksFor" : sense.relation.name,
      object: value,
      anchor: noun,
      words,
      more: [],
      rule,
      reliability: 0.85,
      narrated: true,
    };
  }
  return undefined;
}
