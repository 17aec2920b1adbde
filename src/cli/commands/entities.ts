import { UsageError } from "../../model/errors.ts";
import type { EntityRecord, Graph } from "../../query/graph.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import { printTable } from "../print-table.ts";

interface EntitiesOptions extends CommonOptions {
  readonly type?: string;
  readonly all?: boolean;
  readonly limit?: number;
}

/** A thing with what the graph has of it. */
interface EntityLine extends EntityRecord {
  readonly facts: number;
  /** Facts of which it is a source. */
  readonly said: number;
  readonly articles: number;
}

/** `dateline entities`: who and what the graph speaks of. */
export function addEntitiesCommand(line: CommandLine): void {
  addCommand(line.program, "entities", {
    summary: "list who and what the graph speaks of, most facts first",
    json: "print one JSON object for each thing, a line each",
    examples: ["dateline entities --type Person", "dateline entities Rutte --json"],
    notes:
      "facts: of which it is subject or object; said: of which it is a source. A name finds whatever bears it as label, alias or IRI. What is known by description only is listed with --all.",
  })
    .argument("[name]", "list only what bears this name")
    .option("--type <class>", "of this class, e.g. Person, Organization, Country")
    .option("--all", "also what is known by description only, and phrases")
    .option("--limit <n>", "at most this many", wholeNumber(1))
    .action((name: string | undefined, options: EntitiesOptions) => listEntities(line, name, options));
}

async function listEntities(
  line: CommandLine,
  name: string | undefined,
  options: EntitiesOptions,
): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const graph = await context.openGraph(options.kg, "read");
  try {
    const found = findEntities(graph, name, options).slice(0, options.limit);
    if (options.json === true) {
      stdout.write(found.map((entity) => `${JSON.stringify(entity)}\n`).join(""));
      return;
    }
    if (found.length === 0) {
      printRemark(
        context,
        options,
        name === undefined ? `Nothing in ${options.kg}.` : `Nothing is called "${name}".`,
      );
    }
    const rows = found.map(({ label, type, facts, said, articles, iri, aliases }) => [
      label,
      type,
      String(facts),
      String(said),
      String(articles),
      iri,
      aliases.join("; "),
    ]);
    printTable(
      context,
      ["label", "type", "facts", "said", "articles", "iri", "also called"],
      rows,
      [2, 3, 4],
    );
  } finally {
    await graph.close();
  }
}

function findEntities(
  graph: Graph,
  name: string | undefined,
  { type, all }: EntitiesOptions,
): readonly EntityLine[] {
  const classes = new Set(graph.entities().map((entity) => entity.type));
  if (type !== undefined && classes.size > 0 && !classes.has(type))
    throw new UsageError(
      `nothing is of class "${type}"; what is there is of ${[...classes].sort().join(", ")}`,
    );
  const wanted = name === undefined ? undefined : new Set(graph.identity.find(name).map(({ iri }) => iri));
  const facts = new Map<string, number>();
  const said = new Map<string, number>();
  const articles = new Map<string, Set<string>>();
  const count = (counts: Map<string, number>, node: string, articleId: string) => {
    counts.set(node, (counts.get(node) ?? 0) + 1);
    articles.set(node, (articles.get(node) ?? new Set()).add(articleId));
  };
  for (const { subjectNode, objectNode, speakerNodes, article } of graph.find()) {
    for (const node of new Set([subjectNode, objectNode ?? subjectNode])) count(facts, node, article.id);
    for (const node of new Set(speakerNodes)) count(said, node, article.id);
  }
  return graph
    .entities()
    .filter(({ iri, kind }) => (wanted === undefined ? all === true || kind === "named" : wanted.has(iri)))
    .filter((entity) => type === undefined || entity.type.toLowerCase() === type.toLowerCase())
    .map((entity) => ({
      ...entity,
      facts: facts.get(entity.iri) ?? 0,
      said: said.get(entity.iri) ?? 0,
      articles: articles.get(entity.iri)?.size ?? 0,
    }))
    .sort((a, b) => b.facts - a.facts || b.said - a.said || (a.iri < b.iri ? -1 : 1));
}
