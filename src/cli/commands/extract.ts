import type { Engine } from "../../library/engine.ts";
import type { Article } from "../../model/article.ts";
import { DatelineError, UsageError } from "../../model/errors.ts";
import type { FactRecord } from "../../model/fact-record.ts";
import type { AnnotatedArticle, Sentence } from "../../model/layers.ts";
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
import { printFactTable, toJsonLine, toOpenTriple } from "../fact-output.ts";
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
      "tsv:   sentence, confidence, argument, relation, argument, further arguments, in the words of the text.",
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
    const annotated = await engine.reader.annotate(outcome.article);
    const found = engine.toRecords(await engine.reader.extract(outcome.article, annotated));
    if (format === "table") facts.push(...found);
    else if (format === "jsonl") context.terminal.stdout.write(found.map(toJsonLine).join(""));
    else context.terminal.stdout.write(openTriples(found, annotated));
  }
  if (format === "table" && outcomes.some(({ kind }) => kind === "article")) printFound(context, facts);
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
    const found = await factsOfLine(text, metadata, engine);
    if (found instanceof Error) {
      // A fault of ours in one line of thousands must not cost the others.
      printError(context, `${input}:${number}: the extractor failed on it: ${found.message}`);
      line.exitCode = INTERNAL;
      continue;
    }
    read++;
    const numbered = found.map((fact) => ({ ...fact, line: number }));
    if (format === "table") facts.push(...numbered);
    else if (format === "jsonl") context.terminal.stdout.write(numbered.map(toJsonLine).join(""));
    else context.terminal.stdout.write(numbered.map((fact) => toOpenTriple(fact, text)).join(""));
  }
  if (format === "table" && (read > 0 || line.exitCode === 0)) printFound(context, facts);
}

async function factsOfLine(
  text: string,
  metadata: ArticleMetadata,
  engine: Engine,
): Promise<readonly FactRecord[] | Error> {
  try {
    return engine.toRecords(await engine.reader.extract(articleFromLine(text, metadata)));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function openTriples(facts: readonly FactRecord[], { article, sentences }: AnnotatedArticle): string {
  return facts.map((fact) => toOpenTriple(fact, sentenceOf(article, fact, sentences))).join("");
}

/** The sentence that the evidence begins in. */
function sentenceOf(article: Article, fact: FactRecord, sentences: readonly Sentence[]): string {
  const sentence = sentences.findLast(({ start }) => start <= fact.evidence.start);
  return sentence === undefined ? fact.evidence.quote : article.text.slice(sentence.start, sentence.end);
}

function printFound(context: Context, facts: readonly FactRecord[]): void {
  if (facts.length > 0) printFactTable(context, facts);
  else context.terminal.stdout.write("No facts found.\n");
}
