/*
 * Coreference within an article against GUM: `npx tsx test/bench/coreference.ts FILE.conllu`. CoNLL F1 is the mean of MUC, B-cubed and CEAF-e
 * (Pradhan et al. 2012); singletons count on neither side, mentions match by their exact tokens, and texts are read raw.
 */
import { readFileSync } from "node:fs";
import { assign } from "../../src/evaluate/assignment.ts";
import { loadEngine } from "../../src/library/engine.ts";
import { makeArticle } from "../../src/model/ids.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface Token {
  readonly start: number;
  readonly end: number;
}
interface Document {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Chain → spans as "first-last" token. */
  readonly chains: ReadonlyMap<string, ReadonlySet<string>>;
}

function readDocuments(conllu: string): readonly Document[] {
  return conllu
    .split(/^# newdoc id = /m)
    .slice(1)
    .map(readDocument);
}

function readDocument(block: string): Document {
  const id = block.slice(0, block.indexOf("\n"));
  let text = "";
  const tokens: Token[] = [];
  const chains = new Map<string, Set<string>>();
  const open: { chain: string; first: number }[] = [];
  for (const sentence of block.split("\n\n")) {
    const words = /^# text = (.*)$/m.exec(sentence)?.[1];
    if (words === undefined) continue;
    if (text !== "") text += /^# newpar/m.test(sentence) ? "\n\n" : " ";
    let at = text.length;
    text += words;
    for (const line of sentence.split("\n")) {
      const [index = "", form = "", , , , , , , , misc = ""] = line.split("\t");
      if (!/^\d+$/.test(index)) continue;
      const found = text.indexOf(form, at);
      const start = found < 0 ? at : found;
      tokens.push({ start, end: start + form.length });
      at = Math.min(start + form.length, text.length);
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
      for (const [, opening, closing] of entity.matchAll(/\((\d+)-[^()]*|(\d*)\)/g)) {
        if (opening !== undefined) open.push({ chain: opening, first: tokens.length - 1 });
        else close(closing ?? "");
      }
    }
  }
  function close(chain: string): void {
    const position = chain === "" ? open.length - 1 : open.findLastIndex((one) => one.chain === chain);
    const [one] = open.splice(position, 1);
    if (one === undefined) return;
    const spans = chains.get(one.chain) ?? new Set();
    chains.set(one.chain, spans.add(`${one.first}-${tokens.length - 1}`));
  }
  return { id, text, tokens, chains };
}

type Chains = readonly ReadonlySet<string>[];

function withoutSingletons(chains: Iterable<ReadonlySet<string>>): Chains {
  return [...chains].filter(({ size }) => size > 1);
}

/** Sums of numerators and denominators over documents. */
class Score {
  #hits = [0, 0];
  #all = [0, 0];
  add(side: 0 | 1, hits: number, all: number): void {
    this.#hits[side] = (this.#hits[side] ?? 0) + hits;
    this.#all[side] = (this.#all[side] ?? 0) + all;
  }
  rates() {
    const [p = 0, r = 0] = [0, 1].map((side) =>
      this.#all[side] === 0 ? 0 : (this.#hits[side] ?? 0) / (this.#all[side] ?? 1),
    );
    return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
  }
}

function chainOf(chains: Chains): ReadonlyMap<string, number> {
  return new Map(chains.flatMap((chain, index) => [...chain].map((span) => [span, index] as const)));
}

function addScores(gold: Chains, system: Chains, muc: Score, bCubed: Score, ceaf: Score, found: Score): void {
  for (const [side, ours, theirs] of [
    [0, system, gold],
    [1, gold, system],
  ] as const) {
    const other = chainOf(theirs);
    for (const chain of ours) {
      const parts = new Map<string, number>();
      for (const span of chain) {
        const key = String(other.get(span) ?? `alone ${span}`);
        parts.set(key, (parts.get(key) ?? 0) + 1);
      }
      muc.add(side, chain.size - parts.size, chain.size - 1);
      for (const span of chain) {
        const overlap = other.has(span) ? (parts.get(String(other.get(span))) ?? 0) : 0;
        bCubed.add(side, overlap / chain.size, 1);
        found.add(side, other.has(span) ? 1 : 0, 1);
      }
    }
  }
  const similarities = new Map(gold.map((one, row) => [row, similaritiesOf(one, system)] as const));
  const matching = assign(similarities, gold.length, system.length);
  const best = [...matching].reduce(
    (sum, [row, column]) => sum + (similarities.get(row)?.get(column) ?? 0),
    0,
  );
  ceaf.add(0, best, system.length);
  ceaf.add(1, best, gold.length);
}

/** Twice the spans in common, by the spans of both; those that share none are left out. */
function similaritiesOf(one: ReadonlySet<string>, others: Chains): ReadonlyMap<number, number> {
  const shared = others.map(
    (other) => (2 * [...one].filter((span) => other.has(span)).length) / (one.size + other.size),
  );
  return new Map([...shared.entries()].filter(([, similarity]) => similarity > 0));
}

const [file = ""] = process.argv.slice(2);
const { reader } = await loadEngine();
const [muc, bCubed, ceaf, found] = [new Score(), new Score(), new Score(), new Score()];
const documents = readDocuments(readFileSync(file, "utf8"));
for (const { id, text, tokens, chains } of documents) {
  const extraction = await reader.extract(makeArticle({ text, title: id, language: "en" }));
  const system = new Map<string, Set<string>>();
  for (const { start, end, entityId } of extraction.mentions) {
    const first = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    if (first >= 0 && last >= first)
      system.set(entityId, (system.get(entityId) ?? new Set()).add(`${first}-${last}`));
  }
  addScores(withoutSingletons(chains.values()), withoutSingletons(system.values()), muc, bCubed, ceaf, found);
}
const rows = [
  ["mentions", found],
  ["MUC", muc],
  ["B-cubed", bCubed],
  ["CEAF-e", ceaf],
] as const;
for (const [name, score] of rows) {
  const { p, r, f1 } = score.rates();
  print(`${name.padEnd(10)} P ${p.toFixed(4)}  R ${r.toFixed(4)}  F1 ${f1.toFixed(4)}`);
}
const conll = [muc, bCubed, ceaf].reduce((sum, score) => sum + score.rates().f1, 0) / 3;
print(`CoNLL F1   ${conll.toFixed(4)}  (${documents.length} documents)`);
