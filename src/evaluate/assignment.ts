/** Weights above 0 of the pairs that may be matched: row → column → weight. */
export type Weights = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * A matching of rows and columns with the greatest sum of weights: the Hungarian algorithm with potentials, after
 * Kuhn (1955) and Munkres (1957), in the O(rows² · columns) form with shortest augmenting paths.
 *
 * @returns column by row; a row without a partner is absent
 */
export function assign(weights: Weights, rows: number, columns: number): ReadonlyMap<number, number> {
  if (weights.size === 0) return new Map();
  if (rows > columns) {
    const flipped = assign(transpose(weights), columns, rows);
    return new Map([...flipped].map(([column, row]) => [row, column]));
  }
  const rowOf = augmentAll(weights, rows, columns);
  const matching = new Map<number, number>();
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] ?? 0) - 1;
    if (weights.get(row)?.has(column - 1)) matching.set(row, column - 1);
  }
  return matching;
}

function transpose(weights: Weights): Weights {
  const flipped = new Map<number, Map<number, number>>();
  for (const [row, ofRow] of weights) {
    for (const [column, weight] of ofRow) {
      const ofColumn = flipped.get(column) ?? new Map<number, number>();
      flipped.set(column, ofColumn.set(row, weight));
    }
  }
  return flipped;
}

/** @returns the row (from 1) matched to each column (from 1); index 0 is the algorithm's virtual column */
function augmentAll(weights: Weights, rows: number, columns: number): Float64Array {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Float64Array(columns + 1);
  const previous = new Float64Array(columns + 1);
  const at = (array: Float64Array, index: number) => array[index] ?? 0;
  const cost = (row: number, column: number) => -(weights.get(row - 1)?.get(column - 1) ?? 0);
  for (let row = 1; row <= rows; row++) {
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      visited[column] = 1;
      const fromRow = at(rowOf, column);
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (visited[other]) continue;
        const reduced = cost(fromRow, other) - at(rowPotential, fromRow) - at(columnPotential, other);
        if (reduced < at(slack, other)) {
          slack[other] = reduced;
          previous[other] = column;
        }
        if (at(slack, other) < step) {
          step = at(slack, other);
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (visited[other]) {
          rowPotential[at(rowOf, other)] = at(rowPotential, at(rowOf, other)) + step;
          columnPotential[other] = at(columnPotential, other) - step;
        } else {
          slack[other] = at(slack, other) - step;
        }
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    while (column !== 0) {
      const before = at(previous, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    }
  }
  return rowOf;
}
