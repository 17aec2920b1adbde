import type * as RDF from "@rdfjs/types";
import { DataFactory } from "n3";
import { RdfSyntaxError } from "../model/errors.ts";

/** The other rooms make RDF terms through this file only, so that none can hold what a reader of RDF would refuse. */

const LONE_SURROGATE = /\p{Surrogate}/u;
/** What RFC 3987 and the RDF grammars forbid between `<` and `>`: controls, space, and these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\\u007f]/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

function checkText(value: string): string {
  if (LONE_SURROGATE.test(value)) {
    const shown = JSON.stringify(value.slice(0, 60));
    throw new RdfSyntaxError(`text with half a surrogate pair cannot be written as RDF: ${shown}`);
  }
  return value;
}

/** @throws {@link RdfSyntaxError} where it is not an absolute IRI */
export function iri(value: string): RDF.NamedNode {
  checkText(value);
  if (!SCHEME.test(value) || NOT_IN_IRI.test(value)) {
    throw new RdfSyntaxError(`not an absolute IRI: ${JSON.stringify(value)}`);
  }
  return DataFactory.namedNode(value);
}

/** Plain text: `xsd:string`. @throws {@link RdfSyntaxError} on a lone surrogate */
export function text(value: string): RDF.Literal {
  return DataFactory.literal(checkText(value));
}

/** Text in a language (BCP 47). @throws {@link RdfSyntaxError} */
export function languageText(value: string, language: string): RDF.Literal {
  if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language)) {
    throw new RdfSyntaxError(`not a language tag: ${JSON.stringify(language)}`);
  }
  return DataFactory.literal(checkText(value), language.toLowerCase());
}

/** @param datatype IRI of the datatype */
export function typed(value: string, datatype: string): RDF.Literal {
  return DataFactory.literal(checkText(value), iri(datatype));
}

export const defaultGraph = (): RDF.DefaultGraph => DataFactory.defaultGraph();

export function quad(
  subject: RDF.Quad_Subject,
  predicate: RDF.Quad_Predicate,
  object: RDF.Quad_Object,
  graph?: RDF.Quad_Graph,
): RDF.Quad {
  return DataFactory.quad(
    subject as never,
    predicate as never,
    object as never,
    (graph ?? DataFactory.defaultGraph()) as never,
  );
}

/** Whether a term is a blank node, or a quad or triple that holds one, graph included. */
export function hasBlankNode(term: RDF.Term): boolean {
  if (term.termType !== "Quad") return term.termType === "BlankNode";
  return [term.subject, term.object, term.graph].some(hasBlankNode);
}
