import { containsSpan } from "../../model/span.ts";
import { type Argument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { amountOf } from "./literals.ts";

/** Nouns of money and of change: the amount is how much of them there is, not what they are worth. */
const AMOUNTS =
  /^(?:loss|profit|revenue|income|turnover|sale|debt|deficit|surplus|cost|price|fee|fine|penalty|tax|bill|rise|increase|cut|fall|drop|gain|budget|salary|wage|pay|bonus|damages|compensation|payment|donation|note|coin|bond|euro|dollar|pound|share|stake|total|sum|amount)$/;

/** Nouns of which a body counts so many. */
const MEMBERS = /^(?:member|seat|employee|worker|inhabitant|resident|branch|student|pupil)$/;

/** Reads amounts and counts that noun phrases give: what a thing is worth, how many members a body has. */
export function readMeasures(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  return [...worth(context, tree, noun), ...membership(context, tree, noun)];
}

/** "a £38m move", "the acquisition of U.S. Steel for $14.9 billion", "a contract worth £120,000". */
function worth(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  // "a €5m loss" is worth nothing; "coins worth €5m" are.
  const stated = statedWorth(context, tree, noun);
  if (AMOUNTS.test(noun.lemma) && !stated) return [];
  const money = stated ?? amountOn(context, tree, noun);
  const quantity = money && context.quantityOf(tree, money);
  // "12 million kroner": the currency is no thing of that price.
  if (quantity && containsSpan(quantity, noun)) return [];
  const thing = quantity?.currency === undefined ? undefined : context.argument(tree, noun);
  if (!money || !quantity || !thing) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, money);
  const reading = makeReading(thing, "valuedAt", value, noun, [noun], "structure/worth", 0.75);
  return [{ ...reading, narrated: true }];
}

function amountOn(context: ReadingContext, tree: SentenceTree, noun: TreeNode): TreeNode | undefined {
  const before = tree
    .childrenBy(noun, "compound", "amod", "nummod", "nmod")
    .find((node) => node.index < noun.index && isMoney(context, tree, node));
  const trade = /^(?:acquisition|takeover|purchase|sale|buyout|move|transfer|deal|bid|offer)$/.test(
    noun.lemma,
  );
  const after = trade
    ? tree
        .subtree(noun)
        .find(
          (node) =>
            node.index > noun.index &&
            hasRelation(node, "nmod", "obl") &&
            tree.marker(node, "case") === "for" &&
            isMoney(context, tree, node),
        )
    : undefined;
  return before ?? after;
}

/** The amount of "coins worth €1.6 million". */
function statedWorth(context: ReadingContext, tree: SentenceTree, noun: TreeNode): TreeNode | undefined {
  const worthy = tree.childrenBy(noun, "amod", "acl").find(({ lemma }) => lemma === "worth");
  return worthy && tree.children(worthy).find((node) => isMoney(context, tree, node));
}

function isMoney(context: ReadingContext, tree: SentenceTree, node: TreeNode): boolean {
  const money = /^[$€£¥]/.test(node.form) || /^(?:euro|dollar|pound|yen|million|billion)s?$/i.test(node.form);
  return money && context.quantityOf(tree, node)?.currency !== undefined;
}

/** "the nine members of the committee", "the 630 seats in the Bundestag". */
function membership(context: ReadingContext, tree: SentenceTree, noun: TreeNode): readonly Reading[] {
  if (!MEMBERS.test(noun.lemma) || noun.xpos !== "NNS") return [];
  const the = tree.childBy(noun, "det")?.lemma === "the" || tree.childBy(noun, "nmod:poss") !== undefined;
  const number = the ? tree.childBy(noun, "nummod") : undefined;
  const quantity = number && context.quantityOf(tree, noun);
  const owner =
    tree.childBy(noun, "nmod:poss") ??
    tree.childrenBy(noun, "nmod").find((node) => /^(?:of|in)$/.test(tree.marker(node, "case")));
  const body = quantity && owner ? context.argument(tree, owner) : undefined;
  if (!number || !quantity || !body || !isBody(context, body)) return [];
  const value = amountOf(quantity, { start: quantity.start, end: quantity.end }, number);
  return [
    { ...makeReading(body, "hasSize", value, noun, [noun], "structure/members", 0.75), narrated: true },
  ];
}

function isBody(context: ReadingContext, body: Argument): boolean {
  return ["Organization", "City"].some((type) => context.ontology.isA(body.type, type));
}
