import type { Factuality } from "../../model/fact.ts";
import type { Quantity } from "../../model/layers.ts";
import type { Relation, RelationSense } from "../../ontology/ontology.ts";
import { type FittingSense, selectSenses, type WordingArguments } from "../../ontology/select-senses.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Oblique } from "../clauses/predication.ts";
import { governorKey } from "../factuality/cues.ts";
import { negationOf } from "../factuality/own-value.ts";
import { type Argument, isLiteral, type LiteralArgument, type Reading } from "../reading.ts";
import { hasRelation, type TreeNode } from "../tree/sentence-tree.ts";
import { literalOf, statusOf } from "./literals.ts";
import { crimesOf, SUSPICION } from "./read-charges.ts";
import { readRoleNoun } from "./role-nouns.ts";
import { isStatusWord, type VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes, verbWords } from "./verb-words.ts";

/** A key of the lexicon with the phrase that its last preposition governs. */
interface Wording {
  readonly key: string;
  readonly oblique?: Oblique;
  readonly words: readonly TreeNode[];
}

/** Readings by the lexicon: one for each prepositional wording, and one for the verb with its object unless that was used up. */
export function readLexicon(verb: VerbArguments): readonly Reading[] {
  // `said` is the source of other facts, not a fact; offices are read beside whatever else the verb says.
  return readWordings(verb, ({ name }) => name !== "said" && name !== "holdsPosition");
}

/** "was elected mayor of O", "became chair": the office, and what it makes its holder to the body that it names. */
export function readPositions(verb: VerbArguments): readonly Reading[] {
  return readWordings(verb, ({ name }) => name === "holdsPosition").flatMap((reading) => {
    const { node } = reading.object;
    if (!node) return [reading];
    const offices = readRoleNoun(verb.context, verb.tree, reading.subject, node, `${reading.rule}-body`);
    return [reading, ...offices.map((each) => ({ ...each, anchor: verb.head, narrated: false }))];
  });
}

function readWordings(verb: VerbArguments, accepts: (relation: Relation) => boolean): readonly Reading[] {
  const read = (wording: Wording): readonly Reading[] => readWording(verb, wording, accepts);
  const readings: Reading[] = prepositionalWordings(verb).flatMap(read);
  // "ordered an inquiry into the fire" orders the inquiry, and leaves open that there is one.
  if (readings.some((reading) => reading.rule.endsWith("/object") && reading.effect === undefined))
    return readings;
  for (const wording of directWordings(verb)) {
    const direct = read(wording);
    if (direct.length > 0) return [...withoutVaguer(readings, direct), ...direct];
  }
  return readings;
}

/** "accused the firm of fraud": where the object fills a relation, the phrase does not fill it again. */
function withoutVaguer(readings: readonly Reading[], direct: readonly Reading[]): readonly Reading[] {
  return readings.filter(
    (reading) =>
      !direct.some(({ relation, subject }) => relation === reading.relation && subject === reading.subject),
  );
}

/** "rule out", "shoot dead", "take into custody": the verb with what belongs to it, longest first. */
function directWordings({ frame }: VerbArguments): readonly Wording[] {
  const { lemma, complementWord, obliques } = frame.predication;
  const wordings: Wording[] = [];
  for (const { preposition, nodes } of obliques) {
    const noun = nodes[0];
    if (noun) wordings.push({ key: `${lemma} ${preposition} ${noun.lemma}`, words: [noun] });
  }
  if (complementWord) wordings.push({ key: `${lemma} ${complementWord.lemma}`, words: [complementWord] });
  const object = frame.objects[0];
  if (object) wordings.push({ key: `${lemma} ${object.lemma}`, words: [object] });
  return [...wordings, { key: lemma, words: [] }];
}

function prepositionalWordings(verb: VerbArguments): readonly Wording[] {
  const { frame } = verb;
  const { lemma, obliques, complementWord } = frame.predication;
  const object = frame.objects[0];
  return [...obliques, ...measures(verb)].flatMap((oblique) => {
    const keys = [`${lemma} ${oblique.preposition}`];
    if (complementWord) keys.unshift(`${lemma} ${complementWord.lemma} ${oblique.preposition}`);
    if (object) keys.unshift(`${lemma} ${object.lemma} ${oblique.preposition}`);
    return keys.map((key) => ({ key, oblique, words: [] }));
  });
}

/** "fell 9%", "rose two points": by how much, without a preposition. */
function measures({ context, tree, head }: VerbArguments): readonly Oblique[] {
  return tree
    .childrenBy(head, "obl", "obj")
    .filter((node) => hasRelation(node, "obj") || node.relation === "obl:unmarked")
    .filter((node) => !context.timeAt(node))
    .filter((node) => context.quantityOf(tree, node) !== undefined)
    .map((node) => ({ preposition: "by", nodes: [node], onObject: false }));
}

function readWording(
  verb: VerbArguments,
  wording: Wording,
  accepts: (relation: Relation) => boolean,
): readonly Reading[] {
  const { ontology } = verb.context;
  if (wording.words.length === 0 && !wording.oblique && isIdiom(verb)) return [];
  const senses = ontology.findSenses(wording.key, "verb").filter(({ relation }) => accepts(relation));
  if (senses.length === 0) return [];
  const args = verb.forWording(wording.oblique?.nodes[0]);
  const dated: Reading[] = [];
  for (const sense of [...selectSenses(ontology, senses, args), ...looseSenses(verb, senses, args)]) {
    const readings = readSense(verb, sense, wording);
    if (readings.length === 0) continue;
    // "held a meeting on Monday": when it was does not exclude who held it.
    if (
      dated.length > 0 ||
      sense.object !== null ||
      !sense.relation.range.includes("Date") ||
      verb.frame.subjects.length === 0 ||
      sense.subject === "subject"
    )
      return [...dated, ...readings];
    dated.push(...readings);
  }
  return dated;
}

/** "The dam gave way": verb and bare noun together are a change, and nothing was given. */
export function isIdiom({ context, tree, frame }: VerbArguments): boolean {
  const [object] = frame.objects;
  return (
    object !== undefined &&
    tree.childBy(object, "det", "nmod:poss", "amod") === undefined &&
    context.cues.changeVerbs.has(`${frame.predication.lemma} ${object.lemma}`)
  );
}

/** Domains are soft: a subject that is only described ("commitments back …") does not rule a plain wording out. */
function looseSenses(
  verb: VerbArguments,
  senses: readonly RelationSense[],
  args: WordingArguments,
): readonly FittingSense[] {
  const subject = verb.argument(verb.frame.subjects[0]);
  if (!subject || verb.context.mentions.entityOf(subject.mention).kind === "named") return [];
  const plain = senses.filter(({ entry }) =>
    [entry.objectHeads, entry.subjectTypes, entry.subjectHeads ?? []].every((each) => each.length === 0),
  );
  const anything = { types: ["Thing"], head: subject.node?.lemma ?? "" };
  return selectSenses(verb.context.ontology, plain, { ...args, subject: anything });
}

function readSense(verb: VerbArguments, sense: FittingSense, wording: Wording): readonly Reading[] {
  const { entry, relation } = sense;
  // "She had 15 minutes to leave", "he served 12 customers": people are of no such size.
  if (relation.name === "hasSize" && verb.argument(verb.frame.subjects[0])?.type === "Person") return [];
  if (relation.name === "hasPart" && hasNoParts(verb)) return [];
  // "has not lost a vote" is not to have won it.
  if (entry.negated && negationOf(verb.tree, verb.head, verb.context.cues)) return [];
  // "Police named him as Ivo Lund" appoints nobody.
  if (relation.name === "appointed" && isCalledAs(verb)) return [];
  // "rose to meet the cross", "fell to the ground to cheers": an act is no amount.
  if (AMOUNTS.has(relation.name) && verb.frame.objects.length === 0 && sense.object === "object") return [];
  // "returned the statues to Nigeria": what is moved there is the object.
  if (MOTIONS.has(relation.name) && sense.object === "oblique" && verb.frame.objects.length > 0) return [];
  // "killed in a raid" tells what killed; "the storm killed them in Chile" has told already.
  if (entry.inverse && entry.subjectRole === "object" && verb.frame.subjects.length > 0) return [];
  const subjects = fillers(verb, sense.subject, wording).flatMap((each) => (isLiteral(each) ? [] : [each]));
  const objects = objectsOf(verb, sense, wording);
  const effect = entry.objectHeads.length > 0 ? actEffect(verb) : undefined;
  const quantity = amountBeside(verb, sense, wording);
  const voices = entry.voiced ? verb.resolve(verb.frame.subjects) : [];
  const words = [
    ...verbWords(verb.tree, verb.head),
    ...wording.words,
    ...prepositionNodes(verb.tree, wording.oblique),
  ];
  return subjects
    .filter((subject) => !isOwnName(verb, subject))
    .flatMap((subject) =>
      objects
        // "treated their savings as your own"
        .filter(({ node }) => node?.lemma !== "own")
        .filter((object) => isLiteral(object) || object.mention.entityId !== subject.mention.entityId)
        .map((object) => ({
          subject: verb.without(subject, wording.oblique),
          object: isLiteral(object) ? object : verb.without(object, wording.oblique ?? ownOblique(verb)),
          relation: relation.name,
          anchor: verb.head,
          words,
          more: verb
            .others(wording.oblique)
            .filter(
              ({ start }) =>
                start !== subject.span.start && (isLiteral(object) || start !== object.span.start),
            ),
          // "/object": the verb's object is part of the wording ("impose *sanctions* on O").
          // "forced O from their homes": the object is spoken for.
          rule:
            wording.oblique && (entry.objectHeads.length > 0 || entry.objectRole !== undefined)
              ? `${verb.rule}/object`
              : verb.rule,
          reliability: 0.9,
          ...(entry.negated || isNotGuilty(verb) ? { denied: true } : {}),
          ...(effect === undefined ? {} : { effect }),
          ...(quantity === undefined ? {} : { quantity }),
          ...(voices.length === 0 ? {} : { voices }),
        })),
    );
}

/** "invested €1bn in O", "cut O by a quarter": an amount beside the relation's own arguments says how much. */
function amountBeside(
  { context, tree, frame }: VerbArguments,
  { relation, object }: FittingSense,
  wording: Wording,
): Quantity | undefined {
  const own = frame.objects[0];
  if (wording.oblique && object === "oblique") return own && context.quantityOf(tree, own);
  if (object !== "object" || !/^(?:increased|reduced)$/.test(relation.name)) return undefined;
  const by = frame.predication.obliques.find(({ preposition }) => preposition === "by")?.nodes[0];
  return by && context.quantityOf(tree, by);
}

/** "named him as Ivo Lund": what follows "as" is a name, no office. */
function isCalledAs(verb: VerbArguments): boolean {
  const as = verb.frame.predication.obliques.find(({ preposition }) => preposition === "as");
  const name = as?.nodes[0];
  return name?.upos === "PROPN" && !verb.isOffice(name);
}

/** Relations to what grows or shrinks, or by how much. */
const AMOUNTS = new Set(["increased", "reduced"]);

/** Relations of somebody's own movement. */
const MOTIONS = new Set(["visited", "arrivedIn"]);

/** "pleaded not guilty to": the adjective is denied, not the verb. */
function isNotGuilty({ tree, frame }: VerbArguments): boolean {
  const word = frame.predication.complementWord;
  return word !== undefined && tree.childrenBy(word, "advmod").some(({ lemma }) => lemma === "not");
}

/** What the verb leaves of the act that its object names: "ordered an inquiry into", "sought talks with". */
function actEffect({ context, frame }: VerbArguments): Factuality | undefined {
  const effect = context.cues.governors.get(governorKey(frame.predication.lemma, "act"));
  // A verb that excludes the act says so by its relation ("rejected the idea of"): only what it leaves open is passed on.
  return effect === "proposed" || effect === "probable" || effect === "possible" ? effect : undefined;
}

/** "accused the delegation of bad faith": what hangs on the object belongs to the verb where the lexicon knows the two together. */
function ownOblique({ context, frame }: VerbArguments): Oblique | undefined {
  const { lemma, obliques } = frame.predication;
  return obliques.find(
    ({ preposition, onObject }) =>
      onObject && context.ontology.findSenses(`${lemma} ${preposition}`, "verb").length > 0,
  );
}

/** "a man named Otto Lind": the complement is the subject's name and says nothing of it. */
function isOwnName(verb: VerbArguments, subject: Argument): boolean {
  const { complementWord } = verb.frame.predication;
  return (
    complementWord?.upos === "PROPN" &&
    verb.argument(complementWord)?.mention.entityId === subject.mention.entityId
  );
}

/** "They had no choice", "the club had difficulties": what somebody has is no part of them. */
function hasNoParts(verb: VerbArguments): boolean {
  if (verb.head.lemma !== "have") return false;
  const subject = verb.argument(verb.frame.subjects[0]);
  return subject !== undefined && verb.context.ontology.isA(subject.type, "Actor");
}

function objectsOf(
  verb: VerbArguments,
  { relation, object: slot }: FittingSense,
  wording: Wording,
): readonly (Argument | LiteralArgument)[] {
  const { context, tree, head } = verb;
  if (relation.literalObject && relation.range.includes("Date")) {
    const date = literalOf(context, tree, head, relation, undefined);
    return date ? [date] : [];
  }
  if (slot === null) return [];
  const result = relation.name === "caused" ? causedClause(verb) : undefined;
  if (result) return [result];
  const found = fillers(verb, slot, wording);
  if (CHARGES.has(relation.name)) return found.flatMap((each) => crimesBehind(verb, each));
  if (!relation.literalObject) return found;
  return found.flatMap((argument) => literalOf(context, tree, head, relation, argument) ?? []);
}

/** Relations to a crime, which may stand behind a noun for the charge. */
const CHARGES = new Set(["chargedWith", "convictedOf"]);

/** "charged with two counts of fraud", "arrested on suspicion of smuggling": the crime, not the charge. */
function crimesBehind(
  verb: VerbArguments,
  found: Argument | LiteralArgument,
): readonly (Argument | LiteralArgument)[] {
  const crimes = found.node ? crimesOf(verb, found.node) : [];
  if (crimes.length > 0) return crimes;
  // "bribery charges" name the crime; "suspicion" alone does not.
  const bare =
    found.node && SUSPICION.test(found.node.lemma) && !verb.tree.childBy(found.node, "compound", "amod");
  return bare ? [] : [found];
}

/** Everything that stands in one slot of the wording, coordination and groups taken apart. */
function fillers(
  verb: VerbArguments,
  slot: FittingSense["subject"],
  wording: Wording,
): readonly (Argument | LiteralArgument)[] {
  const { subjects, objects, receivers, predication } = verb.frame;
  switch (slot) {
    case "complement": {
      const word = predication.complementWord;
      if (!word) return [];
      if (verb.isOffice(word)) return officesFrom(verb, word);
      return isStatusWord(word) ? [statusOf(verb.tree, word)] : verb.resolve([word]);
    }
    case "object": {
      if (objects.length > 0) return verb.resolve(objects);
      const office = predication.complementWord;
      if (office && verb.isOffice(office)) return officesFrom(verb, office);
      const clause = verb.actComplement();
      if (clause) return [verb.context.activity(verb.tree, clause.node)];
      return verb.resolve(receivers);
    }
    case "oblique": {
      const nodes = wording.oblique?.nodes ?? [];
      const [first] = nodes;
      if (first && verb.isOffice(first)) return [verb.position(first)];
      const states = nodes.filter((node) => node.upos === "ADJ" && !verb.tree.childBy(node, "det"));
      return states.length > 0 ? states.map((node) => statusOf(verb.tree, node)) : verb.resolve(nodes);
    }
    case "indirectObject":
      return verb.resolve(receivers);
    case "subject":
      return verb.resolve(subjects);
  }
}

/** "became mayor and police chief": each office by itself. */
function officesFrom(verb: VerbArguments, office: TreeNode): readonly Argument[] {
  return conjuncts(verb.tree, office).map((node) => verb.position(node));
}

/** "caused a crane to fall": what was caused is that the crane fell. */
function causedClause({ context, tree, frame }: VerbArguments): Argument | undefined {
  const clause = frame.predication.complements.find((each) => each.kind === "xcomp");
  const object = frame.predication.objects[0];
  if (!clause || !object || object.index > clause.node.index) return undefined;
  const { start } = context.mentions.nounPhrase(context.tokenIndex(tree, object));
  return context.activity(tree, clause.node, "Activity", start);
}
