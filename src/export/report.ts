import type { GraphFact } from "../query/graph.ts";
import type { FactExporter } from "./fact-exporter.ts";

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A Markdown report for reading and handing on: facts by whom they are about, with their words, and the articles. */
export const report: FactExporter = {
  mediaType: "text/markdown",
  extension: "md",
  *write({ facts, articles, ontology }) {
    const asserted = facts.filter((fact) => fact.asserted).length;
    yield `# Facts\n\n${counted(facts.length, "fact")} from ${counted(articles.length, "article")}; ${asserted} are asserted, the others say how sure their source is.\n`;
    const bySubject = new Map<string, GraphFact[]>();
    for (const fact of facts) {
      const held = bySubject.get(fact.subjectNode);
      if (held === undefined) bySubject.set(fact.subjectNode, [fact]);
      else held.push(fact);
    }
    const places = new Map(articles.map(({ id }, index) => [id, index + 1]));
    const subjects = [...bySubject.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    for (const about of subjects) {
      yield `\n## ${escapeMarkdown(nameOf(about))}\n\n`;
      for (const fact of about) {
        const relation = ontology.findRelation(fact.relation)?.label ?? fact.surface.relation;
        yield itemOf(fact, relation, places.get(fact.article.id));
      }
    }
    yield "\n## Articles\n\n";
    for (const [index, { title, outlet, published, url, location }] of articles.entries()) {
      const named = escapeMarkdown(title || location);
      const linked =
        url === undefined ? named : `[${named}](${encodeURI(url).replace(/[()]/g, escapeBracket)})`;
      const from = [outlet, published?.slice(0, 10)].filter((part) => part !== undefined).join(", ");
      yield `${index + 1}. ${linked}${from === "" ? "" : `. ${escapeMarkdown(from)}`}\n`;
    }
  },
};

function nameOf([first]: readonly GraphFact[]): string {
  return first?.subject ?? "";
}

function itemOf(fact: GraphFact, relation: string, article: number | undefined): string {
  const sure = [
    ...(fact.factuality === "certain" ? [] : [fact.factuality.replace("_", " ")]),
    ...(fact.temporality === "future" ? ["future"] : []),
    ...(fact.asserted || fact.factuality !== "certain" || fact.temporality === "future" ? [] : ["alleged"]),
  ];
  const remarks = [
    ...sure,
    ...(fact.date === null ? [] : [fact.date]),
    ...(fact.speaker === null ? [] : [`says ${fact.speaker}`]),
  ];
  const statement = `${fact.subject} **${relation}** ${fact.object}`
    .split("**")
    .map(escapeMarkdown)
    .join("**");
  const remark = remarks.length === 0 ? "" : ` (${escapeMarkdown(remarks.join("; "))})`;
  return `- ${statement}${remark}: “${escapeMarkdown(fact.evidence.quote)}” [${article ?? "?"}]\n`;
}

/** Nothing of an article may become markup. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/&/g, "&amp;");
}

const escapeBracket = (character: string) => (character === "(" ? "%28" : "%29");
