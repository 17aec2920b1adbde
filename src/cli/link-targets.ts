import type { RemoteStore } from "../model/effects.ts";
import { StoreError, UsageError } from "../model/errors.ts";
import { foldText } from "../query/fold.ts";

/** A thing elsewhere that may be linked to. */
export interface Target {
  readonly iri: string;
  /** Class names, folded; empty where the collection does not say. */
  readonly types: readonly string[];
}

/** Folded name → what bears it elsewhere. */
export type Targets = ReadonlyMap<string, readonly Target[]>;

/** Reads lines of IRI, tab, name, tab, class. @throws {@link UsageError} where there is none */
export function readTargets(text: string, path: string): Targets {
  const collected = new Collection();
  for (const row of text.split(/\r?\n/)) {
    const [iri = "", name = "", type = ""] = row.split("\t");
    if (/^https?:\/\/\S+$/.test(iri) && name !== "") collected.add(iri, name, type);
  }
  if (collected.targets.size === 0) throw new UsageError(`${path}: no line of IRI, tab, name`);
  return collected.targets;
}

/** Names in one question: endpoints bound the length of a question and the time of an answer. */
const NAMES_PER_QUERY = 50;

/** What other collections call our classes, folded. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ...["human", "person", "people"].map((name) => [name, "person"] as const),
  ...["business", "company", "enterprise", "organisation", "organization", "public company"].map(
    (name) => [name, "organization"] as const,
  ),
  ...["country", "sovereign state", "state"].map((name) => [name, "country"] as const),
  ...["city", "big city", "town", "capital city", "capital", "municipality"].map(
    (name) => [name, "city"] as const,
  ),
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
  ownClasses: ReadonlySet<string>,
): Promise<Targets> {
  const collected = new Collection();
  const unique = [...new Set(names)];
  for (let start = 0; start < unique.length; start += NAMES_PER_QUERY) {
    const answer = await store.query(
      queryFor(unique.slice(start, start + NAMES_PER_QUERY)),
      "application/sparql-results+json",
    );
    for (const { thing, name, class: type, className } of parseBindings(answer, store.address)) {
      if (thing === undefined || name === undefined) continue;
      const called = foldText(className ?? type?.split(/[/#]/).at(-1) ?? "");
      const known = CLASSES.get(called) ?? (ownClasses.has(called) ? called : "");
      collected.add(thing, name, known);
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

  get targets(): Targets {
    return new Map([...this.#byName].map(([name, held]) => [name, [...held.values()]]));
  }

  add(iri: string, name: string, type: string): void {
    const key = foldText(name);
    const held = this.#byName.get(key) ?? new Map<string, Target>();
    const types = new Set([...(held.get(iri)?.types ?? []), ...(type === "" ? [] : [foldText(type)])]);
    this.#byName.set(key, held.set(iri, { iri, types: [...types] }));
  }
}
