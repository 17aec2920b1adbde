import type { OpenTriple } from "../../model/open-triple.ts";
import type { SentenceTree } from "../tree/sentence-tree.ts";
import type { OpenReading } from "./open-reading.ts";
import { wordsOf } from "./phrases.ts";
import { readClause } from "./read-clause.ts";
import { readNounPhrase } from "./read-noun-phrases.ts";

/**
 * Everything that a sentence states, in its own words, whatever it is about.
 * @param holders lemmas of nouns for people and bodies
 */
export function readOpenTriples(tree: SentenceTree, holders: ReadonlySet<string>): readonly OpenTriple[] {
  const found = new Map<string, OpenTriple>();
  for (const node of tree.nodes) {
    for (const reading of [...readClause(tree, node), ...readNounPhrase(tree, node, holders)]) {
      const triple = toTriple(tree, reading);
      const key = [triple.subject, triple.relation, triple.object, ...triple.more].join("\t");
      const whole = triple.subject !== "" && triple.relation !== "" && triple.subject !== triple.object;
      if (whole && !found.has(key)) found.set(key, triple);
    }
  }
  return [...found.values()];
}

function toTriple(tree: SentenceTree, reading: OpenReading): OpenTriple {
  const { subject, relation, object, more, anchor, reliability } = reading;
  return {
    sentence: { start: tree.sentence.start, end: tree.sentence.end },
    subject: wordsOf(tree, subject),
    relation: typeof relation === "string" ? relation : wordsOf(tree, relation),
    object: wordsOf(tree, object),
    more: more.map((words) => wordsOf(tree, words)),
    confidence: Math.round(reliability * (0.5 + 0.5 * anchor.arcConfidence) * 100) / 100,
  };
}
