import type { NameSpan } from "../../model/layers.ts";
import type { Span } from "../../model/span.ts";
import type { NodeChange } from "./read-tree.ts";
import type { TreeNode } from "./sentence-tree.ts";

/** Relations by which a word may hang outside a name without being the name's own place in the clause. */
const WEAK = new Set([
  "punct",
  "case",
  "cc",
  "dep",
  "mark",
  "det",
  "compound",
  "flat",
  "amod",
  "nmod",
  "nummod",
]);

/** Relations that give a name its place in a clause, rather than set it apart from it. */
const ARGUMENTS = new Set(["nsubj", "obj", "iobj", "obl", "root", "conj"]);

/**
 * Makes every name, with the title before it, one subtree: its words hang on one head, and what hung on any of them
 * from outside hangs on that head. Parsers often split "UNESCO Director General Ana Ruiz arrived" into two subjects.
 */
export function joinNames(nodes: readonly TreeNode[], names: readonly NameSpan[]): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();

  for (const name of names) {
    // A people's name that modifies ("French troops") is one word whose place in the tree is not in doubt.
    if (name.demonym) continue;
    const head = joinSpan(nodes, name, arcs);
    if (head === undefined || !name.title) continue;
    const title = membersOf(nodes, name.title);
    const first = title[0];
    if (first === undefined) continue;
    joinTitle(nodes, title, membersOf(nodes, name), head, arcs);
  }
  return arcs;
}

function joinSpan(nodes: readonly TreeNode[], span: Span, arcs: Map<number, NodeChange>): number | undefined {
  const members = membersOf(nodes, span);
  const head = outerMember(members, members);
  if (!head) return undefined;
  hang(nodes, members, head, arcs, "flat");
  for (const member of members) {
    const { head: at, relation } = arcs.get(member.index) ?? member;
    arcs.set(member.index, { head: at, relation, nameHead: head.index });
  }
  return head.index;
}

/** Hangs a title on the name it precedes, and gives the name the title's place in the clause where that is the better one. */
function joinTitle(
  nodes: readonly TreeNode[],
  title: readonly TreeNode[],
  name: readonly TreeNode[],
  head: number,
  arcs: Map<number, NodeChange>,
): void {
  const all = [...title, ...name];
  const inside = new Set(all.map((node) => node.index));
  const outer = outerMember(all, all);
  const nameHead = nodes[head];
  if (!outer || !nameHead) return;
  if (outer.index !== head) arcs.set(head, { ...arcs.get(head), head: outer.head, relation: outer.relation });
  const titleHead = outerMember(title, all) ?? title.at(-1);
  for (const node of title) {
    if (node === titleHead) {
      arcs.set(node.index, { head, relation: "nmod:desc" });
      continue;
    }
    const own = arcs.get(node.index) ?? node;
    const staysInside = inside.has(own.head) && !name.some((each) => each.index === own.head);
    if (!staysInside) arcs.set(node.index, { head: titleHead?.index ?? head, relation: "compound" });
  }
  for (const node of nodes) {
    if (inside.has(node.index)) continue;
    const own = arcs.get(node.index) ?? node;
    // What hung on the title from outside ("the", "of …" aside) belongs to the whole.
    const onTitle = title.some((each) => each.index === own.head);
    if (onTitle && (node.index < (title[0]?.index ?? 0) || node.index > (name.at(-1)?.index ?? 0))) {
      arcs.set(node.index, { head, relation: own.relation });
    }
  }
}

function hang(
  nodes: readonly TreeNode[],
  members: readonly TreeNode[],
  head: TreeNode,
  arcs: Map<number, NodeChange>,
  relation: string,
): void {
  const inside = new Set(members.map((node) => node.index));
  for (const member of members) {
    if (member === head) continue;
    if (!inside.has(member.head)) arcs.set(member.index, { head: head.index, relation });
  }
  for (const node of nodes) {
    if (inside.has(node.index) || node.head === head.index || !inside.has(node.head)) continue;
    arcs.set(node.index, { head: head.index, relation: node.relation });
  }
}

function membersOf(nodes: readonly TreeNode[], span: Span): TreeNode[] {
  return nodes.filter((node) => node.start >= span.start && node.end <= span.end && node.upos !== "PUNCT");
}

/** The member that holds the group's place in the clause: its arc leaves the group by an argument's relation if any does. */
function outerMember(members: readonly TreeNode[], group: readonly TreeNode[]): TreeNode | undefined {
  const inside = new Set(group.map((node) => node.index));
  const leaving = members.filter((node) => !inside.has(node.head));
  const base = (node: TreeNode): string => node.relation.split(":")[0] ?? "";
  const strong = leaving.filter((node) => !WEAK.has(base(node)));
  return strong.find((node) => ARGUMENTS.has(base(node))) ?? strong[0] ?? leaving[0];
}
