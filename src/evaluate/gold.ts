import { EvaluationInputError } from "./input-error.ts";

/** Offsets in one text; gold files count Unicode code points, and so must the system's facts that are scored with them. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Other accepted readings of a gold fact. In `speaker`, null accepts a fact without one. */
export interface Alternatives {
  readonly subject: readonly string[];
  readonly relation: readonly string[];
  /** Wordings of the relation with subject and object swapped. */
  readonly inverse: readonly string[];
  readonly object: readonly string[];
  readonly speaker: readonly (string | null)[];
  readonly factuality: readonly string[];
  readonly date: readonly (string | null)[];
}

/** A fact that a person found in an article: a line of `SLUG.facts.jsonl`. */
export interface GoldFact {
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly speaker: string | null;
  readonly factuality: string;
  readonly date: string | null;
  readonly statementDate: string | null;
  /** The numbers of its quantity: value, bounds, approximation. Empty where it has none. */
  readonly quantities: readonly number[];
  readonly hasQuantity: boolean;
  readonly evidence: Passage;
  readonly moreEvidence: readonly Passage[];
  /** `core`: a careful analyst would miss it; `extended`: a thorough one adds it. */
  readonly level: string;
  readonly alternatives: Alternatives;
}

/** Something the gold facts are about, with every name it goes by: a line of `SLUG.entities.jsonl`. */
export interface GoldEntity {
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The objects of a JSON Lines text; blank lines are skipped.
 *
 * @param name of the file, for errors
 * @throws {@link EvaluationInputError} naming the line that is not an object
 */
export function parseJsonLines(text: string, name: string): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    objects.push(parseObject(line, `${name}:${index + 1}`));
  }
  return objects;
}

/** The JSON objects of a system's file, and how many of its lines are none: they count as wrong, and stop nothing. */
export function readSystemLines(text: string): {
  readonly lines: readonly JsonObject[];
  readonly unreadable: number;
} {
  const lines: JsonObject[] = [];
  let unreadable = 0;
  for (const line of text.replace(/^\ufeff/, "").split("\n")) {
    if (line.trim() === "") continue;
    try {
      lines.push(parseObject(line, "system"));
    } catch {
      unreadable++;
    }
  }
  return { lines, unreadable };
}

/** @throws {@link EvaluationInputError} where the text is not one JSON object */
export function parseObject(line: string, location: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new EvaluationInputError(location, cause instanceof Error ? cause.message : "not JSON", { cause });
  }
  if (!isJsonObject(value)) throw new EvaluationInputError(location, "not a JSON object");
  return value;
}

/** @throws {@link EvaluationInputError} naming the fact and the member it lacks */
export function readGoldFacts(text: string, name: string): readonly GoldFact[] {
  return parseJsonLines(text, name).map((object, index) =>
    readGoldFact(object, `${name}, fact ${index + 1}`),
  );
}

function readGoldFact(object: JsonObject, location: string): GoldFact {
  const text = (key: string) => requiredText(object, key, location);
  const quantity = isJsonObject(object["quantity"]) ? object["quantity"] : {};
  const quantities = ["value", "min", "max", "approx"]
    .map((key) => quantity[key])
    .filter((number) => typeof number === "number");
  return {
    id: text("id"),
    subject: text("subject"),
    relation: text("relation"),
    object: text("object"),
    speaker: optionalText(object, "speaker"),
    factuality: text("factuality"),
    date: optionalText(object, "date"),
    statementDate: optionalText(object, "statement_date"),
    quantities,
    hasQuantity: Object.keys(quantity).length > 0,
    evidence: readPassage(object["evidence"], location),
    moreEvidence: listOf(object["evidence_more"]).map((passage) => readPassage(passage, location)),
    level: text("level"),
    alternatives: readAlternatives(object["alternatives"]),
  };
}

function readAlternatives(value: unknown): Alternatives {
  const object = isJsonObject(value) ? value : {};
  const texts = (key: string) => listOf(object[key]).filter((item) => typeof item === "string");
  const textsOrNull = (key: string) =>
    listOf(object[key]).filter((item) => item === null || typeof item === "string");
  return {
    subject: texts("subject"),
    relation: texts("relation"),
    inverse: texts("inverse"),
    object: texts("object"),
    speaker: textsOrNull("speaker"),
    factuality: texts("factuality"),
    date: textsOrNull("date"),
  };
}

function readPassage(value: unknown, location: string): Passage {
  const passage = asPassage(value);
  if (!passage) throw new EvaluationInputError(location, "evidence needs whole numbers start and end");
  return passage;
}

/** @returns null where the value has no whole start and end */
export function asPassage(value: unknown): Passage | null {
  if (!isJsonObject(value)) return null;
  const { start, end } = value;
  return Number.isInteger(start) && Number.isInteger(end) ? { start: Number(start), end: Number(end) } : null;
}

/** @throws {@link EvaluationInputError} naming the entity and the member it lacks */
export function readGoldEntities(text: string, name: string): readonly GoldEntity[] {
  return parseJsonLines(text, name).map((object, index) => {
    const location = `${name}, entity ${index + 1}`;
    return {
      name: requiredText(object, "name", location),
      type: requiredText(object, "type", location),
      aliases: listOf(object["aliases"]).filter((alias) => typeof alias === "string"),
    };
  });
}

function requiredText(object: JsonObject, key: string, location: string): string {
  const value = object[key];
  if (typeof value !== "string" || value === "") throw new EvaluationInputError(location, `no ${key}`);
  return value;
}

function optionalText(object: JsonObject, key: string): string | null {
  const value = object[key];
  return typeof value === "string" && value !== "" ? value : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
