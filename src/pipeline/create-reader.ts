import { createNameAnnotator } from "../annotate/names/name-annotator.ts";
import { createQuantityAnnotator } from "../annotate/quantities/quantity-annotator.ts";
import { createSyntaxAnnotator } from "../annotate/syntax.ts";
import { createTimeAnnotator } from "../annotate/times/time-annotator.ts";
import { createOpenReader } from "../extract/open/open-reader.ts";
import { createRuleExtractor } from "../extract/rule-extractor.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import type { Reader, ReaderResources } from "./reader.ts";

/**
 * Puts a reader together: trees, names, times, quantities, then facts by rules.
 *
 * @throws {@link ModelError} where weights or a lexicon file are missing or do not fit
 * @throws {@link OntologyError} where the ontology cannot be used
 */
export function createReader({ ontology, model, network, lexicon }: ReaderResources): Reader {
  const vocabulary = loadOntology(ontology);
  const syntax = createSyntaxAnnotator(model, network);
  const names = createNameAnnotator(lexicon);
  const times = createTimeAnnotator();
  const quantities = createQuantityAnnotator();
  const extractor = createRuleExtractor(vocabulary, lexicon);
  let openReader: ReturnType<typeof createOpenReader> | undefined;
  const annotate: Reader["annotate"] = async (article) => {
    const named = names.annotate(await syntax.annotate(article));
    return { ...named, ...quantities.annotate(times.annotate(named)) };
  };
  return {
    annotate,
    extract: async (article, annotated) => extractor.extract(annotated ?? (await annotate(article))),
    readOpenTriples: async (article) => {
      // Its word lists are read where it is asked for: most programs never do.
      openReader ??= createOpenReader(vocabulary, lexicon);
      return openReader(await annotate(article));
    },
  };
}
