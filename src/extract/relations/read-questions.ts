import { statementSpan } from "../clauses/noun-phrases.ts";
import { governorKey, isSpeechVerb } from "../factuality/cues.ts";
import { isEmbeddedQuestion } from "../factuality/own-value.ts";
import type { Argument, Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import type { SentenceTree, TreeNode } from "../tree/sentence-tree.ts";
import type { ActiveFrame } from "./active-frame.ts";
import { mintFromVerb } from "./minting.ts";
import { verbWords } from "./verb-words.ts";

/** Verbs other than speech whose object may be a question: what is settled, known or found out. */
const SETTLING =
  /^(?:decide|determine|know|reveal|disclose|specify|explain|clarify|discuss|consider|debate|examine|investigate|review|establish|assess|understand|elaborate|confirm|reconsider|study|detail)$/;

const QUESTION_WORDS = /^(?:whether|who|whom|whose|what|which|how|why|where|when|if)$/i;

/**
 * Reads what somebody says or settles of a question: "would not say whether C", "has yet to decide how to C". The question
 * as a whole is the object; that it is not answered is the verb's factuality.
 */
export function readQuestions(
  context: ReadingContext,
  tree: SentenceTree,
  { predication, subjects }: ActiveFrame,
): readonly Reading[] {
  const { head, lemma, passive } = predication;
  const speech = isSpeechVerb(context.cues, lemma);
  // "declined to say whether C" is read by what is declined.
  const governor = tree.parent(head);
  const declined =
    governor &&
    head.relation === "xcomp" &&
    context.cues.governors.get(governorKey(governor.lemma, "verb")) === "ruled_out";
  if (
    declined ||
    passive ||
    (!speech && !SETTLING.test(lemma)) ||
    (head.xpos === "VBN" && predication.subjectSource === "modified")
  )
    return [];
  const question = tree
    .childrenBy(head, "ccomp", "xcomp", "obj", "advcl", "obl")
    .find((clause) => clause.index > head.index && isQuestion(tree, clause));
  if (!question) return [];
  const start = openingOf(tree, question);
  if (start === undefined) return [];
  const { end } = statementSpan(tree, question);
  const object: Argument = activityFrom(context, tree, question, start, end);
  const minted = speech ? undefined : mintFromVerb(lemma.split(" "), context.cues);
  return context.argumentsOf(tree, subjects).map((subject) => ({
    subject,
    relation: minted?.name ?? "said",
    ...(minted === undefined ? {} : { relationLemma: minted.lemma }),
    object,
    anchor: head,
    words: verbWords(tree, head),
    more: [],
    rule: "complement/question",
    reliability: 0.75,
  }));
}

function activityFrom(
  context: ReadingContext,
  tree: SentenceTree,
  question: TreeNode,
  start: number,
  end: number,
): Argument {
  const mention = context.mentions.describe({ start, end }, context.tokenIndex(tree, question), {
    kind: "phrase",
    type: "Claim",
  });
  return { node: question, mention, type: "Claim", span: mention };
}

/** Whether a clause under a verb asks: "whether to stay", "how long they would be held". */
function isQuestion(tree: SentenceTree, clause: TreeNode): boolean {
  return (
    isEmbeddedQuestion(tree, clause) &&
    tree.marker(clause, "mark") !== "if" &&
    openingOf(tree, clause) !== undefined
  );
}

/** Where the question begins: at its first word that asks. */
function openingOf(tree: SentenceTree, clause: TreeNode): number | undefined {
  const first = tree.subtree(clause).find(({ upos }) => upos !== "PUNCT" && upos !== "CCONJ");
  return first && QUESTION_WORDS.test(first.form) ? first.start : undefined;
}
