import { CALENDAR } from "../../annotate/names/capitals.ts";
import { containsSpan } from "../../model/span.ts";
import { clauseTime } from "../clauses/clause-time.ts";
import type { Oblique } from "../clauses/predication.ts";
import { isSpeechVerb } from "../factuality/cues.ts";
import type { Reading } from "../reading.ts";
import { hasRelation, type TreeNode } from "../tree/sentence-tree.ts";
import { pastParticiple } from "./inflection.ts";
import { dateOf, statusOf } from "./literals.ts";
import { type MintedRelation, mintFromPassive, mintFromVerb } from "./minting.ts";
import { conditionOf } from "./read-circumstances.ts";
import { isIdiom } from "./read-lexicon-verbs.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { isBleached, prepositionNodes, verbWords } from "./verb-words.ts";

/** Prepositions of time, manner and circumstance: what they govern is no argument of a relation made from the verb. */
const CIRCUMSTANCE = new Set([
  "during",
  "since",
  "until",
  "till",
  "after",
  "before",
  "following",
  "amid",
  "despite",
  "because of",
  "due to",
  "ahead of",
  "as of",
  "according to",
  "in spite of",
  "by",
  "within",
  "throughout",
  "prior to",
  "upon",
  "as part of",
  "in response to",
  "at",
  "like",
  "unlike",
]);

/** Prepositions that name a third party to what was done: "was excluded from the study". */
const PASSIVE_PREPOSITIONS = new Set("to from of for as into on against about".split(" "));

/** Nouns of measure and manner that a phrase may end in: "for the first time", "in a way". */
const MEASURES =
  /^(?:time|way|midnight|noon|midday|dawn|dusk|sunrise|sunset|year|month|day|week|hour|minute|percent|%)$/;

/** Relations made from a verb's own words, where the lexicon knows none. */
export function readOpen(verb: VerbArguments): readonly Reading[] {
  if (isIdleController(verb)) return [];
  // "made off with the coins", "went back to work": with its particle the verb says enough.
  const bare = isBleached(verb.head.lemma) && verb.frame.predication.particle === undefined;
  if (bare) return firstOf(verb, datedAct, idiomStatus, madeStatus, goingOn, plainAct);
  return firstOf(
    verb,
    openActive,
    idiomStatus,
    givenPassive,
    openPassive,
    status,
    changedStatus,
    actedStatus,
  );
}

type OpenReader = (verb: VerbArguments) => readonly Reading[];

function firstOf(verb: VerbArguments, ...readers: readonly OpenReader[]): readonly Reading[] {
  for (const read of readers) {
    const readings = read(verb);
    if (readings.length > 0) return readings;
  }
  return [];
}

/** "The talks could take place to work out details", "a meeting aimed at securing aid": the talks do not work them out. */
function isIdleController({ context, frame, tree, head }: VerbArguments): boolean {
  if (frame.predication.subjectSource !== "controlled") return false;
  if (!/^(?:VB|VBG)$/.test(head.xpos) || !tree.childBy(head, "mark")) return false;
  // "The search is expected to end", "prices began to fall": it is the search that ends.
  const governor = tree.parent(head);
  if (governor && hasRelation(head, "xcomp") && !PURSUING.test(governor.lemma)) return false;
  const subject = frame.subjects[0];
  const found = subject && context.argument(tree, subject);
  return found !== undefined && !context.ontology.isA(found.type, "Actor");
}

/** Verbs after which an infinitive is what something is for. */
const PURSUING =
  /^(?:aim|seek|mean|design|intend|use|help|serve|hold|call|organise|organize|arrange|convene|set up)$/;

function openActive(verb: VerbArguments): readonly Reading[] {
  const { predication, subjects, receivers } = verb.frame;
  if (subjects.length === 0 || isIdiom(verb)) return [];
  // "paid the mayor": who is given something unsaid is what the act is done to.
  const alone = verb.frame.objects.length === 0 && predication.complements.length === 0;
  const objects = alone ? receivers : verb.frame.objects;
  const object = objects[0];
  const oblique = predication.obliques.find((each) => mayStandOpen(verb, each));
  if (object && oblique && isCarried(verb, object)) {
    const lemmas = [predication.lemma, object.lemma, oblique.preposition];
    const words = [object, ...prepositionNodes(verb.tree, oblique)];
    const readings = minted(verb, mint(verb, lemmas), subjects, oblique, words, 0.6);
    if (readings.length > 0) return readings;
  }
  const dated = datedAct(verb);
  if (dated.length > 0) return dated;
  if (object) return minted(verb, mint(verb, [predication.lemma]), subjects, { nodes: objects }, [], 0.6);
  if (!oblique || predication.passive || predication.complements.length > 0) return [];
  const words = prepositionNodes(verb.tree, oblique);
  // "fell ill with measles"
  const state = predication.complementWord?.upos === "ADJ" ? [predication.complementWord] : [];
  const lemmas = [predication.lemma, ...state.map(({ lemma }) => lemma), oblique.preposition];
  return minted(verb, mint(verb, lemmas), subjects, oblique, [...state, ...words], 0.5);
}

/** "takes office on January 20": a light verb with a bare noun and nothing else but the day. */
function datedAct(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const [object] = frame.objects;
  if (!object || !isCarried(verb, object) || tree.children(object).length > 0) return [];
  const time = clauseTime(context, tree, head);
  if (!time) return [];
  const { name, lemma } = mint(verb, [frame.predication.lemma, object.lemma]);
  return verb.resolve(frame.subjects).map((subject) => ({
    subject,
    relation: name,
    relationLemma: lemma,
    object: dateOf(tree, time),
    anchor: head,
    words: [...verbWords(tree, head), object],
    more: verb.others(),
    rule: `${verb.rule}/dated`,
    reliability: 0.6,
  }));
}

/** "cast doubt on": a light verb with a bare or indefinite noun is one verb. */
function isCarried({ context, tree, head }: VerbArguments, object: TreeNode): boolean {
  // "paved the way for", "cleared the way for": whatever the verb, and whatever stands before the noun.
  if (object.lemma === "way" && !tree.childBy(object, "nmod:poss", "amod")) return true;
  if (!context.cues.lightVerbs.has(head.lemma) || object.upos !== "NOUN") return false;
  if (tree.childBy(object, "nmod:poss", "nummod")) return false;
  return tree.childrenBy(object, "det").every((det) => /^(?:an?|no|any)$/i.test(det.form));
}

/** Passive without agent, with a phrase that belongs to the verb. */
function openPassive(verb: VerbArguments): readonly Reading[] {
  const { predication, subjects, objects } = verb.frame;
  if (!predication.passive || subjects.length > 0) return [];
  // "As a precaution, they were moved to O": what stands before the verb is a circumstance.
  const oblique = predication.obliques.find(
    (each) =>
      !each.onObject &&
      (each.nodes[0]?.index ?? 0) > verb.head.index &&
      PASSIVE_PREPOSITIONS.has(each.preposition) &&
      !isTime(verb, each) &&
      !isMeasure(verb, each),
  );
  if (!oblique) return [];
  const lemmas = [...predication.lemma.split(" "), ...oblique.preposition.split(" ")];
  const relation = mintFromPassive(lemmas, verb.context.cues);
  return minted(verb, relation, objects, oblique, prepositionNodes(verb.tree, oblique), 0.5);
}

/** "was offered a contract", "were denied visas": what somebody got, or did not, from no one named. */
function givenPassive(verb: VerbArguments): readonly Reading[] {
  const { predication, subjects, objects, receivers } = verb.frame;
  if (!predication.passive || subjects.length > 0 || predication.objects.length === 0) return [];
  if (receivers.length === 0 || objects.length === 0) return [];
  const relation = mintFromPassive(predication.lemma.split(" "), verb.context.cues);
  return minted(verb, relation, receivers, { nodes: objects }, [], 0.6);
}

/** "No decision has been made", "steps were taken": of a verb that says nothing alone, the passive says that there is such a thing. */
function madeStatus(verb: VerbArguments): readonly Reading[] {
  const { head, frame } = verb;
  if (!/^(?:make|take|do|follow|use)$/.test(head.lemma) || frame.predication.obliques.length > 0) return [];
  return frame.objects.some(({ upos }) => upos === "NOUN") ? status(verb) : [];
}

/** "took the job", "made no complaint", "had 15 minutes": a verb that says little tells who did it with what its object names. */
function plainAct(verb: VerbArguments): readonly Reading[] {
  const { context, tree, head, frame } = verb;
  const { predication, subjects, objects, receivers } = frame;
  if (!/^(?:make|take|have|get)$/.test(head.lemma) || predication.passive || predication.complementWord)
    return [];
  if (receivers.length > 0 || predication.complements.length > 0 || predication.particle) return [];
  const told = objects.filter(
    (node) => node.upos === "NOUN" && !EMPTY_OBJECTS.test(node.lemma) && !context.timeAt(node),
  );
  // Whom or what one simply has is told by other relations: only a number of them is worth a fact.
  const counted = told.filter((node) => head.lemma !== "have" || tree.childBy(node, "nummod") !== undefined);
  return minted(verb, mint(verb, [predication.lemma]), subjects, { nodes: counted }, [], 0.5);
}

/** What is made or taken without anything having come of it: "make sense", "take part". */
const EMPTY_OBJECTS =
  /^(?:sense|way|use|part|place|time|turn|note|sure|care|difference|mistake|account|fun|thing|point|look|case|it|up|mind|effort|progress|advantage|pride|sort|kind)$/;

/** "Talks continue": what goes on is ongoing. */
function goingOn(verb: VerbArguments): readonly Reading[] {
  const { head, frame } = verb;
  const { predication, subjects, objects } = frame;
  if (head.lemma !== "continue" || objects.length > 0 || predication.complements.length > 0) return [];
  if (predication.obliques.some(({ preposition }) => /^(?:with|to)$/.test(preposition))) return [];
  return statusReadings(verb, subjects, "ongoing");
}

/** "came to light", "went on sale", "took effect": verb and noun together are the change. */
function idiomStatus(verb: VerbArguments): readonly Reading[] {
  const { context, tree, head, frame } = verb;
  const { predication, subjects, objects } = frame;
  const phrases = [
    ...predication.obliques.map(({ preposition, nodes }) => ({
      words: `${preposition} ${nodes[0]?.lemma}`,
      node: nodes[0],
    })),
    ...objects.map((node) => ({ words: node.lemma, node })),
    ...tree.childrenBy(head, "xcomp", "advmod").map((node) => ({ words: node.lemma, node })),
  ];
  const idiom = phrases.find(({ words }) => context.cues.changeVerbs.has(`${head.lemma} ${words}`));
  if (!idiom?.node) return [];
  const participle = pastParticiple(head.lemma, context.cues.irregular);
  const bearers = predication.passive ? frame.objects : subjects;
  return statusReadings(verb, bearers, `${participle} ${idiom.words}`, idiom.node);
}

function statusReadings(
  verb: VerbArguments,
  subjects: readonly TreeNode[],
  literal: string,
  ...words: readonly TreeNode[]
): readonly Reading[] {
  const { tree, head } = verb;
  return verb.resolve(subjects).map((subject) => ({
    subject,
    relation: "hasStatus",
    object: { literal, datatype: "string", span: head, node: head } as const,
    anchor: head,
    words: [...verbWords(tree, head), ...words],
    more: [],
    rule: "clause/change-status",
    reliability: 0.6,
  }));
}

/** Passive without agent: the thing has that status. A bare participle after a noun says too little. */
function status(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame } = verb;
  const { predication, subjects, objects } = frame;
  if (!predication.passive || subjects.length > 0) return [];
  if (!tree.childBy(head, "aux:pass") && !tellsByItself(verb)) return [];
  // "they were denied visas": neither they nor the visas are "denied"; "were told that …", "were asked to …".
  if (predication.objects.length > 0 || tree.childBy(head, "ccomp", "xcomp")) return [];
  // "is suspected of having lied": what is said of them is the act.
  const charged = tree.childrenBy(head, "advcl").some((act) => tree.marker(act, "mark") === "of");
  if (charged) return [];
  // "the jury was told", "she was quoted": who was spoken to or of is in no state by it; a plan that was announced is.
  const spokenOf = isSpeechVerb(verb.context.cues, predication.lemma);
  // "cannot be built without steel" says what it needs, not that it is not built.
  if (conditionOf(verb.context, tree, predication)) return [];
  const bearers = verb
    .resolve(objects)
    .filter(({ type }) => !spokenOf || (type !== "Thing" && !verb.context.ontology.isA(type, "Actor")));
  return bearers.map((subject) => ({
    subject,
    relation: "hasStatus",
    object: statusOf(tree, head),
    anchor: head,
    words: verbWords(tree, head),
    more: verb.others(),
    rule: "clause/passive-status",
    reliability: 0.55,
  }));
}

/** "figures published last week", "the bridge, closed in May,": a participle with a time of its own tells what befell the noun. */
function tellsByItself({ context, tree, head }: VerbArguments): boolean {
  if (head.relation !== "acl" || head.xpos !== "VBN" || NAMING.test(head.lemma)) return false;
  return clauseTime(context, tree, head) !== undefined;
}

/** Participles that only say what a thing is called, when it is from, or what is meant. */
const NAMING =
  /^(?:know|call|name|dub|title|entitle|date|base|give|compare|follow|own|see|hold|plan|schedule)$/;

/** "The bridge collapsed", "the coalition has broken down": what a verb of change says of its subject alone. */
function changedStatus(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const { predication, subjects, objects } = frame;
  if (objects.length > 0 || !context.cues.changeVerbs.has(predication.lemma)) return [];
  // "failed to agree" is about the agreement.
  if (predication.complements.length > 0) return [];
  const participle = pastParticiple(head.lemma, context.cues.irregular);
  const particle = predication.particle ? ` ${predication.particle.form.toLowerCase()}` : "";
  return verb.resolve(subjects).map((subject) => ({
    subject,
    relation: "hasStatus",
    object: { literal: `${participle}${particle}`, datatype: "string", span: head, node: head } as const,
    anchor: head,
    words: verbWords(tree, head),
    more: verb.others(),
    rule: "clause/change-status",
    reliability: 0.6,
  }));
}

/** "The witness testified", "the union walked out": what somebody did, where the verb has nothing but its subject. */
function actedStatus(verb: VerbArguments): readonly Reading[] {
  const { tree, head, frame, context } = verb;
  const { cues } = context;
  const { predication, subjects, objects, receivers } = frame;
  const { lemma, complements, complementWord, passive, particle } = predication;
  if (passive || objects.length + receivers.length + complements.length > 0 || complementWord) return [];
  if (!cues.intransitiveVerbs.has(lemma)) return [];
  // "stopped short of ruling it out"
  if (tree.childrenBy(head, "advmod").some(({ form }) => /^short$/i.test(form))) return [];
  // "people voting by post": a participle says which are meant.
  if (hasRelation(head, "acl", "amod") && head.relation !== "acl:relcl") return [];
  const participle = pastParticiple(head.lemma, cues.irregular);
  const literal = particle ? `${participle} ${particle.form.toLowerCase()}` : participle;
  return verb.resolve(subjects).map((subject) => ({
    subject,
    relation: "hasStatus",
    object: { literal, datatype: "string", span: head, node: head } as const,
    anchor: head,
    words: verbWords(tree, head),
    more: verb.others(),
    rule: "clause/act-status",
    reliability: 0.5,
  }));
}

function mint({ context }: VerbArguments, lemmas: readonly string[]): MintedRelation {
  return mintFromVerb(lemmas.join(" ").split(" "), context.cues);
}

function minted(
  verb: VerbArguments,
  { name, lemma }: MintedRelation,
  subjects: readonly TreeNode[],
  { nodes }: Pick<Oblique, "nodes">,
  words: readonly TreeNode[],
  reliability: number,
): readonly Reading[] {
  const base = {
    relation: name,
    relationLemma: lemma,
    rule: `${verb.rule}/open`,
    reliability,
    more: verb.others(),
  };
  // "Farmers growing rice": the phrase says of itself what its own participle says.
  const others = verb.resolve(subjects).filter(({ span }) => !containsSpan(span, verb.head));
  return verb.pairs(others, verb.resolve(nodes), base, words);
}

/** Whether a phrase may be the object of a relation made from the verb: a place only where it has a name. */
function mayStandOpen(verb: VerbArguments, oblique: Oblique): boolean {
  if (isBeforeVerb(verb, oblique)) return false;
  // "appeared at Luton Youth Court": where has a name, it is told for its own sake.
  const named = oblique.preposition === "at" && isNamed(verb, oblique);
  if ((CIRCUMSTANCE.has(oblique.preposition) && !named) || isTime(verb, oblique) || isMeasure(verb, oblique))
    return false;
  if (oblique.preposition === "of" && prepositionNodes(verb.tree, oblique)[0]?.index !== verb.head.index + 1)
    return false;
  if (!/^(?:in|around|near)$/.test(oblique.preposition)) return true;
  return isNamed(verb, oblique);
}

/** "The coins, on loan from Delft, were insured": what stands before the verb is a circumstance, or the subject's. */
function isBeforeVerb({ head }: VerbArguments, { nodes }: Oblique): boolean {
  const first = nodes[0];
  // "the house in which he lived", "the firm she worked for" stand before their verb by their clause.
  return first !== undefined && first.index < head.index && head.relation !== "acl:relcl";
}

function isNamed(verb: VerbArguments, { nodes }: Oblique): boolean {
  const argument = verb.argument(nodes[0]);
  return argument !== undefined && verb.context.mentions.entityOf(argument.mention).kind === "named";
}

function isMeasure({ context, tree }: VerbArguments, { nodes, preposition }: Oblique): boolean {
  const node = nodes[0];
  if (!node) return false;
  if (node.upos === "NUM" || MEASURES.test(node.lemma) || /^(?:BC|BCE|AD|CE)$/.test(node.form)) return true;
  // "free of charge"
  if (preposition === "of" && node.lemma === "charge") return true;
  return preposition !== "of" && context.quantityOf(tree, node)?.currency !== undefined;
}

function isTime({ context }: VerbArguments, { nodes }: Oblique): boolean {
  // Without the day of its article "on Tuesday" has no value, and is a time all the same.
  return nodes.some((node) => context.timeAt(node) !== undefined || CALENDAR.has(node.form.toLowerCase()));
}
