import type { GraphStats } from "../../query/graph.ts";
import { addCommand, type CommandLine, type CommonOptions } from "../command-line.ts";
import { styleFor } from "../terminal.ts";

/** Lines of each list; the whole is in `--json`. */
const LISTED = 12;

/** `dateline stats`: the graph in numbers. */
export function addStatsCommand(line: CommandLine): void {
  addCommand(line.program, "stats", {
    summary: "count what the graph holds",
    json: "print the counts as JSON",
    examples: ["dateline stats", "dateline stats --json"],
  }).action((options: CommonOptions) => printStats(line, options));
}

async function printStats(line: CommandLine, options: CommonOptions): Promise<void> {
  const { stdout } = line.context.terminal;
  const graph = await line.context.openGraph(options.kg, "read");
  try {
    const stats = graph.stats();
    const { bold } = styleFor(stdout, line.context.environment);
    stdout.write(options.json === true ? `${JSON.stringify(stats)}\n` : formatStats(stats, bold));
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
