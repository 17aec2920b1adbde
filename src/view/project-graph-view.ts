import type { CopyPair } from "../corroborate/copies.ts";
import type { Statement } from "../corroborate/statements.ts";
import type { Ontology, OntologyClass } from "../ontology/ontology.ts";
import { relationWords, wordsOfName } from "../ontology/relation-words.ts";
import type { Graph, GraphFact } from "../query/graph.ts";
import {
  GRAPH_VIEW_FORMAT,
  GRAPH_VIEW_VERSION,
  type GraphView,
  type GraphViewArticle,
  type GraphViewFact,
  type GraphViewNode,
  type GraphViewPair,
  type GraphViewRelation,
  type GraphViewType,
  type NodeGroup,
  RELATION_FAMILIES,
  type RelationFamily,
} from "./graph-view.ts";

export interface ProjectionOptions {
  /** Gives labels, families and headings; without it, names stand for labels and every family is "other". */
  readonly ontology?: Ontology;
  readonly title?: string;
  /** Puts the articles' texts into the view, for a viewer without a server. Default false. */
  readonly embedTexts?: boolean;
}

const LITERAL_TYPE = "Literal";
const OPEN_RELATIONS = "Open relations";

/** The first of these classes that a type is, or is below, decides the group. Names of both vocabularies: schema.org and our own. */
const GROUP_OF_CLASS: readonly (readonly [string, NodeGroup])[] = [
  ["Person", "person"],
  ["Country", "place"],
  ["Place", "place"],
  ["Organization", "organization"],
  ["Group", "organization"],
  ["Actor", "organization"],
  ["Event", "event"],
  ["Intangible", "idea"],
  ["Position", "idea"],
  ["Agreement", "idea"],
  ["Activity", "idea"],
  ["Claim", "idea"],
];

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function groupOf(name: string, ontology: Ontology | undefined): NodeGroup {
  if (name === LITERAL_TYPE) return "value";
  const known = GROUP_OF_CLASS.find(
    ([ancestor]) => name === ancestor || ontology?.isA(name, ancestor) === true,
  );
  return known?.[1] ?? "thing";
}

function typeOf(name: string, ontology: Ontology | undefined): GraphViewType {
  if (name === LITERAL_TYPE) return { name, label: "value", group: "value" };
  const known: OntologyClass | undefined = ontology?.findClass(name);
  return { name, label: known?.label ?? wordsOfName(name), group: groupOf(name, ontology) };
}

function relationOf(fact: GraphFact, ontology: Ontology | undefined): GraphViewRelation {
  const known = ontology?.findRelation(fact.relation);
  const family: RelationFamily = RELATION_FAMILIES.find((name) => name === known?.quad) ?? "other";
  return {
    name: fact.relation,
    iri: fact.relationIri,
    label: relationWords(ontology, fact.relation),
    family,
    group: known?.group ?? (fact.relation.startsWith("rel:") ? OPEN_RELATIONS : "Other"),
  };
}

/** A literal is one node per subject and value: "30" said of two things is two values, said twice of one thing is one. */
function literalId(fact: GraphFact): string {
  return `literal:${encodeURIComponent(fact.object)}@${fact.subjectNode}`;
}

function toViewFact(fact: GraphFact, independent: number, relation: string): GraphViewFact {
  return {
    id: fact.id,
    source: fact.subjectNode,
    target: fact.objectNode ?? literalId(fact),
    relation: fact.relation,
    factuality: fact.factuality,
    temporality: fact.temporality,
    speakers: fact.speakerChain,
    date: fact.date,
    statementDate: fact.statementDate,
    quantity: fact.quantity?.text ?? null,
    confidence: fact.confidence,
    // A person reads these: the relation is called what it is called elsewhere.
    reasons: fact.reasons.map((reason) =>
      reason.replace(`wording of ${fact.relation}`, `wording of “${relation}”`),
    ),
    asserted: fact.asserted,
    independent,
    evidence: {
      articleId: fact.article.id,
      start: fact.evidence.start,
      end: fact.evidence.end,
      quote: fact.evidence.quote,
    },
    spans: fact.spans,
    surface: {
      subject: fact.surface.subject,
      relation: fact.surface.relation,
      object: fact.surface.object,
    },
  };
}

function projectNodes(graph: Graph, facts: readonly GraphFact[]): GraphViewNode[] {
  const degrees = new Map<string, number>();
  const literals = new Map<string, Omit<GraphViewNode, "degree">>();
  const words = new Map<string, string>();
  for (const fact of facts) {
    const target = fact.objectNode ?? literalId(fact);
    for (const id of new Set([fact.subjectNode, target])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    if (!words.has(fact.subjectNode)) words.set(fact.subjectNode, fact.subject);
    if (!words.has(target)) words.set(target, fact.object);
    if (fact.objectNode !== null) continue;
    const valueKind =
      fact.quantity !== null || literals.get(target)?.valueKind === "quantity" ? "quantity" : "text";
    literals.set(target, {
      id: target,
      label: fact.object,
      aliases: [],
      type: LITERAL_TYPE,
      kind: "literal",
      valueKind,
    });
  }
  const nodes: GraphViewNode[] = [];
  const described = new Set<string>();
  for (const entity of graph.entities()) {
    const degree = degrees.get(entity.iri);
    if (degree === undefined) continue;
    described.add(entity.iri);
    const { iri, label, aliases, type, kind } = entity;
    nodes.push({ id: iri, label, aliases: [...aliases].sort(compare), type, kind, valueKind: null, degree });
  }
  for (const [id, degree] of degrees) {
    const literal = literals.get(id);
    if (literal !== undefined) nodes.push({ ...literal, degree });
    else if (!described.has(id)) {
      // A dataset from elsewhere may use a node that it does not describe: it is shown by the fact's words.
      nodes.push({
        id,
        label: words.get(id) ?? id,
        aliases: [],
        type: "Thing",
        kind: "described",
        valueKind: null,
        degree,
      });
    }
  }
  return nodes.sort((left, right) => compare(left.id, right.id));
}

/** Facts that say the same as the first one of their statement. */
function toSupports({ facts: [first, ...others], independent }: Statement): GraphViewPair[] {
  const reason =
    independent > 1 ? `${independent} independent sources` : "said again, by no independent source";
  return first === undefined ? [] : others.map(({ id }) => ({ left: first.id, right: id, reason }));
}

/** Copy → the earliest article that it is a version of. */
function originalsOf(copies: readonly CopyPair[]): ReadonlyMap<string, string> {
  const copied = new Set(copies.map(({ copy }) => copy));
  const originals = new Map<string, string>();
  for (const { original, copy } of copies) {
    if (!copied.has(original) || !originals.has(copy)) originals.set(copy, original);
  }
  return originals;
}

function projectArticles(
  graph: Graph,
  embedTexts: boolean,
  originals: ReadonlyMap<string, string>,
): GraphViewArticle[] {
  return graph
    .articles()
    .map((article) => ({
      id: article.id,
      title: article.title,
      outlet: article.outlet ?? null,
      published: article.published ?? null,
      url: article.url ?? null,
      text: embedTexts ? (graph.article(article.id)?.text ?? null) : null,
      copyOf: originals.get(article.id) ?? null,
    }))
    .sort(
      (left, right) => compare(left.published ?? "", right.published ?? "") || compare(left.id, right.id),
    );
}

/**
 * Projects a graph to what the viewer draws: one edge per fact, asserted or not.
 *
 * @remarks
 * Deterministic: the same graph gives the same view, in the same order. Entities that no fact speaks of are left out.
 */
export function projectGraphView(graph: Graph, options: ProjectionOptions = {}): GraphView {
  const { ontology, title = "Graph", embedTexts = false } = options;
  const facts = graph.find();
  const { statements, conflicts, copies } = graph.corroboration();
  const independent = new Map(
    statements.flatMap((statement) => statement.facts.map(({ id }) => [id, statement.independent] as const)),
  );
  const nodes = projectNodes(graph, facts);
  const relations = new Map(facts.map((fact) => [fact.relation, relationOf(fact, ontology)]));
  const typeNames = [...new Set(nodes.map((node) => node.type))].sort(compare);
  return {
    format: GRAPH_VIEW_FORMAT,
    version: GRAPH_VIEW_VERSION,
    title,
    nodes,
    facts: facts.map((fact) =>
      toViewFact(fact, independent.get(fact.id) ?? 1, relationWords(ontology, fact.relation)),
    ),
    articles: projectArticles(graph, embedTexts, originalsOf(copies)),
    types: typeNames.map((name) => typeOf(name, ontology)),
    relations: [...relations.values()].sort((left, right) => compare(left.name, right.name)),
    supports: statements.flatMap(toSupports),
    conflicts: conflicts.map(({ left, right, kind, reason }) => ({
      left,
      right,
      reason: `${kind}: ${reason}`,
    })),
    positions: [],
  };
}
