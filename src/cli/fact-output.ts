import { toCsvLine, toTsvLine } from "../export/delimited.ts";
import { FACT_COLUMNS } from "../export/tables.ts";
import type { FactRecord } from "../model/fact-record.ts";
import type { OpenTriple } from "../model/open-triple.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import { relationWords } from "../ontology/relation-words.ts";
import type { Context } from "./context.ts";
import { printTable } from "./print-table.ts";

/** A fact as one JSON line. The order of the fields is part of the interface. */
export function toJsonLine(fact: FactRecord): string {
  const { id, subject, relation, object, subjectId, objectId, speaker, speakerChain, ...rest } = fact;
  const { factuality, temporality, date, statementDate, quantity, confidence, reasons, plover, asserted } =
    rest;
  const { evidence, spans, surface, article, line } = rest;
  const ordered = {
    ...{ id, subject, relation, object, subjectId, objectId, speaker, speakerChain, factuality, temporality },
    ...{
      date,
      statementDate,
      quantity,
      confidence,
      reasons,
      plover,
      asserted,
      evidence,
      spans,
      surface,
      article,
    },
    ...(line !== undefined && { line }),
  };
  return `${JSON.stringify(ordered)}\n`;
}

/** An open triple: `sentence <TAB> confidence <TAB> arg1 <TAB> relation <TAB> arg2 [<TAB> more arguments]`. */
export function toOpenTripleLine(triple: OpenTriple, sentence: string): string {
  const { confidence, subject, relation, object, more } = triple;
  return toTsvLine([sentence, String(confidence), subject, relation, object, ...more]);
}

/** Facts as CSV or TSV, with a head line. */
export function toDelimited(facts: readonly FactRecord[], format: "csv" | "tsv"): string {
  const toLine = format === "csv" ? toCsvLine : toTsvLine;
  const rows = facts.map((fact) => toLine(FACT_COLUMNS.map(([, value]) => value(fact))));
  return toLine(FACT_COLUMNS.map(([name]) => name)) + rows.join("");
}

/** Prints facts as a table for reading: who did what, who says so, how sure, when, in which words. */
export async function printFactTable(context: Context, facts: readonly FactRecord[]): Promise<void> {
  const ontology = loadOntology(await context.readPackageText("ontology/news.ttl"));
  const rows = facts.map((fact) => [
    fact.subject,
    relationWords(ontology, fact.relation),
    fact.object,
    `${fact.factuality.replace("_", " ")}${fact.temporality === "future" ? ", ahead" : ""}`,
    fact.speakerChain.map(({ speaker }) => speaker).join(" < ") || "(article)",
    fact.date ?? "",
    fact.article.outlet ?? "",
    fact.evidence.quote,
  ]);
  const head = ["subject", "relation", "object", "factuality", "speaker", "date", "outlet", "quote"];
  // A column that says nothing takes no room.
  const kept = head.map((_, column) => rows.some((row) => row[column] !== ""));
  const keep = (row: readonly string[]) => row.filter((_, column) => kept[column]);
  printTable(context, keep(head), rows.map(keep));
}
