import { readFileSync } from "node:fs";
import type { Extraction } from "../src/model/extraction.ts";
import { articleOf, type EntitySpec, extractionOf, person } from "./builders.ts";

/** Small extractions written by hand, with every kind of fact, that the tests of rdf, store, query and export share. */

const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

export const RESOURCES = {
  ontology: file("ontology/news.ttl"),
  shapes: file("ontology/shapes.ttl"),
  knownEntities: file("data/lexicon/known-entities.tsv"),
};
export const CONTEXT = file("ontology/context.jsonld");

const UKRAINE: EntitySpec = { label: "Ukraine", type: "Country", known: "UA" };

/** An attributed meeting, a refusal, a size, something possible, denied, proposed; emoji before the evidence. */
export function kyivVisit(): Extraction {
  const article = articleOf(
    [
      "🇺🇦 Rutte in Kyiv",
      "Mark Rutte met President Volodymyr Zelensky in Kyiv on Aug. 22, Andriy Yermak told reporters at a briefing.",
      "Donald Trump ruled out deploying U.S. ground troops to Ukraine 🙅, but Washington could provide air support, he added on Tuesday.",
      "The Coalition of the Willing has grown to over 30 countries. Moscow has not accepted the plan, and Rutte proposed monitoring the border from next year.",
    ].join("\n"),
    {
      published: "2025-08-22",
      outlet: "Northern Courier",
      byline: "Jo Ann O’Neill",
      url: "https://courier.example/kyiv?a=1&b=ü",
    },
  );
  return extractionOf(
    article,
    [
      person("Mark Rutte", "Rutte"),
      person("Volodymyr Zelensky"),
      person("Andriy Yermak"),
      { ...person("Donald Trump"), anaphors: ["he added"] },
      UKRAINE,
      { label: "United States", aliases: ["Washington"], type: "Country", known: "US" },
      { label: "Russia", aliases: ["Moscow"], type: "Country", known: "RU" },
      { label: "Coalition of the Willing", type: "Coalition" },
      { label: "reporters", type: "Group", kind: "described" },
      { label: "the plan", type: "Agreement", kind: "described" },
      { label: "deploying U.S. ground troops", type: "Activity", kind: "phrase" },
      { label: "air support", type: "Activity", kind: "phrase" },
      { label: "monitoring the border", type: "Activity", kind: "phrase" },
    ],
    [
      {
        subject: "Mark Rutte",
        relation: "met",
        object: "Volodymyr Zelensky",
        quote: "Mark Rutte met President Volodymyr Zelensky in Kyiv on Aug. 22",
        moreQuotes: ["Rutte in Kyiv"],
        speakers: [
          {
            speaker: "Andriy Yermak",
            verb: "tell",
            addressee: "reporters",
            setting: "briefing",
            date: "2025-08-22",
          },
        ],
        date: "2025-08-22",
        dateText: "on Aug. 22",
        statementDate: "2025-08-22",
        confidence: 0.93,
        reasons: ["verb frame met", "arc 0.93"],
        more: ["in Kyiv", "on Aug. 22"],
      },
      {
        subject: "Donald Trump",
        relation: "ruledOut",
        object: "deploying U.S. ground troops",
        quote: "Donald Trump ruled out deploying U.S. ground troops to Ukraine",
        confidence: 1,
      },
      {
        subject: "United States",
        relation: "provided",
        object: "air support",
        quote: "Washington could provide air support",
        factuality: "possible",
        speakers: [{ speaker: "Donald Trump", verb: "say", date: "2025-08-19" }],
        statementDate: "2025-08-19",
        temporality: "future",
      },
      {
        subject: "Coalition of the Willing",
        relation: "hasSize",
        object: { value: "30+", words: "over 30 countries", datatype: "quantity" },
        quote: "The Coalition of the Willing has grown to over 30 countries",
        quantity: { min: 30, exclusive: true, unit: "countries", text: "over 30" },
      },
      {
        subject: "Russia",
        relation: "agreedTo",
        object: "the plan",
        quote: "Moscow has not accepted the plan",
        factuality: "negated",
      },
      {
        subject: "Mark Rutte",
        relation: "rel:setUpWatchOver",
        relationLemma: "set up watch over",
        object: "monitoring the border",
        quote: "Rutte proposed monitoring the border from next year",
        factuality: "proposed",
        date: "2026-01-01/..",
        temporality: "future",
        reasons: [],
      },
    ],
  );
}

/** Another outlet on the same meeting, with no date of its own and a name that the first article spells otherwise. */
export function warsawReport(): Extraction {
  const article = articleOf(
    "Talks in Kyiv\nMark Rutte met Volodymyr Zelensky. Rutte visited Ukraine in 2025. Officials criticized Donald Trump.",
    { outlet: "Harbour Post" },
  );
  return extractionOf(
    article,
    [
      person("Mark Rutte", "Rutte"),
      person("Volodymyr Zelensky"),
      person("Donald Trump"),
      UKRAINE,
      { label: "Officials", type: "Group", kind: "described" },
    ],
    [
      {
        subject: "Mark Rutte",
        relation: "met",
        object: "Volodymyr Zelensky",
        quote: "Mark Rutte met Volodymyr Zelensky",
      },
      {
        subject: "Rutte",
        relation: "visited",
        object: "Ukraine",
        quote: "Rutte visited Ukraine in 2025",
        date: "2025",
      },
      {
        subject: "Officials",
        relation: "criticized",
        object: "Donald Trump",
        quote: "Officials criticized Donald Trump",
      },
    ],
  );
}

/** Other people of the same surname, a place and a country of one name, and a minted relation worded otherwise. */
export function tbilisiReport(): Extraction {
  const article = articleOf(
    "Flood relief\nGeorgia sent aid to Atlanta, Rutte said. Officials of Georgia set watch over Kyiv. Dr. Rutte praised Zoë Rutte-Łukasz.",
    { published: "2024-02", outlet: "Northern Courier" },
  );
  return extractionOf(
    article,
    [
      { label: "Georgia", type: "Place" },
      { label: "Atlanta", type: "City" },
      person("Rutte"),
      person("Zoë Rutte-Łukasz"),
      { label: "Officials", type: "Group", kind: "described" },
      { label: "Kyiv", type: "City", known: "Kyiv" },
    ],
    [
      {
        subject: "Georgia",
        relation: "provided",
        object: "Atlanta",
        quote: "Georgia sent aid to Atlanta",
        speakers: [{ speaker: "Rutte", verb: "say" }],
        date: "--02-03",
      },
      {
        subject: "Officials",
        relation: "rel:setUpWatchOver",
        relationLemma: "set watch over",
        object: "Kyiv",
        quote: "Officials of Georgia set watch over Kyiv",
        quantity: { value: 2.5e9, approximate: true, currency: "EUR", text: "2.5bn euros" },
      },
      {
        subject: "Rutte",
        relation: "praised",
        object: "Zoë Rutte-Łukasz",
        quote: "Dr. Rutte praised Zoë Rutte-Łukasz",
      },
    ],
  );
}
