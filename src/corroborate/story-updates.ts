import { areDatesApart, areValuesApart, type Conflict, isSingleValued, isYes, saidOn } from "./conflicts.ts";
import { groupBy } from "./group-by.ts";
import type { Comparison, StatedFact, Statement } from "./statements.ts";

/** Articles of one story speak of so many of the same named things … */
const SHARED = 3;
/** … within so many days. */
const STORY_DAYS = 60;
/** With how many later statements each is compared, so that a corpus of thousands costs no more than its size. */
const NEIGHBOURS = 12;
const DAY = 86_400_000;

/**
 * Finds the later figures and dates of things that have no name: "the plant will employ 3,000 people" and, of the plant
 * in an article of the same story, "2,400". A description is a thing of its article alone, so these are no rivals by
 * identity; the same noun in two articles that name the same things, weeks apart, is taken for one thing here, and only here.
 *
 * @param statements in the order of the graph; so are the updates found
 */
export function findStoryUpdates(
  statements: readonly Statement[],
  { isLocal }: Comparison,
): readonly Conflict[] {
  const company = namedThings(statements, isLocal);
  const values = statements.filter(({ facts: [fact] }) => {
    return fact !== undefined && isLocal(fact.subjectNode) && fact.objectNode === null && isYes(fact);
  });
  const groups = groupBy(values, ({ facts }) => {
    const { subject, relation } = facts[0] as StatedFact;
    return `${headOf(subject)} ${relation}`;
  });
  return [...groups.values()].flatMap((group) => {
    const byDay = group
      .map((statement) => ({ statement, day: Date.parse(saidOn(statement) ?? "") / DAY }))
      .filter(({ day }) => !Number.isNaN(day))
      .sort((a, b) => a.day - b.day);
    return byDay.flatMap((earlier, index) =>
      byDay
        .slice(index + 1, index + 1 + NEIGHBOURS)
        .filter((later) => later.day > earlier.day && later.day - earlier.day <= STORY_DAYS)
        .flatMap((later) => compare(earlier.statement, later.statement, company)),
    );
  });
}

function compare(left: Statement, right: Statement, company: Company): readonly Conflict[] {
  const [a, b] = [left.facts[0] as StatedFact, right.facts[0] as StatedFact];
  const figures = isSingleValued(a) && areValuesApart(a, b);
  const moved =
    a.object.toLowerCase() === b.object.toLowerCase() &&
    a.temporality === "future" &&
    b.temporality === "future" &&
    areDatesApart(a.date, b.date);
  if (!figures && !moved) return [];
  const [mine, theirs] = [company.get(a.article.id), company.get(b.article.id)];
  const shared = [...(mine ?? [])].filter((node) => theirs?.has(node)).length;
  if (a.article.id === b.article.id || shared < SHARED) return [];
  const reason = moved ? `${a.date} and ${b.date}` : `${a.object} and ${b.object}`;
  return [{ kind: "update", left: left.id, right: right.id, reason }];
}

/** Article → what it speaks of that is not its own description. */
type Company = ReadonlyMap<string, ReadonlySet<string>>;

function namedThings(statements: readonly Statement[], isLocal: Comparison["isLocal"]): Company {
  const company = new Map<string, Set<string>>();
  for (const { facts } of statements) {
    for (const { article, subjectNode, objectNode } of facts) {
      const nodes = company.get(article.id) ?? new Set();
      company.set(article.id, nodes);
      for (const node of [subjectNode, objectNode]) if (node !== null && !isLocal(node)) nodes.add(node);
    }
  }
  return company;
}

/** "border crossing between two countries" → "crossing". */
function headOf(label: string): string {
  const [phrase = ""] = label.toLowerCase().split(/ (?:of|in|on|at|for|between|with|to|from|by|that|which) /);
  return phrase.split(" ").at(-1) ?? "";
}
