import { InputNotFoundError } from "../../io/input-errors.ts";
import { loadOntology } from "../../ontology/load-ontology.ts";
import type { Ontology } from "../../ontology/ontology.ts";
import type { EntityRecord } from "../../query/graph.ts";
import { addCommand, type CommandLine, type CommonOptions, printRemark } from "../command-line.ts";
import { askTargets, type FoundLink, findTarget, readTargets, type Targets } from "../link-targets.ts";
import { connectForeignEndpoint } from "../remote-options.ts";

interface LinkOptions extends CommonOptions {
  readonly dump?: string;
  readonly keepAbsent?: boolean;
}

/** `dateline link`: the same things in Wikidata or another collection. */
export function addLinkCommand(line: CommandLine): void {
  addCommand(line.program, "link", {
    summary: "link things to Wikidata: list what the curated table links, or look names up in a dump",
    json: "print one JSON object for each thing, a line each",
    examples: [
      "dateline link",
      "dateline link --dump labels.tsv --json",
      "dateline link --dump https://query.wikidata.org/sparql",
    ],
    notes:
      "A dump is a file of lines IRI, tab, name, tab, class (the class may be left out), or the address of a SPARQL endpoint, which is told\n" +
      "the names: rdfs:label and skos:altLabel are looked up there. It is asked without credentials: DATELINE_STORE_USER, DATELINE_STORE_PASSWORD\n" +
      "and DATELINE_STORE_TOKEN are not sent to it. One bearer of name and class is the same (owl:sameAs); one bearer of the name whose\n" +
      "class is wider or not known, or several, are close (skos:closeMatch). Links are decisions: dateline decisions lists them, dateline\n" +
      "undo takes one back. That none bears a name is an answer too: --json tells it, --keep-absent keeps it.",
  })
    .option("--dump <file-or-url>", "names to look things up in: a file, or a SPARQL endpoint")
    .option(
      "--keep-absent",
      "also keep a decision for each thing that the dump does not have, so that it is not looked up again",
    )
    .action((options: LinkOptions) => link(line, options));
}

async function link(line: CommandLine, options: LinkOptions): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const { dump } = options;
  const graph = await context.openGraph(options.kg, dump === undefined ? "read" : "write");
  try {
    const named = graph.entities().filter(({ kind }) => kind === "named");
    const linked = named.filter(({ wikidata }) => wikidata !== null);
    if (dump === undefined) {
      for (const { label, wikidata, iri } of linked) {
        stdout.write(
          options.json === true ? `${JSON.stringify({ label, iri, wikidata })}\n` : `${wikidata}  ${label}\n`,
        );
      }
      printRemark(
        context,
        options,
        `${linked.length} of ${named.length} named things have a Wikidata id from the curated table.`,
      );
      return;
    }
    const decided = new Set(
      graph.identity.standing().flatMap(({ decision, left }) => (decision.verdict === "link" ? left : [])),
    );
    const open = named.filter(({ iri, wikidata }) => wikidata === null && !decided.has(iri));
    const ontology = loadOntology(await context.readPackageText("ontology/news.ttl"));
    const targets = await readTargetsOf(line, dump, open, ontology);
    const found = open.map((entity) => findTarget(entity, targets, ontology));
    const by = `dateline link --dump ${options.dump}`;
    const kept = found.filter(({ certainty }) => options.keepAbsent === true || certainty !== "absent");
    const requests = kept.map(({ entity, certainty, target }) => ({
      by,
      at: new Date().toISOString(),
      verdict: "link" as const,
      left: entity.iri,
      certainty,
      target,
    }));
    await graph.identity.decideAll(requests);
    for (const { entity, certainty, target } of found) {
      if (options.json === true)
        stdout.write(`${JSON.stringify({ iri: entity.iri, label: entity.label, certainty, target })}\n`);
      else if (certainty !== "absent") stdout.write(`${certainty}  ${entity.label}  ${target}\n`);
    }
    const count = (wanted: FoundLink["certainty"]) =>
      found.filter(({ certainty }) => certainty === wanted).length;
    printRemark(
      context,
      options,
      `${count("same")} linked, ${count("close")} close, ${count("absent")} not in ${options.dump}.`,
    );
  } finally {
    await graph.close();
  }
}

/** The dump's names, or what an endpoint says of the names asked about. */
async function readTargetsOf(
  { context }: CommandLine,
  dump: string,
  entities: readonly EntityRecord[],
  { classes }: Ontology,
): Promise<Targets> {
  if (/^https?:/.test(dump)) {
    return askTargets(
      await connectForeignEndpoint(dump),
      entities.map(({ label }) => label),
      classes,
    );
  }
  if (!(await context.fileExists(dump))) throw new InputNotFoundError(dump, "no such file");
  return readTargets(await context.readTextFile(dump), dump, classes);
}
