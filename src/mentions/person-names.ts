/** Ends of a person's name that are no surname. */
const SUFFIXES = /^(jr|sr|ii|iii|iv)\.?$/i;

/** Words of a person's name without suffixes, apostrophes and hyphens normalised. */
export function nameParts(form: string): readonly string[] {
  return form
    .replaceAll("’", "'")
    .replaceAll("‑", "-")
    .split(/\s+/)
    .filter((part) => part !== "" && !SUFFIXES.test(part));
}

/** Two spellings of one word: one article has its headline without the diacritics of the text. */
function isSamePart(left: string, right: string | undefined): boolean {
  return right !== undefined && foldMarks(left) === foldMarks(right);
}

function foldMarks(part: string): string {
  return part.normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Whether two full names can be one person's: same surname, and given names that are equal, or an initial of the
 * other; middle names may be missing ("Vladimir Putin", "Vladimir Vladimirovich Putin").
 */
export function sameFullName(left: readonly string[], right: readonly string[]): boolean {
  const [longer, shorter] = left.length >= right.length ? [left, right] : [right, left];
  if (shorter.length < 2 || !isSamePart(longer.at(-1) ?? "", shorter.at(-1))) return false;
  const [a = "", b = ""] = [longer[0], shorter[0]];
  if (!(isSamePart(a, b) || isInitialOf(a, b) || isInitialOf(b, a))) return false;
  let at = 1;
  return shorter.slice(1, -1).every((part) => {
    const found = longer
      .slice(at, -1)
      .findIndex((other) => isSamePart(other, part) || isInitialOf(part, other) || isInitialOf(other, part));
    at += found + 1;
    return found >= 0;
  });
}

function isInitialOf(initial: string, name: string): boolean {
  return /^\p{Lu}\.?$/u.test(initial) && name.startsWith(initial.slice(0, 1));
}

/** Whether a short form is the surname, or any tail, of a full name; or its given name alone. */
export function isShortOf(
  short: readonly string[],
  full: readonly string[],
): "surname" | "given" | undefined {
  if (short.length === 0 || short.length >= full.length) return undefined;
  const tail = full.slice(full.length - short.length);
  if (tail.every((part, place) => isSamePart(part, short[place]))) return "surname";
  return short.length === 1 && isSamePart(full[0] ?? "", short[0]) ? "given" : undefined;
}
