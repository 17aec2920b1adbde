import { mixHash } from "../weights/feature-hash.ts";

export const SHIFT = 0;
export const LEFT_ARC = 1;
export const RIGHT_ARC = 2;
export type MoveKind = typeof SHIFT | typeof LEFT_ARC | typeof RIGHT_ARC;

/** No such token. */
export const NONE = -1;

/**
 * A state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) for one sentence.
 *
 * - SHIFT: the next word goes on the stack;
 * - LEFT_ARC: the stack's top gets the next word as head, and leaves the stack;
 * - RIGHT_ARC: the stack's top gets the word under it as head, and leaves the stack.
 *
 * The artificial root stands after the last word (index `length`), as Ballesteros and Nivre (2013) advise. It takes
 * one dependent only, so every tree has one root.
 */
export class Configuration {
  readonly length: number;
  readonly stack: Int32Array;
  stackSize = 0;
  /** The first word of the buffer; `length` stands for the root. */
  next = 0;
  /** Head by dependent; {@link NONE} until it is attached; `length` for the root's dependent. */
  readonly heads: Int32Array;
  /** Relation of the arc to the head. */
  readonly labels: Int32Array;
  /** The two outermost dependents on either side, outermost first. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Hash of the relations of all dependents on either side, in the order of attachment. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;

  constructor(length: number) {
    const size = length + 1;
    this.length = length;
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size).fill(NONE);
    this.labels = new Int32Array(size).fill(NONE);
    this.left = new Int32Array(size).fill(NONE);
    this.left2 = new Int32Array(size).fill(NONE);
    this.right = new Int32Array(size).fill(NONE);
    this.right2 = new Int32Array(size).fill(NONE);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
    this.leftLabels = new Int32Array(size);
    this.rightLabels = new Int32Array(size);
  }

  get finished(): boolean {
    return this.stackSize === 0 && this.next === this.length;
  }

  /** The word at `depth` below the stack's top, or {@link NONE}. */
  stackAt(depth: number): number {
    return depth < this.stackSize ? (this.stack[this.stackSize - 1 - depth] as number) : NONE;
  }

  allows(move: MoveKind): boolean {
    if (move === SHIFT) return this.next < this.length;
    if (move === LEFT_ARC) return this.next < this.length ? this.stackSize >= 1 : this.stackSize === 1;
    return this.stackSize >= 2;
  }

  apply(move: MoveKind, label: number): void {
    if (move === SHIFT) {
      this.stack[this.stackSize++] = this.next++;
      return;
    }
    const dependent = this.stackAt(0);
    const head = move === LEFT_ARC ? this.next : this.stackAt(1);
    this.stackSize--;
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    if (move === LEFT_ARC) this.#attachLeft(head, dependent, label);
    else this.#attachRight(head, dependent, label);
  }

  #attachLeft(head: number, dependent: number, label: number): void {
    this.left2[head] = this.left[head] as number;
    this.left[head] = dependent;
    this.leftCount[head] = (this.leftCount[head] as number) + 1;
    this.leftLabels[head] = mixHash(this.leftLabels[head] as number, label + 1);
  }

  #attachRight(head: number, dependent: number, label: number): void {
    this.right2[head] = this.right[head] as number;
    this.right[head] = dependent;
    this.rightCount[head] = (this.rightCount[head] as number) + 1;
    this.rightLabels[head] = mixHash(this.rightLabels[head] as number, label + 1);
  }
}
