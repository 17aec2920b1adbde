import type { Deciding, DecisionQuestion, IdentityPreview } from "../../query/identity.ts";
import type { CanonicalEntity } from "../../resolve/resolution.ts";
import { addCommand, type CommandLine, type CommonOptions } from "../command-line.ts";
import type { Context } from "../context.ts";
import { counted } from "../counted.ts";

interface DecideOptions extends CommonOptions {
  readonly because?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

const NAMES =
  "A thing is named by label, alias or IRI; NAME@ARTICLE is what one article, by its id, calls so. Decisions are kept in decisions.jsonl and\n" +
  "outlast rebuilding; no fact is rewritten, and dateline undo takes a decision back.";

/** `dateline same`, `different`, `unsure`, `rename` and `undo`: decisions of people about identity. */
export function addDecisionCommands(line: CommandLine): void {
  const pairs = [
    [
      "same",
      "decide that two names are one thing's",
      "dateline same 'Bob Hale' 'Robert Hale' --because 'his own signature'",
    ],
    [
      "different",
      "decide that two things are not one, or take a part out of one",
      "dateline different 'Mark Hale' 'Mark Hale@3f9c2a71d0b84e65'",
    ],
    ["unsure", "note that a pair was looked at and cannot be told", "dateline unsure 'M. Hale' 'Mark Hale'"],
  ] as const;
  for (const [verdict, summary, example] of pairs) {
    decision(line, verdict, summary, [example, `${example} --dry-run`])
      .argument("<a>", "a thing")
      .argument("<b>", "another")
      .action((left: string, right: string, options: DecideOptions) =>
        decide(line, { verdict, left, right }, options),
      );
  }
  decision(line, "rename", "choose what a thing is called; its IRI stays", [
    "dateline rename 'R. Hale' 'Robert Hale'",
  ])
    .argument("<a>", "a thing")
    .argument("<label>", "its new label; the old one stays an alias")
    .action((left: string, label: string, options: DecideOptions) =>
      decide(line, { verdict: "rename", left, label }, options),
    );
  decision(line, "undo", "take a decision back: the last one, or one by its id", [
    "dateline undo",
    "dateline undo d3",
  ])
    .argument("[decision]", "its id, as dateline decisions lists it")
    .action((undoes: string | undefined, options: DecideOptions) =>
      decide(line, { verdict: "undo", ...(undoes === undefined ? {} : { undoes }) }, options),
    );
}

function decision(line: CommandLine, name: string, summary: string, examples: readonly string[]) {
  return addCommand(line.program, name, {
    summary,
    json: "print the decision as JSON",
    examples,
    notes: NAMES,
  })
    .option("--because <reason>", "why, for those who read it later")
    .option("--by <name>", "who decides (default: the user of this machine)")
    .option("--dry-run", "show what would change, and keep nothing");
}

async function decide(line: CommandLine, question: DecisionQuestion, options: DecideOptions): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const request = { ...question, ...deciding(context, options) };
  const dry = options.dryRun === true;
  const graph = await context.openGraph(options.kg, dry ? "read" : "write");
  try {
    const preview = graph.identity.preview(request);
    if (dry) {
      stdout.write(
        options.json === true ? `${JSON.stringify(preview)}\n` : formatPreview(preview, "would be"),
      );
      return;
    }
    const made = await graph.identity.decide(request);
    if (options.json === true) stdout.write(`${JSON.stringify(made)}\n`);
    else if (options.quiet !== true)
      stdout.write(`Kept decision ${made.id}. ${formatPreview(preview, "is now")}`);
  } finally {
    await graph.close();
  }
}

function deciding(context: Context, { because, by }: DecideOptions): Deciding {
  const { environment } = context;
  return {
    by: by ?? environment["USER"] ?? environment["USERNAME"] ?? "somebody",
    at: new Date().toISOString(),
    ...(because === undefined ? {} : { because }),
  };
}

function formatPreview({ before, after }: IdentityPreview, verb: string): string {
  if (before.length + after.length === 0) return "Nothing changes in the graph.\n";
  const name = ({ label, iri, sightings }: CanonicalEntity) =>
    `  ${label}, in ${articlesOf(sightings)}: ${iri}\n`;
  return `What was\n${before.map(name).join("")}${verb}\n${after.map(name).join("")}`;
}

function articlesOf(sightings: readonly string[]): string {
  const articles = new Set(sightings.map((sighting) => sighting.slice(0, sighting.indexOf("#"))));
  return counted(articles.size, "article");
}
