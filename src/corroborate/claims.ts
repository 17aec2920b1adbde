import type { Relation } from "../ontology/ontology.ts";
import type { Comparison, StatedFact, Statement } from "./statements.ts";

/** What a statement amounts to, in words in which others may contradict it. */
export interface Claim {
  readonly statement: Statement;
  readonly fact: StatedFact;
}

/** Deaths and injuries of people that are counted, without the event. */
const HARMED = /^(?:dead|died|killed)$/;
const HURT = /^(?:hurt|injured|wounded)$/;
/** "Two more miners died" counts those who came to others. */
const FURTHER = /\b(?:more|others?|another|additional|of them|of those)\b/i;
const BLAMING = /\bblam/i;

/** What people who are counted without the event are the number of. */
export const VICTIMS = "number of victims";

/** A statement, and what follows from it: each article says in its own way how many died, who is to blame and who left. */
export function claimsOf(statement: Statement, comparison: Comparison): readonly Claim[] {
  const [fact] = statement.facts;
  if (fact === undefined) return [];
  return [
    fact,
    ...tollOf(fact),
    ...tollTaken(fact),
    ...stateOf(fact),
    ...blameOf(fact),
    ...moneyDeniedBy(fact),
    ...ownerOf(fact),
    ...actOf(fact, comparison),
  ].map((each) => ({
    statement,
    fact: each,
  }));
}

/** "Six miners died": the toll of whatever the article tells of. */
function tollOf(fact: StatedFact): readonly StatedFact[] {
  const { relation, object, quantity, subject, surface } = fact;
  if (relation !== "hasStatus" || quantity === null || FURTHER.test(subject)) return [];
  if (!surface.subject.includes(quantity.text)) return [];
  const toll = HARMED.test(object) ? "deathToll" : HURT.test(object) ? "injuryToll" : undefined;
  if (toll === undefined) return [];
  return [{ ...fact, relation: toll, subject: VICTIMS, object: quantity.text }];
}

/** "The ferry sank, killing 41 people": its toll, and that of whatever the article tells of. */
function tollTaken(fact: StatedFact): readonly StatedFact[] {
  const { relation, object, objectNode, quantity, surface } = fact;
  const toll = relation === "killed" ? "deathToll" : relation === "injured" ? "injuryToll" : undefined;
  if (toll === undefined || objectNode === null || quantity === null || FURTHER.test(object)) return [];
  if (!surface.object.includes(quantity.text)) return [];
  const counted = { ...fact, relation: toll, object: quantity.text, objectNode: null };
  return [counted, { ...counted, subject: VICTIMS }];
}

/** States that acts of others leave somebody or something in, by the relation of the act, and other words for them. */
const STATES: ReadonlyMap<string, { readonly state: string; readonly words: RegExp }> = new Map([
  ["arrested", { state: "arrested", words: /^(?:arrested|detained|in custody|in detention|under arrest)$/ }],
  ["chargedWith", { state: "charged", words: /^(?:charged|indicted)$/ }],
  ["dismissed", { state: "dismissed", words: /^(?:dismissed|sacked|fired)$/ }],
  ["suspended", { state: "suspended", words: /^suspended$/ }],
  ["canceled", { state: "cancelled", words: /^(?:cancell?ed|called off)$/ }],
  ["released", { state: "released", words: /^(?:released|freed|set free)$/ }],
]);

/** "Police arrested Ferrand" and "Ferrand was not detained" tell of one state of his. */
function stateOf(fact: StatedFact): readonly StatedFact[] {
  const { relation, object, objectNode, subject, subjectNode } = fact;
  if (relation === "hasStatus") {
    const state = [...STATES.values()].find(({ words }) => words.test(object))?.state;
    return state === undefined || state === object ? [] : [{ ...fact, object: state }];
  }
  const state = STATES.get(relation)?.state;
  if (state === undefined) return [];
  // Who is charged is the subject of the charge.
  if (relation === "chargedWith") return [inState(fact, subject, subjectNode, state)];
  return objectNode === null ? [] : [inState(fact, object, objectNode, state)];
}

function inState(fact: StatedFact, subject: string, subjectNode: string, object: string): StatedFact {
  return { ...fact, relation: "hasStatus", subject, subjectNode, object, objectNode: null, quantity: null };
}

/** "The union blamed Reddy": to the union, he is responsible. */
function blameOf(fact: StatedFact): readonly StatedFact[] {
  const { relation, surface, objectNode, object, factuality, subject } = fact;
  if (relation !== "accused" || objectNode === null || !BLAMING.test(surface.relation)) return [];
  if (factuality !== "certain") return [];
  return [
    {
      ...fact,
      relation: "hasStatus",
      subjectNode: objectNode,
      subject: object,
      objectNode: null,
      object: "responsible",
      speaker: subject,
    },
  ];
}

/** "The trawler belongs to Sula": a thing is owned by whom it belongs to; members belong to bodies too, and are not. */
function ownerOf(fact: StatedFact): readonly StatedFact[] {
  const { relation, surface, subject, subjectNode, object, objectNode } = fact;
  if (relation !== "partOf" || objectNode === null || !/\bbelong/i.test(surface.relation)) return [];
  return [
    {
      ...fact,
      relation: "owns",
      subject: object,
      subjectNode: objectNode,
      object: subject,
      objectNode: subjectNode,
      surface: { ...surface, subject: surface.object, object: surface.subject },
    },
  ];
}

/** "Denied that he had taken any money from the builder", "denied receiving money": whoever denies it of himself got none. */
const TAKING =
  /^(?:(?:he|she|it|they|we|I) (?:had |has |have )?(?:ever )?)?(?:taken|took|taking|received|receiving|accepted|accepting|got|getting) (?:any |the )?(money|cash|payments?|bribes?|kickbacks?)\b(?: (from .+))?/i;

function moneyDeniedBy(fact: StatedFact): readonly StatedFact[] {
  const [, money, giver] = (fact.relation === "denied" && TAKING.exec(fact.surface.object)) || [];
  if (money === undefined || fact.factuality !== "certain") return [];
  return [
    {
      ...fact,
      relation: "earned",
      object: money,
      objectNode: null,
      factuality: "negated",
      speaker: fact.subject,
      surface: { ...fact.surface, more: giver === undefined ? [] : [giver] },
    },
  ];
}

/** "Resigned as director" and "stepped down" are one act, which needs no object. */
function actOf(fact: StatedFact, { ontology }: Comparison): readonly StatedFact[] {
  const verbs = fact.relation === "hasStatus" ? lemmasOf(fact.object) : lemmasOf(fact.surface.relation);
  const act = verbs
    .flatMap((lemma) => ontology.findSenses(lemma, "verb"))
    .find(({ entry, relation }) => entry.intransitive && isAct(relation))?.relation;
  if (act === undefined || (fact.relation !== "hasStatus" && fact.relation !== act.name)) return [];
  return [inState(fact, fact.subject, fact.subjectNode, act.label)];
}

/** What one does to or with another, who may go unsaid. */
function isAct({ literalObject, symmetric }: Relation): boolean {
  return !literalObject && !symmetric;
}

/** What "stepped down", "will resign as" or "had resigned" may be forms of. */
function lemmasOf(words: string): readonly string[] {
  const [verb = "", particle = ""] = words
    .toLowerCase()
    .split(" ")
    .filter((word) => !AUXILIARY.test(word));
  const stems = [
    verb,
    verb.replace(/e?s$/, ""),
    verb.replace(/ed$/, ""),
    verb.replace(/d$/, ""),
    verb.replace(/(.)\1ed$/, "$1"),
  ];
  return [...new Set(stems)].flatMap((stem) => [stem, `${stem} ${particle}`]);
}

const AUXILIARY = /^(?:not|never|ha[sd]|have|was|were|is|are|been|be|did|does|do|will|would|to)$/;
