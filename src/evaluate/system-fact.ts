import { factualityNamed } from "./factuality-names.ts";
import { asPassage, isJsonObject, type Passage } from "./gold.ts";
import { analyseWording } from "./relation-wording.ts";
import { normalised, numbersIn } from "./text-normalisation.ts";

/** A fact that a system found, as scoring sees it. */
export interface SystemFact {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly speaker: string | null;
  readonly factuality: string;
  readonly date: string | null;
  /** Numbers of its quantity, where it gives one. */
  readonly quantities: readonly number[];
  readonly evidence: Passage | null;
}

const LABEL_KEYS = ["label", "name", "text", "speaker", "value", "id", "iri"];

/**
 * Reads one line of a system: labels may be strings, IRIs or objects that hold one; `predicate` and `attribution` stand for
 * `relation` and `speaker`. A missing factuality is read off the wording ("could provide" is possible).
 *
 * @returns null where subject, relation or object is missing
 */
export function readSystemFact(line: Readonly<Record<string, unknown>>): SystemFact | null {
  const subject = labelOf(line["subject"]);
  const relation = labelOf("relation" in line ? line["relation"] : line["predicate"]);
  const object = labelOf(line["object"]);
  if (![subject, relation, object].every((label) => label.trim() !== "")) return null;
  return {
    subject,
    relation,
    object,
    speaker: labelOf("speaker" in line ? line["speaker"] : line["attribution"]) || null,
    factuality: factualityOf(line["factuality"], subject, relation, object),
    date: line["date"] ? String(line["date"]) : null,
    quantities: quantitiesOf(line["quantity"]),
    evidence: asPassage(line["evidence"]),
  };
}

function labelOf(value: unknown): string {
  if (Array.isArray(value)) return labelOf(value[0]);
  if (isJsonObject(value)) {
    const found = LABEL_KEYS.map((key) => value[key]).find(
      (label) => typeof label === "string" || typeof label === "number",
    );
    return found === undefined ? "" : String(found);
  }
  return value === null || value === undefined ? "" : String(value);
}

function factualityOf(given: unknown, subject: string, relation: string, object: string): string {
  // "X supported nobody" denies whatever the system says of it.
  if (["nobody", "no one", "none"].includes(normalised(object))) return "negated";
  if (["nobody", "no one"].includes(normalised(subject))) return "negated";
  if (given !== undefined && given !== null && given !== "") return factualityNamed(String(given));
  const { negated, modal } = analyseWording(relation);
  if (negated) return "negated";
  return modal ? "possible" : "certain";
}

function quantitiesOf(quantity: unknown): readonly number[] {
  if (quantity === null || quantity === undefined) return [];
  if (!isJsonObject(quantity)) return [...numbersIn(String(quantity))];
  return Object.values(quantity).filter((number) => typeof number === "number");
}
