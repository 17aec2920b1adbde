import { EXPORT_FORMATS, EXPORTERS, type ExportFormat, exportDataset } from "../../export/export-dataset.ts";
import { UsageError } from "../../model/errors.ts";
import { addCommand, type CommandLine, type CommonOptions, choice, printRemark } from "../command-line.ts";

interface ExportCommandOptions extends CommonOptions {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly only: "asserted" | "all";
}

/** `dateline export`: writes the graph in a standard format. */
export function addExportCommand(line: CommandLine): void {
  addCommand(line.program, "export", {
    summary: "write the graph as RDF",
    examples: [
      "dateline export --format turtle -o graph.ttl",
      "dateline export --format ntriples --only asserted | sort > triples.nt",
    ],
    notes:
      "The same graph gives the same bytes. nquads, trig and jsonld keep each article's graph apart;\n" +
      "turtle and ntriples hold the triples of all graphs together.",
  })
    .addOption(choice("--format <format>", "by the ending of -o, else turtle", EXPORT_FORMATS))
    .option("-o, --output <file>", "write to a file, whole or not at all, instead of stdout")
    .addOption(
      choice(
        "--only <part>",
        "asserted: plain triples only, without facts' sources",
        ["asserted", "all"],
        "all",
      ),
    )
    .action((options: ExportCommandOptions) => writeExport(line, options));
}

async function writeExport(line: CommandLine, options: ExportCommandOptions): Promise<void> {
  const { context } = line;
  const format = options.format ?? formatOf(options.output);
  const graph = await context.openGraph(options.kg, "read");
  try {
    const pieces = exportDataset(graph.match(), format, {
      only: options.only,
      ...(format === "jsonld" && { context: await context.readPackageText("ontology/context.jsonld") }),
    });
    if (options.output === undefined) {
      for (const piece of pieces) context.terminal.stdout.write(piece);
      return;
    }
    await context.writeFile(options.output, [...pieces].join(""));
    printRemark(context, options, `Wrote ${options.kg} as ${format} to ${options.output}.`);
  } finally {
    await graph.close();
  }
}

function formatOf(output: string | undefined): ExportFormat {
  if (output === undefined) return "turtle";
  const format = EXPORT_FORMATS.find((name) =>
    output.toLowerCase().endsWith(`.${EXPORTERS[name].extension}`),
  );
  if (format !== undefined) return format;
  throw new UsageError(
    `${output}: its ending tells no format; add --format, one of ${EXPORT_FORMATS.join(", ")}`,
  );
}
