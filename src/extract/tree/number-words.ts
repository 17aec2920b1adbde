const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");

/** What a numeral counts, in words up to ten or in digits; undefined for others. */
export function countOf(numeral: string): number | undefined {
  const word = NUMBERS.indexOf(numeral.toLowerCase());
  if (word >= 0) return word;
  return /^\d+$/.test(numeral) ? Number(numeral) : undefined;
}
