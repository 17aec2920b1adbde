import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import { verbWords } from "./verb-words.ts";

/** Words that deny what a noun names: "no deal", "little evidence". */
const DENYING = /^(?:no|neither|nor|little|few)$/i;

/** "no reason to", "no sign of": what is denied is the clause or phrase that follows. */
const EMPTY =
  /^(?:reason|need|way|doubt|point|use|choice|question|sign|indication|hope|chance|plan|intention|one)$/;

/** "no promise", "no deal": of an act it is denied that anybody did it. */
function isAct(context: ReadingContext, tree: SentenceTree, node: TreeNode): boolean {
  const type = context.mentions.classOfNoun(context.tokenIndex(tree, node));
  return ["Event", "Agreement"].some((each) => context.ontology.isA(type, each));
}

/** "There was no clause", "there is a backlog": that there is such a thing, or none; bare existence is worth saying only where it is denied. */
export function readExistence(
  context: ReadingContext,
  tree: SentenceTree,
  head: TreeNode,
): readonly Reading[] {
  const there = tree.childrenBy(head, "expl").find(({ form }) => /^there$/i.test(form));
  const subject = there && tree.childBy(head, "nsubj");
  if (!there || !subject) return [];
  const denied =
    tree.childrenBy(subject, "det").some(({ form }) => DENYING.test(form)) ||
    tree.childrenBy(head, "advmod").some(({ lemma }) => /^(?:not|never)$/.test(lemma));
  if (!denied) return [];
  const things = conjuncts(tree, subject)
    .filter((node) => !EMPTY.test(node.lemma) && !isAct(context, tree, node))
    .flatMap((node) => context.argument(tree, node) ?? []);
  return things.map((thing) => ({
    subject: thing,
    relation: "hasStatus",
    object: { literal: "existent", datatype: "string", span: head, node: head },
    anchor: head,
    words: [there, ...verbWords(tree, head)],
    more: [],
    rule: "existence/denied",
    reliability: 0.7,
    factuality: "negated",
  }));
}
