import { type Cues, isSpeechVerb } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree } from "./sentence-tree.ts";

/** "between Oslo, President Ana Ruiz, and aides": a second name after a comma is a member of the list, not part of the first name. */
export function splitListedNames(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const name of tree.nodes) {
    const first = tree.parent(name);
    if (!first || !hasRelation(name, "flat") || name.nameHead !== name.index) continue;
    const opening = tree.subtree(name).find(({ upos }) => upos !== "PUNCT" && upos !== "CCONJ");
    const before = opening && tree.nodes.slice(first.index + 1, opening.index);
    if (first.nameHead !== undefined && before?.some(({ form }) => form === ","))
      changes.set(name.index, { head: first.nameHead, relation: "conj" });
  }
  return changes;
}

/**
 * A verb has one subject: of two with the verb's own "that" between them, the first is that of the clause above
 * ("so that *we* can be certain that Riga will not attack").
 */
export function returnFirstSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    const [first, second] = tree.childrenBy(verb, "nsubj");
    const above = tree.parent(verb);
    const mark = tree
      .childrenBy(verb, "mark")
      .find((node) => first && second && node.index > first.index && node.index < second.index);
    if (!first || !mark || !above || above.index < first.index || above.index > mark.index) continue;
    if (!tree.childBy(above, "nsubj"))
      changes.set(first.index, { head: above.index, relation: first.relation });
  }
  return changes;
}

/** "the army and commitments from Oslo": a phrase that follows the second of two joined nouns belongs to that one. */
export function attachToLastConjunct(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const node of tree.nodes) {
    const noun = tree.parent(node);
    const opening = tree.childrenBy(node, "case")[0];
    const before = opening && tree.node(opening.index - 1);
    if (!noun || !before || node.relation !== "nmod" || before === noun || opening.index > node.index)
      continue;
    if (before.upos === "NOUN" && hasRelation(before, "conj") && before.head === noun.index)
      changes.set(node.index, { head: before.index, relation: "nmod" });
  }
  return changes;
}

/** Verbs that bring their object into a state: "left 31 people dead". */
const STATE_VERBS = /^(?:leave|render|find|shoot)$/;
const STATES = /^(?:dead|injured|wounded|hurt|homeless|missing|stranded|unconscious)$/i;

/** "left 31 people dead": a state after the object is what the verb brought it into, not a quality of it. */
export function restoreResultingStates(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const state of tree.nodes) {
    const object = tree.parent(state);
    const verb = object && tree.parent(object);
    if (!object || !verb || !hasRelation(object, "obj") || !STATE_VERBS.test(verb.lemma)) continue;
    const isState =
      STATES.test(state.form) && state.index > object.index && hasRelation(state, "amod", "acl");
    if (isState)
      changes.set(state.index, {
        head: verb.index,
        relation: "xcomp",
        upos: "ADJ",
        lemma: state.form.toLowerCase(),
      });
  }
  return changes;
}

/** "will pay the families 3.5 million euros": what is paid to somebody is the object. */
export function restorePaidAmounts(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const amount of tree.nodes) {
    const verb = tree.parent(amount);
    if (
      !verb ||
      amount.relation !== "obl:unmarked" ||
      !/^(?:pay|give|offer|lend|award|owe)$/.test(verb.lemma)
    )
      continue;
    const isMoney = /^(?:[$€£¥].*|euro|dollar|pound|yen|krona|krone|franc|rupee|million|billion)$/i.test(
      amount.lemma,
    );
    if (isMoney && tree.childBy(verb, "iobj") && !tree.childBy(verb, "obj"))
      changes.set(amount.index, { head: verb.index, relation: "obj" });
  }
  return changes;
}

/** "…," Ruiz said at a conference: a phrase right of the verb of speech that hangs on a word of what is said belongs to the verb. */
export function attachToClosingSpeech(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const node of tree.nodes) {
    const opening = tree.childrenBy(node, "case")[0];
    const verb = opening && tree.node(opening.index - 1);
    if (
      verb?.upos !== "VERB" ||
      !isSpeechVerb(cues, verb.lemma) ||
      !hasRelation(node, "nmod", "obl") ||
      node.head >= verb.index
    )
      continue;
    const host = tree.parent(node);
    if (host && tree.isBelow(host, verb)) changes.set(node.index, { head: verb.index, relation: "obl" });
  }
  return changes;
}
