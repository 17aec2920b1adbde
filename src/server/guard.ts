import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

/**
 * Sent with every answer. Scripts, styles and workers come from this server only, so that markup in an article could
 * not run even if it were ever taken for markup.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];
const MAX_URL_CHARACTERS = 64 * 1024;

/** The names under which a browser may ask this server; a name of the outside that resolves to loopback is not among them. */
function knownHosts(host: string, port: number): ReadonlySet<string> {
  const own = host.includes(":") ? `[${host}]` : host;
  return new Set([...LOOPBACK_NAMES, own].map((name) => `${name}:${port}`));
}

/**
 * Refuses what no page of this server would send.
 *
 * @remarks
 * The check of `Host` stops DNS rebinding, where a foreign page's own name comes to mean 127.0.0.1; the check of
 * `Origin` and `Sec-Fetch-Site` stops foreign pages that know the address. Tools such as curl send neither and pass.
 *
 * @throws {@link Refusal}
 */
export function guardRequest(
  request: IncomingMessage,
  host: string,
  port: number,
  methods: readonly string[],
): void {
  const hosts = knownHosts(host, port);
  if (!hosts.has(request.headers.host ?? ""))
    throw new Refusal(421, "This server answers to loopback names only.");
  if ((request.url ?? "").length > MAX_URL_CHARACTERS) throw new Refusal(414, "The address is too long.");
  if (!methods.includes(request.method ?? ""))
    throw new Refusal(405, `Method ${request.method} is not allowed.`, { allow: methods.join(", ") });
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.has(origin.replace(/^http:\/\//, "")))
    throw new Refusal(403, "Requests from other origins are refused.");
  const isSafe = request.method === "GET" || request.method === "HEAD";
  if (!isSafe && !["same-origin", "none", undefined].includes(request.headers["sec-fetch-site"]?.toString()))
    throw new Refusal(403, "Requests from other sites are refused.");
}

/** Reads a body of UTF-8 text. @throws {@link Refusal} where it is longer than `limit` bytes */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new Refusal(413, `The body is larger than ${limit} bytes.`, { connection: "close" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The media type of a body, without its parameters, and its charset, both in lower case. */
export function contentTypeOf(request: IncomingMessage): {
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly header: string;
} {
  const header = request.headers["content-type"] ?? "";
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(header)?.[1]?.toLowerCase();
  return { mediaType: header.split(";")[0]?.trim().toLowerCase() ?? "", charset, header };
}

/**
 * Reads the fields of a body of JSON; what is no object has none.
 *
 * @param hint the fields that are asked for: told to who sends another media type
 * @throws {@link Refusal}
 */
export async function readJson(
  request: IncomingMessage,
  limit: number,
  hint: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (contentTypeOf(request).mediaType !== "application/json")
    throw new Refusal(415, `Send application/json: ${hint}.`);
  const body = await readBody(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
  return (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
}
