import type * as RDF from "@rdfjs/types";
import type { Graph, QueryResult } from "../../query/graph.ts";
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
import { readQuery } from "../read-query.ts";
import { styleFor } from "../terminal.ts";
import { formatTable } from "../text-table.ts";

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

interface QueryCommandOptions extends CommonOptions {
  readonly format?: Format;
  readonly timeout: number;
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
    ],
    notes:
      "The query reads all graphs as one. Known prefixes need no PREFIX line. It cannot change the graph.\n" +
      "table, json, csv, tsv, xml are for SELECT and ASK; turtle and ntriples for CONSTRUCT and DESCRIBE.",
  })
    .argument("<sparql>", 'the query, a file that holds it, or "-" for standard input')
    .addOption(
      choice("--format <format>", "form of the answer (default: table, or turtle for triples)", FORMATS),
    )
    .option("--timeout <seconds>", "end the query after this long", wholeNumber(1, 86_400), 300)
    .action((sparql: string, options: QueryCommandOptions) => query(line, sparql, options));
}

async function query(line: CommandLine, argument: string, options: QueryCommandOptions): Promise<void> {
  const { context } = line;
  const sparql = await readQuery(context, argument);
  const format = chosenFormat(options, "table", "json");
  const limits = { seconds: options.timeout, megabytes: 500, engines: 1 };
  const graph = await context.openGraph(options.kg, "read", limits);
  try {
    const text =
      format === "table"
        ? await answerForReading(context, graph, sparql, options)
        : await graph.queryText(sparql, MEDIA_TYPES[format]);
    context.terminal.stdout.write(text === "" || text.endsWith("\n") ? text : `${text}\n`);
  } finally {
    await graph.close();
  }
}

async function answerForReading(
  context: Context,
  graph: Graph,
  sparql: string,
  options: CommonOptions,
): Promise<string> {
  const result: QueryResult = await graph.query(sparql);
  if (result.kind === "boolean") return `${result.value}\n`;
  if (result.kind === "quads") return graph.queryText(sparql, MEDIA_TYPES.turtle);
  const { stdout } = context.terminal;
  const style = styleFor(stdout, context.environment);
  const rows = result.rows.map((row) => result.variables.map((name) => toCell(row.get(name))));
  if (rows.length === 0) printRemark(context, options, "The query has no answers.");
  return formatTable(result.variables, rows, { width: stdout.columns, head: style.bold });
}

function toCell(term: RDF.Term | undefined): string {
  if (term === undefined) return "";
  return term.termType === "Quad"
    ? `<<${[term.subject, term.predicate, term.object].map(toCell).join(" ")}>>`
    : term.value;
}
