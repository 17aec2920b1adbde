import { describe, expect, it } from "vitest";
import { RdfSyntaxError } from "../../../src/model/errors.ts";
import { parseQuads } from "../../../src/rdf/parse.ts";

describe("parseQuads", () => {
  it("has read everything when it returns", () => {
    const [first, second] = parseQuads(
      "@prefix : <https://kg.example/> . :a :b 1 . :c { :d :e 'f' }",
      "trig",
    );
    expect(first?.object.value).toBe("1");
    expect(second?.graph.value).toBe("https://kg.example/c");
  });

  it("names source and line of what it cannot read", () => {
    const wrong = "<https://kg.example/a> <https://kg.example/b> 1 .\nnonsense";
    expect(() => parseQuads(wrong, "turtle", "kg/facts.ttl")).toThrow(RdfSyntaxError);
    expect(() => parseQuads(wrong, "turtle", "kg/facts.ttl")).toThrow(/^kg\/facts\.ttl: .*line 2/);
  });

  it("takes no Turtle for N-Triples, and no half surrogate pair", () => {
    expect(() => parseQuads("@prefix : <https://kg.example/> . :a :b :c .", "ntriples")).toThrow(
      RdfSyntaxError,
    );
    expect(() => parseQuads('<a:a> <a:b> "\ud83d" .', "ntriples")).toThrow(/surrogate/);
  });
});
