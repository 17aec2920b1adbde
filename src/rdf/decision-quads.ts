import type * as RDF from "@rdfjs/types";
import type { Resolution, StandingDecision } from "../resolve/resolution.ts";
import type { Iris } from "./iris.ts";
import * as p from "./properties.ts";
import { defaultGraph, iri, quad, text } from "./terms.ts";
import { dateLiteral, decimal } from "./values.ts";

/**
 * What people decided of identity, as links between things, each with who decided, when and why. What is the same is one node; IRIs that it had
 * before are linked to it by `owl:sameAs`.
 */
export function* decisionQuads({ decisions }: Resolution, iris: Iris): Iterable<RDF.Quad> {
  for (const standing of decisions) {
    const links = linksOf(standing);
    for (const [index, link] of links.entries()) {
      const [subject, predicate, object] = link;
      yield quad(iri(subject), predicate, iri(object), defaultGraph());
      const id = links.length === 1 ? standing.decision.id : `${standing.decision.id}-${index + 1}`;
      yield* provenance(standing, link, iri(iris.decision(id)));
    }
  }
}

type Link = readonly [subject: string, predicate: RDF.NamedNode, object: string];

function linksOf({ decision, left, right }: StandingDecision): readonly Link[] {
  switch (decision.verdict) {
    case "same": {
      const [now] = left;
      if (now === undefined) return [];
      const before = [decision.left.iri, decision.right.iri].filter((old) => old !== now);
      return [...new Set(before)].map((old) => [old, p.SAME_AS, now]);
    }
    case "different":
      return left.flatMap((one) => right.map((other): Link => [one, p.DIFFERENT_FROM, other]));
    case "unsure":
      return left.flatMap((one) => right.map((other): Link => [one, p.CLOSE_MATCH, other]));
    case "link": {
      const { target, certainty } = decision;
      const predicate = certainty === "same" ? p.SAME_AS : p.CLOSE_MATCH;
      return target === null ? [] : left.map((one): Link => [one, predicate, target]);
    }
    case "rename":
      return [];
  }
}

function* provenance(
  { decision }: StandingDecision,
  [subject, predicate, object]: Link,
  node: RDF.NamedNode,
): Iterable<RDF.Quad> {
  const say = (property: RDF.NamedNode, value: RDF.Quad_Object) =>
    quad(node, property, value, defaultGraph());
  yield say(p.TYPE, p.ACTIVITY);
  yield say(p.SUBJECT, iri(subject));
  yield say(p.PREDICATE, predicate);
  yield say(p.OBJECT, iri(object));
  yield say(p.AUTHOR, text(decision.by));
  yield say(p.ENDED_AT, dateLiteral(decision.at));
  if (decision.because !== undefined) yield say(p.COMMENT, text(decision.because));
  if ("score" in decision && decision.score !== undefined) yield say(p.CONFIDENCE, decimal(decision.score));
}
