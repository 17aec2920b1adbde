import { createHash, randomBytes } from "node:crypto";
import { fetch, type Response } from "undici";
import type { RemoteStore } from "../model/effects.ts";
import { StoreError, UsageError } from "../model/errors.ts";

/** Addresses of a store, as its manual has them. */
export interface RemoteAddresses {
  /** SPARQL query. */
  readonly query: string;
  /** SPARQL update; default the same. */
  readonly update?: string;
  /** Graph Store Protocol; without it, graphs are written by updates. */
  readonly graphStore?: string;
}

/** From the environment, never from arguments, which other users of the machine can see. */
export interface RemoteCredentials {
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
}

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;
const TIMEOUT_MS = 10 * 60 * 1000;
/** Triples in one INSERT DATA: Virtuoso refuses some thousands. */
const TRIPLES_PER_UPDATE = 500;
const MAX_ANSWER_BYTES = 1_000_000_000;
const MAX_REASON = 300;

interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A status that is no failure though it is not 2xx. */
  readonly alsoFine?: number;
}

/**
 * A store behind the SPARQL 1.1 Protocol and, where it has one, the Graph Store Protocol. Failures that may pass are tried
 * again; all that it sends has the same effect a second time.
 *
 * @param credentials left out where none may be sent: then a refusal does not advise to set them
 * @throws {@link UsageError} where an address cannot be used
 */
export function connectStore(addresses: RemoteAddresses, credentials?: RemoteCredentials): RemoteStore {
  const { query, update = query, graphStore } = addresses;
  for (const address of [query, update, graphStore]) {
    if (address !== undefined) checkAddress(address, credentials);
  }
  const access = new Access(credentials);
  const send = (call: Call) => sendPatiently(call, access);
  const sendUpdate = async (sparql: string) => {
    await send({ ...form(update, { update: sparql }), headers: { ...FORM, accept: "*/*" } });
  };
  const graphAddress = (name: string | null) => {
    const url = new URL(graphStore ?? "");
    if (name === null) url.searchParams.set("default", "");
    else url.searchParams.set("graph", name);
    return url.href.replace(/default=(?=&|$)/, "default");
  };
  const insert = async (name: string | null, nTriples: string) => {
    const lines = nTriples.split("\n").filter((line) => line !== "");
    for (let start = 0; start < lines.length; start += TRIPLES_PER_UPDATE) {
      const triples = lines.slice(start, start + TRIPLES_PER_UPDATE).join("\n");
      await sendUpdate(`INSERT DATA { ${name === null ? triples : `GRAPH <${name}> {\n${triples}\n}`} }`);
    }
  };
  const drop = (name: string | null) =>
    sendUpdate(name === null ? "CLEAR SILENT DEFAULT" : `DROP SILENT GRAPH <${name}>`);
  const transfer = async (method: "PUT" | "POST", name: string | null, nTriples: string) => {
    // A string has a length: engines are known to lose bodies that are streamed, and to answer 201.
    const headers = { "content-type": "application/n-triples", accept: "*/*" };
    await send({ method, url: graphAddress(name), headers, body: nTriples });
  };
  return {
    address: query,
    query: (sparql, mediaType) =>
      send({ ...form(query, { query: sparql }), headers: { ...FORM, accept: mediaType } }),
    update: sendUpdate,
    async putGraph(name, nTriples) {
      if (graphStore !== undefined) return transfer("PUT", name, nTriples);
      await drop(name);
      await insert(name, nTriples);
    },
    addToGraph: (name, nTriples) =>
      graphStore === undefined ? insert(name, nTriples) : transfer("POST", name, nTriples),
    async dropGraph(name) {
      if (graphStore === undefined) return drop(name);
      const gone = { headers: { accept: "*/*" }, alsoFine: 404 };
      await send({ method: "DELETE", url: graphAddress(name), ...gone });
    },
  };
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

function form(url: string, fields: Readonly<Record<string, string>>): Pick<Call, "method" | "url" | "body"> {
  return { method: "POST", url, body: new URLSearchParams(fields).toString() };
}

function checkAddress(address: string, credentials: RemoteCredentials | undefined): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${address} is not the http(s) address of a store`);
  if (url.username !== "" || url.password !== "")
    throw new UsageError(
      `leave user and password out of the address${credentials === undefined ? "" : "; set them in the environment"}`,
    );
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isLocal && (credentials?.user ?? credentials?.token) !== undefined)
    throw new UsageError(`${url.host} would get the credentials unencrypted; use https`);
}

async function sendPatiently(call: Call, access: Access): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await sendOnce(call, access);
    if (outcome.kind === "answer") return outcome.text;
    if (!outcome.mayPass || attempt === ATTEMPTS) {
      const times = attempt === 1 ? "" : ` (tried ${attempt} times)`;
      throw new StoreError(`${call.method} ${withoutQuery(call.url)}: ${outcome.reason}${times}`);
    }
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (attempt - 1)));
  }
}

type Outcome =
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "failure"; readonly reason: string; readonly mayPass: boolean };

async function sendOnce(call: Call, access: Access): Promise<Outcome> {
  try {
    let response = await request(call, access.authorization());
    const answer = response.status === 401 ? access.answerTo(call, response) : undefined;
    if (answer !== undefined) {
      await response.text();
      response = await request(call, answer);
    }
    const text = await readText(response);
    if (response.ok || response.status === call.alsoFine) return { kind: "answer", text };
    const mayPass = response.status >= 500 || response.status === 429 || response.status === 408;
    return {
      kind: "failure",
      reason: explain(response.status, text) + access.adviceOn(response.status),
      mayPass,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { kind: "failure", reason: reason || "no answer", mayPass: true };
  }
}

function request(call: Call, authorization: Readonly<Record<string, string>>): Promise<Response> {
  const { method, url, headers, body } = call;
  return fetch(url, {
    method,
    headers: { ...headers, ...authorization },
    ...(body === undefined ? {} : { body }),
    // Credentials are for this address and no other.
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

async function readText(response: Response): Promise<string> {
  const length = Number(response.headers.get("content-length") ?? 0);
  if (length > MAX_ANSWER_BYTES) throw new Error(`the answer has ${length} bytes; narrow the query`);
  return response.text();
}

function explain(status: number, text: string): string {
  const reason = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${status}${reason === "" ? "" : `: ${reason.slice(0, MAX_REASON)}`}`;
}

type Headers = Readonly<Record<string, string>>;

/** Says who asks, in the way that the store wants: some do not say which that is to who asks in another. */
class Access {
  readonly #credentials: RemoteCredentials;
  readonly #mayLogIn: boolean;
  #wantsBasic = false;

  constructor(credentials: RemoteCredentials | undefined) {
    this.#credentials = credentials ?? {};
    this.#mayLogIn = credentials !== undefined;
  }

  /** What to do about a refusal: empty where there is nothing. */
  adviceOn(status: number): string {
    if (!this.#mayLogIn || (status !== 401 && status !== 403)) return "";
    const variables = "DATELINE_STORE_USER and DATELINE_STORE_PASSWORD, or DATELINE_STORE_TOKEN";
    return ` (if the store wants to know who asks, set ${variables} in the environment)`;
  }

  authorization(): Headers {
    const { token } = this.#credentials;
    if (token !== undefined) return { authorization: `Bearer ${token}` };
    return this.#wantsBasic ? this.#basic() : {};
  }

  /** Undefined where there is no more to say. */
  answerTo(call: Call, response: Response): Headers | undefined {
    const { user, token } = this.#credentials;
    if (user === undefined || token !== undefined || this.#wantsBasic) return undefined;
    const challenge = response.headers.get("www-authenticate") ?? "";
    if (/^digest\b/i.test(challenge)) return digestAuthorization(call, challenge, this.#credentials);
    this.#wantsBasic = true;
    return this.#basic();
  }

  #basic(): Headers {
    const { user = "", password = "" } = this.#credentials;
    return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
  }
}

/** HTTP Digest (RFC 7616), which Virtuoso wants. */
function digestAuthorization(
  { method, url }: Call,
  challenge: string,
  { user = "", password = "" }: RemoteCredentials,
): Record<string, string> {
  const field = (name: string) =>
    new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s,]+))`, "i").exec(challenge)?.slice(1).find(Boolean);
  const [realm = "", nonce = "", opaque, algorithm = "MD5"] = ["realm", "nonce", "opaque", "algorithm"].map(
    field,
  );
  const hash = (text: string) =>
    createHash(/sha-?256/i.test(algorithm) ? "sha256" : "md5")
      .update(text)
      .digest("hex");
  const { pathname, search } = new URL(url);
  const uri = pathname + search;
  const cnonce = randomBytes(8).toString("hex");
  const identity = hash(`${user}:${realm}:${password}`);
  const asked = hash(`${method}:${uri}`);
  const withQuality = /\bauth\b/.test(field("qop") ?? "");
  const response = withQuality
    ? hash([identity, nonce, "00000001", cnonce, "auth", asked].join(":"))
    : hash([identity, nonce, asked].join(":"));
  const fields = [
    ...[`username="${user}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${uri}"`],
    ...[`response="${response}"`, `algorithm=${algorithm}`],
    ...(withQuality ? ["qop=auth", "nc=00000001", `cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
  ];
  return { authorization: `Digest ${fields.join(", ")}` };
}

function withoutQuery(url: string): string {
  return url.split("?")[0] ?? url;
}
