import { OntologyError } from "../model/errors.ts";
import type { LexicalEntry } from "./ontology.ts";
import type { Statements } from "./statements.ts";
import { localName, vocabularyIri } from "./vocabulary.ts";

/** The four properties that hold wordings, and what each makes of them. */
const WORDINGS: readonly {
  readonly property: string;
  readonly pos: "verb" | "noun";
  readonly denotes?: "event" | "subject" | "object";
}[] = [
  { property: "lemma", pos: "verb" },
  { property: "noun", pos: "noun", denotes: "event" },
  { property: "roleNoun", pos: "noun", denotes: "subject" },
  { property: "valueNoun", pos: "noun", denotes: "object" },
];

const SUBJECT_ROLES: ReadonlyMap<string, "object" | "indirectObject"> = new Map([
  [vocabularyIri("DirectObject"), "object"],
  [vocabularyIri("IndirectObject"), "indirectObject"],
]);

type Conditions = Omit<LexicalEntry, "key" | "pos" | "denotes">;

const UNCONDITIONAL: Conditions = {
  inverse: false,
  negated: false,
  intransitive: false,
  voiced: false,
  objectHeads: [],
  objectTypes: [],
  subjectTypes: [],
  subjectHeads: [],
};

/**
 * The wordings of one relation: those on the relation itself, then those of its `news:entry` nodes.
 *
 * @param classNames local names of declared classes by IRI
 * @throws {@link OntologyError} for an entry without a wording, or with a value that means nothing
 */
export function readEntries(
  statements: Statements,
  relationIri: string,
  classNames: ReadonlyMap<string, string>,
): readonly LexicalEntry[] {
  const entries = readWordings(statements, relationIri, UNCONDITIONAL);
  for (const node of statements.values(relationIri, vocabularyIri("entry"))) {
    const name = `an entry of ${localName(relationIri)}`;
    const wordings = readWordings(statements, node, readConditions(statements, node, name, classNames));
    if (wordings.length === 0) throw new OntologyError(`${name} has no lemma and no noun`);
    entries.push(...wordings);
  }
  return dropRepeated(entries);
}

function readWordings(statements: Statements, node: string, conditions: Conditions): LexicalEntry[] {
  return WORDINGS.flatMap(({ property, pos, denotes }) =>
    statements.values(node, vocabularyIri(property)).map((key) => ({
      key: normaliseKey(key),
      pos,
      ...conditions,
      ...(denotes && { denotes }),
    })),
  );
}

function readConditions(
  statements: Statements,
  node: string,
  name: string,
  classNames: ReadonlyMap<string, string>,
): Conditions {
  const texts = (property: string) => statements.values(node, vocabularyIri(property));
  const flag = (property: string) => texts(property).some((value) => value === "true" || value === "1");
  const classes = (property: string) =>
    texts(property).map((iri) => {
      const className = classNames.get(iri);
      if (className === undefined)
        throw new OntologyError(`${name}: ${localName(iri)} is not a declared class`);
      return className;
    });
  const [direction] = texts("direction");
  if (direction !== undefined && direction !== vocabularyIri("Inverse")) {
    throw new OntologyError(
      `${name}: direction ${localName(direction)} means nothing; only news:Inverse does`,
    );
  }
  const [objectRole] = texts("objectRole");
  const [role] = texts("subjectRole");
  const subjectRole = role === undefined ? undefined : SUBJECT_ROLES.get(role);
  if (role !== undefined && subjectRole === undefined) {
    throw new OntologyError(
      `${name}: subject role ${localName(role)} is neither DirectObject nor IndirectObject`,
    );
  }
  return {
    inverse: direction !== undefined,
    negated: flag("negated"),
    intransitive: flag("intransitive"),
    voiced: flag("voiced"),
    objectHeads: texts("objectHead").map(normaliseKey),
    objectTypes: classes("objectType"),
    subjectTypes: classes("subjectType"),
    subjectHeads: texts("subjectHead").map(normaliseKey),
    ...(subjectRole && { subjectRole }),
    ...(objectRole === undefined ? {} : { objectRole: "object" as const }),
  };
}

/** Look-ups are by lower-case words with single blanks. */
export function normaliseKey(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}

function dropRepeated(entries: readonly LexicalEntry[]): readonly LexicalEntry[] {
  const distinct = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...distinct.values()];
}
