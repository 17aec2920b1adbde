import type { PlannedInput } from "../../io/read-inputs.ts";
import { DatelineError } from "../../model/errors.ts";
import { type BuildReport, buildCorpus, type CorpusInput } from "../../pipeline/build-corpus.ts";
import type { Graph } from "../../query/graph.ts";
import { type ArticleOptions, addArticleOptions, toMetadata } from "../article-options.ts";
import { type ArticleCopy, formatBuildReport } from "../build-summary.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  printError,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import { exitCodeOfRefusals, INTERRUPTED } from "../exit-codes.ts";
import { makeProgressBar } from "../progress-bar.ts";

interface BuildCommandOptions extends CommonOptions, ArticleOptions {
  readonly threads?: number;
}

/** `dateline build`: reads articles into the graph. */
export function addBuildCommand(line: CommandLine): void {
  const command = addCommand(line.program, "build", {
    summary: "read articles into the graph",
    json: "print the report as JSON",
    examples: [
      "dateline build articles/ --outlet 'Northern Courier'",
      "dateline build visit.txt --published 2025-08-22 --url https://courier.example/visit",
      "dateline build 'archive/**/*.html' corpus.jsonl https://courier.example/visit",
    ],
    notes:
      "Reads .txt, .md (YAML front matter), .html and .jsonl files, and http(s) pages; folders with all below them.\n" +
      "Reading an article again changes nothing; a new version of a file replaces the old one.\n" +
      "What cannot be read is named on stderr, the rest goes on, and the exit code is not 0.\n" +
      "Texts are UTF-8 (pages: as they declare). Limits: 20 MB an article file, 2,000,000 characters an article,\n" +
      "1,000,000 a line or paragraph and bytes a JSON line, 500 MB a .jsonl file.",
  });
  addArticleOptions(command)
    .option("--threads <n>", "read in up to n threads (default by processors and memory)", wholeNumber(1, 64))
    .argument("<input...>", 'files, folders, patterns, URLs, or "-" for standard input')
    .action((inputs: string[], options: BuildCommandOptions) => build(line, inputs, options));
}

async function build(line: CommandLine, args: string[], options: BuildCommandOptions): Promise<void> {
  const { context } = line;
  const plan = await context.planInputs(args);
  const metadata = toMetadata(options, plan.inputs.length);
  if (plan.skipped.length > 0) {
    const names = plan.skipped.slice(0, 3).join(", ") + (plan.skipped.length > 3 ? ", …" : "");
    printRemark(context, options, `Passed over ${plan.skipped.length} files that are no articles: ${names}`);
  }
  const engine = await context.loadEngine();
  const reader = await context.readInThreads(engine.reader, options.threads);
  const graph = await context.openGraph(options.kg, "create");
  const signal = context.catchInterrupts();
  const bar =
    options.quiet === true
      ? undefined
      : makeProgressBar(context.terminal.stderr, plan.inputs.length, () => context.now());
  let report: BuildReport;
  let copies: readonly ArticleCopy[];
  try {
    report = await buildCorpus(readPlan(plan.inputs), {
      reader,
      // Each has its next article at hand; an input's end stands between two articles.
      atOnce: reader.threads === 1 ? 1 : 4 * reader.threads,
      graph,
      metadata,
      signal,
      now: () => context.now(),
      onProgress: (progress) => bar?.show(progress),
    });
    const reports = options.json === true || options.quiet !== true;
    copies = reports ? findBuiltCopies(graph) : [];
    if (!report.interrupted && isMuchNew(report, graph))
      await context.prepareView(graph, { state: await context.graphState(options.kg) });
  } finally {
    bar?.clear();
    await reader.close();
    await graph.close();
  }
  for (const { message } of report.refused) printError(context, message);
  if (options.json === true) context.terminal.stdout.write(`${JSON.stringify({ ...report, copies })}\n`);
  else if (options.quiet !== true)
    context.terminal.stdout.write(formatBuildReport(report, copies, options.kg));
  line.exitCode = report.interrupted
    ? INTERRUPTED
    : exitCodeOfRefusals(report.refused.map(({ code }) => code));
}

/** Share of articles that are new from which on all is arranged at once; fewer are fitted in when the graph is looked at. */
const MUCH = 0.05;

function isMuchNew({ articles: { added, replaced } }: BuildReport, graph: Graph): boolean {
  return added + replaced > graph.articles().length * MUCH;
}

/** Every copy once, beside the earliest article that it is a version of. */
function findBuiltCopies(graph: Graph): readonly ArticleCopy[] {
  const name = (id: string) => {
    const { title = "", outlet = null } = graph.article(id) ?? {};
    return { id, title, outlet };
  };
  const found = new Map<string, ArticleCopy>();
  for (const { original, copy, shared } of graph.copies()) {
    if (!found.has(copy)) found.set(copy, { ...name(copy), copyOf: name(original), shared });
  }
  return [...found.values()];
}

async function* readPlan(inputs: readonly PlannedInput[]): AsyncGenerator<CorpusInput> {
  for (const input of inputs) {
    try {
      yield await input.read();
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      yield { location: input.location, error };
    }
  }
}
