import type { Quantity } from "../model/layers.ts";
import { groupBy } from "./group-by.ts";
import { type Comparison, claimKey, type StatedFact, type Statement } from "./statements.ts";

/**
 * - `contradiction`: yes against no, or two values at one time;
 * - `update`: what was said later takes the place of what was said earlier.
 */
export type ConflictKind = "contradiction" | "update";

/** Two statements that cannot both hold. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The earlier one; ids of statements. */
  readonly left: string;
  readonly right: string;
  /** In words. */
  readonly reason: string;
}

/** Relations that have one value at a time: of one event, firm or thing. */
const SINGLE_VALUED = new Set([
  "deathToll",
  "injuryToll",
  "hasMagnitude",
  "hasSize",
  "valuedAt",
  "tookPlaceOn",
]);
/** Relations whose numbers count people, however these are worded. */
const TOLLS = new Set(["deathToll", "injuryToll"]);
const YES = new Set(["certain", "probable"]);
const NO = new Set(["negated", "ruled_out"]);
/** "About 40" and "43" do not contradict each other. */
const TOLERANCE = 0.1;
/** A yes that comes so many days after a no, and gives no date, tells of something new. */
const NEWS_DAYS = 7;
/** Of more values of one thing than these, only neighbours in time are compared. */
const MANY = 12;
const DAY = 86_400_000;

/** @param statements in the order of the graph; so are the conflicts found */
export function findConflicts(statements: readonly Statement[], comparison: Comparison): readonly Conflict[] {
  const claims = groupBy(statements, ({ facts }) => claimKey(facts[0] as StatedFact, comparison));
  return [...claims.values()]
    .filter((rivals) => rivals.length > 1)
    .flatMap((rivals) => [...findDenials(rivals), ...findOtherValues(rivals)]);
}

function findDenials(rivals: readonly Statement[]): readonly Conflict[] {
  const found: Conflict[] = [];
  const noes = rivals.filter(({ facts }) => NO.has((facts[0] as StatedFact).factuality));
  if (noes.length === 0) return found;
  for (const yes of rivals) {
    const positive = yes.facts[0] as StatedFact;
    if (!YES.has(positive.factuality)) continue;
    for (const no of noes) {
      const negative = no.facts[0] as StatedFact;
      if (negative.temporality !== positive.temporality) continue;
      if (positive.objectNode === null && positive.object.toLowerCase() !== negative.object.toLowerCase())
        continue;
      if (areDatesApart(positive.date, negative.date)) continue;
      const kind = tellsOfNews(positive, negative) ? "update" : "contradiction";
      const verb = negative.speaker === null ? "says no" : `${negative.speaker} says no`;
      found.push(inOrder(yes, no, kind, kind === "update" ? "first no, then yes" : verb));
    }
  }
  return found;
}

function findOtherValues(rivals: readonly Statement[]): readonly Conflict[] {
  const valued = rivals
    .filter(({ facts }) => {
      const [fact] = facts;
      return (
        fact !== undefined &&
        fact.objectNode === null &&
        SINGLE_VALUED.has(fact.relation) &&
        YES.has(fact.factuality)
      );
    })
    .map((statement) => ({ statement, said: saidOn(statement) ?? "" }))
    .sort((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : 0));
  const found: Conflict[] = [];
  for (const [index, left] of valued.entries()) {
    for (const right of valued.slice(index + 1, valued.length > MANY ? index + 2 : undefined)) {
      const [a, b] = [left.statement.facts[0] as StatedFact, right.statement.facts[0] as StatedFact];
      if (!areValuesApart(a, b)) continue;
      // Sorted by day; "" where unknown.
      const kind = left.said !== "" && left.said !== right.said ? "update" : "contradiction";
      const reason = `${a.object} and ${b.object}`;
      found.push({ kind, left: left.statement.id, right: right.statement.id, reason });
    }
  }
  return found;
}

function inOrder(one: Statement, other: Statement, kind: ConflictKind, reason: string): Conflict {
  const swap = (saidOn(other) ?? "") < (saidOn(one) ?? "");
  return { kind, left: (swap ? other : one).id, right: (swap ? one : other).id, reason };
}

/** Whether what is said of the fact's relation has one value at a time. */
export function isSingleValued({ relation }: StatedFact): boolean {
  return SINGLE_VALUED.has(relation);
}

/** Whether it is said to be so. */
export function isYes({ factuality }: StatedFact): boolean {
  return YES.has(factuality);
}

/** Day on which a statement was first published. */
export function saidOn({ facts }: Statement): string | undefined {
  const days = facts.flatMap(({ article }) => article.published?.slice(0, 10) ?? []);
  return days.sort()[0];
}

/** "Did not meet" in May and "met" in June are both true. */
function tellsOfNews(yes: StatedFact, no: StatedFact): boolean {
  const [said, denied] = [yes.article.published?.slice(0, 10), no.article.published?.slice(0, 10)];
  if (denied === undefined || said === undefined) return false;
  const happened = /^\d{4}-\d\d-\d\d/.exec(yes.date ?? "")?.[0];
  if (happened !== undefined) return happened > denied;
  return (Date.parse(said) - Date.parse(denied)) / DAY > NEWS_DAYS;
}

/** Whether two ISO dates or periods have no day in common; unknown dates have. */
export function areDatesApart(left: string | null, right: string | null): boolean {
  const [a, b] = [boundsOf(left), boundsOf(right)];
  if (a === undefined || b === undefined) return false;
  return a.to < b.from || b.to < a.from;
}

function boundsOf(date: string | null): { readonly from: string; readonly to: string } | undefined {
  const [from = "", to = from] = (date ?? "").split("/");
  if (!/^\d{4}/.test(from) && !/^\d{4}/.test(to)) return undefined;
  return { from: /^\d/.test(from) ? from : "", to: /^\d/.test(to) ? `${to}~` : "~" };
}

export function areValuesApart(left: StatedFact, right: StatedFact): boolean {
  if (left.quantity === null || right.quantity === null) {
    return left.quantity === null && right.quantity === null && areDatesApart(left.object, right.object);
  }
  if (left.quantity.currency !== right.quantity.currency) return false;
  if (!TOLLS.has(left.relation) && foldUnit(left.quantity) !== foldUnit(right.quantity)) return false;
  const [a, b] = [rangeOf(left.quantity), rangeOf(right.quantity)];
  return a.most < b.least || b.most < a.least;
}

function foldUnit({ unit = "" }: Quantity): string {
  return unit.toLowerCase().replace(/s$/, "");
}

function rangeOf({ value, min, max, approximate }: Quantity): {
  readonly least: number;
  readonly most: number;
} {
  const least = value ?? min ?? Number.NEGATIVE_INFINITY;
  const most = value ?? max ?? Number.POSITIVE_INFINITY;
  const slack = approximate === true ? TOLERANCE : 0;
  return { least: least - Math.abs(least) * slack || least, most: most + Math.abs(most) * slack || most };
}
