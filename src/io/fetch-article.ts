import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type Socket } from "node:net";
import { Agent, buildConnector, fetch, type Response } from "undici";
import { FetchError } from "./input-errors.ts";
import { isPublicAddress } from "./public-address.ts";
import type { InputBytes } from "./read-inputs.ts";

/** For the whole of a page, redirects included. */
const TIME_LIMIT_MS = 15_000;
/** For one address of a host, so that time is left for its next. */
const CONNECT_LIMIT_MS = 5_000;
/** Of the page, decompressed. */
const MAX_PAGE_BYTES = 10_000_000;
const MAX_REDIRECTS = 5;

const READABLE_TYPE =
  /^(text\/(html|plain|markdown)|application\/(xhtml\+xml|jsonl|x-ndjson|x-jsonlines))\s*(;|$)/i;

/** What tests replace: nothing in them may reach the network. */
export interface FetchOptions {
  /** Host name → all its addresses. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** Which addresses may be connected to; {@link isPublicAddress} unless told. */
  readonly isAllowed?: (address: string) => boolean;
  readonly timeLimitMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a web page, http and https only, from public addresses only: every address of the host is checked before
 * connecting, the address connected to once more after, and again at each redirect (5 at most), so that neither DNS nor
 * a redirect leads into the local network. 15 seconds, 10 MB decompressed, and only types that articles come in.
 *
 * @throws {@link FetchError} `fetch-refused` where the URL, its addresses, type or size are not allowed, `fetch-failed`
 * where the server does not answer, or answers with an error
 */
export async function fetchArticle(url: string, options: FetchOptions = {}): Promise<InputBytes> {
  const { timeLimitMs = TIME_LIMIT_MS } = options;
  const timeout = AbortSignal.timeout(timeLimitMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  const agent = guardedAgent(url, options);
  try {
    const response = await followRedirects(url, agent, signal, options);
    const mediaType = response.headers.get("content-type") ?? undefined;
    refuseUnreadable(url, response, mediaType);
    const bytes = await readBody(url, response);
    return {
      location: url,
      bytes,
      fetchedFrom: response.url,
      ...(mediaType !== undefined && { mediaType }),
    };
  } catch (cause) {
    throw toFetchError(url, cause, timeout.aborted ? timeLimitMs : undefined);
  } finally {
    // Not awaited: a server that keeps its connection open must not keep us.
    void agent.destroy();
  }
}

async function followRedirects(
  start: string,
  dispatcher: Agent,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const target = checkUrl(start, url, options);
    const response = await fetch(target, {
      dispatcher,
      signal,
      redirect: "manual",
      headers: {
        accept: "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9",
        "user-agent": "dateline (news article reader)",
      },
    });
    const next = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || next === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(next, target.href))
      throw new FetchError(start, `redirects to "${next}", which is no URL`);
    url = new URL(next, target).href;
  }
  throw new FetchError(start, `redirects more than ${MAX_REDIRECTS} times`);
}

function checkUrl(start: string, url: string, options: FetchOptions): URL {
  if (!URL.canParse(url)) throw new FetchError(start, "is not a URL", "fetch-refused");
  const target = new URL(url);
  const where = url === start ? "" : `redirects to ${target.origin}: `;
  if (target.protocol !== "http:" && target.protocol !== "https:") {
    throw new FetchError(start, `${where}only http and https are fetched`, "fetch-refused");
  }
  if (target.username !== "" || target.password !== "") {
    throw new FetchError(start, `${where}URLs with a user name or password are not fetched`, "fetch-refused");
  }
  // An address in place of a name is never looked up, so it is checked here.
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) refuseAddress(start, host, host, options);
  return target;
}

function refuseAddress(url: string, host: string, address: string, options: FetchOptions): void {
  const { isAllowed = isPublicAddress } = options;
  if (isAllowed(address)) return;
  const name = host === address ? address : `${host} (${address})`;
  throw new FetchError(
    url,
    `${name} is not a public address; save the page and give the file`,
    "fetch-refused",
  );
}

/**
 * An agent that looks a host up itself, checks all its addresses, and connects to one of these and no other: a second
 * look-up, which might answer otherwise, never happens.
 */
function guardedAgent(url: string, options: FetchOptions): Agent {
  const connector = buildConnector({ timeout: CONNECT_LIMIT_MS });
  const connect = (target: buildConnector.Options, address: string) =>
    new Promise<Socket>((done, fail) => {
      // `host` stays: the certificate must be that of the name.
      connector({ ...target, hostname: address }, (error, socket) => {
        // On failure undici passes the error alone, whatever its types say of the second argument.
        if (error) fail(error);
        else done(socket);
      });
    });
  return new Agent({
    connect(target, callback) {
      connectToAny(url, target, connect, options).then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      );
    },
  });
}

/** Connects to the first of a host's addresses that answers. */
async function connectToAny(
  url: string,
  target: buildConnector.Options,
  connect: (target: buildConnector.Options, address: string) => Promise<Socket>,
  options: FetchOptions,
): Promise<Socket> {
  const { lookup = systemAddresses } = options;
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await lookup(host) : [host];
  for (const address of addresses) refuseAddress(url, host, address, options);
  let failure: unknown = new FetchError(url, `the host ${host} has no address`);
  for (const address of addresses) {
    try {
      const socket = await connect(target, address);
      try {
        refuseAddress(url, host, socket.remoteAddress ?? "", options);
        return socket;
      } catch (refusal) {
        socket.destroy();
        throw refusal;
      }
    } catch (error) {
      if (error instanceof FetchError) throw error;
      failure = error;
    }
  }
  throw failure;
}

async function systemAddresses(host: string): Promise<readonly string[]> {
  const found = await systemLookup(host, { all: true });
  return found.map(({ address }) => address);
}

function refuseUnreadable(url: string, response: Response, mediaType: string | undefined): void {
  if (!response.ok) {
    throw new FetchError(url, `the server answered ${response.status} ${response.statusText}`.trim());
  }
  if (mediaType !== undefined && !READABLE_TYPE.test(mediaType)) {
    throw new FetchError(url, `is ${mediaType}, not a page or text`, "fetch-refused");
  }
}

async function readBody(url: string, response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The stream is decompressed already, so that a small bomb counts as what it unpacks to.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) {
      throw new FetchError(url, `is larger than ${MAX_PAGE_BYTES} bytes`, "fetch-refused");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The refusal may lie under undici's own "fetch failed". */
function toFetchError(url: string, error: unknown, timeLimitMs: number | undefined): FetchError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchError) return cause;
  }
  if (timeLimitMs !== undefined) {
    return new FetchError(url, `no answer within ${timeLimitMs / 1000} seconds`, "fetch-failed", {
      cause: error,
    });
  }
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = root instanceof Error && "code" in root ? String(root.code) : "";
  const reason =
    code === "ENOTFOUND" || code === "EAI_AGAIN"
      ? "the host name is not known (no such host, or no network)"
      : `cannot be fetched (${code || (root instanceof Error ? root.message : String(root))})`;
  return new FetchError(url, reason, "fetch-failed", { cause: error });
}
