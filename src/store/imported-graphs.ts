import type * as RDF from "@rdfjs/types";
import { StoreError } from "../model/errors.ts";
import { hashText } from "../model/ids.ts";
import { canonicalLines } from "../rdf/n-quads.ts";
import { parseQuads } from "../rdf/parse.ts";
import { checkedText, withChecksum } from "./checksum.ts";

/** RDF that users brought, in a graph of its own. */
export interface ImportedGraph {
  /** IRI; null for what was brought into the default graph. */
  readonly name: string | null;
  /** File, or how else it came. */
  readonly location: string;
  /** All stand in this graph. Labels of blank nodes are those of no other graph. */
  readonly quads: readonly RDF.Quad[];
}

const FILE = /^graphs\/[0-9a-f]{16}\.nq$/;
const HEAD = /^# graph (default|<[^<>"\s]+>)\n# location (.*)\n/;

/** 16 hex digits that stand for the graph in the name of its file, in its blank nodes, and wherever an id is asked for. */
export function importedGraphId(name: string | null): string {
  return hashText(name ?? "default graph").slice(0, 16);
}

export function importedGraphPath(name: string | null): string {
  return `graphs/${importedGraphId(name)}.nq`;
}

export function isImportedGraph(path: string): boolean {
  return FILE.test(path);
}

/** N-Quads between lines of comment that say what it is and pin what it holds. */
export function serializeImportedGraph({ name, location, quads }: ImportedGraph): string {
  const head = `# graph ${name === null ? "default" : `<${name}>`}\n# location ${JSON.stringify(location)}\n`;
  const body =
    head +
    canonicalLines(quads)
      .map((line) => `${line}\n`)
      .join("");
  return withChecksum(body);
}

/** @throws {@link StoreError} naming the file where it is not as it was written */
export function parseImportedGraph(path: string, text: string, folder: string): ImportedGraph {
  const body = checkedText(text);
  const [, graph, location] = HEAD.exec(text) ?? [];
  if (body === undefined || graph === undefined || location === undefined) {
    const what = "was changed or cut off after it was stored (its checksum does not fit)";
    throw new StoreError(`${folder}/${path}: ${what}`);
  }
  return {
    name: graph === "default" ? null : graph.slice(1, -1),
    location: JSON.parse(location) as string,
    quads: parseQuads(body, "nquads", `${folder}/${path}`),
  };
}
