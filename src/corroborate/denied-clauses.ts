import { groupBy } from "./group-by.ts";
import type { Statement } from "./statements.ts";

/** In a denial, what stands for the thing that was spoken of. */
const PRONOUN = /\b(?:it|them|him|her|so|this|that)$/i;
const HELD = new Set(["certain", "probable"]);

/**
 * Finds what a denial takes up by a pronoun that nobody could read: after "the firm said the city had approved the stage", "the mayor denied
 * that the city had approved it". Subject and verb are the same words, in one article, the denial last.
 *
 * @param statements in the order of the graph; so are the pairs found: what was said, and that it was denied
 */
export function findDeniedClauses(
  statements: readonly Statement[],
): readonly (readonly [Statement, Statement])[] {
  const stated = statements.flatMap((statement) => statement.facts.map((fact) => ({ statement, fact })));
  return [...groupBy(stated, ({ fact }) => fact.article.id).values()].flatMap((inArticle) =>
    inArticle
      .filter(({ fact }) => fact.relation === "denied" && PRONOUN.test(fact.surface.object))
      .flatMap(({ statement, fact: denial }) => {
        const { start, end } = denial.evidence;
        const isRead = inArticle.some(
          ({ fact }) =>
            fact.factuality === "negated" && fact.evidence.start >= start && fact.evidence.end <= end,
        );
        if (isRead) return [];
        const words = wordsOf(denial.surface.object);
        const said = inArticle.filter(
          ({ fact: { factuality, evidence, speaker, surface } }) =>
            HELD.has(factuality) &&
            evidence.end <= start &&
            speaker !== denial.subject &&
            [surface.subject, verbOf(surface.relation)].every((part) => areIn(wordsOf(part), words)),
        );
        const last = said.at(-1);
        return last === undefined ? [] : [[last.statement, statement] as const];
      }),
  );
}

/** "had approved" → "approved": auxiliaries differ between what was said and what is denied. */
function verbOf(relation: string): string {
  return (
    relation
      .split(" ")
      .find((word) => !/^(?:ha[sd]|have|was|were|is|are|been|be|did|does|do|will|would)$/i.test(word)) ?? ""
  );
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !/^(?:the|an?)$/.test(word)));
}

function areIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((word) => whole.has(word));
}
