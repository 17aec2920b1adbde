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

/** The graph that a server shows, as it is on disk now, and its view. Opened when a request first needs more than the view. */
export class ShownGraph {
  readonly #folder: string | null;
  readonly #open: (() => Promise<Graph>) | undefined;
  /** Of the files when the view was last asked for, or the graph was opened. */
  #state: string;
  /** The graph in that state, open or being opened. */
  #graph: Promise<Graph> | undefined;
  #isOpen: boolean;
  /** All that were opened here: a query may still run on an earlier one. */
  readonly #opened: Promise<Graph>[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor({ folder, graph, state, open }: ServeOptions) {
    this.#folder = folder;
    this.#graph = graph === null ? undefined : Promise.resolve(graph);
    this.#isOpen = graph !== null;
    this.#state = state;
    this.#open = open;
  }

  /** Whether a request need not wait for the graph. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opened by the first who asks; where that fails, the next one tries again. @throws {@link DatelineError} */
  graph(): Promise<Graph> {
    this.#graph ??= this.#openNow();
    return this.#graph;
  }

  #openNow(): Promise<Graph> {
    const opening = this.#openAtState();
    this.#opened.push(opening);
    opening.then(
      () => {
        if (this.#graph === opening) this.#isOpen = true;
      },
      () => {
        this.#opened.splice(this.#opened.indexOf(opening), 1);
        if (this.#graph === opening) this.#graph = undefined;
      },
    );
    return opening;
  }

  async #openAtState(): Promise<Graph> {
    if (this.#open === undefined) throw new TypeError("a graph that is not open, and cannot be opened");
    // Before it is opened: what is written meanwhile is then another state.
    if (this.#folder !== null) this.#state = await graphState(this.#folder);
    return this.#open();
  }

  /** JSON of the view. @throws {@link DatelineError} where it is not kept, and the graph cannot be opened */
  view(): Promise<string> {
    // One after the other: no two open the graph again, or make the same view.
    const view = this.#last.then(() => this.#makeView());
    this.#last = view.catch(() => undefined);
    return view;
  }

  async #makeView(): Promise<string> {
    const folder = this.#folder;
    if (folder === null) return JSON.stringify(await viewOf(await this.graph()));
    const title = titleOfGraph(folder);
    const state = await graphState(folder);
    if (state !== this.#state && this.#open !== undefined) {
      this.#graph = undefined;
      this.#isOpen = false;
      this.#state = state;
    }
    const kept = await readKeptView(folder, state, title);
    if (kept !== undefined) return kept;
    const json = JSON.stringify(await viewOf(await this.graph()));
    // What was written since, by this server's own clients or by others, is another state.
    if (state === this.#state) await keepView(folder, state, title, json);
    return json;
  }

  async close(): Promise<void> {
    for (const graph of await Promise.allSettled(this.#opened))
      if (graph.status === "fulfilled") await graph.value.close();
  }
}
