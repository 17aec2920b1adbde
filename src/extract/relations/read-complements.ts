import { selectSenses } from "../../ontology/select-senses.ts";
import type { Predication } from "../clauses/predication.ts";
import { isFiniteClause } from "../clauses/subjects.ts";
import { governorKey } from "../factuality/cues.ts";
import { isEmbeddedQuestion } from "../factuality/own-value.ts";
import type { Argument, Reading } from "../reading.ts";
import type { ReadingContext } from "../reading-context.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import type { ActiveFrame } from "./active-frame.ts";
import { mintFromVerb } from "./minting.ts";
import { readQuestions } from "./read-questions.ts";
import { typesOf } from "./verb-arguments.ts";
import { isBareReply, isBleached, verbWords } from "./verb-words.ts";

/** Relations that take what was said as their object; plain saying is the source of other facts and none itself. */
const CLAIM_RELATIONS = new Set(["reported", "announced", "ruled", "denied", "warned", "promised"]);

/** Reads what a verb does to a clause under it: "ruled out deploying …", "aimed at deterring …", "reported that …". */
export function readComplements(
  context: ReadingContext,
  tree: SentenceTree,
  frame: ActiveFrame,
): readonly Reading[] {
  return [
    ...plannedActs(context, tree, frame),
    ...prepositionalClauses(context, tree, frame),
    ...claims(context, tree, frame),
    ...refusedReplies(context, tree, frame),
    ...findings(context, tree, frame),
    ...readQuestions(context, tree, frame),
    ...purposes(context, tree, frame.predication),
  ];
}

/** "X promised to V", "X discussed V-ing": the act is the object. Only where the verb leaves the act open or excludes it. */
function plannedActs(context: ReadingContext, tree: SentenceTree, frame: ActiveFrame): readonly Reading[] {
  const { predication } = frame;
  const clause = predication.complements.find((each) => each.kind === "xcomp")?.node;
  if (clause && (isBareReply(tree, clause) || isEmbeddedQuestion(tree, clause))) return [];
  const nominalObject = frame.objects.length > 0 && !predication.passive;
  if (!clause || nominalObject || isBleached(predication.head.lemma)) return [];
  const effect = context.cues.governors.get(governorKey(predication.lemma, "verb"));
  if (!effect || effect === "inherit" || effect === "probable" || effect === "certain") return [];
  const infinitive = tree.childrenBy(clause, "mark").some((mark) => mark.lemma === "to");
  const keys = infinitive ? [`${predication.lemma} to`, predication.lemma] : [predication.lemma];
  const subjects = context.argumentsOf(tree, frame.subjects);
  const subject = subjects[0];
  if (!subject) return [];
  for (const key of keys) {
    const senses = context.ontology
      .findSenses(key, "verb")
      .filter((sense) => sense.relation.name !== "said" && !sense.relation.literalObject);
    const types = {
      subject: { types: typesOf(subject), head: subject.node?.lemma ?? "" },
      object: { types: ["Activity"], head: clause.lemma },
    };
    const sense = selectSenses(
      context.ontology,
      senses,
      key.endsWith(" to") ? { ...types, oblique: types.object } : types,
    )[0];
    if (!sense) continue;
    const acts = [
      clause,
      ...tree
        .childrenBy(clause, "conj")
        .filter((each) => !isFiniteClause(tree, each) && each.upos === "VERB"),
    ];
    return subjects.flatMap((each) =>
      acts.map((act) =>
        actReading(context, tree, each, sense.relation.name, predication.head, act, "complement/act"),
      ),
    );
  }
  return [];
}

function actReading(
  context: ReadingContext,
  tree: SentenceTree,
  subject: Argument,
  relation: string,
  anchor: TreeNode,
  act: TreeNode,
  rule: string,
): Reading {
  return {
    subject,
    relation,
    object: context.activity(tree, act),
    anchor,
    words: verbWords(tree, anchor),
    more: [],
    rule,
    reliability: 0.85,
  };
}

/** "aimed at V-ing", "talked about V-ing": a preposition with a clause under the verb. */
function prepositionalClauses(
  context: ReadingContext,
  tree: SentenceTree,
  frame: ActiveFrame,
): readonly Reading[] {
  const { predication } = frame;
  const readings: Reading[] = [];
  // "found guilty of stealing": the clause may hang on the adjective.
  const word = predication.complementWord;
  const onWord = word ? tree.childrenBy(word, "advcl", "acl", "obl") : [];
  const clauses = [...tree.childrenBy(predication.head, "advcl", "obl", "xcomp", "ccomp", "nmod"), ...onWord];
  for (const clause of clauses) {
    const marker = [tree.marker(clause, "mark"), tree.marker(clause, "case")]
      .filter((each) => each !== "")
      .join(" ");
    if (marker === "" || clause.upos !== "VERB" || tree.childBy(clause, "nsubj")) continue;
    if (isBareReply(tree, clause)) continue;
    const senses = context.ontology
      .findSenses(`${predication.lemma}${word ? ` ${word.lemma}` : ""} ${marker}`, "verb")
      .filter(
        (sense) =>
          sense.relation.name === "hasPurpose" ||
          sense.relation.range.some((each) => context.ontology.isA("Activity", each)) ||
          sense.relation.range.includes("Thing"),
      );
    const subject = context.argumentsOf(tree, frame.subjects);
    const object = context.argumentsOf(tree, frame.objects);
    const first = subject[0];
    const theme = object[0];
    const fitting = selectSenses(context.ontology, senses, {
      ...(first ? { subject: { types: typesOf(first) } } : {}),
      ...(theme ? { object: { types: typesOf(theme) } } : {}),
      oblique: { types: ["Activity"], head: clause.lemma },
    })[0];
    // "dropped plans to cut rest breaks" reduces nothing.
    if (!fitting || /^(?:increased|reduced)$/.test(fitting.relation.name)) continue;
    const holders = fitting.subject === "object" ? object : subject;
    for (const holder of holders) {
      readings.push(
        actReading(
          context,
          tree,
          holder,
          fitting.relation.name,
          predication.head,
          clause,
          "complement/preposition",
        ),
      );
    }
  }
  return readings;
}

/** "Bloomberg reported that C", "the court ruled that C": C as a whole is the object. */
function claims(context: ReadingContext, tree: SentenceTree, frame: ActiveFrame): readonly Reading[] {
  const { predication } = frame;
  const clause = predication.complements.find((each) => each.kind === "ccomp")?.node;
  if (!clause || predication.passive || !hasRelation(clause, "ccomp")) return [];
  // "has not decided whether to send them" decides nothing.
  if (tree.marker(clause, "mark").startsWith("whether")) return [];
  // "decided whether to close it" rules nothing.
  if (isEmbeddedQuestion(tree, clause)) return [];
  const readings: Reading[] = [];
  for (const subject of context.argumentsOf(tree, frame.subjects)) {
    const senses = context.ontology
      .findSenses(predication.lemma, "verb")
      .filter((sense) => CLAIM_RELATIONS.has(sense.relation.name));
    const sense = selectSenses(context.ontology, senses, {
      subject: { types: typesOf(subject), head: subject.node?.lemma ?? "" },
      object: { types: ["Claim"] },
    })[0];
    if (!sense) continue;
    const object = context.activity(tree, clause, "Claim");
    readings.push({
      subject,
      relation: sense.relation.name,
      object,
      anchor: predication.head,
      words: verbWords(tree, predication.head),
      more: [],
      rule: "complement/claim",
      reliability: 0.75,
    });
  }
  return readings;
}

/** "declined to comment": nothing named is rejected, and that somebody kept silent is told all the same. */
function refusedReplies(
  context: ReadingContext,
  tree: SentenceTree,
  { predication, subjects }: ActiveFrame,
): readonly Reading[] {
  const { head, complements } = predication;
  const clause = complements.find(({ kind }) => kind === "xcomp")?.node;
  if (!clause || !isBareReply(tree, clause) || !/^(?:decline|refuse)$/.test(head.lemma)) return [];
  const minted = mintFromVerb([head.lemma], context.cues);
  return context.argumentsOf(tree, subjects).map((subject) => ({
    subject,
    relation: minted.name,
    relationLemma: minted.lemma,
    object: context.activity(tree, clause),
    anchor: head,
    words: verbWords(tree, head),
    more: [],
    rule: "complement/reply",
    reliability: 0.75,
  }));
}

/** Verbs by which things, not people, say something: "a trial showed that C"; and what is said on oath. */
const FINDINGS = /^(?:show|suggest|indicate|demonstrate|prove|find|reveal|testify)$/;

/** "A trial showed that C", "the poll suggested that C", "she testified that C": a finding is worth telling besides what was found. */
function findings(context: ReadingContext, tree: SentenceTree, frame: ActiveFrame): readonly Reading[] {
  const { predication } = frame;
  const clause = predication.complements.find((each) => each.kind === "ccomp")?.node;
  if (!clause || predication.passive || !FINDINGS.test(predication.lemma)) return [];
  if (clause.index < predication.head.index || !isFiniteClause(tree, clause)) return [];
  if (isEmbeddedQuestion(tree, clause)) return [];
  const minted = mintFromVerb([predication.lemma], context.cues);
  const spoken = predication.lemma === "testify";
  return context
    .argumentsOf(tree, frame.subjects)
    .filter(({ type }) => spoken || !context.ontology.isA(type, "Actor"))
    .filter(
      (subject) =>
        !context.ontology
          .findSenses(predication.lemma, "verb")
          .some(
            ({ relation }) =>
              CLAIM_RELATIONS.has(relation.name) && context.ontology.allows(relation, subject.type, "Claim"),
          ),
    )
    .map((subject) => ({
      subject,
      relation: minted.name,
      relationLemma: minted.lemma,
      object: context.activity(tree, clause, "Claim"),
      anchor: predication.head,
      words: verbWords(tree, predication.head),
      more: [],
      rule: "complement/finding",
      reliability: 0.75,
    }));
}

/** "The meetings could take place in May to work out the details": what an event is for. */
function purposes(context: ReadingContext, tree: SentenceTree, predication: Predication): readonly Reading[] {
  const clause = tree
    .childrenBy(predication.head, "advcl")
    .find(
      (each) =>
        each.xpos === "VB" && tree.marker(each, "mark").endsWith("to") && !tree.childBy(each, "nsubj"),
    );
  if (!clause) return [];
  const subjects = context
    .argumentsOf(tree, predication.subjects)
    .filter((each) => context.ontology.isA(each.type, "Event"));
  return subjects.map((subject) => ({
    ...actReading(context, tree, subject, "hasPurpose", predication.head, clause, "complement/purpose"),
    reliability: 0.7,
  }));
}
