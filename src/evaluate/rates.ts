/** Precision, recall and their harmonic mean, with the counts behind them; rounded to four decimals. */
export interface PrecisionRecall {
  readonly tp: number;
  /** Facts of the system that count: matched, spurious and invalid ones. */
  readonly system: number;
  readonly gold: number;
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** How many of the matched facts are right in one respect. `accuracy` is null where there are none. */
export interface Accuracy {
  readonly correct: number;
  readonly n: number;
  readonly accuracy: number | null;
}

export function precisionRecall(tp: number, system: number, gold: number): PrecisionRecall {
  const [p, r] = [share(tp, system), share(tp, gold)];
  return { tp, system, gold, p: round4(p), r: round4(r), f1: round4(harmonicMean(p, r)) };
}

export function accuracy(correct: number, n: number): Accuracy {
  return { correct, n, accuracy: ratio(correct, n) };
}

/** Rounded to four decimals; null where there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : round4(part / whole);
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function harmonicMean(left: number, right: number): number {
  return left + right === 0 ? 0 : (2 * left * right) / (left + right);
}

/**
 * Four decimals; a tie goes to the even digit, as IEEE 754 and Python round. `toFixed` alone rounds ties up, and ties do
 * occur: 1/32 is 0.03125 exactly.
 */
export function round4(value: number): number {
  // A double of this size has at most 52 + 1 binary, hence decimal, places that are not zero.
  const [whole = "0", decimals = ""] = Math.abs(value).toFixed(60).split(".");
  const kept = Number(`${whole}.${decimals.slice(0, 4)}`);
  const tie = /^50*$/.test(decimals.slice(4));
  const even = Number(decimals[3]) % 2 === 0;
  return tie && even ? Math.sign(value) * kept : Number(value.toFixed(4));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
