import { areOneStory } from "./described-things.ts";
import type { Rivals } from "./rivals.ts";
import { saidOn } from "./said-on.ts";
import type { Comparison, StatedFact, Statement } from "./statements.ts";

/** What people do who make up a crowd. */
const GATHERING =
  /^(?:participatedIn|protestedAgainst|supported|rel:(?:attended|demonstrated|gathered|marched|protested|rallied|turnedOut|took|walked)\w*)$/;
const PEOPLE =
  /^(?:people|persons?|demonstrators?|protesters?|protestors?|marchers?|supporters?|fans?|visitors?|spectators?|attendees?|guests?|workers?|residents?)$/i;
/** What the police or the organisers give the number of. */
const COUNTED =
  /^(?:crowd|turnout|attendance|number|number of (?:people|demonstrators|protesters|marchers|visitors|spectators))$/i;
/** Crowds of articles that are further apart are two. */
const DAYS = 3;
const DAY = 86_400_000;

/**
 * Finds two numbers of one crowd: "40,000 people marched", "police put the number at 15,000". One of the two is a count that somebody
 * gives; what it counts is whatever gathered before it in its article, or in the articles of its story within days.
 */
export function findCrowdCounts(statements: readonly Statement[], comparison: Comparison): readonly Rivals[] {
  const crowds = statements.filter(
    ({ facts: [fact] }) => fact !== undefined && (isGathering(fact) || isCount(fact)),
  );
  const found: Rivals[] = [];
  for (const [index, left] of crowds.entries())
    for (const right of crowds.slice(index + 1)) {
      const pair = inOrder(left, right);
      const [one, other] = pair.map(({ facts }) => facts[0] as StatedFact) as [StatedFact, StatedFact];
      if (isCount(one) === isCount(other) || one.speaker === other.speaker) continue;
      if (areOneGathering(one, other, comparison)) found.push(pair);
    }
  return found;
}

function inOrder(left: Statement, right: Statement): Rivals {
  return (saidOn(right) ?? "") < (saidOn(left) ?? "") ? [right, left] : [left, right];
}

function isGathering({ relation, quantity, surface }: StatedFact): boolean {
  if (quantity === null || !GATHERING.test(relation)) return false;
  return PEOPLE.test(quantity.unit ?? "") && surface.subject.includes(quantity.text);
}

function isCount({ relation, quantity, subject, surface, speaker }: StatedFact): boolean {
  if (relation !== "hasSize" || quantity === null) return false;
  if (COUNTED.test(subject)) return speaker !== null;
  return PEOPLE.test(quantity.unit ?? "") && /\bcount|\bestimat/i.test(surface.relation);
}

function areOneGathering(left: StatedFact, right: StatedFact, { companyOf }: Comparison): boolean {
  if (left.article.id === right.article.id) {
    const [gathering, count] = isCount(left) ? [right, left] : [left, right];
    return gathering.evidence.start <= count.evidence.start;
  }
  const [a, b] = [left, right].map(({ article }) => Date.parse(article.published?.slice(0, 10) ?? "") / DAY);
  if (!(Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) <= DAYS)) return false;
  return areOneStory(left.article, right.article, companyOf, false);
}
