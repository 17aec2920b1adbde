import type { Argument, Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { countOf } from "../tree/number-words.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";

/** Relations of a list to the noun it unfolds, as parsers have it. */
const LOOSE = ["appos", "acl", "parataxis", "conj", "dep", "list", "nmod"];

/**
 * "consists of two layers: A and B": A and B are parts of what consists of the layers; without such a clause, of the
 * layers themselves.
 */
export function readColonList(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): readonly Reading[] {
  if (noun.upos !== "NOUN") return [];
  const first = tree
    .childrenBy(noun, ...LOOSE)
    .find((node) => node.index > noun.index && followsColon(tree, node));
  if (!first) return [];
  const whole = wholeOf(context, tree, noun);
  if (!whole) return [];
  return items(tree, first, numberOf(tree, noun)).flatMap((node) => {
    const part = node.upos === "VERB" ? context.activity(tree, node) : context.argument(tree, node);
    if (!part || part.mention.entityId === whole.argument.mention.entityId) return [];
    return [
      {
        subject: whole.argument,
        relation: "hasPart",
        object: part,
        anchor: whole.anchor,
        words: [whole.anchor],
        more: [],
        rule: "structure/list",
        reliability: 0.7,
      },
    ];
  });
}

/** Whether a colon opens the list, so that what hangs below is the list's and not the noun's. */
export function followsColon(tree: SentenceTree, node: TreeNode): boolean {
  const start = tree.subtree(node).find((each) => each.upos !== "PUNCT");
  return start !== undefined && tree.node(start.index - 1)?.form === ":";
}

/** The subject of "consists of", "includes", "has" two layers. */
function wholeOf(
  context: ReadingContext,
  tree: SentenceTree,
  noun: TreeNode,
): { readonly argument: Argument; readonly anchor: TreeNode } | undefined {
  const verb = tree.parent(noun);
  const subject = verb && hasRelation(noun, "obj", "obl") ? tree.childBy(verb, "nsubj") : undefined;
  const node = subject ?? noun;
  const argument = context.argument(tree, node);
  return argument && { argument, anchor: subject && verb ? verb : noun };
}

function numberOf(tree: SentenceTree, noun: TreeNode): number | undefined {
  const numeral = tree.childBy(noun, "nummod");
  return numeral && countOf(numeral.form);
}

/** The items; where the numeral promises more than are coordinated, a coordination inside the first was meant for the list. */
function items(tree: SentenceTree, first: TreeNode, expected: number | undefined): readonly TreeNode[] {
  const own = [first, ...tree.childrenBy(first, "conj")];
  if (expected === undefined || own.length >= expected) return own;
  const inner = tree.childBy(first, "obj");
  const lifted = inner ? tree.childrenBy(inner, "conj") : [];
  return own.length + lifted.length === expected ? [...own, ...lifted] : own;
}
