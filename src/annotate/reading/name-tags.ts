/** Words `first` … `last - 1` that name something of a type. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  /** Mean probability of its words' tags. */
  readonly confidence: number;
}

/**
 * Finds the best legal sequence of BIOES tags (Viterbi) and the names that it spells.
 *
 * A name is one `S-type`, or `B-type` … `E-type` with only `I-type` between; outside is `O`.
 */
export class NameTagger {
  readonly #tags: readonly string[];
  /** For every tag, the tags that may stand before it. */
  readonly #before: readonly (readonly number[])[];
  readonly #first: readonly boolean[];
  readonly #last: readonly boolean[];

  constructor(tags: readonly string[]) {
    this.#tags = tags;
    const opens = (tag: string): boolean => /^[OBS]/.test(tag);
    const closes = (tag: string): boolean => /^[OES]/.test(tag);
    this.#first = tags.map(opens);
    this.#last = tags.map(closes);
    this.#before = tags.map((tag) =>
      tags.flatMap((before, index) => {
        const fits = opens(tag) ? closes(before) : !closes(before) && before.slice(1) === tag.slice(1);
        return fits ? [index] : [];
      }),
    );
  }

  /** @param logits one row of scores a word */
  find(logits: Float32Array): TaggedName[] {
    const size = this.#tags.length;
    const words = logits.length / size;
    const logProbabilities = logSoftmaxRows(logits, size);
    const path = this.#bestPath(logProbabilities, words);
    const names: TaggedName[] = [];
    let first = 0;
    for (const [word, tag] of path.entries()) {
      const name = this.#tags[tag] as string;
      if (/^[BS]/.test(name)) first = word;
      if (!/^[ES]/.test(name)) continue;
      let sum = 0;
      for (let index = first; index <= word; index++)
        sum += Math.exp(logProbabilities[index * size + (path[index] as number)] as number);
      names.push({ first, last: word + 1, type: name.slice(2), confidence: sum / (word + 1 - first) });
    }
    return names;
  }

  #bestPath(scores: Float64Array, words: number): number[] {
    const size = this.#tags.length;
    if (words === 0) return [];
    let best = Float64Array.from({ length: size }, (_, tag) =>
      this.#first[tag] ? (scores[tag] as number) : Number.NEGATIVE_INFINITY,
    );
    const back: Int16Array[] = [];
    for (let word = 1; word < words; word++) {
      const next = new Float64Array(size);
      const sources = new Int16Array(size);
      for (let tag = 0; tag < size; tag++) {
        let source = -1;
        let value = Number.NEGATIVE_INFINITY;
        for (const before of this.#before[tag] as readonly number[]) {
          if ((best[before] as number) > value || source < 0) {
            source = before;
            value = best[before] as number;
          }
        }
        sources[tag] = source;
        next[tag] = value + (scores[word * size + tag] as number);
      }
      back.push(sources);
      best = next;
    }
    let tag = -1;
    for (let index = 0; index < size; index++) {
      if (this.#last[index] && (tag < 0 || (best[index] as number) > (best[tag] as number))) tag = index;
    }
    const path = [tag];
    for (const sources of back.reverse()) {
      tag = sources[tag] as number;
      path.push(tag);
    }
    return path.reverse();
  }
}

function logSoftmaxRows(logits: Float32Array, size: number): Float64Array {
  const result = new Float64Array(logits.length);
  for (let from = 0; from < logits.length; from += size) {
    let top = Number.NEGATIVE_INFINITY;
    for (let index = from; index < from + size; index++) top = Math.max(top, logits[index] as number);
    let sum = 0;
    for (let index = from; index < from + size; index++) sum += Math.exp((logits[index] as number) - top);
    const shift = top + Math.log(sum);
    for (let index = from; index < from + size; index++) result[index] = (logits[index] as number) - shift;
  }
  return result;
}
