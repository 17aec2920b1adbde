import { selectSenses } from "../../ontology/select-senses.ts";
import type { Reading } from "../reading.ts";
import type { VerbArguments } from "./verb-arguments.ts";
import { prepositionNodes } from "./verb-words.ts";

/** Prepositions between a noun for an act and who or what it is done with or to. */
const EVENT_PREPOSITIONS = new Set("with on to against of in at for between about over from by".split(" "));

/** Relations whose noun is followed by "for" whom they favour or what they want. */
const FAVOURS = new Set([
  "supported",
  "praised",
  "requested",
  "provided",
  "providedAidTo",
  "seeks",
  "demanded",
  "candidateFor",
]);

/** Relations whose noun is what is given. */
const GIVES = new Set(["provided", "promised", "proposed"]);

/** More parties than this are a list, not a meeting of each with each. */
const MOST_PARTIES = 6;

/** "held talks with O", "launched an attack on O": the noun carries the relation. */
export function readLightVerb(verb: VerbArguments): readonly Reading[] {
  const { context, tree, frame } = verb;
  const noun = frame.objects[0];
  // "gave the state a veto over cuts": the act is the receiver's.
  if (frame.receivers.length > 0) return [];
  if (!noun || !context.cues.lightVerbs.has(frame.predication.lemma) || tree.childBy(noun, "nmod:poss"))
    return [];
  const subject = verb.typed(frame.subjects[0]);
  for (const oblique of frame.predication.obliques) {
    const object = verb.typed(oblique.nodes[0]);
    if (!subject || !object || !EVENT_PREPOSITIONS.has(oblique.preposition)) continue;
    const towards = oblique.preposition === "for";
    const senses = [`${noun.lemma} ${oblique.preposition}`, noun.lemma]
      .flatMap((key) => context.ontology.findSenses(key, "noun"))
      .filter(({ entry, relation }) => (entry.denotes ?? "event") === "event" && !relation.literalObject)
      // "opened the case for the prosecution" is no case against it.
      .filter(({ relation }) => !towards || FAVOURS.has(relation.name));
    const sense = selectSenses(context.ontology, senses, { subject, object })[0];
    if (!sense) continue;
    const base = { relation: sense.relation.name, rule: "clause/light-verb", reliability: 0.85 };
    const words = [noun, ...prepositionNodes(tree, oblique)];
    // "made loans to the charity": what is given is the noun, to whom is another matter.
    if (GIVES.has(sense.relation.name))
      return verb.pairs(verb.resolve(frame.subjects), verb.resolve([noun]), base, words);
    const readings = verb.pairs(verb.resolve(frame.subjects), verb.resolve(oblique.nodes), base, words);
    if (readings.length > 0) return readings;
  }
  return [];
}

/** "X and Y met", "we are working together": a symmetric relation among the subjects. */
export function readReciprocal(verb: VerbArguments, found: readonly Reading[]): readonly Reading[] {
  const { ontology } = verb.context;
  const { predication, objects, subjects } = verb.frame;
  if (objects.length > 0 || found.some((each) => ontology.findRelation(each.relation)?.symmetric)) return [];
  const parties = verb.resolve(subjects);
  const [first, second] = parties;
  if (!first || !second || parties.length > MOST_PARTIES) return [];
  const { lemma, obliques } = predication;
  const keys = [lemma, `${lemma} with`, ...obliques.map((oblique) => `${lemma} ${oblique.preposition}`)];
  const sense = keys
    .flatMap((key) => ontology.findSenses(key, "verb"))
    .find(
      ({ relation, entry }) =>
        relation.symmetric &&
        entry.objectHeads.length === 0 &&
        ontology.allows(relation, first.type, second.type),
    );
  if (!sense) return [];
  const base = { relation: sense.relation.name, rule: "clause/reciprocal", reliability: 0.85 };
  return parties.flatMap((subject, index) => verb.pairs([subject], parties.slice(index + 1), base));
}
