import {
  AUXILIARIES,
  DETERMINERS,
  IRREGULAR_FORMS,
  NUMBER_WORDS,
  PREPOSITIONS,
  RELATIVES,
  SCALES,
} from "./word-lists.ts";

/** Scoring compares the same few hundred labels in every pair, so each is normalised once. */
function remembering<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}

/** A label, IRI or prefixed name as words: `https://example.org/Jane_Roe` and `rel:janeRoe` become "Jane Roe", "jane Roe". */
export const asWords = remembering((text: string): string => {
  let words = text.trim();
  if (words.startsWith("<") && words.endsWith(">")) words = words.slice(1, -1);
  if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(words)) {
    words = (
      words
        .replace(/[/#]+$/, "")
        .split(/[#/]/)
        .at(-1) ?? ""
    ).replace(/%([0-9A-Fa-f]{2})/g, (_match, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  } else if (/^[A-Za-z][\p{L}\p{N}_-]*:[A-Za-z_][\p{L}\p{N}_.-]*$/u.test(words)) {
    words = words.slice(words.indexOf(":") + 1);
  }
  if (words.includes(" ")) return words;
  return words.replaceAll("_", " ").replace(/(?<=[a-z0-9])(?=[A-Z][a-z])/g, " ");
});

/** Rewrites that make spellings of the same words equal. Word boundaries are those of Unicode, not of ASCII. */
const SPELLINGS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/[\u2018\u2019]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2010-\u2015]/g, "-"],
  [/(?<![\p{L}\p{N}_])[Cc](?:an't|annot)(?![\p{L}\p{N}_])/gu, "can not"],
  [/(?<![\p{L}\p{N}_])[Ww]on't(?![\p{L}\p{N}_])/gu, "will not"],
  [/n't(?![\p{L}\p{N}_])/gu, " not"],
  [/(?<![\p{L}\p{N}_])(?:U\.\s?S\.(?:\s?A\.)?|USA(?![\p{L}\p{N}_])|US(?![\p{L}\p{N}_]))/gu, " usa "],
  [/(?<![\p{L}\p{N}_])(?:U\.\s?K\.|UK(?![\p{L}\p{N}_]))/gu, " uk "],
  [/(?<=\p{Nd}),(?=\p{Nd}{3})/gu, ""],
];

/** Lower-case words and numbers of a text, without possessive 's. */
export const tokens = remembering((text: string): readonly string[] => {
  let spelled = text.normalize("NFKC");
  for (const [pattern, replacement] of SPELLINGS) spelled = spelled.replace(pattern, replacement);
  spelled = spelled.replace(/'s(?![\p{L}\p{N}_])|s'(?=\s|$)/gu, (match) => (match === "'s" ? "" : "s"));
  return spelled.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\p{Nd}+)?/gu) ?? [];
});

function withoutLeadingDeterminers(words: readonly string[]): readonly string[] {
  let first = 0;
  while (words.length - first > 1 && DETERMINERS.has(words[first] ?? "")) first++;
  return words.slice(first);
}

/** What two labels must share to be the same words. */
export const normalised = remembering((label: string): string =>
  withoutLeadingDeterminers(tokens(asWords(label))).join(" "),
);

/** A light English stemmer, with a list of irregular forms. */
export const stem = remembering((word: string): string => {
  const base = IRREGULAR_FORMS.get(word);
  if (base !== undefined) return base;
  if (/^\p{Nd}+$/u.test(word) || word.length <= 3) return word;
  for (const [suffix, replacement] of [
    ["ies", "y"],
    ["ied", "y"],
    ["sses", "ss"],
  ] as const) {
    if (word.endsWith(suffix) && word.length > suffix.length + 1) {
      return word.slice(0, -suffix.length) + replacement;
    }
  }
  for (const suffix of ["ing", "ed"]) {
    if (word.endsWith(suffix) && word.length - suffix.length >= 3) {
      return withoutFinalE(withoutDoubledConsonant(word.slice(0, -suffix.length)));
    }
  }
  const singular = word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  return withoutFinalE(singular.replaceAll("isation", "ization"));
});

function withoutDoubledConsonant(word: string): string {
  const doubled = word.length > 3 && word.at(-1) === word.at(-2) && !"sl".includes(word.at(-1) ?? "");
  return doubled ? word.slice(0, -1) : word;
}

function withoutFinalE(word: string): string {
  return word.endsWith("e") ? word.slice(0, -1) : word;
}

/** Stems of the words of a phrase that carry its meaning. */
export const contentStems = remembering(
  (phrase: string): ReadonlySet<string> =>
    new Set(
      tokens(asWords(phrase))
        .filter(
          (word) =>
            word !== "and" &&
            ![DETERMINERS, PREPOSITIONS, RELATIVES, AUXILIARIES].some((list) => list.has(word)),
        )
        .map(stem),
    ),
);

/** Stem of the head of a noun phrase: the last word before a preposition or relative; and of a gerund that begins it. */
export const headStems = remembering((phrase: string): ReadonlySet<string> => {
  const words = withoutLeadingDeterminers(tokens(asWords(phrase)));
  const end = words.findIndex((word, index) => index > 0 && (PREPOSITIONS.has(word) || RELATIVES.has(word)));
  const nucleus = end < 0 ? words : words.slice(0, end);
  const [first, last] = [nucleus[0], nucleus.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  return new Set(first.endsWith("ing") ? [stem(last), stem(first)] : [stem(last)]);
});

/** The numbers in a phrase; "69 billion" is one. */
export const numbersIn = remembering((phrase: string): ReadonlySet<number> => {
  const words = tokens(phrase);
  const found = new Set<number>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const digits = /^\d+(?:\.\d+)?/.exec(word)?.[0];
    let value = digits === undefined ? NUMBER_WORDS.get(word) : Number(digits);
    if (value === undefined) continue;
    for (
      let scale = SCALES.get(words[index + 1] ?? "");
      scale !== undefined;
      scale = SCALES.get(words[index + 1] ?? "")
    ) {
      value *= scale;
      index++;
    }
    found.add(value);
  }
  return found;
});
