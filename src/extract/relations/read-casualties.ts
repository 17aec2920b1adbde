import type { Reading } from "../reading.ts";
import { amountOf } from "./literals.ts";
import type { VerbArguments } from "./verb-arguments.ts";

/** "left four people dead and 22 injured": the second number hangs on no verb of its own. */
export function readCasualties(verb: VerbArguments): readonly Reading[] {
  const { context, tree, head, frame } = verb;
  if (head.lemma !== "leave" || frame.objects.length === 0) return [];
  const state = tree
    .subtree(head)
    .find(({ form, index }) => index > head.index && /^(?:injured|wounded|hurt)$/i.test(form));
  const before = state && tree.nodes.slice(Math.max(head.index + 1, state.index - 3), state.index);
  const number = before?.findLast(({ upos }) => upos === "NUM");
  const quantity = number && context.quantityOf(tree, number);
  const between = before?.filter(({ index }) => number !== undefined && index > number.index) ?? [];
  const isOwn = between.every(({ form }) => /^(?:people|others|more|persons)$/i.test(form));
  const isObject = frame.objects.some((object) => object === number || number?.head === object.index);
  if (!state || !number || !quantity || !isOwn || isObject) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, number);
  return verb.resolve(frame.subjects).map((subject) => ({
    subject,
    relation: "injuryToll",
    object: value,
    anchor: head,
    words: [head, state],
    more: [],
    rule: "clause/casualties",
    reliability: 0.8,
  }));
}
