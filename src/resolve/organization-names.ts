/** Legal forms and words like them at the end of a firm's name, in normal form; "A/S" and "S.p.A." come as several words. */
const LEGAL_FORMS =
  /_(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|ag|gmbh|kg|se|sa|s_a|sas|spa|s_p_a|nv|n_v|bv|b_v|ab|as|a_s|asa|oy|oyj|kk|pty|holdings?|group)$/u;
const SMALL_WORDS = new Set("of the and for in on to de du des la le et y und der".split(" "));

/**
 * An organisation's name without its legal form.
 *
 * @example
 * organizationKey("Harbour Lines A/S") === organizationKey("Harbour Lines"); // true
 */
export function organizationKey(name: string): string {
  let key = name;
  while (LEGAL_FORMS.test(key)) key = key.replace(LEGAL_FORMS, "");
  return key;
}

/** The letters that a name of two words or more is shortened to; with and without its small words. Lower case. */
export function acronymsOf(name: string): readonly string[] {
  const words = name.split("_");
  if (words.length < 2) return [];
  const initials = (list: readonly string[]) => list.map((word) => word[0]).join("");
  const content = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set([initials(words), initials(content)])].filter((acronym) => acronym.length > 1);
}

/** Whether a label is written as letters that stand for words: "ESA", "U.N.". */
export function isAcronym(label: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(label.trim());
}
