import type { RemoteStore } from "../model/effects.ts";
import { StoreError, UsageError } from "../model/errors.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { foldText } from "../query/fold.ts";
import type { EntityRecord } from "../query/graph.ts";

/** A thing elsewhere that may be linked to. */
export interface Target {
  readonly iri: string;
  /** Names of our classes; empty where the collection names none of them. */
  readonly types: readonly string[];
}

/** Folded name → what bears it elsewhere. */
export type Targets = ReadonlyMap<string, readonly Target[]>;

/** What was found for one thing. */
export interface FoundLink {
  readonly entity: EntityRecord;
  readonly certainty: "same" | "close" | "absent";
  readonly target: string | null;
}

/**
 * Who of the bearers of a thing's name may be that thing: one whose class is not known, is the thing's class, or lies above or below it.
 * The only bearer is the same where it has the thing's class.
 */
export function findTarget(
  entity: EntityRecord,
  targets: Targets,
  ontology: Pick<Ontology, "isA">,
): FoundLink {
  const bearers = targets.get(foldText(entity.label)) ?? [];
  const hasClass = (type: string) => ontology.isA(type, entity.type);
  const [first] = bearers.filter(({ types }) => {
    // A collection that calls a film a work as well does not leave open which work it is.
    const narrow = types.filter(
      (type) => !types.some((other) => other !== type && ontology.isA(other, type)),
    );
    return narrow.length === 0 || narrow.some((type) => hasClass(type) || ontology.isA(entity.type, type));
  });
  if (first === undefined) return { entity, certainty: "absent", target: null };
  // Everything is a thing: that tells nothing.
  const sure = bearers.length === 1 && entity.type !== "Thing" && first.types.some(hasClass);
  return { entity, certainty: sure ? "same" : "close", target: first.iri };
}

/** Reads lines of IRI, tab, name, tab, class. @throws {@link UsageError} where there is none */
export function readTargets(text: string, path: string, classes: Ontology["classes"]): Targets {
  const collected = new Collection(classes);
  for (const row of text.split(/\r?\n/)) {
    const [iri = "", name = "", type = ""] = row.split("\t");
    if (/^https?:\/\/\S+$/.test(iri) && name !== "") collected.add(iri, name, type);
  }
  if (collected.targets.size === 0) throw new UsageError(`${path}: no line of IRI, tab, name`);
  return collected.targets;
}

/** Names in one question: endpoints bound the length of a question and the time of an answer. */
const NAMES_PER_QUERY = 50;

/** What other collections call our classes, folded; our own names come first. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...["human", "people"].map((name) => [name, "Person"] as const),
  ...["business", "company", "enterprise", "organisation", "public company"].map(
    (name) => [name, "Organization"] as const,
  ),
  ["sovereign state", "Country"],
  ...["big city", "town", "capital city", "capital", "municipality"].map((name) => [name, "City"] as const),
]);

/**
 * Asks a SPARQL endpoint who bears the names, as rdfs:label or skos:altLabel, without language or in English; classes by rdf:type or
 * Wikidata's "instance of". A class that is none of ours leaves open what a thing is.
 *
 * @throws {@link StoreError} where the endpoint fails or answers something else than results
 */
export async function askTargets(
  store: Pick<RemoteStore, "query" | "address">,
  names: readonly string[],
  classes: Ontology["classes"],
): Promise<Targets> {
  const collected = new Collection(classes);
  const unique = [...new Set(names)];
  for (let start = 0; start < unique.length; start += NAMES_PER_QUERY) {
    const answer = await store.query(
      queryFor(unique.slice(start, start + NAMES_PER_QUERY)),
      "application/sparql-results+json",
    );
    for (const { thing, name, class: type, className } of parseBindings(answer, store.address)) {
      if (thing === undefined || name === undefined) continue;
      collected.add(thing, name, className ?? type?.split(/[/#]/).at(-1) ?? "");
    }
  }
  return collected.targets;
}

function queryFor(names: readonly string[]): string {
  const values = names.flatMap((name) => [JSON.stringify(name), `${JSON.stringify(name)}@en`]);
  return `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing ?name ?class ?className WHERE {
  VALUES ?name { ${values.join(" ")} }
  ?thing rdfs:label|skos:altLabel ?name .
  OPTIONAL {
    ?thing a|<http://www.wikidata.org/prop/direct/P31> ?class .
    OPTIONAL { ?class rdfs:label ?className . FILTER(LANG(?className) IN ("", "en")) }
  }
  FILTER(ISIRI(?thing))
}`;
}

type Binding = Readonly<Record<"thing" | "name" | "class" | "className", string | undefined>>;

function parseBindings(answer: string, address: string): readonly Binding[] {
  let bindings: unknown;
  try {
    bindings = JSON.parse(answer)?.results?.bindings;
  } catch {
    // Told below, like an answer of another shape.
  }
  if (!Array.isArray(bindings)) throw new StoreError(`${address} did not answer with SPARQL results in JSON`);
  return bindings.map((row: Record<string, { readonly value?: unknown }>) => {
    const value = (key: string) => (typeof row[key]?.value === "string" ? row[key].value : undefined);
    return {
      thing: value("thing"),
      name: value("name"),
      class: value("class"),
      className: value("className"),
    };
  });
}

class Collection {
  readonly #byName = new Map<string, Map<string, Target>>();
  /** Folded name → name of our class. */
  readonly #classes: ReadonlyMap<string, string>;

  constructor(classes: Ontology["classes"]) {
    this.#classes = new Map([...OTHER_NAMES, ...classes.map(({ name }) => [foldText(name), name] as const)]);
  }

  get targets(): Targets {
    return new Map([...this.#byName].map(([name, held]) => [name, [...held.values()]]));
  }

  add(iri: string, name: string, type: string): void {
    const key = foldText(name);
    const held = this.#byName.get(key) ?? new Map<string, Target>();
    const known = this.#classes.get(foldText(type));
    const types = new Set([...(held.get(iri)?.types ?? []), ...(known === undefined ? [] : [known])]);
    this.#byName.set(key, held.set(iri, { iri, types: [...types] }));
  }
}
