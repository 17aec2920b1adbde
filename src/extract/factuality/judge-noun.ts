import type { Factuality } from "../../model/fact.ts";
import { hasRelation, type SentenceTree, type TreeNode } from "../tree/sentence-tree.ts";
import { type Cues, governorKey } from "./cues.ts";
import { type Judgement, judgeClause } from "./judge.ts";

/**
 * Judges an act named by a noun: "Rutte's visit" happened; "a possible visit", "cancelled the visit", "no visit",
 * "in the event of an attack", "could hold talks" say otherwise.
 */
export function judgeNoun(tree: SentenceTree, noun: TreeNode, cues: Cues, reported: boolean): Judgement {
  const own = ownEffect(tree, noun, cues);
  if (own)
    return {
      factuality: own.value,
      temporality: isAhead(own.value) ? "future" : "non-future",
      cues: [own.cue],
    };
  const governor = tree.parent(noun);
  // "a series of meetings could take place": the meetings are as sure as their series.
  if (governor && SERIES.has(governor.lemma) && tree.marker(noun, "case") === "of")
    return judgeNoun(tree, governor, cues, reported);
  if (!governor || !hasRelation(noun, "obj", "obl", "nsubj", "nmod", "conj")) return certain();
  const preposition = tree.marker(noun, "case");
  if (/\b(?:event|case) of$/.test(preposition))
    return { factuality: "hypothetical", temporality: "future", cues: [preposition] };
  if (/^(?:without|instead of)$/.test(preposition))
    return { factuality: "negated", temporality: "non-future", cues: [preposition] };
  if (governor.upos !== "VERB") return judgeUnderNoun(tree, noun, governor, cues, reported);
  const outer = judgeClause(tree, governor, cues, reported);
  const particle = tree.childBy(governor, "compound:prt");
  const lemma = particle ? `${governor.lemma} ${particle.lemma}` : governor.lemma;
  const effect =
    hasRelation(noun, "nsubj") && !noun.relation.includes("pass")
      ? undefined
      : cues.governors.get(governorKey(lemma, "act"));
  if (effect && effect !== "inherit" && outer.factuality !== "negated") {
    return {
      factuality: effect,
      temporality: isAhead(effect) ? "future" : outer.temporality,
      cues: [governor.lemma],
    };
  }
  const definite =
    tree.childrenBy(noun, "nmod:poss").length > 0 ||
    tree.childrenBy(noun, "det").some((det) => det.lemma === "the" || det.lemma === "this");
  return definite && !OCCURRENCE.has(governor.lemma) ? certain() : outer;
}

/** Nouns for several acts of the kind that "of" names. */
const SERIES = new Set(["series", "round", "string", "number", "wave", "spate", "set", "pair"]);

/** Verbs that say no more than that the act takes place: the noun is as sure as they are. */
const OCCURRENCE = new Set([
  "hold",
  "make",
  "take",
  "place",
  "have",
  "pay",
  "host",
  "begin",
  "start",
  "continue",
  "happen",
  "occur",
  "conduct",
  "launch",
  "end",
  "be",
  "carry",
]);

function ownEffect(
  tree: SentenceTree,
  noun: TreeNode,
  cues: Cues,
): { value: Factuality; cue: string } | undefined {
  for (const child of tree.childrenBy(noun, "amod", "det", "advmod")) {
    const form = child.form.toLowerCase();
    const value = cues.governors.get(governorKey(form, "modifier"));
    if (value && value !== "inherit") return { value, cue: form };
    if (form === "no") return { value: "negated", cue: form };
  }
  return undefined;
}

/** "an offer of talks", "plans for a visit", "the risk of an attack". */
function judgeUnderNoun(
  tree: SentenceTree,
  noun: TreeNode,
  governor: TreeNode,
  cues: Cues,
  reported: boolean,
): Judgement {
  const effect = cues.governors.get(governorKey(governor.lemma, "noun"));
  const preposition = tree.marker(noun, "case");
  if (effect && effect !== "inherit" && /^(?:of|for|on|about|against)$/.test(preposition)) {
    return {
      factuality: effect,
      temporality: isAhead(effect) ? "future" : "non-future",
      cues: [governor.lemma],
    };
  }
  if (tree.childBy(governor, "cop")) return judgeClause(tree, governor, cues, reported);
  if (hasRelation(noun, "conj")) return judgeNoun(tree, governor, cues, reported);
  return certain();
}

function isAhead(value: Factuality): boolean {
  return value === "proposed" || value === "ruled_out" || value === "possible" || value === "hypothetical";
}

function certain(): Judgement {
  return { factuality: "certain", temporality: "non-future", cues: [] };
}
