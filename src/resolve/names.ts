/** Latin letters that have no decomposition, and what they are written as in ASCII. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
};

/** Longest slug, in code points; longer wordings are cut at a word. */
const MAX_SLUG = 80;

/**
 * The readable part of an IRI: ASCII where the script is Latin, other letters as they are (IRIs may hold them),
 * everything else folded to `_`. Not unique: {@link resolveEntities} adds suffixes. Empty for a label without letters and digits.
 *
 * @example
 * slugOf("Recep Tayyip Erdoğan"); // "Recep_Tayyip_Erdogan"
 * slugOf("deploying U.S. ground troops"); // "deploying_US_ground_troops"
 */
export function slugOf(label: string): string {
  const slug = label
    .normalize("NFKD")
    // Only after Latin letters: in other scripts the marks are part of the letter (й, が).
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    // "U.S." is one word, and so is "Yermak's".
    .replace(/(?<=\p{L})['’ʼ.](?=\p{L}|$|[^\p{L}\p{N}])/gu, "")
    .replace(/[^\p{L}\p{N}\p{Mn}\p{Mc}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const letters = [...slug];
  if (letters.length <= MAX_SLUG) return slug;
  const cut = letters.slice(0, MAX_SLUG).join("");
  const lastBreak = cut.lastIndexOf("_");
  return lastBreak > MAX_SLUG / 2 ? cut.slice(0, lastBreak) : cut;
}

/**
 * The form under which two wordings of a name are the same: no case, no diacritics, no punctuation, no leading article.
 *
 * @example
 * normalName("The Côte d'Ivoire") === normalName("cote dIvoire"); // true
 */
export function normalName(label: string): string {
  const folded = slugOf(label.normalize("NFC").slice(0, 400)).toLowerCase();
  return folded.replace(/^(?:the|an?)_(?=.)/u, "");
}

/** Words that say nothing of their own, for telling a specific wording from a general one. */
const FUNCTION_WORDS = new Set(
  (
    "a an the this that these those of in on at to for from by with without and or but nor as into onto over under about after before " +
    "between among against during through its his her their our my your it he she they we who which what is are was were be been being " +
    "has have had do does did not no some any all more most other such than then so if"
  ).split(" "),
);

/**
 * Whether a description or phrase is worded so precisely that the same words in another article mean the same:
 * it holds a proper name or a number, or at least three content words.
 *
 * @example
 * isSpecificWording("deploying U.S. ground troops"); // true
 * isSpecificWording("the talks"); // false
 */
export function isSpecificWording(label: string): boolean {
  if (/\p{N}/u.test(label)) return true;
  const words = label.split(/[^\p{L}\p{M}'’.-]+/u).filter((word) => word !== "");
  const content = words.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
  // The first word may be a capital only because it begins the label.
  const named = words.slice(1).some((word) => /^\p{Lu}/u.test(word));
  return named || content.length >= 3;
}

/** Number of words of a normal name. */
export function nameTokens(normal: string): number {
  return normal === "" ? 0 : normal.split("_").length;
}
