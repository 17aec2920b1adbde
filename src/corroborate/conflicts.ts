import type { Quantity } from "../model/layers.ts";
import { findCrowdCounts } from "./crowds.ts";
import { areDatesApart } from "./dates.ts";
import { findRivals, TOLLS } from "./rivals.ts";
import { saidOn } from "./said-on.ts";
import type { Comparison, StatedFact, Statement } from "./statements.ts";

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
const YES = new Set(["certain", "probable"]);
/** As sure as a plan can be: "would cost", "plans to cut". */
const PLANNED = new Set(["certain", "probable", "proposed", "hypothetical"]);
const NO = new Set(["negated", "ruled_out"]);
/** What is done again and again: not having blamed somebody in March says nothing of April. */
const REPEATED = new Set([
  "accused",
  "attacked",
  "criticized",
  "defeated",
  "demanded",
  "met",
  "praised",
  "requested",
  "threatened",
  "told",
  "visited",
  "warned",
]);
/** "About 40" and "43" do not contradict each other. */
const TOLERANCE = 0.1;
/** A yes that comes so many days after a no, and gives no date, tells of something new. */
const NEWS_DAYS = 7;
const DAY = 86_400_000;

/** @param statements in the order of the graph; so are the conflicts found */
export function findConflicts(statements: readonly Statement[], comparison: Comparison): readonly Conflict[] {
  const crowds = findCrowdCounts(statements, comparison).flatMap(([left, right]): Conflict[] => {
    const [earlier, later] = [left.facts[0] as StatedFact, right.facts[0] as StatedFact];
    const [mine, theirs] = [earlier, later].map(({ quantity }) => quantity && rangeOf(quantity));
    if (!mine || !theirs || !areApart(mine, theirs)) return [];
    const isLater = (saidOn(left) ?? "") < (saidOn(right) ?? "");
    const reason = `${textOf(earlier)} and ${textOf(later)}`;
    return [{ kind: isLater ? "update" : "contradiction", left: left.id, right: right.id, reason }];
  });
  const rivals = findRivals(statements, comparison).flatMap(([left, right]) => {
    const [earlier, later] = [left.facts[0] as StatedFact, right.facts[0] as StatedFact];
    const days = [saidOn(left) ?? "", saidOn(right) ?? ""] as const;
    const isLater = days[0] !== "" && days[0] < days[1];
    const found =
      findDenial(earlier, later, isLater) ??
      findOtherValue(earlier, later, isLater) ??
      findOtherPlan(earlier, later, isLater);
    return found === undefined ? [] : [{ ...found, left: left.id, right: right.id }];
  });
  return [...rivals, ...crowds];
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

type Finding = Pick<Conflict, "kind" | "reason"> | undefined;

function findDenial(earlier: StatedFact, later: StatedFact, isLater: boolean): Finding {
  const [yes, no] = YES.has(earlier.factuality) ? [earlier, later] : [later, earlier];
  if (!YES.has(yes.factuality) || !NO.has(no.factuality)) return undefined;
  if (areOneVoice(yes, no) && yes.speaker === null) return undefined;
  // "Have not won since 2019" is of the time before it was said.
  const saidNo = no.article.published?.slice(0, 10);
  if (
    no.date?.endsWith("/..") &&
    saidNo !== undefined &&
    (yes.date === null || !areDatesApart(yes.date, `${saidNo}/..`))
  )
    return undefined;
  if (isLater && isBroken(no, yes) && no === earlier) return { kind: "update", reason: "first no, then yes" };
  if (no.temporality !== yes.temporality || areDatesApart(yes.date, no.date)) return undefined;
  if (yes.objectNode === null && yes.object.toLowerCase() !== no.object.toLowerCase()) return undefined;
  if (tellsOfNews(yes, no))
    return REPEATED.has(yes.relation) ? undefined : { kind: "update", reason: "first no, then yes" };
  // Who says later that he won't has changed his mind; who says it of others contradicts them.
  const mind =
    isLater && yes.temporality === "future" && no === later && speaksForItself(yes) && speaksForItself(no);
  if (mind) return { kind: "update", reason: "first yes, then no" };
  return { kind: "contradiction", reason: no.speaker === null ? "says no" : `${no.speaker} says no` };
}

/** "Will not resign", and later "resigned". */
function isBroken(no: StatedFact, yes: StatedFact): boolean {
  const same = yes.objectNode !== null || yes.object.toLowerCase() === no.object.toLowerCase();
  return (
    same && no.temporality === "future" && yes.temporality !== "future" && !areDatesApart(yes.date, no.date)
  );
}

/** Whether a claim comes from the one whom it is of, or from nobody named. */
function speaksForItself({ speaker, subject }: StatedFact): boolean {
  return (
    speaker === null || subject.split(" ").some((word) => /^\p{Lu}/u.test(word) && speaker.includes(word))
  );
}

function findOtherValue(earlier: StatedFact, later: StatedFact, isLater: boolean): Finding {
  const { relation, objectNode } = earlier;
  if (objectNode !== null || !SINGLE_VALUED.has(relation)) return undefined;
  if (isHistory(earlier) !== isHistory(later)) return undefined;
  if (relation === "tookPlaceOn" && !areOneMoment(earlier, later)) return undefined;
  if (relation === "hasSize" && [earlier, later].some(({ subject }) => COUNTING.test(subject)))
    return undefined;
  if (![earlier, later].every(isHeld) || areOneVoice(earlier, later)) return undefined;
  const apart =
    areValuesApart(earlier, later) || (isLater && TOLLS.has(relation) && isRaised(earlier, later));
  if (!apart) return undefined;
  return { kind: isLater ? "update" : "contradiction", reason: `${earlier.object} and ${later.object}` };
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

/** Whether two sentences on money speak of one payment: neither has a receiver that the other lacks. */
function areOnePayment(left: StatedFact, right: StatedFact): boolean {
  const [mine, theirs] = [left, right].map(
    ({ evidence, subject, object, surface }) =>
      new Set(
        evidence.quote
          .replace(surface.subject, "")
          .replace(surface.object, "")
          .replace(subject, "")
          .replace(object, "")
          .toLowerCase()
          .match(/\p{L}{4,}/gu)
          ?.filter((word) => !/^(?:will|would|could|plan|plans|agreed)$/.test(word)) ?? [],
      ),
  );
  return (
    [...(mine ?? [])].every((word) => theirs?.has(word)) ||
    [...(theirs ?? [])].every((word) => mine?.has(word))
  );
}

/** Another number of what is to be done, or another date for it; one who says both on one day means two things. */
function findOtherPlan(earlier: StatedFact, later: StatedFact, isLater: boolean): Finding {
  if (!isLater || ![earlier, later].every((fact) => fact.temporality === "future" && isHeld(fact)))
    return undefined;
  const counted = earlier.objectNode !== null && earlier.quantity !== null && later.quantity !== null;
  const isMoney = earlier.quantity?.currency !== undefined;
  if (counted && areValuesApart(earlier, later) && (!isMoney || areOnePayment(earlier, later)))
    return { kind: "update", reason: `${earlier.object} and ${later.object}` };
  // A board that will meet in March, and later in May, meets twice; what opens or takes place does so once.
  const isOnce = earlier.relation === "hasStatus" || earlier.relation === "tookPlaceOn";
  if (!isOnce && hasPassed(earlier.date, later)) return undefined;
  const same = earlier.objectNode === null && earlier.object.toLowerCase() === later.object.toLowerCase();
  return same && areDatesApart(earlier.date, later.date)
    ? { kind: "update", reason: `${earlier.date} and ${later.date}` }
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
  const happened = /^\d{4}-\d\d-\d\d/.exec(yes.date ?? "")?.[0];
  if (happened !== undefined) return happened > denied;
  return (Date.parse(said) - Date.parse(denied)) / DAY > NEWS_DAYS;
}

function areValuesApart(left: StatedFact, right: StatedFact): boolean {
  if (left.quantity === null || right.quantity === null) {
    return left.quantity === null && right.quantity === null && areDatesApart(left.object, right.object);
  }
  if (left.quantity.currency !== right.quantity.currency) return false;
  // Tolls count people, however these are worded.
  if (!TOLLS.has(left.relation) && foldUnit(left.quantity) !== foldUnit(right.quantity)) return false;
  return areApart(rangeOf(left.quantity), rangeOf(right.quantity));
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

function foldUnit({ unit = "" }: Quantity): string {
  return unit.toLowerCase().replace(/s$/, "");
}

function rangeOf({ value, min, max, approximate }: Quantity): Range {
  const least = value ?? min ?? Number.NEGATIVE_INFINITY;
  const most = value ?? max ?? Number.POSITIVE_INFINITY;
  const slack = approximate === true ? TOLERANCE : 0;
  return { least: least - Math.abs(least) * slack || least, most: most + Math.abs(most) * slack || most };
}
