import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../src/ingest/markdown.ts";
import { readArticle } from "../../../src/ingest/read-article.ts";

const body = (markdown: string) => readMarkdown(markdown, "a.md").body;

describe("readMarkdown", () => {
  it("takes metadata from front matter", () => {
    const [article] = readArticle(
      '---\ntitle: "Pier: work begins"\ndate: 2025-03-04\noutlet: Harbour Post\nurl: https://post.example/pier\nauthor:\n  - Anna Lind\n  - Bo Ek\n---\n\nWork on the pier began.\n',
      { name: "pier.md" },
    );
    expect(article).toMatchObject({
      title: "Pier: work begins",
      text: "Pier: work begins\n\nWork on the pier began.",
      published: "2025-03-04",
      outlet: "Harbour Post",
      url: "https://post.example/pier",
      byline: "Anna Lind, Bo Ek",
    });
  });

  it.each([
    [
      "emphasis and links",
      'The *mayor* of [Oslo](https://x.example "t") **resigned**.',
      "The mayor of Oslo resigned.",
    ],
    [
      "reference links and autolinks",
      "See [the report][1] and <https://x.example/a>.\n\n[1]: https://y.example",
      "See the report and https://x.example/a.",
    ],
    ["entities and escapes", "Smith &amp; Sons paid 2 \\* 3 crowns.", "Smith & Sons paid 2 * 3 crowns."],
    ["underscores within words", "The file my_big_name stays.", "The file my_big_name stays."],
    ["soft line breaks", "The mayor\nresigned.", "The mayor resigned."],
    [
      "headings, lists and quotes",
      "## Later\n\n- one\n- two\n\n> “No,” she said.",
      "Later\none\ntwo\n“No,” she said.",
    ],
    ["images", "Before ![a pier](pier.jpg) after.", "Before after."],
    ["raw HTML, scripts left out", "The <b>mayor</b> left.\n\n<script>alert(1)</script>", "The mayor left."],
    ["tables, a row a line", "| town | votes |\n|---|---|\n| Oslo | 12 |", "town votes\nOslo 12"],
  ])("strips %s", (_, markdown, text) => {
    expect(body(markdown)).toBe(text);
  });

  it("takes a first heading as the headline, once", () => {
    const [article] = readArticle("# Pier opens\n\nThe pier opened on Monday.", { name: "a.md" });
    expect(article?.title).toBe("Pier opens");
    expect(article?.text).toBe("Pier opens\n\nThe pier opened on Monday.");
  });

  it("refuses front matter that is no YAML, naming the line", () => {
    expect(() => readMarkdown('---\ndate: 2025-03-04\ntitle: "unclosed\n---\ntext', "a.md")).toThrow(
      /^a\.md: the front matter is not valid YAML at line \d/,
    );
  });

  it("refuses markup that nests without end instead of running out of stack", () => {
    expect(() => readMarkdown(`${">".repeat(100_000)}x`, "a.md")).toThrow("nest too deeply");
  });

  it("is refused where front matter was begun and not closed", () => {
    expect(() => readMarkdown("---\ntitle: A ferry\n\nIt sailed on Monday.\n", "a.md")).toThrow(
      "the front matter is not closed; end it with a line of ---",
    );
  });

  it("may begin with a rule", () => {
    expect(readMarkdown("---\n\nIt sailed on Monday.\n", "a.md").body).toBe("It sailed on Monday.");
  });
});
