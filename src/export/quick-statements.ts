import type { GraphFact } from "../query/graph.ts";
import type { FactExporter } from "./fact-exporter.ts";

/**
 * QuickStatements (version 1) for Wikidata: asserted facts whose ends are both linked to an item, and whose relation is a
 * property there. Each carries its date, and as reference the article's address, title, publication date and words.
 * Meant to be read by a person before it is sent.
 */
export const quickStatements: FactExporter = {
  mediaType: "text/tab-separated-values",
  extension: "qs",
  *write({ facts, entities, articles, ontology }) {
    const items = new Map(entities.map(({ iri, wikidata }) => [iri, wikidata]));
    const languages = new Map(articles.map(({ id, language }) => [id, language]));
    for (const fact of facts) {
      const property = ontology.findRelation(fact.relation)?.wikidata;
      const [subject, object] = [fact.subjectNode, fact.objectNode ?? ""].map((node) => items.get(node));
      if (!fact.asserted || !property || !subject || !object) continue;
      const language = languages.get(fact.article.id)?.slice(0, 2).toLowerCase() ?? "en";
      yield `${[subject, property, object, ...qualifiers(fact), ...reference(fact, language)].join("\t")}\n`;
    }
  },
};

/** P585: point in time; P580, P582: from, to. */
function qualifiers({ date }: GraphFact): readonly string[] {
  if (date === null) return [];
  const [from = "", to] = date.split("/");
  const sides =
    to === undefined
      ? [["P585", from]]
      : [
          ["P580", from],
          ["P582", to],
        ];
  return sides.flatMap(([property = "", side = ""]) => {
    const time = toTime(side);
    return time === undefined ? [] : [property, time];
  });
}

/** S854: reference URL; S1476: title; S577: publication date; S1683: quotation. */
function reference({ article, evidence }: GraphFact, language: string): readonly string[] {
  const published = article.published === null ? undefined : toTime(article.published.slice(0, 10));
  return [
    ...(article.url === null ? [] : ["S854", quote(article.url)]),
    ...["S1476", `${language}:${quote(article.title)}`],
    ...(published === undefined ? [] : ["S577", published]),
    // Wikidata's own limit for such texts.
    ...(evidence.quote.length > 1500 ? [] : ["S1683", `${language}:${quote(evidence.quote)}`]),
  ];
}

/** Precision 9 is a year, 10 a month, 11 a day. */
function toTime(date: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  const precision = day !== undefined ? 11 : month !== undefined ? 10 : 9;
  return `+${year}-${month ?? "00"}-${day ?? "00"}T00:00:00Z/${precision}`;
}

/** The form has no escape for quotes, tabs and line ends. */
function quote(text: string): string {
  return `"${text.replace(/\s+/g, " ").replaceAll('"', "”")}"`;
}
