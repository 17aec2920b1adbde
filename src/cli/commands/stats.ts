import type { GraphStats } from "../../query/graph.ts";
import { addCommand, type CommandLine, type CommonOptions, printSizeRemark } from "../command-line.ts";
import { STORE_NOTES } from "../remote-options.ts";
import { styleFor } from "../terminal.ts";

/** Lines of each list; the whole is in `--json`. */
const LISTED = 12;

/** `dateline stats`: the graph in numbers. */
export function addStatsCommand(line: CommandLine): void {
  addCommand(line.program, "stats", {
    summary: "count what the graph holds",
    json: "print the counts as JSON",
    examples: ["dateline stats", "dateline stats --store http://127.0.0.1:3030/news/sparql"],
    notes: STORE_NOTES,
  })
    .option("--store <endpoint>", "count what push brought to this SPARQL endpoint")
    .action((options: StatsOptions) =>
      options.store === undefined ? printStats(line, options) : printStoreStats(line, options, options.store),
    );
}

interface StatsOptions extends CommonOptions {
  readonly store?: string;
}

/** Counted by the store itself; named graphs only, which every store reads alike. */
const STORE_COUNTS = {
  articles: "SELECT (COUNT(DISTINCT ?x) AS ?n) { GRAPH ?g { ?x a schema:NewsArticle } }",
  facts: "SELECT (COUNT(DISTINCT ?x) AS ?n) { GRAPH ?g { ?x news:factuality ?f } }",
  "of them asserted": "SELECT (COUNT(DISTINCT ?x) AS ?n) { GRAPH ?g { ?x news:asserted true } }",
  graphs: "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
  triples: "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
};

async function printStoreStats(
  { context }: CommandLine,
  { json }: CommonOptions,
  endpoint: string,
): Promise<void> {
  const { askStore } = await import("../ask-store.ts");
  const counts: Record<string, number> = {};
  for (const [name, sparql] of Object.entries(STORE_COUNTS)) {
    const result = await (await askStore(context, endpoint, sparql)).terms();
    counts[name] = Number(result.kind === "bindings" ? result.rows[0]?.get("n")?.value : 0);
  }
  context.terminal.stdout.write(json === true ? `${JSON.stringify(counts)}\n` : formatCounts(counts, false));
}

async function printStats(line: CommandLine, options: CommonOptions): Promise<void> {
  const { stdout } = line.context.terminal;
  const graph = await line.context.openGraph(options.kg, "read");
  try {
    const stats = graph.stats();
    const { bold } = styleFor(stdout, line.context.environment);
    stdout.write(options.json === true ? `${JSON.stringify(stats)}\n` : formatStats(stats, bold));
    printSizeRemark(line.context, options, stats.facts);
  } finally {
    await graph.close();
  }
}

function formatStats(stats: GraphStats, bold: (text: string) => string): string {
  const totals = {
    articles: stats.articles,
    facts: stats.facts,
    "of them asserted": stats.asserted,
    entities: stats.entities,
    quads: stats.quads,
    "statements of several independent sources": stats.corroborated,
    contradictions: stats.conflicts.contradictions,
    "later figures in the place of earlier ones": stats.conflicts.updates,
    "articles that are copies": stats.copies,
  };
  const lists = [
    ["By factuality", stats.byFactuality],
    ["By outlet", withRest(stats.byOutlet, stats.articles, "(no outlet known)")],
    ["By relation", stats.byRelation],
    ["Relations made from the words", stats.minted],
  ] as const;
  const sections = lists
    .filter(([, counts]) => Object.keys(counts).length > 0)
    .map(([heading, counts]) => `\n${bold(heading)}\n${formatCounts(counts)}`);
  return formatCounts(totals, false) + sections.join("");
}

/** Counts, and under a name of its own what of the total they leave out. */
function withRest(
  counts: Readonly<Record<string, number>>,
  total: number,
  name: string,
): Readonly<Record<string, number>> {
  const rest = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  return rest > 0 ? { ...counts, [name]: rest } : counts;
}

function formatCounts(counts: Readonly<Record<string, number>>, ranked = true): string {
  const entries = Object.entries(counts);
  if (ranked) entries.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const shown = entries.slice(0, LISTED);
  const lines = shown.map(([name, count]) => `${count.toLocaleString("en-US").padStart(10)}  ${name}\n`);
  if (entries.length > shown.length)
    lines.push(`${" ".repeat(12)}and ${entries.length - shown.length} more\n`);
  return lines.join("");
}
