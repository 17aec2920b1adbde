import type { FloorBreach } from "./floors.ts";
import type { Accuracy } from "./rates.ts";
import type { ArticleScore } from "./score.ts";
import type { ErrorKind, SuiteAverage } from "./suite.ts";

/**
 * The value with members named in snake_case, as the JSON report names them ("asserted_though_not_certain").
 * Names that are data, such as factuality values and file names, are lower case already and stay.
 */
export function snakeCaseMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCaseMembers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCaseMembers(member),
    ]),
  );
}

function three(number: number | null): string {
  return number === null ? "–" : number.toFixed(3);
}

function of({ correct, n }: Accuracy): string {
  return `${correct}/${n}`;
}

/** The scores of one article as lines of text, with up to `listed` errors of each kind. */
export function articleReport(name: string, score: ArticleScore, listed: number): readonly string[] {
  const { counts, strict, lenient, attribution, factuality } = score;
  return [
    `${name}: gold ${counts.gold} (core ${counts.goldCore}), system ${counts.system}, matched ${counts.matched}, ` +
      `spurious ${counts.spurious}, duplicates ${counts.duplicates}, neutral ${counts.neutral}, invalid ${counts.invalid}`,
    `  strict   P ${three(strict.p)}  R ${three(strict.r)}  F1 ${three(strict.f1)}`,
    `  lenient  P ${three(lenient.p)}  R ${three(lenient.r)}  F1 ${three(lenient.f1)}  core R ${three(lenient.coreR)}`,
    `  attribution ${of(attribution)} (speaker P ${three(attribution.p)} R ${three(attribution.r)})  ` +
      `factuality ${of(factuality)} (macro F1 ${three(factuality.macroF1)}, ` +
      `asserted though not certain ${factuality.assertedThoughNotCertain} of ${factuality.notCertainMatched})`,
    `  date ${of(score.date)}  quantity ${of(score.quantity)}  ` +
      `evidence ${of(score.evidence)} (mean overlap ${three(score.evidence.meanIou)})`,
    ...errorLines(score, listed),
  ];
}

function errorLines(score: ArticleScore, listed: number): readonly string[] {
  const line = (kind: string, parts: readonly (string | null | undefined)[]) =>
    `    ${kind}: ${parts.filter((part) => part !== null && part !== undefined).join(" | ")}`;
  return [
    ...score.missed
      .slice(0, listed)
      .map((fact) =>
        line("missed", [fact.id, fact.subject, fact.relation, fact.object, fact.factuality, fact.speaker]),
      ),
    ...score.spurious
      .slice(0, listed)
      .map((fact) =>
        line("spurious", [fact.subject, fact.relation, fact.object, fact.factuality, fact.speaker]),
      ),
    ...score.wrongAttribution
      .slice(0, listed)
      .map((fact) =>
        line("wrong speaker", [
          fact.id,
          fact.subject,
          fact.relation,
          fact.object,
          `${fact.speaker ?? "the article"} given as ${fact.systemSpeaker ?? "the article"}`,
        ]),
      ),
    ...score.wrongFactuality
      .slice(0, listed)
      .map((fact) =>
        line("wrong factuality", [
          fact.id,
          fact.subject,
          fact.relation,
          fact.object,
          `${fact.factuality} given as ${fact.systemFactuality}`,
        ]),
      ),
  ];
}

/** The figures over all articles as lines of text. */
export function averageReport(title: string, average: SuiteAverage): readonly string[] {
  const { strict, lenient } = average;
  const named = (name: "attribution" | "factuality" | "date" | "quantity" | "evidence") =>
    `${name} ${of(average[name])} = ${three(average[name].accuracy)}`;
  return [
    `${title}:`,
    `  strict   P ${three(strict.p)}  R ${three(strict.r)}  F1 ${three(strict.f1)}`,
    `  lenient  P ${three(lenient.p)}  R ${three(lenient.r)}  F1 ${three(lenient.f1)}  core R ${three(lenient.coreR)}`,
    `  ${named("attribution")}  ${named("factuality")}`,
    `  ${named("date")}  ${named("quantity")}  ${named("evidence")}`,
  ];
}

export function errorKindReport(kinds: readonly ErrorKind[], limit: number): readonly string[] {
  if (kinds.length === 0) return [];
  return [
    "Commonest errors (development articles):",
    ...kinds.slice(0, limit).map(({ kind, count }) => `  ${count}  ${kind}`),
  ];
}

export function breachReport(breaches: readonly FloorBreach[]): readonly string[] {
  return breaches.map(
    ({ article, measure, floor, score }) =>
      `${article}: ${measure} is ${score.toFixed(4)}, below its floor ${floor.toFixed(4)}`,
  );
}
