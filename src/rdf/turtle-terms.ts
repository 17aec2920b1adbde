import type * as RDF from "@rdfjs/types";
import { NAMESPACES } from "../ontology/vocabulary.ts";
import { termToNT } from "./n-quads.ts";
import type { Prefixes } from "./namespaces.ts";

/**
 * Local names written without escapes: a cautious part of PN_LOCAL that every reader takes, of Turtle and SPARQL alike.
 * Letters beyond ASCII are left to those blocks that the grammar's PN_CHARS_BASE has without gaps.
 */
const LOCAL =
  /^[A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff][A-Za-z0-9_\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff]*$/;

/** The IRI with its prefix where it can be, else in angle brackets. */
export function prefixedName(iri: string, prefixes: Prefixes): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (!iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    if (LOCAL.test(local)) return `${prefix}:${local}`;
  }
  return `<${iri}>`;
}

/** A term as Turtle and TriG write it at its shortest. */
export function termToTurtle(term: RDF.Term, prefixes: Prefixes): string {
  if (term.termType === "NamedNode") return prefixedName(term.value, prefixes);
  if (term.termType === "Quad") {
    const parts = [term.subject, term.predicate, term.object].map((part) => termToTurtle(part, prefixes));
    return `<<( ${parts.join(" ")} )>>`;
  }
  if (term.termType !== "Literal" || term.language !== "") return termToNT(term);
  const type = term.datatype.value;
  if (type === `${NAMESPACES.xsd}boolean` && /^(?:true|false)$/.test(term.value)) return term.value;
  if (type === `${NAMESPACES.xsd}integer` && /^[+-]?\d+$/.test(term.value)) return term.value;
  if (type === `${NAMESPACES.xsd}decimal` && /^[+-]?\d*\.\d+$/.test(term.value)) return term.value;
  const plain = termToNT(term);
  const typed = `^^<${type}>`;
  return plain.endsWith(typed) ? `${plain.slice(0, -typed.length)}^^${prefixedName(type, prefixes)}` : plain;
}
