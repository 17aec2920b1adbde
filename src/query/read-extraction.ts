import type { Extraction } from "../model/extraction.ts";
import type { FactRecord } from "../model/fact-record.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import { extractionToQuads } from "../rdf/extraction-to-quads.ts";
import { makeIris } from "../rdf/iris.ts";
import { prefixesFor } from "../rdf/namespaces.ts";
import type { IdentityLexicon } from "../resolve/identity-lexicon.ts";
import type { KnownEntities } from "../resolve/known-entities.ts";
import { createEmbeddedStore } from "../store/knowledge-store.ts";
import { Dataset } from "./dataset-view.ts";

export interface ExtractionRecordOptions {
  readonly ontology: Ontology;
  /** Names and Wikidata ids of known things. */
  readonly known?: KnownEntities;
  /** What tells who is who; a graph has the same. */
  readonly identityLexicon?: IdentityLexicon;
  readonly base?: string;
}

/**
 * The facts of one article as records, without keeping it: what `find` returns from a graph that holds this article alone.
 * Takes the same way through RDF, so that the two cannot differ.
 *
 * @throws {@link StoreError} where the extraction contradicts itself or its text
 */
export function recordsOfExtraction(
  extraction: Extraction,
  { ontology, known = new Map(), base = DEFAULT_BASE, ...lexicon }: ExtractionRecordOptions,
): readonly FactRecord[] {
  const iris = makeIris(base);
  const prefixes = prefixesFor(base);
  const store = createEmbeddedStore(prefixes, () => []);
  const dataset = new Dataset({ store, iris, ontology, known, prefixes, ...lexicon });
  const { article, counts, facts } = extraction;
  const quads = extractionToQuads(extraction, iris, ontology);
  dataset.put({ article, location: "", ...counts, facts: facts.length, quads });
  return dataset
    .view()
    .index.facts.map(
      ({ subjectNode: _, objectNode: __, relationIri: ___, speakerNodes: ____, ...record }) => record,
    );
}
