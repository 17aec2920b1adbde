/*
 * Prints how well relations are read: npm run eval:relations -- --data DIR [--keep DIR] [--errors N]
 *
 * The data is not shipped. DIR holds knowledgenet-train/folds1-3.jsonl and plover-train/plv_train.tsv; what is missing is
 * left out, and said. Texts are read once and kept in the folder that --keep names.
 *
 * What is learnt is always scored on texts that it was not learnt from: KnowledgeNet by its own folds, PLOVER in ten. The
 * reader of sentences itself has seen the names of KnowledgeNet's passages, though none of their relations.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { groupBy } from "../../src/corroborate/group-by.ts";
import { codedEvents } from "../../src/evaluate/relations/coded-events.ts";
import {
  type FoundFact,
  type Passage,
  type PassageError,
  type PlacedFact,
  readPassages,
  scorePassages,
} from "../../src/evaluate/relations/knowledge-net.ts";
import {
  type ActorPair,
  answerOf,
  type CodedEvent,
  readActorPairs,
  scorePairs,
} from "../../src/evaluate/relations/plover-pairs.ts";
import { loadResources } from "../../src/io/package-resources.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { hashText, makeArticle } from "../../src/model/ids.ts";
import type { AnnotatedArticle } from "../../src/model/layers.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import { loadOntology } from "../../src/ontology/load-ontology.ts";
import { createReader } from "../../src/pipeline/create-reader.ts";
import { featureRows, type LabelledFeatures, learnLogistic } from "../../src/training/logistic.ts";
import { dataFolder, fileIn, percent, say } from "./bench-data.ts";
import { type Candidate, candidatesIn, headOf, pairFeatures } from "./relation-features.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    keep: { type: "string" },
    errors: { type: "string", default: "10" },
    only: { type: "string" },
  },
});
const data = dataFolder(values.data, "DATELINE_RELATION_DATA", "The annotated relations are");

const resources = await loadResources();
const ontology = loadOntology(resources.ontology);
const reader = createReader(resources);
/** Another one once the network or what is made of its answers changes. */
const readingStamp = hashText([...resources.model.values()].map(({ length }) => length).join()).slice(0, 8);

const print = (...cells: readonly string[]): void =>
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(36) : cell.padStart(11))).join(""));

/** Texts with their layers, each text an article; from the folder where they are kept, if there. */
async function annotateAll(name: string, texts: readonly string[]): Promise<readonly AnnotatedArticle[]> {
  const kept = values.keep === undefined ? undefined : join(values.keep, `${name}-${readingStamp}.jsonl`);
  if (kept !== undefined && existsSync(kept)) {
    const lines = readFileSync(kept, "utf8").trimEnd().split("\n");
    if (lines.length === texts.length) return lines.map((line) => JSON.parse(line) as AnnotatedArticle);
  }
  const annotated: AnnotatedArticle[] = [];
  for (const text of texts)
    annotated.push(await reader.annotate(makeArticle({ text, title: "", language: "en" })));
  if (kept !== undefined) {
    mkdirSync(values.keep as string, { recursive: true });
    writeFileSync(kept, annotated.map((one) => `${JSON.stringify(one)}\n`).join(""));
  }
  return annotated;
}

/** The property that a relation of the ontology answers to, and whether subject and object change places. */
const PROPERTIES: Readonly<Record<string, { readonly property: string; readonly inverse?: true }>> = {
  bornOn: { property: "DATE_OF_BIRTH" },
  bornIn: { property: "PLACE_OF_BIRTH" },
  diedOn: { property: "DATE_OF_DEATH" },
  citizenOf: { property: "NATIONALITY" },
  residesIn: { property: "PLACE_OF_RESIDENCE" },
  worksFor: { property: "EMPLOYEE_OR_MEMBER_OF" },
  memberOf: { property: "EMPLOYEE_OR_MEMBER_OF" },
  headOf: { property: "EMPLOYEE_OR_MEMBER_OF" },
  ceoOf: { property: "CEO", inverse: true },
  memberOfParty: { property: "POLITICAL_AFFILIATION" },
  educatedAt: { property: "EDUCATED_AT" },
  childOf: { property: "CHILD_OF" },
  spouseOf: { property: "SPOUSE" },
  founded: { property: "FOUNDED_BY", inverse: true },
  foundedOn: { property: "DATE_FOUNDED" },
  headquarteredIn: { property: "HEADQUARTERS" },
  subsidiaryOf: { property: "SUBSIDIARY_OF" },
};

/** What the extractor's facts say of a passage, at every mention of what they are about. */
function factsInPassage({ mentions, facts }: Extraction): readonly FoundFact[] {
  const entityOf = new Map(mentions.map(({ id, entityId }) => [id, entityId]));
  const places = (mentionId: string): readonly Span[] =>
    mentions.filter(({ entityId }) => entityId === entityOf.get(mentionId));
  const found = new Map<string, FoundFact>();
  for (const { relation, subject, object, factuality, confidence } of facts) {
    const match = PROPERTIES[relation];
    if (match === undefined || factuality === "negated") continue;
    const subjects = places(subject);
    const objects = object.kind === "mention" ? places(object.mentionId) : [object];
    for (const from of subjects) {
      for (const to of objects) {
        const pairs = match.inverse === true ? [[to, from]] : [[from, to]];
        if (ontology.findRelation(relation)?.symmetric === true) pairs.push([to, from]);
        for (const [one, other] of pairs as [Span, Span][]) {
          const key = `${match.property} ${one.start}-${one.end} ${other.start}-${other.end}`;
          found.set(key, { property: match.property, subject: one, object: other, confidence });
        }
      }
    }
  }
  return [...found.values()];
}

function printErrors(errors: readonly PassageError[]): void {
  const kinds = groupBy(errors, ({ kind, property }) => `${kind} ${property}`);
  const commonest = [...kinds].sort(([, left], [, right]) => right.length - left.length);
  for (const [kind, some] of commonest.slice(0, Number(values.errors))) {
    print(`  ${kind}`, String(some.length));
    const { passage, subject, object } = some[0] as PassageError;
    const words = (span: Span): string => passage.text.slice(span.start, span.end);
    say(`      e.g. ${words(subject)} → ${words(object)}: ${passage.text.slice(0, 140)}`);
  }
}

async function printKnowledgeNet(): Promise<void> {
  const file = fileIn(data, "knowledgenet-train/folds1-3.jsonl");
  if (file === undefined) return;
  const passages = readPassages(file);
  const annotated = await annotateAll(
    "knowledgenet",
    passages.map(({ text }) => text),
  );
  const found = new Map<Passage, readonly FoundFact[]>();
  const chains = new Map<Passage, ChainOf>();
  for (const [index, passage] of passages.entries()) {
    const article = annotated[index] as AnnotatedArticle;
    const extraction = await reader.extract(article.article, article);
    found.set(passage, factsInPassage(extraction));
    chains.set(
      passage,
      (span) => extraction.mentions.find((mention) => overlaps(mention, span))?.entityId ?? `${span.start}`,
    );
  }
  printPassages("KnowledgeNet: the extractor's facts", found, passages);
  const learnt = learnPassages(passages, annotated, chains, found);
  printPassages("KnowledgeNet: learnt, each fold by the others", learnt, passages);
}

function printPassages(
  title: string,
  found: ReadonlyMap<Passage, readonly PlacedFact[]>,
  passages: readonly Passage[],
): void {
  const { all, byProperty, errors } = scorePassages(found, passages);
  say("");
  print(title, "P", "R", "F1", "gold");
  for (const [property, { p, r, f1, gold }] of byProperty)
    print(property, percent(p), percent(r), percent(f1), String(gold));
  print(
    `all, ${passages.length} passages`,
    percent(all.p),
    percent(all.r),
    percent(all.f1),
    String(all.gold),
  );
  printErrors(errors);
}

type ChainOf = (span: Span) => string;

const BITS = 18;

interface PairExample extends LabelledFeatures {
  readonly passage: Passage;
  readonly subject: Candidate;
  readonly object: Candidate;
}

/** Each fold's facts as read by a linear model that learnt from the other folds; every pair of candidates is asked for. */
function learnPassages(
  passages: readonly Passage[],
  annotated: readonly AnnotatedArticle[],
  chains: ReadonlyMap<Passage, ChainOf>,
  read: ReadonlyMap<Passage, readonly FoundFact[]>,
): ReadonlyMap<Passage, readonly FoundFact[]> {
  const properties = [...new Set(passages.flatMap(({ exhaustive }) => [...exhaustive]))].sort();
  const examples = passages.flatMap((passage, index) =>
    examplesOf(passage, annotated[index] as AnnotatedArticle, properties, read.get(passage) ?? []),
  );
  const found = new Map<Passage, FoundFact[]>();
  for (const fold of [...new Set(passages.map((passage) => passage.fold))].sort()) {
    const training = examples.filter(({ passage }) => passage.fold !== fold);
    const seen = new Set(
      training.flatMap(({ right, subject, object }) =>
        right.map((one) => `${one} ${subject.kind}>${object.kind}`),
      ),
    );
    const classify = learnLogistic(
      training.map((example) => ({
        ...example,
        asked: example.asked.filter((one) =>
          seen.has(`${one} ${example.subject.kind}>${example.object.kind}`),
        ),
      })),
      {
        classes: properties.length,
        bits: BITS,
        epochs: 6,
        rate: 0.1,
        decay: 1e-5,
        exclusive: false,
        seed: 1,
      },
    );
    const held = groupBy(
      examples.filter(({ passage }) => passage.fold === fold),
      ({ passage }) => passage.id,
    );
    for (const some of held.values()) {
      const passage = (some[0] as PairExample).passage;
      const chainOf = chains.get(passage) as ChainOf;
      const scored = some.map((example) => ({ example, scores: classify(example.features) }));
      for (const [item, property] of properties.entries()) {
        if (!passage.exhaustive.has(property)) continue;
        const here = scored.filter(({ example: { subject, object } }) =>
          seen.has(`${item} ${subject.kind}>${object.kind}`),
        );
        // What holds of one mention holds of the others of the same thing.
        const best = new Map<string, number>();
        const key = ({ subject, object }: PairExample): string => `${chainOf(subject)} ${chainOf(object)}`;
        for (const { example, scores } of here)
          best.set(key(example), Math.max(best.get(key(example)) ?? 0, scores[item] as number));
        for (const { example, scores } of here) {
          const own = scores[item] as number;
          const confidence = own + ALIKE * ((best.get(key(example)) as number) - own);
          if (confidence < THRESHOLD) continue;
          const { subject, object } = example;
          found.set(passage, [...(found.get(passage) ?? []), { property, subject, object, confidence }]);
        }
      }
    }
  }
  return found;
}

/** How far a pair is judged by the surest pair of mentions of the same two things; not tuned. */
const ALIKE = 0.5;
/** Under an even chance, since a missed fact costs F1 more than a spurious one; not tuned. */
const THRESHOLD = 0.4;

function examplesOf(
  passage: Passage,
  article: AnnotatedArticle,
  properties: readonly string[],
  read: readonly FoundFact[],
): readonly PairExample[] {
  const candidates = candidatesIn(article);
  const asked = properties.flatMap((property, index) => (passage.exhaustive.has(property) ? [index] : []));
  const examples: PairExample[] = [];
  for (const subject of candidates) {
    if (/^(date|pronoun where|place)$/.test(subject.kind)) continue;
    for (const object of candidates) {
      if (object === subject) continue;
      const between = (facts: readonly PlacedFact[]) =>
        facts.filter((fact) => overlaps(fact.subject, subject) && overlaps(fact.object, object));
      const names = pairFeatures(article, subject, object, candidates);
      for (const { property } of between(read)) names.add(`rule ${property}`);
      const right = between(passage.facts).map(({ property }) => properties.indexOf(property));
      examples.push({ passage, subject, object, right, asked, features: featureRows(names, BITS) });
    }
  }
  return examples;
}

async function printPlover(): Promise<void> {
  const file = fileIn(data, "plover-train/plv_train.tsv");
  if (file === undefined) return;
  const pairs = readActorPairs(file);
  const annotated = await annotateAll(
    "plover",
    pairs.map(({ sentence }) => sentence),
  );
  const answers: (CodedEvent | undefined)[] = [];
  const examples: PloverExample[] = [];
  for (const [index, pair] of pairs.entries()) {
    const article = annotated[index] as AnnotatedArticle;
    const events = codedEvents(await reader.extract(article.article, article), ontology);
    const answer = answerOf(pair, events);
    answers.push(answer);
    examples.push(ploverExample(pair, article, events, answer));
  }
  printPairs(
    "PLOVER: the extractor's facts",
    pairs,
    answers.map((answer) => answer?.root),
  );
  printPairs("PLOVER, pair given: learnt, 10 folds", pairs, learnRoots(pairs, examples));
}

interface PloverExample {
  readonly features: Int32Array;
}

/** What may be learnt of a pair: as of any pair, with what the lexicon and the rules take its words to mean. */
function ploverExample(
  { source, target }: ActorPair,
  article: AnnotatedArticle,
  events: readonly CodedEvent[],
  answer: CodedEvent | undefined,
): PloverExample {
  const placed = (words: string, kind: string) => {
    const start = Math.max(0, article.article.text.indexOf(words));
    const end = start + words.length;
    const first = Math.max(
      0,
      article.tokens.findIndex((token) => token.end > start),
    );
    const last = Math.max(first + 1, article.tokens.findLastIndex((token) => token.start < end) + 1);
    return { first, last, head: headOf(article, first, last), kind };
  };
  const [subject, object] = [placed(source, "source"), placed(target, "target")];
  const names = pairFeatures(article, subject, object, [subject, object]);
  for (const name of [...names]) {
    const word = /^(?:on path|top|word (?:so|os)|near|s under|o under|beside path \S+) (\S+)$/.exec(
      name,
    )?.[1];
    for (const root of word === undefined ? [] : rootsOf(word))
      names.add(`${name.replace(/ \S+$/, "")} means ${root}`);
  }
  for (const token of article.tokens) {
    names.add(`text ${token.lemma.toLowerCase()}`);
    for (const root of rootsOf(token.lemma.toLowerCase())) names.add(`text means ${root}`);
  }
  if (answer !== undefined) names.add(`rules say ${answer.root}`);
  for (const { root } of events) names.add(`rules see ${root}`);
  return { features: featureRows(names, BITS) };
}

/** Root codes that the lexicon gives a lemma, alone or with more words. */
function rootsOf(lemma: string): readonly string[] {
  return ROOTS.get(lemma) ?? [];
}

const ROOTS = new Map<string, string[]>();
for (const { plover, entries } of ontology.relations) {
  if (plover === null) continue;
  for (const { key } of entries) {
    const lemma = key.split(" ")[0] ?? key;
    const known = ROOTS.get(lemma) ?? [];
    if (!known.includes(plover)) ROOTS.set(lemma, [...known, plover]);
  }
}

const FOLDS = 10;

/** Each pair's root code by a model that never saw its sentence. */
function learnRoots(pairs: readonly ActorPair[], examples: readonly PloverExample[]): readonly string[] {
  const roots = [...new Set(pairs.map(({ root }) => root))].sort();
  const sentences = [...new Set(pairs.map(({ sentence }) => sentence))];
  const foldOf = new Map(
    sentences.map((sentence) => [sentence, Number.parseInt(hashText(sentence).slice(0, 8), 16) % FOLDS]),
  );
  const answers: string[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = examples.flatMap((example, index) => {
      const pair = pairs[index] as ActorPair;
      if (foldOf.get(pair.sentence) === fold) return [];
      return [{ ...example, right: [roots.indexOf(pair.root)], asked: [...roots.keys()] }];
    });
    const classify = learnLogistic(training, {
      ...{ classes: roots.length, bits: BITS, epochs: 12, rate: 0.05, decay: 1e-4, exclusive: true, seed: 1 },
    });
    for (const [index, pair] of pairs.entries()) {
      if (foldOf.get(pair.sentence) !== fold) continue;
      const scores = classify((examples[index] as PloverExample).features);
      answers[index] = roots[scores.indexOf(Math.max(...scores))] as string;
    }
  }
  return answers;
}

function printPairs(
  title: string,
  pairs: readonly ActorPair[],
  answers: readonly (string | undefined)[],
): void {
  const { macroF1, accuracy, answered, byRoot } = scorePairs(pairs, answers);
  say("");
  print(title, "P", "R", "F1", "pairs");
  for (const [root, { precision, recall, f1, pairs: gold }] of byRoot)
    print(root, percent(precision), percent(recall), percent(f1), String(gold));
  print("macro F1", "", "", percent(macroF1), String(pairs.length));
  print("accuracy, answered", "", percent(accuracy), percent(answered));
  const confused = groupBy(
    pairs.flatMap((pair, index) =>
      answers[index] === pair.root ? [] : [`${pair.root} taken for ${answers[index] ?? "nothing"}`],
    ),
    (kind) => kind,
  );
  const commonest = [...confused].sort(([, left], [, right]) => right.length - left.length);
  for (const [kind, some] of commonest.slice(0, Number(values.errors)))
    print(`  ${kind}`, String(some.length));
}

if (values.only !== "knowledgenet") await printPlover();
if (values.only !== "plover") await printKnowledgeNet();
