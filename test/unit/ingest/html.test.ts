import { describe, expect, it } from "vitest";
import { readHtml } from "../../../src/ingest/html.ts";
import { readArticle } from "../../../src/ingest/read-article.ts";

const PARAGRAPHS = `
<p>The council of <b>Marstrand</b> voted on Tuesday to rebuild the pier
   that the storm of January had taken, the mayor Ida Holm said.</p>
<p>Work may begin in May, she told the <a href="/post">Harbour Post</a>, and would cost 12 million crowns.</p>
<p>“Nobody should doubt that we need it,” said Holm; three members of the council had voted against.</p>`;

function page(parts: { head?: string; before?: string; body?: string; after?: string }): string {
  const { head = "", before = "", body = PARAGRAPHS, after = "" } = parts;
  return `<!doctype html><html lang="en-GB"><head>${head}</head><body>${before}<article>${body}</article>${after}</body></html>`;
}

const read = (html: string) => {
  const [article] = readArticle(html, { name: "page.html" });
  if (article === undefined) throw new Error("no article");
  return article;
};

describe("the main text of a page", () => {
  it.each([
    [
      "an invitation to a newsletter",
      '<div class="c-newsletter-signup"><p>Get our best stories, every morning, in your inbox, for free.</p></div>',
    ],
    [
      "a list of related stories",
      '<section class="related-articles"><h2>More</h2><ul><li>Storm takes the pier, and the kiosk with it</li></ul></section>',
    ],
    ["a bar to share with", '<ul id="share-bar"><li>Share on every network, by mail, and by post</li></ul>'],
    [
      "a note on cookies",
      '<div class="cookie-consent"><p>We use cookies, as everybody does, and so do our 214 partners.</p></div>',
    ],
  ])("does not hold %s", (_, box) => {
    expect(read(page({ body: PARAGRAPHS.replace("<p>Work", `${box}<p>Work`) })).text).toBe(
      read(page({})).text,
    );
  });

  it("is not left out for the name of the element that holds it", () => {
    const long = PARAGRAPHS.repeat(5);
    expect(read(page({ body: `<div class="related">${long}</div>` })).text).toContain("rebuild the pier");
  });

  it("is one line for each paragraph, without navigation, captions, scripts and footers", () => {
    const article = read(
      page({
        head: "<title>Pier to be rebuilt | Harbour Post</title><style>p { color: red }</style>",
        before: '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>',
        body: `<h1>Pier to be rebuilt</h1><figure><img src="x" onerror="alert(1)"><figcaption>The pier. Photo: Bo Ek</figcaption></figure>${PARAGRAPHS}<script>document.write("never")</script>`,
        after: "<footer>Copyright Harbour Post. All rights reserved.</footer>",
      }),
    );
    expect(article.text.split("\n")).toEqual([
      "Pier to be rebuilt",
      "",
      "The council of Marstrand voted on Tuesday to rebuild the pier that the storm of January had taken, the mayor Ida Holm said.",
      "Work may begin in May, she told the Harbour Post, and would cost 12 million crowns.",
      "“Nobody should doubt that we need it,” said Holm; three members of the council had voted against.",
    ]);
  });

  it("is read from broken markup as browsers read it", () => {
    expect(readHtml("<p>The mayor <b>left on Monday<div></p></i>Nobody followed <p", "a.html").body).toBe(
      "The mayor left on Monday\nNobody followed",
    );
  });

  it("comes from the metadata where the page itself shows none", () => {
    const text = "The council of Marstrand voted on Tuesday to rebuild the pier. ".repeat(6).trim();
    const linked = JSON.stringify({ "@type": "NewsArticle", headline: "Pier", articleBody: text });
    const html = `<html><head><script type="application/ld+json">${linked}</script></head><body><div id="root"></div></body></html>`;
    expect(readHtml(html, "a.html").body).toBe(text);
  });

  it("is missed where there is none, and the page refused", () => {
    expect(() => readHtml('<html><script>x()</script><div id="root"></div></html>', "app.html")).toThrow(
      /^app\.html: the page holds no article text/,
    );
  });
});

describe("a page's metadata", () => {
  it("comes from JSON-LD, with names looked up in its graph", () => {
    const linked = JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", "@id": "#org", name: "Harbour Post" },
        { "@type": "WebPage", name: "A page" },
        {
          "@type": ["NewsArticle"],
          headline: "Pier &amp; storm",
          author: [{ "@type": "Person", name: "Anna Lind" }, { name: "Bo Ek" }],
          publisher: { "@id": "#org" },
          datePublished: "2025-03-04T08:30:00+0100",
          inLanguage: "en",
        },
      ],
    });
    const head = `<link rel="canonical" href="https://post.example/pier?utm=1#top"><script type="application/ld+json">${linked}</script>`;
    expect(read(page({ head }))).toMatchObject({
      title: "Pier & storm",
      byline: "Anna Lind, Bo Ek",
      outlet: "Harbour Post",
      published: "2025-03-04T08:30:00+01:00",
      url: "https://post.example/pier?utm=1",
      language: "en",
    });
  });

  it("comes from OpenGraph and meta elements where there is no JSON-LD, or broken JSON-LD", () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle", </script>
      <meta property="og:title" content="Pier to be rebuilt"><meta property="og:site_name" content="Harbour Post">
      <meta property="article:published_time" content="2025-03-04T08:30:00Z"><meta name="author" content="Anna Lind">
      <meta property="og:url" content="https://post.example/pier">`;
    expect(read(page({ head }))).toMatchObject({
      title: "Pier to be rebuilt",
      byline: "Anna Lind",
      outlet: "Harbour Post",
      published: "2025-03-04T08:30:00Z",
      url: "https://post.example/pier",
      language: "en-GB",
    });
  });

  it("takes the date from <time> and the headline from <title> as a last resort", () => {
    const body = `<time datetime="2025-03-04">yesterday</time>${PARAGRAPHS}`;
    const article = read(page({ head: "<title>Pier to be rebuilt - Harbour Post</title>", body }));
    expect(article).toMatchObject({ title: "Pier to be rebuilt", published: "2025-03-04" });
  });

  it("drops addresses that are not http, so that none can run in a viewer", () => {
    const head = '<link rel="canonical" href="javascript:alert(1)">';
    expect(read(page({ head })).url).toBeUndefined();
  });

  it("believes a fetched page's canonical URL for its own host only", () => {
    const head = '<link rel="canonical" href="https://famous.example/story">';
    expect(readHtml(page({ head }), "u", "https://copycat.example/1").url).toBe("https://copycat.example/1");
    expect(readHtml(page({ head }), "u", "https://www.famous.example/1").url).toBe(
      "https://famous.example/story",
    );
  });
});

describe("the encoding of a page", () => {
  const latin = (html: string) => Uint8Array.from(html, (char) => char.charCodeAt(0));
  const text = (bytes: Uint8Array, mediaType?: string) =>
    readArticle(bytes, { name: "a.html", ...(mediaType !== undefined && { mediaType }) })[0]?.text;

  it("is the one it declares", () => {
    expect(text(latin('<meta charset="iso-8859-1"><p>Caf\u00e9 opens</p>'))).toBe("Café opens");
  });

  it("is the one the server sent before that", () => {
    expect(text(latin('<meta charset="utf-8"><p>Caf\u00e9 opens</p>'), "text/html; charset=ISO-8859-1")).toBe(
      "Café opens",
    );
  });

  it("is windows-1252 where nothing is declared and UTF-8 does not fit", () => {
    expect(text(latin("<p>Caf\u00e9 opens</p>"))).toBe("Café opens");
  });

  it("may be broken in a script, but not in the article's words", () => {
    expect(text(latin('<meta charset="utf-8"><script>"\u00e9"</script><p>Cafe opens</p>'))).toBe(
      "Cafe opens",
    );
    expect(() => text(latin('<meta charset="utf-8"><p>Caf\u00e9 opens</p>'))).toThrow(
      "wrong encoding: byte 28 is not valid UTF-8, as which the page is declared",
    );
  });
});

describe("hostile pages", () => {
  it("are refused where they nest without end", () => {
    expect(() => readHtml("<div>".repeat(20_000), "bomb.html")).toThrow(
      /^bomb\.html: the page nests elements/,
    );
  });

  it("are refused where they have more elements than any article", () => {
    expect(() => readHtml("<p>x</p>".repeat(150_000), "bomb.html")).toThrow(/^bomb\.html: the page has over/);
  });
});
