import type * as RDF from "@rdfjs/types";
import { Store } from "n3";
import type { Prefixes } from "../rdf/namespaces.ts";
import { shorten } from "../rdf/namespaces.ts";
import { defaultGraph, quad } from "../rdf/terms.ts";
import type { GraphFact, ValidationIssue } from "./graph.ts";

const SHACL = "http://www.w3.org/ns/shacl#";

/**
 * Checks a dataset against SHACL shapes.
 *
 * @param dataset the data, and the ontology whose subclasses the shapes rely on; graphs are merged
 */
export async function validateShapes(
  dataset: Iterable<RDF.Quad>,
  shapes: readonly RDF.Quad[],
  prefixes: Prefixes,
): Promise<readonly ValidationIssue[]> {
  const { default: Validator } = await import("rdf-validate-shacl");
  const data = new Store();
  for (const { subject, predicate, object } of dataset) {
    data.addQuad(quad(subject, predicate, object, defaultGraph()) as never);
  }
  const validator = new Validator(new Store(shapes as never) as unknown as RDF.DatasetCore);
  const { results } = await validator.validate(data as unknown as RDF.DatasetCore);
  const issues = results.map((result): ValidationIssue => {
    const node = result.focusNode.value;
    const [message] = result.message;
    // SHACL reports no path or value for constraints on the node itself, whatever the library's types say.
    const path = (result.path as RDF.Term | null)?.value ?? null;
    const value = (result.value as RDF.Term | null)?.value ?? null;
    const found = value === null || value === node ? "" : ` Found: ${shorten(value, prefixes)}.`;
    const where =
      path === null ? shorten(node, prefixes) : `${shorten(node, prefixes)}, ${shorten(path, prefixes)}`;
    return {
      severity: result.severity.value === `${SHACL}Violation` ? "violation" : "warning",
      message: `${where}: ${message?.value ?? "does not have the required shape."}${found}`,
      node,
      path,
      value,
    };
  });
  return issues.sort((a, b) => (a.message < b.message ? -1 : a.message > b.message ? 1 : 0));
}

/** What no shape can see: whether every quote stands in its article's text where the fact says. */
export function checkQuotes(
  facts: readonly GraphFact[],
  textOf: (articleId: string) => string | undefined,
  factIri: (factId: string) => string,
): readonly ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  for (const { id, evidence, article } of facts) {
    const text = textOf(article.id) ?? "";
    if (evidence.start < evidence.end && text.slice(evidence.start, evidence.end) === evidence.quote)
      continue;
    issues.push({
      severity: "violation",
      message: `${id}: its quote does not stand in article ${article.id} at ${evidence.start}–${evidence.end}.`,
      node: factIri(id),
      path: null,
      value: evidence.quote,
    });
  }
  return issues;
}
