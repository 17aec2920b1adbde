import { basename } from "node:path";
import { DatelineError, RdfSyntaxError, UsageError } from "../../model/errors.ts";
import { readIri } from "../../rdf/namespaces.ts";
import { RDF_FILE_FORMATS, type RdfFormatName } from "../../rdf/rdf-formats.ts";
import { addCommand, type CommandLine, type CommonOptions, choice } from "../command-line.ts";
import type { Context } from "../context.ts";

interface ImportOptions extends CommonOptions {
  readonly graph?: string;
  readonly format?: RdfFormatName;
}

const FORMATS = RDF_FILE_FORMATS.map(({ name }) => name);

/** `dateline import`: brings RDF of any origin into a graph of its own. */
export function addImportCommand(line: CommandLine): void {
  addCommand(line.program, "import", {
    summary: "bring RDF of your own into the graph: facts, names, an ontology",
    json: "print graph and number of quads as JSON",
    examples: [
      "dateline import people.ttl",
      "dateline import people.ttl --graph https://kg.example/people",
      "dateline remove people.ttl",
    ],
    notes:
      "Each file gets a graph of its own, in the place of what was imported there before. Its statements are found,\n" +
      "drawn, asked and exported like those of articles, with their line as evidence. Reads RDF 1.1 and 1.2 (Turtle,\n" +
      "TriG, N-Triples, N-Quads, JSON-LD, RDF/XML); graphs inside a file become one. Nothing is fetched.",
  })
    .argument("<file>", 'RDF file, or "-" for standard input')
    .option("--graph <iri>", "graph to import into (default: made of the file's name)")
    .addOption(choice("--format <format>", "by the file's ending", FORMATS))
    .action((file: string, options: ImportOptions) => importFile(line, file, options));
}

async function importFile(line: CommandLine, file: string, options: ImportOptions): Promise<void> {
  const { context } = line;
  const format = options.format ?? formatOf(file);
  const text = await readText(context, file);
  const graph = await context.openGraph(options.kg, "create");
  try {
    const base = graph.base ?? "";
    const given = options.graph;
    if (given !== undefined && readIri(given, {}) === undefined) {
      throw new UsageError(`--graph ${given} is not an http(s) IRI`);
    }
    const name = given ?? `${base}import/${encodeURIComponent(basename(file).replace(/\.[^.]*$/, ""))}`;
    const { readRdf } = await import("../../rdf/read-rdf.ts");
    const quads = await readRdf(text, format, file, name);
    await graph.importGraph(name, quads, { location: file });
    const { stdout } = context.terminal;
    if (options.json === true) stdout.write(`${JSON.stringify({ graph: name, quads: quads.length })}\n`);
    else if (options.quiet !== true) {
      stdout.write(`Imported ${quads.length} quads from ${file} into ${options.kg}, graph ${name}\n`);
    }
  } finally {
    await graph.close();
  }
}

async function readText(context: Context, file: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of context.streamInput(file)) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (cause) {
    if (cause instanceof DatelineError) throw cause;
    throw new RdfSyntaxError(`${file} is not UTF-8 text`, { cause });
  }
}

function formatOf(file: string): RdfFormatName {
  const ending = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  const format = RDF_FILE_FORMATS.find(({ extensions }) =>
    (extensions as readonly string[]).includes(ending),
  );
  if (format !== undefined) return format.name;
  throw new UsageError(`${file}: its ending tells no format; add --format, one of ${FORMATS.join(", ")}`);
}
