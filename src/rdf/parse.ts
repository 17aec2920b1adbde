import type * as RDF from "@rdfjs/types";
import { Parser } from "n3";
import { RdfSyntaxError } from "../model/errors.ts";

/** RDF syntaxes that are read. */
export type RdfSyntax = "turtle" | "trig" | "ntriples" | "nquads";

const N3_FORMATS: Readonly<Record<RdfSyntax, string>> = {
  turtle: "Turtle",
  trig: "TriG",
  ntriples: "N-Triples",
  nquads: "N-Quads",
};

/**
 * Reads RDF text.
 *
 * @param source names the text in errors, e.g. its file
 * @throws {@link RdfSyntaxError} saying what stands at which line
 */
export function parseQuads(text: string, syntax: RdfSyntax, source = "RDF"): RDF.Quad[] {
  const surrogate = /\p{Surrogate}/u.exec(text);
  if (surrogate !== null) {
    throw new RdfSyntaxError(`${source}: half a surrogate pair at character ${surrogate.index}`);
  }
  try {
    // Without a callback: the form with one is faster, but ends after this function has returned.
    return new Parser({ format: N3_FORMATS[syntax] }).parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RdfSyntaxError(`${source}: ${message}`, { cause: error });
  }
}
