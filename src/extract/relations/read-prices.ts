import type { Argument, Reading } from "../reading.ts";
import type { TreeNode } from "../tree/sentence-tree.ts";
import { amountOf } from "./literals.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes, verbWords } from "./verb-words.ts";

/** Verbs of trade and of building: what they do is done for a price. */
const TRADES =
  /^(?:buy|sell|acquire|purchase|sign|auction|offer|bid|snap up|take over|build|rebuild|construct|renovate|restore|repair|extend)$/;

/** "bought the mill for £9m", "was sold for $3 million", "built at a cost of €420m": what the thing was priced at. */
export function readPrices(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const { obliques, lemma } = frame.predication;
  const isMoney = (node: TreeNode | undefined): boolean =>
    node !== undefined && context.quantityOf(tree, node)?.currency !== undefined;
  const paid = obliques.find(({ preposition, nodes }) => preposition === "for" && isMoney(nodes[0]));
  // "built at a cost of €420m"
  const cost = obliques.find(
    ({ preposition, nodes }) => preposition === "at" && /^(?:cost|price)$/.test(nodes[0]?.lemma ?? ""),
  );
  const price = TRADES.test(lemma) ? (paid ?? cost) : cost;
  const stated = cost?.nodes[0] && tree.childrenBy(cost.nodes[0], "nmod").find(isMoney);
  const node = price === cost ? stated : price?.nodes[0];
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
