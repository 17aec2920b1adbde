import { quadToLine, sortedLines, tripleToLine } from "../rdf/n-quads.ts";
import type { Exporter } from "./exporter.ts";

/** Sorted as `LC_ALL=C sort` sorts: equal data, equal bytes, and a diff is a diff of facts. */
export const nTriples: Exporter = {
  mediaType: "application/n-triples",
  extension: "nt",
  keepsGraphs: false,
  *write(quads) {
    for (const line of sortedLines(quads, tripleToLine)) yield `${line}\n`;
  },
};

/** Canonical N-Quads, sorted as {@link nTriples}. */
export const nQuads: Exporter = {
  mediaType: "application/n-quads",
  extension: "nq",
  keepsGraphs: true,
  *write(quads) {
    for (const line of sortedLines(quads, quadToLine)) yield `${line}\n`;
  },
};
