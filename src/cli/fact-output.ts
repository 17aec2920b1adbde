import type { FactRecord } from "../model/fact-record.ts";
import { toCsvLine, toTsvLine } from "./delimited.ts";
import { formatTable, type TableOptions } from "./text-table.ts";

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

/**
 * A fact as an open triple, in the words of its sentence:
 * `sentence <TAB> confidence <TAB> arg1 <TAB> relation <TAB> arg2 [<TAB> more arguments]`.
 */
export function toOpenTriple(fact: FactRecord, sentence: string): string {
  const { subject, relation, object, more } = fact.surface;
  return toTsvLine([sentence, String(fact.confidence), subject, relation, object, ...more]);
}

/** Columns of a list of facts in CSV and TSV, with a head line. */
const COLUMNS: readonly (readonly [name: string, value: (fact: FactRecord) => string])[] = [
  ["subject", (fact) => fact.subject],
  ["relation", (fact) => fact.relation],
  ["object", (fact) => fact.object],
  ["speaker", (fact) => fact.speaker ?? ""],
  ["factuality", (fact) => fact.factuality],
  ["temporality", (fact) => fact.temporality],
  ["date", (fact) => fact.date ?? ""],
  ["statementDate", (fact) => fact.statementDate ?? ""],
  ["confidence", (fact) => String(fact.confidence)],
  ["asserted", (fact) => String(fact.asserted)],
  ["quote", (fact) => fact.evidence.quote],
  ["start", (fact) => String(fact.evidence.start)],
  ["end", (fact) => String(fact.evidence.end)],
  ["article", (fact) => fact.article.title],
  ["outlet", (fact) => fact.article.outlet ?? ""],
  ["published", (fact) => fact.article.published ?? ""],
  ["url", (fact) => fact.article.url ?? ""],
  ["subjectId", (fact) => fact.subjectId ?? ""],
  ["objectId", (fact) => fact.objectId ?? ""],
  ["articleId", (fact) => fact.article.id],
  ["id", (fact) => fact.id],
];

/** Facts as CSV or TSV, with a head line. */
export function toDelimited(facts: readonly FactRecord[], format: "csv" | "tsv"): string {
  const toLine = format === "csv" ? toCsvLine : toTsvLine;
  const rows = facts.map((fact) => toLine(COLUMNS.map(([, value]) => value(fact))));
  return toLine(COLUMNS.map(([name]) => name)) + rows.join("");
}

/** Facts as a table for reading: who did what, who says so, how sure, when, in which words. */
export function toFactTable(facts: readonly FactRecord[], options: TableOptions): string {
  const rows = facts.map((fact) => [
    fact.subject,
    fact.relation,
    fact.object,
    fact.factuality,
    fact.speakerChain.map(({ speaker }) => speaker).join(" < ") || "(article)",
    fact.date ?? "",
    fact.article.outlet ?? "",
    fact.evidence.quote,
  ]);
  const head = ["subject", "relation", "object", "factuality", "speaker", "date", "outlet", "quote"];
  // A column that says nothing takes no room.
  const kept = head.map((_, column) => rows.some((row) => row[column] !== ""));
  const keep = (row: readonly string[]) => row.filter((_, column) => kept[column]);
  return formatTable(keep(head), rows.map(keep), options);
}
