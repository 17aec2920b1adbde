import type { Factuality } from "../../model/fact.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import type { Cues } from "./cues.ts";

/** What a clause's own words say of its certainty. */
export interface OwnValue {
  readonly factuality: Factuality;
  readonly future: boolean;
  /** Words that decided, in order. */
  readonly cues: readonly string[];
}

const PURPOSE_MARKS = new Set([
  "so that",
  "in order",
  "in order to",
  "so as to",
  "lest",
  "in case",
  "unless",
  "if",
  "provided",
  "even if",
  "as long as",
  "once",
]);
const QUESTION_WORDS = new Set([
  "who",
  "what",
  "which",
  "whether",
  "how",
  "why",
  "where",
  "when",
  "whom",
  "whose",
]);

/** Whether a clause asks: "who might provide troops" under "too early to say". */
export function isEmbeddedQuestion(tree: SentenceTree, node: TreeNode): boolean {
  if (!hasRelation(node, "ccomp", "csubj", "advcl", "xcomp", "conj", "obj", "parataxis", "root"))
    return false;
  const asks = tree.nodes.at(-1)?.form === "?" && hasRelation(node, "root", "conj", "parataxis");
  if (asks) return true;
  if (hasRelation(node, "root", "parataxis", "conj")) {
    return (
      hasRelation(node, "conj") && tree.childrenBy(node, "nsubj").some((each) => /^who$/i.test(each.form))
    );
  }
  // "the fund, which analysts say lost money": the pronoun is the noun's, not a question.
  if (hasRelation(node, "ccomp") && tree.parent(node)?.relation === "acl:relcl" && opensRelative(tree, node))
    return false;
  const words = [...tree.childrenBy(node, "nsubj", "obj", "obl", "advmod", "mark"), node];
  const opening = tree.childBy(node, "cop")?.index ?? node.index;
  return words.some((word) => {
    const first = [word, ...tree.childrenBy(word, "det", "advmod")];
    // "taught us how to be silent": a question after the verb is not the verb's own.
    return first.some((each) => each.index <= opening && isQuestionWord(node, each));
  });
}

/** Whether a relative pronoun of the clause stands before the clause that governs it. */
function opensRelative(tree: SentenceTree, clause: TreeNode): boolean {
  const governor = tree.parent(clause);
  return (
    governor !== undefined &&
    tree
      .childrenBy(clause, "nsubj", "obj", "obl")
      .some((each) => /^(?:who|whom|which|that)$/i.test(each.form) && each.index < governor.index)
  );
}

function isQuestionWord(clause: TreeNode, word: TreeNode): boolean {
  const form = word.form.toLowerCase();
  if (!QUESTION_WORDS.has(form)) return false;
  // "when X raised it" is a time, "I do not know when X raised it" a question: only a complement asks.
  if (form === "when" || form === "where") return hasRelation(clause, "ccomp", "csubj");
  return !hasRelation(clause, "advcl") || form === "whether" || form === "who" || form === "what";
}

/** Condition or purpose: "if X V", "so that X V", "(in order) to V". */
export function conditionOf(tree: SentenceTree, node: TreeNode): string | undefined {
  const mark = tree.marker(node, "mark");
  if (PURPOSE_MARKS.has(mark)) return mark;
  const parts = mark.split(" ");
  if (parts.includes("if") || parts.includes("unless")) return mark;
  const purpose = hasRelation(node, "advcl") && mark.endsWith("to") && node.xpos === "VB";
  if (purpose && !arranged(tree, node) && !isOutcome(tree, node)) return "to";
  const first = tree.childrenBy(node, "aux")[0];
  const subject = tree.childBy(node, "nsubj");
  const inverted = first && subject && first.index < subject.index && first.form.toLowerCase() === "should";
  return inverted && hasRelation(node, "advcl") ? "should" : undefined;
}

/** "headed in to beat Rovers 2-1", "took an hour to reach a verdict": an infinitive of what came of it. */
function isOutcome(tree: SentenceTree, node: TreeNode): boolean {
  const clause = tree.parent(node);
  if (!clause || node.index < clause.index) return false;
  const past =
    /^(?:VBD|VBZ)$/.test(clause.xpos) || tree.childrenBy(clause, "aux").some(({ lemma }) => lemma === "have");
  const open = tree.childrenBy(clause, "aux").some(({ xpos, lemma }) => xpos === "MD" || lemma === "do");
  if (!past || open) return false;
  if (/^(?:beat|defeat|thrash|overtake|clinch|edge)$/.test(node.lemma)) return true;
  return (
    clause.lemma === "take" &&
    tree.subtree(clause).some(({ lemma, index }) => index < node.index && DURATIONS.test(lemma))
  );
}

const DURATIONS = /^(?:second|minute|hour|day|week|month|year|decade)$/;

/** "recommended that all salt be iodised": a that-clause with a bare verb says what should be. */
export function isSubjunctive(tree: SentenceTree, node: TreeNode): boolean {
  if (tree.marker(node, "mark") !== "that" || !tree.childBy(node, "nsubj")) return false;
  const helpers = tree.childrenBy(node, "aux", "cop");
  const first = helpers[0];
  return first ? first.form.toLowerCase() === "be" : node.xpos === "VB" && node.upos === "VERB";
}

/** Negation in the clause's own words: "not", "never", "no" with subject or object, "nobody". */
export function negationOf(tree: SentenceTree, node: TreeNode, cues: Cues): string | undefined {
  const negative = (word: TreeNode): boolean => cues.hedges.get(word.form.toLowerCase()) === "negated";
  const adverb = tree.childrenBy(node, "advmod", "aux", "cc:preconj").find(negative);
  if (adverb) return adverb.form.toLowerCase();
  const copula = tree.childBy(node, "cop");
  const onCopula = copula && tree.childrenBy(copula, "advmod").find(negative);
  if (onCopula) return onCopula.form.toLowerCase();
  if (/^(?:without|instead of|rather than)$/.test(tree.marker(node, "mark")))
    return tree.marker(node, "mark");
  if (/^(?:without|instead of|rather than)$/.test(tree.marker(node, "case")))
    return tree.marker(node, "case");
  for (const argument of tree.childrenBy(node, "nsubj", "obj")) {
    // "no further arrests" hangs "no" on the adjective.
    const quality = tree.childrenBy(argument, "amod").flatMap((each) => tree.childrenBy(each, "advmod"));
    const word = [argument, ...tree.childrenBy(argument, "det", "cc:preconj"), ...quality.filter(isNo)].find(
      negative,
    );
    if (word) return word.form.toLowerCase();
  }
  // "Not all critics were impressed"
  const subject = tree.childBy(node, "nsubj");
  const partly =
    subject && tree.subtree(subject).find(({ form, index }) => /^not$/i.test(form) && index < subject.index);
  if (partly) return "not";
  // "It was not the rain that killed them"
  const cleft = node.relation === "acl:relcl" ? tree.parent(node) : undefined;
  if (cleft && tree.childBy(cleft, "cop") && tree.childBy(cleft, "nsubj", "expl")?.lemma === "it") {
    const denied = tree.childrenBy(cleft, "advmod").find(negative);
    if (denied) return denied.form.toLowerCase();
  }
  const own = tree.childrenBy(node, "det").find(negative);
  return own && tree.childBy(node, "cop") ? own.form.toLowerCase() : undefined;
}

function isNo({ form }: TreeNode): boolean {
  return /^no$/i.test(form);
}

/** Modals and hedging adverbs of the clause, the most doubtful first; `reported` = the clause is what somebody says. */
export function hedgeOf(
  tree: SentenceTree,
  node: TreeNode,
  cues: Cues,
  reported: boolean,
): OwnValue | undefined {
  const words = tree
    .childrenBy(node, "aux", "advmod")
    .filter((word) => word.index < node.index + 3 || word.relation === "advmod");
  const perfect = tree.childrenBy(node, "aux").some((word) => word.lemma === "have");
  let best: OwnValue | undefined = arranged(tree, node);
  for (const word of words) {
    const form = word.form.toLowerCase();
    const value = cues.hedges.get(form) ?? cues.hedges.get(CONTRACTED.get(form) ?? "");
    if (value === undefined || value === "negated" || value === "unknown") continue;
    const modal = word.upos === "AUX" || word.xpos === "MD";
    const condition = tree
      .childrenBy(node, "advcl")
      .some((each) => /\bif\b|\bunless\b/.test(tree.marker(each, "mark")));
    const factuality =
      value === "would"
        ? condition || !reported || perfect
          ? "hypothetical"
          : "certain"
        : value === "certain" && condition
          ? "hypothetical"
          : value;
    const found: OwnValue = { factuality, future: modal && !perfect, cues: [form] };
    if (!best || DOUBT.indexOf(found.factuality) > DOUBT.indexOf(best.factuality)) {
      best = best ? { ...found, future: found.future || best.future, cues: [...best.cues, form] } : found;
    } else best = { ...best, future: best.future || found.future };
  }
  return best;
}

/** "is to meet", "were to have begun", "is due to open": what is arranged is proposed, whether or not it came about. */
function arranged(tree: SentenceTree, node: TreeNode): OwnValue | undefined {
  // "a meeting planned for Saturday"
  if (node.relation === "acl" && node.xpos === "VBN" && /^(?:plan|schedule|propose|slate)$/.test(node.lemma))
    return { factuality: "proposed", future: true, cues: [node.lemma] };
  const be = tree
    .childrenBy(node, "aux", "aux:pass", "cop")
    .find(({ lemma, xpos }) => lemma === "be" && /^(?:VBZ|VBP|VBD)$/.test(xpos));
  const to = be && tree.childrenBy(node, "mark").find(({ index }) => index > be.index && index < node.index);
  if (!to || !/^(?:to|due to|set to)$/.test(tree.marker(node, "mark").split(" ").slice(-2).join(" ")))
    return undefined;
  return { factuality: "proposed", future: true, cues: [`be ${to.form.toLowerCase()}`] };
}

/** From the surest to the most doubtful, for clauses with more than one hedge. */
const DOUBT: readonly Factuality[] = ["certain", "probable", "proposed", "possible", "hypothetical"];

const CONTRACTED = new Map([
  ["'ll", "will"],
  ["’ll", "will"],
  ["'d", "would"],
  ["’d", "would"],
  ["wo", "will"],
  ["ca", "can"],
]);
