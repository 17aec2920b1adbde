import { UsageError } from "../../model/errors.ts";
import type { PushCounts } from "../../query/push-graph.ts";
import { readIri } from "../../rdf/namespaces.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import { connectNamedStore, STORE_NOTES } from "../remote-options.ts";

interface PushCommandOptions extends CommonOptions {
  readonly update?: string;
  readonly graphStore?: string;
  readonly plainGraph?: string;
  readonly batch: number;
}

/** `dateline push`: brings a SPARQL store to the state of the graph. */
export function addPushCommand(line: CommandLine): void {
  addCommand(line.program, "push", {
    summary: "bring a SPARQL store to the state of the graph, writing only what differs",
    json: "print the counts as JSON",
    examples: [
      "dateline push http://127.0.0.1:3030/news/sparql --update http://127.0.0.1:3030/news/update --graph-store http://127.0.0.1:3030/news/data",
      "dateline push http://127.0.0.1:8890/sparql --update http://127.0.0.1:8890/sparql-auth --graph-store http://127.0.0.1:8890/sparql-graph-crud-auth",
    ],
    notes:
      "Each article goes into its named graph; plain triples and names into <base>asserted. A push that was broken off\n" +
      `goes on where it was; graphs of others are left alone.\n${STORE_NOTES}`,
  })
    .argument("<endpoint>", "address for SPARQL queries")
    .option("--update <url>", "address for SPARQL updates (default: the endpoint)")
    .option(
      "--graph-store <url>",
      "address of the Graph Store Protocol; without it, graphs go by updates, slower",
    )
    .option(
      "--plain-graph <iri>",
      'graph for plain triples; "default" replaces the default graph of the store',
    )
    .option("--batch <triples>", "triples in one request", wholeNumber(100, 1_000_000), 20_000)
    .action((endpoint: string, options: PushCommandOptions) => push(line, endpoint, options));
}

async function push(line: CommandLine, endpoint: string, options: PushCommandOptions): Promise<void> {
  const { context } = line;
  const { plainGraph, batch, kg } = options;
  if (plainGraph !== undefined && plainGraph !== "default" && readIri(plainGraph, {}) === undefined)
    throw new UsageError(`--plain-graph ${plainGraph} is not an http(s) IRI, and not "default"`);
  const store = await connectNamedStore(context, endpoint, options);
  const graph = await context.openGraph(kg, "read");
  try {
    const { pushGraph } = await import("../../query/push-graph.ts");
    const counts = await pushGraph(graph, store, {
      batch,
      ...(plainGraph !== undefined && { plainGraph: plainGraph === "default" ? null : plainGraph }),
      onProgress: ({ written, triples }) => {
        if (context.terminal.stderr.isTTY)
          printRemark(context, options, `${written} graphs, ${triples} triples written …`);
      },
    });
    if (options.json === true) context.terminal.stdout.write(`${JSON.stringify(counts)}\n`);
    else printRemark(context, options, summary(kg, endpoint, counts));
  } finally {
    await graph.close();
  }
}

function summary(kg: string, endpoint: string, { written, unchanged, dropped, triples }: PushCounts): string {
  return `Pushed ${kg} to ${endpoint}: ${written} graphs written (${triples} triples), ${unchanged} unchanged, ${dropped} dropped.`;
}
