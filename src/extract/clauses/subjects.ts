import { askedOf } from "../tree/clause-repairs.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { headsArgument } from "./noun-phrases.ts";
import type { SubjectSource } from "./predication.ts";

/** Verbs whose infinitive is the subject's own act even where there is an object. */
const SUBJECT_CONTROL = new Set([
  "promise",
  "vow",
  "threaten",
  "agree",
  "swear",
  "guarantee",
  "use",
  "offer",
]);

/** Verbs whose gerund or clause says an act without saying whose it is. */
/** Prepositions before a gerund that is the act of the verb's object: "accused X of V-ing", "stopped X from V-ing". */
const OBJECT_GERUNDS = /^(?:of|from|for|into|with)$/;

const ARBITRARY_CONTROL = new Set([
  "discuss",
  "debate",
  "propose",
  "suggest",
  "recommend",
  "advocate",
  "oppose",
  "support",
  "ban",
  "prohibit",
  "criticize",
  "criticise",
  "condemn",
  "welcome",
  "discourage",
  "encourage",
  "forbid",
  "involve",
  "include",
  "mean",
]);

export interface FoundSubject {
  readonly node: TreeNode;
  readonly source: SubjectSource;
  /** Whether the subject is what the verb is done to. */
  readonly passive: boolean;
}

/** The subject of a predicate: its own, or the one that coordination, control or modification gives it. */
export function findSubject(tree: SentenceTree, head: TreeNode, depth = 0): FoundSubject | undefined {
  const own =
    tree.childrenBy(head, "nsubj").find((node) => node.relation !== "nsubj:outer") ??
    tree.childBy(head, "nsubj");
  // "it was not for ministers to interfere": "it" announces the infinitive.
  if (own && own.relation === "nsubj:outer" && own.lemma === "it") return undefined;
  if (own) {
    const node = antecedentOf(tree, own);
    return {
      node,
      source: node === own ? "own" : "modified",
      passive: own.relation === "nsubj:pass" || isPassive(tree, head),
    };
  }
  const parent = tree.parent(head);
  if (!parent || depth > 6 || tree.childBy(head, "expl", "csubj")) return undefined;
  const passive = isPassive(tree, head);
  const found = inheritedSubject(tree, head, parent, depth);
  return found && { ...found, passive };
}

function inheritedSubject(
  tree: SentenceTree,
  head: TreeNode,
  parent: TreeNode,
  depth: number,
): Omit<FoundSubject, "passive"> | undefined {
  if (hasRelation(head, "conj")) {
    const shared = findSubject(tree, parent, depth + 1);
    return shared && { node: shared.node, source: shared.source === "own" ? "shared" : shared.source };
  }
  if (hasRelation(head, "acl")) return modifiedSubject(tree, head, parent, depth);
  if (hasRelation(head, "xcomp", "ccomp", "advcl", "obj", "obl", "dep", "parataxis")) {
    if (head.upos !== "VERB" && !hasRelation(head, "xcomp")) return undefined;
    if (hasRelation(head, "ccomp", "parataxis") && isFiniteClause(tree, head)) return undefined;
    return controlledSubject(tree, head, parent, depth);
  }
  return undefined;
}

/** "guarantees aimed at …", "the officer accused of …"; an infinitive takes the owner of the plan: "Rutte's promise to …". */
function modifiedSubject(
  tree: SentenceTree,
  head: TreeNode,
  noun: TreeNode,
  depth: number,
): Omit<FoundSubject, "passive"> | undefined {
  if (head.relation === "acl:relcl") return undefined;
  const infinitive = head.xpos === "VB" || tree.childrenBy(head, "mark").some((mark) => mark.lemma === "to");
  if (!infinitive) {
    if (tree.childBy(head, "mark", "case") || afterColon(tree, head)) return undefined;
    return headsArgument(tree, noun) ? { node: noun, source: "modified" } : undefined;
  }
  // "Rutte's promise to …", "a request by the government to …"
  const owner =
    tree.childBy(noun, "nmod:poss") ??
    tree.childrenBy(noun, "nmod").find((node) => tree.marker(node, "case") === "by");
  if (owner) return { node: antecedentOf(tree, owner), source: "controlled" };
  // "Rheinhold to buy rival": a headline's way of saying that it will.
  if (hasRelation(noun, "root") && noun.upos === "PROPN" && !tree.childBy(noun, "cop"))
    return { node: noun, source: "own" };
  const clause = tree.parent(noun);
  if (!clause || !hasRelation(noun, "obj") || clause.upos !== "VERB") return undefined;
  const outer = findSubject(tree, clause, depth + 1);
  return outer && !outer.passive ? { node: outer.node, source: "controlled" } : undefined;
}

function controlledSubject(
  tree: SentenceTree,
  head: TreeNode,
  governor: TreeNode,
  depth: number,
): Omit<FoundSubject, "passive"> | undefined {
  const marker = tree.marker(head, "mark") || tree.marker(head, "case");
  const complement =
    !hasRelation(head, "advcl", "obl") || (isGerund(tree, head) && OBJECT_GERUNDS.test(marker));
  if (complement && ARBITRARY_CONTROL.has(governor.lemma)) return undefined;
  if (complement && !SUBJECT_CONTROL.has(governor.lemma)) {
    const object = tree.childBy(governor, "iobj") ?? tree.childBy(governor, "obj") ?? askedOf(tree, governor);
    if (object && object !== head) return { node: antecedentOf(tree, object), source: "controlled" };
  }
  const outer = findSubject(tree, governor, depth + 1);
  if (
    !outer ||
    (isExpletive(outer.node) && (hasRelation(outer.node, "expl") || saysNothingOfIt(tree, governor)))
  )
    return undefined;
  return { node: outer.node, source: "controlled" };
}

/** "stealing", "having stolen", "being late". */
function isGerund(tree: SentenceTree, head: TreeNode): boolean {
  return (
    head.xpos === "VBG" || tree.childrenBy(head, "aux", "aux:pass", "cop").some(({ xpos }) => xpos === "VBG")
  );
}

/** "It is hard to say": no one in particular. */
function isExpletive(node: TreeNode): boolean {
  return node.lemma === "it" || node.lemma === "there";
}

/** "It is hard to say", "it took years to build": under these "it" announces the clause; "it agreed to buy" means something. */
function saysNothingOfIt(tree: SentenceTree, governor: TreeNode): boolean {
  if (governor.upos !== "VERB" || tree.childBy(governor, "cop")) return true;
  return /^(?:seem|appear|happen|turn|take|become|remain|make|help|matter|cost|prove|pay|require|emerge)$/.test(
    governor.lemma,
  );
}

/** What a relative pronoun stands for; any other node stands for itself. */
export function antecedentOf(tree: SentenceTree, node: TreeNode): TreeNode {
  if (!isRelativePronoun(node)) return node;
  const clause = [node, ...tree.ancestors(node)].find((each) => /^(?:acl|advcl):relcl$/.test(each.relation));
  const noun = clause && tree.parent(clause);
  return noun && noun.index < node.index ? equatedWith(tree, noun) : node;
}

/** "They are the ones who …": the ones are they. "Ana Ruiz, a Democrat who …": the Democrat is she. */
function equatedWith(tree: SentenceTree, noun: TreeNode): TreeNode {
  const bearer = tree.parent(noun);
  // "a vote of no confidence, which could be held next week"
  if (noun.lemma === "confidence" && bearer && /^(?:vote|motion)$/.test(bearer.lemma)) return bearer;
  if (
    hasRelation(noun, "appos") &&
    noun.upos === "PROPN" &&
    tree.isIndefinite(noun) &&
    bearer?.upos === "PROPN"
  )
    return bearer;
  const subject = tree.childBy(noun, "cop") && tree.childBy(noun, "nsubj");
  // "He is a lad who played for Stoke"
  const described =
    tree.isIndefinite(noun) && subject && !/^(?:it|this|that|there|which)$/.test(subject.lemma);
  return subject && (described || /^(?:one|those|who)$/.test(noun.lemma)) ? subject : noun;
}

export function isRelativePronoun(node: TreeNode): boolean {
  return /^(?:who|whom|which|that|whose)$/i.test(node.form) && node.upos !== "SCONJ";
}

/** Passive by its auxiliary, its subject's relation, or as a bare past participle. */
export function isPassive(tree: SentenceTree, head: TreeNode): boolean {
  if (head.upos !== "VERB" && head.xpos !== "VBN") return false;
  if (tree.childBy(head, "aux:pass", "nsubj:pass")) return true;
  if (head.xpos !== "VBN") return false;
  if (tree.childBy(head, "aux")) return false;
  if (hasRelation(head, "conj")) {
    const parent = tree.parent(head);
    // "Nine were killed and forty injured": what has a subject of its own shares the auxiliary all the same, unless it has an object.
    if (!parent || tree.childBy(head, "obj")) return false;
    if (tree.childBy(parent, "aux:pass")) return true;
    return isPassive(tree, parent) && !tree.childBy(head, "nsubj");
  }
  return hasRelation(head, "acl", "advcl", "xcomp", "amod", "dep") && !tree.childBy(head, "nsubj", "obj");
}

/** Whether the predicate carries tense: then it needs a subject of its own. */
export function isFiniteClause(tree: SentenceTree, head: TreeNode): boolean {
  if (tree.childrenBy(head, "mark").some((mark) => mark.lemma === "to")) return false;
  if (tree.childrenBy(head, "aux", "cop").some((aux) => /^(?:VBD|VBZ|VBP|MD)$/.test(aux.xpos))) return true;
  return /^(?:VBD|VBZ|VBP)$/.test(head.xpos);
}

/** "two layers: strengthening the army …": what a colon opens is a list, no modifier. */
function afterColon(tree: SentenceTree, head: TreeNode): boolean {
  const start = tree.subtree(head).find((node) => node.upos !== "PUNCT");
  return start !== undefined && tree.node(start.index - 1)?.form === ":";
}
