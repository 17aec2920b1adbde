import { type Cues, governorKey } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "./sentence-tree.ts";
import { stemsOf } from "./verb-lemmas.ts";

/**
 * A word in -s right before a modal is a plural noun and the subject of the modal's verb ("said that guarantees would
 * not …"), whatever the tagger thought: no finite verb is followed by a modal.
 */
export function restorePluralSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const modal of tree.nodes) {
    const word = tree.node(modal.index - 1);
    const verb = tree.parent(modal);
    if (modal.xpos !== "MD" || word?.xpos !== "VBZ" || !verb || verb.index < modal.index) continue;
    if (!/s$/i.test(word.form) || tree.childrenBy(verb, "nsubj").length > 0) continue;
    const head = verb.head === word.index ? word.head : verb.head;
    if (verb.head === word.index) changes.set(verb.index, { head, relation: word.relation });
    changes.set(word.index, { head: verb.index, relation: "nsubj", upos: "NOUN", xpos: "NNS" });
    for (const child of tree.children(word)) {
      if (child === verb || hasRelation(child, "amod", "compound", "det")) continue;
      const relation = child.form.toLowerCase() === "that" ? "mark" : child.relation;
      changes.set(child.index, { head: verb.index, relation });
    }
  }
  return changes;
}

/** A word in -s that is a subject, and has none itself, is a plural noun whatever its tag: "said guarantees would not hold". */
export function restoreNominalSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const { xpos, form, head, relation, index } of tree.nodes) {
    if (!/^nsubj(?::pass)?$/.test(relation)) continue;
    const node = tree.node(index);
    if (!node || tree.childBy(node, "nsubj", "aux", "obj", "cop")) continue;
    // "Work on the pier will start": a bare verb with a phrase of a noun is one.
    if (/^(?:VB|VBP)$/.test(xpos) && tree.childBy(node, "nmod") !== undefined)
      changes.set(index, { head, relation, upos: "NOUN", xpos: "NN" });
    if (xpos !== "VBZ" || !/s$/i.test(form)) continue;
    changes.set(index, { head, relation, upos: "NOUN", xpos: "NNS" });
    const that = tree.node(index - 1);
    if (that?.form.toLowerCase() === "that" && that.head === head)
      changes.set(that.index, { head, relation: "mark", upos: "SCONJ", xpos: "IN" });
  }
  return changes;
}

/**
 * Right after a verb that takes a gerund ("ruled out hiring Danish crews", "discussed sending British units"), a word in
 * -ing before a determiner, an adjective of nationality or a name is that gerund, and the noun phrase is its object.
 */
export function restoreGerunds(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const gerund of tree.nodes) {
    if (!/.ing$/i.test(gerund.form) || !/^(?:VBG|NN|JJ)$/.test(gerund.xpos)) continue;
    if (!hasRelation(gerund, "amod", "compound", "case", "nmod", "obj", "det", "flat", "dep", "mark"))
      continue;
    const verb = verbBefore(tree, gerund, cues);
    if (!verb) continue;
    const object = tree.parent(gerund);
    if (object === verb) {
      changes.set(gerund.index, { head: verb.index, relation: "xcomp", upos: "VERB", xpos: "VBG" });
      continue;
    }
    if (!object || object.index < gerund.index) continue;
    const next = tree.node(gerund.index + 1);
    if (!hasRelation(gerund, "case", "mark") && !opensPhrase(next)) continue;
    changes.set(gerund.index, {
      head: verb.index,
      relation: "xcomp",
      upos: "VERB",
      xpos: "VBG",
      lemma: gerundLemma(gerund, cues),
    });
    changes.set(object.index, { head: gerund.index, relation: "obj" });
    for (const child of tree.childrenBy(object, "nmod")) {
      if (/^(?:to|into|from|in)$/.test(tree.marker(child, "case"))) {
        changes.set(child.index, { head: gerund.index, relation: "obl" });
      }
    }
  }
  return changes;
}

function verbBefore(tree: SentenceTree, gerund: TreeNode, cues: Cues): TreeNode | undefined {
  const before = tree.node(gerund.index - 1);
  const verb = before && hasRelation(before, "compound:prt") ? tree.node(gerund.index - 2) : before;
  if (verb?.upos !== "VERB") return undefined;
  const lemma = verb === before ? verb.lemma : `${verb.lemma} ${before?.lemma}`;
  const effect = cues.governors.get(governorKey(lemma, "verb"));
  return effect && effect !== "inherit" ? verb : undefined;
}

function opensPhrase(node: TreeNode | undefined): boolean {
  if (!node) return false;
  return (
    node.upos === "DET" ||
    node.upos === "PROPN" ||
    /^(?:PRP\$|CD)$/.test(node.xpos) ||
    /^\p{Lu}/u.test(node.form)
  );
}

/** Lemma of a gerund that was tagged as a noun. */
function gerundLemma(node: TreeNode, cues: Cues): string {
  if (node.xpos === "VBG") return node.lemma;
  return stemsOf(node.form.toLowerCase()).find((stem) => cues.verbs.has(stem)) ?? node.lemma;
}

/**
 * "aimed at securing guarantees", "talks about sending medics": after a word that takes an act with a preposition, a word
 * in -ing before a noun is that act, and the noun its object.
 */
export function restorePrepositionalGerunds(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const gerund of tree.nodes) {
    const preposition = tree.node(gerund.index - 1);
    const taker = tree.node(gerund.index - 2);
    const object = tree.parent(gerund);
    if (!/.ing$/i.test(gerund.form) || !hasRelation(gerund, "compound", "amod")) continue;
    if (!preposition || !taker || !object || object.index < gerund.index || preposition.upos !== "ADP")
      continue;
    if (!/^(?:at|about|of|for|against|from)$/i.test(preposition.form) || !takesAct(taker, cues)) continue;
    if (!stemsOf(gerund.form.toLowerCase()).some((stem) => cues.verbs.has(stem))) continue;
    changes.set(gerund.index, {
      head: taker.index,
      relation: taker.upos === "NOUN" ? "acl" : "advcl",
      upos: "VERB",
      xpos: "VBG",
      lemma: gerundLemma(gerund, cues),
    });
    changes.set(preposition.index, { head: gerund.index, relation: "mark" });
    changes.set(object.index, { head: gerund.index, relation: "obj" });
    if (taker.head === object.index)
      changes.set(taker.index, { head: object.head, relation: "acl", upos: "VERB", xpos: "VBN" });
  }
  return changes;
}

/** Words that are followed by a preposition and an act: "aim at", "accuse of", "talks about". */
function takesAct(node: TreeNode, cues: Cues): boolean {
  const pos = node.upos === "NOUN" ? "noun" : "verb";
  const lemmas = [node.lemma, ...stemsOf(node.form.toLowerCase())];
  return lemmas.some(
    (lemma) => cues.governors.has(governorKey(lemma, pos)) || cues.governors.has(governorKey(lemma, "verb")),
  );
}

/**
 * "was acquitted of fraud": after "be", the participle of a known verb with a phrase of its own is a passive, also where the
 * tagger thought it an adjective.
 */
export function restorePassives(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const word of tree.nodes) {
    const copula = tree.childBy(word, "cop");
    if (word.upos !== "ADJ" || !copula || copula.lemma !== "be" || !/ed$/.test(word.form)) continue;
    const lemma = stemsOf(word.form.toLowerCase()).find((stem) => cues.verbs.has(stem));
    if (lemma === undefined || tree.childBy(word, "det") || tree.childrenBy(word, "advmod").some(isDegree))
      continue;
    changes.set(word.index, { head: word.head, relation: word.relation, upos: "VERB", xpos: "VBN", lemma });
    changes.set(copula.index, { head: word.index, relation: "aux:pass" });
    for (const subject of tree.childrenBy(word, "nsubj")) {
      changes.set(subject.index, { head: word.index, relation: "nsubj:pass" });
    }
    for (const phrase of tree.childrenBy(word, "nmod")) {
      changes.set(phrase.index, { head: word.index, relation: "obl" });
    }
  }
  return changes;
}

/**
 * "residents were unaccounted for", "the money was missing": before an adjective "be" is a copula; "accused the county of it":
 * what follows an active verb that has its subject is its object; "Almenara, beaten 3-1 by Valdoro": a form that is only a
 * participle is one.
 */
export function restoreVoices(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const word of tree.nodes) {
    const be = tree.childrenBy(word, "aux").find(({ lemma, xpos }) => lemma === "be" && xpos !== "MD");
    if (word.upos === "ADJ" && be && !tree.childBy(word, "cop")) {
      changes.set(be.index, { head: word.index, relation: "cop" });
      for (const subject of tree.childrenBy(word, "nsubj"))
        changes.set(subject.index, { head: word.index, relation: "nsubj" });
    }
    // "The envoys are to meet": before an infinitive "be" is an auxiliary.
    const copula = tree.childBy(word, "cop");
    if (
      word.upos === "VERB" &&
      copula &&
      tree.childrenBy(word, "mark").some(({ index }) => index > copula.index)
    ) {
      changes.set(copula.index, { head: word.index, relation: "aux" });
      for (const subject of tree.childrenBy(word, "nsubj:outer"))
        changes.set(subject.index, { head: word.index, relation: "nsubj" });
    }
    for (const [index, change] of activeArguments(tree, word)) changes.set(index, change);
    const verb = tree.parent(word);
    if (
      word.relation === "nsubj:pass" &&
      verb &&
      word.index > verb.index &&
      isActiveWithSubject(tree, verb, word)
    )
      changes.set(word.index, { head: verb.index, relation: "obj" });
    if (isBareParticiple(tree, word, cues)) {
      changes.set(word.index, { head: word.head, relation: word.relation, xpos: "VBN" });
      for (const agent of tree.childrenBy(word, "obl"))
        if (tree.marker(agent, "case") === "by")
          changes.set(agent.index, { head: word.index, relation: "obl:agent" });
    }
  }
  return changes;
}

/**
 * "Measles killed 100 people", "the police have deported them", "groups called on workers.": without a form of "be" or "get"
 * a verb that acts on something, stands after "have", or is all the verb that a sentence has, is active.
 */
function activeArguments(tree: SentenceTree, verb: TreeNode): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  const passive = tree.childrenBy(verb, "nsubj:pass");
  const subject = passive.find(({ index }) => index < verb.index);
  const helpers = tree.childrenBy(verb, "aux");
  if (!subject || !/^VB[DN]$/.test(verb.xpos) || helpers.some(({ lemma }) => /^(?:be|get)$/.test(lemma)))
    return changes;
  const by = tree.childrenBy(verb, "obl").some((phrase) => tree.marker(phrase, "case") === "by");
  if (tree.childBy(verb, "obl:agent") || by) return changes;
  const after = passive.find(({ index }) => index > verb.index);
  const acted = after ?? tree.childrenBy(verb, "obj").find(({ index }) => index > verb.index);
  const perfect = helpers.some(({ lemma }) => lemma === "have");
  const alone = verb.relation === "root" && helpers.length === 0 && tree.nodes.at(-1)?.form === ".";
  if (!acted && !perfect && !alone) return changes;
  changes.set(subject.index, { head: verb.index, relation: "nsubj" });
  if (after) changes.set(after.index, { head: verb.index, relation: "obj" });
  if (verb.xpos === "VBN" && !perfect)
    changes.set(verb.index, { head: verb.head, relation: verb.relation, xpos: "VBD" });
  return changes;
}

function isActiveWithSubject(tree: SentenceTree, verb: TreeNode, word: TreeNode): boolean {
  return (
    !tree.childBy(verb, "aux:pass") &&
    tree.childrenBy(verb, "nsubj").some((subject) => subject !== word && subject.index < verb.index)
  );
}

/** "beaten", "stolen" with no auxiliary: no past tense, whatever the tagger says. */
function isBareParticiple(tree: SentenceTree, word: TreeNode, { irregular }: Cues): boolean {
  const forms = irregular.get(word.lemma);
  return (
    word.xpos === "VBD" &&
    forms !== undefined &&
    forms.past !== forms.participle &&
    word.form.toLowerCase() === forms.participle &&
    !tree.childBy(word, "aux")
  );
}

/** "very pleased": what comes in degrees is an adjective. */
function isDegree(node: TreeNode): boolean {
  return /^(?:very|so|too|more|most|quite|rather|less)$/i.test(node.form);
}
