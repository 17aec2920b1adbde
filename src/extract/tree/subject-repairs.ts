import { isRelativePronoun } from "../clauses/subjects.ts";
import { type Cues, isSpeechVerb } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, isNoun, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/**
 * "The train derailed, the minister, Ana Ruiz, told reporters": of what is said and who says it each has its own subject,
 * the nearest before it, whichever of the two verbs the parser gave both.
 */
export function returnSpokenSubjects(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    if (verb.upos !== "VERB" || !isSpeechVerb(cues, verb.lemma)) continue;
    const content = tree.childrenBy(verb, "ccomp").find((node) => node.index < verb.index);
    const inverted = invertedSpeaker(tree, verb);
    if (inverted) changes.set(inverted.index, { head: verb.index, relation: "nsubj" });
    if (!content) for (const [index, change] of invertedContent(tree, verb)) changes.set(index, change);
    if (!content || tree.childrenBy(content, "mark").length > 0) continue;
    const spoken = [...tree.childrenBy(verb, "nsubj"), ...tree.childrenBy(content, "nsubj")].filter(
      (node) => node.index < verb.index,
    );
    const of = (from: TreeNode): TreeNode | undefined =>
      spoken.findLast((node) => node.index < from.index && node.index > (from === verb ? content.index : -1));
    const [said, sayer] = [of(content), of(verb)];
    if (!said || !sayer || spoken.length > 2 || !followsComma(tree, sayer)) continue;
    if (said.head !== content.index) {
      changes.set(said.index, { head: content.index, relation: subjectRelation(tree, content) });
      if (content.xpos === "VBN" && !tree.childBy(content, "aux", "aux:pass"))
        changes.set(content.index, { head: content.head, relation: content.relation, xpos: "VBD" });
    }
    if (sayer.head !== verb.index) changes.set(sayer.index, { head: verb.index, relation: "nsubj" });
  }
  return changes;
}

/** ""We have found life," said the author": right after a verb of speech that has no subject stands who speaks. */
function invertedSpeaker(tree: SentenceTree, verb: TreeNode): TreeNode | undefined {
  if (tree.childBy(verb, "nsubj") || !/^(?:,|["”])$/.test(tree.node(verb.index - 1)?.form ?? ""))
    return undefined;
  return tree.nodes.find((node) => {
    const host = tree.parent(node);
    if (!host || node.index < verb.index || !hasRelation(node, "nsubj") || host.index > verb.index)
      return false;
    const opening = tree.subtree(node)[0];
    return opening?.index === verb.index + 1 && host.index !== verb.index;
  });
}

/** "The offer trumped one from Lyon, said two people": of subjects on both sides of the verb, the first is that of what is said. */
function invertedContent(tree: SentenceTree, verb: TreeNode): Map<number, NodeChange> {
  const subjects = tree.childrenBy(verb, "nsubj");
  const said = subjects.find((node) => node.index < verb.index);
  const sayer = subjects.find((node) => node.index > verb.index);
  const content =
    said && tree.childrenBy(said, "acl").find((node) => node.xpos === "VBD" && node.index < verb.index);
  if (!said || !sayer || !content || tree.childBy(content, "nsubj")) return new Map();
  if (!/^(?:,|["”])$/.test(tree.node(verb.index - 1)?.form ?? "")) return new Map();
  return new Map([
    [content.index, { head: verb.index, relation: "ccomp" }],
    [said.index, { head: content.index, relation: "nsubj" }],
  ]);
}

/** "The board, Mr Tan said, had never met": a verb of speech set off after the subject interrupts the whole clause. */
export function attachInterposedSpeech(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    const noun = tree.parent(verb);
    const clause = noun && tree.parent(noun);
    if (!noun || !clause || !hasRelation(verb, "parataxis", "dep", "acl", "appos")) continue;
    if (!hasRelation(noun, "nsubj") || clause.index < verb.index || !isSpeechVerb(cues, verb.lemma)) continue;
    const subject = tree.childBy(verb, "nsubj");
    if (!subject || isRelativePronoun(subject) || tree.childBy(verb, "ccomp", "mark")) continue;
    if (followsComma(tree, subject) || followsComma(tree, verb))
      changes.set(verb.index, { head: clause.index, relation: "parataxis" });
  }
  return changes;
}

/**
 * "The captain, arrested on Tuesday after the ship ran aground, denied it": a participle between commas is no main verb where
 * a finite one follows that nothing introduces.
 */
export function restoreInterposedParticiples(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const participle of tree.nodes) {
    const subject = tree.childBy(participle, "nsubj");
    if (participle.xpos !== "VBN" || !subject || subject.index > participle.index) continue;
    if (tree.childBy(participle, "aux", "cop", "mark") || tree.node(participle.index - 1)?.form !== ",")
      continue;
    const verb = tree
      .childrenBy(participle, "advcl", "conj", "parataxis", "ccomp", "dep")
      .find((node) => isBareFinite(tree, node) && node.index > participle.index);
    if (!verb || !followsComma(tree, verb)) continue;
    changes.set(verb.index, { head: participle.head, relation: participle.relation });
    changes.set(subject.index, { head: verb.index, relation: "nsubj" });
    changes.set(participle.index, { head: subject.index, relation: "acl" });
    for (const child of tree.children(participle))
      if (child.index > verb.index) changes.set(child.index, { head: verb.index, relation: child.relation });
  }
  return changes;
}

/**
 * "The office, which had planned to move, said its …", "return to Acas, whose officials had met": a clause that a relative
 * pronoun opens right after a comma modifies what stands before the comma, and is nothing that is said.
 */
export function restoreSetOffRelatives(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const pronoun of tree.nodes) {
    if (!/^(?:which|who|whose)$/i.test(pronoun.form) || tree.node(pronoun.index - 1)?.form !== ",") continue;
    const subject = /^whose$/i.test(pronoun.form) ? tree.parent(pronoun) : pronoun;
    const clause = subject && tree.parent(subject);
    const before = tree.node(pronoun.index - 2);
    if (!clause || !before || !hasRelation(subject, "nsubj") || !hasRelation(clause, "ccomp", "advcl"))
      continue;
    if (clause.index < pronoun.index || !isNoun(before)) continue;
    const verb = tree.parent(clause);
    // Between subject and verb it is the subject that is told more of.
    const told =
      verb && verb.index > clause.index
        ? tree.childrenBy(verb, "nsubj").find((node) => node.index < pronoun.index)
        : tree.nameHead(before);
    if (told && !tree.isBelow(told, clause))
      changes.set(clause.index, { head: told.index, relation: "acl:relcl" });
  }
  return changes;
}

/**
 * "after talks aimed at averting a strike by crew collapsed": a noun that a preposition opens is no subject. The verb it was
 * given has the subject of the clause above, whose own verb is a participle.
 */
export function restoreSubjectsOfParticiples(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const noun of tree.nodes) {
    const verb = tree.parent(noun);
    const participle = verb && tree.parent(verb);
    const opening = tree.childrenBy(noun, "case")[0];
    if (!verb || !participle || !opening || noun.relation !== "nsubj" || !isNoun(noun)) continue;
    if (
      !/^(?:by|of|for|from|with|between|against|in|on|at|to)$/i.test(opening.form) ||
      verb.index < noun.index
    )
      continue;
    const subject = tree.childBy(participle, "nsubj");
    const host = tree.node(opening.index - 1);
    if (
      !subject ||
      !host ||
      !isNoun(host) ||
      participle.index > noun.index ||
      tree.childBy(verb, "mark", "cc")
    )
      continue;
    if (participle.xpos !== "VBD" || !/ed$/.test(participle.form) || subject.index !== participle.index - 1)
      continue;
    if (!/^(?:VBD|VBZ|VBP)$/.test(verb.xpos) || !hasRelation(verb, "advcl", "ccomp", "conj", "parataxis"))
      continue;
    changes.set(noun.index, { head: host.index, relation: "nmod" });
    changes.set(verb.index, { head: participle.head, relation: participle.relation });
    changes.set(subject.index, { head: verb.index, relation: "nsubj" });
    changes.set(participle.index, { head: subject.index, relation: "acl", xpos: "VBN" });
    for (const mark of tree.childrenBy(participle, "mark", "cc"))
      changes.set(mark.index, { head: verb.index, relation: mark.relation });
  }
  return changes;
}

/** "Shares in the builder Skansborg climbed": of two subjects, a name right after a noun of the first is that noun's name. */
export function apposeSubjectNames(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    const [first, name, ...more] = tree.childrenBy(verb, "nsubj");
    if (!first || name?.upos !== "PROPN" || more.length > 0 || name.index > verb.index) continue;
    const opening = tree.subtree(name)[0];
    const noun = opening && tree.node(opening.index - 1);
    if (noun?.upos === "NOUN" && noun !== first && tree.isBelow(noun, first))
      changes.set(name.index, { head: noun.index, relation: "appos" });
  }
  return changes;
}

/** Whether the phrase that the node heads opens right after a comma, or after the quotation mark that follows one. */
function followsComma(tree: SentenceTree, node: TreeNode): boolean {
  const opening = tree.opening(node);
  const before = opening && tree.node(opening.index - 1);
  return before !== undefined && /^(?:,|["”]|—|–)$/.test(before.form);
}

function isBareFinite(tree: SentenceTree, node: TreeNode): boolean {
  return /^(?:VBD|VBZ|VBP)$/.test(node.xpos) && !tree.childBy(node, "mark", "nsubj", "cc", "advmod");
}

function subjectRelation(tree: SentenceTree, verb: TreeNode): string {
  return tree.childBy(verb, "aux:pass") ? "nsubj:pass" : "nsubj";
}
