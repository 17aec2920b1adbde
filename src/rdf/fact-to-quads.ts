import type * as RDF from "@rdfjs/types";
import type { Evidence, Fact, Factuality, SpeakerLink } from "../model/fact.ts";
import type { Quantity } from "../model/layers.ts";
import type { ArticleWriter } from "./article-writer.ts";
import * as p from "./properties.ts";
import { iri, text } from "./terms.ts";
import { boolean, dateLiteral, decimal, intervalSides, positiveInteger } from "./values.ts";

/** Names of the factuality values in RDF. */
export const FACTUALITY_TERMS: Readonly<Record<Factuality, string>> = {
  certain: "Certain",
  probable: "Probable",
  possible: "Possible",
  negated: "Negated",
  hypothetical: "Hypothetical",
  proposed: "Proposed",
  ruled_out: "RuledOut",
  unknown: "Unknown",
};

/**
 * Whether the plain triple of a fact stands in the graph: where its nearest source presents it as certain, whoever that is,
 * as a thing of now or before, and no source merely alleges it. Everything else is kept as a fact only, so that no query over
 * plain triples takes a denial, a plan or an accusation for what happened.
 */
export function isAsserted({
  factuality,
  temporality,
  alleged,
}: Pick<Fact, "factuality" | "temporality" | "alleged">): boolean {
  return factuality === "certain" && temporality !== "future" && alleged !== true;
}

/** Code points of context kept on either side of a quote, to find it again in a text that was changed. */
const CONTEXT = 32;

export function addFact(writer: ArticleWriter, fact: Fact): void {
  const { iris, ontology, add, mentionNode, entityOf } = writer;
  const node = iri(iris.fact(fact.id));
  add(node, p.TYPE, p.FACT);
  add(node, p.DERIVED_FROM, writer.node);
  add(node, p.SUBJECT, entityOf(fact.subject));
  add(node, p.SUBJECT_MENTION, mentionNode(fact.subject));
  add(node, p.PREDICATE, iri(iris.relation(fact.relation, ontology)));
  addObject(writer, node, fact);
  add(node, p.ASSERTED, boolean(isAsserted(fact)));
  add(node, p.FACTUALITY, p.newsTerm(FACTUALITY_TERMS[fact.factuality]));
  add(node, p.TEMPORALITY, fact.temporality === "future" ? p.FUTURE : p.NON_FUTURE);
  if (fact.date !== undefined) addDate(writer, node, fact.date);
  if (fact.dateText !== undefined) add(node, p.DATE_TEXT, text(fact.dateText));
  if (fact.statementDate !== undefined) add(node, p.STATED_ON, dateLiteral(fact.statementDate));
  if (fact.event !== undefined) add(node, p.ABOUT_EVENT, entityOf(fact.event));
  add(node, p.CONFIDENCE, decimal(fact.confidence));
  addLines(writer, node, p.REASONS, fact.reasons);
  add(node, p.RULE, text(fact.rule));
  add(node, p.SURFACE_SUBJECT, text(fact.surface.subject));
  add(node, p.SURFACE_RELATION, text(fact.surface.relation));
  add(node, p.SURFACE_OBJECT, text(fact.surface.object));
  addLines(writer, node, p.SURFACE_MORE, fact.surface.more);
  for (const [index, link] of fact.speakers.entries()) addSpeaker(writer, fact, node, link, index + 1);
  for (const [index, evidence] of fact.evidence.entries())
    addEvidence(writer, fact, node, evidence, index + 1);
  if (fact.quantity !== undefined) addQuantity(writer, fact, node, fact.quantity);
}

function addObject(writer: ArticleWriter, node: RDF.NamedNode, fact: Fact): void {
  const { iris, add, mentionNode, entityOf } = writer;
  if (fact.object.kind === "mention") {
    add(node, p.OBJECT, entityOf(fact.object.mentionId));
    add(node, p.OBJECT_MENTION, mentionNode(fact.object.mentionId));
    return;
  }
  const { value, datatype } = fact.object;
  add(node, p.OBJECT, datatype === "date" ? dateLiteral(value) : text(value));
  const position = iri(iris.factPart(fact.id, "object"));
  add(node, p.OBJECT_POSITION, position);
  writer.addPosition(position, fact.object);
}

/** One point in time of any precision, or the two ends of a period, as the Simple Event Model has them. */
function addDate({ add }: ArticleWriter, node: RDF.NamedNode, date: string): void {
  const sides = intervalSides(date);
  if (sides === undefined || (sides[0] === null && sides[1] === null)) {
    add(node, p.TIME_STAMP, dateLiteral(date));
    return;
  }
  const [from, to] = sides;
  if (from !== null) add(node, p.EARLIEST_BEGIN, dateLiteral(from));
  if (to !== null) add(node, p.LATEST_END, dateLiteral(to));
}

/** A list as one text, an entry a line: RDF keeps no order among values, and these have one. */
function addLines(
  { add }: ArticleWriter,
  node: RDF.NamedNode,
  property: RDF.NamedNode,
  entries: readonly string[],
): void {
  if (entries.length === 0) return;
  add(node, property, text(entries.map((entry) => entry.replace(/\s*\n\s*/g, " ")).join("\n")));
}

function addSpeaker(
  writer: ArticleWriter,
  fact: Fact,
  node: RDF.NamedNode,
  link: SpeakerLink,
  order: number,
): void {
  const { iris, add, entityOf } = writer;
  const source = iri(iris.factPart(fact.id, `source${order}`));
  if (order === 1) add(node, p.ATTRIBUTED_TO, entityOf(link.speaker));
  add(node, p.ATTRIBUTION, source);
  add(source, p.TYPE, p.ATTRIBUTION_NODE);
  add(source, p.ORDER, positiveInteger(order));
  add(source, p.AGENT, entityOf(link.speaker));
  add(source, p.REPORTING_VERB, text(link.verb));
  if (link.addressee !== undefined) add(source, p.ADDRESSEE, entityOf(link.addressee));
  if (link.setting !== undefined) add(source, p.SETTING, text(link.setting));
  if (link.date !== undefined) add(source, p.STATED_ON, dateLiteral(link.date));
}

function addEvidence(
  writer: ArticleWriter,
  fact: Fact,
  node: RDF.NamedNode,
  evidence: Evidence,
  order: number,
): void {
  const { article, iris, add } = writer;
  const passage = iri(iris.factPart(fact.id, `evidence${order}`));
  add(node, p.EVIDENCE, passage);
  add(passage, p.TYPE, p.EVIDENCE_NODE);
  add(passage, p.ORDER, positiveInteger(order));
  writer.addPassage(passage, evidence, evidence.quote);
  const quote = iri(`${passage.value}-quote`);
  // Whole code points only: these slices may begin or end inside a pair, but never within the nearest 32.
  const before = [...article.text.slice(Math.max(0, evidence.start - 2 * CONTEXT), evidence.start)];
  const after = [...article.text.slice(evidence.end, evidence.end + 2 * CONTEXT)];
  if (before.length > 0) add(quote, p.BEFORE, text(before.slice(-CONTEXT).join("")));
  if (after.length > 0) add(quote, p.AFTER, text(after.slice(0, CONTEXT).join("")));
}

function addQuantity(writer: ArticleWriter, fact: Fact, node: RDF.NamedNode, quantity: Quantity): void {
  const { iris, add } = writer;
  const part = iri(iris.factPart(fact.id, "quantity"));
  add(node, p.QUANTITY, part);
  add(part, p.TYPE, quantity.currency === undefined ? p.QUANTITATIVE_VALUE : p.MONETARY_AMOUNT);
  add(part, p.QUANTITY_TEXT, text(quantity.text));
  for (const quantifier of quantifiersOf(quantity)) add(part, p.QUANTIFIER, p.newsTerm(quantifier));
  if (quantity.value !== undefined) add(part, p.VALUE, decimal(quantity.value));
  if (quantity.min !== undefined) add(part, p.MIN_VALUE, decimal(quantity.min));
  if (quantity.max !== undefined) add(part, p.MAX_VALUE, decimal(quantity.max));
  if (quantity.unit !== undefined) add(part, p.UNIT_TEXT, text(quantity.unit));
  if (quantity.currency !== undefined) add(part, p.CURRENCY, text(quantity.currency));
}

/** How the number is meant. Several may hold: "some 30 or more" is a lower bound and approximate. */
function quantifiersOf({ min, max, exclusive, approximate }: Quantity): readonly string[] {
  const found: string[] = [];
  if (min !== undefined && max !== undefined) found.push("Between");
  if (exclusive) found.push(min === undefined && max !== undefined ? "LessThan" : "MoreThan");
  else if (min !== undefined && max === undefined) found.push("AtLeast");
  else if (max !== undefined && min === undefined) found.push("AtMost");
  if (approximate) found.push("Approximate");
  return found.length === 0 ? ["Exact"] : found;
}
