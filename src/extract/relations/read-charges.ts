import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Argument, Reading } from "../reading.ts";
import type { TreeNode } from "../tree/sentence-tree.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { verbWords } from "./verb-words.ts";

/** Verbs by which somebody answers charges, or a court does: whoever they are about was charged. */
const ANSWERS = /^(?:deny|admit|face|plead|dispute|contest|reject|fight|convict|acquit|clear|find)$/;

const COUNTS = /^(?:charge|count|offence|offense|accusation|allegation|one|two|three|four|five|six)$/;

/** Nouns that only lead to the crime: "on suspicion of arson". */
export const SUSPICION = /^(?:suspicion|charge|count|allegation|accusation)$/;

/** "denies two counts of fraud and one of theft", "was cleared of a charge of arson": the charges presupposed. */
export function readCharges(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame } = verb;
  if (!ANSWERS.test(head.lemma)) return [];
  const { predication, subjects, objects } = frame;
  const obliques = predication.obliques
    .filter(({ preposition }) => /^(?:to|of|on)$/.test(preposition))
    .flatMap(({ nodes }) => nodes);
  const tried = /^(?:convict|acquit|clear|find)$/.test(head.lemma);
  const counts = tried ? obliques : [...objects, ...obliques];
  const accused = verb.resolve(tried ? objects : subjects);
  return counts.flatMap((count) => {
    // "was acquitted of arson": had been charged with it, also where no noun says so.
    const acquitted = /^(?:acquit|clear)$/.test(head.lemma) ? verb.argument(count) : undefined;
    const named = acquitted && verb.context.ontology.isA(acquitted.type, "Crime") ? [acquitted] : [];
    const crimes = [...crimesOf(verb, count), ...named];
    return accused.flatMap((subject) =>
      crimes
        .filter((crime) => crime.mention.entityId !== subject.mention.entityId)
        .map((crime) => ({
          subject,
          relation: "chargedWith",
          object: crime,
          anchor: head,
          words: [...verbWords(tree, head), count],
          more: [],
          rule: "clause/charges",
          reliability: 0.8,
          factuality: "certain" as const,
        })),
    );
  });
}

/** What a count is of: the crime. */
export function crimesOf({ context, tree }: VerbArguments, count: TreeNode): readonly Argument[] {
  if (!COUNTS.test(count.lemma) && !SUSPICION.test(count.lemma)) return [];
  const act = tree
    .childrenBy(count, "acl")
    .find((node) => node.xpos === "VBG" && (tree.marker(node, "mark") || tree.marker(node, "case")) === "of");
  if (act) return [context.activity(tree, act)];
  const of = tree.childrenBy(count, "nmod").find((node) => tree.marker(node, "case") === "of");
  return of ? conjuncts(tree, of).flatMap((node) => context.argument(tree, node) ?? []) : [];
}
