import { describe, expect, it } from "vitest";
import {
  missingDeclarations,
  namesDataset,
  queryForm,
  unknownPrefixes,
  usesService,
} from "../../../src/store/sparql-text.ts";

const PREFIXES = { news: "https://n.example/", ent: "https://e.example/", rdf: "https://r.example/" };

describe("queryForm", () => {
  it.each([
    ["SELECT * { ?s ?p ?o }", "select"],
    ["# insert\nPREFIX ask: <http://construct.example/>\nask { ?s ask:select 'delete' }", "ask"],
    ["prefix describe: <http://x/> CONSTRUCT WHERE { ?s ?p ?o }", "construct"],
    ["BASE <http://select.example/> DESCRIBE <x>", "describe"],
    ["INSERT DATA { <a:a> <a:b> 1 }", "update"],
    ["WITH <http://g/> DELETE WHERE { ?s ?p ?o }", "update"],
    ["CLEAR ALL", "update"],
    ["?", "unknown"],
  ])("reads %j as %s", (sparql, form) => {
    expect(queryForm(sparql)).toBe(form);
  });
});

describe("missingDeclarations", () => {
  it("declares the known prefixes that are used and not declared", () => {
    expect(
      missingDeclarations(
        "PREFIX ent: <http://x/>\nSELECT * { ent:a news:met ?o . ?x a rdf:Property }",
        PREFIXES,
      ),
    ).toBe("PREFIX news: <https://n.example/> PREFIX rdf: <https://r.example/>");
  });

  it("is not misled by texts, comments and IRIs", () => {
    expect(missingDeclarations('SELECT * { ?s <http://ent:x/> "news:met" } # rdf:type', PREFIXES)).toBe("");
  });

  it("knows which prefixes nobody declares", () => {
    expect(unknownPrefixes("SELECT * { ?s foo:bar news:met ; :x 1 }", PREFIXES)).toEqual(["", "foo"]);
  });
});

describe("usesService", () => {
  it("finds SERVICE as a keyword only", () => {
    expect(usesService("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")).toBe(true);
    expect(usesService("SELECT * { ?service ?p 'service' }")).toBe(false);
  });
});

describe("namesDataset", () => {
  it("finds FROM as a keyword only", () => {
    expect(namesDataset("SELECT * FROM NAMED <g:1> { GRAPH ?g { ?s ?p ?o } }")).toBe(true);
    expect(namesDataset("SELECT ?from { ?from news:from 'from' } # FROM")).toBe(false);
  });
});
