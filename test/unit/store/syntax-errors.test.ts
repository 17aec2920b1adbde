import { describe, expect, it } from "vitest";
import { explainSyntaxError } from "../../../src/store/syntax-errors.ts";

describe("a syntax error", () => {
  it("names the word at which the query ends being SPARQL", () => {
    const message =
      'error at 1:31: expected one of "$", "\'", "(", "*", "+", "-", ".", [\'0\'..=\'9\'], ["a" ..= "z"]';
    expect(explainSyntaxError(message, "SELECT ?x WHERE { ?x news:met }", 0)).toBe(
      'line 1, column 31: "}" is not expected here',
    );
  });

  it("says what was expected where that is short", () => {
    expect(
      explainSyntaxError('error at 1:25: expected ")"', "SELECT (COUNT(?x) AS ?n WHERE {?x ?y ?z}", 0),
    ).toBe('line 1, column 25: ")" expected before "WHERE"');
  });

  it("says what is wrong beyond the grammar", () => {
    const message =
      'error at 1:9: expected one of "$", IF, TZ, The SELECT contains a variable that is unbound, [_]';
    expect(explainSyntaxError(message, "SELECT ?x", 0)).toBe(
      'line 1, column 9, at "?x": The SELECT contains a variable that is unbound',
    );
  });

  it("names a word that no query begins with, whatever follows it", () => {
    const query = "# who\nPREFIX a: <urn:a#>\nSELEC ?a {}";
    expect(explainSyntaxError("error at 3:10: expected CONSTRUCT", query, 0)).toBe(
      'line 3: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with "SELEC"',
    );
  });

  it("counts the lines of the query alone", () => {
    expect(explainSyntaxError("error at 3:3: expected }", "ASK {\n  ~ }", 1)).toBe(
      'line 2, column 3: } expected before "~"',
    );
  });
});
