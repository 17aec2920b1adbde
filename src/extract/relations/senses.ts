import type { LexicalEntry, Ontology, Relation, RelationSense } from "../../ontology/ontology.ts";

/** What a sense is chosen by: one argument of the relation as far as it is known. */
export interface SenseArgument {
  /** Class of the ontology; "Thing" where unknown. */
  readonly type: string;
  /** Lemma of the head noun. */
  readonly lemma: string;
}

/** Whether a type meets one of the classes that a wording demands. */
function meets(ontology: Ontology, type: string, demanded: readonly string[]): boolean {
  return demanded.some((each) => ontology.isA(type, each));
}

/**
 * How well a wording fits its arguments, or undefined where it may not be used: conditions that are met weigh most,
 * then how narrow the relation's domain and range are (ontology.md section 12).
 */
export function fitOf(
  ontology: Ontology,
  { relation, entry }: RelationSense,
  subject: SenseArgument | undefined,
  object: SenseArgument | undefined,
  directObjectLemma: string | undefined,
): number | undefined {
  let fit = 0;
  if (entry.objectHeads.length > 0) {
    if (!directObjectLemma || !entry.objectHeads.includes(directObjectLemma)) return undefined;
    fit += 8;
  }
  if (entry.subjectHeads && entry.subjectHeads.length > 0) {
    if (!subject || !entry.subjectHeads.includes(subject.lemma)) return undefined;
    fit += 6;
  }
  const subjectFit = conditionFit(ontology, entry.subjectTypes, subject);
  const objectFit = conditionFit(ontology, entry.objectTypes, object);
  if (subjectFit === undefined || objectFit === undefined) return undefined;
  fit += subjectFit + objectFit;
  if (!ontology.allows(relation, subject?.type ?? "Thing", object?.type ?? null)) return undefined;
  if (object && relation.literalObject && !isLiteralType(ontology, object.type, relation)) return undefined;
  return fit + narrowness(ontology, relation, subject, object);
}

function conditionFit(
  ontology: Ontology,
  demanded: readonly string[],
  argument: SenseArgument | undefined,
): number | undefined {
  if (demanded.length === 0) return 0;
  if (!argument) return undefined;
  return meets(ontology, argument.type, demanded) ? 4 : undefined;
}

/** A literal is a number, an amount, a date or words; the first three only where the argument is one. */
function isLiteralType(ontology: Ontology, type: string, relation: Relation): boolean {
  const strict = relation.range.filter((each) => LITERAL_CLASSES.has(each));
  return strict.length === 0 || strict.some((each) => ontology.isA(type, each));
}

const LITERAL_CLASSES = new Set(["QuantitativeValue", "MonetaryAmount", "Date"]);

function narrowness(
  ontology: Ontology,
  relation: Relation,
  subject: SenseArgument | undefined,
  object: SenseArgument | undefined,
): number {
  let score = 0;
  const known = (argument: SenseArgument | undefined): argument is SenseArgument =>
    argument !== undefined && argument.type !== "Thing";
  if (known(subject) && !relation.domain.includes("Thing") && meets(ontology, subject.type, relation.domain))
    score += 1;
  if (known(object) && !relation.range.includes("Thing") && meets(ontology, object.type, relation.range))
    score += 1.5;
  return score;
}

/** The direct-object condition of a wording, by number-free lemma. */
export function demandsObjectHead(entry: LexicalEntry): boolean {
  return entry.objectHeads.length > 0;
}
