import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import type { QueryResult } from "../query/graph.ts";
import { prefixesFor } from "../rdf/namespaces.ts";
import { queryTerms } from "../store/sparql-engine.ts";
import { missingDeclarations } from "../store/sparql-text.ts";
import type { Context } from "./context.ts";
import { connectNamedStore } from "./remote-options.ts";

/** A query as a store answers it. */
export interface StoreAnswer {
  terms(): Promise<QueryResult>;
  text(mediaType: string): Promise<string>;
}

/** Asks a SPARQL endpoint; known prefixes need no PREFIX line, as in a folder. */
export async function askStore(context: Context, endpoint: string, sparql: string): Promise<StoreAnswer> {
  const store = await connectNamedStore(context, endpoint, {});
  const declared = `${missingDeclarations(sparql, prefixesFor(DEFAULT_BASE))} ${sparql}`;
  const text = (mediaType: string) => store.query(declared, mediaType);
  return { text, terms: () => queryTerms(sparql, text) };
}
