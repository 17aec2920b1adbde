/*
 * What identity costs and keeps: `npm run bench:identity [scale|orders|decisions]`.
 *
 *   scale      processor time to decide who is who in 1 000, 10 000 and 100 000 synthetic articles, and to take in one more
 *   orders     the graph of the gold articles in twenty orders: bytes that differ
 *   decisions  500 random decisions and undoings on that graph, all undone: bytes that differ
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseStory } from "../../src/evaluate/identity/identity-gold.ts";
import { loadEngine } from "../../src/library/engine.ts";
import { createMemoryGraph } from "../../src/library/open-graph.ts";
import { DatelineError } from "../../src/model/errors.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { makeArticle } from "../../src/model/ids.ts";
import type { ArticleEntity } from "../../src/model/mention.ts";
import type { Graph } from "../../src/query/graph.ts";
import type { DecisionQuestion } from "../../src/query/identity.ts";
import { canonicalLines } from "../../src/rdf/n-quads.ts";
import { parseIdentityLexicon } from "../../src/resolve/identity-lexicon.ts";
import type { ArticleEntities } from "../../src/resolve/resolution.ts";
import { EntityResolver } from "../../src/resolve/resolve-entities.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Numerical Recipes' generator: the same numbers on every machine. */
function makeRandom(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

const ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ei ie".split(" ");
const CODAS = ["", "", "", "l", "n", "r", "s", "t", "nd", "ck"];

/** The same index, the same name of two to four syllables; neighbours are no more alike than any two. */
function makeName(kind: string, index: number): string {
  const pick = makeRandom((Math.imul(index + 1, 2654435761) ^ (kind.length * 97)) >>> 0);
  pick(2);
  let name = "";
  for (let left = 2 + pick(3); left > 0; left--)
    name += `${ONSETS[pick(ONSETS.length)]}${VOWELS[pick(VOWELS.length)]}${CODAS[pick(CODAS.length)]}`;
  return name[0]?.toUpperCase() + name.slice(1);
}

/** How often names are borne: the commonest surname by 1.3 percent of people, half of them by the 9 000 commonest. */
const SURNAMES = { count: 50_000, skew: 2.5 };
const GIVEN_NAMES = { count: 3_000, skew: 2.5 };
const FIRST_WORDS = { count: 20_000, skew: 2 };
const SECOND_WORDS = { count: 300, skew: 2 };
/** Countries and offices that every other article names. */
const KNOWN = { count: 250, skew: 2.5 };

/** An index from 0, the lower the likelier. */
function drawSkewed(
  pick: (count: number) => number,
  { count, skew }: { count: number; skew: number },
): number {
  return Math.floor(count * (pick(1e9) / 1e9) ** skew);
}

/**
 * An article on a story: a few people, firms and countries that other articles of the story name too, one in five people by surname
 * alone. Early stories have hundreds of articles, most have a few.
 */
function makeSynthetic(index: number, articles: number): ArticleEntities {
  const story = Math.floor((makeRandom(index + 1)(1e9) ** 2 / 1e18) * (articles / 8));
  const cast = makeRandom(Math.imul(story + 17, 2246822519) >>> 0);
  const pick = makeRandom(Math.imul(index + 99, 3266489917) >>> 0);
  const entities: ArticleEntity[] = [];
  const add = (id: string, type: string, label: string, known?: string) =>
    entities.push({ id, kind: "named", type, label, aliases: [], ...(known === undefined ? {} : { known }) });
  for (let person = 0; person < 5; person++) {
    const surname = makeName("surname", drawSkewed(cast, SURNAMES));
    const full = `${makeName("given", drawSkewed(cast, GIVEN_NAMES))} ${surname}`;
    if (pick(3) > 0) add(`e${person}`, "Person", pick(5) === 0 ? surname : full);
  }
  for (let firm = 0; firm < 3; firm++) {
    const label = `${makeName("firm", drawSkewed(cast, FIRST_WORDS))} ${makeName("second", drawSkewed(cast, SECOND_WORDS))}`;
    if (pick(3) > 0) add(`f${firm}`, "Organization", label);
  }
  for (let country = 0; country < 2; country++) {
    const known = drawSkewed(cast, KNOWN);
    add(`k${country}`, "Country", makeName("known thing", known), `K${known}`);
  }
  const day = new Date(Date.UTC(2020, 0, 1 + (story % 2000))).toISOString().slice(0, 10);
  return { articleId: `a${index}`, published: day, mentions: [], entities };
}

/** Milliseconds of processor time: on a machine that does other things too, the clock tells of those. */
const cpu = () => process.cpuUsage().user / 1000;

/** Articles that come one by one to the rest. */
const MORE = 100;

function measureScale(sizes: readonly number[]): void {
  const nicknames = readFileSync("data/lexicon/nicknames.tsv", "utf8");
  print("articles   sightings   things     put s   decide s   µs/sighting   one more ms");
  for (const articles of sizes) {
    const resolver = new EntityResolver({
      base: "https://kg.example/",
      lexicon: parseIdentityLexicon({ nicknames }),
    });
    const all = Array.from({ length: articles }, (_, index) => makeSynthetic(index, articles));
    const start = cpu();
    for (const article of all) resolver.put(article);
    const read = cpu();
    const { entities } = resolver.resolve();
    const done = cpu();
    const more = cpu();
    for (let index = 0; index < MORE; index++) {
      resolver.put(makeSynthetic(articles + index, articles));
      resolver.settle();
    }
    const added = (cpu() - more) / MORE;
    const sightings = all.reduce((sum, article) => sum + article.entities.length, 0);
    const cells = [
      articles,
      sightings,
      entities.length,
      ((read - start) / 1000).toFixed(2),
      ((done - read) / 1000).toFixed(2),
      (((done - start) * 1000) / sightings).toFixed(1),
      added.toFixed(1),
    ];
    print(cells.map((cell) => String(cell).padStart(9)).join("  "));
  }
}

async function readGold(): Promise<readonly Extraction[]> {
  const { reader } = await loadEngine();
  const extractions: Extraction[] = [];
  for (const part of ["development", "held-out"]) {
    const folder = `data/gold/identity/${part}`;
    for (const file of readdirSync(folder)) {
      for (const { text, title, outlet, date } of parseStory(readFileSync(`${folder}/${file}`, "utf8"), file)
        .articles)
        extractions.push(
          await reader.extract(makeArticle({ text, title, outlet, published: date, language: "en" })),
        );
    }
  }
  return extractions;
}

const bytesOf = (graph: Graph) => canonicalLines([...graph.match()]).join("\n");

async function graphOf(extractions: readonly Extraction[]): Promise<Graph> {
  const graph = await createMemoryGraph();
  for (const extraction of extractions) await graph.add(extraction, { location: extraction.article.id });
  return graph;
}

async function countOrders(gold: readonly Extraction[]): Promise<void> {
  const expected = bytesOf(await graphOf(gold));
  let differing = 0;
  for (let turn = 1; turn <= 20; turn++) {
    const random = makeRandom(turn);
    const shuffled = gold.map((extraction) => [random(1e9), extraction] as const).sort(([a], [b]) => a - b);
    if (bytesOf(await graphOf(shuffled.map(([, extraction]) => extraction))) !== expected) differing++;
  }
  print(
    `orders     20 of ${gold.length} articles (${expected.length.toLocaleString("en-US")} characters): ${differing} differ`,
  );
}

async function countDecisions(gold: readonly Extraction[]): Promise<void> {
  const graph = await graphOf(gold);
  const before = bytesOf(graph);
  const named = graph
    .entities()
    .filter(({ kind }) => kind === "named")
    .map(({ iri }) => iri);
  const random = makeRandom(5);
  const kept: string[] = [];
  let made = 0;
  let refused = 0;
  const decide = async (question: DecisionQuestion) => {
    const { id } = await graph.identity.decide({ by: "bench", at: "2025-09-01T00:00:00Z", ...question });
    made++;
    if (question.verdict !== "undo") kept.push(id);
  };
  while (made < 500) {
    const [left = "", right = ""] = [named[random(named.length)], named[random(named.length)]];
    const roll = random(10);
    try {
      if (roll < 3 && kept.length > 0)
        await decide({ verdict: "undo", undoes: kept.splice(random(kept.length), 1)[0] ?? "" });
      else if (roll < 5) await decide({ verdict: "rename", left, label: `Name ${random(100)}` });
      else await decide({ verdict: roll < 7 ? "same" : roll < 9 ? "different" : "unsure", left, right });
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      refused++;
    }
  }
  const changed = bytesOf(graph) !== before;
  const standing = kept.length;
  for (const undoes of kept.reverse()) await decide({ verdict: "undo", undoes });
  const same = bytesOf(graph) === before;
  print(
    `decisions  500 made, ${refused} refused, ${standing} standing at the end; graph changed: ${changed}; all undone, the same bytes: ${same}`,
  );
}

const [only, ...sizes] = process.argv.slice(2);
if (only === undefined || only === "scale") {
  measureScale(sizes.length > 0 ? sizes.map(Number) : [1_000, 10_000, 100_000]);
}
if (only !== "scale") {
  const gold = await readGold();
  if (only !== "decisions") await countOrders(gold);
  if (only !== "orders") await countDecisions(gold);
}
