import { Parser, type Quad, type Term } from "n3";
import { OntologyError } from "../model/errors.ts";

/** A parsed Turtle text as look-ups by subject and predicate, in the order of the text. Terms are IRIs or blank node ids. */
export interface Statements {
  /** Every subject, in order of first appearance. */
  readonly subjects: readonly string[];
  /** Objects of the triples with this subject and predicate. */
  objects(subject: string, predicate: string): readonly Term[];
  /** Their IRIs, blank node ids or lexical forms. */
  values(subject: string, predicate: string): readonly string[];
  /** Predicates used with the subject. */
  predicates(subject: string): readonly string[];
  has(subject: string, predicate: string, value: string): boolean;
}

/** @throws {@link OntologyError} with the line of the fault if the text is not Turtle */
export function parseStatements(turtle: string): Statements {
  const index = new Map<string, Map<string, Term[]>>();
  let quads: Quad[];
  try {
    quads = new Parser({ format: "text/turtle" }).parse(turtle);
  } catch (cause) {
    throw new OntologyError(
      `the ontology is not Turtle: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  for (const { subject, predicate, object } of quads) {
    const properties = index.get(subject.value) ?? new Map<string, Term[]>();
    index.set(subject.value, properties);
    const objects = properties.get(predicate.value) ?? [];
    properties.set(predicate.value, objects);
    objects.push(object);
  }
  const objects = (subject: string, predicate: string): readonly Term[] =>
    index.get(subject)?.get(predicate) ?? [];
  const values = (subject: string, predicate: string) =>
    objects(subject, predicate).map((term) => term.value);
  return {
    subjects: [...index.keys()],
    objects,
    values,
    predicates: (subject) => [...(index.get(subject)?.keys() ?? [])],
    has: (subject, predicate, value) => values(subject, predicate).includes(value),
  };
}
