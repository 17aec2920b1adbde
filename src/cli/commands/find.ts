import { UsageError } from "../../model/errors.ts";
import { FACTUALITIES, type Factuality } from "../../model/fact.ts";
import type { FactFilter, GraphFact } from "../../query/graph.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  choice,
  chosenFormat,
  isoDate,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import type { Context } from "../context.ts";
import { printFactTable, toDelimited, toJsonLine } from "../fact-output.ts";

const FORMATS = ["table", "jsonl", "tsv", "csv"] as const;

interface FindOptions extends CommonOptions {
  readonly subject?: string;
  readonly relation?: string;
  readonly object?: string;
  readonly speaker?: string;
  readonly factuality?: Factuality;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly article?: string;
  readonly asserted?: boolean;
  readonly limit?: number;
  readonly format?: (typeof FORMATS)[number];
  readonly explain?: boolean;
}

/** `dateline find`: looks facts up without SPARQL. */
export function addFindCommand(line: CommandLine): void {
  addCommand(line.program, "find", {
    summary: "look facts up by what they say and who says it",
    json: "the same as --format jsonl",
    examples: [
      "dateline find --subject Rutte --relation met",
      "dateline find --speaker Trump --factuality ruled_out --format jsonl",
      "dateline find --object Kyiv --since 2025-08-01 --explain | dateline query -",
    ],
    notes:
      "All conditions must hold. Texts match a label, an alias or an IRI, whatever the case and accents;\n" +
      "where nothing is called just that, whatever has it as whole words in its name.",
  })
    .option("--subject <text>", "who or what the fact is about")
    .option("--relation <name>", "relation by name, label or IRI; its refinements count too")
    .option("--object <text>", "whom or what it relates the subject to")
    .option("--speaker <text>", "who says it, at any link of the chain of sources")
    .addOption(choice("--factuality <value>", "how sure its source is", FACTUALITIES))
    .option("--since <date>", "that holds, else was said or published, on or after this date", isoDate)
    .option("--until <date>", "… on or before this date", isoDate)
    .option("--outlet <name>", "published by this outlet")
    .option("--article <article>", "read from this article: id, IRI, URL, path or title")
    .option("--asserted", "that stand in the graph as plain triples")
    .option("--limit <n>", "at most this many", wholeNumber(1))
    .addOption(choice("--format <format>", "form of the facts (default: table)", FORMATS))
    .option("--explain", "print the SPARQL that the conditions amount to, instead of facts")
    .usage("[options]")
    .argument("[text...]")
    .action((texts: readonly string[], options: FindOptions) => {
      const [text] = texts;
      if (text === undefined) return find(line, options);
      throw new UsageError(
        `find takes conditions: try dateline find --subject "${text}", or --relation, --object, --speaker`,
      );
    });
}

async function find(line: CommandLine, options: FindOptions): Promise<void> {
  const { context } = line;
  const format = chosenFormat(options, "table", "jsonl");
  if (options.since !== undefined && options.until !== undefined && options.since > options.until) {
    throw new UsageError(`--since ${options.since} is after --until ${options.until}; nothing can be found`);
  }
  const { stdout } = context.terminal;
  const graph = await context.openGraph(options.kg, "read");
  try {
    const filter = toFilter(options);
    if (options.explain === true) {
      stdout.write(`${graph.explain(filter).trimEnd()}\n`);
      return;
    }
    const facts = graph.find(filter);
    if (format === "jsonl") stdout.write(facts.map(toJsonLine).join(""));
    else if (format !== "table") stdout.write(toDelimited(facts, format));
    else await printFactTable(context, facts);
    if (format === "table") {
      printMatches(context, options, options.subject, facts, ({ subject, subjectNode }) => [
        subjectNode,
        subject,
      ]);
      printMatches(context, options, options.object, facts, ({ object, objectNode }) => [
        objectNode ?? object,
        object,
      ]);
    }
    if (facts.length === 0) printRemark(context, options, `No fact in ${options.kg} meets these conditions.`);
  } finally {
    await graph.close();
  }
}

/** Of more names than these, the count says enough. */
const NAMED_MATCHES = 5;

/** Where a name found several things, whoever reads the table must know which. */
function printMatches(
  context: Context,
  options: FindOptions,
  name: string | undefined,
  facts: readonly GraphFact[],
  read: (fact: GraphFact) => readonly [node: string, label: string],
): void {
  const labels = [...new Map(name === undefined ? [] : facts.map(read)).values()];
  if (labels.length < 2) return;
  const named = labels.slice(0, NAMED_MATCHES);
  if (labels.length > named.length) named.push(`${labels.length - named.length} more`);
  printRemark(context, options, `"${name}" found ${named.join(", ")}.`);
}

function toFilter(options: FindOptions): FactFilter {
  const { subject, relation, object, speaker, factuality, since, until, outlet, article, asserted, limit } =
    options;
  return {
    ...(subject !== undefined && { subject }),
    ...(relation !== undefined && { relation }),
    ...(object !== undefined && { object }),
    ...(speaker !== undefined && { speaker }),
    ...(factuality !== undefined && { factuality }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(outlet !== undefined && { outlet }),
    ...(article !== undefined && { article }),
    ...(asserted !== undefined && { asserted }),
    ...(limit !== undefined && { limit }),
  };
}
