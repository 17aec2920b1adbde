import {
  EXPORTERS,
  type ExportFormat,
  type ExportOptions,
  exportDataset,
} from "../../export/export-dataset.ts";
import {
  exportGraph,
  FACT_EXPORTERS,
  GRAPH_EXPORT_FORMATS,
  type GraphExportFormat,
  isFactFormat,
} from "../../export/export-graph.ts";
import { UsageError } from "../../model/errors.ts";
import { loadOntology } from "../../ontology/load-ontology.ts";
import type { Graph, QueryResult } from "../../query/graph.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  choice,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import type { Context } from "../context.ts";
import { readQuery } from "../read-query.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly format?: GraphExportFormat;
  readonly output?: string;
  readonly only: "asserted" | "all";
  readonly article?: string;
  readonly entity?: string;
  readonly hops?: number;
  readonly query?: string;
  readonly store?: string;
  readonly rdf: "1.1" | "1.2";
}

const EXTENSIONS = Object.entries({ ...EXPORTERS, ...FACT_EXPORTERS }).map(
  ([name, { extension }]) => [`.${extension}`, name as GraphExportFormat] as const,
);

/** `dateline export`: writes the graph in a standard format. */
export function addExportCommand(line: CommandLine): void {
  addCommand(line.program, "export", {
    summary: "write the graph, or a part of it, for other programs",
    examples: [
      "dateline export --format turtle -o graph.ttl",
      "dateline export --entity 'Mark Rutte' --hops 2 -o rutte.gexf",
      "dateline export --format ntriples --only asserted | sort > triples.nt",
      "dateline export --query 'CONSTRUCT WHERE { ?a news:met ?b }' --format ntriples",
    ],
    notes:
      "The same graph gives the same bytes. nquads, trig and jsonld keep each article's graph apart;\n" +
      "turtle and ntriples hold the triples of all graphs together. graphml, gexf: one edge per fact.\n" +
      "ftm: FollowTheMoney entities, a JSON line each. quickstatements: asserted facts between things that\n" +
      "are linked to Wikidata, for a person to read before they are sent.",
  })
    .addOption(choice("--format <format>", "by the ending of -o, else turtle", GRAPH_EXPORT_FORMATS))
    .option("-o, --output <file>", "write to a file, whole or not at all, instead of stdout")
    .addOption(
      choice(
        "--only <part>",
        "asserted: what is certain, present or past, and not merely alleged; in RDF its plain triples only",
        ["asserted", "all"],
        "all",
      ),
    )
    .option("--article <article>", "what one article states: id, IRI, URL, path or title")
    .option("--entity <name>", "the facts about one thing, by label, alias or IRI")
    .option(
      "--hops <number>",
      "with --entity: go on to the things found, this many steps",
      wholeNumber(1, 20),
    )
    .option("--query <sparql>", "what a CONSTRUCT or DESCRIBE answers, or a file that holds it; RDF only")
    .option("--store <endpoint>", "with --query: ask this SPARQL endpoint instead of the folder")
    .addOption(
      choice("--rdf <version>", "1.2: facts as reifiers of triple terms; not jsonld", ["1.1", "1.2"], "1.1"),
    )
    .action((options: ExportCommandOptions) => writeExport(line, options));
}

async function writeExport(line: CommandLine, options: ExportCommandOptions): Promise<void> {
  const { context } = line;
  const format = options.format ?? formatOf(options.output);
  checkOptions(options, format);
  if (options.store !== undefined && !isFactFormat(format)) {
    const { askStore } = await import("../ask-store.ts");
    const answer = await askStore(context, options.store, await readQuery(context, options.query ?? ""));
    const { only, rdf } = options;
    await output(
      line,
      options,
      format,
      await exportResult(context, await answer.terms(), format, { only, rdf }),
    );
    return;
  }
  const graph = await context.openGraph(options.kg, "read");
  try {
    await output(line, options, format, await piecesOf(context, graph, format, options));
  } finally {
    await graph.close();
  }
}

async function output(
  { context }: CommandLine,
  options: ExportCommandOptions,
  format: GraphExportFormat,
  pieces: Iterable<string>,
): Promise<void> {
  const from = options.store ?? options.kg;
  let characters = 0;
  const counted = function* (): Generator<string> {
    for (const piece of pieces) {
      characters += piece.length;
      yield piece;
    }
  };
  if (options.output === undefined) for (const piece of counted()) context.terminal.stdout.write(piece);
  else {
    await context.writeFile(options.output, counted());
    printRemark(context, options, `Wrote ${from} as ${format} to ${options.output}.`);
  }
  if (characters > 0) return;
  const why =
    format === "quickstatements"
      ? "; statements join things that are linked to Wikidata (see dateline link)"
      : "";
  printRemark(context, options, `Nothing in ${from} can be written as ${format}${why}.`);
}

async function piecesOf(
  context: Context,
  graph: Graph,
  format: GraphExportFormat,
  { only, rdf, article, entity, hops, query }: ExportCommandOptions,
): Promise<Iterable<string>> {
  const common = { only, rdf, ...(await contextFor(context, format)) };
  if (query === undefined || isFactFormat(format)) {
    const selection = {
      ...(article !== undefined && { article }),
      ...(entity !== undefined && { entity }),
      ...(hops !== undefined && { hops }),
    };
    return exportGraph(graph, format, {
      ...common,
      ...selection,
      ...(isFactFormat(format) && {
        ontology: loadOntology(await context.readPackageText("ontology/news.ttl")),
      }),
    });
  }
  const base = graph.base === undefined ? {} : { base: graph.base };
  const result = await graph.query(await readQuery(context, query));
  return exportResult(context, result, format, { only, rdf, ...base });
}

async function exportResult(
  context: Context,
  result: QueryResult,
  format: ExportFormat,
  options: ExportOptions,
): Promise<Iterable<string>> {
  if (result.kind !== "quads") throw new UsageError("--query takes a CONSTRUCT or DESCRIBE");
  return exportDataset(result.quads, format, { ...options, ...(await contextFor(context, format)) });
}

async function contextFor(context: Context, format: GraphExportFormat): Promise<{ context?: string }> {
  return format === "jsonld" ? { context: await context.readPackageText("ontology/context.jsonld") } : {};
}

function checkOptions(options: ExportCommandOptions, format: GraphExportFormat): void {
  const { query, entity, hops, article, rdf, store } = options;
  if (store !== undefined && query === undefined)
    throw new UsageError("--store goes with --query: say what the store is to build");
  if (hops !== undefined && entity === undefined) throw new UsageError("--hops goes with --entity");
  if (query !== undefined && (entity ?? article) !== undefined)
    throw new UsageError("--query chooses by itself; leave --entity and --article out");
  if (!isFactFormat(format)) return;
  if (query !== undefined) throw new UsageError(`--query gives RDF, which ${format} is not; choose turtle`);
  if (rdf === "1.2") throw new UsageError(`--rdf 1.2 is for RDF, which ${format} is not`);
}

function formatOf(output: string | undefined): GraphExportFormat {
  if (output === undefined) return "turtle";
  const [, format] = EXTENSIONS.findLast(([extension]) => output.toLowerCase().endsWith(extension)) ?? [];
  if (format !== undefined) return format;
  throw new UsageError(
    `${output}: its ending tells no format; add --format, one of ${GRAPH_EXPORT_FORMATS.join(", ")}`,
  );
}
