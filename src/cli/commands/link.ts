import { InputNotFoundError } from "../../io/input-errors.ts";
import { UsageError } from "../../model/errors.ts";
import { foldText } from "../../query/fold.ts";
import type { EntityRecord } from "../../query/graph.ts";
import { addCommand, type CommandLine, type CommonOptions, printRemark } from "../command-line.ts";

interface LinkOptions extends CommonOptions {
  readonly dump?: string;
  readonly keepAbsent?: boolean;
}

/** A thing elsewhere that may be linked to. */
interface Target {
  readonly iri: string;
  /** Class names, folded; empty where the dump does not say. */
  readonly types: readonly string[];
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
    examples: ["dateline link", "dateline link --dump labels.tsv", "dateline link --dump labels.tsv --json"],
    notes:
      "A dump is a file of lines IRI, tab, name, tab, class; the class may be left out. One bearer of name and class is the same\n" +
      "(owl:sameAs), one bearer of the name whose class is not known or several are close (skos:closeMatch). Links are decisions: dateline\n" +
      "decisions lists them, dateline undo takes one back. That none bears a name is an answer too: --json tells it, --keep-absent keeps it.",
  })
    .option("--dump <file>", "names to look things up in")
    .option(
      "--keep-absent",
      "also keep a decision for each thing that the dump does not have, so that it is not looked up again",
    )
    .action((options: LinkOptions) => link(line, options));
}

async function link(line: CommandLine, options: LinkOptions): Promise<void> {
  const { context } = line;
  const { stdout } = context.terminal;
  const dump = options.dump === undefined ? undefined : await readDump(line, options.dump);
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
    const found = named
      .filter(({ iri, wikidata }) => wikidata === null && !decided.has(iri))
      .map((entity) => findTarget(entity, dump));
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

async function readDump(line: CommandLine, path: string): Promise<ReadonlyMap<string, readonly Target[]>> {
  if (/^https?:/.test(path)) {
    throw new UsageError(
      `${path}: endpoints are not asked; save names as a file of IRI, tab, name, tab, class`,
    );
  }
  if (!(await line.context.fileExists(path))) throw new InputNotFoundError(path, "no such file");
  const targets = new Map<string, Map<string, Target>>();
  for (const row of (await line.context.readTextFile(path)).split(/\r?\n/)) {
    const [iri = "", name = "", type = ""] = row.split("\t");
    if (!/^https?:\/\/\S+$/.test(iri) || name === "") continue;
    const key = foldText(name);
    const held = targets.get(key) ?? new Map<string, Target>();
    const types = [...(held.get(iri)?.types ?? []), ...(type === "" ? [] : [foldText(type)])];
    targets.set(key, held.set(iri, { iri, types }));
  }
  if (targets.size === 0) throw new UsageError(`${path}: no line of IRI, tab, name`);
  return new Map([...targets].map(([key, held]) => [key, [...held.values()]]));
}

function findTarget(entity: EntityRecord, dump: ReadonlyMap<string, readonly Target[]>): FoundLink {
  const bearers = dump.get(foldText(entity.label)) ?? [];
  const type = foldText(entity.type);
  const possible = bearers.filter(({ types }) => types.length === 0 || types.includes(type));
  const [first, ...others] = possible;
  if (first === undefined) return { entity, certainty: "absent", target: null };
  const sure = others.length === 0 && bearers.length === 1 && first.types.includes(type);
  return { entity, certainty: sure ? "same" : "close", target: first.iri };
}
