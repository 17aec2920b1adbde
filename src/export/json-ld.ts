import type * as RDF from "@rdfjs/types";
import { RdfSyntaxError } from "../model/errors.ts";
import { NAMESPACES } from "../ontology/vocabulary.ts";
import { termToNT } from "../rdf/n-quads.ts";
import type { Prefixes } from "../rdf/namespaces.ts";
import type { Exporter } from "./exporter.ts";
import { type GraphGroup, groupByGraph, type SubjectGroup } from "./group-quads.ts";

const TYPE = `${NAMESPACES.rdf}type`;
const STRING = `${NAMESPACES.xsd}string`;

/**
 * JSON-LD 1.1, compacted with the ontology's context, one node a line. Graphs are kept; numbers stay text, so that
 * no digit is lost on the way.
 */
export const jsonLd: Exporter = {
  mediaType: "application/ld+json",
  extension: "jsonld",
  keepsGraphs: true,
  *write(quads, { prefixes, jsonLdContext }) {
    const compactor = new Compactor(prefixes, jsonLdContext);
    yield `{\n"@context": ${JSON.stringify(compactor.context, null, 2)},\n"@graph": [`;
    let separator = "\n";
    for (const line of nodeLines(groupByGraph(quads, prefixes), compactor)) {
      yield separator + line;
      separator = ",\n";
    }
    yield "\n]\n}\n";
  },
};

function* nodeLines(graphs: readonly GraphGroup[], compactor: Compactor): Iterable<string> {
  for (const { graph, subjects } of graphs) {
    const nodes = subjects.map((group) => JSON.stringify(compactor.node(group)));
    if (graph.termType === "DefaultGraph") yield* nodes;
    else yield `{"@id": ${JSON.stringify(compactor.id(graph))}, "@graph": [\n${nodes.join(",\n")}\n]}`;
  }
}

type Json = string | readonly Json[] | { readonly [key: string]: Json };

/** Writes terms at their shortest under a context. Uses of it only prefixes, and terms that are a prefixed name with a type. */
class Compactor {
  readonly context: Readonly<Record<string, unknown>>;
  readonly #prefixes: readonly (readonly [prefix: string, namespace: string])[];
  /** Prefixed name → what its plain text values are: "@id", or the IRI of a datatype. */
  readonly #coercions = new Map<string, string>();
  /** Keys that mean something else than the property they look like. */
  readonly #taken = new Set<string>();

  constructor(prefixes: Prefixes, context: Readonly<Record<string, unknown>>) {
    this.context = { ...context, ...prefixes };
    this.#prefixes = Object.entries(prefixes);
    for (const [term, definition] of Object.entries(context)) {
      if (typeof definition !== "object" || definition === null) continue;
      const { "@id": id, "@type": type, ...rest } = definition as Readonly<Record<string, unknown>>;
      const plain = Object.keys(rest).length === 0 && id === term;
      if (plain && typeof type === "string") this.#coercions.set(term, this.#expand(type));
      else if (!plain || type !== undefined) this.#taken.add(term);
    }
  }

  id(term: RDF.Term): string {
    if (term.termType === "BlankNode") return `_:${term.value}`;
    if (term.termType !== "NamedNode") {
      throw new RdfSyntaxError(`JSON-LD cannot hold ${termToNT(term)} here`);
    }
    for (const [prefix, namespace] of this.#prefixes) {
      const local = term.value.slice(namespace.length);
      // "ent://x" would be read as an absolute IRI.
      if (term.value.startsWith(namespace) && !local.startsWith("//")) return `${prefix}:${local}`;
    }
    const scheme = term.value.slice(0, term.value.indexOf(":"));
    if (!term.value.slice(scheme.length + 1).startsWith("//") && Object.hasOwn(this.context, scheme)) {
      throw new RdfSyntaxError(`JSON-LD would read <${term.value}> as a name with the prefix "${scheme}:"`);
    }
    return term.value;
  }

  node({ subject, predicates }: SubjectGroup): Json {
    const node: Record<string, Json> = { "@id": this.id(subject) };
    for (const { predicate, objects } of predicates) {
      if (predicate.value === TYPE && objects.every(({ termType }) => termType !== "Literal")) {
        node["@type"] = single(objects.map((object) => this.id(object)));
        continue;
      }
      const name = this.id(predicate);
      const key = this.#taken.has(name) ? predicate.value : name;
      node[key] = single(objects.map((object) => this.#value(object, this.#coercions.get(key))));
    }
    return node;
  }

  #value(term: RDF.Term, coercion: string | undefined): Json {
    if (term.termType !== "Literal") return coercion === "@id" ? this.id(term) : { "@id": this.id(term) };
    const { value, language, datatype } = term;
    if (language !== "") return { "@value": value, "@language": language };
    if (coercion === datatype.value) return value;
    if (datatype.value !== STRING) return { "@value": value, "@type": this.id(datatype) };
    return coercion === undefined && !("@language" in this.context) ? value : { "@value": value };
  }

  #expand(name: string): string {
    const [prefix = "", local = ""] = name.split(":", 2);
    const namespace = this.#prefixes.find(([known]) => known === prefix)?.[1];
    return namespace === undefined ? name : namespace + local;
  }
}

function single(values: readonly Json[]): Json {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
