import type { Decision } from "../../resolve/decisions.ts";
import {
  addCommand,
  type CommandLine,
  type CommonOptions,
  printRemark,
  wholeNumber,
} from "../command-line.ts";
import { printTable } from "../print-table.ts";

/** `dateline decisions`: what people decided of identity. */
export function addDecisionsCommand(line: CommandLine): void {
  addCommand(line.program, "decisions", {
    summary: "list what was decided of who is who, in the order of time",
    json: "print the log as it is kept: one decision a line",
    examples: ["dateline decisions", "dateline decisions --json"],
  }).action((options: CommonOptions) => listDecisions(line, options));
}

async function listDecisions(line: CommandLine, options: CommonOptions): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const graph = await context.openGraph(options.kg, "read");
  try {
    const { identity } = graph;
    const log = identity.log();
    if (options.json === true) {
      stdout.write(log.map((decision) => `${JSON.stringify(decision)}\n`).join(""));
      return;
    }
    if (log.length === 0) printRemark(context, options, `Nothing was decided in ${options.kg}.`);
    const standing = new Map(identity.standing().map((one) => [one.decision.id, one]));
    const rows = log.map((decision) => {
      const holds = standing.get(decision.id);
      const waits = holds !== undefined && holds.left.length === 0;
      const state =
        decision.verdict === "undo" ? "" : holds === undefined ? "undone" : waits ? "waits" : "holds";
      return [
        decision.id,
        decision.at.slice(0, 10),
        decision.by,
        wordsOf(decision),
        state,
        decision.because ?? "",
      ];
    });
    printTable(context, ["id", "on", "by", "decision", "state", "because"], rows);
  } finally {
    await graph.close();
  }
}

function wordsOf(decision: Decision): string {
  switch (decision.verdict) {
    case "undo":
      return `undo ${decision.undoes}`;
    case "rename":
      return `rename ${decision.left.label} to ${decision.label}`;
    case "link":
      return `${decision.left.label} ${decision.certainty} ${decision.target ?? "nothing there"}`;
    default:
      return `${decision.verdict}: ${decision.left.label} and ${decision.right.label}`;
  }
}

/** `dateline candidates`: which identities to look at. */
export function addCandidatesCommand(line: CommandLine): void {
  addCommand(line.program, "candidates", {
    summary: "list pairs that may be one thing, most valuable to look at first",
    json: "print one JSON object for each pair, a line each",
    examples: ["dateline candidates --limit 10"],
    notes: "A score of 0.65 and more means one; then dateline same, different or unsure settles it.",
  })
    .option("--limit <n>", "at most this many", wholeNumber(1), 20)
    .action((options: CommonOptions & { readonly limit: number }) => listCandidates(line, options));
}

async function listCandidates(
  line: CommandLine,
  options: CommonOptions & { readonly limit: number },
): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const graph = await context.openGraph(options.kg, "read");
  try {
    const found = graph.identity.candidates().slice(0, options.limit);
    if (options.json === true) {
      stdout.write(found.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
      return;
    }
    if (found.length === 0) printRemark(context, options, `Nothing to look at in ${options.kg}.`);
    const local = (iri: string) => iri.slice(iri.lastIndexOf("/") + 1);
    const rows = found.map(({ left, right, score, facts, reasons }) => [
      score.toFixed(2),
      String(facts),
      `ent:${local(left.iri)}`,
      `ent:${local(right.iri)}`,
      reasons.join("; "),
    ]);
    const head = ["score", "facts", "one", "other", "what speaks for and against it"];
    printTable(context, head, rows, [0, 1]);
  } finally {
    await graph.close();
  }
}
