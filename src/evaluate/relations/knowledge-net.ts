import { overlaps, type Span } from "../../model/span.ts";
import { EvaluationInputError } from "../input-error.ts";
import { type PrecisionRecall, precisionRecall } from "../rates.ts";

/** A property between two places of a passage. */
export interface PlacedFact {
  readonly property: string;
  readonly subject: Span;
  readonly object: Span;
}

/** A passage of KnowledgeNet (Mesquita et al. 2019). */
export interface Passage {
  readonly fold: number;
  readonly id: string;
  readonly text: string;
  /** Properties for which it was annotated in full: with no such fact listed, there is none. */
  readonly exhaustive: ReadonlySet<string>;
  readonly facts: readonly PlacedFact[];
}

export interface FoundFact extends PlacedFact {
  /** 0 to 1. */
  readonly confidence: number;
}

/** A fact that is found and not annotated, or annotated and not found. */
export interface PassageError extends PlacedFact {
  readonly passage: Passage;
  readonly kind: "spurious" | "missed";
}

export interface PassageScores {
  readonly all: PrecisionRecall;
  readonly byProperty: ReadonlyMap<string, PrecisionRecall>;
  readonly errors: readonly PassageError[];
}

interface PassageFile {
  readonly fold: number;
  readonly passages: readonly {
    readonly passageId: string;
    readonly text: string;
    readonly exhaustivelyAnnotatedProperties: readonly string[];
    readonly facts: readonly {
      readonly property: string;
      readonly start: number;
      readonly end: number;
      readonly objectStart: number;
      readonly objectEnd: number;
    }[];
  }[];
}

/** Reads the JSON lines of KnowledgeNet, a document a line. */
export function readPassages(jsonLines: string): readonly Passage[] {
  const lines = jsonLines.split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, index) => {
    let document: PassageFile;
    try {
      document = JSON.parse(line) as PassageFile;
    } catch (cause) {
      throw new EvaluationInputError(`line ${index + 1}`, "not JSON", { cause });
    }
    return document.passages.map(({ passageId, text, exhaustivelyAnnotatedProperties, facts }) => ({
      fold: document.fold,
      id: passageId,
      text,
      exhaustive: new Set(exhaustivelyAnnotatedProperties),
      facts: facts.map(({ property, start, end, objectStart, objectEnd }) => ({
        property,
        subject: { start, end },
        object: { start: objectStart, end: objectEnd },
      })),
    }));
  });
}

/**
 * The published text evaluation: facts match where the property is the same and both arguments overlap. What was found
 * counts as wrong only where the passage was annotated in full for its property.
 */
export function scorePassages(
  found: ReadonlyMap<Passage, readonly PlacedFact[]>,
  passages: readonly Passage[],
): PassageScores {
  const counts = new Map<string, { right: number; spurious: number; missed: number }>();
  const countOf = (property: string) => {
    const known = counts.get(property) ?? { right: 0, spurious: 0, missed: 0 };
    counts.set(property, known);
    return known;
  };
  const errors: PassageError[] = [];
  for (const passage of passages) {
    const here = found.get(passage) ?? [];
    for (const fact of passage.facts) {
      const hit = here.some((each) => matches(each, fact));
      countOf(fact.property)[hit ? "right" : "missed"]++;
      if (!hit) errors.push({ ...fact, passage, kind: "missed" });
    }
    for (const fact of here) {
      if (!passage.exhaustive.has(fact.property) || passage.facts.some((each) => matches(each, fact)))
        continue;
      countOf(fact.property).spurious++;
      errors.push({ ...fact, passage, kind: "spurious" });
    }
  }
  const rates = ({ right, spurious, missed }: { right: number; spurious: number; missed: number }) =>
    precisionRecall(right, right + spurious, right + missed);
  const total = { right: 0, spurious: 0, missed: 0 };
  for (const { right, spurious, missed } of counts.values()) {
    total.right += right;
    total.spurious += spurious;
    total.missed += missed;
  }
  const byProperty = [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    all: rates(total),
    byProperty: new Map(byProperty.map(([property, count]) => [property, rates(count)] as const)),
    errors,
  };
}

export function matches(left: PlacedFact, right: PlacedFact): boolean {
  return (
    left.property === right.property &&
    overlaps(left.subject, right.subject) &&
    overlaps(left.object, right.object)
  );
}
