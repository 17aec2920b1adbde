import type { Factuality, Temporality } from "../../model/fact.ts";
import { isFiniteClause, isPassive } from "../clauses/subjects.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { type Cues, type GovernorEffect, governorKey } from "./cues.ts";
import { conditionOf, hedgeOf, isEmbeddedQuestion, isSubjunctive, negationOf } from "./own-value.ts";

/** How sure a clause is in the eyes of its nearest source, and whether it lies ahead. */
export interface Judgement {
  readonly factuality: Factuality;
  readonly temporality: Temporality;
  /** Words that decided; none for plain statements. */
  readonly cues: readonly string[];
}

interface Value {
  readonly factuality: Factuality;
  readonly future: boolean;
  readonly cues: readonly string[];
}

/** Chains of governors longer than this are a parser's error. */
const MAX_DEPTH = 8;

/**
 * Judges a clause in the order of ontology.md section 4: question, condition or purpose, governing word, own negation,
 * modal or hedge, else certain.
 *
 * @param reported - whether the clause is what somebody says: then "would" is only a shifted "will"
 */
export function judgeClause(tree: SentenceTree, node: TreeNode, cues: Cues, reported: boolean): Judgement {
  const value = judge(tree, node, cues, reported, 0);
  return {
    factuality: value.factuality,
    temporality: value.future ? "future" : "non-future",
    cues: value.cues,
  };
}

function judge(tree: SentenceTree, node: TreeNode, cues: Cues, reported: boolean, depth: number): Value {
  const own = ownWords(tree, node, cues, reported, depth);
  if (depth > MAX_DEPTH) return own;
  const first = firstConjunct(tree, node);
  if (isEmbeddedQuestion(tree, node) || isEmbeddedQuestion(tree, first)) {
    const possible = own.factuality === "possible";
    return { factuality: possible ? "possible" : "unknown", future: own.future, cues: ["question"] };
  }
  if (isSubjunctive(tree, node)) return { factuality: "proposed", future: true, cues: ["subjunctive"] };
  const condition =
    conditionOf(tree, node) ?? conditionOf(tree, first) ?? openTime(tree, first, cues) ?? anyone(tree, first);
  if (condition) return { factuality: "hypothetical", future: true, cues: [condition] };
  const governed = governedValue(tree, node, cues, own, depth);
  if (governed) return governed;
  return own;
}

/** "will decide when the conditions are clear", "stays until the appeals are exhausted": a time that has not come. */
function openTime(tree: SentenceTree, node: TreeNode, cues: Cues): string | undefined {
  if (!hasRelation(node, "advcl")) return undefined;
  const adverb = tree
    .childrenBy(node, "advmod")
    .find((each) => /^(?:when|once)$/i.test(each.form) && each.index < node.index);
  const mark = adverb?.form.toLowerCase() ?? tree.marker(node, "mark");
  if (!/^(?:when|once|until|till|as soon as|before)$/.test(mark)) return undefined;
  const helpers = [node, ...tree.childrenBy(node, "aux", "cop")];
  if (helpers.some((each) => each.xpos === "VBD")) return undefined;
  const governor = tree.parent(node);
  if (!governor) return undefined;
  if (/^(?:until|till)$/.test(mark)) return mark;
  return hedgeOf(tree, governor, cues, true)?.future ? mark : undefined;
}

/** "any troops who appeared would be targets": of what there may be, nothing is said to be. */
function anyone(tree: SentenceTree, node: TreeNode): string | undefined {
  const any = (noun: TreeNode | undefined): boolean =>
    noun !== undefined && tree.childrenBy(noun, "det").some((det) => det.form.toLowerCase() === "any");
  if (node.relation === "acl:relcl" && any(tree.parent(node))) return "any";
  const modal = tree.childrenBy(node, "aux").some((aux) => aux.xpos === "MD");
  return modal && any(tree.childBy(node, "nsubj")) ? "any" : undefined;
}

function ownWords(tree: SentenceTree, node: TreeNode, cues: Cues, reported: boolean, depth: number): Value {
  const negation = negationOf(tree, node, cues);
  const hedge = hedgeOf(tree, node, cues, reported) ?? sharedHedge(tree, node, cues, reported, depth);
  const future = hedge?.future ?? false;
  if (negation) {
    // "may not V" stays open, "cannot V" and "will not V" are denied.
    const open = hedge?.cues.some((cue) => cue === "may" || cue === "might") ?? false;
    return { factuality: open ? "possible" : "negated", future, cues: [negation, ...(hedge?.cues ?? [])] };
  }
  return hedge ?? { factuality: "certain", future: false, cues: [] };
}

/** A bare coordinated verb shares the auxiliaries before the first one: "could provide and deliver". */
function sharedHedge(
  tree: SentenceTree,
  node: TreeNode,
  cues: Cues,
  reported: boolean,
  depth: number,
): Value | undefined {
  const first = tree.parent(node);
  if (!first || !hasRelation(node, "conj") || depth > MAX_DEPTH) return undefined;
  if (isFiniteClause(tree, node) || tree.childBy(node, "nsubj")) return undefined;
  const value = ownWords(tree, first, cues, reported, depth + 1);
  const contrast = /\bbut\b|\binstead\b/.test(tree.marker(node, "cc"));
  if (value.factuality === "negated") {
    const future = value.future;
    return contrast ? { factuality: "certain", future, cues: [] } : value;
  }
  return value;
}

/** What the governing word makes of the clause; undefined where it leaves the clause to its own words. */
function governedValue(
  tree: SentenceTree,
  node: TreeNode,
  cues: Cues,
  own: Value,
  depth: number,
): Value | undefined {
  const first = firstConjunct(tree, node);
  const governor = tree.parent(first);
  if (!governor) return undefined;
  const effect = effectOf(tree, first, governor, cues);
  if (!effect) return undefined;
  const outer = judge(tree, governor, cues, false, depth + 1);
  const combined = combine(effect, outer.factuality);
  if (effect === "inherit" && combined === "certain")
    return own.factuality === "certain" ? { ...own, future: own.future || outer.future } : undefined;
  const factuality = own.factuality === "negated" ? negate(combined) : combined;
  const ahead = effect === "proposed" || effect === "ruled_out" || isExpected(node, governor);
  const future = outer.future || ahead || own.future;
  const word = governor.lemma;
  return { factuality, future, cues: [word, ...outer.cues] };
}

/** "is expected to meet", "is due to open": an infinitive that somebody awaits lies ahead. */
function isExpected(node: TreeNode, governor: TreeNode): boolean {
  return (
    node.xpos === "VB" && /^(?:expect|due|set|schedule|likely|poise|slate|bind|bound)$/.test(governor.lemma)
  );
}

/** Coordinated clauses without a subject of their own hang on what the first one hangs on. */
function firstConjunct(tree: SentenceTree, node: TreeNode): TreeNode {
  let at = node;
  for (let steps = 0; hasRelation(at, "conj") && steps < MAX_DEPTH; steps++) {
    const parent = tree.parent(at);
    if (!parent || tree.childBy(at, "nsubj") || (isFiniteClause(tree, at) && !isFiniteClause(tree, parent)))
      break;
    at = parent;
  }
  return at;
}

function effectOf(
  tree: SentenceTree,
  node: TreeNode,
  governor: TreeNode,
  cues: Cues,
): GovernorEffect | undefined {
  const particle = tree.childBy(governor, "compound:prt");
  const lemma = particle ? `${governor.lemma} ${particle.lemma}` : governor.lemma;
  const look = (pos: string): GovernorEffect | undefined => cues.governors.get(governorKey(lemma, pos));
  if (isYetTo(tree, governor, node)) return "negated";
  const finite = hasRelation(node, "ccomp", "csubj") && isFiniteClause(tree, node);
  if (finite || (hasRelation(node, "ccomp") && tree.childBy(node, "nsubj"))) return look("clause");
  // "of having received" is a gerund too.
  const having = tree.childrenBy(node, "aux", "aux:pass").some(({ xpos }) => xpos === "VBG");
  const gerund =
    (node.xpos === "VBG" || having) && node.index > governor.index && !isSetOff(tree, governor, node);
  if (
    hasRelation(node, "xcomp", "ccomp") ||
    (gerund && hasRelation(node, "obj", "advcl") && !tree.childBy(node, "mark"))
  ) {
    return governor.upos === "ADJ" || governor.upos === "ADV"
      ? look("adjective")
      : governor.upos === "NOUN"
        ? look("noun")
        : (passiveEffect(tree, governor, look) ?? look("verb") ?? infinitiveDefault(tree, node));
  }
  if (hasRelation(node, "advcl", "csubj") && governor.upos === "ADJ") return look("adjective");
  if (hasRelation(node, "advcl", "obl") && gerund && governor.upos === "VERB")
    return prepositionalGerund(tree, node, look);
  if (hasRelation(node, "acl") && node.relation !== "acl:relcl") return nounEffect(tree, node, look);
  return undefined;
}

/** "has yet to decide", "is yet to reply": not so far. */
function isYetTo(tree: SentenceTree, governor: TreeNode, node: TreeNode): boolean {
  const yet = [...tree.childrenBy(governor, "advmod"), ...tree.childrenBy(node, "advmod")].some(
    ({ form, index }) => /^yet$/i.test(form) && index === node.index - 2,
  );
  return yet && /^(?:have|be)$/.test(governor.lemma) && tree.marker(node, "mark") === "to";
}

/** "is accused of V-ing": without an accuser the act stays open. */
function passiveEffect(
  tree: SentenceTree,
  governor: TreeNode,
  look: (pos: string) => GovernorEffect | undefined,
): GovernorEffect | undefined {
  return isPassive(tree, governor) ? look("passive") : undefined;
}

/** "was turned away, drawing protests": after a comma the gerund is no complement. */
function isSetOff(tree: SentenceTree, governor: TreeNode, node: TreeNode): boolean {
  return tree.nodes.slice(governor.index + 1, node.index).some((each) => /^(?:[,;:—–-]|--)$/.test(each.form));
}

/** Whether an infinitive happened is not known unless its verb says so ("pleaded with X to V"). */
function infinitiveDefault(tree: SentenceTree, node: TreeNode): GovernorEffect | undefined {
  return tree.childrenBy(node, "mark").some((mark) => mark.lemma === "to") ? "proposed" : undefined;
}

/** "succeeded in V-ing", "insisted on V-ing", "accused of V-ing", but not "after V-ing". */
function prepositionalGerund(
  tree: SentenceTree,
  node: TreeNode,
  look: (pos: string) => GovernorEffect | undefined,
): GovernorEffect | undefined {
  const marker = tree.marker(node, "mark") || tree.marker(node, "case");
  // Only who is charged with an act is said to have done it: "helped with cooking", "ended with V-ing" say so themselves.
  const charged = marker === "with" && tree.parent(node)?.lemma === "charge";
  if (!charged && !/^(?:of|in|on|to|for|from|about|against|at)$/.test(marker)) return undefined;
  const governor = tree.parent(node);
  return (governor && passiveEffect(tree, governor, look)) ?? look("verb");
}

/** "a plan to V", "talks about V-ing", "commitments aimed at V-ing"; a plain participle ("troops stationed there") is left alone. */
function nounEffect(
  tree: SentenceTree,
  node: TreeNode,
  look: (pos: string) => GovernorEffect | undefined,
): GovernorEffect | undefined {
  const marked = tree.childBy(node, "mark", "case") !== undefined;
  const noun = tree.parent(node);
  // "no evidence that …", "no plan to …"
  if (noun && tree.childrenBy(noun, "det").some((det) => det.lemma === "no"))
    return marked ? "unknown" : undefined;
  return marked ? (look("noun") ?? (node.xpos === "VB" ? "proposed" : undefined)) : undefined;
}

function combine(effect: GovernorEffect, outer: Factuality): Factuality {
  if (outer === "certain") return effect === "inherit" ? "certain" : effect;
  if (outer === "negated" || outer === "ruled_out") {
    if (effect === "ruled_out") return "possible";
    if (effect === "negated") return "certain";
    return effect === "unknown" ? "unknown" : outer;
  }
  if (effect === "inherit") return outer;
  if (effect === "ruled_out" || effect === "negated") return outer === "probable" ? effect : "possible";
  // "may have to pay", "might plan to": no more certain than the governor.
  return outer === "proposed" ? effect : outer;
}

function negate(value: Factuality): Factuality {
  // "urged residents not to return": what is asked for is that it does not happen.
  if (value === "certain" || value === "probable" || value === "proposed") return "negated";
  if (value === "negated" || value === "ruled_out") return "possible";
  return value;
}
