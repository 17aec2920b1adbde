import { addCommand, type CommandLine, type CommonOptions, printRemark } from "../command-line.ts";
import { counted } from "../counted.ts";
import { titleOfGraph } from "../graph-title.ts";

interface PublishOptions extends CommonOptions {
  readonly output: string;
  readonly title?: string;
  readonly sparql?: boolean;
}

/** `dateline publish`: one file that shows the graph anywhere. */
export function addPublishCommand(line: CommandLine): void {
  addCommand(line.program, "publish", {
    summary: "write the graph and its viewer as one HTML file",
    examples: ['dateline publish -o kyiv.html --title "Who promised what to Kyiv"'],
    notes:
      "The file holds the facts, the whole texts of the articles and the viewer. It opens from disk, with the network\n" +
      "off, and fetches nothing. The same graph gives the same bytes.",
  })
    .option("-o, --output <file>", "file to write, whole or not at all", "graph.html")
    .option("--title <text>", "heading; by default the name of the graph's folder")
    .option("--sparql", "let the file answer SPARQL too; it grows by some three megabytes")
    .action((options: PublishOptions) => publish(line, options));
}

async function publish(line: CommandLine, options: PublishOptions): Promise<void> {
  const { context } = line;
  const folder = options.sparql === true ? "published-sparql" : "published";
  const [
    { SHAPE },
    { withPositions },
    { loadOntology },
    { projectGraphView },
    { makePublishedPage },
    script,
    style,
    ontology,
    engine,
  ] = await Promise.all([
    import("../kept-positions.ts"),
    import("../../layout/with-positions.ts"),
    import("../../ontology/load-ontology.ts"),
    import("../../view/project-graph-view.ts"),
    import("../../view/published-page.ts"),
    context.readPackageText(`dist/${folder}/viewer.js`),
    context.readPackageText(`dist/${folder}/viewer.css`),
    context.readPackageText("ontology/news.ttl"),
    options.sparql === true ? import("../sparql-in-page.ts") : undefined,
  ]);
  const graph = await context.openGraph(options.kg, "read");
  try {
    const view = withPositions(
      projectGraphView(graph, {
        title: options.title ?? titleOfGraph(options.kg),
        ontology: loadOntology(ontology),
        embedTexts: true,
      }),
      SHAPE,
    );
    await context.writeFile(
      options.output,
      makePublishedPage({
        view,
        script,
        style,
        ...(engine === undefined ? {} : { sparql: await engine.sparqlForPage(graph) }),
      }),
    );
    printRemark(
      context,
      options,
      `Published ${options.kg} as ${options.output}: ${counted(view.facts.length, "fact")} of ${counted(view.articles.length, "article")}.`,
    );
  } finally {
    await graph.close();
  }
}
