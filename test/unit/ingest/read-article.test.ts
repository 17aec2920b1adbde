import { describe, expect, it } from "vitest";
import { articleFromLine, readArticle, readArticles } from "../../../src/ingest/read-article.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const refusals = (bytes: Uint8Array, name: string) =>
  [...readArticles(bytes, { name })].map((outcome) =>
    outcome.kind === "refused" ? outcome.error.message : "read",
  );

describe("readArticle", () => {
  it("gives the same id for the same text and metadata, wherever the file lay and however its lines end", () => {
    const [first] = readArticle("Ferry sails\n\nIt left at noon.\n", { name: "a/ferry.txt" });
    const [second] = readArticle("Ferry sails\r\n\r\nIt left at noon.", { name: "b/other.txt" });
    expect(first).toEqual(second);
    expect(first?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it("lets the caller's metadata win, without touching the text", () => {
    const [article] = readArticle("---\ntitle: Old\ndate: 2020-01-01\n---\nIt left at noon.", {
      name: "a.md",
      title: "New  title",
      published: "Aug. 22, 2025",
      outlet: "Harbour Post",
      url: "https://post.example/a",
    });
    expect(article).toMatchObject({
      title: "New title",
      published: "2025-08-22",
      outlet: "Harbour Post",
      url: "https://post.example/a",
      text: "Old\n\nIt left at noon.",
    });
  });

  it("makes a title of the first words where there is no headline, which is no line of the text", () => {
    const [article] = readArticle(`The ferry left ${"again and ".repeat(20)}again.`);
    expect(article?.title).toMatch(/^The ferry left [\w ]+ …$/);
    expect(article?.title.length).toBeLessThan(84);
    expect(article?.text.startsWith(article.title)).toBe(false);
  });

  it("tells a format by its beginning where the name says nothing", () => {
    expect(readArticle("<!doctype html><p>The ferry left.</p>")[0]?.text).toBe("The ferry left.");
    expect(readArticle('{"text": "The ferry left."}')[0]?.text).toBe("The ferry left.");
    expect(readArticle("---\ntitle: Ferry\n---\nIt *left*.")[0]?.text).toBe("Ferry\n\nIt left.");
  });

  it("throws for metadata that cannot be used, whatever the input", () => {
    expect(() => readArticle("Text.", { published: "08/09/2025" })).toThrow('"08/09/2025" is not a date');
    expect(() => readArticle("Text.", { url: "javascript:alert(1)" })).toThrow("is not an http or https URL");
  });

  it.each([
    ["an empty file", utf8(""), "a.txt: the file is empty"],
    ["a file of blanks", utf8(" \n \n"), "a.txt: holds no words"],
    ["a file without letters", utf8("12 + 30\n\n----"), "a.txt: holds no words"],
    ["binary bytes", Uint8Array.from([0, 1, 2, 3]), "a.txt: not a text file: NUL byte at 0"],
    [
      "wrong encoding",
      Uint8Array.from([0x41, 0xe9, 0x41]),
      "a.txt: wrong encoding: byte 1 is not valid UTF-8",
    ],
    [
      "a line of 5 MB",
      utf8("word ".repeat(1_000_000)),
      "a.txt: line 1 has 4999999 characters, more than the 1000000",
    ],
    [
      "too many lines",
      utf8("word\n".repeat(500_000)),
      "a.txt: the text has 2499999 characters, more than the 2000000",
    ],
    ["a file of 21 MB", new Uint8Array(21_000_000).fill(0x61), "a.txt: the file has 21000000 bytes"],
  ])("refuses %s with the file's name and the reason", (_, bytes, message) => {
    expect(refusals(bytes, "a.txt")[0]).toContain(message);
  });
});

describe("JSON lines", () => {
  it("are one article a line, located by id or line number", () => {
    const lines = [
      '{"id": "a17", "title": "Ferry sails", "text": "It left at noon.", "date": "2025-03-04", "outlet": "Post", "url": "https://p.example/1", "author": "Anna Lind"}',
      "",
      '{"text": "The pier opened.", "published": "2025-03-05"}',
    ];
    const outcomes = [...readArticles(utf8(lines.join("\n")), { name: "news.jsonl" })];
    expect(outcomes).toMatchObject([
      {
        location: "news.jsonl#a17",
        article: {
          title: "Ferry sails",
          text: "Ferry sails\n\nIt left at noon.",
          published: "2025-03-04",
          outlet: "Post",
          url: "https://p.example/1",
          byline: "Anna Lind",
        },
      },
      { location: "news.jsonl#L3", article: { text: "The pier opened.", published: "2025-03-05" } },
    ]);
  });

  it("report a bad line with its number, and the rest go on", () => {
    const bytes = Buffer.concat([
      utf8('{"text": "One ferry."}\nnot json\n[1]\n{"title": "no text"}\n{"text": "'),
      Uint8Array.from([0xe9]),
      utf8('"}\n{"text": "12"}\n'),
      utf8(`{"text": "${"x".repeat(1_000_001)}"}\n{"text": "Last ferry."}`),
    ]);
    expect(refusals(bytes, "n.jsonl")).toEqual([
      "read",
      "n.jsonl:2: the line is not valid JSON",
      "n.jsonl:3: the line is not a JSON object; write one article a line",
      'n.jsonl:4: the line has no "text"',
      expect.stringMatching(/^n\.jsonl:5: wrong encoding: byte 10 is not valid UTF-8/),
      "n.jsonl:6: holds no words",
      expect.stringMatching(/^n\.jsonl:7: the line has 1000013 bytes, more than the 1000000/),
      "read",
    ]);
  });

  it("survive lone surrogates in escapes", () => {
    expect(readArticle('{"text": "A \\ud83d ferry."}', { name: "a.jsonl" })[0]?.text).toBe("A \ufffd ferry.");
  });

  it("cannot all have one title or URL", () => {
    expect(() => readArticle('{"text": "One."}', { name: "a.jsonl", title: "T" })).toThrow(
      "for one article only",
    );
  });
});

describe("articleFromLine", () => {
  it("keeps the line as it is, with the metadata given", () => {
    const article = articleFromLine("  Anna met Bo. ", { published: "2025-08-22" });
    expect(article).toMatchObject({ text: "  Anna met Bo. ", title: "", published: "2025-08-22" });
  });
});
