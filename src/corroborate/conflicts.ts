import type { Quantity } from "../model/layers.ts";
import type { Relation } from "../ontology/ontology.ts";
import { DAY } from "../resolve/days.ts";
import { type Claim, claimsOf, VICTIMS } from "./claims.ts";
import { findCrowdCounts } from "./crowds.ts";
import { areDatesApart } from "./dates.ts";
import { findDeniedClauses } from "./denied-clauses.ts";
import { findOffers } from "./offers.ts";
import { findOtherSubjects } from "./other-subjects.ts";
import { findPayments } from "./payments.ts";
import { findRivals, makeComparing, TOLLS } from "./rivals.ts";
import { saidOn } from "./said-on.ts";
import { areDaysApart, type Comparison, SLACK_DAYS, type StatedFact, type Statement } from "./statements.ts";

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

const YES = new Set(["certain", "probable"]);
/** As sure as a plan can be: "would cost", "plans to cut". */
const PLANNED = new Set(["certain", "probable", "proposed", "hypothetical"]);
const NO = new Set(["negated", "ruled_out"]);
/** "About 40" and "43" do not contradict each other. */
const TOLERANCE = 0.1;
/** A yes that comes so many days after a no, and gives no date, tells of something new. */
const NEWS_DAYS = 7;
/** What comes each year is another one each time. */
const YEARLY_DAYS = 300;

/** @param statements in the order of the graph; so are the conflicts found, kind by kind */
export function findConflicts(statements: readonly Statement[], comparison: Comparison): readonly Conflict[] {
  const claims = statements.flatMap((statement) => claimsOf(statement, comparison));
  const found = new Map<string, Conflict>();
  const keep = (left: Statement, right: Statement, finding: Finding) => {
    const key = `${left.id} ${right.id}`;
    if (finding !== undefined && !found.has(key))
      found.set(key, { ...finding, left: left.id, right: right.id });
  };
  const comparing = makeComparing(claims, comparison);
  for (const [left, right] of findRivals(claims, comparing))
    keep(left.statement, right.statement, compareRivals(left, right, comparison));
  for (const [left, right] of findOtherSubjects(claims, comparing))
    keep(left.statement, right.statement, compareSubjects(left, right, comparison));
  for (const [left, right] of findPayments(claims, comparison))
    keep(left.statement, right.statement, comparePayments(left, right));
  for (const [left, right] of findOffers(claims, comparison))
    keep(left.statement, right.statement, compareSums(left, right));
  for (const [said, denied] of findDeniedClauses(statements))
    keep(said, denied, { kind: "contradiction", reason: `${denied.facts[0]?.subject} says no` });
  for (const [left, right] of findCrowdCounts(statements, comparison))
    keep(left, right, compareCrowds(left, right));
  return [...found.values()];
}

type Finding = Pick<Conflict, "kind" | "reason"> | undefined;

/** Whether the second one was published on a later day than the first. */
function isLater(left: Statement, right: Statement): boolean {
  const [before, after] = [saidOn(left) ?? "", saidOn(right) ?? ""];
  return before !== "" && before < after;
}

function compareRivals(left: Claim, right: Claim, { ontology }: Comparison): Finding {
  const relation = ontology.findRelation(left.fact.relation);
  const later = isLater(left.statement, right.statement);
  return (
    findDenial(left.fact, right.fact, later, relation) ??
    findOtherValue(left.fact, right.fact, later, relation) ??
    findOtherPlan(left.fact, right.fact, later, relation) ??
    findOtherDay(left.fact, right.fact, relation)
  );
}

/** Two who are each said to be the only one; who holds something may have got it from the other. */
function compareSubjects(left: Claim, right: Claim, { ontology }: Comparison): Finding {
  const holds = ontology.findRelation(left.fact.relation)?.oneSubject === "at a time";
  return {
    kind: holds && isLater(left.statement, right.statement) ? "update" : "contradiction",
    reason: `${left.fact.subject} and ${right.fact.subject}`,
  };
}

/** Yes against no; and what sources say that somebody was paid. */
function comparePayments(left: Claim, right: Claim): Finding {
  const facts = [left.fact, right.fact].map((fact) => ({ ...fact, date: dateOf(fact) })) as [
    StatedFact,
    StatedFact,
  ];
  const [earlier, later] = facts;
  const [yes, no] = YES.has(earlier.factuality) ? [earlier, later] : [later, earlier];
  if (YES.has(yes.factuality) && NO.has(no.factuality)) {
    const isOpen = yes.temporality === no.temporality && !areDatesApart(yes.date, no.date);
    if (!isOpen || areOneVoice(yes, no)) return undefined;
    return { kind: "contradiction", reason: no.speaker === null ? "says no" : `${no.speaker} says no` };
  }
  const areAlleged = facts.every(
    ({ speaker, temporality, factuality }) =>
      speaker !== null && temporality !== "future" && YES.has(factuality),
  );
  return areAlleged && !areDatesApart(earlier.date, later.date) ? compareSums(left, right) : undefined;
}

/** Two sums for one thing, of which the later one holds. */
function compareSums({ statement, fact: earlier }: Claim, { statement: other, fact: later }: Claim): Finding {
  if (earlier.quantity === null || later.quantity === null || areOneVoice(earlier, later)) return undefined;
  if (![earlier, later].every(isHeld) || earlier.quantity.currency !== later.quantity.currency)
    return undefined;
  if (!areApart(rangeOf(earlier.quantity), rangeOf(later.quantity))) return undefined;
  return {
    kind: isLater(statement, other) ? "update" : "contradiction",
    reason: `${textOf(earlier)} and ${textOf(later)}`,
  };
}

/** "Did not pay him, the owner said on Monday": the day of a denial is mostly the day on which it was said. */
function dateOf({ date, factuality, statementDate, article }: StatedFact): string | null {
  const isSaying = date !== null && (date === statementDate || date === article.published?.slice(0, 10));
  return NO.has(factuality) && isSaying ? null : date;
}

function compareCrowds(left: Statement, right: Statement): Finding {
  const [earlier, later] = [left.facts[0] as StatedFact, right.facts[0] as StatedFact];
  const [mine, theirs] = [earlier, later].map(({ quantity }) => quantity && rangeOf(quantity));
  if (!mine || !theirs || !areApart(mine, theirs)) return undefined;
  const reason = `${textOf(earlier)} and ${textOf(later)}`;
  return { kind: (saidOn(left) ?? "") < (saidOn(right) ?? "") ? "update" : "contradiction", reason };
}

/** "The flood of 1997 killed 55": what lies in another year than the news is another one's. */
function isHistory({ date, temporality, evidence, article: { published } }: StatedFact): boolean {
  const year = Number(published?.slice(0, 4));
  if (Number.isNaN(year) || temporality === "future") return false;
  const years = [
    date?.slice(0, 4) ?? "",
    ...(evidence.quote.match(/(?<=\b(?:in|of|since) )(?:19|20)\d\d\b/g) ?? []),
  ];
  return years.some((each) => /^\d{4}$/.test(each) && Number(each) < year - 1);
}

/** One voice of one article gives two figures for two things. */
function areOneVoice(left: StatedFact, right: StatedFact): boolean {
  return left.article.id === right.article.id && left.speaker === right.speaker;
}

function findDenial(
  earlier: StatedFact,
  later: StatedFact,
  isLater: boolean,
  relation: Relation | undefined,
): Finding {
  const [yes, denied] = YES.has(earlier.factuality) ? [earlier, later] : [later, earlier];
  if (!YES.has(yes.factuality) || !NO.has(denied.factuality)) return undefined;
  const no = denied.speaker === null ? denied : { ...denied, date: dateOf(denied) };
  if (areOneVoice(yes, no) && yes.speaker === null) return undefined;
  // "Have not won since 2019" is of the time before it was said.
  const saidNo = no.article.published?.slice(0, 10);
  if (
    no.date?.endsWith("/..") &&
    saidNo !== undefined &&
    (yes.date === null || !areDatesApart(yes.date, `${saidNo}/..`))
  )
    return undefined;
  if (isLater && denied === earlier && isBroken(no, yes))
    return { kind: "update", reason: "first no, then yes" };
  if (no.temporality !== yes.temporality || areDatesApart(yes.date, no.date)) return undefined;
  if (yes.objectNode === null && !deniesLiteral(yes, no)) return undefined;
  if (tellsOfNews(yes, no))
    return relation?.recurs === true ? undefined : { kind: "update", reason: "first no, then yes" };
  // Who says later that he won't has changed his mind; who says it of others contradicts them.
  const mind =
    isLater &&
    yes.temporality === "future" &&
    denied === later &&
    speaksForItself(yes) &&
    speaksForItself(no);
  if (mind) return { kind: "update", reason: "first yes, then no" };
  return { kind: "contradiction", reason: no.speaker === null ? "says no" : `${no.speaker} says no` };
}

/** The same words; or "aware of any danger", which denies "aware of the cracks". */
function deniesLiteral({ object: said }: StatedFact, { object: denied }: StatedFact): boolean {
  const [some, all] = [said.toLowerCase(), denied.toLowerCase()];
  const general = /^(.* (?:of|in|to|for|from|with|about)) any\b/.exec(all)?.[1];
  return some === all || (general !== undefined && some.startsWith(`${general} `));
}

/** "Will not resign", and later "resigned". */
function isBroken(no: StatedFact, yes: StatedFact): boolean {
  const same = yes.objectNode !== null || yes.object.toLowerCase() === no.object.toLowerCase();
  const said = no.article.published?.slice(0, 10);
  // What had happened by then breaks no word.
  const isNews = said !== undefined && !areDatesApart(yes.date, `${said}/..`);
  // What an article tells on its own is not undone by a source.
  const isTold = yes.speaker === null || no.speaker !== null;
  return (
    same &&
    isNews &&
    isTold &&
    no.temporality === "future" &&
    yes.temporality !== "future" &&
    !areDatesApart(yes.date, no.date)
  );
}

/** Whether a claim comes from the one whom it is of, or from nobody named. */
function speaksForItself({ speaker, subject }: StatedFact): boolean {
  return (
    speaker === null || subject.split(" ").some((word) => /^\p{Lu}/u.test(word) && speaker.includes(word))
  );
}

function findOtherValue(
  earlier: StatedFact,
  later: StatedFact,
  isLater: boolean,
  found: Relation | undefined,
): Finding {
  const { relation, objectNode } = earlier;
  const isShare = found?.oneSubject === "at a time" && [earlier, later].every(isPercentage);
  if (!isShare && (objectNode !== null || found?.oneObject !== true)) return undefined;
  if (earlier.temporality === "future" && areDatesApart(earlier.date, later.date, YEARLY_DAYS))
    return undefined;
  if (isHistory(earlier) !== isHistory(later)) return undefined;
  if (relation === "tookPlaceOn" && !areOneMoment(earlier, later)) return undefined;
  if (relation === "hasSize" && [earlier, later].some(({ subject }) => COUNTING.test(subject)))
    return undefined;
  if (![earlier, later].every(isHeld) || areOneVoice(earlier, later)) return undefined;
  const apart =
    areValuesApart(earlier, later) ||
    (isLater && TOLLS.has(relation) && countTheSame(earlier, later) && isRaised(earlier, later));
  if (!apart) return undefined;
  return { kind: isLater ? "update" : "contradiction", reason: `${earlier.object} and ${later.object}` };
}

/** "40 percent of the firm": a part of what somebody holds has a size of its own. */
function isPercentage({ quantity }: StatedFact): boolean {
  return quantity?.unit === "%";
}

/** "The number" of one sentence counts what that of another does not. */
const COUNTING = /^(?:number|figure|total|count|amount|size|sum)$/i;
const ENDS = /\b(?:end|close|conclude|finish|until)/i;
const RESUMES = /\b(?:resume|return|reopen)/i;

/** The day on which something begins, that on which it ends and that on which it goes on are three; so are a day past and one to come. */
function areOneMoment(left: StatedFact, right: StatedFact): boolean {
  const kind = ({ surface }: StatedFact) =>
    [ENDS, RESUMES].findIndex((words) => words.test(surface.relation));
  return left.temporality === right.temporality && kind(left) === kind(right);
}

/** Whether two sentences on money speak of one payment: what one says of who gets it, or for what, the other one says too, or nothing. */
function areOnePayment(left: StatedFact, right: StatedFact): boolean {
  const [mine, theirs] = [left, right].map(
    ({ surface }) =>
      new Set(
        surface.more
          .filter((phrase) => !WHEN_OR_WHERE.test(phrase))
          .flatMap((phrase) => phrase.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
      ),
  );
  return (
    [...(mine ?? [])].every((word) => theirs?.has(word)) ||
    [...(theirs ?? [])].every((word) => mine?.has(word))
  );
}

const WHEN_OR_WHERE = /^(?:in|on|at|by|since|until|after|before|during|from|over|within|under) /i;

/** Another number of what is to be done, or another date for it; one who says both on one day means two things. */
function findOtherPlan(
  earlier: StatedFact,
  later: StatedFact,
  isLater: boolean,
  relation: Relation | undefined,
): Finding {
  if (!isLater || ![earlier, later].every((fact) => fact.temporality === "future" && isHeld(fact)))
    return undefined;
  const counted = earlier.objectNode !== null && earlier.quantity !== null && later.quantity !== null;
  const isMoney = earlier.quantity?.currency !== undefined;
  if (counted && areValuesApart(earlier, later) && (!isMoney || areOnePayment(earlier, later)))
    return { kind: "update", reason: `${earlier.object} and ${later.object}` };
  // A board that will meet in March, and later in May, meets twice; what opens or takes place does so once.
  const isOnce = relation?.happensOnce === true;
  if (!isOnce && hasPassed(earlier.date, later)) return undefined;
  const isLiteral = earlier.objectNode === null;
  const same = isLiteral ? earlier.object.toLowerCase() === later.object.toLowerCase() : isOnce;
  const isYearly = areDatesApart(earlier.date, later.date, YEARLY_DAYS);
  return same && !isYearly && areDatesApart(earlier.date, later.date)
    ? { kind: "update", reason: `${earlier.date} and ${later.date}` }
    : undefined;
}

/** What happened once happened on one day; the statements are of two where the days are sure. */
function findOtherDay(left: StatedFact, right: StatedFact, relation: Relation | undefined): Finding {
  if (relation?.happensOnce !== true || areOneVoice(left, right)) return undefined;
  if (![left, right].every((fact) => YES.has(fact.factuality) && fact.temporality !== "future"))
    return undefined;
  if (left.objectNode === null && left.object.toLowerCase() !== right.object.toLowerCase()) return undefined;
  return areDaysApart(left, right) && !areDatesApart(left.date, right.date, SLACK_DAYS)
    ? { kind: "contradiction", reason: `${left.date} and ${right.date}` }
    : undefined;
}

/** Whether a planned date lay behind when the article came out. */
function hasPassed(date: string | null, { article: { published } }: StatedFact): boolean {
  const last = date?.split("/").at(-1) ?? "";
  return published !== null && /^\d{4}/.test(last) && last < published.slice(0, last.length);
}

/** Whether it is said to be so, or planned as firmly as the future can be. */
function isHeld({ factuality, temporality }: StatedFact): boolean {
  return (temporality === "future" ? PLANNED : YES).has(factuality);
}

/** "Did not meet" in May and "met" in June are both true. */
function tellsOfNews(yes: StatedFact, no: StatedFact): boolean {
  const [said, denied] = [yes.article.published?.slice(0, 10), no.article.published?.slice(0, 10)];
  if (denied === undefined || said === undefined) return false;
  const [from = "", to = from] = (yes.date ?? "").split("/");
  if (/^\d{4}/.test(to))
    return /^\d{4}-\d\d-\d\d/.test(from) ? from > denied : from > denied.slice(0, from.length);
  return (Date.parse(said) - Date.parse(denied)) / DAY > NEWS_DAYS;
}

function areValuesApart(left: StatedFact, right: StatedFact): boolean {
  if (left.quantity === null || right.quantity === null) {
    return left.quantity === null && right.quantity === null && areDatesApart(left.object, right.object);
  }
  if (left.quantity.currency !== right.quantity.currency) return false;
  if (!countTheSame(left, right)) return false;
  return areApart(rangeOf(left.quantity), rangeOf(right.quantity));
}

/** Tolls count people, however these are worded; without the event, passengers may be some of the people. */
function countTheSame(left: StatedFact, right: StatedFact): boolean {
  const isToll = TOLLS.has(left.relation) && ![left, right].some(({ subject }) => subject === VICTIMS);
  return isToll || foldUnit(left.quantity) === foldUnit(right.quantity);
}

/** The number as the article has it. */
function textOf({ quantity, object }: StatedFact): string {
  return quantity?.text ?? object;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function areApart(left: Range, right: Range): boolean {
  return left.most < right.least || right.most < left.least;
}

/** "At least 12" and, later, "at least 19". */
function isRaised({ quantity: before }: StatedFact, { quantity: after }: StatedFact): boolean {
  if (before === null || after === null) return false;
  const [from, to] = [before, after].map(({ value, min, max }) => value ?? min ?? max);
  const slack = before.approximate === true || after.approximate === true ? TOLERANCE : 0;
  return from !== undefined && to !== undefined && to > from * (1 + slack);
}

function foldUnit(quantity: Quantity | null): string {
  return (quantity?.unit ?? "").toLowerCase().replace(/s$/, "");
}

function rangeOf({ value, min, max, approximate }: Quantity): Range {
  const least = value ?? min ?? Number.NEGATIVE_INFINITY;
  const most = value ?? max ?? Number.POSITIVE_INFINITY;
  const slack = approximate === true ? TOLERANCE : 0;
  return { least: least - Math.abs(least) * slack || least, most: most + Math.abs(most) * slack || most };
}
