import { type ArticleOptions, addArticleOptions, toMetadata } from "../article-options.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  choice,
  chosenFormat,
  printError,
} from "../command-line.ts";
import { toConllu } from "../conllu.ts";
import { exitCodeOf } from "../exit-codes.ts";
import { readInputArticles } from "../input-articles.ts";

const FORMATS = ["conllu", "jsonl"] as const;
type AnnotateOptions = CommonOptions & ArticleOptions & { readonly format?: (typeof FORMATS)[number] };

/** `dateline annotate`: prints how a text was read. */
export function addAnnotateCommand(line: CommandLine): void {
  const command = addCommand(line.program, "annotate", {
    summary: "print how a text is read: sentences, trees, names, dates, coreference",
    json: "the same as --format jsonl",
    examples: ["dateline annotate visit.txt", "dateline annotate visit.txt --format jsonl"],
    notes:
      "conllu: Universal Dependencies trees; MISC holds TokenRange (in Unicode code points), Name, Date and Entity.\n" +
      "jsonl:  one article a line with all its layers; offsets are UTF-16 code units of its text.",
  });
  addArticleOptions(command)
    .argument("<input>", 'a file or URL, or "-" for standard input')
    .addOption(choice("--format <format>", "form of the layers (default: conllu)", FORMATS))
    .action((input: string, options: AnnotateOptions) => annotate(line, input, options));
}

async function annotate(line: CommandLine, input: string, options: AnnotateOptions): Promise<void> {
  const { context } = line;
  const format = chosenFormat(options, "conllu", "jsonl");
  const outcomes = await readInputArticles(context, input, toMetadata(options, 1));
  const { reader } = await context.loadEngine();
  for (const outcome of outcomes) {
    if (outcome.kind === "refused") {
      printError(context, outcome.error);
      line.exitCode = exitCodeOf(outcome.error.code);
      continue;
    }
    const annotated = await reader.annotate(outcome.article);
    const { mentions, entities } = await reader.extract(outcome.article, annotated);
    context.terminal.stdout.write(
      format === "conllu"
        ? toConllu(annotated, { mentions, entities })
        : `${JSON.stringify({ ...annotated, mentions, entities })}\n`,
    );
  }
}
