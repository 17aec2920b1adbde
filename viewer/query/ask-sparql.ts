import { hasOwnEngine } from "../data/has-own-engine.ts";
import { askServer, type DataSource } from "../data/load-view.ts";

export interface Cell {
  readonly kind: "iri" | "literal" | "blank";
  readonly value: string;
}

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

interface ResultsJson {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: {
    readonly bindings: readonly Readonly<Record<string, { readonly type: string; readonly value: string }>>[];
  };
}

const KINDS: Readonly<Record<string, Cell["kind"]>> = { uri: "iri", bnode: "blank" };

/** SPARQL 1.1 Query Results JSON as a table; a yes or no as one cell. */
function toAnswer({ head, boolean, results }: ResultsJson): Answer {
  if (boolean !== undefined)
    return { columns: ["answer"], rows: [{ answer: { kind: "literal", value: boolean ? "yes" : "no" } }] };
  const rows = (results?.bindings ?? []).map((binding) =>
    Object.fromEntries(
      Object.entries(binding).map(([name, { type, value }]) => [
        name,
        { kind: KINDS[type] ?? "literal", value } as Cell,
      ]),
    ),
  );
  return { columns: head.vars ?? [], rows };
}

/** One statement per line of N-Triples, which CONSTRUCT and DESCRIBE are answered with. */
function toStatements(text: string): Answer {
  const toCell = (term: string): Cell =>
    term.startsWith("<")
      ? { kind: "iri", value: term.slice(1, -1) }
      : { kind: term.startsWith("_:") ? "blank" : "literal", value: term };
  const rows = text.split("\n").flatMap((line) => {
    const parts = /^(\S+) (\S+) (.+) \.$/.exec(line);
    return parts === null
      ? []
      : [
          {
            subject: toCell(parts[1] as string),
            predicate: toCell(parts[2] as string),
            object: toCell(parts[3] as string),
          },
        ];
  });
  return { columns: ["subject", "predicate", "object"], rows };
}

/** Asks the page's own engine, else the server. @throws Error in the words of whoever was asked on what is wrong with the query */
export async function askSparql(source: DataSource, query: string): Promise<Answer> {
  if (import.meta.env.CARRIES_SPARQL && hasOwnEngine()) {
    const { askOwnEngine } = await import("./own-engine.ts");
    const { isTable, text } = await askOwnEngine(query);
    return isTable ? toAnswer(JSON.parse(text) as ResultsJson) : toStatements(text);
  }
  const response = await askServer(source, "sparql", {
    method: "POST",
    headers: {
      "content-type": "application/sparql-query",
      accept: "application/sparql-results+json, application/n-triples;q=0.9",
    },
    body: query,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim());
  const isTable = response.headers.get("content-type")?.includes("json") === true;
  return isTable ? toAnswer(JSON.parse(text) as ResultsJson) : toStatements(text);
}
