/** The kinds of input that articles are read from. */
export type InputFormat = "text" | "markdown" | "html" | "jsonl";

const EXTENSIONS: Readonly<Record<string, InputFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

const MEDIA_TYPES: Readonly<Record<string, InputFormat>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "markdown",
  "application/jsonl": "jsonl",
  "application/x-ndjson": "jsonl",
  "application/x-jsonlines": "jsonl",
};

/**
 * Tells the format of an input: by its media type where one was sent, else by the extension of its name, else by how it
 * begins. `text/plain` says nothing, since servers send it for everything.
 */
export function detectFormat(bytes: Uint8Array, name: string, mediaType?: string): InputFormat {
  const essence = mediaType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const extension = /\.([a-z]+)(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return MEDIA_TYPES[essence] ?? EXTENSIONS[extension] ?? sniffFormat(bytes);
}

function sniffFormat(bytes: Uint8Array): InputFormat {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, "").trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|article)\b/i.test(start))
    return "html";
  if (/^\{\s*"/.test(start)) return "jsonl";
  if (/^---[ \t]*\r?\n[A-Za-z_]+:/.test(start)) return "markdown";
  return "text";
}

/** The encoding that a media type names, e.g. "iso-8859-1" of `text/html; charset=ISO-8859-1`. */
export function charsetOf(mediaType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mediaType ?? "")?.[1]?.toLowerCase();
}

/**
 * The encoding that a page declares in its first 1024 bytes, as the HTML standard looks for it. A page that can be
 * read so far and says UTF-16 is in UTF-8 in truth.
 */
export function charsetOfHtml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1]?.toLowerCase();
  return declared?.startsWith("utf-16") ? "utf-8" : declared;
}
