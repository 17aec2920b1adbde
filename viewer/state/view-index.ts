import type {
  GraphView,
  GraphViewArticle,
  GraphViewFact,
  GraphViewNode,
  GraphViewRelation,
  GraphViewType,
  NodeGroup,
} from "../../src/view/graph-view.ts";
import { type Agreement, findAgreement } from "./agreement.ts";
import { type Columns, makeColumns } from "./columns.ts";

/** Types that literal nodes are listed under, since values have no class of their own. */
export const QUANTITY_TYPE = "value:quantity";
export const TEXT_VALUE_TYPE = "value:text";

const VALUE_TYPES: readonly GraphViewType[] = [
  { name: QUANTITY_TYPE, label: "quantity", group: "value" },
  { name: TEXT_VALUE_TYPE, label: "other value", group: "value" },
];

const NO_OUTLET = "no outlet";

/** Facts that the article itself states. */
export const NO_SPEAKER = "the article itself";

/** The view with its look-ups. Made once; nothing in it changes. */
export interface ViewIndex {
  readonly view: GraphView;
  readonly nodes: ReadonlyMap<string, GraphViewNode>;
  readonly facts: ReadonlyMap<string, GraphViewFact>;
  readonly articles: ReadonlyMap<string, GraphViewArticle>;
  readonly relations: ReadonlyMap<string, GraphViewRelation>;
  readonly types: ReadonlyMap<string, GraphViewType>;
  /** Facts with the node as subject or object, in the order of the view. */
  readonly factsOf: ReadonlyMap<string, readonly GraphViewFact[]>;
  /** For filters and counts, in the order of the view's facts. */
  readonly columns: Columns;
  readonly agreement: Agreement;
  /** What the ids of nodes begin with, up to a "/" or "#"; empty where they have nothing in common. */
  readonly base: string;
}

/** The longest beginning that all IRIs among the ids share, cut after its last "/" or "#". */
function commonBase(ids: readonly string[]): string {
  const iris = ids.filter((id) => !id.startsWith("literal:"));
  let base = iris[0] ?? "";
  for (const id of iris) while (!id.startsWith(base)) base = base.slice(0, -1);
  return base.slice(0, Math.max(base.lastIndexOf("/"), base.lastIndexOf("#")) + 1);
}

export function indexView(view: GraphView): ViewIndex {
  const factsOf = new Map<string, GraphViewFact[]>(view.nodes.map((node) => [node.id, []]));
  for (const fact of view.facts) {
    factsOf.get(fact.source)?.push(fact);
    if (fact.target !== fact.source) factsOf.get(fact.target)?.push(fact);
  }
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const facts = new Map(view.facts.map((fact) => [fact.id, fact]));
  const articles = new Map(view.articles.map((article) => [article.id, article]));
  const articleOf = (fact: GraphViewFact) => articles.get(fact.evidence.articleId);
  return {
    view,
    nodes,
    facts,
    articles,
    relations: new Map(view.relations.map((relation) => [relation.name, relation])),
    types: new Map([...view.types, ...VALUE_TYPES].map((type) => [type.name, type])),
    factsOf,
    columns: makeColumns(view.facts, {
      typeOf: (id) => filterType(nodes.get(id) as GraphViewNode),
      outletOf: (fact) => articleOf(fact)?.outlet ?? NO_OUTLET,
      publishedOf: (fact) => articleOf(fact)?.published ?? null,
      speakerOf: (fact) => fact.speakers[0]?.speaker ?? NO_SPEAKER,
    }),
    agreement: findAgreement(view),
    base: commonBase(view.nodes.map((node) => node.id)),
  };
}

/** The type a node is filtered by. */
export function filterType(node: GraphViewNode): string {
  if (node.kind !== "literal") return node.type;
  return node.valueKind === "quantity" ? QUANTITY_TYPE : TEXT_VALUE_TYPE;
}

export function groupOfNode(index: ViewIndex, node: GraphViewNode): NodeGroup {
  return index.types.get(filterType(node))?.group ?? "thing";
}

export function labelOf(index: ViewIndex, nodeId: string): string {
  return index.nodes.get(nodeId)?.label ?? nodeId;
}

export function outletOf(index: ViewIndex, fact: GraphViewFact): string {
  return index.articles.get(fact.evidence.articleId)?.outlet ?? NO_OUTLET;
}

/** The node at the other end; the same node for a loop. */
export function otherEnd(fact: GraphViewFact, nodeId: string): string {
  return fact.source === nodeId ? fact.target : fact.source;
}

/** Nodes one fact away from any of the facts' ends, ends included. */
export function endsOf(facts: Iterable<GraphViewFact>): Set<string> {
  const ends = new Set<string>();
  for (const fact of facts) {
    ends.add(fact.source);
    ends.add(fact.target);
  }
  return ends;
}

/** What a fact is listed under on the card of one of its ends: the relation, and whether it is the other's doing. */
export function relationHeading(index: ViewIndex, fact: GraphViewFact, nodeId: string): string {
  const label = index.relations.get(fact.relation)?.label ?? fact.relation;
  return fact.source === nodeId ? label : `${label} · by others`;
}
