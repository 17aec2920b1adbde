import type { Story, StoryArticle } from "../evaluate/identity/identity-gold.ts";
import type { SystemMention, SystemReading } from "../evaluate/identity/score-identity.ts";
import type { Engine } from "../library/engine.ts";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import { makeArticle } from "../model/ids.ts";
import type { Graph } from "../query/graph.ts";
import { DENOTED_BY } from "../rdf/properties.ts";
import { iri } from "../rdf/terms.ts";
import type { Context } from "./context.ts";

/** What reading stories takes; loaded when asked for. */
export async function loadStoryReader(context: Pick<Context, "loadEngine">) {
  const [engine, { createMemoryGraph }] = await Promise.all([
    context.loadEngine(),
    import("../library/open-graph.ts"),
  ]);
  return { engine, openEmptyGraph: () => createMemoryGraph() };
}

type Extract = (article: Article) => Promise<Extraction>;

/** Stories are scored alone and together; what is read of an article is the same each time. */
export function extractOnce({ reader }: Engine): Extract {
  const read = new Map<string, Promise<Extraction>>();
  return (article) => {
    const extraction = read.get(article.id) ?? reader.extract(article);
    read.set(article.id, extraction);
    return extraction;
  };
}

/** Reads the stories' articles into an empty graph, and says who is who there. */
export async function readStories(
  stories: readonly Story[],
  extract: Extract,
  graph: Graph,
): Promise<SystemReading> {
  const articles = stories.flatMap((story) => story.articles);
  const goldIds = new Map<string, string>();
  for (const article of articles) goldIds.set(await addArticle(article, extract, graph), article.id);
  const mentions = new Map<string, readonly SystemMention[]>();
  for (const summary of graph.articles()) {
    const goldId = goldIds.get(summary.id);
    if (goldId !== undefined) mentions.set(goldId, readMentions(graph, summary.iri));
  }
  const { statements, conflicts, copies } = graph.corroboration();
  const passages = new Map(
    statements.map(({ id, facts }) => [
      id,
      facts.map(({ article, evidence: { start, end } }) => ({
        article: goldIds.get(article.id) ?? "",
        start,
        end,
      })),
    ]),
  );
  return {
    mentions,
    copies: copies.map(
      ({ original, copy }) => [goldIds.get(original) ?? "", goldIds.get(copy) ?? ""] as const,
    ),
    conflicts: conflicts.map(({ kind, left, right }) => ({
      kind,
      sides: [passages.get(left) ?? [], passages.get(right) ?? []] as const,
    })),
  };
}

async function addArticle(article: StoryArticle, extract: Extract, graph: Graph): Promise<string> {
  const { text, title, outlet, date } = article;
  const made = makeArticle({ text, title, outlet, published: date, language: "en" });
  await graph.add(await extract(made), { location: article.id });
  return made.id;
}

/** Ids of mentions say where they stand: `…-m12-20`. */
function readMentions(graph: Graph, article: string): SystemMention[] {
  return [...graph.match(null, DENOTED_BY, null, iri(article))].flatMap(({ subject, object }) => {
    const [, start, end] = /-m(\d+)-(\d+)$/.exec(object.value) ?? [];
    return start === undefined ? [] : [{ start: Number(start), end: Number(end), entity: subject.value }];
  });
}
