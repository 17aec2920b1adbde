import type { Prefixes } from "../rdf/namespaces.ts";

/** A query is looked at several times on its way to the engine: the last answer is kept. */
function keepingLast<T>(make: (sparql: string) => T): (sparql: string) => T {
  let last: { readonly sparql: string; readonly made: T } | undefined;
  return (sparql) => {
    if (last?.sparql !== sparql) last = { sparql, made: make(sparql) };
    return last.made;
  };
}

/** Blanks out what may hold anything: comments, texts and IRIs. Lengths and line ends stay. */
const skeleton = keepingLast((sparql) => {
  const opaque =
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g;
  return sparql.replace(opaque, (match) => match.replace(/[^\n]/g, " "));
});

/** The keywords and nothing else: also without variables and prefixed names. */
const keywords = keepingLast((sparql) =>
  skeleton(sparql).replace(/[?$][\p{L}\p{N}_]+|[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.:-]*/gu, " "),
);

export type QueryForm = "select" | "ask" | "construct" | "describe" | "update" | "unknown";

/** Which form a query has, by its first keyword outside the prologue. */
export const queryForm = keepingLast((sparql): QueryForm => {
  const keyword =
    /\b(select|ask|construct|describe|insert|delete|load|clear|create|drop|copy|move|add|with)\b/i.exec(
      keywords(sparql),
    );
  const form = keyword?.[1]?.toLowerCase() ?? "unknown";
  switch (form) {
    case "select":
    case "ask":
    case "construct":
    case "describe":
    case "unknown":
      return form;
    default:
      return "update";
  }
});

/** Prefixes that a query uses, and those that it declares. */
const prefixesIn = keepingLast((sparql) => {
  const text = skeleton(sparql);
  const declared = new Set(
    [...text.matchAll(/\bprefix\s+([\p{L}\p{N}_.-]*):/giu)].map((match) => match[1] ?? ""),
  );
  const used = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}_.?$:-])([\p{L}][\p{L}\p{N}_.-]*)?:/gu)].map((m) => m[1] ?? ""),
  );
  return { used, declared };
});

/** Declarations of the known prefixes that a query uses without declaring them, in one line; empty if there are none. */
export function missingDeclarations(sparql: string, prefixes: Prefixes): string {
  const { used, declared } = prefixesIn(sparql);
  return Object.entries(prefixes)
    .filter(([prefix]) => used.has(prefix) && !declared.has(prefix))
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`)
    .join(" ");
}

/** Prefixes that a query uses though nobody declares them. */
export function unknownPrefixes(sparql: string, prefixes: Prefixes): readonly string[] {
  const { used, declared } = prefixesIn(sparql);
  return [...used].filter((prefix) => !declared.has(prefix) && !Object.hasOwn(prefixes, prefix)).sort();
}

/** Whether the query asks another server, which none here may do. */
export function usesService(sparql: string): boolean {
  return /\bservice\b/i.test(keywords(sparql));
}

/** Whether the query says by FROM or FROM NAMED which graphs it reads. */
export function namesDataset(sparql: string): boolean {
  return /\bfrom\b/i.test(keywords(sparql));
}
