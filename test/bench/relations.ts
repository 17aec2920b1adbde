/*
 * Prints how well relations are read: npm run eval:relations -- --data DIR [--keep DIR] [--errors N]
 *
 * The data is not shipped. DIR holds knowledgenet-train/folds1-3.jsonl and plover-train/plv_train.tsv; what is missing is
 * left out, and said. Texts are read once and kept in the folder that --keep names.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { groupBy } from "../../src/corroborate/group-by.ts";
import {
  type FoundFact,
  type Passage,
  type PassageError,
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
import type { Span } from "../../src/model/span.ts";
import { loadOntology } from "../../src/ontology/load-ontology.ts";
import { createReader } from "../../src/pipeline/create-reader.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    keep: { type: "string" },
    errors: { type: "string", default: "10" },
  },
});
const data = values.data ?? process.env["DATELINE_RELATION_DATA"];
if (data === undefined || !existsSync(data)) {
  say(
    data === undefined
      ? "The annotated relations are not shipped: name their folder with --data DIR or DATELINE_RELATION_DATA."
      : `${data}: no such folder`,
  );
  process.exit(2);
}

const resources = await loadResources();
const ontology = loadOntology(resources.ontology);
const reader = createReader(resources);
/** Another one once the network or what is made of its answers changes. */
const readingStamp = hashText([...resources.model.values()].map(({ length }) => length).join()).slice(0, 8);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const print = (...cells: readonly string[]): void =>
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(36) : cell.padStart(11))).join(""));

function fileOf(path: string): string | undefined {
  const file = join(data as string, path);
  if (existsSync(file)) return readFileSync(file, "utf8");
  say(`${file} is missing: left out`);
  return undefined;
}

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
  const file = fileOf("knowledgenet-train/folds1-3.jsonl");
  if (file === undefined) return;
  const passages = readPassages(file);
  const annotated = await annotateAll(
    "knowledgenet",
    passages.map(({ text }) => text),
  );
  const found = new Map<Passage, readonly FoundFact[]>();
  for (const [index, passage] of passages.entries()) {
    const article = annotated[index] as AnnotatedArticle;
    found.set(passage, factsInPassage(await reader.extract(article.article, article)));
  }
  const { all, byProperty, errors } = scorePassages(found, passages);
  say("");
  print("KnowledgeNet: the extractor's facts", "P", "R", "F1", "gold");
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

/** Facts with a PLOVER code, as events between the words of their arguments. */
function eventsOf({ mentions, entities, facts }: Extraction): readonly CodedEvent[] {
  const mentionOf = new Map(mentions.map((mention) => [mention.id, mention]));
  const labelOf = new Map(entities.map(({ id, label }) => [id, label]));
  const words = (mentionId: string): string => {
    const mention = mentionOf.get(mentionId);
    if (mention === undefined) return "";
    return mention.form === "pronoun" ? (labelOf.get(mention.entityId) ?? mention.text) : mention.text;
  };
  return facts.flatMap(({ subject, relation, object, confidence }) => {
    const root = ontology.findRelation(relation)?.plover ?? undefined;
    if (root === undefined) return [];
    const target = object.kind === "mention" ? words(object.mentionId) : object.value;
    return [{ source: words(subject), target, root, confidence }];
  });
}

async function printPlover(): Promise<void> {
  const file = fileOf("plover-train/plv_train.tsv");
  if (file === undefined) return;
  const pairs = readActorPairs(file);
  const annotated = await annotateAll(
    "plover",
    pairs.map(({ sentence }) => sentence),
  );
  const answers: (CodedEvent | undefined)[] = [];
  for (const [index, pair] of pairs.entries()) {
    const article = annotated[index] as AnnotatedArticle;
    answers.push(answerOf(pair, eventsOf(await reader.extract(article.article, article))));
  }
  printPairs(
    "PLOVER: the extractor's facts",
    pairs,
    answers.map((answer) => answer?.root),
  );
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

await printPlover();
await printKnowledgeNet();
