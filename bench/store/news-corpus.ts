import { hashText } from "../../src/layout/seed.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { articleOf, type EntitySpec, extractionOf, type FactSpec } from "../../test/builders.ts";

const FIRST =
  "Amara Benoit Chidi Dragana Eero Fatou Goran Ingrid Jomo Katarzyna Lukas Maren Nuno Oksana Petra Quentin Rosa Stellan Tamar Ugo".split(
    " ",
  );
const SYLLABLES = "bar cas dvo esk far gru hal iva jan kes lin mbe nor oli pav qua ros sten tam vik".split(
  " ",
);
const PLACES = "Harbourton Northport Easthaven Lakeside Millbrook Stonebridge Westmere Kirkwall".split(" ");
const RELATIONS = ["met", "criticized", "visited", "supported", "warned", "accused"];
const VERBS = ["met", "criticized", "visited", "supported", "warned", "accused"];
const FACTS = 30;
/** What an article of {@link FACTS} facts amounts to. */
export const QUADS_PER_ARTICLE = 2000;

/** A number in [0, 1) that depends on the words alone. */
function unit(words: string): number {
  return hashText(words) / 2 ** 32;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A person by number: always the same name, and no other's. */
function nameOf(index: number): string {
  const part = (at: number) => SYLLABLES[Math.floor(index / 20 ** at) % 20] ?? "";
  return `${FIRST[index % FIRST.length]} ${capital(part(1) + part(2) + part(3) + part(0))}`;
}

/** Few are in many articles, many in few. */
function pick(words: string, people: number): number {
  return Math.floor(people * unit(words) ** 3);
}

/**
 * Article number `index` of an invented corpus: dated statements about people and places, each with a speaker, some of them
 * only possible or denied. The same number gives the same article.
 */
export function inventedArticle(index: number, people: number): Extraction {
  const lines = [`Report number ${index}`];
  const entities = new Map<string, EntitySpec>();
  const facts: FactSpec[] = [];
  const month = `${2015 + (index % 10)}-${String(1 + (index % 12)).padStart(2, "0")}`;
  for (let at = 0; at < FACTS; at++) {
    const salt = `${index} ${at}`;
    const subject = nameOf(pick(`${salt} s`, people));
    const speaker = nameOf(pick(`${salt} w`, people));
    const kind = Math.floor(unit(`${salt} r`) * RELATIONS.length);
    const relation = RELATIONS[kind] ?? "met";
    const place = PLACES[Math.floor(unit(`${salt} p`) * PLACES.length)] ?? "Harbourton";
    const object = relation === "visited" ? place : nameOf(pick(`${salt} o`, people));
    if (subject === object || subject === speaker || object === speaker) continue;
    for (const label of [subject, speaker, object])
      entities.set(label, { label, type: label === place ? "City" : "Person" });
    const day = String(1 + (at % 28)).padStart(2, "0");
    const quote = `${subject} ${VERBS[kind]} ${object} on day ${day} of item ${at}`;
    lines.push(`${quote}, ${speaker} said.`);
    facts.push({
      ...{ subject, relation, object, quote, date: `${month}-${day}`, statementDate: `${month}-${day}` },
      speakers: [{ speaker, verb: "say", date: `${month}-${day}` }],
      factuality: (["certain", "certain", "certain", "possible", "negated"] as const)[at % 5] ?? "certain",
      confidence: 0.5 + Math.floor(unit(`${salt} c`) * 50) / 100,
    });
  }
  const article = articleOf(lines.join("\n"), {
    published: `${month}-28`,
    outlet: `Outlet ${index % 40}`,
    url: `https://news.example/${index}`,
  });
  return extractionOf(article, [...entities.values()], facts);
}

/** As many articles as make about so many quads. */
export function* inventedCorpus(quads: number): Iterable<Extraction> {
  const articles = Math.max(1, Math.round(quads / QUADS_PER_ARTICLE));
  for (let index = 0; index < articles; index++) yield inventedArticle(index, 40 + articles * 3);
}
