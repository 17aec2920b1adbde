import type * as RDF from "@rdfjs/types";
import { FACTUALITY_TERMS } from "../rdf/fact-to-quads.ts";
import { escapeText } from "../rdf/n-quads.ts";
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from "./date-bounds.ts";
import type { FactFilter } from "./graph.ts";

/** What the texts of a filter were found to stand for; undefined where the filter says nothing. */
export interface ResolvedFilter {
  readonly filter: FactFilter;
  readonly subjects?: readonly RDF.Term[];
  readonly objects?: readonly RDF.Term[];
  readonly speakers?: readonly RDF.Term[];
  readonly outlets?: readonly RDF.Term[];
  /** Relations that the text names; SPARQL adds those that refine them. */
  readonly relations?: readonly RDF.Term[];
  readonly article?: RDF.Term;
}

/**
 * The SPARQL text that returns the same facts as a `find`, in the same order.
 *
 * @param write a term as SPARQL has it, e.g. `ent:Mark_Rutte`
 */
export function explainFilter(resolved: ResolvedFilter, write: (term: RDF.Term) => string): string {
  const { filter, subjects, objects, relations, speakers, outlets, article } = resolved;
  const values = (variable: string, terms: readonly RDF.Term[] | undefined) =>
    terms === undefined ? [] : [`  VALUES ?${variable} { ${terms.map(write).join(" ")} }`];
  const lines = [
    "SELECT ?fact ?subject ?relation ?object WHERE {",
    ...values("subject", subjects),
    ...values("object", objects),
    ...values("named", relations),
    ...(relations === undefined ? [] : ["  ?relation rdfs:subPropertyOf* ?named ."]),
    ...values("article", article === undefined ? undefined : [article]),
    ...values("outlet", outlets),
    "  ?fact a news:Fact ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;",
    "    prov:wasDerivedFrom ?article ; news:evidence ?evidence .",
    '  ?evidence news:order "1"^^xsd:positiveInteger ; oa:hasSelector ?position .',
    "  ?position oa:start ?start ; oa:end ?end .",
    ...(outlets === undefined ? [] : ["  ?article schema:publisher ?outlet ."]),
    ...(filter.factuality === undefined
      ? []
      : [`  ?fact news:factuality news:${FACTUALITY_TERMS[filter.factuality]} .`]),
    ...(filter.asserted === undefined ? [] : [`  ?fact news:asserted ${filter.asserted} .`]),
    ...(speakers === undefined ? [] : speakerLines(speakers.map(write))),
    "  OPTIONAL { ?article schema:datePublished ?published }",
    ...dateLines(filter),
    "} ORDER BY STR(?published) ?article ?start ?end ?fact",
    ...(filter.limit === undefined ? [] : [`LIMIT ${filter.limit}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A chain with two matching sources must not return its fact twice, so they are asked for in a filter. */
function speakerLines(speakers: readonly string[]): readonly string[] {
  return [
    "  FILTER EXISTS {",
    "    ?fact news:attribution/prov:agent ?speaker .",
    `    FILTER(?speaker IN (${speakers.join(", ")}))`,
    "  }",
  ];
}

/** When it holds, else when it was said, else when it was published; incomplete dates are completed to days. */
function dateLines({ since, until }: FactFilter): readonly string[] {
  if (since === undefined && until === undefined) return [];
  const year = (variable: string) => `FILTER(REGEX(STR(?${variable}), "^[0-9]{4}"))`;
  const side = (function_: string) =>
    `IF(CONTAINS(STR(?said), "/"), ${function_}(STR(?said), "/"), STR(?said))`;
  const printed = 'IF(REGEX(STR(?published), "^[0-9]{4}"), STR(?published), ?nothing)';
  const day = (variable: string, model: string) =>
    `CONCAT(SUBSTR(?${variable}, 1, 10), SUBSTR("${model}", STRLEN(?${variable}) + 1))`;
  return [
    `  OPTIONAL { ?fact sem:hasTimeStamp ?at ${year("at")} }`,
    `  OPTIONAL { ?fact sem:hasEarliestBeginTimeStamp ?begins ${year("begins")} }`,
    `  OPTIONAL { ?fact sem:hasLatestEndTimeStamp ?ends ${year("ends")} }`,
    `  OPTIONAL { ?fact news:statedOn ?said ${year("said")} }`,
    `  BIND(COALESCE(STR(?at), STR(?begins), IF(BOUND(?ends), "${FIRST_DAY}", ?nothing), ${side("STRBEFORE")}, ${printed}) AS ?from)`,
    `  BIND(COALESCE(STR(?at), STR(?ends), IF(BOUND(?begins), "${LAST_DAY}", ?nothing), ${side("STRAFTER")}, ${printed}) AS ?to)`,
    ...(since === undefined ? [] : [`  FILTER(${day("to", LAST_DAY)} >= "${escapeText(firstDay(since))}")`]),
    ...(until === undefined
      ? []
      : [`  FILTER(${day("from", FIRST_DAY)} <= "${escapeText(lastDay(until))}")`]),
  ];
}
