import type { NodeChange } from "./read-tree.ts";
import { hasRelation, isNoun, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/**
 * A verb has one subject. Of two that stand side by side, the second belongs to the first where a preposition opens it
 * ("the package of guarantees"), else the first to the second ("UNESCO chief | Ana Ruiz").
 */
export function joinDoubleSubjects(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    const subjects = tree
      .childrenBy(verb, "nsubj")
      .filter((node) => node.index < verb.index && node.relation !== "nsubj:outer");
    for (let at = 0; at + 1 < subjects.length; at++) {
      const first = subjects[at];
      const second = subjects[at + 1];
      if (!first || !second || !isNoun(first) || !isNoun(second)) continue;
      const opening = tree.subtree(second)[0];
      const closing = tree.subtree(first).at(-1);
      if (!opening || !closing || opening.index !== closing.index + 1) continue;
      if (opening.upos === "ADP") {
        changes.set(second.index, { head: first.index, relation: "nmod" });
        changes.set(first.index, { head: verb.index, relation: second.relation });
        if (opening.head !== second.index)
          changes.set(opening.index, { head: second.index, relation: "case" });
      } else {
        changes.set(first.index, { head: second.index, relation: "nmod:desc" });
      }
    }
  }
  return changes;
}

/** "fined Torrent €870 million": a name right before an amount that is a verb's object is not part of it, but who pays or gets it. */
export function splitAmounts(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const amount of tree.nodes) {
    if (!/^[$€£¥]$/.test(amount.form) || !hasRelation(amount, "obj", "obl")) continue;
    const verb = tree.parent(amount);
    const payer = tree.node(amount.index - 1);
    if (verb?.upos !== "VERB" || !payer || !isNoun(payer) || payer.head !== amount.index) continue;
    if (verb.index > payer.index || tree.childBy(verb, "iobj") || tree.childBy(amount, "case")) continue;
    changes.set(payer.index, { head: verb.index, relation: "iobj" });
    changes.set(amount.index, { head: verb.index, relation: "obj" });
    for (const other of tree.children(amount))
      if (other.index < payer.index)
        changes.set(other.index, { head: payer.index, relation: other.relation });
  }
  return changes;
}

/** "the secretary general of NATO": "general" after such a title is its adjective, whatever the parser calls it. */
export function joinGenerals(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const general of tree.nodes) {
    const title = tree.node(general.index - 1);
    if (!/^generals?$/i.test(general.form) || !title || general.head !== title.index) continue;
    if (
      !/^(?:secretary|director|attorney|governor|solicitor|surgeon|consul|auditor|inspector|prosecutor|adjutant)s?$/i.test(
        title.form,
      )
    )
      continue;
    if (general.relation === "amod") continue;
    changes.set(general.index, { head: title.index, relation: "amod", upos: "ADJ", xpos: "JJ" });
    for (const child of tree.children(general))
      changes.set(child.index, { head: title.index, relation: child.relation });
  }
  return changes;
}

/** "went back to work": what a preposition opens is no object; a number right before a noun that is a subject counts it. */
export function restoreObliques(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const node of tree.nodes) {
    const next = tree.node(node.index + 1);
    if (node.upos === "NUM" && hasRelation(node, "nsubj") && next && isNoun(next)) {
      if (next.head === node.head && hasRelation(next, "nsubj"))
        changes.set(node.index, { head: next.index, relation: "nummod" });
      continue;
    }
    const preposition =
      hasRelation(node, "obj", "iobj") && isNoun(node) ? tree.childrenBy(node, "case")[0] : undefined;
    if (preposition?.upos !== "ADP" || preposition.index > node.index) continue;
    const after = tree.node(preposition.index + 1);
    // "at least 40 people", "over 300 guests": the word belongs to the number.
    if (!after || after.upos === "NUM" || /^(?:least|most|to|of)$/i.test(after.form)) continue;
    if (/^(?:of|than)$/i.test(preposition.form)) continue;
    changes.set(node.index, { head: node.head, relation: "obl" });
  }
  return changes;
}

/** Relations of what stands before a noun within its phrase. */
const WITHIN = ["compound", "amod", "nummod", "det", "nmod:desc", "flat"];

/** A preposition before a noun's modifiers introduces the noun: "at a press conference" is no "press" that confers. */
export function liftPrepositions(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const preposition of tree.nodes) {
    if (preposition.relation !== "case" || preposition.upos !== "ADP") continue;
    let noun = tree.parent(preposition);
    const next = tree.node(preposition.index + 1);
    // "took over in March | from Ana Ruiz": a preposition hung on what stands before it belongs to what follows.
    if (noun && noun.index < preposition.index && next && /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(next.upos))
      noun = next;
    for (let above = noun; above && hasRelation(above, ...WITHIN) && above.head > above.index; ) {
      above = tree.parent(above);
      noun = above;
    }
    if (!noun || noun.index === preposition.head || noun.index < preposition.index) continue;
    if (noun.upos !== "NOUN" && noun.upos !== "PROPN") continue;
    changes.set(preposition.index, { head: noun.index, relation: "case" });
    const before = tree.node(preposition.index - 1);
    if (preposition.form.toLowerCase() === "of" && before && isNoun(before)) {
      changes.set(noun.index, { head: before.index, relation: "nmod" });
      continue;
    }
    const governor = tree.parent(noun);
    if (governor && governor.index < noun.index && hasRelation(noun, "nsubj", "obj", "acl", "appos")) {
      changes.set(noun.index, { head: governor.index, relation: governor.upos === "VERB" ? "obl" : "nmod" });
    }
  }
  return changes;
}

/**
 * "between A, B and C": between speaks of several, so the phrases up to the last after "and" are coordinated, also where
 * a name among them was taken for an apposition or the last for the subject of a participle.
 */
export function joinListsAfterBetween(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const first of tree.nodes) {
    if (!/^(?:between|among)$/.test(tree.marker(first, "case"))) continue;
    const heads = listFrom(tree, first);
    const last = heads.at(-1);
    if (!last) continue;
    // "a meeting in Lyon between …": a town is not between people, the meeting is.
    const place = tree.parent(first);
    const event = place?.nameHead === undefined ? undefined : tree.parent(place);
    if (event?.upos === "NOUN") changes.set(first.index, { head: event.index, relation: "nmod" });
    for (const head of heads) {
      const parent = tree.parent(head);
      if (parent === first && hasRelation(head, "conj")) continue;
      changes.set(head.index, { head: first.index, relation: "conj" });
      // "… and partners aimed at": what was the subject's clause is a participle.
      if (
        head === last &&
        parent &&
        hasRelation(head, "nsubj") &&
        parent.index === head.index + 1 &&
        /ed$/.test(parent.form)
      ) {
        changes.set(parent.index, { head: parent.head, relation: "acl", xpos: "VBN" });
      }
    }
  }
  return changes;
}

/** Heads of the phrases that follow the first one after commas, the last after "and"; none where there is no "and". */
function listFrom(tree: SentenceTree, first: TreeNode): readonly TreeNode[] {
  const heads: TreeNode[] = [];
  let chunk: TreeNode[] = [];
  let closed = false;
  let started = false;
  for (const node of tree.nodes.slice(first.index + 1)) {
    if (closed && chunk.length > 0 && !isChunkWord(node)) break;
    if (node.form === "," || node.form.toLowerCase() === "and") {
      const head = chunkHead(tree, chunk);
      if (started && head) heads.push(head);
      chunk = [];
      started = true;
      closed ||= node.form !== ",";
    } else if (!isChunkWord(node)) break;
    else chunk.push(node);
  }
  const head = chunkHead(tree, chunk);
  return closed && started && head ? [...heads, head] : [];
}

function isChunkWord(node: TreeNode): boolean {
  return /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON)$/.test(node.upos);
}

function chunkHead(tree: SentenceTree, chunk: readonly TreeNode[]): TreeNode | undefined {
  const last = chunk.findLast((node) => /^(?:NOUN|PROPN|PRON)$/.test(node.upos));
  return last && tree.nameHead(last);
}

/**
 * "led by glaciologist Ana Ruiz", "told the newspaper Bild": a noun and a name side by side in one place of the clause are
 * one phrase, which the name heads.
 */
export function joinNounAndName(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const name of tree.nodes) {
    if (name.upos !== "PROPN" || !hasRelation(name, "obl", "obj", "iobj", "nmod")) continue;
    const noun = tree.node(name.index - 1);
    if (noun?.upos !== "NOUN" || noun.xpos !== "NN" || noun.head !== name.head) continue;
    if (noun.relation !== name.relation || tree.marker(name, "case") !== "") continue;
    changes.set(noun.index, { head: name.index, relation: "nmod:desc" });
    for (const child of tree.children(noun))
      changes.set(child.index, {
        head: hasRelation(child, "case", "det") ? name.index : noun.index,
        relation: child.relation,
      });
  }
  return changes;
}

/**
 * "the treasurer of the Liberal Party Ana Ruiz": a person's name right after the body of an office names its holder.
 * Parsers hang it on the body.
 */
export function liftHolders(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const name of tree.nodes) {
    if (name.upos !== "PROPN" || !hasRelation(name, "appos") || name.nameHead !== name.index) continue;
    const body = tree.parent(name);
    const office = body && tree.parent(body);
    if (office?.upos !== "NOUN" || !body || !hasRelation(body, "nmod") || body.nameHead !== body.index)
      continue;
    if (tree.marker(body, "case") !== "of" || tree.node(name.index - 1)?.nameHead !== body.index) continue;
    changes.set(name.index, { head: office.index, relation: "appos" });
  }
  return changes;
}
