import { selectSenses } from "../../ontology/select-senses.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Reading } from "../reading.ts";
import type { TreeNode } from "../tree/sentence-tree.ts";
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
    // "paid a penalty of €5m" penalised nobody.
    if (oblique.nodes[0]?.upos === "SYM") continue;
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
  const shared = objects[0] && !objects[1] ? objects[0].lemma : undefined;
  if (
    (objects.length > 0 && shared === undefined) ||
    found.some((each) => ontology.findRelation(each.relation)?.symmetric)
  )
    return [];
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
        // "X and Y signed a pact": with each other, where the lexicon has the verb with that noun.
        (shared === undefined ? entry.objectHeads.length === 0 : entry.objectHeads.includes(shared)) &&
        ontology.allows(relation, first.type, second.type),
    );
  if (!sense) return [];
  const base = { relation: sense.relation.name, rule: "clause/reciprocal", reliability: 0.85 };
  return parties.flatMap((subject, index) => verb.pairs([subject], parties.slice(index + 1), base));
}

/** "marched in protest at O", "arrived on a visit to O": the act that a phrase beside the verb names is its subject's. */
export function readActsBeside(verb: VerbArguments): readonly Reading[] {
  const { context, tree, frame } = verb;
  const subject = verb.typed(frame.subjects[0]);
  if (!subject) return [];
  return frame.predication.obliques.flatMap((oblique) => {
    const noun = oblique.nodes[0];
    if (noun?.upos !== "NOUN" || !isActBeside(verb, oblique.preposition, noun)) return [];
    return tree.childrenBy(noun, "nmod").flatMap((phrase) => {
      const preposition = tree.marker(phrase, "case");
      const object = EVENT_PREPOSITIONS.has(preposition) ? verb.typed(phrase) : undefined;
      if (!object) return [];
      const senses = [`${noun.lemma} ${preposition}`, noun.lemma]
        .flatMap((key) => context.ontology.findSenses(key, "noun"))
        .filter(({ entry, relation }) => (entry.denotes ?? "event") === "event" && !relation.literalObject);
      const sense = selectSenses(context.ontology, senses, { subject, object })[0];
      if (!sense || GIVES.has(sense.relation.name)) return [];
      const base = { relation: sense.relation.name, rule: "clause/act-beside", reliability: 0.75 };
      const words = [...prepositionNodes(tree, oblique), noun, ...tree.childrenBy(phrase, "case")];
      return verb.pairs(verb.resolve(frame.subjects), verb.resolve(conjuncts(tree, phrase)), base, words);
    });
  });
}

/** "in protest": a bare noun; "on a visit": an indefinite one for a journey. Others name somebody else's act. */
function isActBeside({ context, tree }: VerbArguments, preposition: string, noun: TreeNode): boolean {
  const determiner = tree.childBy(noun, "det", "nmod:poss");
  if (preposition === "in") return determiner === undefined && noun.xpos === "NN";
  const type = context.mentions.classOfNoun(context.tokenIndex(tree, noun));
  return preposition === "on" && /^an?$/i.test(determiner?.form ?? "") && type === "Visit";
}
