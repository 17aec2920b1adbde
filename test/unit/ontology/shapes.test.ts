import { readFileSync } from "node:fs";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";
import { describe, expect, it } from "vitest";
import { NAMESPACES } from "../../../src/ontology/vocabulary.ts";

const read = (name: string) => readFileSync(new URL(`../../../ontology/${name}`, import.meta.url), "utf8");
const shapes = new Store(new Parser().parse(read("shapes.ttl")));

const PREFIXES = Object.entries(NAMESPACES)
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
  .join("\n");

/** A fact as the exporter writes it: who met whom, with its passage. */
const GRAPH = `${PREFIXES}
@prefix : <https://example.org/> .
:article a schema:NewsArticle ; schema:headline "Talks in the port" .
:jane a schema:Person ; skos:prefLabel "Jane Roe" .
:john a schema:Person ; skos:prefLabel "John Doe" .
:fact a news:Fact ; rdf:subject :jane ; rdf:predicate news:met ; rdf:object :john ; news:factuality news:Certain ;
  news:asserted true ; prov:wasDerivedFrom :article ; news:confidence 0.9 ; news:attribution :source ;
  news:evidence :passage .
:source a news:Attribution ; prov:agent :john ; news:order "1"^^xsd:positiveInteger ; news:reportingVerb "say" .
:passage a news:Evidence ; oa:hasSource :article ; oa:hasSelector :position , :quote .
:position a oa:TextPositionSelector ; oa:start "0"^^xsd:nonNegativeInteger ; oa:end "22"^^xsd:nonNegativeInteger .
:quote a oa:TextQuoteSelector ; oa:exact "Jane Roe met John Doe." .
`;

async function messages(turtle: string): Promise<readonly string[]> {
  const validator = new SHACLValidator(shapes);
  const report = await validator.validate(new Store(new Parser().parse(turtle)));
  return report.results.flatMap(({ message }) => message.map((term) => term.value));
}

describe("shapes", () => {
  it("accept a complete fact", async () => {
    expect(await messages(GRAPH)).toEqual([]);
  });

  it.each([
    [
      "a missing factuality",
      "news:factuality news:Certain ;",
      "",
      "exactly one of the eight factuality values",
    ],
    ["an unknown factuality", "news:Certain", "news:Maybe", "exactly one of the eight factuality values"],
    ["an asserted possibility", "news:Certain", "news:Possible", "Only a certain fact"],
    [
      "an asserted future",
      "news:asserted true",
      "news:asserted true ; news:temporality graspf:future",
      "not of the future",
    ],
    ["a confidence of 7", "0.9", "7.0", "from 0 to 1"],
    ["an end before the start", '"0"^^', '"30"^^', "start before it ends"],
    ["a plain integer as position", '"22"^^xsd:nonNegativeInteger', "22", "xsd:nonNegativeInteger"],
    ["a fact without passage", "news:evidence :passage", "news:rule 'r'", "at least one passage"],
    ["a passage without quote", ":position , :quote", ":position", "exactly one quote"],
    ["a nameless subject", 'skos:prefLabel "Jane Roe"', 'rdfs:label "Jane Roe"', "needs a name"],
    ["a speaker missing", "prov:agent :john ;", "", "exactly one speaker"],
  ])("name %s in words", async (_fault, from, to, words) => {
    expect(GRAPH).toContain(from);
    expect((await messages(GRAPH.replace(from, to))).join("\n")).toContain(words);
  });
});

describe("the JSON-LD context", () => {
  it("binds the prefixes of the vocabulary to the same namespaces", () => {
    const { "@context": context } = JSON.parse(read("context.jsonld")) as {
      "@context": Record<string, unknown>;
    };
    for (const [prefix, iri] of Object.entries(NAMESPACES)) {
      if (prefix !== "sh") expect(context[prefix], prefix).toBe(iri);
    }
  });
});
