import type { Argument, Reading } from "../reading.ts";
import { amountOf } from "./literals.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes, verbWords } from "./verb-words.ts";

/** Verbs of trade and of building: what they do is done for a price. */
const TRADES =
  /^(?:buy|sell|acquire|purchase|sign|auction|offer|bid|snap up|take over|build|rebuild|construct|renovate|restore|repair|extend)$/;

/** "bought the mill for £9m", "was sold for $3 million": what the thing traded was priced at. */
export function readPrices(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const { obliques, lemma } = frame.predication;
  if (!TRADES.test(lemma)) return [];
  const price = obliques.find(
    ({ preposition, nodes }) =>
      preposition === "for" &&
      nodes[0] !== undefined &&
      context.quantityOf(tree, nodes[0])?.currency !== undefined,
  );
  const node = price?.nodes[0];
  const quantity = node && context.quantityOf(tree, node);
  const things: readonly Argument[] = verb.resolve(frame.objects);
  if (!price || !quantity || things.length !== 1) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, node);
  return things.map((subject) => ({
    subject,
    relation: "valuedAt",
    object: value,
    anchor: head,
    words: [...verbWords(tree, head), ...prepositionNodes(tree, price)],
    more: [],
    rule: "clause/price",
    reliability: 0.75,
  }));
}
