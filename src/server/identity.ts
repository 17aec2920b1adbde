import type { IncomingMessage } from "node:http";
import { DatelineError } from "../model/errors.ts";
import type { Graph } from "../query/graph.ts";
import type { DecisionQuestion, IdentityPreview } from "../query/identity.ts";
import { type Answer, toJson } from "./answer.ts";
import { readJson } from "./guard.ts";
import { Refusal } from "./refusal.ts";

export const IDENTITY_PATH = "/api/identity";
const MAX_BYTES = 64 * 1024;
/** Pairs in one answer: nobody looks at more at a time. */
const MOST_CANDIDATES = 50;
const WHO = "the viewer";

/**
 * Who is who: `GET` tells the pairs to look at and the decisions that hold; `POST …/preview` what a decision would move, and keeps
 * nothing; `POST …/decisions` keeps one, where `writable`.
 *
 * @throws {@link Refusal}
 */
export async function answerIdentity(
  graph: Graph,
  request: IncomingMessage,
  path: string,
  writable: boolean,
): Promise<Answer> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (path === IDENTITY_PATH) {
    if (!isRead) throw new Refusal(405, `${request.method} is not for ${path}.`, { allow: "GET, HEAD" });
    return toJson({ candidates: candidatesOf(graph), decisions: decisionsOf(graph), canDecide: writable });
  }
  if (request.method !== "POST")
    throw new Refusal(405, `${request.method} is not for ${path}.`, { allow: "POST" });
  const isPreview = path === `${IDENTITY_PATH}/preview`;
  if (!isPreview && path !== `${IDENTITY_PATH}/decisions`) throw new Refusal(404, `There is no ${path}.`);
  if (!isPreview && !writable)
    throw new Refusal(403, "This server keeps no decisions; start it with --writable.");
  const asked = { by: WHO, at: new Date().toISOString(), ...(await readQuestion(request)) };
  try {
    if (isPreview) return toJson(describe(graph, graph.identity.preview(asked)));
    return toJson(await graph.identity.decide(asked));
  } catch (error) {
    if (error instanceof DatelineError) throw new Refusal(422, error.message);
    throw error;
  }
}

type Thing = IdentityPreview["before"][number];

/** Titles that are told of each thing: enough to tell it by. */
const MOST_TITLES = 4;

/** A thing as a person tells it from others: its name, and the first articles that speak of it. */
function thingOf(graph: Graph): (thing: Thing) => object {
  const titles = new Map(graph.articles().map(({ id, title }) => [id, title]));
  return ({ iri, label, type, sightings }) => {
    const articles = [...new Set(sightings.map((sighting) => sighting.slice(0, sighting.indexOf("#"))))];
    const told = articles.slice(0, MOST_TITLES);
    return {
      iri,
      label,
      type,
      articles: told.map((id) => titles.get(id) ?? id),
      moreArticles: articles.length - told.length,
    };
  };
}

function describe(graph: Graph, { before, after }: IdentityPreview): object {
  const show = thingOf(graph);
  return { before: before.map(show), after: after.map(show) };
}

function candidatesOf(graph: Graph): readonly object[] {
  const show = thingOf(graph);
  return graph.identity
    .candidates()
    .slice(0, MOST_CANDIDATES)
    .map(({ left, right, ...rest }) => ({ ...rest, left: show(left), right: show(right) }));
}

function decisionsOf(graph: Graph): readonly object[] {
  return graph.identity.standing().map(({ decision }) => {
    const { id, by, at, verdict, left } = decision;
    return {
      id,
      by,
      at,
      verdict,
      left: left.label,
      right: otherSide(decision),
      because: decision.because ?? null,
    };
  });
}

/** What a decision sets beside its thing: another one, a name, a thing elsewhere. */
function otherSide(decision: ReturnType<Graph["identity"]["standing"]>[number]["decision"]): string | null {
  if ("right" in decision) return decision.right.label;
  return decision.verdict === "rename" ? decision.label : decision.target;
}

async function readQuestion(
  request: IncomingMessage,
): Promise<DecisionQuestion & { readonly because?: string }> {
  const fields = await readJson(request, MAX_BYTES, '{"verdict": "same", …}');
  const text = (name: string) => {
    const value = fields[name];
    if (typeof value !== "string" || value.trim() === "") throw new Refusal(400, `There is no ${name}.`);
    return value;
  };
  const because =
    typeof fields["because"] === "string" && fields["because"] !== "" ? { because: fields["because"] } : {};
  switch (fields["verdict"]) {
    case "same":
    case "different":
    case "unsure":
      return { verdict: fields["verdict"], left: text("left"), right: text("right"), ...because };
    case "rename":
      return { verdict: "rename", left: text("left"), label: text("label"), ...because };
    case "undo":
      return { verdict: "undo", undoes: text("undoes"), ...because };
    default:
      throw new Refusal(400, "The verdict is none of same, different, unsure, rename, undo.");
  }
}
