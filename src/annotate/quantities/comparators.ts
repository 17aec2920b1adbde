import type { NumberReading } from "./numbers.ts";

/** How words before a number bound it. */
export type Comparator = "more-than" | "at-least" | "less-than" | "at-most" | "about";

/** Phrases that stand before a number, in lower case; longer ones first where one begins like another. */
const PHRASES: readonly (readonly [string, Comparator])[] = [
  ["no fewer than", "at-least"],
  ["not fewer than", "at-least"],
  ["no less than", "at-least"],
  ["not less than", "at-least"],
  ["a minimum of", "at-least"],
  ["at least", "at-least"],
  ["no more than", "at-most"],
  ["not more than", "at-most"],
  ["a maximum of", "at-most"],
  ["as many as", "at-most"],
  ["as much as", "at-most"],
  ["as high as", "at-most"],
  ["at most", "at-most"],
  ["up to", "at-most"],
  ["well over", "more-than"],
  ["just over", "more-than"],
  ["slightly more than", "more-than"],
  ["a little more than", "more-than"],
  ["more than", "more-than"],
  ["greater than", "more-than"],
  ["higher than", "more-than"],
  ["in excess of", "more-than"],
  ["upwards of", "more-than"],
  ["upward of", "more-than"],
  ["exceeding", "more-than"],
  ["exceeds", "more-than"],
  ["exceeded", "more-than"],
  ["exceed", "more-than"],
  ["over", "more-than"],
  ["above", "more-than"],
  ["just under", "less-than"],
  ["just below", "less-than"],
  ["well under", "less-than"],
  ["fewer than", "less-than"],
  ["less than", "less-than"],
  ["lower than", "less-than"],
  ["under", "less-than"],
  ["below", "less-than"],
  ["an estimated", "about"],
  ["a reported", "about"],
  ["close to", "about"],
  ["just about", "about"],
  ["approximately", "about"],
  ["roughly", "about"],
  ["about", "about"],
  ["around", "about"],
  ["nearly", "about"],
  ["almost", "about"],
  ["some", "about"],
  ["circa", "about"],
  ["virtually", "about"],
];

const BY_FIRST_WORD = new Map<string, { parts: readonly string[]; comparator: Comparator }[]>();
for (const [phrase, comparator] of PHRASES) {
  const parts = phrase.split(" ");
  const there = BY_FIRST_WORD.get(parts[0] ?? "");
  if (there === undefined) BY_FIRST_WORD.set(parts[0] ?? "", [{ parts, comparator }]);
  else there.push({ parts, comparator });
}

/** The comparator whose phrase starts at a word, and how many words it takes. */
export function comparatorAt(
  words: readonly string[],
  first: number,
): { readonly comparator: Comparator; readonly length: number } | undefined {
  for (const { parts, comparator } of BY_FIRST_WORD.get(words[first] ?? "") ?? []) {
    if (parts.every((part, place) => words[first + place] === part))
      return { comparator, length: parts.length };
  }
  return undefined;
}

/** Numbers and bounds that a comparator makes of a number. */
export function applyComparator(
  { value, min, max, approximate }: NumberReading,
  comparator: Comparator | undefined,
): { value?: number; min?: number; max?: number; exclusive?: boolean; approximate?: boolean } {
  const vague = approximate === true ? { approximate } : {};
  if (value === undefined || comparator === undefined) {
    const about = comparator === "about" || approximate === true ? { approximate: true } : {};
    return {
      ...(value === undefined ? {} : { value }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...about,
    };
  }
  switch (comparator) {
    case "more-than":
      return { min: value, exclusive: true, ...vague };
    case "at-least":
      return { min: value, ...vague };
    case "less-than":
      return { max: value, exclusive: true, ...vague };
    case "at-most":
      return { max: value, ...vague };
    case "about":
      return { value, approximate: true };
  }
}
