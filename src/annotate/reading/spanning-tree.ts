/** More than all scores of a sentence together can differ: one arc from the root is then better than two. */
const ROOT_PRICE = 1e6;

/**
 * The best tree over a sentence: the maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967) in which exactly one
 * word hangs on the root.
 *
 * @param scores row by row, for every word, the scores of its heads: column 0 is the root, column h the h-th word
 * @returns for every word the column of its head
 */
export function bestTree(scores: Float32Array, words: number): number[] {
  const size = words + 1;
  const matrix: Float64Array[] = [new Float64Array(size).fill(Number.NEGATIVE_INFINITY)];
  for (let word = 1; word < size; word++) {
    const row = Float64Array.from(scores.subarray((word - 1) * size, word * size));
    row[0] = (row[0] as number) - ROOT_PRICE;
    row[word] = Number.NEGATIVE_INFINITY;
    matrix.push(row);
  }
  return arborescence(matrix).slice(1);
}

/** Heads of all nodes; `matrix[dependent][head]`, node 0 is the root. */
function arborescence(matrix: readonly Float64Array[]): number[] {
  const size = matrix.length;
  const heads = matrix.map((row, node) => (node === 0 ? -1 : bestColumn(row)));
  const cycle = findCycle(heads);
  if (cycle === undefined) return heads;

  // The cycle becomes one node, the last of a smaller graph.
  const inCycle = new Set(cycle);
  const outside: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle.has(node)) outside.push(node);
  const small = outside.length;
  const contracted = Array.from({ length: small + 1 }, () =>
    new Float64Array(small + 1).fill(Number.NEGATIVE_INFINITY),
  );
  /** For an arc into the cycle from each outside node, the node of the cycle that it reaches; and the reverse. */
  const entered: number[] = [];
  const left: number[] = [];
  for (const [index, node] of outside.entries()) {
    for (const [other, head] of outside.entries()) at(contracted, index)[other] = value(matrix, node, head);
    let leave = cycle[0] as number;
    let enter = cycle[0] as number;
    let gain = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      if (value(matrix, node, member) > value(matrix, node, leave)) leave = member;
      const change = value(matrix, member, node) - value(matrix, member, heads[member] as number);
      if (change > gain) {
        gain = change;
        enter = member;
      }
    }
    entered.push(enter);
    left.push(leave);
    at(contracted, index)[small] = value(matrix, node, leave);
    at(contracted, small)[index] = gain;
  }

  const solved = arborescence(contracted);
  for (const [index, node] of outside.entries()) {
    const head = solved[index] as number;
    if (node !== 0) heads[node] = head === small ? (left[index] as number) : (outside[head] as number);
  }
  const source = solved[small] as number;
  heads[entered[source] as number] = outside[source] as number;
  return heads;
}

function bestColumn(row: Float64Array): number {
  let best = 0;
  for (let column = 1; column < row.length; column++) {
    if ((row[column] as number) > (row[best] as number)) best = column;
  }
  return best;
}

function findCycle(heads: readonly number[]): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return undefined;
}

function at(matrix: readonly Float64Array[], row: number): Float64Array {
  return matrix[row] as Float64Array;
}

function value(matrix: readonly Float64Array[], dependent: number, head: number): number {
  return at(matrix, dependent)[head] as number;
}
