import type { Claim } from "./claims.ts";
import { areDatesApart } from "./dates.ts";
import { describe, fitEachOther, foldedWords } from "./described-things.ts";
import { type Pair, pairUp } from "./pair-up.ts";
import { anchored, areOneThing, type Comparing, type Side, sidesOf } from "./rivals.ts";
import type { Comparison, StatedFact } from "./statements.ts";

/** "A medal" is one of several that others win; "the election" is one. */
const DEFINITE = /^(?:the|th(?:is|at|ese|ose)|its|his|her|their)\b/i;
/** Who says that something is so on the whole: "certain" and "probable". */
const HELD = new Set(["certain", "probable"]);
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Finds claims that give one thing two subjects, of a relation that allows it one: two winners of an election, two owners of a ship,
 * two causes of a fire. Subjects are others where both have names without a word in common, and nothing joins the two; causes may also be
 * described.
 *
 * @param claims in the order of the graph; so are the pairs found
 */
export function findOtherSubjects(claims: readonly Claim[], comparison: Comparing): readonly Pair[] {
  const only = claims.filter(({ fact }) => hasOneSubject(fact, comparison));
  const joined = joinedThings(claims);
  return pairUp(
    only,
    ({ fact }) => keysOf(fact, comparison),
    ({ fact: left }, { fact: right }) =>
      left.relation === right.relation &&
      left.temporality === right.temporality &&
      !areDatesApart(left.date, right.date) &&
      areOthers(left, right, joined, comparison) &&
      areOneObject(left, right, comparison),
  );
}

function hasOneSubject(fact: StatedFact, comparison: Comparison): boolean {
  const { relation, objectNode, quantity, factuality, surface } = fact;
  const oneSubject = comparison.ontology.findRelation(relation)?.oneSubject ?? null;
  if (oneSubject === null || objectNode === null || quantity !== null || !HELD.has(factuality)) return false;
  // "The Bulgarian builder" is a maker, and makes no country.
  if (comparison.isPlace(objectNode)) return oneSubject === "at a time";
  return !comparison.isDescribed(objectNode) || DEFINITE.test(surface.object);
}

function objectOf(fact: StatedFact, comparison: Comparison): Side {
  const [subject, object] = sidesOf(fact, comparison);
  return object ?? subject;
}

function keysOf(fact: StatedFact, comparison: Comparison): readonly string[] {
  const { sure, loose, node } = objectOf(fact, comparison);
  const keys = [`${fact.relation} ${sure}`];
  return loose === node ? keys : [...keys, ...anchored(`${fact.relation} ${loose}`, fact, comparison)];
}

function areOneObject(left: StatedFact, right: StatedFact, comparison: Comparing): boolean {
  const [mine, theirs] = [objectOf(left, comparison), objectOf(right, comparison)];
  return areOneThing([left, mine], [right, theirs], NOBODY, false, comparison);
}

/** Pairs of things that some article joins: a firm and the group that it is part of, two who own something together. */
function joinedThings(claims: readonly Claim[]): (left: string, right: string) => boolean {
  const neighbours = new Map<string, Set<string>>();
  const join = (left: string, right: string) => {
    const held = neighbours.get(left) ?? new Set();
    neighbours.set(left, held.add(right));
  };
  const together = new Map<string, string>();
  for (const { fact } of claims) {
    const { subjectNode, objectNode, relation, article } = fact;
    if (objectNode === null) continue;
    if (JOINING.has(relation)) join(subjectNode, objectNode);
    const key = `${article.id} ${relation} ${objectNode}`;
    const other = together.get(key);
    if (other !== undefined && other !== subjectNode) join(other, subjectNode);
    together.set(key, subjectNode);
  }
  return (left, right) =>
    neighbours.get(left)?.has(right) === true || neighbours.get(right)?.has(left) === true;
}

/** Whoever is one of the two may stand for the other. */
const JOINING = new Set(
  "owns subsidiaryOf partOf hasPart memberOf worksFor headOf ceoOf founded acquired mergedWith relativeOf spouseOf succeeded".split(
    " ",
  ),
);

function areOthers(
  left: StatedFact,
  right: StatedFact,
  areJoined: (left: string, right: string) => boolean,
  comparison: Comparison,
): boolean {
  const [a, b] = [left.subjectNode, right.subjectNode];
  if (a === b || areJoined(a, b)) return false;
  if (left.article.id === right.article.id && left.speaker === right.speaker) return false;
  const [one, other] = [comparison.isDescribed(a), comparison.isDescribed(b)];
  if (one !== other) return false;
  if (!one) return !shareWord(left.subject, right.subject);
  const anything = comparison.ontology.findRelation(left.relation)?.domain.includes("Thing");
  const [mine, theirs] = [describe(left.subject), describe(right.subject)];
  return anything === true && mine.head !== theirs.head && !fitEachOther(mine, theirs, NOBODY);
}

function shareWord(left: string, right: string): boolean {
  const words = foldedWords(left);
  return [...foldedWords(right)].some((word) => word.length > 2 && words.has(word));
}
