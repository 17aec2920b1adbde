import { type GraphView, parseGraphView } from "../../src/view/graph-view.ts";

/** Why there is no graph to show, and what the person can do about it. */
export class LoadError extends Error {
  override readonly name = "LoadError";
  readonly advice: string;
  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}

/** Id of the element that holds the view as JSON in a page that carries its own graph. */
const EMBEDDED_ID = "graph-view";

/** The server that a graph and its articles' texts come from, and that questions are put to. */
export interface DataSource {
  /** Its address, ends in "/". */
  readonly base: string;
  /** Whether the server still has to open the graph before it answers anything but the view. */
  isClosed?: boolean;
  /** Told when an answer takes long because the graph is being opened, and when that is over. */
  onWait?: (waits: boolean) => void;
}

/** An answer that takes longer is waited for. */
const WAIT_MS = 700;

/** Asks the server what needs the opened graph. @throws TypeError where it does not answer */
export async function askServer(source: DataSource, path: string, request?: RequestInit): Promise<Response> {
  const wait = setTimeout(() => source.isClosed && source.onWait?.(true), WAIT_MS);
  try {
    const response = await fetch(source.base + path, request);
    if (source.isClosed) source.onWait?.(false);
    source.isClosed = false;
    return response;
  } finally {
    clearTimeout(wait);
  }
}

async function fetchFrom(source: DataSource, path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await askServer(source, path, { headers: { accept: "application/json" } });
    source.isClosed = response.headers.get("dateline-graph") === "opened-when-asked";
  } catch (cause) {
    throw new LoadError(
      "The server does not answer.",
      "It may have been stopped. Start it again with `dateline view`, then reload this page.",
      { cause },
    );
  }
  if (!response.ok)
    throw new LoadError(
      `The server answers ${response.status} to ${path}.`,
      "Look at the terminal that runs `dateline view` for what went wrong, then reload this page.",
    );
  return response.json();
}

export interface LoadedView {
  readonly view: GraphView;
  /** It stood in the page itself. */
  readonly isEmbedded: boolean;
}

/** Takes the view from the page itself, else from the server. @throws {@link LoadError} */
export async function loadView(source: DataSource): Promise<LoadedView> {
  const embedded = document.getElementById(EMBEDDED_ID)?.textContent;
  const value = embedded ? JSON.parse(embedded) : await fetchFrom(source, "api/graph-view");
  try {
    return { view: parseGraphView(value), isEmbedded: Boolean(embedded) };
  } catch (cause) {
    throw new LoadError(
      cause instanceof Error ? cause.message : "The graph cannot be read.",
      "Viewer and server seem to be of different versions. Build both again with `npm run build`.",
      { cause },
    );
  }
}

/** Loads articles' texts, each once. */
export class ArticleTexts {
  readonly #texts = new Map<string, Promise<string>>();

  readonly #source: DataSource;

  constructor(view: GraphView, source: DataSource) {
    this.#source = source;
    for (const article of view.articles)
      if (article.text !== null) this.#texts.set(article.id, Promise.resolve(article.text));
  }

  /** @throws {@link LoadError} and asks again the next time */
  load(articleId: string): Promise<string> {
    const known = this.#texts.get(articleId);
    if (known !== undefined) return known;
    const loading = fetchFrom(this.#source, `api/articles/${encodeURIComponent(articleId)}`).then((value) => {
      if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string")
        return value.text;
      throw new LoadError("The server sent no text.", "Reload this page.");
    });
    this.#texts.set(articleId, loading);
    loading.catch(() => this.#texts.delete(articleId));
    return loading;
  }
}
