import type { HtmlDocument } from "./html-document.ts";
import { findArticleNode, type JsonLdArticle } from "./json-ld.ts";
import { parsePublished } from "./published-date.ts";
import { toHttpUrl } from "./source-document.ts";

/** What a page says of the article it shows; left out where it does not say. */
export interface HtmlMetadata extends JsonLdArticle {
  /** `<link rel="canonical">` or what stands for it. */
  readonly url?: string | undefined;
}

/**
 * Reads a page's metadata: JSON-LD first, since it is written for machines, then OpenGraph and other `<meta>`, then
 * what the page shows (`<h1>`, `<time>`).
 */
export function readHtmlMetadata(document: HtmlDocument, baseUrl?: string): HtmlMetadata {
  const linked = findArticleNode(document);
  const meta = (...names: string[]) => findMeta(document, names);
  const author = meta("author", "parsely-author", "dc.creator", "article:author");
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? undefined;
  return {
    title:
      linked.title ?? findShownTitle(document) ?? meta("og:title", "twitter:title") ?? pageTitle(document),
    byline: linked.byline ?? (author === undefined || /^https?:/.test(author) ? undefined : author),
    outlet: linked.outlet ?? meta("og:site_name", "publisher", "dc.publisher"),
    published: linked.published ?? findPublished(document, meta),
    url:
      toHttpUrl(canonical, baseUrl) ?? toHttpUrl(meta("og:url"), baseUrl) ?? toHttpUrl(linked.url, baseUrl),
    language:
      linked.language ??
      document.documentElement.getAttribute("lang") ??
      meta("og:locale", "language") ??
      undefined,
    articleBody: linked.articleBody,
  };
}

function findMeta(document: HtmlDocument, names: readonly string[]): string | undefined {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && content !== "" && !contents.has(name)) contents.set(name, content);
    }
  }
  return names.map((name) => contents.get(name)).find((content) => content !== undefined);
}

/** The one `<h1>` of the page; several of them say nothing. */
function findShownTitle(document: HtmlDocument): string | undefined {
  const [heading, another] = [...document.querySelectorAll("h1")].filter((h1) => hasWords(h1.textContent));
  return another === undefined ? (heading?.textContent ?? undefined) : undefined;
}

/** `<title>` without the outlet's name behind a bar or dash. */
function pageTitle(document: HtmlDocument): string | undefined {
  const title = document.querySelector("title")?.textContent?.trim() ?? "";
  const shortened = title.replace(/\s+[|–—-]\s+[^|–—]{1,40}$/, "");
  return hasWords(shortened) ? shortened : undefined;
}

function hasWords(text: string | null): boolean {
  return /\p{L}/u.test(text ?? "");
}

function findPublished(
  document: HtmlDocument,
  meta: (...names: string[]) => string | undefined,
): string | undefined {
  const stated = meta(
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "date",
  );
  if (stated !== undefined && parsePublished(stated) !== undefined) return stated;
  const shown = document.querySelector(
    '[itemprop="datePublished"][datetime], time[pubdate][datetime], article time[datetime], main time[datetime], header time[datetime]',
  );
  const datetime = shown?.getAttribute("datetime") ?? undefined;
  if (datetime !== undefined) return datetime;
  const [time, another] = document.querySelectorAll("time[datetime]");
  return another === undefined ? (time?.getAttribute("datetime") ?? undefined) : undefined;
}
