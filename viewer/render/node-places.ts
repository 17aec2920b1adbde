import type Sigma from "sigma";
import type { Point } from "../../src/layout/layout-input.ts";
import type { DrawnNode } from "./drawn.ts";

/** A node this far outside of the picture may still reach into it. */
const MARGIN = 20;

/** Where nodes stand on screen: read from sigma when the graph changes, projected once per frame. */
export class NodePlaces {
  readonly #sigma: Sigma;
  /** Best connected first. */
  readonly #ids: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #framed: Float64Array;
  readonly #screen: Float64Array;
  readonly #sizes: Float64Array;
  readonly #hidden: Uint8Array;
  #origin: Point = { x: 0, y: 0 };
  /** Pixels for each unit of size. */
  #scale = 1;

  constructor(sigma: Sigma, ids: readonly string[]) {
    this.#sigma = sigma;
    this.#ids = ids;
    this.#ranks = new Map(ids.map((id, rank) => [id, rank]));
    this.#framed = new Float64Array(ids.length * 2);
    this.#screen = new Float64Array(ids.length * 2);
    this.#sizes = new Float64Array(ids.length);
    this.#hidden = new Uint8Array(ids.length).fill(1);
  }

  /** Takes over what sigma has worked out for each node. */
  read(): void {
    this.#ids.forEach((id, rank) => {
      const data = this.#sigma.getNodeDisplayData(id);
      this.#hidden[rank] = data === undefined || data.hidden ? 1 : 0;
      if (data === undefined) return;
      this.#framed[rank * 2] = data.x;
      this.#framed[rank * 2 + 1] = data.y;
      this.#sizes[rank] = data.size;
    });
  }

  /** Where the corner of the framed graph stands on screen. */
  get origin(): Point {
    return this.#origin;
  }

  /** The way from the framed graph to the screen is affine: three points give it for all. */
  project(): void {
    const sigma = this.#sigma;
    const origin = sigma.framedGraphToViewport({ x: 0, y: 0 });
    this.#origin = origin;
    const right = sigma.framedGraphToViewport({ x: 1, y: 0 });
    const up = sigma.framedGraphToViewport({ x: 0, y: 1 });
    this.#scale = sigma.scaleSize(1);
    const [xx, xy] = [right.x - origin.x, right.y - origin.y];
    const [yx, yy] = [up.x - origin.x, up.y - origin.y];
    for (let at = 0; at < this.#framed.length; at += 2) {
      const [x, y] = [this.#framed[at] as number, this.#framed[at + 1] as number];
      this.#screen[at] = origin.x + x * xx + y * yx;
      this.#screen[at + 1] = origin.y + x * xy + y * yy;
    }
  }

  find(id: string): DrawnNode | undefined {
    const rank = this.#ranks.get(id);
    return rank === undefined || this.#hidden[rank] === 1 ? undefined : this.#at(rank);
  }

  /** Those that reach into a picture of this size, the best connected first. */
  within(width: number, height: number, atMost = Number.POSITIVE_INFINITY): DrawnNode[] {
    const nodes: DrawnNode[] = [];
    for (let rank = 0; rank < this.#ids.length && nodes.length < atMost; rank++) {
      const [x, y] = [this.#screen[rank * 2] as number, this.#screen[rank * 2 + 1] as number];
      if (this.#hidden[rank] === 1 || x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN)
        continue;
      nodes.push(this.#at(rank));
    }
    return nodes;
  }

  /** All visible ones, the best connected first. */
  all(): DrawnNode[] {
    return this.within(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  #at(rank: number): DrawnNode {
    return {
      id: this.#ids[rank] as string,
      x: this.#screen[rank * 2] as number,
      y: this.#screen[rank * 2 + 1] as number,
      radius: this.#scale * (this.#sizes[rank] as number),
    };
  }
}
