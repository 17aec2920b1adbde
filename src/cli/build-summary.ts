import type { BuildReport } from "../pipeline/build-corpus.ts";
import { counted } from "./counted.ts";

interface ArticleName {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
}

/** An article that was taken for a copy of an earlier one. */
export interface ArticleCopy extends ArticleName {
  readonly copyOf: ArticleName;
  /** Which part of the shorter text stands in the longer one, 0 to 1. */
  readonly shared: number;
}

/** What each diagnostic means, in words for the report. */
const DIAGNOSTIC_WORDS: Readonly<Record<string, string>> = {
  "quote-not-found": "its words are not in the text",
  "relation-not-allowed": "its relation does not allow such arguments",
  "argument-missing": "an argument is missing",
  "argument-unresolved": "an argument refers to nothing that could be found",
  "ambiguous-mention": "mentions that may be of several things",
  "unreadable-date": "dates that could not be read",
  "unreadable-published": "articles whose date of publication could not be read",
  "sentence-too-long": "sentences too long to read",
  "not-english": "articles or passages not in English",
};

const REFUSALS = ["quote-not-found", "relation-not-allowed", "argument-missing", "argument-unresolved"];

/** The report of a run as text: what was read and kept, what was refused and why. */
export function formatBuildReport(
  report: BuildReport,
  copies: readonly ArticleCopy[],
  folder: string,
): string {
  const { articles } = report;
  const outcomes = [
    `${count(articles.added)} added`,
    articles.replaced > 0 && `${count(articles.replaced)} replaced`,
    `${count(articles.unchanged)} unchanged`,
    articles.refused > 0 && `${count(articles.refused)} refused`,
  ].filter((part) => part !== false);
  const lines = [
    `${report.interrupted ? "Stopped. " : ""}Read ${counted(articles.read, "article")} into ${folder}: ${outcomes.join(", ")}.`,
    ...(articles.read === 0 ? [] : contentLines(report)),
    ...copyLines(copies),
    row("seconds", report.seconds.toFixed(1)),
  ];
  return `${lines.join("\n")}\n`;
}

function contentLines(report: BuildReport): string[] {
  const { facts } = report;
  return [
    row("words", count(report.words)),
    row("sentences", count(report.sentences)),
    row("facts kept", `${count(facts.kept)}${mintedShare(report)}`),
    row("facts refused", count(facts.refused)),
    ...diagnosticLines(report, true),
    ...remarkLines(report),
  ];
}

function undatedLine(number: number): string {
  return `    ${count(number).padStart(6)}  articles without a date of publication: "on Monday" there is no day (give --published, or a date in the front matter)`;
}

/** Copies that are named; the others are counted. */
const NAMED_COPIES = 5;

function copyLines(copies: readonly ArticleCopy[]): string[] {
  if (copies.length === 0) return [];
  const name = ({ title, outlet, id }: ArticleName) =>
    `"${title || id}"${outlet === null ? "" : `, ${outlet}`}`;
  const named = copies.slice(0, NAMED_COPIES).map((copy) => `    ${name(copy)} copies ${name(copy.copyOf)}`);
  const more = copies.length > named.length ? [`    and ${count(copies.length - named.length)} more`] : [];
  return [
    row("copies", `${counted(copies.length, "article")} of the graph count as copies of another`),
    ...named,
    ...more,
  ];
}

function mintedShare({ facts }: BuildReport): string {
  if (facts.minted === 0) return "";
  const share = Math.round((100 * facts.minted) / facts.kept);
  return ` (${count(facts.minted)}, or ${share} %, with a relation made from the words, not from the ontology)`;
}

function remarkLines(report: BuildReport): string[] {
  const { undated } = report.articles;
  const remarks = [...diagnosticLines(report, false), ...(undated === 0 ? [] : [undatedLine(undated)])];
  return remarks.length === 0 ? [] : ["  remarks", ...remarks];
}

function diagnosticLines(report: BuildReport, refusals: boolean): string[] {
  return Object.entries(report.diagnostics)
    .filter(([code]) => REFUSALS.includes(code) === refusals)
    .map(([code, number]) => {
      const example = code === "unreadable-published" ? ` (${report.examples[code]})` : "";
      return `    ${count(number).padStart(6)}  ${DIAGNOSTIC_WORDS[code] ?? code}${example}`;
    });
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(14)} ${value}`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
