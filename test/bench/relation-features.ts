import type { AnnotatedArticle, Token } from "../../src/model/layers.ts";
import type { Span } from "../../src/model/span.ts";

/** A stretch of text that may be an argument, with its tokens and a coarse kind. */
export interface Candidate extends Span {
  /** E.g. "person", "organisation", "place", "people", "date", "pronoun he". */
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  /** The token that the others hang on. */
  readonly head: number;
}

const PRONOUNS: Readonly<Record<string, string>> = {
  ...{ he: "he", him: "he", his: "his", himself: "he", she: "he", her: "his", hers: "he", herself: "he" },
  ...{
    i: "i",
    me: "i",
    my: "his",
    we: "they",
    us: "they",
    our: "its",
    they: "they",
    them: "they",
    their: "its",
  },
  ...{
    it: "it",
    its: "its",
    itself: "it",
    who: "who",
    whom: "who",
    whose: "who",
    which: "which",
    that: "which",
  },
  ...{ where: "where", you: "they", your: "its" },
};
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^Person$/, "person"],
  [/^(Organization|Court|Coalition|Force)$/, "organisation"],
  [/^(Place|Country|City|CelestialBody)$/, "place"],
  [/^Group$/, "people"],
];
const MODEL_KINDS: Readonly<Record<string, string>> = {
  ...{ person: "person", organisation: "organisation", gpe: "place", location: "place", facility: "place" },
  ...{ norp: "people", work: "work", product: "work", event: "event" },
};

/** Names, what the network alone takes for names, dates and pronouns: by position, none over another. */
export function candidatesIn(article: AnnotatedArticle): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (span: Span, kind: string): void => {
    const first = article.tokens.findIndex(({ end }) => end > span.start);
    let last = first;
    while (last < article.tokens.length && (article.tokens[last] as Token).start < span.end) last++;
    if (first < 0 || last <= first) return;
    if (found.some((other) => other.first < last && first < other.last)) return;
    found.push({ start: span.start, end: span.end, kind, first, last, head: headOf(article, first, last) });
  };
  for (const name of article.names) {
    const kind = CLASSES.find(([pattern]) => pattern.test(name.type))?.[1] ?? "other";
    add(name, name.demonym === true ? "people" : kind);
  }
  for (const { type, ...span } of article.modelNames) {
    const kind = MODEL_KINDS[type];
    if (kind !== undefined) add(span, kind);
  }
  for (const time of article.times) if (time.granularity !== "duration") add(time, "date");
  for (const token of article.tokens) {
    const kind = PRONOUNS[formOf(article, token).toLowerCase()];
    if (kind !== undefined && /^(PRP|W|DT)/.test(token.xpos)) {
      if (token.xpos !== "DT" && !(kind === "which" && token.xpos === "IN")) add(token, `pronoun ${kind}`);
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

export function formOf(article: AnnotatedArticle, { start, end }: Span): string {
  return article.article.text.slice(start, end);
}

function sentenceOf(article: AnnotatedArticle, token: number) {
  return article.sentences.find(({ firstToken, lastToken }) => firstToken <= token && token < lastToken);
}

/** Index of a token's head over the whole article; -1 for a root. */
function headIndex(article: AnnotatedArticle, token: number): number {
  const head = article.tokens[token]?.head ?? -1;
  return head < 0 ? -1 : head + (sentenceOf(article, token)?.firstToken ?? 0);
}

export function headOf(article: AnnotatedArticle, first: number, last: number): number {
  for (let token = first; token < last; token++) {
    const head = headIndex(article, token);
    if (head < first || head >= last) return token;
  }
  return first;
}

function ancestors(article: AnnotatedArticle, token: number): number[] {
  const path = [token];
  for (let at = headIndex(article, token); at >= 0 && path.length < 60; at = headIndex(article, at))
    path.push(at);
  return path;
}

/** The way through the tree: up from the one, down to the other; undefined where they share no tree. */
export function treePath(
  article: AnnotatedArticle,
  from: number,
  to: number,
): { readonly up: readonly number[]; readonly top: number; readonly down: readonly number[] } | undefined {
  const [left, right] = [ancestors(article, from), ancestors(article, to)];
  const top = left.find((token) => right.includes(token));
  if (top === undefined) return undefined;
  return { up: left.slice(0, left.indexOf(top)), top, down: right.slice(0, right.indexOf(top)).reverse() };
}

type Words = Pick<Candidate, "first" | "last" | "head" | "kind">;

/** What a linear model may learn of a pair of stretches in one article. */
export function pairFeatures(
  article: AnnotatedArticle,
  subject: Words,
  object: Words,
  others: readonly Words[],
): Set<string> {
  const features = new Set<string>(["bias"]);
  const { tokens } = article;
  const lemma = (index: number): string => {
    const inside = others.find(({ first, last }) => first <= index && index < last);
    if (inside !== undefined && !inside.kind.startsWith("pronoun")) return `<${inside.kind}>`;
    return tokens[index] === undefined ? "^" : tokens[index].lemma.toLowerCase();
  };
  const kinds = `${subject.kind}>${object.kind}`;
  features.add(kinds);
  const forward = subject.first < object.first;
  const order = forward ? "so" : "os";
  features.add(`${order} ${kinds}`);
  const [left, right] = forward ? [subject, object] : [object, subject];
  const between: string[] = [];
  for (let index = left.last; index < right.first; index++) between.push(lemma(index));
  features.add(`distance ${order} ${Math.min(8, Math.ceil(Math.log2(1 + between.length) * 2))}`);
  const joined = between.filter((word) => !/^[“”"’']$/.test(word));
  if (between.length <= 6) features.add(`between ${order} ${joined.join(" ")}`);
  if (between.length <= 25) {
    for (const [index, word] of joined.entries()) {
      features.add(`word ${order} ${word}`);
      const next = joined[index + 1];
      if (next !== undefined) features.add(`words ${order} ${word} ${next}`);
      if (next !== undefined && joined[index + 2] !== undefined)
        features.add(`words ${order} ${word} ${next} ${joined[index + 2]}`);
    }
  }
  const window = (name: string, at: number, step: number): void => {
    const [one, two] = [lemma(at), lemma(at + step)];
    features.add(`${name} ${one}`).add(`${name} ${one} ${two}`).add(`${name} far ${two}`);
  };
  window(`before ${order}`, left.first - 1, -1);
  window(`after ${order}`, right.last, 1);
  window(`after left ${order}`, left.last, 1);
  window(`before right ${order}`, right.first - 1, -1);
  for (const [role, words] of [
    ["s", subject],
    ["o", object],
  ] as const) {
    const form = (index: number): string =>
      tokens[index] === undefined ? "" : formOf(article, tokens[index]);
    for (let index = words.first; index < words.last; index++)
      features.add(`${role} has ${form(index).toLowerCase()}`);
    features.add(`${role} is ${form(words.head).toLowerCase()} ${tokens[words.head]?.relation}`);
    features.add(`${role} ${tokens[words.head]?.relation}`);
    features.add(
      `${role} capital ${form(words.first)
        .replace(/\p{Lu}+/gu, "X")
        .replace(/\p{Ll}+/gu, "x")
        .slice(0, 6)}`,
    );
    const governor = headIndex(article, words.head);
    if (governor >= 0) features.add(`${role} under ${lemma(governor)} ${tokens[words.head]?.relation}`);
    for (const [index, token] of tokens.entries()) {
      if (headIndex(article, index) !== words.head || (index >= words.first && index < words.last)) continue;
      features.add(`${role} over ${token.relation} ${lemma(index)}`);
      if (headIndex(article, index) === words.head && token.relation === "appos")
        features.add(`${role} apposed`);
    }
  }
  addPath(article, subject, object, lemma, features);
  const same = (kind: string) =>
    others.filter((other) => other.kind === kind && other.first >= left.last && other.last <= right.first)
      .length;
  features.add(`between of s ${Math.min(3, same(subject.kind))}`);
  features.add(`between of o ${Math.min(3, same(object.kind))}`);
  features.add(
    `kinds in ${others
      .map(({ kind }) => kind)
      .slice(0, 5)
      .join(" ")}`,
  );
  const sentences = new Set([sentenceOf(article, subject.head), sentenceOf(article, object.head)]);
  if (sentences.size > 1) features.add("two sentences");
  for (const sentence of sentences) {
    if (sentence === undefined) continue;
    for (let index = sentence.firstToken; index < sentence.lastToken; index++)
      if (/^(VERB|NOUN|ADJ)$/.test(tokens[index]?.upos ?? "")) features.add(`near ${lemma(index)}`);
  }
  if (subject.first < 3) features.add("s opens");
  return features;
}

function addPath(
  article: AnnotatedArticle,
  subject: Words,
  object: Words,
  lemma: (index: number) => string,
  features: Set<string>,
): void {
  const path = treePath(article, subject.head, object.head);
  if (path === undefined) {
    features.add("no path");
    return;
  }
  const relation = (index: number): string => article.tokens[index]?.relation ?? "";
  const { up, top, down } = path;
  const steps = [...up.map((index) => `<${relation(index)}`), ...down.map((index) => `>${relation(index)}`)];
  const [subjectEnd, objectEnd] = [subject.head, object.head];
  const inner = [...up.slice(1), top, ...down.slice(0, -1)].filter(
    (index) => index !== subjectEnd && index !== objectEnd,
  );
  const lemmas = inner.map(lemma);
  features.add(`path ${steps.join(" ")}`);
  features.add(`path ${steps.join(" ")} ${lemmas.join(" ")}`);
  features.add(`path lemmas ${lemmas.join(" ")}`);
  features.add(`top ${lemma(top)}`).add(`top ${lemma(top)} ${steps[0]} ${steps.at(-1)}`);
  features.add(`path of ${Math.min(8, steps.length)}`);
  for (const word of lemmas) features.add(`on path ${word}`).add(`on path ${word} ${steps.at(-1)}`);
  for (const index of inner) {
    for (const [child, token] of article.tokens.entries()) {
      if (headIndex(article, child) !== index || up.includes(child) || down.includes(child)) continue;
      if (
        /^(case|mark|aux|aux:pass|neg|advmod|compound:prt|obj|xcomp|cop|det|amod|compound)$/.test(
          token.relation,
        )
      )
        features
          .add(`beside path ${token.relation} ${lemma(child)}`)
          .add(`beside ${lemma(index)} ${token.relation} ${lemma(child)}`);
    }
  }
}
