import { OntologyError } from "../model/errors.ts";
import type { LexicalEntry, Ontology, OntologyClass, Relation, RelationSense } from "./ontology.ts";
import { normaliseKey } from "./read-lexicon.ts";

/** The class above everything, and the type of what has no known type. */
const THING = "Thing";

/** @throws {@link OntologyError} naming a term that is, by way of others, its own parent */
export function checkAcyclic(terms: readonly (readonly [name: string, parents: readonly string[]])[]): void {
  const parentsOf = new Map(terms);
  const settled = new Set<string>();
  const visit = (name: string, below: readonly string[]): void => {
    if (below.includes(name)) throw new OntologyError(`${[...below, name].join(" under ")}: a cycle`);
    if (settled.has(name)) return;
    for (const parent of parentsOf.get(name) ?? []) visit(parent, [...below, name]);
    settled.add(name);
  };
  for (const [name] of terms) visit(name, []);
}

/** Puts every look-up that {@link Ontology} promises into a map. The terms must be free of cycles. */
export function indexOntology(
  version: string,
  relations: readonly Relation[],
  classes: readonly OntologyClass[],
): Ontology {
  const relationByName = new Map(relations.map((relation) => [relation.name, relation]));
  const classByName = new Map(classes.map((ontologyClass) => [ontologyClass.name, ontologyClass]));
  const classAncestors = ancestorSets(classes.map(({ name, parents }) => [name, parents]));
  const relationAncestors = ancestorSets(
    relations.map(({ name, parent }) => [name, parent === null ? [] : [parent]]),
  );
  const senses = indexSenses(relations);
  const isA = (type: string, ancestor: string) =>
    ancestor === THING || type === ancestor || (classAncestors.get(type)?.has(ancestor) ?? false);
  const fits = (type: string, allowed: readonly string[]) =>
    type === THING || allowed.length === 0 || allowed.some((ancestor) => isA(type, ancestor));
  return {
    version,
    relations,
    classes,
    findRelation: (name) => relationByName.get(name),
    findClass: (name) => classByName.get(name),
    isA,
    findSenses: (key, pos) => senses[pos].get(normaliseKey(key)) ?? [],
    allows: (relation, subjectType, objectType) =>
      fits(subjectType, relation.domain) &&
      (objectType === null ? relation.literalObject : fits(objectType, relation.range)),
    refines: (relation, ancestor) =>
      relation === ancestor || (relationAncestors.get(relation)?.has(ancestor) ?? false),
  };
}

function indexSenses(
  relations: readonly Relation[],
): Readonly<Record<LexicalEntry["pos"], ReadonlyMap<string, readonly RelationSense[]>>> {
  const senses = { verb: new Map<string, RelationSense[]>(), noun: new Map<string, RelationSense[]>() };
  for (const relation of relations) {
    for (const entry of relation.entries) {
      const known = senses[entry.pos].get(entry.key);
      if (known) known.push({ relation, entry });
      else senses[entry.pos].set(entry.key, [{ relation, entry }]);
    }
  }
  return senses;
}

/** For each name, everything above it. */
function ancestorSets(
  terms: readonly (readonly [name: string, parents: readonly string[]])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const parentsOf = new Map(terms);
  const found = new Map<string, ReadonlySet<string>>();
  const collect = (name: string): ReadonlySet<string> => {
    const known = found.get(name);
    if (known) return known;
    const above = new Set<string>();
    for (const parent of parentsOf.get(name) ?? []) {
      above.add(parent);
      for (const ancestor of collect(parent)) above.add(ancestor);
    }
    found.set(name, above);
    return above;
  };
  for (const [name] of terms) collect(name);
  return found;
}
