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
 * Reads RDF 1.1 or 1.2 text. Blank nodes keep the labels they have there.
 *
 * @param source names the text in errors, e.g. its file
 * @param base what relative IRIs are resolved against; without it, they are an error
 * @throws {@link RdfSyntaxError} saying what stands at which line
 */
export function parseQuads(text: string, syntax: RdfSyntax, source = "RDF", base?: string): RDF.Quad[] {
  const surrogate = /\p{Surrogate}/u.exec(text);
  if (surrogate !== null) {
    throw new RdfSyntaxError(`${source}: half a surrogate pair at character ${surrogate.index}`);
  }
  const options = {
    format: N3_FORMATS[syntax],
    blankNodePrefix: "",
    // VERSION "1.2-basic" and later drafts: what they announce is refused where it stands, not for its announcement.
    parseUnsupportedVersions: true,
    ...(base === undefined ? {} : { baseIRI: base }),
  };
  try {
    // Without a callback: the form with one is faster, but ends after this function has returned.
    return new Parser(options as ConstructorParameters<typeof Parser>[0]).parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RdfSyntaxError(`${source}: ${message}`, { cause: error });
  }
}
