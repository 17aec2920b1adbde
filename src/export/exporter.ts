import type * as RDF from "@rdfjs/types";
import type { Prefixes } from "../rdf/namespaces.ts";

/** What a writer may use beside the quads. */
export interface ExportContext {
  readonly prefixes: Prefixes;
  /** The `@context` object of `ontology/context.jsonld`, parsed. */
  readonly jsonLdContext: Readonly<Record<string, unknown>>;
}

/** One format that a dataset can be written in. */
export interface Exporter {
  readonly mediaType: string;
  /** File name ending, without dot. */
  readonly extension: string;
  /** Whether it says which graph a triple stands in; the others hold the triples of all graphs together. */
  readonly keepsGraphs: boolean;
  /** The same set of quads gives the same text, whatever their order. */
  write(quads: Iterable<RDF.Quad>, context: ExportContext): Iterable<string>;
}
