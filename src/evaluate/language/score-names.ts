/** A name over words `first` … `last - 1`. */
export interface NamedWords {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** The names of one text: those it should have, those found, and stretches on which nothing is asked. */
export interface NameTask {
  readonly gold: readonly NamedWords[];
  readonly found: readonly NamedWords[];
  /** Names of types that are not asked for: what is found on or in them is excused by the lenient score. */
  readonly ignored: readonly NamedWords[];
}

export interface NameScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 without what was found on or in names of types that are not asked for. */
  readonly lenientF1: number;
}

/** Span and type must agree. */
export function scoreNames(tasks: readonly NameTask[]): NameScores {
  let [right, found, gold, excused] = [0, 0, 0, 0];
  for (const task of tasks) {
    const wanted = new Set(task.gold.map(keyOf));
    const guesses = new Map(task.found.map((name) => [keyOf(name), name]));
    gold += wanted.size;
    found += guesses.size;
    for (const [key, name] of guesses) {
      if (wanted.has(key)) right++;
      else if (task.ignored.some((other) => overlap(other, name))) excused++;
    }
  }
  return {
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, gold),
    f1: (2 * right) / Math.max(1, found + gold),
    lenientF1: (2 * right) / Math.max(1, found - excused + gold),
  };
}

/** Share of gold names that a found one of a fitting type covers: the same words, or some of them. */
export function recallOfNames(
  tasks: readonly Pick<NameTask, "gold" | "found">[],
  fits: (goldType: string, foundType: string) => boolean,
): { readonly exact: number; readonly overlapping: number; readonly names: number } {
  let [names, exact, overlapping] = [0, 0, 0];
  for (const { gold, found } of tasks) {
    for (const name of gold) {
      const fitting = found.filter((other) => fits(name.type, other.type));
      names++;
      if (fitting.some(({ first, last }) => first === name.first && last === name.last)) exact++;
      if (fitting.some((other) => overlap(other, name))) overlapping++;
    }
  }
  return { names, exact: exact / Math.max(1, names), overlapping: overlapping / Math.max(1, names) };
}

function keyOf({ first, last, type }: NamedWords): string {
  return `${first}-${last} ${type}`;
}

function overlap(one: NamedWords, other: NamedWords): boolean {
  return one.first < other.last && other.first < one.last;
}
