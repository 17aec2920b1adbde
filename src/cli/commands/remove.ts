import { InputNotFoundError } from "../../io/input-errors.ts";
import { addCommand, type CommandLine, type CommonOptions } from "../command-line.ts";

/** `dateline remove`: takes one article out of the graph. */
export function addRemoveCommand(line: CommandLine): void {
  addCommand(line.program, "remove", {
    summary: "remove an article or imported graph, with exactly what only it supported",
    json: "print the removed article's id as JSON",
    examples: ["dateline remove articles/visit.txt", "dateline remove people.ttl"],
    notes: "`dateline articles` lists ids and titles.",
  })
    .argument("<article>", "its id, IRI, URL, the path it was read from, or its exact title")
    .action((article: string, options: CommonOptions) => removeArticle(line, article, options));
}

async function removeArticle(line: CommandLine, article: string, options: CommonOptions): Promise<void> {
  const { context } = line;
  const graph = await context.openGraph(options.kg, "write");
  try {
    const id = await graph.remove(article);
    if (id === undefined) {
      throw new InputNotFoundError(
        article,
        `no such article in ${options.kg}; list them with dateline articles`,
      );
    }
    if (options.json === true) context.terminal.stdout.write(`${JSON.stringify({ removed: id })}\n`);
    else if (options.quiet !== true) context.terminal.stdout.write(`Removed ${id} from ${options.kg}.\n`);
  } finally {
    await graph.close();
  }
}
