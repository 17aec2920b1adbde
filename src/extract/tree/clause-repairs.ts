import { type Cues, governorKey, isSpeechVerb } from "../factuality/cues.ts";
import type { NodeChange } from "./read-tree.ts";
import { hasRelation, isNoun, type SentenceTree, type TreeNode } from "./sentence-tree.ts";

/**
 * "X said on Monday that C", "X told Y that C": C is what is said, wherever the parser hung it (on the day as a
 * relative clause, on the verb as an adverbial one).
 */
export function restoreReportedClauses(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const that of tree.nodes) {
    if (that.form.toLowerCase() !== "that" || that.upos === "ADV") continue;
    const clause = tree.parent(that);
    if (!clause || !hasOwnSubject(tree, clause, that)) continue;
    if (hasRelation(clause, "ccomp") && that.relation === "mark") continue;
    if (!hasRelation(clause, "acl", "advcl", "parataxis", "conj", "dep", "ccomp")) continue;
    const reporter = reporterBefore(tree, that, clause, cues);
    if (!reporter) continue;
    arcs.set(clause.index, { head: reporter.index, relation: "ccomp" });
    arcs.set(that.index, { head: clause.index, relation: "mark" });
  }
  return arcs;
}

/** The nearest reporting verb above the clause that has no content yet and nothing but its own phrases between. */
function reporterBefore(
  tree: SentenceTree,
  that: TreeNode,
  clause: TreeNode,
  cues: Cues,
): TreeNode | undefined {
  const verb = tree
    .ancestors(clause)
    .find((node) => node.index < that.index && node.upos === "VERB" && cues.reporting.has(node.lemma));
  if (!verb || tree.childBy(verb, "ccomp")) return undefined;
  const between = tree.nodes.slice(verb.index + 1, that.index);
  const interrupted = between.some((node) => node.upos === "VERB" || /^[.;:]$/.test(node.form));
  return interrupted || between.length > 9 ? undefined : verb;
}

function hasOwnSubject(tree: SentenceTree, clause: TreeNode, that: TreeNode): boolean {
  return tree.childrenBy(clause, "nsubj", "csubj", "expl").some((subject) => subject !== that);
}

/** ", which V" and ", who V" modify the noun phrase right before the comma that agrees with V in number. */
export function attachRelativeClauses(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const pronoun of tree.nodes) {
    if (!/^(?:which|who)$/i.test(pronoun.form)) continue;
    const comma = tree.node(pronoun.index - 1);
    const clause = tree.parent(pronoun);
    if (comma?.form !== "," || !clause || clause.index < pronoun.index) continue;
    if (!hasRelation(pronoun, "nsubj") || hasRelation(clause, "ccomp", "csubj")) continue;
    const antecedent = agreeingNounBefore(tree, comma, clause, pronoun);
    if (antecedent && antecedent.index !== clause.head) {
      arcs.set(clause.index, { head: antecedent.index, relation: "acl:relcl" });
    }
  }
  return arcs;
}

function agreeingNounBefore(
  tree: SentenceTree,
  comma: TreeNode,
  clause: TreeNode,
  pronoun: TreeNode,
): TreeNode | undefined {
  const last = tree.node(comma.index - 1);
  if (!last) return undefined;
  const finite = tree.childrenBy(clause, "aux", "cop").find((each) => each.xpos !== "MD") ?? clause;
  const number = numberOf(finite);
  const nearest = tree.nameHead(last);
  const candidates = [nearest, ...tree.ancestors(nearest)].filter(
    (node) => isNoun(node) && node.index < comma.index && !tree.isBelow(node, clause),
  );
  const closed = candidates.filter((node) => {
    const above = tree.ancestors(nearest);
    const rest = above.slice(0, Math.max(0, above.indexOf(node)));
    return rest.every((each) => !isClausal(each));
  });
  const who = pronoun.form.toLowerCase() === "who";
  const parsed = tree.parent(clause);
  if (who && parsed && candidates.includes(parsed) && PEOPLE.test(parsed.lemma)) return parsed;
  const fitting = closed.filter((node) => agrees(node, number) && (!who || mayBePerson(node)));
  // "a doctor at the hospital, who": of two common nouns the one for somebody.
  return (who && fitting[0]?.upos === "NOUN" ? fitting.find(isSomebody) : undefined) ?? fitting[0];
}

/** Nouns that mean somebody whatever stands between them and "who": "two people familiar with the matter, who …". */
const PEOPLE =
  /^(?:people|person|man|woman|one|someone|somebody|anyone|those|official|resident|witness|relative)$/;

function isSomebody({ upos, lemma }: TreeNode): boolean {
  return (
    upos === "PROPN" ||
    /(?:[eo]r|ist|ian|ant|ee|man|woman|people|child|official|chief|boss|leader)$/.test(lemma)
  );
}

function numberOf({ form, xpos }: TreeNode): "singular" | "plural" | undefined {
  if (xpos === "VBZ" || /^was$/i.test(form)) return "singular";
  return xpos === "VBP" || /^were$/i.test(form) ? "plural" : undefined;
}

/** "a tower in Bangkok that was to house a court": "that" tells apart what a common noun means, never a name. */
function nounAround(tree: SentenceTree, name: TreeNode, that: TreeNode): TreeNode | undefined {
  const noun = tree.parent(name);
  if (name.upos !== "PROPN" || tree.childBy(name, "det") || !hasRelation(name, "nmod")) return undefined;
  return noun?.upos === "NOUN" && noun.index < name.index && tree.node(that.index - 1)?.form !== ","
    ? noun
    : undefined;
}

/** "a study of 290,000 people that was published": of a noun and its phrase the clause modifies the one it agrees with. */
export function attachByNumber(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const clause of tree.nodes) {
    const noun = tree.parent(clause);
    const pronoun = tree.childrenBy(clause, "nsubj").find(({ form }) => /^(?:that|which|who)$/i.test(form));
    if (clause.relation !== "acl:relcl" || !noun || !pronoun) continue;
    const described = pronoun.form.toLowerCase() === "that" ? nounAround(tree, noun, pronoun) : undefined;
    if (described) arcs.set(clause.index, { head: described.index, relation: "acl:relcl" });
    if (noun.upos !== "NOUN") continue;
    const finite =
      tree.childrenBy(clause, "aux", "aux:pass", "cop").find((each) => each.xpos !== "MD") ?? clause;
    const number = numberOf(finite);
    if (!number || agrees(noun, number)) continue;
    const above = tree.parent(noun);
    if (
      above &&
      hasRelation(noun, "nmod") &&
      isNoun(above) &&
      agrees(above, number) &&
      above.index < noun.index
    )
      arcs.set(clause.index, { head: above.index, relation: "acl:relcl" });
  }
  return arcs;
}

/** Reporting verbs that stand inside a relative clause: "a plant that it says would employ 45". */
const SAYING =
  /^(?:say|said|says|believe|believes|believed|claim|claims|claimed|think|thinks|thought|allege|alleges|alleged|insist|insists|insisted|argue|argues|argued|hope|hopes|hoped|fear|fears|feared|warn|warns|warned|contend|contends|expect|expects|expected|estimate|estimates|estimated)$/i;

/** "a plant that it says would employ 45 people", "complaints which families say the board ignored": what is said of the noun, and by whom. */
export function restoreSaidRelatives(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const pronoun of tree.nodes) {
    if (!/^(?:that|which|who|whom)$/i.test(pronoun.form)) continue;
    const said = tree.nodes.slice(pronoun.index + 2, pronoun.index + 7).find(({ form }) => SAYING.test(form));
    if (!said) continue;
    const speaker = tree.node(said.index - 1);
    const next = tree.node(said.index + 1);
    const between = tree.nodes.slice(pronoun.index + 1, said.index);
    if (!speaker || !next || !between.every(({ upos }) => /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(upos)))
      continue;
    if (!/^(?:MD|VBD|VBZ|VBP)$/.test(next.xpos)) continue;
    const content = next.upos === "AUX" ? tree.parent(next) : next;
    const known = [content, said].find((node) => node?.relation === "acl:relcl");
    const noun = known && tree.parent(known);
    if (!content || content.index < next.index || !noun || noun.index >= pronoun.index) continue;
    if (content.relation === "ccomp" && content.head === said.index) {
      // "a boat that police believe carried drugs": the boat carried them.
      if (pronoun.head === said.index && !tree.childBy(content, "nsubj"))
        arcs.set(pronoun.index, { head: content.index, relation: "nsubj" });
      continue;
    }
    const lemma = cues.verbs.has(said.lemma) ? said.lemma : said.lemma.replace(/s$/, "");
    arcs.set(said.index, { head: noun.index, relation: "acl:relcl", upos: "VERB", xpos: "VBP", lemma });
    arcs.set(content.index, { head: said.index, relation: "ccomp" });
    arcs.set(pronoun.index, { head: content.index, relation: "nsubj" });
    arcs.set(speaker.index, { head: said.index, relation: "nsubj" });
  }
  return arcs;
}

/**
 * "said on Monday it would close", "told a rally in Ohio on Monday": the day between the verb of speaking and what is said is
 * the verb's, and so is one at the end of the phrase for whom or where it was said.
 */
export function returnDays(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const day of tree.nodes) {
    const speech = DAY.test(day.form) ? speechAround(tree, day, cues) : undefined;
    if (speech) arcs.set(day.index, { head: speech.index, relation: "obl" });
    const own = verbAfterDay(tree, day) ?? closingSpeechBefore(tree, day, cues);
    if (own) arcs.set(day.index, { head: own.index, relation: "obl" });
    const content = tree.parent(day);
    const verb = content && tree.parent(content);
    if (!content || !verb || !hasRelation(content, "ccomp") || !cues.reporting.has(verb.lemma)) continue;
    if (!hasRelation(day, "obl", "nmod", "advmod") || day.index < verb.index || !DAY.test(day.form)) continue;
    const subject = tree.childBy(content, "nsubj", "expl");
    if (subject && subject.index > day.index) arcs.set(day.index, { head: verb.index, relation: "obl" });
  }
  return arcs;
}

/** "Parliament on Tuesday narrowly approved it": a day between a subject and its verb is the verb's. */
function verbAfterDay(tree: SentenceTree, day: TreeNode): TreeNode | undefined {
  if (!DAY.test(day.form) || day.relation !== "nmod" || tree.marker(day, "case") !== "on") return undefined;
  const subject = tree.ancestors(day).find((each) => hasRelation(each, "nsubj"));
  const verb = subject && tree.parent(subject);
  if (!verb || verb.index < day.index || verb.upos !== "VERB" || !isFinitePredicate(tree, verb))
    return undefined;
  const between = tree.nodes.slice(day.index + 1, verb.index);
  return between.every(({ upos }) => upos === "ADV" || upos === "AUX") ? verb : undefined;
}

/** "C, officials told the paper on March 9.": a day that ends the sentence after what is said is of the saying, not of C before it. */
function closingSpeechBefore(tree: SentenceTree, day: TreeNode, cues: Cues): TreeNode | undefined {
  const inside = [day, ...tree.children(day)].some(({ form }) => DAY.test(form));
  const content = tree.parent(day);
  const verb = content && tree.parent(content);
  if (!inside || !verb || content.index > day.index || tree.marker(day, "case") !== "on") return undefined;
  const said = hasRelation(content, "ccomp") && content.index < verb.index && verb.index < day.index;
  return said && isSpeechVerb(cues, verb.lemma) && hasRelation(day, "obl", "nmod") ? verb : undefined;
}

/** The verb of speaking whose phrase the day ends: nothing but nouns between. */
function speechAround(tree: SentenceTree, day: TreeNode, cues: Cues): TreeNode | undefined {
  if (day.relation !== "nmod" || tree.marker(day, "case") !== "on") return undefined;
  const above = tree.ancestors(day);
  const verb = above.find(({ upos }) => upos !== "NOUN" && upos !== "PROPN");
  if (verb?.upos !== "VERB" || !isSpeechVerb(cues, verb.lemma)) return undefined;
  const nouns = above.slice(0, above.indexOf(verb));
  return nouns.every((noun) => noun.index > verb.index && hasRelation(noun, "nmod", "obl", "obj", "iobj"))
    ? verb
    : undefined;
}

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday)$/i;

/** Verbs that say of their object what it is in a quoted word at the end: "called the closure of the base "disappointing"". */
const CALLING = /^(?:call|label|brand|dub|term|consider|declare|describe)$/;

export function restoreQuotedComplements(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const verb of tree.nodes) {
    if (verb.upos !== "VERB" || !CALLING.test(verb.lemma) || tree.childBy(verb, "xcomp")) continue;
    const object = tree.childBy(verb, "obj");
    if (!object) continue;
    const word = tree
      .subtree(verb)
      .find((node) => node.index > object.index && isQuotedState(tree, node) && !tree.isBelow(object, node));
    if (word && tree.nodes.slice(object.index, word.index).every(({ form }) => !/^[;:.]$/.test(form)))
      arcs.set(word.index, { head: verb.index, relation: "xcomp" });
  }
  return arcs;
}

/** The adjective or noun that heads what opens right after a quotation mark. */
function isQuotedState(tree: SentenceTree, node: TreeNode): boolean {
  if (node.upos !== "ADJ" && node.upos !== "NOUN") return false;
  const first = tree.subtree(node).find((each) => !/^["“”]$/.test(each.form) && each.upos !== "PUNCT");
  const mark = first && tree.node(first.index - 1);
  const outer = tree.parent(node);
  const inside = outer && outer.index > (mark?.index ?? 0) && outer.index < node.index;
  return mark !== undefined && /^["“]$/.test(mark.form) && !inside && !tree.childBy(node, "case", "cop");
}

function agrees(node: TreeNode, number: "singular" | "plural" | undefined): boolean {
  if (!number) return true;
  const plural = node.xpos === "NNS" || node.xpos === "NNPS";
  return plural === (number === "plural");
}

function mayBePerson(node: TreeNode): boolean {
  return node.upos === "PROPN" || node.upos === "NOUN";
}

function isClausal(node: TreeNode): boolean {
  return node.upos === "VERB" || node.upos === "AUX";
}

/**
 * A finite verb in the past ("but ruled out …") does not conjoin a bare verb under a modal or "to" ("could provide"):
 * it conjoins the nearest finite verb above it.
 */
export function liftFiniteConjuncts(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const node of tree.nodes) {
    const above = modalHost(tree, node);
    if (above) arcs.set(node.index, { head: above.index, relation: "conj" });
    if (!isFiniteWithoutHelp(tree, node) || tree.childBy(node, "nsubj")) continue;
    const sibling = siblingOf(tree, node) ?? reporterOver(tree, node, cues);
    if (!sibling) continue;
    const tag = finiteTag(node);
    const beside = [sibling, ...tree.ancestors(sibling)].find(
      (each) => each.index < node.index && isFinitePredicate(tree, each) && each.xpos === tag,
    );
    if (!beside) continue;
    arcs.set(node.index, { head: beside.index, relation: "conj", upos: "VERB", xpos: tag });
    const conjunction = tree.nodes.slice(sibling.index, node.index).findLast((each) => each.upos === "CCONJ");
    if (conjunction && conjunction.head === sibling.index) {
      arcs.set(conjunction.index, { head: node.index, relation: "cc" });
    }
  }
  return arcs;
}

/** "was booked for protesting and could face a charge": a verb under a modal conjoins no gerund or infinitive, but the finite verb above. */
function modalHost(tree: SentenceTree, node: TreeNode): TreeNode | undefined {
  const parent = tree.parent(node);
  if (!parent || !hasRelation(node, "conj") || tree.childBy(node, "nsubj", "mark")) return undefined;
  if (!tree.childrenBy(node, "aux").some(({ xpos }) => xpos === "MD")) return undefined;
  if (!/^VBG?$/.test(parent.xpos) || tree.childBy(parent, "nsubj", "aux") || !tree.childBy(parent, "mark"))
    return undefined;
  return tree
    .ancestors(parent)
    .find((each) => each.upos === "VERB" && (tree.childBy(each, "nsubj") || tree.childBy(each, "aux")));
}

/**
 * What a finite verb was taken to be coordinated with, where it can't be: a bare verb under a modal or "to", or, for a verb
 * that "and" or "but" introduces, a noun or verb that it was taken to modify.
 */
function siblingOf(tree: SentenceTree, node: TreeNode): TreeNode | undefined {
  const parent = tree.parent(node);
  if (!parent || parent.index > node.index) return undefined;
  if (hasRelation(node, "conj")) return parent.xpos === "VB" ? parent : undefined;
  if (!hasRelation(node, "acl", "advcl", "advmod", "dep", "parataxis") || node.relation === "acl:relcl")
    return undefined;
  return tree.childBy(node, "cc") ? parent : undefined;
}

/** "denied that the deal was dead and accused …": of two acts of speech, the second is the speaker's, not part of what is said. */
function reporterOver(tree: SentenceTree, node: TreeNode, cues: Cues): TreeNode | undefined {
  const said = tree.parent(node);
  if (!said || !hasRelation(node, "conj") || !hasRelation(said, "ccomp") || !cues.reporting.has(node.lemma))
    return undefined;
  const reporter = tree.parent(said);
  return reporter && cues.reporting.has(reporter.lemma) && reporter.xpos === finiteTag(node)
    ? reporter
    : undefined;
}

function finiteTag(node: TreeNode): string {
  return node.xpos === "VBN" ? "VBD" : node.xpos;
}

function isFiniteWithoutHelp(tree: SentenceTree, node: TreeNode): boolean {
  if (!["VBD", "VBZ", "VBN"].includes(node.xpos)) return false;
  return !tree.childBy(node, "aux", "cop") && !tree.childBy(node, "mark");
}

function isFinitePredicate(tree: SentenceTree, node: TreeNode): boolean {
  if (node.upos !== "VERB") return false;
  return (
    ["VBD", "VBZ", "VBP"].includes(node.xpos) &&
    !tree.childrenBy(node, "aux").some((aux) => aux.xpos === "MD")
  );
}

/** Verbs whose act is asked of whom their preposition names: "call on X to V", "appeal to X to V". */
const ASKED_OF: ReadonlyMap<string, RegExp> = new Map([
  ["call", /^(?:on|for)$/],
  ["appeal", /^(?:to|for)$/],
  ["ask", /^for$/],
  ["plead", /^(?:with|for)$/],
  ["push", /^for$/],
  ["press", /^for$/],
  ["wait", /^for$/],
  ["rely", /^on$/],
  ["count", /^on$/],
]);

/** Of whom an act is asked by "call on X to V"; undefined for other verbs. */
export function askedOf(tree: SentenceTree, governor: TreeNode): TreeNode | undefined {
  const preposition = ASKED_OF.get(governor.lemma);
  return preposition === undefined
    ? undefined
    : tree.childrenBy(governor, "obl").find((node) => preposition.test(tree.marker(node, "case")));
}

/** "called on X to V": the infinitive is what is asked for, not a purpose. */
export function restoreAskedActs(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const act of tree.nodes) {
    const governor = tree.parent(act);
    if (!governor || act.relation !== "advcl" || tree.childBy(act, "nsubj")) continue;
    if (act.xpos !== "VB" && !(act.xpos === "VBN" && tree.childBy(act, "aux:pass"))) continue;
    const asked = askedOf(tree, governor);
    if (asked && asked.index < act.index && tree.marker(act, "mark").endsWith("to"))
      arcs.set(act.index, { head: governor.index, relation: "xcomp" });
  }
  return arcs;
}

/** "will ask for their detention to be extended": what stands between "for" and "to" is asked for, and is no second subject. */
export function restoreForInfinitives(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const preposition of tree.nodes) {
    const noun = preposition.form.toLowerCase() === "for" ? tree.parent(preposition) : undefined;
    const governor = noun && tree.parent(noun);
    if (!noun || governor?.upos !== "VERB" || !hasRelation(noun, "nsubj", "obj")) continue;
    if (noun.index < preposition.index || governor.index > preposition.index) continue;
    if (tree.node(noun.index + 1)?.form.toLowerCase() !== "to") continue;
    arcs.set(noun.index, { head: governor.index, relation: "obl" });
    arcs.set(preposition.index, { head: noun.index, relation: "case", upos: "ADP" });
  }
  return arcs;
}

/**
 * "killed 12 in Haiti, where it flooded a town, and left 40 homeless": the comma before "and" closes the relative clause, and
 * what follows is joined to the clause around it.
 */
export function closeRelativeClauses(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const node of tree.nodes) {
    const inner = tree.parent(node);
    const conjunction = tree.childBy(node, "cc");
    if (!inner || !conjunction || !hasRelation(node, "conj") || tree.childBy(node, "nsubj", "mark")) continue;
    if (tree.node(conjunction.index - 1)?.form !== "," || tree.childrenBy(inner, "conj").length > 1) continue;
    const opening = tree.opening(inner);
    if (!opening || !/^(?:where|which|who|whose)$/i.test(opening.form)) continue;
    if (tree.node(opening.index - 1)?.form !== ",") continue;
    const outer = tree
      .ancestors(inner)
      .find((each) => each.upos === "VERB" && each.index < opening.index && each.xpos === node.xpos);
    if (outer && /^(?:VBD|VBZ|VBP)$/.test(node.xpos))
      arcs.set(node.index, { head: outer.index, relation: "conj" });
  }
  return arcs;
}

/** "is understood to be reviewing it", "was believed to have left": after such a passive the infinitive is what is understood. */
export function restoreUnderstoodActs(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const act of tree.nodes) {
    const governor = tree.parent(act);
    if (!governor || act.relation !== "advcl" || act.index < governor.index || tree.childBy(act, "nsubj"))
      continue;
    if (tree.marker(act, "mark") !== "to") continue;
    // "is due to speak"
    if (governor.upos === "ADJ" && cues.governors.has(governorKey(governor.lemma, "adjective"))) {
      arcs.set(act.index, { head: governor.index, relation: "xcomp" });
      continue;
    }
    if (governor.xpos !== "VBN" || !tree.childBy(governor, "aux:pass")) continue;
    if (
      !cues.reporting.has(governor.lemma) &&
      !/^(?:understand|believe|think|know|expect|suppose)$/.test(governor.lemma)
    )
      continue;
    arcs.set(act.index, { head: governor.index, relation: "xcomp" });
  }
  return arcs;
}

/** "because the firm had cut pay while raising its own": a gerund that "while" or "by" opens is the act of the clause right before it. */
export function attachMarkedGerunds(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const gerund of tree.nodes) {
    const far = tree.parent(gerund);
    if (!far || gerund.relation !== "advcl" || gerund.xpos !== "VBG" || far.index > gerund.index) continue;
    if (!/^(?:while|by|without|instead of)$/.test(tree.marker(gerund, "mark"))) continue;
    const near = tree
      .childrenBy(far, "advcl", "ccomp")
      .find((node) => node.index > far.index && node.index < gerund.index && tree.childBy(node, "nsubj"));
    const last =
      near &&
      tree
        .subtree(near)
        .filter(({ upos }) => upos !== "PUNCT")
        .at(-1);
    const opening = tree.opening(gerund);
    if (!near || !last || !opening) continue;
    const between = tree.nodes.slice(last.index + 1, opening.index);
    if (between.every(({ form }) => form === ","))
      arcs.set(gerund.index, { head: near.index, relation: "advcl" });
  }
  return arcs;
}

/** "approved a law that raises the age, handing Ruiz a victory": a gerund after a comma is an act of the whole clause, not of a relative clause without commas. */
export function attachClosingGerunds(tree: SentenceTree): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const gerund of tree.nodes) {
    const relative = tree.parent(gerund);
    const noun = relative && tree.parent(relative);
    if (!noun || relative.relation !== "acl:relcl" || !hasRelation(gerund, "advcl")) continue;
    if (gerund.xpos !== "VBG" || tree.childBy(gerund, "mark", "nsubj")) continue;
    if (tree.node(gerund.index - 1)?.form !== "," || gerund.index < relative.index) continue;
    const opening = tree.opening(relative);
    if (opening?.form.toLowerCase() !== "that" || tree.node(opening.index - 1)?.form === ",") continue;
    const verb = tree.ancestors(noun).find(({ upos }) => upos === "VERB");
    if (verb && verb.index < noun.index) arcs.set(gerund.index, { head: verb.index, relation: "advcl" });
  }
  return arcs;
}

/** "claims by 38 states that it misled doctors": the clause with "that" is what is claimed, not what the states are. */
export function attachClaims(tree: SentenceTree, cues: Cues): Map<number, NodeChange> {
  const arcs = new Map<number, NodeChange>();
  for (const clause of tree.nodes) {
    const author = tree.parent(clause);
    const opening = author && tree.childrenBy(author, "case")[0];
    if (!author || !opening || !hasRelation(clause, "acl") || clause.relation === "acl:relcl") continue;
    if (tree.marker(clause, "mark") !== "that" || !tree.childBy(clause, "nsubj")) continue;
    const claim = tree.node(opening.index - 1);
    if (!claim || !cues.statementNouns.has(claim.lemma) || !/^(?:by|from)$/i.test(opening.form)) continue;
    arcs.set(clause.index, { head: claim.index, relation: "acl" });
    arcs.set(author.index, { head: claim.index, relation: "nmod" });
  }
  return arcs;
}
