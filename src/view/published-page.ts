import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { GraphView } from "./graph-view.ts";

export interface PageParts {
  /** With the texts of its articles, and with positions. */
  readonly view: GraphView;
  /** The viewer as one script and one style sheet. */
  readonly script: string;
  readonly style: string;
  /** With it, the file answers questions in SPARQL; the script must be the one that can. */
  readonly sparql?: SparqlParts;
}

export interface SparqlParts {
  /** Oxigraph as WebAssembly, compressed with gzip. */
  readonly engine: Uint8Array;
  /** The dataset as N-Quads, compressed with gzip. */
  readonly quads: Uint8Array;
  /** What queries may use without a declaration of theirs. */
  readonly prefixes: Readonly<Record<string, string>>;
}

function sparqlElement({ engine, quads, prefixes }: SparqlParts): string {
  const prologue = Object.entries(prefixes)
    .map(([name, iri]) => `PREFIX ${name}: <${iri}>`)
    .join(" ");
  const carried = { engine: toBase64(engine), quads: toBase64(quads), prologue };
  return `<script type="application/json" id="sparql-engine">${escapeJson(carried)}</script>\n`;
}

/** Bytes that are turned into letters at once: more would be too many arguments for one call. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (let start = 0; start < bytes.length; start += CHUNK)
    letters += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(letters);
}

/** Names an inline script or style by what it says, as a content security policy does. */
function hashSource(text: string): string {
  return `'sha256-${toBase64(sha256(utf8ToBytes(text)))}'`;
}

/** A script that does not end before its end: what would close its element, or open a comment, is escaped. */
function escapeScript(script: string): string {
  return script.replace(/<(\/script|!--|script)/gi, "\\x3C$1");
}

/** JSON in which no markup can begin. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * One HTML file with graph, evidence, positions and viewer, which needs no server and no network.
 *
 * @remarks
 * Its content security policy names script and style by their hashes, and lets nothing be fetched: whatever an article
 * says, nothing of it runs and nothing leaves the file. Same parts, same bytes.
 */
export function makePublishedPage({ view, script, style, sparql }: PageParts): string {
  const code = escapeScript(script);
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(code)}${sparql === undefined ? "" : " 'wasm-unsafe-eval'"}`,
    `style-src ${hashSource(style)}`,
    "img-src data:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(view.title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>The graph is drawn by JavaScript, which is switched off in this browser.</noscript>
<dateline-viewer address></dateline-viewer>
<script type="application/json" id="graph-view">${escapeJson(view)}</script>
${sparql === undefined ? "" : sparqlElement(sparql)}<script type="module">${code}</script>
</body>
</html>
`;
}
