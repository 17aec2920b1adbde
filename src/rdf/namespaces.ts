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

/** An IRI with its prefix, for people to read; what has none stays whole. Not always a valid prefixed name: see the Turtle writer. */
export function shorten(iri: string, prefixes: Prefixes): string {
  let best: readonly [string, string] | undefined;
  for (const entry of Object.entries(prefixes)) {
    if (iri.startsWith(entry[1]) && entry[1].length > (best?.[1].length ?? 0)) best = entry;
  }
  return best === undefined ? iri : `${best[0]}:${iri.slice(best[1].length)}`;
}
