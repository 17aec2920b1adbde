import { EvaluationInputError } from "../input-error.ts";
import { harmonicMean, share } from "../rates.ts";

/** A sentence with a pair of actors and the root code of what the one does to the other (Hu et al., ACL 2024). */
export interface ActorPair {
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
  readonly root: string;
}

/** What a system says of a sentence. */
export interface CodedEvent {
  readonly source: string;
  readonly target: string;
  /** Further participants and places in the words of the sentence, e.g. "to the coast". */
  readonly besides?: readonly string[];
  readonly root: string;
  readonly confidence: number;
}

export interface PairScores {
  /** Mean of the F1 of each root code: a pair without an answer is a wrong one. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** Share of pairs with an answer. */
  readonly answered: number;
  readonly byRoot: ReadonlyMap<
    string,
    { readonly precision: number; readonly recall: number; readonly f1: number; readonly pairs: number }
  >;
}

/** Reads the tab-separated file of pairs, whose first line names the columns. */
export function readActorPairs(table: string): readonly ActorPair[] {
  const [header = "", ...rows] = table.split(/\r?\n/).filter((line) => line !== "");
  const columns = header.split("\t");
  const indices = ["sentence", "source", "target", "gold_root"].map((name) => {
    const index = columns.indexOf(name);
    if (index < 0) throw new EvaluationInputError("actor pairs", `no column ${name}`);
    return index;
  });
  return rows.map((row) => {
    const cells = row.split("\t");
    const [sentence = "", source = "", target = "", root = ""] = indices.map((index) => cells[index] ?? "");
    return { sentence, source, target, root };
  });
}

/**
 * The most sure of a sentence's events that is between the pair, the first of equals; where there is none, of those that
 * name the pair's target among what they say besides.
 */
export function answerOf(pair: ActorPair, events: readonly CodedEvent[]): CodedEvent | undefined {
  const ofSource = events.filter(({ source }) => isSameActor(source, pair.source));
  return (
    surest(ofSource.filter(({ target }) => isSameActor(target, pair.target))) ??
    surest(ofSource.filter(({ besides = [] }) => besides.some((words) => isSameActor(words, pair.target))))
  );
}

function surest(events: readonly CodedEvent[]): CodedEvent | undefined {
  let best: CodedEvent | undefined;
  for (const event of events) if (best === undefined || event.confidence > best.confidence) best = event;
  return best;
}

/** @param answers root codes in the order of the pairs; undefined for no answer */
export function scorePairs(
  pairs: readonly ActorPair[],
  answers: readonly (string | undefined)[],
): PairScores {
  const roots = [...new Set(pairs.map(({ root }) => root))].sort();
  const byRoot = new Map(
    roots.map((root) => {
      const gold = pairs.filter((pair) => pair.root === root).length;
      const right = pairs.filter((pair, index) => pair.root === root && answers[index] === root).length;
      const precision = share(right, answers.filter((answer) => answer === root).length);
      const recall = share(right, gold);
      return [root, { precision, recall, f1: harmonicMean(precision, recall), pairs: gold }] as const;
    }),
  );
  const total = [...byRoot.values()].reduce((sum, { f1 }) => sum + f1, 0);
  const count = (counts: (pair: ActorPair, index: number) => boolean): number =>
    share(pairs.filter(counts).length, pairs.length);
  return {
    macroF1: share(total, roots.length),
    accuracy: count((pair, index) => answers[index] === pair.root),
    answered: count((_, index) => answers[index] !== undefined),
    byRoot,
  };
}

/** Words that name no actor by themselves. */
const UNTELLING = new Set(
  (
    "a an the of and or in on at to for from by with its their his her mr mrs ms dr sir president prime minister king " +
    "queen senator general colonel leader official officials spokesman spokeswoman foreign secretary chief head"
  ).split(" "),
);

/** One holds the other, or they share a word of substance. */
export function isSameActor(said: string, gold: string): boolean {
  const [left, right] = [wordsOf(said), wordsOf(gold)];
  if (left.length === 0 || right.length === 0) return false;
  const [one, other] = [` ${left.join(" ")} `, ` ${right.join(" ")} `];
  if (one.includes(other) || other.includes(one)) return true;
  return left.some((word) => !UNTELLING.has(word) && right.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[0-9a-z]+/g) ?? [];
}
