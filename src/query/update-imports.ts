import type * as RDF from "@rdfjs/types";
import { QueryError } from "../model/errors.ts";
import { moveToGraph } from "../rdf/imported-quads.ts";
import { tripleToLine } from "../rdf/n-quads.ts";
import { parseQuads } from "../rdf/parse.ts";
import { defaultGraph, hasBlankNode, iri } from "../rdf/terms.ts";
import { type ImportedGraph, importedGraphId } from "../store/imported-graphs.ts";
import type { UpdateEffect } from "../store/oxigraph-store.ts";

interface UpdateBounds {
  isArticleGraph(name: string): boolean;
  /** Whether the triple stands in the default graph, as whatever it follows from. */
  inDefaultGraph(triple: RDF.Quad): Iterable<RDF.Quad>;
}

/**
 * The imported graphs that an update makes other than they were; empty ones are to go.
 *
 * @throws {@link QueryError} where it would change what follows from articles: that changes with its articles only
 */
export function updateImports(
  effect: UpdateEffect,
  imports: readonly ImportedGraph[],
  bounds: UpdateBounds,
): readonly ImportedGraph[] {
  const held = new Map(imports.map((graph) => [graph.name, graph]));
  const changed = effect.graphs.map(({ name, lines }): ImportedGraph => {
    if (!name.startsWith("<")) refuse("a blank node cannot name a graph here; give the graph an IRI");
    const graph = name.slice(1, -1);
    if (bounds.isArticleGraph(graph)) {
      refuse(`<${graph}> is the graph of an article: build or remove the article instead`);
    }
    const quads = parseQuads(lines.join("\n"), "ntriples");
    return {
      name: graph,
      location: held.get(graph)?.location ?? "SPARQL update",
      quads: moveToGraph(quads, iri(graph), importedGraphId(graph)),
    };
  });
  const own = updateDefaultGraph(effect, held.get(null), bounds);
  return own === undefined ? changed : [...changed, own];
}

function updateDefaultGraph(
  { addedToDefault, removedFromDefault, blankNodesLeft }: UpdateEffect,
  own: ImportedGraph | undefined,
  bounds: UpdateBounds,
): ImportedGraph | undefined {
  const before = own?.quads ?? [];
  const withBlankNodes = before.filter(hasBlankNode);
  if (blankNodesLeft === "some" && withBlankNodes.length > 0) {
    refuse("blank nodes of the default graph can only be deleted all together; keep them in a named graph");
  }
  const added = parseQuads(addedToDefault.join("\n"), "ntriples");
  if (withBlankNodes.length > 0 && added.some(hasBlankNode)) {
    refuse("the default graph holds blank nodes already; add others in a named graph");
  }
  const lines = new Set(before.map(tripleToLine));
  const gone = new Set<string>();
  for (const triple of parseQuads(removedFromDefault.join("\n"), "ntriples")) {
    const line = tripleToLine(triple);
    const spelling = lines.has(line) ? line : [...lines].find((other) => sameValue(other, line));
    if (spelling !== undefined) gone.add(spelling);
    // What stands in no article and no import is the ontology, which is no part of the graph.
    else if ([...bounds.inDefaultGraph(triple)].length > 0) {
      refuse(
        `${line.slice(0, 200)} follows from articles or identity: it goes with the articles that state it`,
      );
    }
  }
  const kept = before.filter(
    (quad) => !gone.has(tripleToLine(quad)) && !(blankNodesLeft === "none" && hasBlankNode(quad)),
  );
  if (kept.length === before.length && added.length === 0) return undefined;
  return {
    name: null,
    location: own?.location ?? "SPARQL update",
    quads: moveToGraph([...kept, ...added], defaultGraph(), importedGraphId(null)),
  };
}

/** The engine spells numbers, dates and language tags in its own way: 042 as 42, +00:00 as Z, en-GB as en-gb. */
function sameValue(stored: string, engine: string): boolean {
  const lowered = (line: string) => line.replace(/"@[A-Za-z0-9-]+ \.$/, (tag) => tag.toLowerCase());
  const typed = (line: string) => /"([^"\\]*)"\^\^<([^<>]+)> \.$/.exec(line);
  const [a, b] = [typed(stored), typed(engine)];
  if (a === null || b === null) return lowered(stored) === lowered(engine);
  if (a[2] !== b[2] || stored.slice(0, a.index) !== engine.slice(0, b.index)) return false;
  const [left = "", right = ""] = [a[1], b[1]];
  if (right === "true" || right === "false") return left === (right === "true" ? "1" : "0");
  return Number(left) === Number(right) || Date.parse(left) === Date.parse(right);
}

function refuse(message: string): never {
  throw new QueryError(`the update is refused: ${message}`, "query-refused");
}
