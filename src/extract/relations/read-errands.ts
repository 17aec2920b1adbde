import { selectSenses } from "../../ontology/select-senses.ts";
import { conjuncts } from "../clauses/noun-phrases.ts";
import type { Reading } from "../reading.ts";
import { typesOf, type VerbArguments } from "./verb-arguments.ts";

/** "flew to Paris for talks with Macron": the errand's act is the traveller's, and still to be done. */
export function readErrands(verb: VerbArguments): readonly Reading[] {
  const { tree, frame, context } = verb;
  const travellers = verb.resolve(frame.subjects);
  const first = travellers[0];
  if (!first || !context.ontology.isA(first.type, "Actor")) return [];
  return frame.predication.obliques
    .filter(({ preposition, onObject }) => preposition === "for" && !onObject)
    .flatMap(({ nodes }) => nodes)
    .flatMap((noun) => {
      const partner = tree.childrenBy(noun, "nmod").find((node) => tree.marker(node, "case") === "with");
      const partners = partner ? verb.resolve(conjuncts(tree, partner)) : [];
      const other = partners[0];
      if (!partner || !other || tree.childBy(noun, "nmod:poss")) return [];
      const senses = [`${noun.lemma} with`, noun.lemma]
        .flatMap((key) => context.ontology.findSenses(key, "noun"))
        .filter(({ entry, relation }) => (entry.denotes ?? "event") === "event" && relation.symmetric);
      const sense = selectSenses(context.ontology, senses, {
        subject: { types: typesOf(first) },
        object: { types: typesOf(other) },
      })[0];
      if (!sense) return [];
      const words = [noun, ...tree.childrenBy(partner, "case")];
      const base = {
        relation: sense.relation.name,
        rule: "clause/errand",
        reliability: 0.75,
        effect: "proposed" as const,
      };
      return verb.pairs(travellers, partners, base, words);
    });
}
