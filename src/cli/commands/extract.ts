import { DatelineError, UsageError } from "../../model/errors.ts";
import type { FactRecord } from "../../model/fact-record.ts";
import { type ArticleMetadata, articleFromLine } from "../../pipeline/read-source.ts";
import { type ArticleOptions, addArticleOptions, toMetadata } from "../article-options.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  choice,
  chosenFormat,
  printError,
  printRemark,
} from "../command-line.ts";
import type { Context } from "../context.ts";
import { exitCodeOf, INTERNAL } from "../exit-codes.ts";
import { printFactTable, toJsonLine, toOpenTripleLine } from "../fact-output.ts";
import { readInputArticles } from "../input-articles.ts";
import { decodeLines } from "../input-lines.ts";

const FORMATS = ["jsonl", "tsv", "table"] as const;
type Format = (typeof FORMATS)[number];

type ExtractOptions = CommonOptions & ArticleOptions & { readonly format?: Format; readonly lines?: boolean };

/** `dateline extract`: prints the facts of one text, and keeps nothing. */
export function addExtractCommand(line: CommandLine): void {
  const command = addCommand(line.program, "extract", {
    summary: "print the facts of a text, without keeping them",
    json: "the same as --format jsonl",
    examples: [
      "dateline extract visit.txt --published 2025-08-22",
      "echo 'Mark Rutte met Volodymyr Zelensky in Kyiv.' | dateline extract - --format table",
      "dateline extract sentences.txt --lines --format tsv > triples.tsv",
    ],
    notes:
      "jsonl: one fact a line with its source, factuality, dates and exact words; offsets are UTF-16 code units.\n" +
      "tsv:   open triples, all that a sentence states in its own words: sentence, confidence, argument, relation, argument, more arguments.",
  });
  addArticleOptions(command)
    .argument("<input>", 'a file or URL, or "-" for standard input')
    .addOption(choice("--format <format>", "form of the facts; table on a terminal, else jsonl", FORMATS))
    .option("--lines", "read every line as one sentence, independent of the others")
    .action((input: string, options: ExtractOptions) => extract(line, input, options));
}

async function extract(line: CommandLine, input: string, options: ExtractOptions): Promise<void> {
  const { context } = line;
  const format = chosenFormat(options, context.terminal.stdout.isTTY ? "table" : "jsonl", "jsonl");
  const metadata = toMetadata(options, 1);
  if (options.lines === true) {
    await extractLines(line, input, metadata, format);
    return;
  }
  const outcomes = await readInputArticles(context, input, metadata);
  const engine = await context.loadEngine();
  const facts: FactRecord[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === "refused") {
      printError(context, outcome.error);
      line.exitCode = exitCodeOf(outcome.error.code);
      continue;
    }
    for (const { message } of outcome.diagnostics) {
      printRemark(context, options, `${outcome.location}: ${message}`);
    }
    const { article } = outcome;
    if (format === "tsv") {
      const triples = await engine.reader.readOpenTriples(article);
      for (const triple of triples) {
        const sentence = article.text.slice(triple.sentence.start, triple.sentence.end);
        context.terminal.stdout.write(toOpenTripleLine(triple, sentence));
      }
      continue;
    }
    const found = engine.toRecords(await engine.reader.extract(article));
    if (format === "table") facts.push(...found);
    else context.terminal.stdout.write(found.map(toJsonLine).join(""));
  }
  if (format === "table" && outcomes.some(({ kind }) => kind === "article")) await printFound(context, facts);
}

/** Every line on its own, printed as soon as it is read: the input may be endless. */
async function extractLines(
  line: CommandLine,
  input: string,
  metadata: ArticleMetadata,
  format: Format,
): Promise<void> {
  const { context } = line;
  if (/^https?:\/\//i.test(input))
    throw new UsageError(`--lines reads a file or "-", not a URL such as ${input}`);
  const engine = await context.loadEngine();
  const facts: FactRecord[] = [];
  let read = 0;
  for await (const { number, text } of decodeLines(context.streamInput(input), input)) {
    if (text instanceof DatelineError) {
      printError(context, text);
      line.exitCode = exitCodeOf(text.code);
      continue;
    }
    if (text.trim() === "") continue;
    try {
      const article = articleFromLine(text, metadata);
      if (format === "tsv") {
        const triples = await engine.reader.readOpenTriples(article);
        context.terminal.stdout.write(triples.map((triple) => toOpenTripleLine(triple, text)).join(""));
      } else {
        const found = engine.toRecords(await engine.reader.extract(article));
        const numbered = found.map((fact) => ({ ...fact, line: number }));
        if (format === "table") facts.push(...numbered);
        else context.terminal.stdout.write(numbered.map(toJsonLine).join(""));
      }
      read++;
    } catch (error) {
      // A fault of ours in one line of thousands must not cost the others.
      const message = error instanceof Error ? error.message : String(error);
      printError(context, `${input}:${number}: the extractor failed on it: ${message}`);
      line.exitCode = INTERNAL;
    }
  }
  if (format === "table" && (read > 0 || line.exitCode === 0)) await printFound(context, facts);
}

async function printFound(context: Context, facts: readonly FactRecord[]): Promise<void> {
  if (facts.length > 0) await printFactTable(context, facts);
  else context.terminal.stdout.write("No facts found.\n");
}
