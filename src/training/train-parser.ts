import {
  Configuration,
  LEFT_ARC,
  type MoveKind,
  RIGHT_ARC,
  SHIFT,
} from "../annotate/parser/configuration.ts";
import type { LabelledMove, ParserInventory } from "../annotate/parser/parser.ts";
import {
  PARSER_FEATURE_COUNT,
  ParserFeatures,
  type ParserInput,
} from "../annotate/parser/parser-features.ts";
import type { HashedWeights } from "../annotate/weights/hashed-weights.ts";
import { AveragedWeights } from "./averaged-weights.ts";
import { moveCost } from "./dynamic-oracle.ts";
import { seededRandom, shuffled } from "./random.ts";

export interface ParserOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly bits: number;
  /** Share of steps, from the second epoch on, on which the parser follows its own move instead of a right one. */
  readonly exploration: number;
  /** Called after each epoch with the share of right moves. */
  readonly onEpoch?: (epoch: number, accuracy: number) => void;
}

/** A sentence as the parser sees it, with its gold tree. */
export interface ParserExample {
  readonly input: ParserInput;
  /** Gold heads; the sentence's length for the root's dependent. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

/** A relation needs this many arcs in one direction to become a move. */
const RARE_MOVE = 4;

/** Collects the moves that the gold trees need. */
export function collectMoves(examples: readonly ParserExample[]): ParserInventory {
  const counts = new Map<string, number>();
  for (const { heads, relations } of examples) {
    for (const [word, relation] of relations.entries()) {
      const key = `${(heads[word] as number) > word ? LEFT_ARC : RIGHT_ARC} ${relation}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const kept = [...counts].filter(([, count]) => count >= RARE_MOVE).map(([key]) => key.split(" "));
  const relations = [...new Set(kept.map(([, relation = ""]) => relation))].sort();
  const moves: LabelledMove[] = kept
    .map(([kind, relation = ""]) => ({
      kind: Number(kind) as MoveKind,
      relation: relations.indexOf(relation),
    }))
    .sort((left, right) => left.kind - right.kind || left.relation - right.relation);
  return { relations, moves: [{ kind: SHIFT, relation: -1 }, ...moves] };
}

/** Trains the parser with exploration: it learns what to do after its own mistakes, too. */
export function trainParser(
  examples: readonly ParserExample[],
  inventory: ParserInventory,
  options: ParserOptions,
): HashedWeights {
  const learner = new ParserLearner(inventory, options);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      learner.learn(example, epoch > 0 ? options.exploration : 0, random);
    }
    options.onEpoch?.(epoch + 1, learner.accuracy());
  }
  return learner.weights.quantised();
}

class ParserLearner {
  readonly weights: AveragedWeights;
  readonly #inventory: ParserInventory;
  readonly #features = new ParserFeatures();
  readonly #rows = new Int32Array(PARSER_FEATURE_COUNT);
  readonly #scores: Int32Array;
  #seen = 0;
  #right = 0;

  constructor(inventory: ParserInventory, options: ParserOptions) {
    this.#inventory = inventory;
    this.weights = new AveragedWeights(options.bits, inventory.moves.length);
    this.#scores = new Int32Array(inventory.moves.length);
  }

  /** Share of right moves since the last call. */
  accuracy(): number {
    const share = this.#right / Math.max(1, this.#seen);
    this.#seen = 0;
    this.#right = 0;
    return share;
  }

  learn(example: ParserExample, exploration: number, random: () => number): void {
    const configuration = new Configuration(example.heads.length);
    const gold = Int32Array.from(example.relations, (name) => this.#inventory.relations.indexOf(name));
    while (!configuration.finished) {
      this.#score(configuration, example.input);
      const { predicted, right } = this.#choose(configuration, example.heads, gold);
      this.weights.step();
      this.#seen++;
      if (predicted === right) this.#right++;
      else this.weights.update(this.#rows, PARSER_FEATURE_COUNT, right, predicted);
      const next = this.#inventory.moves[random() < exploration ? predicted : right] as LabelledMove;
      configuration.apply(next.kind, next.relation);
    }
  }

  #score(configuration: Configuration, input: ParserInput): void {
    this.#features.collect(configuration, input);
    for (let index = 0; index < PARSER_FEATURE_COUNT; index++) {
      this.#rows[index] = this.weights.current.row(this.#features.hashes[index] as number);
    }
    this.weights.current.score(this.#rows, PARSER_FEATURE_COUNT, this.#scores);
  }

  /** The best-scored move, and the best-scored of those that lose no arc that could still be had. */
  #choose(
    configuration: Configuration,
    heads: Int32Array,
    gold: Int32Array,
  ): { readonly predicted: number; readonly right: number } {
    const costs = [SHIFT, LEFT_ARC, RIGHT_ARC].map((kind) =>
      configuration.allows(kind as MoveKind)
        ? moveCost(configuration, heads, kind as MoveKind)
        : Number.POSITIVE_INFINITY,
    );
    const least = Math.min(...costs);
    const dependent = configuration.stackAt(0);
    let predicted = -1;
    let right = -1;
    for (const [index, move] of this.#inventory.moves.entries()) {
      const cost = costs[move.kind] as number;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const score = this.#scores[index] as number;
      if (predicted < 0 || score > (this.#scores[predicted] as number)) predicted = index;
      if (cost > least) continue;
      if (!this.#labelFits(move, configuration, heads, gold, dependent)) continue;
      if (right < 0 || score > (this.#scores[right] as number)) right = index;
    }
    return { predicted, right: right < 0 ? predicted : right };
  }

  /** An arc to the gold head must bear the gold relation; an arc to another head may bear any. */
  #labelFits(
    move: LabelledMove,
    configuration: Configuration,
    heads: Int32Array,
    gold: Int32Array,
    dependent: number,
  ): boolean {
    if (move.kind === SHIFT || (gold[dependent] as number) < 0) return true;
    const head = move.kind === LEFT_ARC ? configuration.next : configuration.stackAt(1);
    return head !== heads[dependent] || move.relation === gold[dependent];
  }
}
