/**
 * The form in which names are compared in look-ups: no case, no diacritics, one space between words.
 *
 * @example
 * foldText("  Recep Tayyip  ERDOĞAN"); // "recep tayyip erdogan"
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim()
    .replace(/\s+/g, " ");
}
