import type * as RDF from "@rdfjs/types";
import { UsageError } from "../../model/errors.ts";
import type { QueryResult } from "../../query/graph.ts";
import { queryForm } from "../../store/sparql-text.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  choice,
  chosenFormat,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import type { Context } from "../context.ts";
import { printTable } from "../print-table.ts";
import { readQuery } from "../read-query.ts";
import { STORE_NOTES } from "../remote-options.ts";

/** Media types of the forms that answers are written in. */
const MEDIA_TYPES = {
  json: "application/sparql-results+json",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  xml: "application/sparql-results+xml",
  turtle: "text/turtle",
  ntriples: "application/n-triples",
} as const;

const FORMATS = ["table", "json", "csv", "tsv", "xml", "turtle", "ntriples"] as const;
type Format = (typeof FORMATS)[number];
const TRIPLE_FORMATS: readonly Format[] = ["turtle", "ntriples"];

interface QueryCommandOptions extends CommonOptions {
  readonly format?: Format;
  readonly timeout: number;
  readonly store?: string;
}

/** `dateline query`: SPARQL over the graph. */
export function addQueryCommand(line: CommandLine): void {
  addCommand(line.program, "query", {
    summary: "ask the graph in SPARQL 1.1",
    json: "the same as --format json",
    examples: [
      "dateline query 'SELECT ?who ?whom WHERE { ?who news:met ?whom }'",
      "dateline query meetings.rq --format csv > meetings.csv",
      "dateline find --subject Rutte --explain | dateline query -",
      "dateline query --store http://127.0.0.1:3030/news/sparql 'SELECT * { GRAPH ?g { ?a news:met ?b } }'",
    ],
    notes:
      "The query reads all graphs as one. Known prefixes need no PREFIX line. It cannot change the graph.\n" +
      "table, json, csv, tsv, xml are for SELECT and ASK; turtle and ntriples for CONSTRUCT and DESCRIBE.\n" +
      `A store may read its default graph alone: say GRAPH or FROM there.\n${STORE_NOTES}`,
  })
    .argument("<sparql>", 'the query, a file that holds it, or "-" for standard input')
    .addOption(
      choice("--format <format>", "form of the answer (default: table, or turtle for triples)", FORMATS),
    )
    .option("--store <endpoint>", "ask this SPARQL endpoint instead of the folder")
    .option("--timeout <seconds>", "end the query after this long", wholeNumber(1, 86_400), 300)
    .action((sparql: string, options: QueryCommandOptions) => query(line, sparql, options));
}

async function query(line: CommandLine, argument: string, options: QueryCommandOptions): Promise<void> {
  const { context } = line;
  const sparql = await readQuery(context, argument);
  const format = chosenFormat(options, "table", "json");
  checkFormat(sparql, format);
  const source = await openSource(context, sparql, options);
  try {
    if (format === "table") await printForReading(context, source, options);
    else printText(context, await source.text(MEDIA_TYPES[format]));
  } finally {
    await source.close();
  }
}

/** @throws {@link UsageError} where the answer cannot be written so: triples as a table of rows, or rows as triples */
function checkFormat(sparql: string, format: Format): void {
  const form = queryForm(sparql);
  if (form === "unknown" || form === "update" || format === "table") return;
  const isTriples = form === "construct" || form === "describe";
  if (isTriples === TRIPLE_FORMATS.includes(format)) return;
  const others = FORMATS.filter((one) => one === "table" || TRIPLE_FORMATS.includes(one) === isTriples);
  throw new UsageError(
    `${form.toUpperCase()} cannot be answered as ${format}; choose one of ${others.join(", ")}`,
  );
}

/** A query, and where it is asked. */
interface QuerySource {
  terms(): Promise<QueryResult>;
  text(mediaType: string): Promise<string>;
  close(): Promise<void>;
}

async function openSource(
  context: Context,
  sparql: string,
  { kg, store, timeout }: QueryCommandOptions,
): Promise<QuerySource> {
  if (store !== undefined) {
    const { askStore } = await import("../ask-store.ts");
    const answer = await askStore(context, store, sparql);
    return { ...answer, close: async () => {} };
  }
  const graph = await context.openGraph(kg, "read", { seconds: timeout, megabytes: 500, engines: 1 });
  return {
    terms: () => graph.query(sparql),
    text: (mediaType) => graph.queryText(sparql, mediaType),
    close: () => graph.close(),
  };
}

function printText({ terminal }: Context, text: string): void {
  terminal.stdout.write(text === "" || text.endsWith("\n") ? text : `${text}\n`);
}

async function printForReading(context: Context, source: QuerySource, options: CommonOptions): Promise<void> {
  const result = await source.terms();
  if (result.kind === "boolean") return printText(context, String(result.value));
  if (result.kind === "quads") return printText(context, await source.text(MEDIA_TYPES.turtle));
  const rows = result.rows.map((row) => result.variables.map((name) => toCell(row.get(name))));
  if (rows.length === 0) printRemark(context, options, "The query has no answers.");
  printTable(context, result.variables, rows);
}

function toCell(term: RDF.Term | undefined): string {
  if (term === undefined) return "";
  return term.termType === "Quad"
    ? `<<${[term.subject, term.predicate, term.object].map(toCell).join(" ")}>>`
    : term.value;
}
