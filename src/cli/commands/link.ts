import { InputNotFoundError } from "../../io/input-errors.ts";
import { foldText } from "../../query/fold.ts";
import type { EntityRecord } from "../../query/graph.ts";
import { addCommand, type CommandLine, type CommonOptions, printRemark } from "../command-line.ts";
import { askTargets, readTargets, type Targets } from "../link-targets.ts";
import { connectNamedStore, STORE_NOTES } from "../remote-options.ts";

interface LinkOptions extends CommonOptions {
  readonly dump?: string;
  readonly keepAbsent?: boolean;
}

/** What was found for one thing. */
interface FoundLink {
  readonly entity: EntityRecord;
  readonly certainty: "same" | "close" | "absent";
  readonly target: string | null;
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
      "the names: rdfs:label and skos:altLabel are looked up there. One bearer of name and class is the same\n" +
      "(owl:sameAs), one bearer of the name whose class is not known or several are close (skos:closeMatch). Links are decisions: dateline\n" +
      "decisions lists them, dateline undo takes one back. That none bears a name is an answer too: --json tells it, --keep-absent keeps it.\n" +
      STORE_NOTES,
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
    const targets = await readTargetsOf(line, dump, open);
    const found = open.map((entity) => findTarget(entity, targets));
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
): Promise<Targets> {
  if (/^https?:/.test(dump)) {
    const classes = new Set(entities.map(({ type }) => foldText(type)));
    return askTargets(
      await connectNamedStore(context, dump, {}),
      entities.map(({ label }) => label),
      classes,
    );
  }
  if (!(await context.fileExists(dump))) throw new InputNotFoundError(dump, "no such file");
  return readTargets(await context.readTextFile(dump), dump);
}

function findTarget(entity: EntityRecord, targets: Targets): FoundLink {
  const bearers = targets.get(foldText(entity.label)) ?? [];
  const type = foldText(entity.type);
  const possible = bearers.filter(({ types }) => types.length === 0 || types.includes(type));
  const [first, ...others] = possible;
  if (first === undefined) return { entity, certainty: "absent", target: null };
  const sure = others.length === 0 && bearers.length === 1 && first.types.includes(type);
  return { entity, certainty: sure ? "same" : "close", target: first.iri };
}
