import { askServer, type DataSource } from "./load-view.ts";

/** A thing as it is or would be. */
export interface Thing {
  readonly iri: string;
  readonly label: string;
  readonly type: string;
  /** Titles of the first articles that speak of it, and how many more do. */
  readonly articles: readonly string[];
  readonly moreArticles: number;
}

/** Two things that may be one; see the command `dateline candidates`. */
export interface Candidate {
  readonly left: Thing;
  readonly right: Thing;
  readonly score: number;
  readonly joined: boolean;
  readonly reasons: readonly string[];
  readonly facts: number;
}

export interface KeptDecision {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly verdict: string;
  readonly left: string;
  readonly right: string | null;
}

export interface WhoIsWho {
  readonly candidates: readonly Candidate[];
  readonly decisions: readonly KeptDecision[];
  readonly canDecide: boolean;
}

export type Question =
  | { readonly verdict: "same" | "different" | "unsure"; readonly left: string; readonly right: string }
  | { readonly verdict: "undo"; readonly undoes: string };

export interface Preview {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
}

/** @throws Error in the server's words */
export async function askWhoIsWho(source: DataSource): Promise<WhoIsWho> {
  return readAnswer(await askServer(source, "api/identity"));
}

/** What a decision would move. @throws Error in the server's words */
export async function previewDecision(source: DataSource, question: Question): Promise<Preview> {
  return readAnswer(await post(source, "api/identity/preview", question));
}

/** @returns the id of the decision @throws Error in the server's words */
export async function keepDecision(source: DataSource, question: Question): Promise<string> {
  return (await readAnswer<{ readonly id: string }>(await post(source, "api/identity/decisions", question)))
    .id;
}

function post(source: DataSource, path: string, body: object): Promise<Response> {
  return askServer(source, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function readAnswer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error((await response.text()).trim());
  return (await response.json()) as T;
}
