import type * as RDF from "@rdfjs/types";

/**
 * Orders texts by Unicode code point, as `LC_ALL=C sort` orders UTF-8; JavaScript's own order differs
 * where one text has a character beyond U+FFFF and the other one between U+E000 and U+FFFF.
 */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    const surrogateA = a >= 0xd800 && a <= 0xdfff;
    const surrogateB = b >= 0xd800 && b <= 0xdfff;
    if (surrogateA !== surrogateB) return surrogateA ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** Escapes as canonical N-Quads do: what must be, and nothing else. */
export function escapeText(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it escapes
  return value.replace(/[\u0000-\u001f"\\\u007f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return ESCAPES[character] ?? `\\u${code}`;
  });
}

const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

/** A term as N-Triples and N-Quads write it. */
export function termToNT(term: RDF.Term): string {
  switch (term.termType) {
    case "NamedNode":
      return `<${term.value}>`;
    case "BlankNode":
      return `_:${term.value}`;
    case "Literal": {
      const quoted = `"${escapeText(term.value)}"`;
      if (term.language !== "") return `${quoted}@${term.language}`;
      return term.datatype.value === XSD_STRING ? quoted : `${quoted}^^<${term.datatype.value}>`;
    }
    case "Quad":
      return `<<( ${termToNT(term.subject)} ${termToNT(term.predicate)} ${termToNT(term.object)} )>>`;
    default:
      return "";
  }
}

/** The triple as an N-Triples line without line end, whatever graph it stands in. */
export function tripleToLine({ subject, predicate, object }: RDF.Quad): string {
  return `${termToNT(subject)} ${termToNT(predicate)} ${termToNT(object)} .`;
}

/** The quad as an N-Quads line without line end. */
export function quadToLine(quad: RDF.Quad): string {
  if (quad.graph.termType === "DefaultGraph") return tripleToLine(quad);
  const { subject, predicate, object, graph } = quad;
  return `${termToNT(subject)} ${termToNT(predicate)} ${termToNT(object)} ${termToNT(graph)} .`;
}

/**
 * The lines of canonical N-Quads: sorted by code point, each once. Canonical only without blank nodes, of which
 * the data has none.
 */
export function canonicalLines(
  quads: Iterable<RDF.Quad>,
  toLine: (quad: RDF.Quad) => string = quadToLine,
): readonly string[] {
  return [...sortedLines(quads, toLine)];
}

/** The same, line by line: only the lines of one subject are held at a time. */
export function* sortedLines(
  quads: Iterable<RDF.Quad>,
  toLine: (quad: RDF.Quad) => string = quadToLine,
): Iterable<string> {
  const bySubject = new Map<string, RDF.Quad[]>();
  for (const quad of quads) {
    // With the space that follows it on the line, subjects sort as their lines do.
    const key = `${termToNT(quad.subject)} `;
    const held = bySubject.get(key);
    if (held === undefined) bySubject.set(key, [quad]);
    else held.push(quad);
  }
  for (const key of [...bySubject.keys()].sort(compareCodePoints)) {
    yield* [...new Set(bySubject.get(key)?.map(toLine))].sort(compareCodePoints);
  }
}
