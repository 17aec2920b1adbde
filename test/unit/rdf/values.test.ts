import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RdfSyntaxError } from "../../../src/model/errors.ts";
import { compareCodePoints, escapeText, termToNT } from "../../../src/rdf/n-quads.ts";
import { iri, languageText, text } from "../../../src/rdf/terms.ts";
import { dateLiteral, decimalLexical, intervalSides } from "../../../src/rdf/values.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";

describe("decimalLexical", () => {
  it.each([
    [0.9, "0.9"],
    [1, "1"],
    [-0, "0"],
    [2.5e9, "2500000000"],
    [1e21, "1000000000000000000000"],
    [1.25e22, "12500000000000000000000"],
    [1e-7, "0.0000001"],
    [-1.5e-9, "-0.0000000015"],
  ])("writes %d without exponent", (value, lexical) => {
    expect(decimalLexical(value)).toBe(lexical);
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimalLexical(value)).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(decimalLexical(value)) === value).toBe(true);
      }),
    );
  });

  it("refuses what is no number", () => {
    expect(() => decimalLexical(Number.NaN)).toThrow(RdfSyntaxError);
  });
});

describe("dateLiteral", () => {
  it.each([
    ["2025-08-22", "date"],
    ["2025-08", "gYearMonth"],
    ["2025", "gYear"],
    ["--08-22", "gMonthDay"],
    ["2025-08-22T10:00:00Z", "dateTime"],
    ["2025-W34", "string"],
  ])("types %s as xsd:%s", (value, type) => {
    expect(dateLiteral(value).datatype.value).toBe(XSD + type);
    expect(dateLiteral(value).value).toBe(value);
  });

  it("knows the sides of an interval, and open ones", () => {
    expect(intervalSides("2025-08-18/2025-08-24")).toEqual(["2025-08-18", "2025-08-24"]);
    expect(intervalSides("../2025")).toEqual([null, "2025"]);
    expect(intervalSides("2025")).toBeUndefined();
  });
});

describe("terms", () => {
  it("refuse half a surrogate pair, in texts and IRIs", () => {
    expect(() => text("broken \ud83d here")).toThrow(RdfSyntaxError);
    expect(() => iri("https://kg.example/\udc00")).toThrow(RdfSyntaxError);
    expect(text("whole 🙂").value).toBe("whole 🙂");
  });

  it.each(["relative", "https://kg.example/a b", "https://kg.example/<x>", "https://kg.example/\n", ""])(
    "refuse %j as an IRI",
    (value) => {
      expect(() => iri(value)).toThrow(RdfSyntaxError);
    },
  );

  it("refuse a language that is none", () => {
    expect(() => languageText("hello", "en us")).toThrow(RdfSyntaxError);
  });
});

describe("canonical N-Quads", () => {
  it("escape what must be escaped, and nothing else", () => {
    expect(escapeText('a"b\\c\nd\re\tf\u0000g\u007f é 🙂 \u2028')).toBe(
      'a\\"b\\\\c\\nd\\re\\tf\\u0000g\\u007F é 🙂 \u2028',
    );
    expect(termToNT(languageText("oui", "FR"))).toBe('"oui"@fr');
  });

  it("order texts as UTF-8 bytes are ordered", () => {
    const fullUnicode = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fullUnicode, fullUnicode, (left, right) => {
        const expected = Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
        expect(Math.sign(compareCodePoints(left, right))).toBe(expected);
      }),
    );
  });
});
