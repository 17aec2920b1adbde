import { type Accuracy, accuracy, round4, sum } from "./rates.ts";
import type { ArticleScore } from "./score.ts";

/** Scores of several articles: precision and recall as the mean over articles, the rest pooled over matched facts. */
export interface SuiteAverage {
  readonly strict: { readonly p: number; readonly r: number; readonly f1: number };
  readonly lenient: {
    readonly p: number;
    readonly r: number;
    readonly f1: number;
    readonly coreR: number;
    readonly coreF1: number;
  };
  readonly attribution: Accuracy;
  readonly factuality: Accuracy;
  readonly date: Accuracy;
  readonly quantity: Accuracy;
  readonly evidence: Accuracy;
}

/** @param scores at least one */
export function averageScores(scores: readonly ArticleScore[]): SuiteAverage {
  const mean = (value: (score: ArticleScore) => number) => round4(sum(scores.map(value)) / scores.length);
  const pooled = (value: (score: ArticleScore) => Accuracy) =>
    accuracy(sum(scores.map((score) => value(score).correct)), sum(scores.map((score) => value(score).n)));
  return {
    strict: {
      p: mean(({ strict }) => strict.p),
      r: mean(({ strict }) => strict.r),
      f1: mean(({ strict }) => strict.f1),
    },
    lenient: {
      p: mean(({ lenient }) => lenient.p),
      r: mean(({ lenient }) => lenient.r),
      f1: mean(({ lenient }) => lenient.f1),
      coreR: mean(({ lenient }) => lenient.coreR),
      coreF1: mean(({ lenient }) => lenient.coreF1),
    },
    attribution: pooled((score) => score.attribution),
    factuality: pooled((score) => score.factuality),
    date: pooled((score) => score.date),
    quantity: pooled((score) => score.quantity),
    evidence: pooled((score) => score.evidence),
  };
}

/** A kind of error and how often it occurs. */
export interface ErrorKind {
  readonly kind: string;
  readonly count: number;
}

/** The errors of all articles by kind, commonest first; equal counts in alphabetical order. */
export function commonestErrors(scores: readonly ArticleScore[]): readonly ErrorKind[] {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const score of scores) {
    for (const { level, relation } of score.missed) count(`missed ${level} ${relation}`);
    for (const { relation } of score.spurious) count(`spurious ${relation}`);
    for (const { factuality, systemFactuality } of score.wrongFactuality) {
      count(`${factuality} taken as ${systemFactuality}`);
    }
    for (const { speaker, systemSpeaker } of score.wrongAttribution) {
      if (systemSpeaker === null) count("speaker not found");
      else count(speaker === undefined ? "speaker where the article itself speaks" : "another speaker");
    }
  }
  return [...counts]
    .map(([kind, times]) => ({ kind, count: times }))
    .sort((left, right) => right.count - left.count || (left.kind < right.kind ? -1 : 1));
}
