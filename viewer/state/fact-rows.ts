import type { GraphViewFact } from "../../src/view/graph-view.ts";
import { labelOf, type ViewIndex } from "./view-index.ts";
import { relationLabel, speakerLine } from "./wording.ts";

const HEADINGS = [
  "subject",
  "relation",
  "object",
  "factuality",
  "said by",
  "date",
  "said on",
  "outlet",
  "published",
  "article",
  "url",
  "quote",
  "confidence",
  "fact",
] as const;

function rowOf(index: ViewIndex, fact: GraphViewFact): string[] {
  const article = index.articles.get(fact.evidence.articleId);
  return [
    labelOf(index, fact.source),
    relationLabel(index, fact),
    labelOf(index, fact.target),
    fact.factuality,
    speakerLine(fact.speakers),
    fact.date ?? "",
    fact.statementDate ?? "",
    article?.outlet ?? "",
    article?.published ?? "",
    article?.title ?? "",
    article?.url ?? "",
    fact.evidence.quote,
    fact.confidence.toFixed(2),
    fact.id,
  ];
}

/**
 * Facts as a table of text, with a line of headings (RFC 4180 for commas; tabs are for pasting into a spreadsheet).
 *
 * @remarks
 * A cell that a spreadsheet would take for a formula begins with an apostrophe: the words of articles are not to be trusted.
 */
export function toDelimited(
  index: ViewIndex,
  facts: readonly GraphViewFact[],
  separator: "," | "\t",
): string {
  const quote = (cell: string): string => {
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    if (separator === "\t") return safe.replace(/[\t\r\n]+/g, " ");
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [[...HEADINGS], ...facts.map((fact) => rowOf(index, fact))];
  return `${rows.map((row) => row.map(quote).join(separator)).join("\r\n")}\r\n`;
}
