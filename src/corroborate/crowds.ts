import { areOneStory, dayOf } from "./described-things.ts";
import { groupBy } from "./group-by.ts";
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

/**
 * Finds two numbers of one crowd: "40,000 people marched", "police put the number at 15,000". One of the two is a count that somebody
 * gives; what it counts is whatever gathered before it in its article, or in the articles of its story within days.
 */
export function findCrowdCounts(
  statements: readonly Statement[],
  comparison: Comparison,
): readonly (readonly [Statement, Statement])[] {
  const stated = statements.flatMap((statement) => {
    const [fact] = statement.facts;
    return fact === undefined ? [] : [{ statement, fact }];
  });
  const gatherings = groupBy(
    stated.filter(({ fact }) => isGathering(fact) && !isCount(fact)),
    ({ fact }) => dayOrArticle(fact),
  );
  return stated
    .filter(({ fact }) => isCount(fact))
    .flatMap(({ statement, fact: count }) =>
      daysAround(count)
        .flatMap((day) => gatherings.get(day) ?? [])
        .filter(({ fact }) => fact.speaker !== count.speaker && areOneGathering(fact, count, comparison))
        .map((gathering) => inOrder(gathering.statement, statement)),
    );
}

/** An article of an unknown day is compared with itself alone. */
function dayOrArticle({ article }: StatedFact): string {
  const day = dayOf(article);
  return Number.isNaN(day) ? article.id : String(day);
}

function daysAround({ article }: StatedFact): readonly string[] {
  const day = dayOf(article);
  if (Number.isNaN(day)) return [article.id];
  return Array.from({ length: 2 * DAYS + 1 }, (_, index) => String(day - DAYS + index));
}

function inOrder(left: Statement, right: Statement): readonly [Statement, Statement] {
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

function areOneGathering(gathering: StatedFact, count: StatedFact, { companyOf }: Comparison): boolean {
  return gathering.article.id === count.article.id
    ? gathering.evidence.start <= count.evidence.start
    : areOneStory(gathering, count, companyOf, false);
}
