import type { HashedWeights } from "../weights/hashed-weights.ts";
import { Configuration, type MoveKind } from "./configuration.ts";
import { PARSER_FEATURE_COUNT, ParserFeatures, type ParserInput } from "./parser-features.ts";

/** A move with the relation of the arc it draws; `relation` is an index, -1 for SHIFT. */
export interface LabelledMove {
  readonly kind: MoveKind;
  readonly relation: number;
}

export interface ParserInventory {
  /** UD relations with subtype. */
  readonly relations: readonly string[];
  /** Moves by class. */
  readonly moves: readonly LabelledMove[];
}

/** The tree of one sentence. */
export interface Tree {
  /** Head by word, -1 for the root. */
  readonly heads: Int32Array;
  /** Relation by word, as an index of {@link ParserInventory.relations}. */
  readonly relations: Int32Array;
  /** By word, how far the move that attached it stood above the best move that would not have drawn this arc, in weight units. */
  readonly margins: Float64Array;
}

/** Greedy transition-based dependency parser (arc-hybrid) over hashed features: time linear in the sentence's length. */
export class Parser {
  readonly inventory: ParserInventory;
  readonly #weights: HashedWeights;
  readonly #features = new ParserFeatures();
  readonly #rows = new Int32Array(PARSER_FEATURE_COUNT);
  readonly #scores: Int32Array;
  readonly #kinds: Uint8Array;

  constructor(inventory: ParserInventory, weights: HashedWeights) {
    this.inventory = inventory;
    this.#weights = weights;
    this.#scores = new Int32Array(weights.classes);
    this.#kinds = Uint8Array.from(inventory.moves, (move) => move.kind);
  }

  parse(input: ParserInput): Tree {
    const configuration = new Configuration(input.words.length);
    const margins = new Float64Array(input.words.length);
    while (!configuration.finished) {
      this.#scoreMoves(configuration, input);
      const best = this.#bestMove(configuration);
      const move = this.inventory.moves[best];
      if (move === undefined) throw new Error("no move is allowed");
      const dependent = configuration.stackAt(0);
      if (move.relation >= 0) margins[dependent] = this.#margin(configuration, best);
      configuration.apply(move.kind, move.relation);
    }
    const heads = configuration.heads.slice(0, configuration.length);
    for (let word = 0; word < heads.length; word++) {
      if (heads[word] === configuration.length) heads[word] = -1;
    }
    return { heads, relations: configuration.labels.slice(0, configuration.length), margins };
  }

  #scoreMoves(configuration: Configuration, input: ParserInput): void {
    this.#features.collect(configuration, input);
    const { hashes } = this.#features;
    for (let index = 0; index < PARSER_FEATURE_COUNT; index++) {
      this.#rows[index] = this.#weights.row(hashes[index] as number);
    }
    this.#weights.score(this.#rows, PARSER_FEATURE_COUNT, this.#scores);
  }

  #bestMove(configuration: Configuration): number {
    let best = -1;
    for (let index = 0; index < this.#kinds.length; index++) {
      if (best >= 0 && (this.#scores[index] as number) <= (this.#scores[best] as number)) continue;
      if (configuration.allows(this.#kinds[index] as MoveKind)) best = index;
    }
    return best;
  }

  #margin(configuration: Configuration, best: number): number {
    const kind = this.#kinds[best];
    let second = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < this.#kinds.length; index++) {
      const other = this.#kinds[index] as MoveKind;
      if (other === kind || (this.#scores[index] as number) <= second || !configuration.allows(other))
        continue;
      second = this.#scores[index] as number;
    }
    const score = this.#scores[best] as number;
    // Where no other move was allowed the arc was forced: then only the move's own score speaks for it.
    return second === Number.NEGATIVE_INFINITY ? Math.max(0, score) : score - second;
  }
}
