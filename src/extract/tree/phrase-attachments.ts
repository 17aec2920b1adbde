import type { Cues } from "../factuality/cues.ts";
import { countOf } from "./number-words.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, type SentenceTree } from "./sentence-tree.ts";

/**
 * "the statue of the goddess, bought in 1991, was": a participle between commas modifies the whole phrase before it rather than
 * the noun inside that stands nearest; a name may have a participle of its own.
 */
export function attachInterposedParticiples(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const participle of tree.nodes) {
    const noun = tree.parent(participle);
    if (!noun || participle.xpos !== "VBN" || participle.relation !== "acl") continue;
    if (tree.node(participle.index - 1)?.form !== "," || noun.upos !== "NOUN") continue;
    const whole = tree.parent(noun);
    if (!whole || !hasRelation(noun, "nmod") || whole.upos !== "NOUN" || whole.index > noun.index) continue;
    if (hasRelation(whole, "nsubj")) changes.set(participle.index, { head: whole.index, relation: "acl" });
  }
  return changes;
}

/**
 * "30 homes, a school and a mill": an indefinite noun after a comma that another joins is one more of the list, no apposition,
 * unless a comma closes it ("two men, a baker and a nurse, …") or as many are counted as follow.
 */
export function joinListsAfterNumbers(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const second of tree.nodes) {
    const first = tree.parent(second);
    const others = tree.childrenBy(second, "conj");
    if (!first || second.relation !== "appos" || second.upos !== "NOUN" || others.length === 0) continue;
    if (
      !tree.isIndefinite(second) ||
      !others.every((node) => node.upos === "NOUN" && tree.isIndefinite(node))
    )
      continue;
    const count = tree.childBy(first, "nummod");
    if (first.xpos !== "NNS" || !count || countOf(count.form) === others.length + 1) continue;
    const last = tree.subtree(second).at(-1);
    if (!last || /^[,—–-]$/.test(tree.node(last.index + 1)?.form ?? ",")) continue;
    changes.set(second.index, { head: first.index, relation: "conj" });
    for (const other of others) changes.set(other.index, { head: first.index, relation: "conj" });
  }
  return changes;
}

/** "walked away from the offer": a phrase on the adverb right after a verb is the verb's. */
export function returnPhrasesOfAdverbs(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const phrase of tree.nodes) {
    const adverb = tree.parent(phrase);
    const verb = adverb && tree.parent(adverb);
    if (!verb || adverb.upos !== "ADV" || verb.upos !== "VERB" || !hasRelation(phrase, "obl", "nmod"))
      continue;
    if (!/^(?:away|back|down|forward|ahead|apart|off|out|up)$/i.test(adverb.form)) continue;
    if (hasRelation(adverb, "advmod") && adverb.index === verb.index + 1 && phrase.index > adverb.index)
      changes.set(phrase.index, { head: verb.index, relation: "obl" });
  }
  return changes;
}

/** "told staff in an email", "told reporters at a briefing": the occasion is that of the telling. */
export function attachOccasions(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const occasion of tree.nodes) {
    const hearer = tree.parent(occasion);
    const verb = hearer && tree.parent(hearer);
    if (!verb || occasion.relation !== "nmod" || !hasRelation(hearer, "iobj", "obj")) continue;
    if (
      cues.reporting.get(verb.lemma) !== "tell" ||
      (!OCCASIONS.test(occasion.lemma) && !cues.settingNouns.has(occasion.lemma))
    )
      continue;
    if (/^(?:in|at|during)$/.test(tree.marker(occasion, "case")))
      changes.set(occasion.index, { head: verb.index, relation: "obl" });
  }
  return changes;
}

/** Occasions of telling beyond the list of settings. */
const OCCASIONS = /^(?:e-mail|note)$/;
