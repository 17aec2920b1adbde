import { OntologyError } from "../model/errors.ts";
import { checkAcyclic, indexOntology } from "./index-ontology.ts";
import type { Ontology, OntologyClass, Relation } from "./ontology.ts";
import { PLOVER_QUADS, recordedPloverCode } from "./plover.ts";
import { readEntries } from "./read-lexicon.ts";
import { parseStatements, type Statements } from "./statements.ts";
import { localName, NAMESPACES, vocabularyIri } from "./vocabulary.ts";

const TYPE = vocabularyIri("rdf:type");
const LABEL = vocabularyIri("rdfs:label");
const RELATION = vocabularyIri("Relation");

/** The ontology that was read last, with its text: reader, graph and records of one process ask for the same. */
let last: { readonly turtle: string; readonly ontology: Ontology } | undefined;

/**
 * Reads the vocabulary and its lexicon from Turtle; the same text read again gives the same object. Relations and classes
 * keep the order of the text.
 *
 * @throws {@link OntologyError} naming the term where the text contradicts itself: an undeclared class, relation or
 *   property, two terms of one name, a cycle of refinements or subclasses, an unknown PLOVER code
 * @example
 * const ontology = loadOntology(turtle + 'news:met news:lemma "rub shoulders with"@en .');
 * ontology.findSenses("rub shoulders with", "verb"); // [{ relation: met, entry }]
 */
export function loadOntology(turtle: string): Ontology {
  if (last?.turtle !== turtle) last = { turtle, ontology: readOntology(turtle) };
  return last.ontology;
}

function readOntology(turtle: string): Ontology {
  const statements = parseStatements(turtle);
  checkTermsDeclared(statements);
  const classes = readClasses(statements);
  const classNames = new Map(classes.map(({ iri, name }) => [iri, name]));
  const relations = readRelations(statements, classNames);
  checkAcyclic(classes.map(({ name, parents }) => [name, parents]));
  checkAcyclic(relations.map(({ name, parent }) => [name, parent === null ? [] : [parent]]));
  return indexOntology(readVersion(statements), relations, classes);
}

function readVersion(statements: Statements): string {
  const ontology = statements.subjects.find((subject) =>
    statements.has(subject, TYPE, vocabularyIri("owl:Ontology")),
  );
  const [version] =
    ontology === undefined ? [] : statements.values(ontology, vocabularyIri("owl:versionInfo"));
  if (version === undefined) throw new OntologyError("the ontology states no owl:versionInfo");
  return version;
}

/** A misspelt property or relation would otherwise be ignored in silence, and its line have no effect. */
function checkTermsDeclared(statements: Statements): void {
  const declared = new Set(
    statements.subjects.filter((subject) =>
      [TYPE, LABEL].some((property) => statements.values(subject, property).length > 0),
    ),
  );
  for (const subject of statements.subjects) {
    for (const predicate of statements.predicates(subject)) {
      if (predicate.startsWith(NAMESPACES.news) && !declared.has(predicate)) {
        throw new OntologyError(
          `${localName(subject)}: property news:${localName(predicate)} is not declared`,
        );
      }
    }
    if (subject.startsWith(NAMESPACES.news) && !declared.has(subject)) {
      throw new OntologyError(`news:${localName(subject)} is not declared: it has neither type nor label`);
    }
  }
}

function readClasses(statements: Statements): readonly OntologyClass[] {
  const owlClass = vocabularyIri("owl:Class");
  const iris = statements.subjects.filter((iri) => iri.includes(":/") && statements.has(iri, TYPE, owlClass));
  const declared = new Set(iris);
  const classes = iris.map((iri) => ({
    name: localName(iri),
    iri,
    label: labelOf(statements, iri),
    // Superclasses in other vocabularies (sem:Event, prov:Entity) are for readers of the RDF.
    parents: statements
      .values(iri, vocabularyIri("rdfs:subClassOf"))
      .filter((parent) => declared.has(parent))
      .map(localName),
  }));
  checkNamesDistinct(classes);
  return classes;
}

function readRelations(statements: Statements, classNames: ReadonlyMap<string, string>): readonly Relation[] {
  const iris = statements.subjects.filter((iri) => statements.has(iri, TYPE, RELATION));
  for (const subject of statements.subjects) {
    const worded = ["lemma", "noun", "roleNoun", "valueNoun", "entry"].some(
      (property) => statements.values(subject, vocabularyIri(property)).length > 0,
    );
    if (worded && subject.includes(":/") && !iris.includes(subject)) {
      throw new OntologyError(`${localName(subject)} has wordings but is not a news:Relation`);
    }
  }
  const declared = new Set(iris);
  const relations = iris.map((iri) => readRelation(statements, iri, declared, classNames));
  checkNamesDistinct(relations);
  return relations;
}

function readRelation(
  statements: Statements,
  iri: string,
  relationIris: ReadonlySet<string>,
  classNames: ReadonlyMap<string, string>,
): Relation {
  const name = localName(iri);
  const symmetric = statements.has(iri, TYPE, vocabularyIri("owl:SymmetricProperty"));
  const parents = statements
    .values(iri, vocabularyIri("rdfs:subPropertyOf"))
    .filter((parent) => relationIris.has(parent));
  if (parents.length > 1) throw new OntologyError(`${name} refines more than one relation`);
  const [inverse] = statements.values(iri, vocabularyIri("owl:inverseOf"));
  const [group] = statements.values(iri, vocabularyIri("group"));
  if (group === undefined) throw new OntologyError(`${name} stands in no group`);
  const classesOf = (property: string) =>
    statements.values(iri, vocabularyIri(property)).map((classIri) => {
      const className = classNames.get(classIri);
      if (className === undefined) {
        throw new OntologyError(`${name}: ${localName(classIri)} in ${property} is not a declared class`);
      }
      return className;
    });
  return {
    name,
    iri,
    label: labelOf(statements, iri),
    symmetric,
    ...readUniqueness(statements, iri),
    inverse: symmetric ? name : inverse === undefined ? null : localName(inverse),
    parent: parents[0] === undefined ? null : localName(parents[0]),
    literalObject: statements.has(iri, TYPE, vocabularyIri("owl:DatatypeProperty")),
    domain: classesOf("schema:domainIncludes"),
    range: classesOf("schema:rangeIncludes"),
    ...readPlover(statements, iri),
    group,
    wikidata: readWikidata(statements, iri),
    entries: readEntries(statements, iri, classNames),
  };
}

function readUniqueness(
  statements: Statements,
  iri: string,
): Pick<Relation, "oneObject" | "oneSubject" | "happensOnce" | "recurs"> {
  const isTrue = (property: string) => statements.has(iri, vocabularyIri(property), "true");
  return {
    oneObject: isTrue("oneObject"),
    oneSubject: isTrue("oneSubject") ? "ever" : isTrue("oneSubjectAtATime") ? "at a time" : null,
    happensOnce: isTrue("happensOnce"),
    recurs: isTrue("recurs"),
  };
}

/** Where several properties are close, none of them says the same. */
function readWikidata(statements: Statements, iri: string): string | null {
  const properties = statements
    .values(iri, vocabularyIri("skos:closeMatch"))
    .filter((match) => match.startsWith(`${NAMESPACES.wd}P`));
  const [only, another] = properties;
  return only === undefined || another !== undefined ? null : only.slice(NAMESPACES.wd.length);
}

function readPlover(statements: Statements, iri: string): Pick<Relation, "plover" | "quad"> {
  const [root, ...more] = statements.values(iri, vocabularyIri("plover"));
  const [quad = null] = statements.values(iri, vocabularyIri("quad"));
  if (root === undefined) return { plover: null, quad };
  if (more.length > 0) throw new OntologyError(`${localName(iri)} has more than one PLOVER code`);
  const expected = PLOVER_QUADS[root];
  if (expected === undefined) {
    throw new OntologyError(`${localName(iri)}: ${root} is not a root code of PLOVER`);
  }
  if (quad !== expected)
    throw new OntologyError(`${localName(iri)}: the quad category of ${root} is "${expected}"`);
  return { plover: recordedPloverCode(root), quad };
}

function labelOf(statements: Statements, iri: string): string {
  const [label] = statements.values(iri, LABEL);
  if (label === undefined) throw new OntologyError(`${localName(iri)} has no rdfs:label`);
  return label;
}

function checkNamesDistinct(terms: readonly { readonly name: string; readonly iri: string }[]): void {
  const iris = new Map<string, string>();
  for (const { name, iri } of terms) {
    const other = iris.get(name);
    if (other !== undefined) throw new OntologyError(`the name ${name} stands for both ${other} and ${iri}`);
    iris.set(name, iri);
  }
}
