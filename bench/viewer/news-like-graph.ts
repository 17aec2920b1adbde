import { hashText } from "../../src/layout/seed.ts";
import {
  GRAPH_VIEW_FORMAT,
  GRAPH_VIEW_VERSION,
  type GraphView,
  type GraphViewFact,
  type GraphViewNode,
  NODE_GROUPS,
  RELATION_FAMILIES,
  VIEW_FACTUALITIES,
} from "../../src/view/graph-view.ts";

/** Invented names in four scripts, so that labels are measured as they come in the news. */
const FIRST = [
  ..."Amara Benoît Chidi Dragana Eero Fatou Goran Ingrid Jomo Katarzyna Łukasz Maren Nuno Oksana Petra".split(
    " ",
  ),
  ..."Алексей Марина Дмитро Светлана".split(" "),
  ..."ليلى يوسف مريم".split(" "),
  ..."王芳 李强 陈静".split(" "),
];
const LAST =
  "Abara Castellan Dvořák Eskildsen Farrugia Grünwald Halloran Ivanović Jansma Kestutis Lindqvist Mbeki".split(
    " ",
  );
const BODIES =
  "Harbour Authority|Ministry of Ports|Северный совет|مجلس الميناء|港务局|Union of Pilots|Coastal Court".split(
    "|",
  );

/** A number in [0, 1) that depends on the words alone. */
export function unit(words: string): number {
  return hashText(words) / 2 ** 32;
}

function labelOf(index: number): string {
  const pick = <T>(list: readonly T[], salt: string): T =>
    list[Math.floor(unit(`${index} ${salt}`) * list.length)] as T;
  if (unit(`${index} kind`) < 0.3) return `${pick(BODIES, "body")} ${index}`;
  const first = pick(FIRST, "first");
  return /\p{Script=Latin}/u.test(first) ? `${first} ${pick(LAST, "last")} ${index}` : `${first} ${index}`;
}

/**
 * A graph shaped like one from the news: communities, preferential attachment, 85 % of the edges inside, two facts per
 * node, a few pairs with many facts. The same numbers give the same graph; a larger one contains the smaller.
 */
export function newsLikeGraph(nodeCount: number, seed = ""): GraphView {
  const communities = Math.max(3, Math.round(Math.sqrt(nodeCount / 6)));
  const degrees = Array.from({ length: nodeCount }, () => 0);
  const members: number[][] = Array.from({ length: communities }, () => []);
  const facts: GraphViewFact[] = [];
  const join = (source: number, target: number): void => {
    const id = `fact:${facts.length}`;
    degrees[source] = (degrees[source] ?? 0) + 1;
    if (source !== target) degrees[target] = (degrees[target] ?? 0) + 1;
    const quote = `${labelOf(source)} met ${labelOf(target)}`;
    facts.push({
      id,
      source: `n${source}`,
      target: `n${target}`,
      relation: `r${Math.floor(unit(`${id} relation`) * 12)}`,
      factuality: VIEW_FACTUALITIES[Math.floor(unit(`${id} sure`) ** 3 * 8)] ?? "certain",
      temporality: "non-future",
      speakers: [],
      date: `2025-0${1 + Math.floor(unit(`${id} month`) * 9)}-1${Math.floor(unit(`${id} day`) * 9)}`,
      statementDate: null,
      quantity: null,
      confidence: 0.8,
      reasons: [],
      asserted: true,
      independent: 1,
      evidence: {
        articleId: `a${Math.floor(unit(`${id} article`) * 9)}`,
        start: 0,
        end: quote.length,
        quote,
      },
      spans: { subject: null, object: null },
      surface: { subject: labelOf(source), relation: "met", object: labelOf(target) },
    });
  };
  for (let node = 0; node < nodeCount; node++) {
    const community = Math.floor(unit(`${seed}${node} community`) * communities);
    const own = members[community] as number[];
    for (const turn of [0, 1]) {
      const inside = unit(`${seed}${node} inside ${turn}`) < 0.85 && own.length > 0;
      const pool = inside ? own.length : node;
      if (pool === 0) continue;
      // The square prefers those that came early, which have most edges already.
      const at = Math.floor(unit(`${seed}${node} target ${turn}`) ** 2 * pool);
      join(node, inside ? (own[at] as number) : at);
    }
    own.push(node);
  }
  const nodes: GraphViewNode[] = degrees.map((degree, index) => ({
    id: `n${index}`,
    label: labelOf(index),
    aliases: [],
    type: `T${Math.floor(unit(`${index} type`) * (NODE_GROUPS.length - 1))}`,
    kind: "named",
    valueKind: null,
    degree,
  }));
  return {
    format: GRAPH_VIEW_FORMAT,
    version: GRAPH_VIEW_VERSION,
    title: `${nodeCount} nodes`,
    nodes: nodes.filter((node) => node.degree > 0),
    facts,
    articles: Array.from({ length: 9 }, (_, index) => ({
      id: `a${index}`,
      title: `Article ${index}`,
      outlet: `Outlet ${index % 3}`,
      published: `2025-0${index + 1}-01`,
      url: null,
      text: null,
      copyOf: null,
    })),
    types: NODE_GROUPS.map((group, index) => ({ name: `T${index}`, label: group, group })),
    relations: Array.from({ length: 12 }, (_, index) => ({
      name: `r${index}`,
      iri: `https://example.org/r${index}`,
      label: `relation ${index}`,
      family: RELATION_FAMILIES[index % RELATION_FAMILIES.length] ?? "other",
      group: "Bench",
    })),
    supports: [],
    conflicts: [],
    positions: [],
  };
}
