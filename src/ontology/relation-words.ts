import type { Ontology } from "./ontology.ts";

/** "ruledOut" and "rel:castDoubtOn" in words: "ruled out", "cast doubt on". */
export function wordsOfName(name: string): string {
  return name
    .replace(/^[a-z]+:/, "")
    .replace(/_/g, " ")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
}

/** What a relation is called where people read it: its label in the ontology; a minted one has the words of its name. */
export function relationWords(ontology: Ontology | undefined, name: string): string {
  return ontology?.findRelation(name)?.label ?? wordsOfName(name);
}
