import type * as RDF from "@rdfjs/types";
import { RdfSyntaxError } from "../model/errors.ts";
import { text, typed } from "./terms.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";

/**
 * A number as `xsd:decimal` in its canonical form: no exponent, no superfluous zeros, no sign before zero.
 *
 * @example
 * decimalLexical(0.9); // "0.9"
 * decimalLexical(1e21); // "1000000000000000000000"
 */
export function decimalLexical(value: number): string {
  if (!Number.isFinite(value)) throw new RdfSyntaxError(`not a number that RDF can hold: ${value}`);
  const [mantissa = "0", exponent] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (exponent === undefined) return sign + mantissa;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export function decimal(value: number): RDF.Literal {
  return typed(decimalLexical(value), `${XSD}decimal`);
}

export function nonNegativeInteger(value: number): RDF.Literal {
  return typed(String(value), `${XSD}nonNegativeInteger`);
}

export function positiveInteger(value: number): RDF.Literal {
  return typed(String(value), `${XSD}positiveInteger`);
}

export function boolean(value: boolean): RDF.Literal {
  return typed(String(value), `${XSD}boolean`);
}

const DATE_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d$/, "date"],
  [/^\d{4}-\d\d$/, "gYearMonth"],
  [/^\d{4}$/, "gYear"],
  [/^--\d\d-\d\d$/, "gMonthDay"],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/, "dateTime"],
];

/** A single date of any precision as the literal of its XSD type; what is none of them stays text. */
export function dateLiteral(value: string): RDF.Literal {
  const form = DATE_FORMS.find(([pattern]) => pattern.test(value));
  return form === undefined ? text(value) : typed(value, XSD + form[1]);
}

/** The two sides of an ISO 8601 interval; undefined where the value is not one. An open side (`..` or nothing) is null. */
export function intervalSides(value: string): readonly [string | null, string | null] | undefined {
  const sides = value.split("/");
  if (sides.length !== 2) return undefined;
  const [from = "", to = ""] = sides;
  const side = (words: string) => (words === "" || words === ".." ? null : words);
  return [side(from), side(to)];
}
