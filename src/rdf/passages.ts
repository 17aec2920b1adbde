import type { CodePointOffsets, Span } from "../model/span.ts";
import type { Node } from "./nodes.ts";
import * as p from "./properties.ts";

type Nodes = ReadonlyMap<string, Node>;

/** Span of a position selector, in code units; undefined where the node has none. */
export function readPosition(
  iri: string | undefined,
  nodes: Nodes,
  offsets: CodePointOffsets,
): Span | undefined {
  const node = iri === undefined ? undefined : nodes.get(iri);
  const start = node?.value(p.START);
  const end = node?.value(p.END);
  if (start === undefined || end === undefined) return undefined;
  return { start: offsets.toCodeUnits(Number(start)), end: offsets.toCodeUnits(Number(end)) };
}

/** Position and quote of evidence or a mention; an empty span at 0 where its selectors are missing. */
export function readPassage(
  iri: string | undefined,
  nodes: Nodes,
  offsets: CodePointOffsets,
): Span & { readonly quote: string } {
  const selectors = (iri === undefined ? undefined : nodes.get(iri))?.values(p.HAS_SELECTOR) ?? [];
  const position = selectors.find((selector) => nodes.get(selector)?.has(p.START));
  const quote = selectors.find((selector) => nodes.get(selector)?.has(p.EXACT));
  const span = readPosition(position, nodes, offsets) ?? { start: 0, end: 0 };
  return { ...span, quote: nodes.get(quote ?? "")?.value(p.EXACT) ?? "" };
}
