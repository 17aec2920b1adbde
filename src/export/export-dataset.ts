import type * as RDF from "@rdfjs/types";
import { RdfSyntaxError, UsageError } from "../model/errors.ts";
import { DEFAULT_BASE } from "../ontology/vocabulary.ts";
import { prefixesFor } from "../rdf/namespaces.ts";
import { toReifiers } from "../rdf/reifiers.ts";
import type { ExportContext, Exporter } from "./exporter.ts";
import { jsonLd } from "./json-ld.ts";
import { nQuads, nTriples } from "./n-triples.ts";
import { trig, turtle } from "./turtle.ts";

/** Every format, by the name that users give. A new format is one file and one line here. */
export const EXPORTERS = {
  turtle,
  ntriples: nTriples,
  nquads: nQuads,
  trig,
  jsonld: jsonLd,
} as const satisfies Record<string, Exporter>;

export type ExportFormat = keyof typeof EXPORTERS;

export const EXPORT_FORMATS = Object.keys(EXPORTERS) as readonly ExportFormat[];

export interface ExportOptions {
  /**
   * `all` (default): also the articles' graphs, with every fact, its evidence and its sources;
   * `asserted`: plain triples of certain facts, and the entities with their names.
   */
  readonly only?: "asserted" | "all";
  /** `1.2`: facts reify triple terms, in the place of `rdf:subject`, `rdf:predicate`, `rdf:object`. Not for JSON-LD. Default `1.1`. */
  readonly rdf?: "1.1" | "1.2";
  /** Base of the data, for its prefixes. */
  readonly base?: string;
  /** Text of `ontology/context.jsonld`, for JSON-LD; without it, every value carries its type. */
  readonly context?: string;
}

/**
 * Writes a dataset: the same quads give the same bytes, whatever their order. The ontology is not part of it.
 *
 * @param quads what `graph.match()` returns
 * @example
 * const text = [...exportDataset(graph.match(), "ntriples", { only: "asserted" })].join("");
 */
export function exportDataset(
  quads: Iterable<RDF.Quad>,
  format: ExportFormat,
  options: ExportOptions = {},
): Iterable<string> {
  const context: ExportContext = {
    prefixes: prefixesFor(options.base ?? DEFAULT_BASE),
    jsonLdContext: options.context === undefined ? {} : parseContext(options.context),
  };
  const part = options.only === "asserted" ? assertedOnly(quads) : quads;
  if (options.rdf !== "1.2") return EXPORTERS[format].write(part, context);
  if (format === "jsonld") throw new UsageError("JSON-LD has no form for RDF 1.2; choose another format");
  return EXPORTERS[format].write(toReifiers(part), context);
}

function* assertedOnly(quads: Iterable<RDF.Quad>): Iterable<RDF.Quad> {
  for (const quad of quads) {
    if (quad.graph.termType === "DefaultGraph") yield quad;
  }
}

function parseContext(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new RdfSyntaxError("the JSON-LD context is not JSON", { cause: error });
  }
  const context = (value as { readonly "@context"?: unknown } | null)?.["@context"];
  if (typeof context !== "object" || context === null || Array.isArray(context)) {
    throw new RdfSyntaxError('the JSON-LD context needs one object under "@context"');
  }
  return context as Readonly<Record<string, unknown>>;
}
