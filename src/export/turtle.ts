import { NAMESPACES } from "../ontology/vocabulary.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import { prefixedName, termToTurtle } from "../rdf/turtle-terms.ts";
import type { Exporter } from "./exporter.ts";
import { groupByGraph, groupBySubject, type SubjectGroup } from "./group-quads.ts";

const TYPE = `${NAMESPACES.rdf}type`;

/** Turtle for people: prefixes, one block per subject, in a fixed order. The triples of all graphs together. */
export const turtle: Exporter = {
  mediaType: "text/turtle",
  extension: "ttl",
  keepsGraphs: false,
  *write(quads, { prefixes }) {
    yield* prefixLines(prefixes);
    for (const group of groupBySubject(quads, prefixes)) yield `\n${subjectBlock(group, prefixes, "")}`;
  },
};

/** The same with graphs: the default graph first, then a block per article. */
export const trig: Exporter = {
  mediaType: "application/trig",
  extension: "trig",
  keepsGraphs: true,
  *write(quads, { prefixes }) {
    yield* prefixLines(prefixes);
    for (const { graph, subjects } of groupByGraph(quads, prefixes)) {
      const named = graph.termType !== "DefaultGraph";
      if (named) yield `\n${termToTurtle(graph, prefixes)} {`;
      for (const group of subjects) yield `\n${subjectBlock(group, prefixes, named ? "    " : "")}`;
      if (named) yield "}\n";
    }
  },
};

function* prefixLines(prefixes: Prefixes): Iterable<string> {
  for (const [prefix, namespace] of Object.entries(prefixes)) yield `@prefix ${prefix}: <${namespace}> .\n`;
}

function subjectBlock({ subject, predicates }: SubjectGroup, prefixes: Prefixes, indent: string): string {
  const lines = predicates.map(({ predicate, objects }) => {
    const verb = predicate.value === TYPE ? "a" : prefixedName(predicate.value, prefixes);
    return `${verb} ${objects.map((object) => termToTurtle(object, prefixes)).join(", ")}`;
  });
  return `${indent}${termToTurtle(subject, prefixes)} ${lines.join(` ;\n${indent}    `)} .\n`;
}
