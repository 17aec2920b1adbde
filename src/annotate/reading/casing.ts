/** What lower-casing loses: one class a word, in the order in which the model knows them. */
export const CASINGS = [
  "special",
  "none",
  "lower",
  "title",
  "upper",
  "initial",
  "mixed-upper",
  "mixed-lower",
] as const;

export type Casing = (typeof CASINGS)[number];

/** The casing class of a word; "special" is for what is no word. */
export function casingOf(word: string): Casing {
  const letters = [...word].filter((character) => character.toLowerCase() !== character.toUpperCase());
  const upper = letters.map((letter) => letter !== letter.toLowerCase());
  if (letters.length === 0) return "none";
  if (!upper.includes(true)) return "lower";
  if (letters.length === 1) return "initial";
  if (!upper.includes(false)) return "upper";
  if (upper[0] === true) return upper.indexOf(true, 1) < 0 ? "title" : "mixed-upper";
  return "mixed-lower";
}
