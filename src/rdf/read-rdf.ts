import type * as RDF from "@rdfjs/types";
import { RdfSyntaxError } from "../model/errors.ts";
import { quadToLine } from "./n-quads.ts";
import { parseQuads, type RdfSyntax } from "./parse.ts";
import { RDF_FILE_FORMATS, type RdfFormatName } from "./rdf-formats.ts";

const OWN_PARSER: readonly string[] = ["turtle", "trig", "ntriples", "nquads"] satisfies readonly RdfSyntax[];

/**
 * Reads RDF of any format. Nothing is fetched: JSON-LD must carry its context in itself.
 *
 * @param source names the text in errors
 * @param base what relative IRIs are resolved against
 * @throws {@link RdfSyntaxError}
 */
export async function readRdf(
  text: string,
  format: RdfFormatName,
  source: string,
  base?: string,
): Promise<RDF.Quad[]> {
  if (OWN_PARSER.includes(format)) return parseQuads(text, format as RdfSyntax, source, base);
  const { default: oxigraph } = await import("oxigraph");
  const mediaType = RDF_FILE_FORMATS.find(({ name }) => name === format)?.mediaType ?? "";
  let lines: string[];
  try {
    const quads = oxigraph.parse(text, {
      format: mediaType,
      ...(base === undefined ? {} : { base_iri: base }),
    });
    // Its terms live in WebAssembly's memory; those of the rest of the program do not.
    lines = quads.map((quad) => quadToLine(quad as unknown as RDF.Quad));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RdfSyntaxError(`${source}: ${message}`, { cause: error });
  }
  return parseQuads(lines.join("\n"), "nquads", source);
}
