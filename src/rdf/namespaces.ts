import { dataNamespaces, NAMESPACES } from "../ontology/vocabulary.ts";

/** Prefix → namespace IRI. */
export type Prefixes = Readonly<Record<string, string>>;

/** What every writer abbreviates with, and what every query may use without a PREFIX line. */
export function prefixesFor(base: string): Prefixes {
  return { ...NAMESPACES, ...dataNamespaces(base) };
}

/**
 * The IRI that a text stands for: itself in angle brackets or bare, or a prefixed name; undefined where it is neither.
 *
 * @example
 * readIri("news:met", prefixesFor(DEFAULT_BASE)); // "https://w3id.org/dateline/ontology#met"
 */
export function readIri(text: string, prefixes: Prefixes): string | undefined {
  const bare = /^<([^<>]*)>$/.exec(text)?.[1] ?? text;
  if (/^https?:\/\/\S+$/.test(bare)) return bare;
  const prefixed = /^([a-z][a-z0-9]*):(\S+)$/i.exec(bare);
  const namespace = prefixes[prefixed?.[1] ?? ""];
  return namespace === undefined ? undefined : namespace + prefixed?.[2];
}
