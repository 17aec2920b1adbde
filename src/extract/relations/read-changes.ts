import type { Reading } from "../reading.ts";
import { amountOf } from "./literals.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes } from "./verb-words.ts";

/** Reads what something was changed to: "cut its rate by a point to 4.75%" makes the rate 4.75%. */
export function readChanges(verb: VerbArguments): readonly Reading[] {
  const { context, tree, frame } = verb;
  const changes = context.ontology
    .findSenses(frame.predication.lemma, "verb")
    .some(({ relation }) => relation.name === "increased" || relation.name === "reduced");
  if (!changes || frame.objects.length === 0) return [];
  const oblique = frame.predication.obliques.find(({ preposition }) => preposition === "to");
  const number = oblique?.nodes[0];
  const quantity = number && !context.timeAt(number) ? context.quantityOf(tree, number) : undefined;
  if (!number || !quantity) return [];
  // "cut its ties to 12 firms": what is counted is no measure.
  const measure = number.upos !== "NOUN" || quantity.unit !== undefined || quantity.currency !== undefined;
  if (!measure || oblique.onObject) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, number);
  return verb.resolve(frame.objects).flatMap((thing) =>
    thing.quantity === undefined
      ? [
          {
            subject: verb.without(thing, oblique),
            relation: quantity.currency === undefined ? "hasSize" : "valuedAt",
            object: value,
            anchor: verb.head,
            words: [verb.head, ...prepositionNodes(tree, oblique)],
            more: [],
            rule: "clause/changed-to",
            reliability: 0.75,
          },
        ]
      : [],
  );
}
