import type { FactRecord } from "../model/fact-record.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { DAY } from "../resolve/days.ts";
import { UnionFind } from "../resolve/union-find.ts";
import { daysOf } from "./dates.ts";
import type { Company } from "./described-things.ts";
import { groupBy } from "./group-by.ts";

/** A fact record with the nodes that it joins. */
export interface StatedFact extends FactRecord {
  readonly subjectNode: string;
  /** Null where the object is a literal. */
  readonly objectNode: string | null;
}

/** What one or several articles state: facts that say the same of the same things, as surely. */
export interface Statement {
  /** Id of its first fact. */
  readonly id: string;
  /** In the order of the graph; at least one. */
  readonly facts: readonly StatedFact[];
  /** Ids of the articles. */
  readonly articles: readonly string[];
  /** How many sources state it that do not copy or quote each other. */
  readonly independent: number;
}

/** How claims are compared. */
export interface Comparison {
  readonly ontology: Pick<Ontology, "findRelation" | "findSenses">;
  /** Whether a node is a description in one article alone: there, the same words mean the same thing. */
  readonly isLocal: (node: string) => boolean;
  /** Whether a node has no name, in whichever articles. */
  readonly isDescribed: (node: string) => boolean;
  /** Whether it lies somewhere and bears its name alone: a town, a country. */
  readonly isPlace: (node: string) => boolean;
  /** What an article names. */
  readonly companyOf: (articleId: string) => Company;
}

/** Who depends on whom among articles. */
export interface Dependence {
  /** Article → its group of copies. */
  readonly copies: ReadonlyMap<string, string>;
  /** IRI of an outlet that facts may quote → folded name of the outlet, as articles have it. */
  readonly outletOf: (speaker: StatedFact["speakerChain"][number]) => string | undefined;
}

/**
 * Puts the facts that say the same together: same relation between the same things, the same factuality, and the same value;
 * symmetric relations in either direction.
 *
 * @param facts in the order of the graph
 */
export function groupStatements(
  facts: readonly StatedFact[],
  comparison: Comparison,
  dependence: Dependence,
): readonly Statement[] {
  const groups = groupBy(
    facts,
    (fact) => `${claimKey(fact, comparison)} ${fact.factuality} ${fact.temporality} ${valueKey(fact)}`,
  );
  return [...groups.values()]
    .flatMap((group) => splitByDate(group, comparison.ontology))
    .map((group) => ({
      id: group[0]?.id ?? "",
      facts: group,
      articles: [...new Set(group.map(({ article }) => article.id))],
      independent: countIndependent(group, dependence),
    }));
}

/** Dates are read a day off now and then, and a night has two; what days are sure, {@link areDaysApart} tells. */
export const SLACK_DAYS = 3;
const DAY_OF_YEAR = /^\d{4}-\d\d-\d\d$/;
const NIGHT = /\b(?:night|overnight|midnight|evening|dawn|late|early|small hours)\b/i;

/** Whether two facts give two days, and neither is the one on which it was said or printed: that may be the day of the report alone. */
export function areDaysApart(left: StatedFact, right: StatedFact): boolean {
  if (left.date === right.date || !isSureDay(left) || !isSureDay(right)) return false;
  const areNext = Math.abs(Date.parse(left.date ?? "") - Date.parse(right.date ?? "")) === DAY;
  return !(areNext && [left, right].some(isAtNight));
}

function isSureDay({ date, statementDate, article }: StatedFact): boolean {
  return (
    date !== null &&
    DAY_OF_YEAR.test(date) &&
    date !== statementDate &&
    date !== article.published?.slice(0, 10)
  );
}

/** A night belongs to two days. */
function isAtNight({ evidence, surface }: StatedFact): boolean {
  return [evidence.quote, ...surface.more].some((words) => NIGHT.test(words));
}

/** What shares a claim and lies near each other in time. */
interface Part {
  readonly facts: StatedFact[];
  /** The latest beginning and the earliest end of its dates, in days; what lies near both is near all. */
  from: number;
  to: number;
  /** A fact whose day is sure, where days are told apart. */
  sure: StatedFact | undefined;
}

/** "Will open in March" and "will open in May" are two statements; without a date, it is what was said last. */
function splitByDate(
  facts: readonly StatedFact[],
  ontology: Comparison["ontology"],
): readonly (readonly StatedFact[])[] {
  const isOnce = ontology.findRelation(facts[0]?.relation ?? "")?.happensOnce === true;
  const parts: Part[] = [];
  for (const fact of facts) {
    const { from, to } = daysOf(fact.date);
    const fits = (part: Part) =>
      Math.max(part.from, from) - Math.min(part.to, to) <= SLACK_DAYS &&
      !(isOnce && part.sure !== undefined && areDaysApart(part.sure, fact));
    const part = parts.findLast(fits);
    const sure = isOnce && isSureDay(fact) ? fact : undefined;
    if (part === undefined) parts.push({ facts: [fact], from, to, sure });
    else {
      part.facts.push(fact);
      part.from = Math.max(part.from, from);
      part.to = Math.min(part.to, to);
      part.sure ??= sure;
    }
  }
  return parts.map((part) => part.facts);
}

/** What is claimed, without how surely and with which value: the relation and the things that it joins. */
export function claimKey(fact: StatedFact, { ontology, isLocal }: Comparison): string {
  const { relation, objectNode, article } = fact;
  const keyOf = (node: string, label: string) =>
    isLocal(node) ? `${article.id} ${label.toLowerCase()}` : node;
  const subject = keyOf(fact.subjectNode, fact.subject);
  if (objectNode === null) return `${subject} ${relation}`;
  const object = keyOf(objectNode, fact.object);
  const turned = object < subject && ontology.findRelation(relation)?.symmetric === true;
  return turned ? `${object} ${relation} ${subject}` : `${subject} ${relation} ${object}`;
}

function valueKey({ objectNode, object, quantity }: StatedFact): string {
  if (quantity === null) return objectNode === null ? object.toLowerCase() : "";
  const { value, min, max, exclusive, approximate, unit, currency } = quantity;
  // The unit of a toll is worded in many ways; of other measures it tells two apart.
  return JSON.stringify([value, min, max, exclusive, approximate, currency, objectNode === null ? "" : unit]);
}

/** Sources that stand for themselves: not copies of one text, not one outlet, and not one that quotes another. */
function countIndependent(facts: readonly StatedFact[], { copies, outletOf }: Dependence): number {
  const links = facts.flatMap(({ article, speakerChain }) => {
    const node = `article ${article.id}`;
    const group = copies.get(article.id);
    const outlets = [
      ...(article.outlet === null ? [] : [foldOutlet(article.outlet)]),
      ...speakerChain.flatMap((speaker) => outletOf(speaker) ?? []),
    ];
    const shared = [
      ...(group === undefined ? [] : [`copies ${group}`]),
      ...outlets.map((name) => `outlet ${name}`),
    ];
    return [[node, node] as const, ...shared.map((other) => [node, other] as const)];
  });
  const places = new Map([...new Set(links.flat())].map((node, place) => [node, place] as const));
  const union = new UnionFind(places.size);
  for (const [node, other] of links) union.join(places.get(node) ?? 0, places.get(other) ?? 0);
  return union.groups().length;
}

/** The name under which an outlet is known to articles and to those who quote it. */
export function foldOutlet(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/^the /, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
