import type { GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "../state/view-index.ts";

const PREFIXES = {
  news: "https://w3id.org/dateline/ontology#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  schema: "http://schema.org/",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
} as const;

/** A name in angle brackets; what may not stand in an IRI is escaped. */
function iri(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not stand in an IRI
  return `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter))}>`;
}

function literal(value: string): string {
  const escaped = value.replace(/["\\\n\r\t]/g, (letter) => {
    const names: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    return names[letter] ?? `\\${letter}`;
  });
  return `"${escaped}"`;
}

/** "ruled_out" is news:RuledOut. */
function factualityName(value: string): string {
  return `news:${value.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

const DATATYPES: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d$/, "xsd:date"],
  [/^\d{4}-\d\d$/, "xsd:gYearMonth"],
  [/^\d{4}$/, "xsd:gYear"],
];

/** A point in time of any precision with its datatype. */
function dateLiteral(value: string | null): string | undefined {
  const datatype = DATATYPES.find(([form]) => form.test(value ?? ""))?.[1];
  return datatype === undefined ? undefined : `"${value}"^^${datatype}`;
}

/** When it happened and when it was said, where these are points in time. */
function datesOf({ date, statementDate }: GraphViewFact): string[] {
  const line = (property: string, value: string | null): string[] => {
    const literalOf = dateLiteral(value);
    return literalOf === undefined ? [] : [`    ${property} ${literalOf} ;`];
  };
  return [...line("sem:hasTimeStamp", date), ...line("news:statedOn", statementDate)];
}

/**
 * Facts in Turtle, in the terms of the graph they are from: plain triples for those that are asserted, and every one as
 * a `news:Fact` with its words and where they stand.
 */
export function toTurtle(index: ViewIndex, facts: readonly GraphViewFact[]): string {
  const data = index.base.replace(/entity\/$/, "");
  const lines = Object.entries(PREFIXES).map(([name, value]) => `@prefix ${name}: <${value}> .`);
  const objectOf = (fact: GraphViewFact): string => {
    const node = index.nodes.get(fact.target);
    if (node?.kind !== "literal") return iri(fact.target);
    // A bare number of four digits may be anything.
    return (node.label.includes("-") ? dateLiteral(node.label) : undefined) ?? literal(node.label);
  };
  for (const id of new Set(facts.flatMap(({ source, target }) => [source, target]))) {
    const node = index.nodes.get(id);
    if (node === undefined || node.kind === "literal") continue;
    const names = node.aliases.filter((alias) => alias !== node.label).map(literal);
    lines.push(
      "",
      `${iri(id)} skos:prefLabel ${literal(node.label)}${names.length > 0 ? ` ;\n    skos:altLabel ${names.join(", ")}` : ""} .`,
    );
  }
  for (const fact of facts) {
    const relation = iri(index.relations.get(fact.relation)?.iri ?? fact.relation);
    const article = iri(`${data}article/${fact.evidence.articleId.replace(/^article:/, "")}`);
    lines.push("");
    if (fact.asserted) lines.push(`${iri(fact.source)} ${relation} ${objectOf(fact)} .`);
    lines.push(
      `${iri(`${data}fact/${fact.id.replace(/^fact:/, "")}`)} a news:Fact ;`,
      `    rdf:subject ${iri(fact.source)} ; rdf:predicate ${relation} ; rdf:object ${objectOf(fact)} ;`,
      `    news:factuality ${factualityName(fact.factuality)} ; news:asserted ${fact.asserted} ; news:confidence ${fact.confidence.toFixed(2)} ;`,
      `    prov:wasDerivedFrom ${article} ;`,
      ...datesOf(fact),
      `    news:evidence [ oa:hasSource ${article} ; oa:hasSelector`,
      `        [ a oa:TextQuoteSelector ; oa:exact ${literal(fact.evidence.quote)} ] ,`,
      `        [ a oa:TextPositionSelector ; oa:start ${fact.evidence.start} ; oa:end ${fact.evidence.end} ] ] .`,
    );
  }
  return `${lines.join("\n")}\n`;
}
