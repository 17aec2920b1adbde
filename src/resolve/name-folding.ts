/**
 * Spellings that transliteration and typewriters vary, each with the one that stands for all; applied in this order. Letters are
 * ASCII and lower case by then. Own table, from the differences between the common romanisations of Cyrillic (BGN/PCGN, ISO 9, passports),
 * Arabic (ALA-LC, press usage) and Armenian, and of German and Scandinavian letters.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/g, "c"],
  [/sch|sh/g, "s"],
  [/zh/g, "z"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/tz|ts/g, "c"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/ae/g, "e"],
  [/oe/g, "o"],
  [/ue/g, "u"],
  [/[yji]+/g, "i"],
  [/(.)\1+/g, "$1"],
  [/f$/, "v"],
  [/(?<=[aeiou])h(?![aeiou])/g, ""],
];

/** Words come again and again, and folding one takes twenty passes over it. Bounded: what a large corpus repeats is in it. */
const foldedWords = new Map<string, string>();
const MOST_WORDS = 100_000;

/**
 * The form under which spellings of one name that differ by transliteration are the same.
 *
 * @param normal a word of a normal name, e.g. "zelenskyy"
 * @example
 * foldSpelling("zelenskyy") === foldSpelling("zelensky"); // true
 * foldSpelling("romanoff") === foldSpelling("romanov"); // true
 */
export function foldSpelling(normal: string): string {
  const held = foldedWords.get(normal);
  if (held !== undefined) return held;
  let folded = normal;
  for (const [pattern, standard] of SPELLINGS) folded = folded.replace(pattern, standard);
  if (foldedWords.size >= MOST_WORDS) foldedWords.clear();
  foldedWords.set(normal, folded);
  return folded;
}

/** The consonants of a folded word: what is left where vowels are heard differently ("mohammed", "muhamad"). */
export function skeletonOf(folded: string): string {
  return folded.slice(0, 1) + folded.slice(1).replace(/[aeiou]/g, "");
}
