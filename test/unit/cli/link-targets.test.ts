import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askTargets, readTargets } from "../../../src/cli/link-targets.ts";
import { connectStore } from "../../../src/io/remote-store.ts";
import { StoreError } from "../../../src/model/errors.ts";

describe("a dump", () => {
  it("gives who bears a name, whatever its case and diacritics, with its classes", () => {
    const targets = readTargets("https://x.example/1\tAna Núñez\tPerson\nnonsense\n", "names.tsv");
    expect(targets.get("ana nunez")).toEqual([{ iri: "https://x.example/1", types: ["person"] }]);
  });
});

describe("an endpoint", () => {
  let server: Server | undefined;
  afterEach(() => new Promise((resolve) => server?.close(resolve) ?? resolve(undefined)));

  /** Answers every question with the same body, and keeps the questions. */
  async function serve(body: string): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = [];
    const started = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => (text += chunk));
      request.on("end", () => {
        asked.push(new URLSearchParams(text).get("query") ?? "");
        response.setHeader("content-type", "application/sparql-results+json");
        response.end(body);
      });
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    const { port } = started.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/sparql`, asked };
  }
  const binding = (thing: string, name: string, className: string) => ({
    thing: { type: "uri", value: thing },
    name: { type: "literal", value: name },
    className: { type: "literal", value: className },
  });

  it("is told the names in portions, and its classes are read as ours where they are", async () => {
    const bindings = [
      binding("https://x.example/1", "Ana Lund", "human"),
      binding("https://x.example/2", "Tidewater", "rock band"),
    ];
    const { url, asked } = await serve(JSON.stringify({ results: { bindings } }));
    const names = [
      "Ana Lund",
      "Tidewater",
      'The "Quill"',
      ...Array.from({ length: 60 }, (_, index) => `N${index}`),
    ];
    const targets = await askTargets(connectStore({ query: url }), names, new Set(["person"]));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('"Ana Lund"@en');
    expect(asked[0]).toContain(String.raw`"The \"Quill\""`);
    expect(targets.get("ana lund")).toEqual([{ iri: "https://x.example/1", types: ["person"] }]);
    expect(targets.get("tidewater")).toEqual([{ iri: "https://x.example/2", types: [] }]);
  });

  it("that answers with something else is named", async () => {
    const { url } = await serve("<html>");
    await expect(askTargets(connectStore({ query: url }), ["Ana"], new Set())).rejects.toThrow(StoreError);
  });
});
