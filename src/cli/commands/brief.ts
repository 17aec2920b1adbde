import { loadOntology } from "../../ontology/load-ontology.ts";
import type { Ontology } from "../../ontology/ontology.ts";
import { relationWords } from "../../ontology/relation-words.ts";
import type { EntityRecord, Graph } from "../../query/graph.ts";
import { onlyOne } from "../../query/only-one.ts";
import { type Brief, type BriefStatement, makeBrief } from "../../view/brief.ts";
import { addCommand, type CommandLine, type CommonOptions, choice, chosenFormat } from "../command-line.ts";
import { counted } from "../counted.ts";

const FORMATS = ["text", "markdown", "json"] as const;
type Format = (typeof FORMATS)[number];

interface BriefOptions extends CommonOptions {
  readonly format?: Format;
}

/** `dateline brief`: what the graph has of one thing. */
export function addBriefCommand(line: CommandLine): void {
  addCommand(line.program, "brief", {
    summary:
      "tell what is known of one thing: its facts by time with their sources, agreements and conflicts",
    json: "the same as --format json",
    examples: ["dateline brief 'Mark Rutte'", "dateline brief NATO --format markdown"],
    notes: "A thing is named by label, alias or IRI.",
  })
    .argument("<entity>", "whom or what to tell of")
    .addOption(choice("--format <format>", "form of the brief (default: text)", FORMATS))
    .action((name: string, options: BriefOptions) => printBrief(line, name, options));
}

async function printBrief(line: CommandLine, name: string, options: BriefOptions): Promise<void> {
  const format = chosenFormat<Format>(options, "text", "json");
  const graph = await line.context.openGraph(options.kg, "read");
  try {
    const brief = makeBrief(graph, findOne(graph, name));
    const text =
      format === "json"
        ? `${JSON.stringify(brief)}\n`
        : formatBrief(
            inWords(brief, loadOntology(await line.context.readPackageText("ontology/news.ttl"))),
            format === "markdown",
          );
    line.context.terminal.stdout.write(text);
  } finally {
    await graph.close();
  }
}

function findOne(graph: Graph, name: string): EntityRecord {
  const iris = new Set(graph.identity.find(name).map(({ iri }) => iri));
  return onlyOne(
    graph.entities().filter(({ iri }) => iris.has(iri)),
    name,
  );
}

/** A brief for reading: relations are called by their labels. */
function inWords(brief: Brief, ontology: Ontology): Brief {
  const named = (statement: BriefStatement) => ({
    ...statement,
    relation: relationWords(ontology, statement.relation),
  });
  return {
    ...brief,
    statements: brief.statements.map(named),
    conflicts: brief.conflicts.map((conflict) => ({
      ...conflict,
      left: named(conflict.left),
      right: named(conflict.right),
    })),
  };
}

function formatBrief({ entity, statements, conflicts }: Brief, markdown: boolean): string {
  const { label, type, aliases, wikidata, iri } = entity;
  const heading = (text: string) => (markdown ? `\n## ${text}\n\n` : `\n${text}\n`);
  const item = (text: string) => (markdown ? `- ${text}\n` : `  ${text}\n`);
  const called = aliases.length === 0 ? "" : `, also called ${aliases.join(", ")}`;
  const linked = wikidata === null ? "" : `; Wikidata ${wikidata}`;
  const parts = [
    markdown ? `# ${label}\n\n` : `${label}\n`,
    `${type}${called}. ${iri}${linked}\n`,
    heading(`${counted(statements.length, "statement")} by time`),
    ...statements.map((statement) =>
      item(`${whenOf(statement)}  ${wordsOf(statement)}${sourcesOf(statement)}`),
    ),
  ];
  const agreed = statements.filter(({ independent }) => independent > 1);
  if (agreed.length > 0) {
    parts.push(heading("Several independent sources say"));
    parts.push(...agreed.map((statement) => item(`${wordsOf(statement)} (${statement.independent})`)));
  }
  if (conflicts.length > 0) {
    parts.push(heading("Conflicts"));
    for (const { kind, left, right } of conflicts) {
      const between = kind === "update" ? "later" : "against it";
      parts.push(
        item(`${kind}: ${wordsOf(left)}${sourcesOf(left)}; ${between}: ${wordsOf(right)}${sourcesOf(right)}`),
      );
    }
  }
  return parts.join("");
}

/** The day of an event stands alone; that of its telling says so. */
function whenOf({ date, dated }: BriefStatement): string {
  if (date === null) return "undated";
  return dated === "held" ? date : `${dated} ${date}`;
}

function wordsOf({ subject, relation, object, factuality, temporality, speaker }: BriefStatement): string {
  const ahead = temporality === "future" ? "ahead: " : "";
  const sure = factuality === "certain" ? ahead : `${factuality.replace("_", " ")}: `;
  const said = speaker === null ? "" : `, says ${speaker}`;
  return `${sure}${subject} ${relation} ${object}${said}`;
}

function sourcesOf({ sources }: BriefStatement): string {
  const named = sources.map(({ outlet, article, published }) =>
    [outlet ?? article, published?.slice(0, 10)].filter(Boolean).join(", "),
  );
  return ` [${[...new Set(named)].join("; ")}]`;
}
