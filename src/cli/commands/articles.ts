import { addCommand, type CommandLine, type CommonOptions, printRemark } from "../command-line.ts";
import { printTable } from "../print-table.ts";

/** `dateline articles`: what the graph was read from. */
export function addArticlesCommand(line: CommandLine): void {
  addCommand(line.program, "articles", {
    summary: "list the articles of the graph",
    json: "print one JSON object for each article, a line each",
    examples: ["dateline articles", "dateline articles --json"],
  }).action((options: CommonOptions) => listArticles(line, options));
}

async function listArticles(line: CommandLine, options: CommonOptions): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const graph = await context.openGraph(options.kg, "read");
  try {
    const articles = graph.articles();
    if (options.json === true) {
      stdout.write(articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
      return;
    }
    if (articles.length === 0) printRemark(context, options, `${options.kg} holds no articles.`);
    const rows = articles.map((article) => [
      article.id,
      article.published ?? "",
      article.outlet ?? "",
      String(article.words),
      String(article.facts),
      article.title || article.location,
    ]);
    printTable(context, ["id", "published", "outlet", "words", "facts", "title"], rows, [3, 4]);
  } finally {
    await graph.close();
  }
}
