import type { Extraction } from "../model/extraction.ts";
import type { FactRecord } from "../model/fact-record.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import { recordsOfExtraction } from "../query/read-extraction.ts";
import { parseIdentityLexicon } from "../resolve/identity-lexicon.ts";
import { parseKnownEntities } from "../resolve/known-entities.ts";
import type { ReaderResources } from "./reader.ts";

/**
 * Makes the function that turns an extraction into records, the same as a graph would return them.
 *
 * @throws {@link OntologyError} where the ontology cannot be used
 */
export function makeExtractionRecords(
  resources: Pick<ReaderResources, "ontology" | "lexicon">,
): (extraction: Extraction) => readonly FactRecord[] {
  const ontology = loadOntology(resources.ontology);
  const file = (name: string) => resources.lexicon.get(name) ?? "";
  const known = parseKnownEntities(file("known-entities.tsv"));
  const identityLexicon = parseIdentityLexicon({
    nicknames: file("nicknames.tsv"),
    roleFields: file("role-fields.tsv"),
    namesakes: file("known-namesakes.tsv"),
  });
  return (extraction) => recordsOfExtraction(extraction, { ontology, known, identityLexicon });
}
