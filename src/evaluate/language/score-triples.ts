import { harmonicMean } from "../rates.ts";

/** A triple as it is compared: the words of its relation, of its first argument, of all others together. */
export interface TripleWords {
  readonly relation: readonly string[];
  /** One or two lists. */
  readonly args: readonly (readonly string[])[];
  readonly confidence: number;
}

export interface SentenceTriples {
  readonly gold: readonly TripleWords[];
  readonly found: readonly TripleWords[];
}

export interface TripleScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Only triples that are at least as confident count. */
  readonly threshold: number;
}

const BE = new Set(["be", "is", "am", "are", "was", "were", "been", "being"]);
/** Where one of these stands in the gold relation, source and statement may be the other way round. */
const SAYING = ["said", "told", "added", "adds", "says"];

/** How well a found triple covers a gold one and keeps to it: shares of the words of each that are in the other. */
export function compareTriples(
  gold: TripleWords,
  found: TripleWords,
): { readonly precision: number; readonly recall: number } {
  const straight = comparePlaces(gold, found);
  const said = SAYING.some((word) => gold.relation.join(" ").includes(word));
  if (!said || found.args.length !== 2) return straight;
  const turned = comparePlaces(gold, { ...found, args: [...found.args].reverse() });
  const larger =
    turned.precision > straight.precision ||
    (turned.precision === straight.precision && turned.recall > straight.recall);
  return larger ? turned : straight;
}

function comparePlaces(gold: TripleWords, found: TripleWords): { precision: number; recall: number } {
  let hits = common(gold.relation, found.relation);
  const spare = count(found.relation, "be") - count(gold.relation, "be");
  if (spare > 0 && gold.relation.some((word) => BE.has(word))) hits++;
  const lacks = gold.args.some((_, index) => found.args[index] === undefined);
  if (hits === 0 || lacks) return { precision: 0, recall: 0 };
  let [foundWords, goldWords] = [found.relation.length, gold.relation.length];
  for (const [index, words] of gold.args.entries()) {
    const answer = found.args[index] ?? [];
    hits += common(words, answer);
    foundWords += answer.length;
    goldWords += words.length;
  }
  return { precision: hits / foundWords, recall: hits / goldWords };
}

function common(left: readonly string[], right: readonly string[]): number {
  return [...new Set(left)].reduce((sum, word) => sum + Math.min(count(left, word), count(right, word)), 0);
}

function count(words: readonly string[], word: string): number {
  return words.filter((each) => each === word).length;
}

/**
 * CaRB's scores (Bhardwaj, Aggarwal and Mausam 2019) at the threshold of the best F1, and of everything found: for
 * recall each gold triple takes the best found one, for precision they are paired one to one, the most precise pair first.
 */
export function scoreTriples(sentences: readonly SentenceTriples[]): {
  readonly best: TripleScores;
  readonly all: TripleScores;
} {
  const tables = sentences.map(({ gold, found }) => ({
    found,
    pairs: gold.map((one) => found.map((other) => compareTriples(one, other))),
  }));
  const wanted = sentences.reduce((sum, { gold }) => sum + gold.length, 0);
  const thresholds = new Set(sentences.flatMap(({ found }) => found.map(({ confidence }) => confidence)));
  const curve = [...thresholds]
    .sort((left, right) => left - right)
    .map((threshold): TripleScores => {
      let [precise, found, recalled] = [0, 0, 0];
      for (const table of tables) {
        const kept = [...table.found.keys()].filter(
          (index) => (table.found[index]?.confidence ?? 0) >= threshold,
        );
        const rows = table.pairs.map((row) => kept.flatMap((index) => row[index] ?? []));
        found += kept.length;
        precise += pairOff(rows).reduce((sum, { precision }) => sum + precision, 0);
        recalled += rows.reduce((sum, row) => sum + Math.max(0, ...row.map(({ recall }) => recall)), 0);
      }
      const [precision, recall] = [precise / Math.max(1, found), recalled / Math.max(1, wanted)];
      return { precision, recall, f1: harmonicMean(precision, recall), threshold };
    });
  const none: TripleScores = { precision: 0, recall: 0, f1: 0, threshold: 0 };
  const best = curve.reduce((left, right) => (right.f1 > left.f1 ? right : left), curve[0] ?? none);
  return { best, all: curve[0] ?? none };
}

/** Row, column and precision of each pair, the most precise first, no row or column twice. */
export function pairOff(
  rows: readonly (readonly { readonly precision: number }[])[],
): readonly { readonly row: number; readonly column: number; readonly precision: number }[] {
  const cells = rows.flatMap((cellsOfRow, row) =>
    cellsOfRow.map(({ precision }, column) => ({ row, column, precision })),
  );
  const [usedRows, usedColumns] = [new Set<number>(), new Set<number>()];
  return cells
    .sort(
      (left, right) => right.precision - left.precision || left.row - right.row || left.column - right.column,
    )
    .filter(({ row, column }) => {
      if (usedRows.has(row) || usedColumns.has(column)) return false;
      usedRows.add(row);
      usedColumns.add(column);
      return true;
    });
}
