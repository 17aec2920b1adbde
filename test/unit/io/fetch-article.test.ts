import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FetchOptions, fetchArticle } from "../../../src/io/fetch-article.ts";

const PAGES: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  "/article": (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>The ferry left.</p>");
  },
  "/gzip": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    response.end(gzipSync("<p>The ferry left.</p>"));
  },
  "/bomb": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    response.end(gzipSync(Buffer.alloc(11_000_000, "a")));
  },
  "/huge": (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(Buffer.alloc(11_000_000, "a"));
  },
  "/image": (_, response) => {
    response.writeHead(200, { "content-type": "image/png" }).end("x");
  },
  "/moved": (_, response) => {
    response.writeHead(302, { location: "/article" }).end();
  },
  "/circle": (_, response) => {
    response.writeHead(302, { location: "/circle" }).end();
  },
  "/inwards": (_, response) => {
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end();
  },
  "/inwards-by-name": (_, response) => {
    response.writeHead(302, { location: "http://intranet.example/" }).end();
  },
  "/to-file": (_, response) => {
    response.writeHead(302, { location: "file:///etc/passwd" }).end();
  },
  "/slow": () => {},
  "/slow-body": (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).write("<p>");
  },
};

const server = createServer((request, response) => {
  const page = PAGES[request.url ?? ""];
  if (page === undefined) response.writeHead(404).end();
  else page(request, response);
});

beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The server stands in for a public host: its loopback address is let through, and nothing else. */
const PUBLIC: FetchOptions = {
  lookup: async (host) => (host === "intranet.example" ? ["10.0.0.7"] : ["127.0.0.1"]),
  isAllowed: (address) => address === "127.0.0.1",
  timeLimitMs: 5_000,
};

const address = (path: string) => `http://news.example:${(server.address() as AddressInfo).port}${path}`;
const get = (path: string, options: FetchOptions = {}) =>
  fetchArticle(address(path), { ...PUBLIC, ...options });

describe("fetchArticle", () => {
  it("gives the bytes of a page, its type and address", async () => {
    const page = await get("/article");
    expect(new TextDecoder().decode(page.bytes)).toBe("<p>The ferry left.</p>");
    expect(page).toMatchObject({
      location: address("/article"),
      fetchedFrom: address("/article"),
      mediaType: "text/html; charset=utf-8",
    });
  });

  it("unpacks what is sent compressed", async () => {
    expect(new TextDecoder().decode((await get("/gzip")).bytes)).toBe("<p>The ferry left.</p>");
  });

  it("follows redirects, and says where they led", async () => {
    expect((await get("/moved")).fetchedFrom).toBe(address("/article"));
  });

  it.each([
    ["/missing", "the server answered 404 Not Found", "fetch-failed"],
    ["/image", "is image/png, not a page or text", "fetch-refused"],
    ["/huge", "is larger than 10000000 bytes", "fetch-refused"],
    ["/bomb", "is larger than 10000000 bytes", "fetch-refused"],
    ["/circle", "redirects more than 5 times", "fetch-failed"],
    ["/inwards", "169.254.169.254 is not a public address", "fetch-refused"],
    ["/inwards-by-name", "intranet.example (10.0.0.7) is not a public address", "fetch-refused"],
    ["/to-file", "only http and https are fetched", "fetch-refused"],
  ])("refuses %s: %s", async (path, message, code) => {
    const fetching = get(path);
    await expect(fetching).rejects.toMatchObject({ code, location: address(path) });
    await expect(fetching).rejects.toThrow(message);
  });

  it.each(["/slow", "/slow-body"])("gives up on %s after its time", async (path) => {
    await expect(get(path, { timeLimitMs: 200 })).rejects.toThrow("no answer within 0.2 seconds");
  });

  it.each([
    ["http://127.0.0.1/", "127.0.0.1 is not a public address"],
    ["http://2130706433/", "127.0.0.1 is not a public address"],
    ["http://[::ffff:10.0.0.1]/", "is not a public address"],
    ["http://[::1]:8080/", "::1 is not a public address"],
    ["ftp://news.example/a", "only http and https are fetched"],
    ["http://user:secret@news.example/", "URLs with a user name or password are not fetched"],
    ["http://", "is not a URL"],
  ])("does not even look up %s", async (url, message) => {
    const lookup = () => Promise.reject(new Error("must not be asked"));
    await expect(fetchArticle(url, { lookup })).rejects.toThrow(message);
  });

  it("refuses a host of which one address is private", async () => {
    const lookup = async () => ["93.184.215.14", "192.168.0.1"];
    const fetching = fetchArticle("http://two-faced.example/", { lookup });
    await expect(fetching).rejects.toThrow("two-faced.example (192.168.0.1) is not a public address");
  });

  it("checks the address that was connected to, whatever the look-up said", async () => {
    // Allowed when looked up, and no longer when connected.
    let asked = 0;
    const isAllowed = () => asked++ === 0;
    await expect(get("/article", { isAllowed })).rejects.toThrow("(127.0.0.1) is not a public address");
    expect(asked).toBe(2);
  });

  it("tries the next address of a host where one does not answer", async () => {
    const lookup = async () => ["127.0.0.9", "127.0.0.1"];
    const isAllowed = (address: string) => address.startsWith("127.");
    expect((await get("/article", { lookup, isAllowed })).bytes).not.toHaveLength(0);
  });

  it("says that nothing answers", async () => {
    const lookup = async () => ["127.0.0.9"];
    const fetching = get("/article", { lookup, isAllowed: () => true });
    await expect(fetching).rejects.toThrow("cannot be fetched (ECONNREFUSED)");
  });

  it("says that a host is not known", async () => {
    const lookup = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    await expect(get("/article", { lookup })).rejects.toThrow("the host name is not known");
  });
});
