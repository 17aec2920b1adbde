import type * as RDF from "@rdfjs/types";

/** A subject with its properties, for reading nodes whose shape is known. */
export class Node {
  readonly #objects = new Map<string, RDF.Quad_Object[]>();

  /** @internal used by {@link nodesOf} */
  add(predicate: string, object: RDF.Quad_Object): void {
    const objects = this.#objects.get(predicate);
    if (objects === undefined) this.#objects.set(predicate, [object]);
    else objects.push(object);
  }

  has(property: RDF.NamedNode): boolean {
    return this.#objects.has(property.value);
  }

  /** The first object. */
  object(property: RDF.NamedNode): RDF.Quad_Object | undefined {
    return this.#objects.get(property.value)?.[0];
  }

  /** Lexical value or IRI of the first object. */
  value(property: RDF.NamedNode): string | undefined {
    return this.object(property)?.value;
  }

  /** Lexical values or IRIs of all objects, sorted. */
  values(property: RDF.NamedNode): readonly string[] {
    return (this.#objects.get(property.value) ?? []).map(({ value }) => value).sort();
  }
}

/** Groups quads by their subject, in the order in which subjects first come. */
export function nodesOf(quads: Iterable<RDF.Quad>): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const { subject, predicate, object } of quads) {
    let node = nodes.get(subject.value);
    if (node === undefined) {
      node = new Node();
      nodes.set(subject.value, node);
    }
    node.add(predicate.value, object);
  }
  return nodes;
}
