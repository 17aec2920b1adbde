const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}.'’-]*){0,3}`;
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]+(?:[ /]\p{Lu}[\p{L}.'’-]*){0,3}`;
const REGION = String.raw`(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?`;
const DAY = String.raw`, (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?`;
const AGENCY = String.raw`\(\p{Lu}[\p{L}\d .&-]{0,30}\)`;
const DASH = "(?: ?[–—] ?| - | -- )";

/**
 * A place in capitals; or any place with a day or an agency, which no sentence begins with. What follows the dash begins a
 * sentence: "NATO — which met" is none.
 */
const DATELINE = new RegExp(
  `^(?:${CAPITALS}${REGION}(?:${DAY})?(?: ${AGENCY})?|${PLACE}${REGION}(?:${DAY}(?: ${AGENCY})?| ${AGENCY}))${DASH}(?=["“‘'(]?[\\p{Lu}\\d])`,
  "u",
);

/**
 * Where the dateline of a report ends, its dash and space included; 0 where the line begins with none.
 *
 * @example
 * datelineEnd("LYON, March 14 (Agency) - A court ruled."); // 26
 */
export function datelineEnd(line: string): number {
  return DATELINE.exec(line)?.[0].length ?? 0;
}
