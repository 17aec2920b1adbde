/** Words that say what kind of firm it is, and may be left off. */
const LEGAL_FORMS =
  /^(inc|corp|corporation|company|co|ltd|limited|llc|plc|ag|sa|nv|ab|as|a\/s|asa|oyj?|spa|s\.p\.a|se|kg|bv|pty|kk|gmbh|group|holdings|holding|industries|technologies|motors|airlines|airways|news|international|media|party)\.?$/i;
const SMALL_WORDS = /^(of|the|for|and|on|in|to|a|an|de|la|du|des|&)$/i;

/** Ends of names that bodies have after a person or a place, whose name alone is not theirs. */
const NAMED_AFTER =
  /^(organi[sz]ation|foundation|institute|centre|center|campaign|administration|family|trust|universit\w+|college|school|library|museum|prize|award|hospital|fund|law|act|report|commission|committee|council|inquiry|government|ministry|police|court|club|church|army|island|islands|airport|port|station|street)$/i;

function wordsOf(form: string): readonly string[] {
  return form
    .replaceAll("’", "'")
    .replace(/^the\s+/i, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** A name without "the" before it and with apostrophes normalised, for comparison. */
export function plainName(form: string): string {
  return wordsOf(form).join(" ");
}

/** Initials of the words of a name that count, e.g. "WHO" of "World Health Organization". */
export function initialsOf(form: string): string {
  return wordsOf(form)
    .filter((word) => !SMALL_WORDS.test(word))
    .flatMap((word) => word.split("-"))
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
}

/** Whether a form in capitals is made of a name's initials, with or without those of its small words. */
export function isAcronymOf(acronym: string, form: string): boolean {
  const letters = acronym.replaceAll(".", "");
  if (!/^\p{Lu}[\p{L}]{1,7}$/u.test(letters) || wordsOf(form).length < 2) return false;
  const all = wordsOf(form)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
  return letters.toUpperCase() === initialsOf(form) || letters.toUpperCase() === all;
}

/** Whether a short form is the long one without its legal form, or without words that lead it: "Acme" of "Acme Corp". */
export function isShortenedName(short: string, long: string): boolean {
  const [few, many] = [wordsOf(short), wordsOf(long)];
  if (few.length === 0 || few.length >= many.length) return false;
  const prefix = few.every((word, place) => word === many[place]);
  return prefix && many.slice(few.length).every((word) => LEGAL_FORMS.test(word));
}

/** Whether a single word is what a firm of several words is called for short: "Halden" of "Halden Lines". */
export function isFirstWordOf(word: string, firm: string): boolean {
  const [short, words] = [wordsOf(word), wordsOf(firm)];
  return (
    short.length === 1 &&
    words.length > 1 &&
    short[0] === words[0] &&
    !words.slice(1).some((each) => NAMED_AFTER.test(each) || SMALL_WORDS.test(each))
  );
}
