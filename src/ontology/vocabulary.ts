import { OntologyError } from "../model/errors.ts";

/** Namespaces of every vocabulary that the graph uses, by prefix. `rel` holds relations minted from verb phrases. */
export const NAMESPACES = {
  news: "https://w3id.org/dateline/ontology#",
  rel: "https://w3id.org/dateline/relation/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  schema: "http://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  org: "http://www.w3.org/ns/org#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  gaf: "http://groundedannotationframework.org/gaf#",
  graspf: "http://groundedannotationframework.org/grasp/factuality#",
  owl: "http://www.w3.org/2002/07/owl#",
  wd: "http://www.wikidata.org/entity/",
  sh: "http://www.w3.org/ns/shacl#",
} as const;

export type VocabularyPrefix = keyof typeof NAMESPACES;

/** Where the data of a graph stands unless its owner sets another base. */
export const DEFAULT_BASE = "https://w3id.org/dateline/data/";

/** Namespaces of what a graph holds, by prefix: entities, articles, facts. */
export interface DataNamespaces {
  readonly ent: string;
  readonly art: string;
  readonly fact: string;
}

/** @param base ends in `/` or `#` */
export function dataNamespaces(base: string = DEFAULT_BASE): DataNamespaces {
  return { ent: `${base}entity/`, art: `${base}article/`, fact: `${base}fact/` };
}

function isPrefix(prefix: string): prefix is VocabularyPrefix {
  return Object.hasOwn(NAMESPACES, prefix);
}

/**
 * The IRI of a term of the vocabularies. A name without prefix is one of the news ontology; that covers every
 * relation name, minted ones included.
 *
 * @throws {@link OntologyError} for a prefix that is not in {@link NAMESPACES}
 * @example
 * vocabularyIri("met"); // "https://w3id.org/dateline/ontology#met"
 * vocabularyIri("rel:castDoubtOn"); // "https://w3id.org/dateline/relation/castDoubtOn"
 * vocabularyIri("prov:agent"); // "http://www.w3.org/ns/prov#agent"
 */
export function vocabularyIri(name: string): string {
  const colon = name.indexOf(":");
  if (colon < 0) return NAMESPACES.news + name;
  const prefix = name.slice(0, colon);
  if (!isPrefix(prefix)) throw new OntologyError(`${name}: unknown prefix "${prefix}"`);
  return NAMESPACES[prefix] + name.slice(colon + 1);
}

/**
 * The name that {@link vocabularyIri} reads back: local for the news ontology, prefixed for other vocabularies.
 *
 * @returns undefined for an IRI in none of the namespaces
 */
export function vocabularyName(iri: string): string | undefined {
  for (const [prefix, namespace] of Object.entries(NAMESPACES)) {
    if (!iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    return prefix === "news" ? local : `${prefix}:${local}`;
  }
  return undefined;
}

/** What follows the last `#` or `/` of an IRI. */
export function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);
}
