import type { Quantity, TimeSpan } from "../../model/layers.ts";
import type { Span } from "../../model/span.ts";
import type { Relation } from "../../ontology/ontology.ts";
import { clauseTime } from "../clauses/clause-time.ts";
import { type Argument, isLiteral, type LiteralArgument } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, spanOf, type TreeNode } from "../tree/sentence-tree.ts";

/** The value of a relation whose object is no thing: a number, an amount, a date, a status, a description. */
export function literalOf(
  context: ReadingContext,
  tree: SentenceTree,
  anchor: TreeNode,
  relation: Relation,
  argument: Argument | LiteralArgument | undefined,
): LiteralArgument | undefined {
  if (relation.range.includes("Date")) {
    const time = clauseTime(context, tree, anchor);
    return time && dateOf(tree, time);
  }
  if (!argument) return undefined;
  if (isLiteral(argument)) return argument;
  const quantity = argument.quantity;
  if (relation.range.some((each) => each === "QuantitativeValue" || each === "MonetaryAmount")) {
    return quantity && amountOf(quantity, argument.span, argument.node);
  }
  const span = { start: argument.span.start, end: endOfName(tree, argument) };
  return {
    literal: withoutDeterminer(context.article.article.text.slice(span.start, span.end)),
    datatype: "string",
    span,
    ...(argument.node ? { node: argument.node } : {}),
  };
}

/** Where a name ends that goes on with "of": "known as the Helmet *of Vale*". */
function endOfName(tree: SentenceTree, { node, span }: Argument): number {
  const of = node && tree.node(node.index + 1);
  const rest = of?.form === "of" && node?.upos === "PROPN" ? tree.parent(of) : undefined;
  const within =
    rest !== undefined && node !== undefined && rest.head === node.index && rest.upos === "PROPN";
  return within ? Math.max(span.end, rest.end) : span.end;
}

/** A day or another single date by its value; an interval, which no XSD type holds, by its words: the fact's own date has its two ends. */
export function dateOf(tree: SentenceTree, { start, end, value }: TimeSpan): LiteralArgument {
  const span = { start, end };
  if (value.includes("/")) return { literal: tree.slice(span), datatype: "string", span };
  return { literal: value, datatype: "date", span };
}

/** A number or an amount of money as a value. */
export function amountOf(quantity: Quantity, span: Span, node: TreeNode | undefined): LiteralArgument {
  return {
    literal: quantity.currency ? quantity.text : displayNumber(quantity),
    datatype: "quantity",
    span,
    quantity,
    ...(node ? { node } : {}),
  };
}

/** "30+" for "over 30" and "at least 30"; other numbers as worded. */
export function displayNumber(quantity: Quantity): string {
  const { min, max, value, text } = quantity;
  if (min !== undefined && max === undefined && value === undefined) return `${grouped(min)}+`;
  return text;
}

function grouped(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const withCommas = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

export function withoutDeterminer(text: string): string {
  return text.replace(/^(?:the|an?|this|that|these|those)\s+/i, "");
}

/** "whose party", "its main drug": the description is that of a party, whoever's. */
function withoutOwner(text: string): string {
  return text.replace(/^(?:whose|his|her|its|their|our|my)\s+(?=\S)/i, "");
}

/**
 * Where a description ends that says nothing without what follows: "the third minister *to leave*", "one *of the longest
 * cases*".
 */
function endOfSelection(tree: SentenceTree, head: TreeNode): number {
  const ranked = tree
    .childrenBy(head, "amod", "nummod", "det")
    .some((node) => node.xpos === "JJS" || RANKS.test(node.lemma));
  const further = tree.children(head).filter((node) => {
    if (node.index < head.index) return false;
    if (head.lemma === "one") return hasRelation(node, "nmod") && tree.marker(node, "case") === "of";
    if (head.xpos === "JJS")
      return hasRelation(node, "nmod", "obl", "acl") && tree.marker(node, "case") !== "since";
    return ranked && node.relation === "acl" && tree.marker(node, "mark") === "to";
  });
  const nodes = further.flatMap((node) => tree.subtree(node));
  if (nodes.length === 0 || nodes.length > LONGEST_SELECTION) return 0;
  return spanOf(nodes.filter((node) => node.upos !== "PUNCT"))?.end ?? 0;
}

const RANKS = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|next)$/;

/** Words of what tells which one of several is meant. */
const LONGEST_SELECTION = 14;

/** A participle or adjective as a status: with the adverbs and complements that it needs ("too early to say"). */
export function statusOf(tree: SentenceTree, word: TreeNode): LiteralArgument {
  const kept: TreeNode[] = [word, ...tree.childrenBy(word, "compound:prt")];
  if (word.upos !== "VERB") {
    kept.push(...neededWords(tree, word));
    for (const child of tree.childrenBy(word, "advmod", "amod", "compound", "xcomp", "ccomp", "advcl")) {
      const negative =
        /^(?:not|n't|n’t|never|still|now|also|already|currently|however|reportedly|likely|therefore|instead|when|where|why|how|so|as|thus|then|if|even|just|only)$/i.test(
          child.form,
        );
      const near =
        child.index < word.index ||
        (hasRelation(child, "xcomp", "advcl", "ccomp") && tree.subtree(child).length <= 2);
      if (!negative && near && !tree.childBy(child, "nsubj")) kept.push(...tree.subtree(child));
    }
  }
  const span = spanOf(unbroken(kept, word)) ?? word;
  return { literal: tree.text.slice(span.start, span.end), datatype: "string", span, node: word };
}

/** What an adjective means nothing without: "*40 years* old", "*at* large", "short *of nurses*", "worst *of its kind*". */
function neededWords(tree: SentenceTree, word: TreeNode): readonly TreeNode[] {
  const measures = tree
    .childrenBy(word, "obl:npmod", "obl:unmarked", "nmod:unmarked", "nmod:npmod", "obl", "nmod")
    .filter((node) => node.index < word.index && tree.marker(node, "case") === "");
  const of = tree
    .childrenBy(word, "obl", "nmod")
    .filter((node) => node.index > word.index && tree.marker(node, "case") === "of");
  const short = of.map((node) => tree.subtree(node)).filter((nodes) => nodes.length <= LONGEST_COMPLEMENT);
  const at = tree.childrenBy(word, "case").filter(({ form }) => /^at$/i.test(form));
  return [...at, ...measures.flatMap((node) => tree.subtree(node)), ...short.flat()];
}

/** Words of a phrase that a status still takes with it. */
const LONGEST_COMPLEMENT = 7;

/** The words that stand in one piece with the state's own word. */
function unbroken(nodes: readonly TreeNode[], word: TreeNode): readonly TreeNode[] {
  const indices = new Set(nodes.map((node) => node.index));
  let first = word.index;
  let last = word.index;
  while (indices.has(first - 1)) first--;
  while (indices.has(last + 1)) last++;
  return nodes.filter((node) => node.index >= first && node.index <= last);
}

/** A noun phrase as a description: "second-largest city". */
export function descriptionLiteral(
  context: ReadingContext,
  tree: SentenceTree,
  head: TreeNode,
): LiteralArgument {
  const phrase = context.mentions.nounPhrase(context.tokenIndex(tree, head));
  const span = { start: phrase.start, end: Math.max(phrase.end, endOfSelection(tree, head)) };
  return { literal: withoutOwner(withoutDeterminer(tree.slice(span))), datatype: "string", span, node: head };
}
