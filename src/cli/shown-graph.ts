import { readPackageText } from "../io/package-resources.ts";
import { loadOntology } from "../ontology/load-ontology.ts";
import type { Graph } from "../query/graph.ts";
import type { GraphView } from "../view/graph-view.ts";
import { projectGraphView } from "../view/project-graph-view.ts";
import type { PrepareViewOptions, ServeOptions } from "./context.ts";
import { titleOfGraph } from "./graph-title.ts";
import { keepPositions, withKeptPositions } from "./kept-positions.ts";
import { graphState, keepView, readKeptView } from "./kept-view.ts";

/** The view of a graph, with the places that are kept beside it. */
async function viewOf(graph: Graph): Promise<GraphView> {
  const ontology = loadOntology(await readPackageText("ontology/news.ttl"));
  const title = graph.folder === null ? "Dateline" : titleOfGraph(graph.folder);
  return withKeptPositions(projectGraphView(graph, { title, ontology }), graph.folder);
}

/**
 * Keeps what the viewer shows of a graph on disk, and where each thing stands in the picture, beside it; does nothing where
 * that is kept already.
 */
export async function prepareView(
  graph: Graph,
  { state, atLeast = 0, onStart = () => {} }: PrepareViewOptions,
): Promise<void> {
  const { folder } = graph;
  if (folder === null) return;
  const title = titleOfGraph(folder);
  if ((await readKeptView(folder, state, title)) !== undefined || graph.entities().length < atLeast) return;
  const view = await viewOf(graph);
  if (view.nodes.length === 0) return;
  await keepPositions(view, folder, () => onStart(view.nodes.length));
  const placed = await withKeptPositions(view, folder);
  if ((await graphState(folder)) === state) await keepView(folder, state, title, JSON.stringify(placed));
}

/** The graph that a server shows, as it is on disk now, and its view. */
export class ShownGraph {
  #graph: Graph;
  #state: string;
  readonly #reopen: (() => Promise<Graph>) | undefined;
  /** Those that were open before: a query may still run on one. */
  readonly #earlier: Graph[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor({ graph, state, reopen }: ServeOptions) {
    this.#graph = graph;
    this.#state = state;
    this.#reopen = reopen;
  }

  get graph(): Graph {
    return this.#graph;
  }

  /** JSON of the view. @throws {@link DatelineError} where the graph was changed and cannot be opened again */
  view(): Promise<string> {
    // One after the other: no two open the graph again, or make the same view.
    const view = this.#last.then(() => this.#makeView());
    this.#last = view.catch(() => undefined);
    return view;
  }

  async #makeView(): Promise<string> {
    const { folder } = this.#graph;
    if (folder === null) return JSON.stringify(await viewOf(this.#graph));
    const title = titleOfGraph(folder);
    const state = await graphState(folder);
    if (state !== this.#state && this.#reopen !== undefined) {
      const next = await this.#reopen();
      this.#earlier.push(this.#graph);
      this.#graph = next;
      this.#state = state;
    }
    const kept = await readKeptView(folder, state, title);
    if (kept !== undefined) return kept;
    const json = JSON.stringify(await viewOf(this.#graph));
    // What was written since, by this server's own clients, is another state.
    if (state === this.#state) await keepView(folder, state, title, json);
    return json;
  }

  async close(): Promise<void> {
    for (const graph of this.#earlier) await graph.close();
    if (this.#earlier.length > 0) await this.#graph.close();
  }
}
