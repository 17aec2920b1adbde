import { loadResources } from "../io/package-resources.ts";
import type { Extraction } from "../model/extraction.ts";
import type { FactRecord } from "../model/fact-record.ts";
import { createReader } from "../pipeline/create-reader.ts";
import { makeExtractionRecords } from "../pipeline/extraction-records.ts";
import type { Reader } from "../pipeline/reader.ts";

/** What reads articles into facts, with the model, lexicon and ontology of the package. */
export interface Engine {
  readonly reader: Reader;
  toRecords(extraction: Extraction): readonly FactRecord[];
}

let engine: Promise<Engine> | undefined;

/**
 * The package's engine; its files are read once a program.
 *
 * @throws {@link ModelError} where a file of the package is missing
 */
export function loadEngine(): Promise<Engine> {
  engine ??= loadResources().then((resources) => ({
    reader: createReader(resources),
    toRecords: makeExtractionRecords(resources),
  }));
  return engine;
}
