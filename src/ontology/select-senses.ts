import type { LexicalEntry, Ontology, Relation, RelationSense } from "./ontology.ts";

/** Where an argument of a wording stands in its sentence, seen from the active verb. */
export type ArgumentSlot =
  | "subject"
  | "object"
  | "indirectObject"
  /** "call S O", "elect S mayor". */
  | "complement"
  /** What the last preposition of the key governs. */
  | "oblique";

export interface WordingArgument {
  /** Every class it may be taken for: "12 people" is `["Group", "QuantitativeValue"]`; `["Thing"]` where unknown. */
  readonly types: readonly string[];
  /** Lemma of its head, e.g. "talk" in "hold high-level talks with O". */
  readonly head?: string;
}

/** The arguments that one wording has in its sentence. A clause or infinitive under the verb stands as its object. */
export type WordingArguments = Readonly<Partial<Record<ArgumentSlot, WordingArgument>>>;

/** A sense that fits the sentence, and which argument is the relation's subject and object there. */
export interface FittingSense extends RelationSense {
  readonly subject: ArgumentSlot;
  /** Null for an intransitive wording. */
  readonly object: ArgumentSlot | null;
}

/**
 * The senses of one verb wording that its arguments allow, likeliest first: one that takes the verb's complement
 * before one that leaves it over, more met conditions before fewer, a
 * refinement before what it refines, the narrower range before the wider, then the order of the ontology.
 *
 * @example
 * // "The army lost to the rebels": the one who won is the relation's subject
 * selectSenses(ontology, ontology.findSenses("lose to", "verb"), {
 *   subject: { types: ["Force"] },
 *   oblique: { types: ["Group"] },
 * }); // [{ relation: defeated, subject: "oblique", object: "subject" }]
 */
export function selectSenses(
  ontology: Ontology,
  senses: readonly RelationSense[],
  args: WordingArguments,
): readonly FittingSense[] {
  return senses
    .map((sense) => ({ ...sense, ...argumentSlots(sense.entry, args) }))
    .filter((sense) => fits(ontology, sense, args))
    .map((sense) => ({
      sense,
      // "called him a liar" says what he is called, not that he was telephoned.
      completes: sense.object === "complement" || sense.subject === "complement",
      conditions: countConditions(sense.entry),
      depth: refinementDepth(ontology, sense.relation),
      breadth: rangeBreadth(ontology, sense.relation),
    }))
    .sort(
      (left, right) =>
        Number(right.completes) - Number(left.completes) ||
        right.conditions - left.conditions ||
        right.depth - left.depth ||
        left.breadth - right.breadth,
    )
    .map(({ sense }) => sense);
}

/** Which arguments the entry makes the relation's subject and object. */
function argumentSlots(
  entry: LexicalEntry,
  args: WordingArguments,
): { readonly subject: ArgumentSlot; readonly object: ArgumentSlot | null } {
  const subject = entry.subjectRole ?? "subject";
  if (entry.intransitive) return { subject, object: null };
  const remaining = subject === "object" ? "complement" : "object";
  const object = args.oblique && entry.objectRole === undefined ? "oblique" : remaining;
  return entry.inverse ? { subject: object, object: subject } : { subject, object };
}

function fits(ontology: Ontology, sense: FittingSense, args: WordingArguments): boolean {
  const subject = args[sense.subject];
  const object = sense.object === null ? undefined : args[sense.object];
  if (!subject || (sense.object !== null && !object)) return false;
  const { entry, relation } = sense;
  if (entry.intransitive && args.oblique) return false;
  const directObject = args.object ?? object;
  return (
    hasHead(directObject, entry.objectHeads) &&
    hasHead(subject, entry.subjectHeads ?? []) &&
    hasType(ontology, object, entry.objectTypes) &&
    hasType(ontology, subject, entry.subjectTypes) &&
    subject.types.some((subjectType) =>
      (object?.types ?? ["Thing"]).some((objectType) => ontology.allows(relation, subjectType, objectType)),
    )
  );
}

function hasHead(argument: WordingArgument | undefined, wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 || (argument?.head !== undefined && wanted.includes(argument.head.toLowerCase()))
  );
}

/** Whether the argument is known to be of one of the classes; an unknown type is of none. */
function hasType(
  ontology: Ontology,
  argument: WordingArgument | undefined,
  wanted: readonly string[],
): boolean {
  return (
    wanted.length === 0 ||
    (argument?.types.some((type) => wanted.some((ancestor) => ontology.isA(type, ancestor))) ?? false)
  );
}

function countConditions({
  objectHeads,
  objectTypes,
  subjectTypes,
  subjectHeads = [],
}: LexicalEntry): number {
  return [objectHeads, objectTypes, subjectTypes, subjectHeads].filter((condition) => condition.length > 0)
    .length;
}

function refinementDepth(ontology: Ontology, relation: Relation): number {
  const parent = relation.parent === null ? undefined : ontology.findRelation(relation.parent);
  return parent ? 1 + refinementDepth(ontology, parent) : 0;
}

/** How many classes the range covers. */
function rangeBreadth(ontology: Ontology, relation: Relation): number {
  return ontology.classes.filter(({ name }) =>
    relation.range.some((ancestor) => ontology.isA(name, ancestor)),
  ).length;
}
