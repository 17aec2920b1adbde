import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { conjuncts, headsArgument, isAccompaniment, isNominal } from "./noun-phrases.ts";
import type { Complement, Oblique, Predication } from "./predication.ts";
import { antecedentOf, findSubject, isPassive } from "./subjects.ts";

/** Relations of verb forms that are no predicates of their own. */
const NOT_PREDICATES = ["aux", "cop", "case", "mark", "fixed", "flat", "compound", "amod", "cc", "det"];

/** Adverbs that act as particles of the verb. */
const PARTICLE_ADVERBS = new Set([
  "together",
  "back",
  "up",
  "out",
  "down",
  "off",
  "away",
  "apart",
  "over",
  "ahead",
]);

/** "was defeated by 400 votes": by how much, not by whom. */
const MEASURES = new Set(
  "vote point percent % goal run seat second minute hour day metre meter mile length stroke shot".split(" "),
);

/** Bare nouns after "by" that say how something is done. */
const MEANS = new Set(
  "bus train car plane air sea road rail boat ship ferry helicopter truck lorry bike bicycle foot email e-mail phone telephone letter post mail text video hand law default consensus acclamation name rope force definition mistake accident".split(
    " ",
  ),
);

/** All predicates of a sentence, in word order. */
export function readPredications(tree: SentenceTree): readonly Predication[] {
  return tree.nodes.filter((node) => isPredicate(tree, node)).map((node) => readPredication(tree, node));
}

/** Whether a node heads a clause: a verb, or a noun, adjective or adverb with a copula. */
export function isPredicate(tree: SentenceTree, node: TreeNode): boolean {
  if (tree.childBy(node, "cop")) return true;
  if (node.upos !== "VERB" || hasRelation(node, ...NOT_PREDICATES)) return false;
  return true;
}

export function readPredication(tree: SentenceTree, head: TreeNode): Predication {
  const subject = findSubject(tree, head);
  const copula = tree.childBy(head, "cop") !== undefined;
  const particle = copula ? undefined : findParticle(tree, head);
  const completion = copula ? undefined : findComplementWord(tree, head);
  const passive = !copula && (subject?.passive ?? isPassive(tree, head));
  const companions = copula ? [] : findCompanions(tree, head);
  const direct = copula ? [] : findObjects(tree, head, subject?.node);
  // "led the party together with Klein": a name after "together with" joins who acts, other things what is acted on.
  const partners = direct.length > 0 ? companions.filter((node) => isPartner(tree, node)) : companions;
  const objects =
    direct.length > 0 ? [...direct, ...companions.filter((node) => !partners.includes(node))] : direct;
  return {
    head,
    kind: copula ? "copula" : "verb",
    lemma: particle ? `${head.lemma} ${particle.form.toLowerCase()}` : head.lemma,
    particle,
    passive,
    subjects: subject ? [...conjuncts(tree, subject.node), ...partners] : [],
    subjectSource: subject?.source,
    objects,
    receivers: tree.childrenBy(head, "iobj").flatMap((node) => conjuncts(tree, antecedentOf(tree, node))),
    agents: passive ? findAgents(tree, head) : [],
    obliques: [
      ...findObliques(tree, head, false),
      // "pleaded guilty to fraud", "found it guilty of theft": what the adjective needs.
      ...(completion && isState(completion) ? findObliques(tree, completion, false) : []),
      ...objects.slice(0, 1).flatMap((node) => findObliques(tree, node, true)),
    ],
    complements: findComplements(tree, head),
    complementWord: completion,
  };
}

function isState(node: TreeNode): boolean {
  return node.upos === "ADJ" || /^(?:guilty|innocent|liable|responsible)$/i.test(node.form);
}

function findParticle(tree: SentenceTree, head: TreeNode): TreeNode | undefined {
  const particle = tree.childBy(head, "compound:prt");
  if (particle) return isUpToNumber(tree, particle) ? undefined : particle;
  return tree
    .childrenBy(head, "advmod")
    .find((node) => node.index === head.index + 1 && PARTICLE_ADVERBS.has(node.form.toLowerCase()));
}

/** "pumped up to 200 litres", "held down to 10%": words of the number, not of the verb. */
function isUpToNumber(tree: SentenceTree, particle: TreeNode): boolean {
  const [to, number] = [tree.node(particle.index + 1), tree.node(particle.index + 2)];
  return /^(?:up|down)$/i.test(particle.form) && to?.form === "to" && /^[\d$€£]/.test(number?.form ?? "");
}

function findObjects(tree: SentenceTree, head: TreeNode, subject: TreeNode | undefined): readonly TreeNode[] {
  const named = tree.childrenBy(head, "obj").filter((node) => headsArgument(tree, node));
  const own =
    named.length > 0 ? named : tree.childrenBy(head, "obl").filter((node) => isBareName(tree, node));
  const nodes = own.map((node) => antecedentOf(tree, node)).filter((node) => node !== subject);
  if (nodes.length > 0) return nodes.flatMap((node) => conjuncts(tree, node));
  const gap = relativeGap(tree, head, subject);
  return gap ? [gap] : [];
}

const CALENDAR_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday)$/;

/** "met Governor Bo Ekman": parsers call a name right of the verb oblique although no preposition makes it so. */
function isBareName(tree: SentenceTree, node: TreeNode): boolean {
  if (node.upos !== "PROPN" || node.relation !== "obl" || tree.marker(node, "case") !== "") return false;
  const verb = tree.parent(node);
  return (
    verb !== undefined && node.index > verb.index && !CALENDAR_NAME.test(node.lemma) && !/^\d/.test(node.form)
  );
}

/** "the treaty they signed": the noun is the verb's object although no pronoun says so. */
function relativeGap(
  tree: SentenceTree,
  head: TreeNode,
  subject: TreeNode | undefined,
): TreeNode | undefined {
  if (head.relation !== "acl:relcl" || isPassive(tree, head)) return undefined;
  const noun = tree.parent(head);
  if (!noun || noun === subject || !isNominal(noun)) return undefined;
  if (tree.childBy(head, "ccomp", "xcomp", "obj")) return undefined;
  const otherGap = tree
    .subtree(head)
    .some((node) => /^(?:where|when|why|whom|whose|which|who)$/i.test(node.form));
  return otherGap ? undefined : noun;
}

/** "…, along with contingents from ten countries": more of the object, or of the subject where there is none. */
function findCompanions(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  return tree
    .childrenBy(head, "obl", "nmod")
    .filter((node) => isAccompaniment(companyOf(tree, node)) && headsArgument(tree, node))
    .flatMap((node) => conjuncts(tree, node));
}

function isPartner(tree: SentenceTree, node: TreeNode): boolean {
  return node.upos === "PROPN" && /^(?:together with|alongside)$/.test(companyOf(tree, node));
}

/** The preposition, with a "together" right before it that the tree hangs on the verb. */
function companyOf(tree: SentenceTree, node: TreeNode): string {
  const marker = tree.marker(node, "case");
  const first = tree.childrenBy(node, "case")[0];
  const before = first && tree.node(first.index - 1);
  return before && /^(?:together|along)$/i.test(before.form) && marker === "with"
    ? `${before.form.toLowerCase()} with`
    : marker;
}

function isAgent(tree: SentenceTree, node: TreeNode): boolean {
  return node.relation === "obl:agent" || tree.marker(node, "case") === "by";
}

function findAgents(tree: SentenceTree, head: TreeNode): readonly TreeNode[] {
  const agents = tree
    .childrenBy(head, "obl")
    .filter((node) => /^(?:by(?: .*)?)?$/.test(tree.marker(node, "case")) && isAgent(tree, node));
  return (
    agents
      .filter((node) => node.upos !== "NUM" && !(MEASURES.has(node.lemma) && tree.childBy(node, "nummod")))
      // "moved by bus", "elected by acclamation": how, not by whom.
      .filter((node) => !(MEANS.has(node.lemma) && node.xpos === "NN" && tree.children(node).length === 1))
      .flatMap((node) => conjuncts(tree, antecedentOf(tree, node)))
  );
}

function findObliques(tree: SentenceTree, head: TreeNode, onObject: boolean): readonly Oblique[] {
  const obliques: Oblique[] = [];
  for (const node of tree.childrenBy(head, ...(onObject ? ["nmod"] : ["obl", "nmod", "advcl", "xcomp"]))) {
    const preposition = tree.marker(node, "case") || (node.upos === "ADJ" ? tree.marker(node, "mark") : "");
    if (
      preposition === "" ||
      isAccompaniment(companyOf(tree, node)) ||
      (node.relation === "obl:agent" && preposition === "by")
    )
      continue;
    if (hasRelation(node, "nmod:poss")) continue;
    // "described the ban as regrettable": a state may follow "as".
    const state = preposition === "as" && node.upos === "ADJ";
    if (!headsArgument(tree, node) && !state) continue;
    if (hasRelation(node, "advcl", "xcomp") && !state) continue;
    // "as cruel and regrettable": states are coordinated too.
    const nodes = state
      ? [node, ...tree.childrenBy(node, "conj").filter(({ upos }) => upos === "ADJ")]
      : conjuncts(tree, antecedentOf(tree, node));
    obliques.push({ preposition, nodes, onObject });
  }
  return obliques;
}

function findComplements(tree: SentenceTree, head: TreeNode): readonly Complement[] {
  const complements: Complement[] = [];
  for (const node of tree.children(head)) {
    const clausal = isPredicate(tree, node) || node.upos === "VERB";
    if (hasRelation(node, "ccomp")) complements.push({ node, kind: "ccomp" });
    else if (hasRelation(node, "xcomp") && clausal) complements.push({ node, kind: "xcomp" });
    else if (
      hasRelation(node, "obj", "advcl") &&
      node.xpos === "VBG" &&
      !tree.childBy(node, "mark", "det", "nsubj")
    ) {
      // "ruled out deploying": parsers call the gerund an object or an adverbial clause.
      const follows = tree.nodes.slice(head.index + 1, node.index).every((each) => each.upos !== "PUNCT");
      if (follows && node.index > head.index) complements.push({ node, kind: "xcomp" });
    }
  }
  return complements;
}

function findComplementWord(tree: SentenceTree, head: TreeNode): TreeNode | undefined {
  return tree
    .childrenBy(head, "xcomp")
    .find(
      (node) =>
        (isNominal(node) || node.upos === "ADJ" || node.xpos === "VBN") && !tree.childBy(node, "cop", "aux"),
    );
}
