import { isRelativePronoun } from "../clauses/subjects.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, isNoun, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/**
 * A sentence that ends in a full stop has a main verb. Where the root is a noun, the first finite verb after it that has
 * neither a subject nor a conjunction of its own is that verb, and the noun its subject ("Maria Lopez, chief of …, resigned").
 */
export function restoreMainVerb(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  const root = tree.nodes.find((node) => node.head < 0);
  if (!root || !/^[.!]$/.test(lastForm(tree)) || !isNoun(root) || tree.childBy(root, "cop", "nsubj"))
    return changes;
  const source = /^according to$/i.test(tree.marker(root, "case"));
  const verb = tree.nodes.find((node) => node.index > root.index && mayBeMain(tree, node, source));
  if (!verb) return changes;
  changes.set(verb.index, { head: -1, relation: "root", ...asFinite(tree, verb) });
  changes.set(root.index, { head: verb.index, relation: source ? "obl" : "nsubj" });
  for (const child of tree.childrenBy(root, "punct", "parataxis")) {
    if (child.index > verb.index) changes.set(child.index, { head: verb.index, relation: child.relation });
  }
  return changes;
}

/** A finite verb that no clause around it accounts for; after "according to X" it brings its own subject. */
function mayBeMain(tree: SentenceTree, node: TreeNode, source: boolean): boolean {
  if (node.upos !== "VERB" || hasRelation(node, "amod", "compound", "ccomp", "xcomp")) return false;
  const finite =
    /^(?:VBD|VBZ|VBP)$/.test(node.xpos) ||
    tree.childrenBy(node, "aux").some((aux) => /^(?:VBD|VBZ|VBP|MD)$/.test(aux.xpos));
  const active =
    node.xpos === "VBN" &&
    tree.childBy(node, "obj", "compound:prt") !== undefined &&
    hasRelation(node, "acl");
  if (!finite && !active) return false;
  if (tree.childBy(node, "mark") || tree.children(node).some(isRelativePronoun)) return false;
  return source === (tree.childBy(node, "nsubj") !== undefined);
}

function asFinite(tree: SentenceTree, verb: TreeNode): { readonly xpos?: string } {
  return verb.xpos === "VBN" && !tree.childBy(verb, "aux") ? { xpos: "VBD" } : {};
}

/**
 * A finite verb without a subject whose first word is a plural taken for an adverb ("Firefighters rescued …"), and without an
 * object where a name right after it was hung on a number ("Brazil beat Argentina 2-1").
 */
export function restoreBareArguments(tree: SentenceTree): Map<number, NodeChange> {
  const changes = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    if (!/^(?:VBD|VBZ|VBP)$/.test(verb.xpos) || verb.upos !== "VERB") continue;
    const before = tree.node(verb.index - 1);
    if (
      before?.head === verb.index &&
      before.xpos === "RB" &&
      /[^s]s$/.test(before.form) &&
      !tree.childBy(verb, "nsubj")
    ) {
      changes.set(before.index, { head: verb.index, relation: "nsubj", upos: "NOUN", xpos: "NNS" });
    }
    const after = tree.node(verb.index + 1);
    const name = after && tree.nameHead(after);
    const above = name && tree.parent(name);
    if (
      name &&
      above?.upos === "NUM" &&
      above.index > name.index &&
      !tree.childBy(verb, "obj") &&
      name.upos === "PROPN"
    ) {
      changes.set(name.index, { head: verb.index, relation: "obj" });
    }
  }
  return changes;
}

function lastForm(tree: SentenceTree): string {
  return tree.nodes.findLast((node) => !/^["”'’)]+$/.test(node.form))?.form ?? "";
}
