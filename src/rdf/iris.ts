import { OntologyError, StoreError } from "../model/errors.ts";
import type { RelationName } from "../model/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { dataNamespaces, NAMESPACES } from "../ontology/vocabulary.ts";

/** Where minted relations stand in {@link RelationName}. */
const MINTED = "rel:";

/** How the IRIs of one graph are made. The only place that knows their shape. */
export interface Iris {
  readonly base: string;
  /** The article's node, and the name of its graph. */
  article(articleId: string): string;
  mention(articleId: string, mentionId: string): string;
  /** An entity as one article sees it: stands in article files only, never in the dataset. */
  localEntity(articleId: string, entityId: string): string;
  /** @param factId `fact:` and 16 hex digits */
  fact(factId: string): string;
  /** A decision about identity, by its id. */
  decision(decisionId: string): string;
  /** A node that belongs to a fact, e.g. `evidence1`. */
  factPart(factId: string, part: string): string;
  /** @throws {@link OntologyError} for a name that is neither declared nor minted */
  relation(name: RelationName, ontology: Ontology): string;
  /** Class by local name. @throws {@link OntologyError} */
  type(name: string, ontology: Ontology): string;

  /** The other way round; undefined for IRIs of other things. */
  mintedRelation(iri: string): RelationName | undefined;
  factId(iri: string): string | undefined;
}

export function makeIris(base: string): Iris {
  if (!/^https?:\/\/[^\s<>"{}|\\^`]+[/#]$/.test(base)) {
    throw new StoreError(
      `"${base}" cannot be the base of a graph: it takes an http(s) IRI that ends in / or #`,
    );
  }
  const { art: articles, fact: facts } = dataNamespaces(base);
  const relations = NAMESPACES.rel;
  const fact = (id: string) => facts + id.replace(/^fact:/, "");
  return {
    base,
    article: (id) => articles + id,
    mention: (articleId, id) => `${articles}${articleId}-${id}`,
    localEntity: (articleId, id) => `${articles}${articleId}-${id}`,
    fact,
    decision: (id) => `${base}decision/${id}`,
    factPart: (id, part) => `${fact(id)}-${part}`,
    relation(name, ontology) {
      if (name.startsWith(MINTED)) return relations + name.slice(MINTED.length);
      const relation = ontology.findRelation(name);
      if (relation === undefined) {
        throw new OntologyError(`relation "${name}" is not declared in the ontology, and not minted (rel:…)`);
      }
      return relation.iri;
    },
    type(name, ontology) {
      const found = ontology.findClass(name);
      if (found === undefined) throw new OntologyError(`class "${name}" is not declared in the ontology`);
      return found.iri;
    },
    mintedRelation: (iri) => (iri.startsWith(relations) ? MINTED + iri.slice(relations.length) : undefined),
    factId: (iri) => (iri.startsWith(facts) ? `fact:${iri.slice(facts.length)}` : undefined),
  };
}
