import type { RelationSense } from "../../ontology/ontology.ts";
import { selectSenses } from "../../ontology/select-senses.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import { type Argument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { compoundKeys } from "./compound-keys.ts";
import { type NounPhraseOn, phrasesOn } from "./role-nouns.ts";
import { typesOf } from "./verb-arguments.ts";

/** Relations whose noun names the thing itself that is promised, proposed, given: "commitments from the U.S." */
const CONTENT_RELATIONS = new Set(["promised", "proposed", "provided", "demanded", "requested"]);

/** Prepositions by which the other party of an act follows its noun. */
const OBJECT_PREPOSITIONS = new Set([
  "of",
  "on",
  "to",
  "with",
  "against",
  "for",
  "in",
  "at",
  "into",
  "from",
  "over",
  "about",
]);

/** Reads acts named by nouns: "Rutte's visit to Kyiv", "talks between A and B", "the acquisition of O by S". */
export function readNominal(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (noun.upos !== "NOUN" || hasRelation(noun, "compound", "flat")) return [];
  const phrases = phrasesOn(context, tree, noun);
  if (phrases.length === 0) return [];
  const senses = compoundKeys(tree, noun).flatMap((key) => eventSenses(context, key, phrases));
  if (senses.length === 0) return [];
  const between = phrases.find((phrase) => /^(?:between|among)$/.test(phrase.preposition));
  if (between) return amongReadings(context, tree, noun, between, senses);
  return directedReadings(context, tree, noun, phrases, senses);
}

/** Senses of a noun by itself and with each preposition that follows it; those with a preposition come first. */
function eventSenses(
  context: ReadingContext,
  key: string,
  phrases: readonly NounPhraseOn[],
): readonly RelationSense[] {
  const keys = [...phrases.map((phrase) => `${key} ${phrase.preposition}`), key];
  const senses = keys.flatMap((each) => context.ontology.findSenses(each, "noun"));
  return senses.filter(
    (sense) => (sense.entry.denotes ?? "event") === "event" && sense.relation.name !== "said",
  );
}

function amongReadings(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  { node, preposition }: NounPhraseOn,
  senses: readonly RelationSense[],
): readonly Reading[] {
  const parties = conjuncts(tree, node).flatMap((each) => context.argument(tree, each) ?? []);
  const [first, second] = parties;
  if (!first || !second || parties.length > 6) return [];
  const sense =
    senses.find(
      (each) => each.relation.symmetric && context.ontology.allows(each.relation, first.type, second.type),
    ) ?? senses.find((each) => each.relation.name === "agreedWith");
  if (!sense) return [];
  return parties.flatMap((subject, index) =>
    parties
      .slice(index + 1)
      .flatMap((object) =>
        subject.mention.entityId === object.mention.entityId
          ? []
          : [makeReading(subject, sense.relation.name, object, noun, [noun], `nominal/${preposition}`, 0.85)],
      ),
  );
}

function directedReadings(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  phrases: readonly NounPhraseOn[],
  senses: readonly RelationSense[],
): readonly Reading[] {
  const agent = agentOf(phrases);
  if (!agent) return [];
  const subjects = context.argumentsOf(tree, conjuncts(tree, agent.node));
  const subject = subjects[0];
  if (!subject) return [];
  for (const phrase of phrases) {
    if (phrase === agent || !OBJECT_PREPOSITIONS.has(phrase.preposition)) continue;
    if (context.timeAt(phrase.node)) continue;
    const objects = context.argumentsOf(tree, conjuncts(tree, phrase.node));
    const object = objects[0];
    if (!object) continue;
    const relevant = senses.filter(
      (sense) => !sense.relation.literalObject && fitsPreposition(sense, phrase.preposition),
    );
    const args = { subject: argumentOf(subject), object: argumentOf(object) };
    const sense = selectSenses(context.ontology, relevant, args)[0];
    if (!sense) continue;
    const inverse = sense.subject === "object";
    const words = [noun, ...tree.childrenBy(phrase.node, "case")];
    return subjects.flatMap((each) =>
      objects.flatMap((other) => {
        if (each.mention.entityId === other.mention.entityId) return [];
        const [from, to] = inverse ? [other, each] : [each, other];
        return [
          makeReading(
            from,
            sense.relation.name,
            to,
            noun,
            words,
            "nominal/directed",
            agent.preposition === "'s" ? 0.85 : 0.7,
          ),
        ];
      }),
    );
  }
  return contentReadings(context, tree, noun, agent, subjects, senses);
}

/** "commitments from the U.S.": what is promised is what the noun itself stands for. */
function contentReadings(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
  agent: NounPhraseOn,
  subjects: readonly Argument[],
  senses: readonly RelationSense[],
): readonly Reading[] {
  if (!/^(?:'s|from|by)$/.test(agent.preposition)) return [];
  const thing = context.argument(tree, noun);
  if (!thing) return [];
  const sense = senses.find(
    (each) =>
      CONTENT_RELATIONS.has(each.relation.name) &&
      context.ontology.allows(each.relation, subjects[0]?.type ?? "Thing", thing.type),
  );
  if (!sense || subjects.some((each) => each.mention.entityId === thing.mention.entityId)) return [];
  return subjects.map((subject) =>
    makeReading(subject, sense.relation.name, thing, noun, [noun], "nominal/content", 0.7),
  );
}

function fitsPreposition(sense: RelationSense, preposition: string): boolean {
  const last = sense.entry.key.split(" ").at(-1) ?? "";
  if (OBJECT_PREPOSITIONS.has(last)) return last === preposition;
  if (sense.relation.symmetric)
    return /^(?:with|to)$/.test(preposition) || preposition === "of" ? preposition !== "of" : false;
  return (
    !/^(?:from|about|over|at)$/.test(preposition) ||
    (sense.relation.name === "withdrewFrom" && preposition === "from") ||
    sense.relation.name === "discussed"
  );
}

/** Who acts: the possessor, else "by" or "from" whom, else a name before the noun, else whose the act is where another phrase follows. */
function agentOf(phrases: readonly NounPhraseOn[]): NounPhraseOn | undefined {
  for (const preposition of ["'s", "by", "from", ""]) {
    const found = phrases.find((phrase) => phrase.preposition === preposition);
    if (found) return found;
  }
  return undefined;
}

function argumentOf(argument: Argument): { readonly types: readonly string[]; readonly head: string } {
  return { types: typesOf(argument), head: argument.node?.lemma ?? "" };
}
