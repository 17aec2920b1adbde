import { hashParts } from "../../model/ids.ts";
import type { Cues } from "../factuality/cues.ts";
import { pastParticiple, pastTense, thirdPerson } from "./inflection.ts";

/** A relation made from a verb phrase that the ontology has no word for. */
export interface MintedRelation {
  /** `rel:` and a camel-case name, e.g. `rel:castDoubtOn`. */
  readonly name: string;
  /** Lemmas, e.g. "cast doubt on". */
  readonly lemma: string;
}

const PARTICLES = /^(?:up|out|off|down|over|back|away|together|ahead)$/;

/** Longest local name; longer ones are cut at a word and told apart by a hash. */
const MAX_LOCAL_NAME = 64;

/**
 * Names a relation by the lemmas of its verb phrase: in the past for events, in the present for states,
 * so that all tenses of one phrase share one predicate.
 *
 * @example
 * mintFromVerb(["cast", "doubt", "on"], cues).name; // "rel:castDoubtOn"
 */
export function mintFromVerb(lemmas: readonly string[], cues: Cues): MintedRelation {
  const [verb = "", ...rest] = lemmas;
  // "hold off" happens, though "hold" lasts.
  const lasts = cues.stateVerbs.has(verb) && !PARTICLES.test(rest[0] ?? "");
  const form = lasts ? thirdPerson(verb) : pastTense(verb, cues.irregular);
  return name([form, ...rest], lemmas);
}

/** Names what was done to the subject by someone unnamed: "exclude from" → `rel:wasExcludedFrom`. */
export function mintFromPassive(lemmas: readonly string[], cues: Cues): MintedRelation {
  const [verb = "", ...rest] = lemmas;
  return name(
    ["was", pastParticiple(verb, cues.irregular), ...rest],
    ["be", pastParticiple(verb, cues.irregular), ...rest],
  );
}

/** Names a relation by a noun and its preposition: "ally of" → `rel:allyOf`. */
export function mintFromNoun(words: readonly string[]): MintedRelation {
  return name(words, words);
}

function name(words: readonly string[], lemmas: readonly string[]): MintedRelation {
  const lemma = lemmas.join(" ");
  const parts = words
    .join(" ")
    .normalize("NFKD")
    .replace(/['’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== "")
    .map((part) => part.toLowerCase());
  let local = "";
  let cut = false;
  for (const part of parts) {
    const next = local === "" ? part : part.charAt(0).toUpperCase() + part.slice(1);
    if (local.length + next.length > MAX_LOCAL_NAME - 6) {
      cut = true;
      break;
    }
    local += next;
  }
  if (cut || !/^[a-z]/.test(local))
    local = `${local === "" ? "relation" : local}${hashParts(lemma).slice(0, 6)}`;
  return { name: `rel:${local}`, lemma };
}
