/** What a number says, before what it counts is known. */
export interface NumberReading {
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly approximate?: boolean;
  /** ISO 4217, where a symbol before the number says so. */
  readonly currency?: string;
  /** One past the last word read. */
  readonly last: number;
  /** Written as digits, a hyphen and digits: may be the score of a match. */
  readonly scoreLike?: boolean;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["k", 1000],
  ["lakh", 1e5],
  ["million", 1e6],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["bn", 1e9],
  ["bln", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
  ["trn", 1e12],
  ["dozen", 12],
]);
/** "dozens" is at least two dozen, and so on: the least that the plural allows. */
const PLURALS: ReadonlyMap<string, number> = new Map([
  ["tens", 20],
  ["dozens", 24],
  ["scores", 40],
  ["hundreds", 200],
  ["thousands", 2000],
  ["millions", 2e6],
  ["billions", 2e9],
  ["trillions", 2e12],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["tenth", 10],
]);
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["US$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₩", "KRW"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["HK$", "HKD"],
  ["NZ$", "NZD"],
  ["R$", "BRL"],
]);
const DIGITS =
  /^(US\$|HK\$|NZ\$|[ACR]\$|[$€£¥₹₽₴₩])?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|mn|mln|m|bn|b|tn|trn|\+)?$/;

/** ISO 4217 of a currency sign, e.g. "€". */
export function currencyOfSymbol(symbol: string): string | undefined {
  return SYMBOLS.get(symbol);
}

/** Rounds away what binary fractions add: 1.2 × 10⁹ stays 1200000000. */
function times(left: number, right: number): number {
  return Number((left * right).toPrecision(12));
}

/**
 * Reads the number that starts at a word: digits with suffix or sign, number words, magnitudes, fractions, plural magnitudes, ranges.
 *
 * @param words words in lower case, signs and hyphens as words of their own
 * @param forms the same words as written: "US$" and "US" differ there
 */
export function readNumber(
  words: readonly string[],
  forms: readonly string[],
  first: number,
): NumberReading | undefined {
  const between = words[first] === "between" || words[first] === "from";
  const start = between ? first + 1 : first;
  const left = readSingle(words, forms, start);
  // "a one-off payment" counts nothing.
  if (left === undefined || (words[left.last] === "-" && words[left.last + 1] === "off")) return undefined;
  const joiner = words[left.last];
  const joins = between
    ? joiner === "and" || joiner === "to"
    : joiner === "to" || joiner === "-" || joiner === "–";
  const right = joins ? readSingle(words, forms, left.last + 1) : undefined;
  if (right?.value === undefined || left.value === undefined) return between ? undefined : left;
  const small = scaleLike(words, left, right, start);
  const range = { min: small, max: right.value, last: right.last };
  const currency = left.currency ?? right.currency;
  const hyphen = joiner === "-" || joiner === "–";
  if (hyphen && /^\d+$/.test(words[start] ?? "") && /^\d+$/.test(words[left.last + 1] ?? "")) {
    return { ...range, scoreLike: true, ...(currency === undefined ? {} : { currency }) };
  }
  if (small >= right.value) return between ? undefined : left;
  return { ...range, ...(currency === undefined ? {} : { currency }) };
}

/** "5 to 10 million": the first number takes the magnitude of the second where it has none. */
function scaleLike(
  words: readonly string[],
  left: NumberReading,
  right: NumberReading,
  start: number,
): number {
  const value = left.value ?? 0;
  const magnitude = MAGNITUDES.get(words[right.last - 1] ?? "");
  return magnitude !== undefined && left.last === start + 1 && value < 1000 ? times(value, magnitude) : value;
}

function readSingle(
  words: readonly string[],
  forms: readonly string[],
  first: number,
): NumberReading | undefined {
  const symbol = currencyOfSymbol(forms[first] ?? "");
  if (symbol !== undefined) {
    const amount = readDigits(words, forms, first + 1);
    return amount === undefined ? undefined : { ...amount, currency: symbol };
  }
  return (
    readDigits(words, forms, first) ??
    readFraction(words, first) ??
    readPlural(words, first) ??
    readVague(words, first) ??
    readWords(words, first)
  );
}

function readDigits(
  words: readonly string[],
  forms: readonly string[],
  first: number,
): NumberReading | undefined {
  const match = DIGITS.exec(forms[first] ?? "");
  if (match === null) return undefined;
  const [, symbol = "", digits = "", suffix = ""] = match;
  let value = Number(digits.replaceAll(",", ""));
  let last = first + 1;
  if (suffix !== "" && suffix !== "+") value = times(value, MAGNITUDES.get(suffix) ?? 1);
  for (;;) {
    const hyphen = words[last] === "-" && (MAGNITUDES.get(words[last + 1] ?? "") ?? 0) >= 1e6;
    const magnitude = MAGNITUDES.get(words[hyphen ? last + 1 : last] ?? "");
    if (magnitude === undefined) break;
    value = times(value, magnitude);
    last += hyphen ? 2 : 1;
  }
  const currency = currencyOfSymbol(symbol);
  const base = { last, ...(currency === undefined ? {} : { currency }) };
  const plus = suffix === "+" || words[last] === "+";
  return plus ? { ...base, min: value, last: words[last] === "+" ? last + 1 : last } : { ...base, value };
}

function smallNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  if (ten >= 0) return 20 + ten * 10;
  const [tens = "", units = ""] = word.split("-");
  const both = TENS.indexOf(tens);
  return both >= 0 && UNITS.indexOf(units) > 0 ? 20 + both * 10 + UNITS.indexOf(units) : undefined;
}

/** "three hundred and fifty thousand", "a million", "a dozen". */
function readWords(words: readonly string[], first: number): NumberReading | undefined {
  let at = first;
  let total = 0;
  let group = 0;
  let seen = false;
  const article = words[first] === "a" || words[first] === "an";
  if (article) {
    if (!MAGNITUDES.has(words[first + 1] ?? "") || (words[first + 1] ?? "").length < 5) return undefined;
    group = 1;
    at += 1;
  }
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    const small = smallNumber(word);
    const magnitude = word.length > 3 ? MAGNITUDES.get(word) : undefined;
    if (small !== undefined) {
      if (seen && group % 10 !== 0 && group % 100 !== 0) break;
      group += small;
    } else if (magnitude !== undefined && (seen || article)) {
      if (magnitude <= 100) group *= magnitude;
      else {
        total += times(group, magnitude);
        group = 0;
      }
    } else if (
      seen &&
      word === "-" &&
      TENS.includes(words[at - 1] ?? "") &&
      smallNumber(words[at + 1]) !== undefined
    ) {
      continue;
    } else if (
      seen &&
      word === "and" &&
      (words[at - 1] === "hundred" || words[at - 1] === "thousand") &&
      smallNumber(words[at + 1]) !== undefined
    ) {
      continue;
    } else break;
    seen = true;
  }
  return seen ? { value: total + group, last: at } : undefined;
}

/** "two-thirds", "a quarter of", "half a million", "half of". */
function readFraction(words: readonly string[], first: number): NumberReading | undefined {
  if (words[first] === "half" && (words[first + 1] === "a" || words[first + 1] === "an")) {
    const magnitude = MAGNITUDES.get(words[first + 2] ?? "");
    return magnitude === undefined ? undefined : { value: magnitude / 2, last: first + 3 };
  }
  if (words[first] === "half") {
    return /^(of|the|its|their|his|her)$/.test(words[first + 1] ?? "")
      ? { value: 0.5, last: first + 1 }
      : undefined;
  }
  const article = words[first] === "a" || words[first] === "an";
  const numerator = article ? 1 : smallNumber(words[first]);
  if (numerator === undefined) return undefined;
  const at = words[first + 1] === "-" ? first + 2 : first + 1;
  const word = words[at] ?? "";
  const denominator =
    FRACTIONS.get(word) ?? (numerator > 1 ? FRACTIONS.get(word.replace(/s$/, "")) : undefined);
  // "a third party", "one fifth-placed team": a share is followed by what it is a share of, or ends its phrase.
  if (denominator === undefined || (numerator === 1 && words[at + 1] !== "of")) return undefined;
  return { value: Number((numerator / denominator).toFixed(4)), last: at + 1 };
}

/** "dozens of", "tens of thousands of". */
function readPlural(words: readonly string[], first: number): NumberReading | undefined {
  const least = PLURALS.get(words[first] ?? "");
  if (least === undefined) return undefined;
  if (words[first] === "scores" && words[first + 1] !== "of") return undefined;
  if (words[first + 1] === "of") {
    const outer = PLURALS.get(words[first + 2] ?? "");
    if (outer !== undefined) return { min: (least * outer) / 2, approximate: true, last: first + 3 };
    return { min: least, approximate: true, last: first + 1 };
  }
  return words[first] === "tens" ? undefined : { min: least, approximate: true, last: first + 1 };
}

/** "several", "a few", "a couple of", "a handful of". */
function readVague(words: readonly string[], first: number): NumberReading | undefined {
  if (words[first] === "several") return { min: 3, approximate: true, last: first + 1 };
  if (words[first] !== "a") return undefined;
  if (words[first + 1] === "few") return { min: 3, approximate: true, last: first + 2 };
  if (words[first + 1] === "couple" && words[first + 2] === "of")
    return { value: 2, approximate: true, last: first + 3 };
  if (words[first + 1] === "handful" && words[first + 2] === "of")
    return { min: 3, approximate: true, last: first + 3 };
  return undefined;
}
