import type { GraphViewArticle, GraphViewFact } from "../../src/view/graph-view.ts";
import type { ViewIndex } from "../state/view-index.ts";
import { dateInWords, factSentence } from "../state/wording.ts";

function citationOf(article: GraphViewArticle): string {
  const parts = [
    article.title,
    article.outlet,
    article.published === null ? null : dateInWords(article.published),
    article.url,
  ];
  return parts.filter((part) => part !== null && part !== "").join(". ");
}

/** The articles that the facts rest on, in order of their dates, each with the sentences it is cited for. Markdown. */
export function toCitations(index: ViewIndex, facts: readonly GraphViewFact[]): string {
  const cited = index.view.articles.flatMap((article) => {
    const own = facts.filter((fact) => fact.evidence.articleId === article.id);
    if (own.length === 0) return [];
    const quotes = own.map((fact) => `   - ${factSentence(index, fact)}: “${fact.evidence.quote}”`);
    return [`${citationOf(article)}\n${quotes.join("\n")}`];
  });
  return `${cited.map((entry, place) => `${place + 1}. ${entry}`).join("\n\n")}\n`;
}
