import type { PrecisionRecall } from "../rates.ts";
import type { IdentityScore } from "./score-identity.ts";

/** Scores of the parts of the gold: only those of `development` come with their errors. */
export interface IdentityScores {
  readonly development: IdentityScore;
  readonly heldOut: IdentityScore;
  /** Both parts in one graph, where each holds namesakes of the other. */
  readonly together: IdentityScore;
}

export function identityReport(scores: IdentityScores): string {
  const { development, heldOut, together } = scores;
  const lines = [
    "Identity across articles (B-cubed over gold mentions; copies in pairs; conflicts in statements)",
    ...section("Development", development),
    ...section("Held out", heldOut),
    ...section("Both in one graph", together),
  ];
  const errors = [
    ["Wrong merges", development.wrongMerges],
    ["Splits", development.splits],
    ["Conflicts missed", development.missed],
    ["Conflicts that are none", development.spurious],
  ] as const;
  for (const [heading, list] of errors) {
    if (list.length > 0) lines.push("", `${heading} (development)`, ...list.map((line) => `  ${line}`));
  }
  return `${lines.join("\n")}\n`;
}

function section(title: string, score: IdentityScore): readonly string[] {
  const { bCubed, bCubedOfFound, kinds } = score;
  const rates = (
    name: string,
    { p, r, f1 }: { readonly p: number; readonly r: number; readonly f1: number },
  ) => `  ${name.padEnd(22)}P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  const counts = ({ tp, system, gold }: PrecisionRecall) => `  (${tp} of ${gold} in gold; ${system} found)`;
  return [
    "",
    `${title}: ${score.articles} articles, ${bCubed.mentions} mentions`,
    rates("entities", bCubed),
    rates("  of mentions found", bCubedOfFound),
    `  ${"namesakes merged".padEnd(22)}${score.mergedNamesakes}`,
    rates("copies", score.copies) + counts(score.copies),
    rates("conflicts", score.conflicts) + counts(score.conflicts),
    `  ${"  kind right".padEnd(22)}${kinds.correct} of ${kinds.n}`,
  ];
}

/** One line of JSON; errors of the held-out part are left out. */
export function identityJson(scores: IdentityScores): string {
  const hide = ({ wrongMerges, splits, missed, spurious, ...score }: IdentityScore) => ({
    ...score,
    wrongMerges: wrongMerges.length,
    splits: splits.length,
    missed: missed.length,
    spurious: spurious.length,
  });
  const { development, heldOut, together } = scores;
  return `${JSON.stringify({ development, heldOut: hide(heldOut), together: hide(together) })}\n`;
}
