import type { AnnotatedArticle } from "../../model/layers.ts";
import type { OpenTriple } from "../../model/open-triple.ts";
import type { Ontology } from "../../ontology/ontology.ts";
import { loadCues } from "../factuality/cues.ts";
import { readTree } from "../tree/read-tree.ts";
import { readOpenTriples } from "./read-open-triples.ts";

/**
 * Reads open triples: the same trees as for facts, without lexicon, entities or attribution. Pure.
 *
 * @param lexicon lexicon files by name, as `ReaderResources.lexicon`
 * @throws {@link ModelError} where a word list is missing
 */
export function createOpenReader(
  ontology: Ontology,
  lexicon: ReadonlyMap<string, string>,
): (article: AnnotatedArticle) => readonly OpenTriple[] {
  const cues = loadCues(ontology, lexicon);
  const holders = new Set(
    ["noun-classes.tsv", "head-nouns.tsv"]
      .flatMap((name) => (lexicon.get(name) ?? "").split("\n").map((line) => line.split("\t")))
      .flatMap(([noun = "", type = ""]) => (type === "Group" || type === "Organization" ? [noun] : [])),
  );
  return (article) =>
    article.sentences.flatMap((sentence) => readOpenTriples(readTree(article, sentence, cues), holders));
}
