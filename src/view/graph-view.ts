/**
 * GraphView: the JSON contract between the graph and its viewer.
 *
 * This file has no imports, so that the viewer can take it without the rest of the program. A reader accepts
 * one major version only; fields may be added within a version, never renamed or removed.
 */

export const GRAPH_VIEW_FORMAT = "dateline-graph-view";
export const GRAPH_VIEW_VERSION = 1;

/** What a node is, coarsely: its colour and shape. */
export const NODE_GROUPS = ["person", "organization", "place", "event", "idea", "thing", "value"] as const;
export type NodeGroup = (typeof NODE_GROUPS)[number];

/** What a relation does, coarsely: its colour. The first four are PLOVER's quad classes. */
export const RELATION_FAMILIES = [
  "verbal cooperation",
  "material cooperation",
  "verbal conflict",
  "material conflict",
  "other",
] as const;
export type RelationFamily = (typeof RELATION_FAMILIES)[number];

/** The eight factuality values, from the surest to the least sure. */
export const VIEW_FACTUALITIES = [
  "certain",
  "probable",
  "possible",
  "proposed",
  "hypothetical",
  "unknown",
  "negated",
  "ruled_out",
] as const;
export type ViewFactuality = (typeof VIEW_FACTUALITIES)[number];

export interface GraphViewNode {
  /** IRI of the entity; `literal:` and a key for a value, which has no identity of its own. */
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Class name, a key of {@link GraphView.types}. */
  readonly type: string;
  readonly kind: "named" | "described" | "phrase" | "literal";
  /** Only for literals: what sort of value it is. Quantities are shown, the others are hidden at first. */
  readonly valueKind: "quantity" | "text" | null;
  /** How many facts have it as subject or object; a loop counts once. */
  readonly degree: number;
}

/** Half-open range of an article's text in UTF-16 code units. */
export interface ViewSpan {
  readonly start: number;
  readonly end: number;
}

export interface ViewSpeaker {
  readonly speaker: string;
  readonly verb: string;
  readonly addressee: string | null;
  readonly setting: string | null;
  readonly date: string | null;
}

/** One edge of the multigraph: one statement by one article. */
export interface GraphViewFact {
  readonly id: string;
  /** Ids of {@link GraphViewNode}. */
  readonly source: string;
  readonly target: string;
  /** Key of {@link GraphView.relations}. */
  readonly relation: string;
  readonly factuality: ViewFactuality;
  readonly temporality: "future" | "non-future";
  /** Nearest source first; empty where the article itself says it. */
  readonly speakers: readonly ViewSpeaker[];
  /** When it holds, and when it was said: ISO, as in a fact record. */
  readonly date: string | null;
  readonly statementDate: string | null;
  /** A quantity as worded. */
  readonly quantity: string | null;
  /** 0 to 1: how sure the extractor is of its reading. */
  readonly confidence: number;
  /** What the confidence rests on; empty where it has not been worked out. */
  readonly reasons: readonly string[];
  /** Whether the plain triple stands in the graph. */
  readonly asserted: boolean;
  /** How many sources state it that do not copy or quote each other; 1 where it was not worked out. */
  readonly independent: number;
  readonly evidence: ViewSpan & { readonly articleId: string; readonly quote: string };
  readonly spans: { readonly subject: ViewSpan | null; readonly object: ViewSpan | null };
  /** The words as they stand in the sentence. */
  readonly surface: { readonly subject: string; readonly relation: string; readonly object: string };
}

export interface GraphViewArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Null where it is to be fetched from the server. */
  readonly text: string | null;
  /** Id of the earliest article of which this one is a copy; null where it is nobody's. */
  readonly copyOf: string | null;
}

export interface GraphViewType {
  readonly name: string;
  readonly label: string;
  readonly group: NodeGroup;
}

export interface GraphViewRelation {
  readonly name: string;
  readonly iri: string;
  /** Reads subject → object. */
  readonly label: string;
  readonly family: RelationFamily;
  /** Heading it stands under in the ontology, e.g. "Contact"; "Open relations" for minted ones. */
  readonly group: string;
}

/** Two facts, by id, that say the same (supports) or exclude one another (conflicts). */
export interface GraphViewPair {
  readonly left: string;
  readonly right: string;
  readonly reason: string;
}

export interface GraphViewPosition {
  readonly node: string;
  readonly x: number;
  readonly y: number;
}

export interface GraphView {
  readonly format: typeof GRAPH_VIEW_FORMAT;
  readonly version: typeof GRAPH_VIEW_VERSION;
  readonly title: string;
  readonly nodes: readonly GraphViewNode[];
  readonly facts: readonly GraphViewFact[];
  readonly articles: readonly GraphViewArticle[];
  readonly types: readonly GraphViewType[];
  readonly relations: readonly GraphViewRelation[];
  /** Each fact that says the same as others, paired with the first that does. */
  readonly supports: readonly GraphViewPair[];
  /** The first fact of each of two statements that exclude one another, the earlier one left. */
  readonly conflicts: readonly GraphViewPair[];
  /** Empty until they have been computed. */
  readonly positions: readonly GraphViewPosition[];
}

/** Not a GraphView, or one of another version. The message names the field. */
export class GraphViewError extends Error {
  override readonly name = "GraphViewError";
}

type Fields = Record<string, unknown>;
type Check<T> = (value: unknown, path: string) => T;

function fail(path: string, expected: string): never {
  throw new GraphViewError(`graph view: ${path || "the document"} must be ${expected}`);
}

const asString: Check<string> = (value, path) => (typeof value === "string" ? value : fail(path, "a string"));
const asNumber: Check<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : fail(path, "a finite number");
const asBoolean: Check<boolean> = (value, path) =>
  typeof value === "boolean" ? value : fail(path, "true or false");

function asFields(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "an object");
  return value as Fields;
}

function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null || value === undefined ? null : check(value, path));
}

function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((entry, index) => check(entry, `${path}[${index}]`))
      : fail(path, "a list");
}

/** Like {@link listOf}, and a missing list is an empty one. */
function optionalList<T>(check: Check<T>): Check<readonly T[]> {
  const list = listOf(check);
  return (value, path) => (value === undefined ? [] : list(value, path));
}

function oneOf<T extends string>(values: readonly T[]): Check<T> {
  return (value, path) =>
    values.find((known) => known === value) ?? fail(path, `one of ${values.join(", ")}`);
}

/** Checks the fields of an object one by one; what is not named is dropped. */
function record<T>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries(checks) as [string, Check<unknown>][];
  return (value, path) => {
    const fields = asFields(value, path);
    return Object.fromEntries(
      entries.map(([name, check]) => [name, check(fields[name], path ? `${path}.${name}` : name)]),
    ) as T;
  };
}

const asSpan = record<ViewSpan>({ start: asNumber, end: asNumber });

const asNode = record<GraphViewNode>({
  id: asString,
  label: asString,
  aliases: optionalList(asString),
  type: asString,
  kind: oneOf(["named", "described", "phrase", "literal"]),
  valueKind: orNull(oneOf(["quantity", "text"])),
  degree: asNumber,
});

const asSpeaker = record<ViewSpeaker>({
  speaker: asString,
  verb: asString,
  addressee: orNull(asString),
  setting: orNull(asString),
  date: orNull(asString),
});

const asFact = record<GraphViewFact>({
  id: asString,
  source: asString,
  target: asString,
  relation: asString,
  factuality: oneOf(VIEW_FACTUALITIES),
  temporality: oneOf(["future", "non-future"]),
  speakers: optionalList(asSpeaker),
  date: orNull(asString),
  statementDate: orNull(asString),
  quantity: orNull(asString),
  confidence: asNumber,
  reasons: optionalList(asString),
  asserted: asBoolean,
  independent: (value, path) => (value === undefined ? 1 : asNumber(value, path)),
  evidence: record({ articleId: asString, start: asNumber, end: asNumber, quote: asString }),
  spans: record({ subject: orNull(asSpan), object: orNull(asSpan) }),
  surface: record({ subject: asString, relation: asString, object: asString }),
});

const asPair = record<GraphViewPair>({ left: asString, right: asString, reason: asString });

const asGraphView = record<GraphView>({
  format: oneOf([GRAPH_VIEW_FORMAT]),
  version: (value, path) =>
    value === GRAPH_VIEW_VERSION ? GRAPH_VIEW_VERSION : fail(path, String(GRAPH_VIEW_VERSION)),
  title: asString,
  nodes: listOf(asNode),
  facts: listOf(asFact),
  articles: listOf(
    record<GraphViewArticle>({
      id: asString,
      title: asString,
      outlet: orNull(asString),
      published: orNull(asString),
      url: orNull(asString),
      text: orNull(asString),
      copyOf: orNull(asString),
    }),
  ),
  types: listOf(record<GraphViewType>({ name: asString, label: asString, group: oneOf(NODE_GROUPS) })),
  relations: listOf(
    record<GraphViewRelation>({
      name: asString,
      iri: asString,
      label: asString,
      family: oneOf(RELATION_FAMILIES),
      group: asString,
    }),
  ),
  supports: optionalList(asPair),
  conflicts: optionalList(asPair),
  positions: optionalList(record<GraphViewPosition>({ node: asString, x: asNumber, y: asNumber })),
});

function requireKnown(ids: ReadonlySet<string>, id: string, path: string, what: string): void {
  if (!ids.has(id))
    throw new GraphViewError(`graph view: ${path} names the ${what} "${id}", which is not listed`);
}

/**
 * Checks that a value is a GraphView: every field, and that every id it refers to is listed.
 *
 * @throws {@link GraphViewError} with the path of the first field that is wrong, e.g. `facts[3].source`
 */
export function parseGraphView(value: unknown): GraphView {
  const view = asGraphView(value, "");
  const nodes = new Set(view.nodes.map((node) => node.id));
  const types = new Set(view.types.map((type) => type.name));
  const relations = new Set(view.relations.map((relation) => relation.name));
  const articles = new Set(view.articles.map((article) => article.id));
  view.nodes.forEach((node, index) => {
    requireKnown(types, node.type, `nodes[${index}].type`, "type");
  });
  view.facts.forEach((fact, index) => {
    requireKnown(nodes, fact.source, `facts[${index}].source`, "node");
    requireKnown(nodes, fact.target, `facts[${index}].target`, "node");
    requireKnown(relations, fact.relation, `facts[${index}].relation`, "relation");
    requireKnown(articles, fact.evidence.articleId, `facts[${index}].evidence.articleId`, "article");
  });
  return view;
}
