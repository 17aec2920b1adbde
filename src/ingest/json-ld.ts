import type { HtmlDocument } from "./html-document.ts";

/** What a page's JSON-LD says of its article. */
export interface JsonLdArticle {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly articleBody?: string | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** `@graph` and arrays are followed this deep; pages nest them twice at most. */
const MAX_DEPTH = 4;

/** The article among a page's JSON-LD blocks: the first with a type for articles and a headline. Bad JSON is passed over. */
export function findArticleNode(document: HtmlDocument): JsonLdArticle {
  const nodes: JsonObject[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collectNodes(parseJson(script.textContent ?? ""), nodes, 0);
  }
  const byId = new Map(nodes.map((node) => [node["@id"], node]));
  const articles = nodes.filter(isArticle);
  const article = articles.find((node) => toLabel(node["headline"]) !== undefined) ?? articles[0];
  if (article === undefined) return {};
  // Names may stand in another node of the graph: {"publisher": {"@id": "#org"}}.
  const label = (value: unknown): string | undefined => toLabel(value, (id) => byId.get(id));
  return {
    title: label(article["headline"]) ?? label(article["name"]),
    byline: label(article["author"]) ?? label(article["creator"]),
    outlet: label(article["publisher"]) ?? label(article["sourceOrganization"]),
    published: label(article["datePublished"]) ?? label(article["dateCreated"]),
    url: toAddress(article["url"]) ?? toAddress(article["mainEntityOfPage"]),
    language: label(article["inLanguage"]),
    articleBody: label(article["articleBody"]),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ""));
  } catch {
    // A page's broken metadata is no reason to refuse its text: the other sources are asked.
    return undefined;
  }
}

function collectNodes(value: unknown, nodes: JsonObject[], depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) collectNodes(element, nodes, depth + 1);
    return;
  }
  // Neither null nor an array.
  const node = value as JsonObject;
  nodes.push(node);
  collectNodes(node["@graph"], nodes, depth + 1);
  collectNodes(node["mainEntity"], nodes, depth + 1);
}

function isArticle(node: JsonObject): boolean {
  const type = node["@type"];
  const names = Array.isArray(type) ? type : [type];
  return names.some((name) => typeof name === "string" && /(Article|BlogPosting|Report)$/.test(name));
}

function toLabel(
  value: unknown,
  find: (id: unknown) => JsonObject | undefined = () => undefined,
): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : decodeEntities(value);
  if (Array.isArray(value)) {
    const labels = value.map((element) => toLabel(element, find)).filter((label) => label !== undefined);
    return labels.length === 0 ? undefined : labels.join(", ");
  }
  if (typeof value !== "object" || value === null) return undefined;
  // Neither null nor an array.
  const node = value as JsonObject;
  return toLabel(node["name"]) ?? toLabel(node["@value"]) ?? toLabel(find(node["@id"])?.["name"]);
}

function toAddress(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const id = (value as JsonObject)["@id"];
  return typeof id === "string" ? id : undefined;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
};

/** Publishing systems often escape headlines as HTML before they write them into JSON. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
    const codePoint = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
