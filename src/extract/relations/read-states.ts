import type { Factuality } from "../../model/fact.ts";
import { headsArgument } from "../clauses/noun-phrases.ts";
import { type LiteralArgument, makeReading, type Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { type SentenceTree, spanOf, type TreeNode } from "../tree/sentence-tree.ts";
import { descriptionLiteral, statusOf } from "./literals.ts";
import { isStatusWord, type VerbArguments } from "./verb-arguments.ts";
import { verbWords } from "./verb-words.ts";

/** Verbs that only join their subject to a state: "remains closed", "became a hero". */
const LINKING = /^(?:remain|become|stay|get|go|turn|grow|fall|stand|lie|sit|prove|appear|seem|look|feel)$/;

/** Verbs by which a state is only how it looks. */
const SEEMING = /^(?:appear|seem|look|feel)$/;

/** Verbs after which a noun says what their subject is. */
const NAMING = /^(?:become|remain|prove)$/;

/** Verbs of staying in a state that a phrase names: "remains in hospital". */
const STAYING = /^(?:remain|stay|lie|stand)$/;

/** Words that complete a verb and say nothing of their own: "got going", "went so far". */
const EMPTY =
  /^(?:so|such|able|unable|rid|likely|unlikely|set|due|sure|certain|bound|use|aware|same|going|like|clear|unclear)$/;

/** Prepositions that make a state of a bare noun: "in tears", "under review", "on strike", "out of control". */
const STATE_PREPOSITIONS = /^(?:in|on|under|at|out of|off|without|beyond|behind)$/;

/** Bare nouns after such a preposition that are a time, a measure or a link between clauses, no state. */
const NO_STATES =
  /^(?:time|line|fact|order|addition|part|case|turn|top|least|most|average|total|all|present|first|last|use|favour|favor|place|front|way|question|mind|day|night|noon|midnight|paper|board)$/;

/** "remains closed", "became violent", "stays a member", "is still in hospital": the state that a linking verb gives its subject. */
export function readStates(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const { predication, subjects, objects } = frame;
  if (predication.passive || !LINKING.test(head.lemma) || predication.particle) return [];
  const word = predication.complementWord;
  const state = word
    ? stateOf(verb, word)
    : STAYING.test(head.lemma)
      ? phraseOn(context, tree, head)
      : undefined;
  if (!state || (objects.length > 0 && word === undefined)) return [];
  const relation = word && !isStatusWord(word) ? "characterizedAs" : "hasStatus";
  const factuality: Factuality | undefined = SEEMING.test(head.lemma) ? "probable" : undefined;
  return verb.resolve(subjects).map((subject) => ({
    ...makeReading(subject, relation, state, head, verbWords(tree, head), "clause/state", 0.7),
    more: verb.others(),
    ...(factuality === undefined ? {} : { factuality }),
  }));
}

function stateOf({ context, tree, head }: VerbArguments, word: TreeNode): LiteralArgument | undefined {
  if (isStatusWord(word))
    return EMPTY.test(word.lemma) || word.index < head.index ? undefined : statusOf(tree, word);
  if (!NAMING.test(head.lemma) || word.upos !== "NOUN" || !tree.isIndefinite(word)) return undefined;
  return descriptionLiteral(context, tree, word);
}

/** "was in tears", "is under review": the phrase under a copula that names a state. */
export function statePhrase(
  context: ReadingContext,
  tree: SentenceTree,
  head: TreeNode,
): LiteralArgument | undefined {
  const preposition = tree.marker(head, "case");
  if (!STATE_PREPOSITIONS.test(preposition) || head.upos !== "NOUN" || NO_STATES.test(head.lemma))
    return undefined;
  if (!headsArgument(tree, head) || context.timeAt(head) || context.quantityOf(tree, head)) return undefined;
  if (tree.childBy(head, "det", "nmod:poss", "nummod", "acl")) return undefined;
  // "in support of the strike", "in line with forecasts": as much a link as a state.
  if (
    tree
      .childrenBy(head, "nmod", "obl")
      .some((phrase) => /^(?:of|with|to)$/.test(tree.marker(phrase, "case")))
  )
    return undefined;
  const marks = tree.childrenBy(head, "case");
  const before = tree.childrenBy(head, "amod", "compound").filter(({ index }) => index < head.index);
  const span = spanOf([...marks, ...before, head]);
  return span && { literal: tree.slice(span), datatype: "string", span, node: head };
}

function phraseOn(context: ReadingContext, tree: SentenceTree, head: TreeNode): LiteralArgument | undefined {
  return tree
    .childrenBy(head, "obl", "xcomp")
    .filter(({ index }) => index > head.index)
    .map((phrase) => statePhrase(context, tree, phrase))
    .find((state) => state !== undefined);
}
